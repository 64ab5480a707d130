import type { HccEdit, HccFactors, HccModel } from '../domain/coding/hcc/hcc-model.ts';
import { undotted } from '../domain/coding/tabular.ts';
import { readFrontCoded, readLines, readPlanes, readWide } from './planes.ts';

interface Header {
  readonly model: HccModel['version'];
  readonly paymentYear: HccModel['paymentYear'];
  readonly knowsThrough: string;
  readonly gaps: readonly string[];
}

/** The model from its (unpacked) asset. @throws Error when it is none */
export function decodeHcc(bytes: Uint8Array): HccModel {
  const { header, plane } = readPlanes(bytes);
  const { model, paymentYear, knowsThrough, gaps } = header as unknown as Header;
  const rows = new Map(readFrontCoded(plane('code-kept'), plane('code-rest')).map((code, row) => [code, row]));
  const [codeSets, codeEdits] = [plane('code-sets'), plane('code-edits')];
  const sets = readLines(plane('sets')).map(numbersOf);
  const edits = readLines(plane('edits')).map(editOf);
  const labels = readLines(plane('labels'));
  const below = readLines(plane('below')).map(numbersOf);
  const places = new Map([...readWide(plane('categories'))].map((number, place) => [String(number), place]));
  const gapCodes = new Set(gaps);
  const rowOf = (code: string): number => rows.get(undotted(code)) ?? -1;
  return {
    version: model,
    paymentYear,
    knowsThrough,
    categories: (code) => sets[codeSets[rowOf(code)] ?? -1] ?? [],
    edit: (code) => edits[(codeEdits[rowOf(code)] ?? 0) - 1] ?? null,
    isGap: (code) => gapCodes.has(undotted(code)),
    label: (hcc) => labels[places.get(hcc) ?? -1] ?? '',
    below: (hcc) => below[places.get(hcc) ?? -1] ?? [],
  };
}

/** The relative factors from their (unpacked) asset. @throws Error when it is none */
export function decodeHccFactors(bytes: Uint8Array): HccFactors {
  const { plane } = readPlanes(bytes);
  const values = readWide(plane('thousandths'));
  const factors = new Map(readFrontCoded(plane('name-kept'), plane('name-rest')).map((name, at) => [name, values[at] ?? 0]));
  return { thousandths: (name) => factors.get(name) };
}

function numbersOf(line: string): readonly string[] {
  return line === '' ? [] : line.split(' ');
}

function editOf(line: string): HccEdit {
  const [sex, from, through, becomes] = line.split('\t');
  return { sex: sex === 'female' ? sex : null, from: numberOf(from), through: numberOf(through), becomes: becomes === undefined || becomes === '' ? null : becomes };
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}
