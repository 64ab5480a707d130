import type { CodeableConcept } from 'fhir/r4';
import type { NoteType } from '../../../domain/model/index.ts';
import { codings, words } from '../parse.ts';

const LOINC = 'http://loinc.org';

/** LOINC document types (LOINC Document Ontology; the five common clinical notes are those of US Core). */
const TYPES: Readonly<Record<string, NoteType>> = {
  '11506-3': 'progress', '34131-3': 'progress', '34108-1': 'progress', '51847-2': 'progress', '34112-3': 'progress',
  '34117-2': 'hp', '28636-9': 'hp', '47039-3': 'hp',
  '11488-4': 'consult', '34100-8': 'consult', '34101-6': 'consult', '34104-0': 'consult', '51845-6': 'consult',
  '18842-5': 'discharge', '11490-0': 'discharge', '28655-9': 'discharge', '34105-7': 'discharge', '34106-5': 'discharge',
  '34111-5': 'ed', '34878-9': 'ed', '59258-4': 'ed', '51846-4': 'ed',
  '28570-0': 'procedure', '11504-8': 'procedure',
  '18748-4': 'radiology', '18726-0': 'radiology', '68604-8': 'radiology',
  '11526-1': 'pathology', '60567-5': 'pathology', '60568-3': 'pathology',
  '34746-8': 'nursing',
  '34748-4': 'telephone',
};

/** Words in the type's name, tried in this order where the code decides nothing. */
const WORDS: readonly (readonly [RegExp, NoteType])[] = [
  [/\bdischarge\b/i, 'discharge'],
  [/\b[Ee]mergency\b|\bED\b/, 'ed'],
  [/\bnurs(?:e|es|ing)\b/i, 'nursing'],
  [/\b(?:telephone|phone call)\b/i, 'telephone'],
  [/\b(?:history (?:and|&) physical|H ?& ?P)\b/i, 'hp'],
  [/\bconsult(?:ation)?\b/i, 'consult'],
  [/\bpatholog(?:y|ist)\b/i, 'pathology'],
  [/\b(?:radiolog(?:y|ist)|imaging|x-?ray|ultrasound|CT|MRI)\b/i, 'radiology'],
  [/\b(?:operative|surgical operation|procedure)\b/i, 'procedure'],
  [/\b(?:progress|office visit|clinic|follow-?up|outpatient|visit) ?(?:note)?\b/i, 'progress'],
];

export function noteTypeOf(type: CodeableConcept | undefined): { readonly type: NoteType; readonly code: string | null } {
  const loinc = codings(type).filter((c) => c.system === LOINC);
  const known = loinc.map((c) => TYPES[c.code]).find((t) => t !== undefined);
  const name = words(type) ?? '';
  return {
    type: known ?? WORDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'other',
    code: loinc[0]?.code ?? null,
  };
}
