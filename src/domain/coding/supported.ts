import type { Chart, CodeSet, RuleCitation } from '../model/index.ts';
import { chartedDiagnoses } from './charted.ts';
import { notCodableBecause } from './codable.ts';
import { IN_CONFLICT, inConflict } from './conflicts.ts';
import { correctedStatements } from './corrected.ts';
import { saysMore } from './hierarchy.ts';
import { GENERAL_CODES } from './general-codes.ts';
import { leftUncertain } from './left-uncertain.ts';
import { isOver, saidToBeOver } from './over.ts';
import { isOwnOperation, OF_THIS_STAY } from './own-operation.ts';
import type { Statement } from './statements.ts';
import { isToldOnTheWay, TOLD_ON_THE_WAY } from './told-symptoms.ts';
import { explainedBy } from './symptoms-explained.ts';
import { asksForTobaccoHistory, FORMER_SMOKER, isTobaccoUse, SMOKE_AROUND } from './tobacco.ts';
import { UNCERTAIN_OUTPATIENT } from './uncertain.ts';

/** A code that the visit's provider notes support, with every statement that does. */
export interface Supported {
  readonly code: string;
  readonly title: string;
  /** In order of note and text; the first is where a coder would point. */
  readonly statements: readonly Statement[];
  readonly rules: readonly RuleCitation[];
  readonly alternatives: readonly { readonly code: string; readonly title: string }[];
}

export interface LeftOut {
  readonly code: string;
  readonly why: string;
}

/**
 * From what the notes say to what they support: assessed and asserted of the patient now, at the highest specificity
 * stated anywhere in the visit's provider notes, without the symptoms that a confirmed diagnosis explains.
 */
export function supportedCodes(
  said: readonly Statement[], chart: Chart, codeSet: CodeSet,
): { readonly supported: readonly Supported[]; readonly mentioned: readonly Supported[]; readonly leftOut: readonly LeftOut[] } {
  const leftOut = new Map<string, string>();
  const corrected = correctedStatements(said);
  const uncertain = leftUncertain(said, chart);
  const conflicting = inConflict(said, chart);
  const codable = said.filter((statement) => {
    const why = notCodableBecause(statement, chart) ?? (isOwnOperation(statement, said, chart) ? OF_THIS_STAY : null) ?? (corrected.has(statement) ? CORRECTED : null) ?? (conflicting.has(statement) ? IN_CONFLICT : null) ?? (uncertain.has(statement.code) ? UNCERTAIN_OUTPATIENT : null);
    if (why !== null && !leftOut.has(statement.code)) leftOut.set(statement.code, why);
    return why === null;
  });
  const over = saidToBeOver(said, chart);
  const isAskedFor = asksForFormerSmoking(codable, chart);
  const assessed = codable.filter((statement) => (statement.assessed || (isAskedFor && (statement.code === FORMER_SMOKER || statement.code === SMOKE_AROUND))) && !isOver(statement, over, leftOut) && !isLeftToTheAttending(statement, chart, leftOut));
  for (const statement of codable) {
    if (!statement.assessed && !leftOut.has(statement.code)) {
      leftOut.set(statement.code, statement.restated === 'history' ? INTRODUCED : 'Mentioned, but not where this visit’s conditions are assessed (ICD-10-CM Guidelines IV.J).');
    }
  }
  const specified = collapse(specify(group(assessed), codable, codeSet), codeSet, leftOut);
  const kept = isToldThroughout(said) ? specified : withoutToldSymptoms(withoutIntegralSymptoms(specified, leftOut), chart, leftOut);
  for (const { code } of kept) leftOut.delete(code);
  return {
    supported: withoutSideOfBoth(kept, leftOut).map((entry) => cite(entry, codeSet)),
    mentioned: group(codable.filter(isAsOfNow)).map((entry) => cite({ ...entry, specifiedFrom: null }, codeSet)),
    leftOut: [...leftOut].map(([code, why]) => ({ code, why })),
  };
}

/**
 * A course that is told in prose from its beginning: the symptoms are what was treated until the diagnosis was found, and coders
 * of such reports list them (docs/confidence.md).
 */
function isToldThroughout(said: readonly Statement[]): boolean {
  return said.every(({ shape }) => shape === 'told');
}

/** "Bilateral carpal tunnel syndrome; the right one injected": one side is said within both (ICD-10-CM Guidelines I.B.13). */
function withoutSideOfBoth(entries: readonly Group[], leftOut: Map<string, string>): readonly Group[] {
  const bySideless = new Map(entries.filter(({ title }) => /\bbilateral\b/i.test(title)).map(({ code, title }) => [`${code.slice(0, 3)} ${sideless(title)}`, code]));
  if (bySideless.size === 0) return entries;
  return entries.filter(({ code, title }) => {
    const both = /\b(?:right|left)\b/i.test(title) ? bySideless.get(`${code.slice(0, 3)} ${sideless(title)}`) : undefined;
    if (both !== undefined) leftOut.set(code, saidMore(both));
    return both === undefined;
  });
}

function sideless(title: string): string {
  return title.toLowerCase().replace(/\b(?:unilateral|bilateral|right|left|limbs?|eyes?|ears?|hips?|knees?|of|,)\b|,/g, ' ').replace(/\s+/g, ' ').trim();
}

/** Beside a disease at which the tabular list asks for it, or in the place of a charted use of tobacco. */
function asksForFormerSmoking(codable: readonly Statement[], chart: Chart): boolean {
  return codable.some(({ code, assessed }) => assessed && asksForTobaccoHistory(code)) || chartedDiagnoses(chart).some(({ code }) => isTobaccoUse(code));
}

/** What a radiologist or a pathologist reads in a stay makes the attending's diagnosis more specific, and is none by itself (ICD-10-CM Guidelines III.B; outpatient: IV.K). */
function isLeftToTheAttending({ code, note }: Statement, { encounter }: Chart, leftOut: Map<string, string>): boolean {
  if (encounter.setting !== 'inpatient' || !(note.type === 'radiology' || note.type === 'pathology')) return false;
  if (!leftOut.has(code)) leftOut.set(code, READ_BY_ANOTHER);
  return true;
}

const READ_BY_ANOTHER = 'Read by the radiologist or pathologist: in an inpatient stay the attending must say that it is so (ICD-10-CM Guidelines III.B).';
const CORRECTED = 'Its author corrected it later on this visit.';
const INTRODUCED = 'Told as history where the assessment begins, and not among its problems (ICD-10-CM Guidelines IV.J).';

/** Said of the patient as of now, outside the assessment: it may make an assessed condition more specific. */
function isAsOfNow({ assessed, mention }: Statement): boolean {
  return !assessed && mention.assertion.status === 'present' && mention.assertion.recent && mention.section !== 'problem-list' && mention.section !== 'results';
}

type Group = Omit<Supported, 'rules'> & { readonly specifiedFrom: string | null };

function group(all: readonly Statement[]): readonly Group[] {
  const byCode = new Map<string, Statement[]>();
  for (const statement of all) {
    const known = byCode.get(statement.code);
    if (known === undefined) byCode.set(statement.code, [statement]);
    else known.push(statement);
  }
  return [...byCode].map(([code, list]) => ({
    code, title: list[0]!.title, statements: list, alternatives: unique(list.flatMap((statement) => statement.alternatives), code), specifiedFrom: null,
  }));
}

/** "CKD, stable" in the assessment and "CKD stage 3b" in the history make N18.32; two different stages leave it as it is, with both as alternatives. */
function specify(entries: readonly Group[], codable: readonly Statement[], codeSet: CodeSet): readonly Group[] {
  const said = group(codable);
  return entries.map((entry) => mostSpecific(entry, said, codeSet));
}

function mostSpecific(entry: Group, said: readonly Group[], codeSet: CodeSet): Group {
  if (GENERAL_CODES.some((row) => row.code === entry.code && row.otherConditions === true)) return entry;
  const fuller = said.filter(({ code }) => saysMore(code, entry.code, codeSet));
  const fullest = fuller.filter(({ code }) => !fuller.some((other) => saysMore(other.code, code, codeSet)));
  if (fullest.length === 0) return entry;
  if (fullest.length > 1) {
    return { ...entry, alternatives: unique([...entry.alternatives, ...fuller.map(({ code, title }) => ({ code, title }))], entry.code) };
  }
  const chosen = fullest[0]!.statements;
  return { ...entry, code: chosen[0]!.code, title: chosen[0]!.title, statements: [...entry.statements, ...chosen], specifiedFrom: entry.code };
}

/** One entry a code; a general one goes where a fuller one stands, with its evidence. */
function collapse(entries: readonly Group[], codeSet: CodeSet, leftOut: Map<string, string>): readonly Group[] {
  const merged = new Map<string, Group>();
  for (const entry of entries) {
    const known = merged.get(entry.code);
    merged.set(entry.code, known === undefined ? entry : {
      ...known,
      statements: [...new Set([...known.statements, ...entry.statements])],
      alternatives: unique([...known.alternatives, ...entry.alternatives], entry.code),
      specifiedFrom: known.specifiedFrom ?? entry.specifiedFrom,
    });
  }
  const all = [...merged.values()];
  for (const { code, specifiedFrom } of all) if (specifiedFrom !== null) leftOut.set(specifiedFrom, saidMore(code));
  const fullest = new Map(all.map((entry) => [entry, all.find((other) => saysMore(other.code, entry.code, codeSet))]));
  for (const [{ code }, fuller] of fullest) if (fuller !== undefined) leftOut.set(code, saidMore(fuller.code));
  return all.filter((entry) => fullest.get(entry) === undefined).map((entry) => {
    const general = all.filter((other) => fullest.get(other) === entry).flatMap(({ statements }) => statements);
    return general.length === 0 ? entry : { ...entry, statements: [...new Set([...entry.statements, ...general])] };
  });
}

function saidMore(code: string): string {
  return `${code} says more.`;
}

function withoutIntegralSymptoms(entries: readonly Group[], leftOut: Map<string, string>): readonly Group[] {
  const certain = entries.filter((entry) => entry.statements.some((statement) => statement.mention.assertion.status === 'present'));
  return entries.filter((entry) => {
    const isTitled = entry.statements.some((statement) => statement.titled);
    const row = certain.map((other) => explainedBy({ ...entry, words: entry.statements.map(({ mention }) => mention.text).join('; ') }, other, !isTitled)).find((found) => found !== undefined);
    if (row === undefined) return true;
    leftOut.set(entry.code, `Part of a confirmed diagnosis: ${row.says} (ICD-10-CM Guidelines I.B.5).`);
    return false;
  });
}

function withoutToldSymptoms(entries: readonly Group[], chart: Chart, leftOut: Map<string, string>): readonly Group[] {
  return entries.filter((entry) => {
    const isTold = isToldOnTheWay(entry, entries, chart);
    if (isTold) leftOut.set(entry.code, TOLD_ON_THE_WAY);
    return !isTold;
  });
}

const MADE: readonly { readonly made: Statement['made']; readonly id: string; readonly authority: string; readonly because: string }[] = [
  { made: 'side', id: 'laterality', authority: 'ICD-10-CM Guidelines I.B.13', because: 'The sentence says the side.' },
  { made: 'product', id: 'tobacco-product', authority: 'Index, Dependence, drug, nicotine, cigarettes', because: 'The note says that cigarettes are smoked.' },
  { made: 'history', id: 'history-of', authority: 'ICD-10-CM Guidelines I.C.2.m, I.C.9.e.4, I.C.21.c.4', because: 'The note tells that it is over; it is reported as history.' },
  { made: 'sequela', id: 'sequela-of-stroke', authority: 'ICD-10-CM Guidelines I.C.9.d', because: 'The note says that a past stroke left this deficit.' },
  { made: 'phase', id: 'phase-of-treatment', authority: 'ICD-10-CM Guidelines I.C.19.a', because: 'The sentence says the phase of treatment, which the seventh character reports.' },
  { made: 'long-term-drug', id: 'long-term-drug', authority: 'ICD-10-CM Guidelines I.C.21.c.3', because: 'The provider’s note says that the patient takes this drug over a long time.' },
];

function cite(entry: Group, { release }: CodeSet): Supported {
  const { specifiedFrom, ...supported } = entry;
  const rules: RuleCitation[] = [{
    id: 'provider-statement', version: '1.0.0', authority: `ICD-10-CM Guidelines ${release} I.A.19, IV.J`,
    because: 'A provider states in this encounter that the condition exists and assesses it.',
  }];
  if (specifiedFrom !== null) {
    rules.push({
      id: 'highest-specificity', version: '1.0.0', authority: `ICD-10-CM Guidelines ${release} I.B.2`,
      because: `The visit’s notes say more than ${specifiedFrom}.`,
    });
  }
  rules.push(...MADE.filter(({ made }) => supported.statements.some((statement) => statement.made === made)).map(({ id, authority, because }) => ({
    id, version: '1.0.0', authority: authority.replace('Guidelines', `Guidelines ${release}`), because,
  })));
  if (supported.statements.every((statement) => statement.mention.assertion.status === 'possible')) {
    rules.push({
      id: 'uncertain-at-discharge', version: '1.0.0', authority: `ICD-10-CM Guidelines ${release} II.H, III.C`,
      because: 'Documented as uncertain at the time of an inpatient discharge: coded as if it existed.',
    });
  }
  return { ...supported, rules };
}

function unique(list: readonly { readonly code: string; readonly title: string }[], except: string): readonly { readonly code: string; readonly title: string }[] {
  return [...new Map(list.filter(({ code }) => code !== except).map(({ code, title }) => [code, { code, title }])).values()];
}
