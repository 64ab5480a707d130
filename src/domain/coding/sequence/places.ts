import { undotted } from '../tabular.ts';

/** Where a code may stand among those of a visit. */
export type Place = 'first' | 'anywhere' | 'second' | 'last';

interface Row {
  readonly id: string;
  /** Of the code without the dot. */
  readonly codes: RegExp;
  /** T36–T65: last character before the seventh, without placeholders: 1 to 4 poisoning by intent, 5 adverse effect, 6 underdosing. */
  readonly intent?: string;
  readonly place: Place;
  readonly authority: string;
  readonly says: string;
}

const DRUG = /^T(?:3[6-9]|4\d|50)/;

/** Codes whose place is fixed, each with its section of the ICD-10-CM Guidelines. The first row that fits decides. */
const PLACES: readonly Row[] = [
  { id: 'external-cause-last', codes: /^[VWXY]/, place: 'last', authority: 'I.C.20.a.6', says: 'An external cause follows the condition that it caused' },
  { id: 'sequela-after-condition', codes: /^[ST].{5}S$/, place: 'second', authority: 'I.B.10', says: 'The condition that is left comes first, then the code of the injury that left it' },
  { id: 'weeks-of-gestation-second', codes: /^Z3A/, place: 'second', authority: 'I.C.21.c.11', says: 'Weeks of gestation only go with the code of the pregnancy' },
  { id: 'outcome-of-delivery-second', codes: /^Z37/, place: 'second', authority: 'I.C.15.b.5', says: 'The outcome of delivery goes with the code of the delivery' },
  { id: 'obstetric-sequela-second', codes: /^O94/, place: 'second', authority: 'I.C.15.p', says: 'The condition that is left comes first, then O94' },
  { id: 'pregnancy-first', codes: /^O/, place: 'first', authority: 'I.C.15.a.1', says: 'Codes of chapter 15 come before those of other chapters' },
  { id: 'birth-first', codes: /^Z38/, place: 'first', authority: 'I.C.16.a.2', says: 'The birth comes first on the birth record' },
  { id: 'poisoning-first', codes: DRUG, intent: '1234', place: 'first', authority: 'I.C.19.e.5.b', says: 'The poisoning comes before its manifestations' },
  { id: 'adverse-effect-second', codes: DRUG, intent: '5', place: 'second', authority: 'I.C.19.e.5.a', says: 'The nature of the adverse effect comes before the drug' },
  { id: 'underdosing-second', codes: DRUG, intent: '6', place: 'second', authority: 'I.C.19.e.5.c', says: 'Underdosing is never the first code' },
  { id: 'toxic-effect-first', codes: /^T(?:5[1-9]|6[0-5]).*A$/, place: 'first', authority: 'I.C.19.e.5.d', says: 'The toxic effect comes before its manifestations' },
  { id: 'antineoplastic-encounter-first', codes: /^Z51(?:0$|1)/, place: 'first', authority: 'I.C.2.e.2', says: 'The encounter for chemotherapy, immunotherapy or radiation comes before the neoplasm' },
  { id: 'first-listed-encounter', codes: /^Z(?:0[0-2]|34|39|42|52|76[12])/, place: 'first', authority: 'I.C.21.c.16', says: 'This encounter may only be the first code' },
  { id: 'organism-second', codes: /^B9[5-7]/, place: 'second', authority: 'I.B.7, I.C.1.b', says: 'The organism goes with the infection that it causes' },
  { id: 'severe-sepsis-second', codes: /^R65/, place: 'second', authority: 'I.C.1.d.1.b, I.C.18.g', says: 'The infection or condition beneath it comes first' },
  { id: 'resistance-second', codes: /^Z16/, place: 'second', authority: 'I.C.1.c', says: 'The infection comes before its resistance to drugs' },
  { id: 'body-mass-second', codes: /^Z68/, place: 'second', authority: 'I.B.14', says: 'A body mass index is only reported beside the diagnosis that it belongs to' },
  { id: 'social-determinant-second', codes: /^Z(?:5[5-9]|6[0-5])/, place: 'second', authority: 'I.B.14, I.C.21.c.17', says: 'Social determinants follow the conditions that they bear on' },
  { id: 'scale-second', codes: /^R(?:297|402[1-4])/, place: 'second', authority: 'I.B.14, I.C.18.e, I.C.18.i', says: 'A coma or stroke scale goes with the diagnosis that it measures' },
  { id: 'status-second', codes: /^Z(?:66|67|79)/, place: 'second', authority: 'I.C.21.c.3', says: 'This status tells of other care: what is treated comes first' },
];

export interface FixedPlace {
  readonly id: string;
  readonly place: Place;
  /** Section of the ICD-10-CM Guidelines. */
  readonly authority: string;
  readonly says: string;
}

/** The place that the code's own nature gives it; null: anywhere. @param code with or without the dot */
export function fixedPlace(code: string): FixedPlace | null {
  const plain = undotted(code);
  const intent = plain.slice(0, 6).replace(/X{1,3}$/, '').slice(-1);
  return PLACES.find((row) => row.codes.test(plain) && (row.intent === undefined || row.intent.includes(intent))) ?? null;
}
