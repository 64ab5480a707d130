import type { Author, Chart, Note } from '../model/index.ts';

/** Why a note of this encounter cannot support a code by itself; null when it can. */
export type Unusable = { readonly note: Note; readonly why: string };

/**
 * The notes of this encounter, parted by whether their words may support a diagnosis code: a provider's final note may
 * (ICD-10-CM Guidelines I.A.19, I.B.14); a nurse's, a student's, a draft or a superseded one may not.
 */
export function visitNotes(chart: Chart): { readonly usable: readonly Note[]; readonly unusable: readonly Unusable[] } {
  const usable: Note[] = [];
  const unusable: Unusable[] = [];
  for (const note of chart.notes) {
    if (!belongsToVisit(note, chart)) continue;
    const why = unusableBecause(note);
    if (why === null) usable.push(note);
    else unusable.push({ note, why });
  }
  return { usable, unusable };
}

/** A note without an encounter belongs to the visit when it was written within it. */
function belongsToVisit(note: Note, chart: Chart): boolean {
  if (note.encounter !== null) return note.encounter === chart.encounter.source.reference;
  const { start, end } = chart.encounter;
  if (note.date === null || start === null) return false;
  const day = note.date.slice(0, 10);
  return day >= start.slice(0, 10) && day <= (end ?? chart.asOf).slice(0, 10);
}

function unusableBecause(note: Note): string | null {
  switch (note.status) {
    case 'preliminary':
      return 'The note is preliminary: it was read, and is not coded from.';
    case 'superseded':
      return 'A later version replaces this note.';
    case 'entered-in-error':
      return 'The note was entered in error.';
    case 'final':
    case 'amended':
    case 'unknown':
      return authorUnusableBecause(note.author, note);
  }
}

function authorUnusableBecause(author: Author, note: Note): string | null {
  switch (author.role) {
    case 'provider':
    case 'resident':
      return null;
    case 'unknown':
      return note.type === 'nursing' ? 'A nursing note without a known author is not a provider’s statement.' : null;
    case 'nurse':
    case 'ancillary':
      return 'Nursing and ancillary notes do not establish a diagnosis (ICD-10-CM Guidelines I.B.14).';
    case 'student':
    case 'scribe':
      return 'A student’s or unsigned scribe’s text is not a provider’s statement.';
    case 'patient':
      return 'Patient-reported text is not a provider’s statement.';
  }
}
