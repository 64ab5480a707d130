import type { Chart, Note, QuoteEvidence } from '../model/index.ts';
import type { BodyMassReading } from './body-mass.ts';
import { isAtOrBelow } from './hierarchy.ts';

/** Body mass index for age, in percent of the reference children (LOINC). */
const PERCENTILE_FOR_AGE = '59576-9';
const SAID = /\b(?:BMI|body mass index)\b(?:[- ]for[- ]age)?(?:[^.\n;]|\.\d){0,24}?\b(\d{1,2}(?:\.\d{1,2})?)(?:st|nd|rd|th)?[ -]?(?:%[ -]?(?:ile|tile)|percentile|centile)/gi;
const OF_THE_95TH = /\b(1\d{2})\s?% of (?:the )?95th/i;
/** The class of a child's obesity is by percent of the 95th percentile (AAP 2023), which the codes from Z68.54 up are, too. */
const BY_CLASS: readonly (readonly [diagnosis: string, code: string])[] = [['E66.811', 'Z68.54'], ['E66.812', 'Z68.55'], ['E66.813', 'Z68.56']];

/**
 * The percentile of a child of 2 to 19 years, said in the notes or measured at this visit, as a code (Z68.51–Z68.56; in force since October 2024).
 * From the 99th on the percentile alone does not tell the steps of Z68.54 to Z68.56 apart: then the share of the 95th or the class of obesity must be said.
 * @param codes those of the visit
 */
export function childReadings(chart: Chart, notes: readonly Note[], codes: readonly string[]): readonly BodyMassReading[] {
  const said = notes.flatMap((note) => [...note.text.matchAll(SAID)].flatMap((match): BodyMassReading[] => {
    const code = codeFor(Number(match[1]), Number(OF_THE_95TH.exec(note.text)?.[1] ?? Number.NaN), codes);
    const [start, end] = [match.index, match.index + match[0].length];
    const evidence: QuoteEvidence = { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: match[0], marks: [{ start, end }] };
    return code === null ? [] : [{ code, note, evidence }];
  }));
  return said.length > 0 ? said : measured(chart, codes);
}

function measured(chart: Chart, codes: readonly string[]): readonly BodyMassReading[] {
  const here = chart.observations.filter(({ encounter, status, codings }) => encounter === chart.encounter.source.reference && status !== 'entered-in-error' && codings.some(({ code }) => code === PERCENTILE_FOR_AGE));
  return here.flatMap(({ quantity }) => {
    const code = quantity === null ? null : codeFor(quantity.value, Number.NaN, codes);
    return code === null ? [] : [{ code, note: null, evidence: null }];
  });
}

function codeFor(percentile: number, of95th: number, codes: readonly string[]): string | null {
  if (percentile < 5) return 'Z68.51';
  if (percentile < 85) return 'Z68.52';
  if (percentile < 95) return 'Z68.53';
  if (of95th >= 140) return 'Z68.56';
  if (of95th >= 120) return 'Z68.55';
  if (of95th >= 100) return 'Z68.54';
  const byClass = BY_CLASS.find(([diagnosis]) => codes.some((code) => isAtOrBelow(code, diagnosis)));
  return byClass?.[1] ?? (percentile < 99 ? 'Z68.54' : null);
}
