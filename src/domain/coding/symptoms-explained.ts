import { isUnderAny } from './hierarchy.ts';
import { INTEGRAL_SYMPTOMS } from './integral-symptoms.ts';

interface Coded {
  readonly code: string;
  readonly title: string;
  /** How the notes name it, where they do. */
  readonly words?: string;
}

/** The row by which a diagnosis explains a symptom, so that it is not coded beside it (ICD-10-CM Guidelines I.B.5). `loosely` too where asked for. */
export function explainedBy(symptom: Coded, diagnosis: Coded, loosely = false): (typeof INTEGRAL_SYMPTOMS)[number] | undefined {
  if (diagnosis.code === symptom.code || onOtherSides(symptom.title, diagnosis.title)) return undefined;
  return INTEGRAL_SYMPTOMS.find((row) => (loosely || row.loosely !== true) && (row.said === undefined || row.said.test(symptom.words ?? '')) && isUnderAny(symptom.code, row.symptoms) && isUnderAny(diagnosis.code, row.of));
}

/** Arthritis of the right knee does not explain the pain of the left one. */
function onOtherSides(one: string, other: string): boolean {
  return (/\bright\b/.test(one) && /\bleft\b/.test(other)) || (/\bleft\b/.test(one) && /\bright\b/.test(other));
}
