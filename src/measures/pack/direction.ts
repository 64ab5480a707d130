import { extensionOf, firstCode, isObject, textOf, type Json } from '../json.ts';
import type { Direction, FhirResource } from '../model.ts';

const CQFM = 'http://hl7.org/fhir/us/cqfmeasures/StructureDefinition/cqfm';
const CQM = 'http://hl7.org/fhir/uv/cqm/StructureDefinition/cqm';
const NOTATION = [`${CQFM}-improvementNotation`, `${CQM}-improvementNotation`];
const GUIDANCE = [`${CQFM}-improvementNotationGuidance`, `${CQM}-improvementNotationGuidance`];

/**
 * Which way is better, decided for each measure and group: the measure's own words first ("Lower score indicates better quality"), then
 * the coded notation of the group, then that of the measure. `contradicts`: the words say the opposite of the code.
 */
export function directionOf(measure: FhirResource, group: Json): { readonly direction: Direction | null; readonly contradicts: boolean } {
  const notation = extensionOf(group, NOTATION, 'valueCodeableConcept') ?? measure['improvementNotation'];
  const coded = readCode(firstCode(notation));
  const said = wordsOf(measure, group, notation).map(readWords).find((direction) => direction !== null) ?? null;
  return { direction: said ?? coded, contradicts: said !== null && coded !== null && said !== coded };
}

function readCode(code: string | null): Direction | null {
  return code === 'increase' || code === 'decrease' ? code : null;
}

/** The nearest first. The description and the rationale tell of the rate, not of its direction, and are not asked. */
function wordsOf(measure: FhirResource, group: Json, notation: unknown): readonly string[] {
  const places = [group, ...(isObject(notation) ? [notation] : []), ...(isObject(measure['improvementNotation']) ? [measure['improvementNotation']] : []), measure];
  return [
    ...(isObject(notation) ? [notation['text']] : []),
    ...places.map((place) => extensionOf(place, GUIDANCE, 'valueMarkdown') ?? extensionOf(place, GUIDANCE, 'valueString')),
  ].map(textOf).filter((words) => words !== null);
}

const WORDS: readonly (readonly [Direction, RegExp])[] = [
  ['decrease', /\b(?:lower|decreased?|smaller|reduced)\b[^.;]{0,60}\b(?:better|improve[ds]?|improvement|higher quality)\b/i],
  ['decrease', /\b(?:improvement|better quality|better)\b[^.;]{0,60}\b(?:decrease|decreased|lower|reduction)\b/i],
  ['increase', /\b(?:higher|increased?|greater)\b[^.;]{0,60}\b(?:better|improve[ds]?|improvement|higher quality)\b/i],
  ['increase', /\b(?:improvement|better quality|better)\b[^.;]{0,60}\b(?:increase|increased|higher)\b/i],
];

/** Null where nothing is said, or both ways are. */
function readWords(words: string): Direction | null {
  const said = new Set(WORDS.filter(([, pattern]) => pattern.test(words.slice(0, 2_000))).map(([direction]) => direction));
  return said.size === 1 ? [...said][0]! : null;
}
