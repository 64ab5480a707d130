import type { Chart, Evidence, EventFact, FactEvidence } from '../../model/index.ts';
import { VACCINES, type VaccineRow } from '../services/vaccine-codes.ts';
import type { Clause } from './clauses.ts';
import { evidenceOf, namedIn, type Named } from './found.ts';
import { groupedBy } from './grouped.ts';
import { performanceOf } from './performance.ts';
import { anyOf, plain } from './phrases.ts';

/** One dose that was given at this visit. */
export interface Dose {
  readonly row: VaccineRow;
  readonly evidence: readonly Evidence[];
}

/**
 * The vaccines given: completed Immunizations of this encounter (or of its day, where they name none), and those that the notes say were given.
 * A vaccine of one kind counts once, by the row that names its product.
 */
export function dosesGiven(chart: Chart | null, clauses: readonly Clause[], ageYears: number | null, day: string): readonly Dose[] {
  const told = toldDoses(clauses, ageYears);
  const charted = chart === null ? [] : chart.immunizations.filter((fact) => isOfVisit(fact, chart, day)).flatMap((fact) => doseOf(fact, ageYears));
  const byKind = new Map<string, Dose>();
  for (const dose of [...charted.filter((one) => !isToldBetter(one, charted, told)), ...told]) {
    const known = byKind.get(dose.row[KIND]);
    byKind.set(dose.row[KIND], known === undefined ? dose : { row: known.row[CODE] === null ? dose.row : known.row, evidence: [...known.evidence, ...dose.evidence] });
  }
  return [...byKind.values()];
}

const [KIND, CODE, TITLE, SAY, CVX, , , , AGES] = [0, 1, 2, 3, 4, 5, 6, 7, 8] as const;

/** A dose that the chart names in words or a code that no row knows is one that the note tells of. */
function isToldBetter({ row }: Dose, charted: readonly Dose[], told: readonly Dose[]): boolean {
  return row[KIND] === 'unknown' && told.some((one) => !charted.some((other) => other.row[KIND] === one.row[KIND]));
}

function isOfVisit({ status, encounter, date }: EventFact, chart: Chart, day: string): boolean {
  if (status !== 'completed') return false;
  return encounter === null ? date?.slice(0, 10) === day : encounter === chart.encounter.source.reference && (date === null || date.slice(0, 10) === day || isWithin(date, chart));
}

/** A dose of years ago may hang on the encounter at which it was written down. */
function isWithin(date: string, { encounter, asOf }: Chart): boolean {
  return encounter.start !== null && date.slice(0, 10) >= encounter.start.slice(0, 10) && date.slice(0, 10) <= (encounter.end ?? asOf).slice(0, 10);
}

function doseOf(fact: EventFact, ageYears: number | null): readonly Dose[] {
  const row = byCode(fact) ?? byWords(`${fact.text ?? ''} ${fact.codings.map(({ display }) => display ?? '').join(' ')}`, ageYears);
  if (row === null) return [{ row: ['unknown', null, 'Vaccine', '', '', 1, 'injected', null, ''], evidence: [factOf(fact, 'Vaccine')] }];
  return [{ row, evidence: [factOf(fact, row[TITLE])] }];
}

const CVX_SYSTEM = /(?:sid\/cvx$|2\.16\.840\.1\.113883\.12\.292$)/;
const PRODUCT_SYSTEM = /(?:ama-assn\.org\/go\/cpt$|2\.16\.840\.1\.113883\.6\.12$)/;

function byCode({ codings }: EventFact): VaccineRow | null {
  for (const { system, code } of codings) {
    const row = CVX_SYSTEM.test(system) ? CVX_ROWS.get(code.replace(/^0+/, '')) : PRODUCT_SYSTEM.test(system) ? PRODUCTS.get(code) : undefined;
    if (row !== undefined) return row;
  }
  return null;
}

const CVX_ROWS: ReadonlyMap<string, VaccineRow> = new Map(VACCINES.flatMap((row) => row[CVX].split(' ').filter((code) => code !== '').map((code) => [code, row] as const)));
const PRODUCTS: ReadonlyMap<string, VaccineRow> = new Map(VACCINES.flatMap((row) => (row[CODE] === null ? [] : [[row[CODE], row] as const])));

const WORDS = anyOf(VACCINES.map((row) => row[SAY]).join('|'));

/** The first vaccine that the words name, the longest name winning. */
function byWords(words: string, ageYears: number | null): VaccineRow | null {
  const [match] = words.matchAll(WORDS);
  return match === undefined ? null : rowNamed(match[0], ageYears);
}

const BY_NAME: ReadonlyMap<string, readonly VaccineRow[]> = new Map([...groupedBy(VACCINES.flatMap((row) => row[SAY].split('|').filter((say) => say !== '').map((say) => ({ name: plain(say), row }))), ({ name }) => name)].map(([name, entries]) => [name, entries.map(({ row }) => row)]));

function rowNamed(name: string, ageYears: number | null): VaccineRow | null {
  return BY_NAME.get(plain(name))?.find((row) => isOfAge(row, ageYears)) ?? null;
}

function isOfAge(row: VaccineRow, ageYears: number | null): boolean {
  const [from, to] = row[AGES].split('-').map(Number);
  return from === undefined || to === undefined || row[AGES] === '' || (ageYears !== null && ageYears >= from && ageYears <= to);
}

/** Words that are also a disease or a test say a vaccine only where the clause speaks of one. */
const OF_VACCINES = /\b(?:vaccin\w+|vax\w*|immuni[sz]\w+|shots?|boosters?|doses? (?:#? ?\d|of)|lot|deltoid|vastus|thigh|im\b|0\.5 ?ml|vis\b)/i;
const ALSO_A_DISEASE = /^(?:flu|influenza|seasonal flu|tetanus|td|hib|varicella|hpv|hep(?:atitis)? ?[ab]|ipv|meningococcal\b.*|pneumococcal\b.*|rotavirus|yellow fever|rv[15]|men ?b|i?iv3?)$/i;
const NO_VACCINE = /\b(?:swab|test\w*|titers?|antibod(?:y|ies)|igg|serolog\w+|negative|positive|pcr|antigen|screen\w*|exposure|infection|co-?test\w*|cotest)\b/i;

function toldDoses(clauses: readonly Clause[], ageYears: number | null): readonly Dose[] {
  const named = namedIn(clauses, WORDS).filter((one) => isVaccine(one) && performanceOf(one.clause, one) === 'done');
  const rows = groupedBy(named.flatMap((one) => {
    const row = rowNamed(one.text, ageYears);
    return row === null ? [] : [{ row, one }];
  }), ({ row }) => row);
  return [...rows].map(([row, ones]) => ({ row, evidence: evidenceOf(ones.map(({ one }) => one)) }));
}

function isVaccine({ clause, text, end }: Named): boolean {
  if (/^[^,;.]{0,12}\b(?:titers?|antibod\w+|igg|immunity|serolog\w*|swab|test|pcr|antigen|status|records?|series)\b/i.test(clause.text.slice(end - clause.start))) return false;
  if (!ALSO_A_DISEASE.test(plain(text))) return true;
  return (OF_VACCINES.test(clause.text) || [...clause.text.matchAll(WORDS)].some(([other]) => !ALSO_A_DISEASE.test(plain(other)))) && !NO_VACCINE.test(clause.text);
}

function factOf({ source, codings, text, date }: EventFact, label: string): FactEvidence {
  return { kind: 'fact', resource: source.reference, version: source.version, code: codings[0]?.code ?? text ?? '', label: text ?? codings[0]?.display ?? label, date };
}
