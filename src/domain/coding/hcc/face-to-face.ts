import type { AuthorRole, EncounterFacts, Evidence, Note, NoteType } from '../../model/index.ts';

export interface HccEncounter {
  readonly encounter: Pick<EncounterFacts, 'classCode'>;
  /** Of this encounter. */
  readonly notes: readonly Pick<Note, 'id' | 'type' | 'text' | 'author'>[];
}

/**
 * The evidence that counts for risk adjustment: a provider's words from a visit face to face or by video, in the office, as an inpatient or as
 * an outpatient of a hospital. Measurements and other chart facts count with them.
 * @returns `why`: where none counts, the reason
 * Authority: 42 CFR 422.310; CMS, Medicare Managed Care Manual, chapter 7, sections 40 and 120; CMS HPMS memo of 10 April 2020 (by sound and picture).
 */
export function eligibleEvidence(evidence: readonly Evidence[], visit: HccEncounter): { readonly counts: readonly Evidence[]; readonly why: string } {
  if (isBySoundAlone(visit)) return { counts: [], why: 'a visit by telephone alone is not face to face' };
  const barred = new Map(visit.notes.flatMap((note) => {
    const why = NOT_FACE_TO_FACE[note.type] ?? NOT_A_PROVIDER[note.author.role];
    return why === undefined ? [] : [[note.id, why] as const];
  }));
  const counts = evidence.filter((one) => one.kind === 'fact' || (one.kind === 'quote' && !barred.has(one.note)));
  const why = evidence.map((one) => (one.kind === 'quote' ? barred.get(one.note) : undefined)).find((reason) => reason !== undefined);
  return { counts, why: why ?? 'nothing that was read supports it' };
}

const NOT_FACE_TO_FACE: Partial<Record<NoteType, string>> = {
  telephone: 'its words stand in a telephone note, which is no visit face to face',
  radiology: 'its words stand in a radiology report, and diagnostic radiology is no visit face to face',
  pathology: 'its words stand in a pathology or laboratory report, which is no visit face to face',
  nursing: 'its words stand in a nursing note, and a nurse is no provider whose diagnosis counts',
};

const NOT_A_PROVIDER: Partial<Record<AuthorRole, string>> = {
  nurse: 'its words are a nurse’s, no provider’s whose diagnosis counts',
  ancillary: 'its words are those of a clinician whose diagnosis does not count',
  student: 'its words are a student’s',
  scribe: 'its words are a scribe’s, and no provider signed them',
  patient: 'its words are the patient’s own',
};

/** A virtual visit counts with sound and picture; its notes say where there was no picture. */
function isBySoundAlone({ encounter, notes }: HccEncounter): boolean {
  return encounter.classCode === 'VR' && notes.some(({ type, text }) => type === 'telephone' || SOUND_ALONE.test(text));
}

const SOUND_ALONE = /\b(?:audio[- ]only|(?:tele)?phone[- ](?:visit|encounter|appointment|consultation)|(?:conducted|performed|completed|done|seen) (?:by|via|over the) (?:tele)?phone)\b/i;
