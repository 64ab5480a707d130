import type { Mention, SectionKind } from '../model/index.ts';
import { isReasonForVisit } from './encounter-reasons.ts';
import { isUnderAny } from './hierarchy.ts';
import type { NoteReading } from './note-reading.ts';
import { ASSESSING } from './note-shape.ts';
import { isSymptom } from './problem-titles.ts';
import { isStandingStatus } from './standing-status.ts';
import { isTobaccoUse } from './tobacco.ts';

/** True where the note assesses what the mention names, or what it names is reported wherever it is said (IV.J, I.C.21.c.3). */
export function isAssessed(code: string, mention: Mention, sentence: string, { note, shape, counselsToStopTobacco, isMeantBelow }: NoteReading): boolean {
  if (mention.section !== null && ASSESSING.has(mention.section)) return true;
  if (isStandingStatus(code, mention.section, sentence) || isReasonForVisit(code, mention, sentence)) return true;
  if (mention.section === 'screening' && code === 'Z23') return true;
  if (isUnderAny(code, SOCIAL_RISKS) && mention.assertion.status === 'present' && mention.section !== 'family-history') return true;
  if (isMeantBelow(mention)) return true;
  if (counselsToStopTobacco && isTobaccoUse(code)) return true;
  switch (shape) {
    case 'told':
      return true;
    case 'unassessed':
      return !(isSymptom(code) && (note.type === 'radiology' || (mention.section !== null && LOOKED_AT.has(mention.section))));
    // The assessment judges something that is not understood: what the visit is for may be it, a symptom would say less than it does.
    case 'assessed-in-other-words':
      return mention.section === 'chief-complaint' && !isSymptom(code) && !isUnderAny(code, INJURIES);
    case 'assessed':
      return false;
  }
}

/** Homelessness, hunger, want: reported from the record of the visit wherever a clinician documents them (ICD-10-CM Guidelines I.B.14, I.C.21.c.17). */
const SOCIAL_RISKS = ['Z59'];

/** What is seen and measured is a finding until a provider says what it means (ICD-10-CM Guidelines III.B, IV.D). */
const LOOKED_AT: ReadonlySet<SectionKind> = new Set(['exam', 'vitals', 'results', 'ros']);

const INJURIES = ['S', 'T0', 'T1'];
