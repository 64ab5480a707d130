import type { AssertionStatus, Chart, CodeSet, RuleCitation } from '../model/index.ts';
import { INTEGRAL_SYMPTOMS } from './integral-symptoms.ts';
import { isUnderAny, saysMore } from './hierarchy.ts';
import { GENERAL_CODES } from './general-codes.ts';
import { isScreeningAnotherTime, SCREENED_ANOTHER_TIME } from './screening.ts';
import { isSymptom } from './problem-titles.ts';
import { isStandingStatus } from './standing-status.ts';
import type { Statement } from './statements.ts';
import { mayBeCodedUncertain, UNCERTAIN_OUTPATIENT } from './uncertain.ts';

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
  const codable = said.filter((statement) => {
    const why = notCodableBecause(statement, chart);
    if (why !== null && !leftOut.has(statement.code)) leftOut.set(statement.code, why);
    return why === null;
  });
  const over = saidToBeOver(said, chart);
  const assessed = codable.filter((statement) => statement.assessed && !isOver(statement, over, leftOut));
  for (const statement of codable) {
    if (!statement.assessed && !leftOut.has(statement.code)) {
      leftOut.set(statement.code, statement.restated === 'history' ? INTRODUCED : 'Mentioned, but not where this visit’s conditions are assessed (ICD-10-CM Guidelines IV.J).');
    }
  }
  const specified = collapse(group(assessed).map((entry) => mostSpecific(entry, codable, codeSet)), codeSet, leftOut);
  const kept = withoutIntegralSymptoms(specified, leftOut);
  for (const { code } of kept) leftOut.delete(code);
  return {
    supported: kept.map((entry) => cite(entry, codeSet)),
    mentioned: group(codable.filter(isAsOfNow)).map((entry) => cite({ ...entry, specifiedFrom: null }, codeSet)),
    leftOut: [...leftOut].map(([code, why]) => ({ code, why })),
  };
}

const INTRODUCED = 'Told as history where the assessment begins, and not among its problems (ICD-10-CM Guidelines IV.J).';

/** Said of the patient as of now, outside the assessment: it may make an assessed condition more specific. */
function isAsOfNow({ assessed, mention }: Statement): boolean {
  return !assessed && mention.assertion.status === 'present' && mention.assertion.recent && mention.section !== 'problem-list' && mention.section !== 'results';
}

type Group = Omit<Supported, 'rules'> & { readonly specifiedFrom: string | null };

const NOT_CODED: Readonly<Record<Exclude<AssertionStatus, 'present' | 'possible'>, string>> = {
  absent: 'The note says it is not there.',
  historical: 'Past and over: a history code may apply, not this one.',
  family: 'A relative’s condition.',
  'other-person': 'Another person’s condition.',
  hypothetical: 'Not asserted: advice, screening, prevention or risk.',
};

const RESTATED = 'A symptom told under the title of the diagnosis that it belongs to (ICD-10-CM Guidelines IV.D, I.B.4).';

const NOT_INCIDENTAL = 'A pregnancy is reported as incidental only where the provider says so (ICD-10-CM Guidelines I.C.15.a.1).';

function notCodableBecause(statement: Statement, chart: Chart): string | null {
  const { code, evidence, mention, note, unusable, restated, made } = statement;
  if (unusable !== null) return unusable;
  if (restated === 'symptom') return RESTATED;
  if (isScreeningAnotherTime(code, evidence.quote)) return SCREENED_ANOTHER_TIME;
  if (code === 'Z33.1' && !/\bincidental/i.test(evidence.quote)) return NOT_INCIDENTAL;
  const { status } = mention.assertion;
  if (made === 'history' && status === 'historical') return null;
  if (status === 'historical' && isStandingStatus(code, mention.section, evidence.quote)) return null;
  if (status === 'present' || isResolvedInThisStay(statement, chart)) return null;
  if (status !== 'possible') return NOT_CODED[status];
  return mayBeCodedUncertain(mention, note, chart) ? null : UNCERTAIN_OUTPATIENT;
}

/**
 * "AKI, resolved with fluids" in a hospital course: it was treated during the stay, and is reported though it is over
 * when the summary is written (ICD-10-CM Guidelines III).
 */
function isResolvedInThisStay({ mention: { assertion, section } }: Statement, { encounter }: Chart): boolean {
  if (encounter.setting !== 'inpatient' || assertion.status !== 'historical') return false;
  if (section !== 'hospital-course' && section !== 'discharge-diagnosis' && section !== 'assessment') return false;
  return assertion.cues.filter((cue) => cue.kind === 'history').every((cue) => /resolv|improv/i.test(cue.text));
}

/** Symptoms of which the assessment of an office visit says that they are over. */
function saidToBeOver(said: readonly Statement[], { encounter }: Chart): ReadonlySet<string> {
  if (encounter.setting === 'inpatient') return new Set();
  return new Set(said.filter(({ code, assessed, shape, mention: { assertion } }) =>
    assessed && shape === 'assessed' && isSymptom(code) && assertion.status === 'historical' && assertion.cues.some(({ kind, text }) => kind === 'history' && /resolv|subsid|gone/i.test(text))).map(({ code }) => code));
}

/** What an earlier sentence says of a symptom that is over, unless it is a problem with a title of its own. */
function isOver({ code, titled }: Statement, over: ReadonlySet<string>, leftOut: Map<string, string>): boolean {
  if (titled || !over.has(code)) return false;
  leftOut.set(code, NOT_CODED.historical);
  return true;
}

function group(all: readonly Statement[]): readonly Group[] {
  const byCode = new Map<string, Statement[]>();
  for (const statement of all) byCode.set(statement.code, [...(byCode.get(statement.code) ?? []), statement]);
  return [...byCode].map(([code, list]) => ({
    code, title: list[0]!.title, statements: list, alternatives: unique(list.flatMap((statement) => statement.alternatives), code), specifiedFrom: null,
  }));
}

/** "CKD, stable" in the assessment and "CKD stage 3b" in the history make N18.32; two different stages leave it as it is, with both as alternatives. */
function mostSpecific(entry: Group, codable: readonly Statement[], codeSet: CodeSet): Group {
  if (GENERAL_CODES.some((row) => row.code === entry.code && row.otherConditions === true)) return entry;
  const fuller = codable.filter((statement) => saysMore(statement.code, entry.code, codeSet));
  const codes = [...new Set(fuller.map((statement) => statement.code))].filter((code) => !fuller.some((other) => saysMore(other.code, code, codeSet)));
  if (codes.length === 0) return entry;
  if (codes.length > 1) {
    return { ...entry, alternatives: unique([...entry.alternatives, ...fuller.map(({ code, title }) => ({ code, title }))], entry.code) };
  }
  const chosen = fuller.filter((statement) => statement.code === codes[0]);
  return { ...entry, code: chosen[0]!.code, title: chosen[0]!.title, statements: [...entry.statements, ...chosen], specifiedFrom: entry.code };
}

/** One entry a code; a general one goes where a fuller one stands. */
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
  return [...merged.values()].filter((entry) => {
    const fuller = [...merged.values()].find((other) => saysMore(other.code, entry.code, codeSet));
    if (fuller !== undefined) leftOut.set(entry.code, `${fuller.code} says more.`);
    return fuller === undefined;
  });
}

function withoutIntegralSymptoms(entries: readonly Group[], leftOut: Map<string, string>): readonly Group[] {
  const certain = entries.filter((entry) => entry.statements.some((statement) => statement.mention.assertion.status === 'present'));
  return entries.filter((entry) => {
    const isTitled = entry.statements.some((statement) => statement.titled);
    const row = INTEGRAL_SYMPTOMS.find(({ symptoms, of, loosely }) =>
      !(loosely === true && isTitled) && isUnderAny(entry.code, symptoms) && certain.some((other) => other.code !== entry.code && isUnderAny(other.code, of) && !onOtherSides(entry.title, other.title)));
    if (row === undefined) return true;
    leftOut.set(entry.code, `Part of a confirmed diagnosis: ${row.says} (ICD-10-CM Guidelines I.B.5).`);
    return false;
  });
}

const MADE: readonly { readonly made: Statement['made']; readonly id: string; readonly authority: string; readonly because: string }[] = [
  { made: 'side', id: 'laterality', authority: 'ICD-10-CM Guidelines I.B.13', because: 'The sentence says the side.' },
  { made: 'product', id: 'tobacco-product', authority: 'Index, Dependence, drug, nicotine, cigarettes', because: 'The note says that cigarettes are smoked.' },
  { made: 'history', id: 'history-of', authority: 'ICD-10-CM Guidelines I.C.2.m, I.C.9.e.4, I.C.21.c.4', because: 'The note tells that it is over; it is reported as history.' },
  { made: 'phase', id: 'phase-of-treatment', authority: 'ICD-10-CM Guidelines I.C.19.a', because: 'The sentence says the phase of treatment, which the seventh character reports.' },
  { made: 'long-term-drug', id: 'long-term-drug', authority: 'ICD-10-CM Guidelines I.C.21.c.3', because: 'The provider’s note says that the patient takes this drug over a long time.' },
];

/** Arthritis of the right knee does not explain the pain of the left one. */
function onOtherSides(one: string, other: string): boolean {
  return (/\bright\b/.test(one) && /\bleft\b/.test(other)) || (/\bleft\b/.test(one) && /\bright\b/.test(other));
}

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
