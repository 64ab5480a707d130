import type { AskedQuestion, Proposed, SentQuery } from '../model/index.ts';
import { mayPropose } from '../model/index.ts';
import { isSentQueryShape } from './query-shape.ts';
import { sealOf } from './seal.ts';

/** A question as it comes back from storage, checked as `reopen` checks a countersignature. Its seal was made where its words were checked. */
export function reopenQuestion(stored: unknown): { readonly ok: true; readonly query: SentQuery } | { readonly ok: false; readonly why: string } {
  if (!isSentQueryShape(stored)) return { ok: false, why: 'The stored question cannot be read. Nothing of it is written; send it again.' };
  const { seal, ...unsealed } = stored;
  if (seal !== sealOf(unsealed)) return { ok: false, why: 'The stored question was changed after it was sent. Nothing of it is written; send it again.' };
  if (!mayPropose(stored.who.role)) return { ok: false, why: 'The stored question is not a CDI specialist\'s or coder\'s. Nothing of it is written.' };
  return { ok: true, query: { ...stored, question: stored.question as Proposed<AskedQuestion> } };
}
