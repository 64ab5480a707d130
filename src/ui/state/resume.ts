import type { Session } from '../../fhir/session/contract.ts';
import type { Where } from '../../app/review-state.ts';

/** This tab's storage. */
export type TabItems = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Which visit was locked, and whose it was: logical ids only, in this tab. */
interface Resume {
  readonly ehr: string;
  readonly user: string;
  readonly where: Where;
}

const KEY = 'countersign.resume';

export function keepResume(store: TabItems, { ehr, user }: Session, where: Where): void {
  store.setItem(KEY, JSON.stringify({ ehr, user: user.reference, where } satisfies Resume));
}

/** The visit to go back to after signing in again, once; null for anybody else, who is asked for patient and visit as ever. */
export function takeResume(store: TabItems, { ehr, user, patient }: Session): Where | null {
  const kept = parsed(store.getItem(KEY));
  store.removeItem(KEY);
  if (kept === null || kept.ehr !== ehr || kept.user !== user.reference) return null;
  return patient === null || patient === kept.where.patient ? kept.where : null;
}

function parsed(text: string | null): Resume | null {
  try {
    const value = JSON.parse(text ?? 'null') as Partial<Resume> | null;
    const { ehr, user, where } = value ?? {};
    return typeof ehr === 'string' && typeof user === 'string' && typeof where?.patient === 'string' && typeof where.encounter === 'string' ? { ehr, user, where } : null;
  } catch {
    return null;
  }
}
