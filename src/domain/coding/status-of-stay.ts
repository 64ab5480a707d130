import type { Chart } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import type { LeftOut } from './supported.ts';

/** What an operation leaves: absent organs, grafts and stents of heart and vessels, joints, other states after surgery. */
const LEFT_BY_SURGERY = ['Z90', 'Z95', 'Z96.6', 'Z98'];
/** What shows for years: told late in a stay in which nothing was operated, it was there before. */
const LEFT_TO_SEE = ['Z89', 'Z93', 'Z94', 'Z96', 'Z97'];
/** UTF-16 units on either side that are read. */
const NEAR = 30;

/** The words date it before the stay. */
const BEFORE_THE_STAY = /\b(?:prior|previous|previously|history of|h\/o|hx|remote|old|known|long-?standing|years?|yrs?|(?:19|20)\d\d|in situ|baseline)\b/i;

/**
 * A state that an operation of this very stay has left is no status of the patient who came: told first after the admission note, and not dated before
 * it (ICD-10-CM Guidelines I.C.21.c.3: a status is the sequelae or residual of a past condition or procedure). Where the stay has no admission
 * note it cannot be told, and the code stands.
 */
export function withoutStatusOfThisStay(codes: readonly VisitCode[], { notes, encounter }: Chart): { readonly codes: readonly VisitCode[]; readonly dropped: readonly LeftOut[] } {
  if (encounter.setting === 'office' || !notes.some(({ type }) => type === 'hp' || type === 'ed')) return { codes, dropped: [] };
  const left = notes.some(({ type }) => type === 'procedure') ? [...LEFT_BY_SURGERY, ...LEFT_TO_SEE] : LEFT_BY_SURGERY;
  const dropped = codes.filter((entry) => isUnderAny(entry.code, left) && entry.statements.length > 0 && entry.statements.every(isOfThisStay));
  return { codes: codes.filter((entry) => !dropped.includes(entry)), dropped: dropped.map(({ code }) => ({ code, why: WHY })) };
}

/** Told after the admission note, or the bare name of an operation that is to be done. */
function isOfThisStay({ note, words, at, mention, assessed }: Statement): boolean {
  if (BEFORE_THE_STAY.test(words.slice(Math.max(0, at - NEAR), at + mention.text.length + NEAR))) return false;
  return !isOfAdmission(note) || (assessed && !AFTER_SURGERY.test(mention.text));
}

function isOfAdmission({ type }: Statement['note']): boolean {
  return type === 'hp' || type === 'ed' || type === 'consult' || type === 'nursing';
}

const AFTER_SURGERY = /\b(?:s\/p|status|post|presence|absence|absent|removed|with|has|in place)\b/i;
const WHY = 'Done in this stay: a status tells of what was there when the patient came (ICD-10-CM Guidelines I.C.21.c.3).';
