import type { NoteContradictsItselfExpression } from './expression.ts';

export function noteContradictsItself(): NoteContradictsItselfExpression {
  return { op: 'note-contradicts-itself' };
}
