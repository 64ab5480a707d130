import type { Chart, CodeEntry, CodeSet, GapFinding, Knowledge, LeftOutCode, NoteFindings, Policy, PrecheckFinding, QuoteEvidence, Services, Source, Suggestion, SuggestionAction } from '../model/index.ts';
import type { ChartedDiagnosis } from './charted.ts';
import type { VisitCode } from './combine.ts';
import { askedAbout } from './asked-about.ts';
import { codeVisit, lockContextOf, precheckOf } from './coded-visit.ts';
import { confidence, confidenceLevel } from './confidence.ts';
import { immunizationEncounter } from './immunization-encounter.ts';
import { isConsequential } from './consequential.ts';
import { correctedStatements } from './corrected.ts';
import { MOST_PASSAGES } from './evidence.ts';
import { category, saysMore } from './hierarchy.ts';
import { lockCodes } from './lock/lock.ts';
import { citation, type Unsupported } from './remove.ts';
import type { Statement } from './statements.ts';
import { suggestionId } from './suggestion-id.ts';
import { superfluous } from './two-way/beside.ts';
import { removalConfidence } from './two-way/removal-confidence.ts';
import { takesThePlace } from './two-way/takes-place.ts';
import type { LeftOut } from './supported.ts';
import { undecidedAbbreviations } from './undecided-abbreviations.ts';

export interface Proposals {
  /** The release in force on the day of service; null when that day is outside the loaded releases. */
  readonly release: string | null;
  /** Removals first, then specifications, then additions; additions in the order a coder would report them. Each valid for the day of service. */
  readonly suggestions: readonly Suggestion[];
  readonly leftOut: readonly LeftOutCode[];
  /** What may be wrong with the diagnoses as they would stand. */
  readonly precheck: readonly PrecheckFinding[];
}

/**
 * Compares, both ways, what the visit's notes support with what this encounter already carries.
 * Outside the loaded code-set releases nothing is suggested: the answer is *cannot tell*.
 * @param services performed at the visit, for the codes that stand beside them
 * @param gaps what is asked about waits for its answer
 */
export function proposeCodes(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, policy: Policy, services: Services = NONE, gaps: readonly GapFinding[] = []): Proposals {
  const coded = codeVisit(chart, found, knowledge);
  if (coded === null) return { release: null, suggestions: [], leftOut: [], precheck: [] };
  const { said, visit, standing, unsupported, leftOut, codeSet } = coded;
  const compared = twoWay({ visit, standing, unsupported, said }, codeSet);
  const proposed = [...compared, ...immunizationEncounter(services, new Set([...compared, ...standing].map(({ code }) => code)), codeSet)];
  const untold = diagnosesUnread(chart) ? proposed.filter((one) => one.action === 'add') : [];
  const considered = proposed.filter((one) => !untold.includes(one)).map((one) => ({ one, why: whyNotShown(one, policy) ?? askedAbout(one, gaps, said) }));
  const { allowed, refused, findings } = lockCodes(considered.filter(({ why }) => why === null).map(({ one }) => one), standing.map(({ code }) => code), lockContextOf(coded));
  const told = new Set([...considered.map(({ one }) => one), ...standing, ...leftOut].map(({ code }) => code));
  return {
    release: codeSet.release, suggestions: allowed, precheck: together(findings, precheckOf(coded, allowed)),
    leftOut: [
      ...withEvidence([
        ...leftOut, ...considered.flatMap(({ one: { code }, why }) => (why === null ? [] : [{ code, why }])),
        ...refused.map(({ suggestion: { code }, why }) => ({ code, why })),
        ...untold.map(({ code }) => ({ code, why: 'Supported, but the diagnoses charted for this visit could not be read, so whether it is missing cannot be told.' })),
      ], said, codeSet),
      ...undecidedAbbreviations(chart, found, told, knowledge, codeSet),
    ],
  };
}

const NONE: Services = { performed: [], refused: [] };

/** One finding a rule and its codes. */
function together(locked: readonly PrecheckFinding[], checked: readonly PrecheckFinding[]): readonly PrecheckFinding[] {
  return [...locked, ...checked].filter((one, place, all) => all.findIndex((other) => other.rule === one.rule && other.codes.join() === one.codes.join()) === place);
}

/** Every decision can be shown as words in the note, that against a code too. */
function withEvidence(leftOut: readonly LeftOut[], said: readonly Statement[], codeSet: CodeSet): readonly LeftOutCode[] {
  const corrected = correctedStatements(said);
  const byCode = new Map<string, QuoteEvidence[]>();
  for (const one of said) {
    const known = byCode.get(one.code) ?? [];
    if (known.length < MOST_PASSAGES) byCode.set(one.code, [...known, ...one.evidence, ...(corrected.get(one)?.evidence ?? []).map((by) => ({ ...by, completes: true as const }))]);
  }
  return leftOut.map(({ code, why }) => ({ code, title: codeSet.entry(code)?.title ?? null, why, evidence: onceEach(byCode.get(code) ?? []) }));
}

/** What the site decided: how sure a suggestion must be, and which rules may make one. Null where nothing speaks against it. */
function whyNotShown({ confidence: value, rules }: Suggestion, { confidence: { show }, rules: site }: Policy): string | null {
  const off = rules.find((rule) => site.off.includes(rule.id));
  if (off !== undefined) return `The site has switched off the rule “${off.id}”.`;
  return value < show ? `Coders report it too seldom where notes say it so: ${Math.round(value * 100)} of 100, and ${Math.round(show * 100)} are asked for.` : null;
}

/** Unread is not empty: what nobody could read may hold the very diagnosis that seems to be missing. */
function diagnosesUnread(chart: Chart): boolean {
  return chart.reads.some(({ kind, status, query }) => kind === 'Condition' && (status === 'failed' || status === 'denied') && !query.includes('problem-list-item'));
}

interface Compared {
  readonly visit: readonly VisitCode[];
  readonly standing: readonly ChartedDiagnosis[];
  readonly unsupported: readonly Unsupported[];
  readonly said: readonly Statement[];
}

function twoWay({ visit, standing, unsupported, said }: Compared, codeSet: CodeSet): readonly Suggestion[] {
  const remove: Suggestion[] = [];
  const specify: Suggestion[] = [];
  const add: Suggestion[] = [];
  const replaced = new Set<string>();
  const charted = [...standing, ...unsupported.map((one) => one.charted)];
  for (const entry of visit) {
    if (entry.statements.length === 0 || charted.some((diagnosis) => diagnosis.code === entry.code)) continue;
    const places = charted.filter((diagnosis) => !replaced.has(diagnosis.code) && takesThePlace(entry, diagnosis, said, codeSet) && !isNearerTo(diagnosis, entry, visit));
    const place = places.find(({ code }) => category(code) === category(entry.code)) ?? places[0];
    if (place !== undefined) {
      replaced.add(place.code);
      specify.push(suggestion('specify', entry, place.sources, place.code));
      continue;
    }
    const covered = standing.some((diagnosis) => saysMore(diagnosis.code, entry.code, codeSet));
    if (!covered) add.push(suggestion('add', entry, []));
  }
  for (const one of unsupported) {
    if (replaced.has(one.charted.code)) continue;
    const { to } = one;
    const isThere = to === null || standing.some(({ code }) => code === to.code);
    const made = to === null ? undefined : add.findIndex(({ code }) => code === to.code);
    if (made !== undefined && made >= 0) specify.push({ ...add.splice(made, 1)[0]!, ...replacing(one.charted), action: 'specify', id: suggestionId('specify', to!.code, one.charted.code, one.charted.sources) });
    else if (isThere || specify.some(({ code }) => code === to.code)) remove.push(removal(one, codeSet));
    else specify.push(toThePast(one, to));
  }
  const left = standing.filter(({ code }) => !replaced.has(code));
  remove.push(...superfluous(left, new Set(specify.map(({ code }) => code)), visit, said, codeSet).map(({ charted: diagnosis, reason, statements }) =>
    removal({ charted: diagnosis, reason, statements, searched: [], to: null, rule: citation(reason, codeSet) }, codeSet)));
  return [...remove, ...specify, ...add.filter(({ code }) => !STATUS.test(code)), ...add.filter(({ code }) => STATUS.test(code))];
}

/** What a patient has, carries or takes besides: after what is treated (ICD-10-CM Guidelines I.C.21.c.3, I.C.21.c.4). */
const STATUS = /^Z(?:1[4-9]|2[12]|6[678]|7[89]|8|9)/;

/** A diagnosis of the charted category that says more of it takes its place before one of another: NSTEMI before the old infarction. */
function isNearerTo({ code }: ChartedDiagnosis, entry: VisitCode, visit: readonly VisitCode[]): boolean {
  return code.startsWith('I21') && entry.code === OLD_INFARCTION && visit.some((other) => other.statements.length > 0 && category(other.code) === category(code));
}

const OLD_INFARCTION = 'I25.2';

function replacing({ code, sources }: ChartedDiagnosis): Pick<Suggestion, 'from' | 'charted'> {
  return { from: code, charted: sources };
}

/** A charted diagnosis that is over, as the code that reports it so. */
function toThePast({ charted, statements: said, rule, reason }: Unsupported, to: CodeEntry): Suggestion {
  const value = removalConfidence(reason, said);
  const level = confidenceLevel(value);
  return {
    id: suggestionId('specify', to.code, charted.code, charted.sources), action: 'specify', system: 'icd-10-cm', code: to.code, title: to.title, ...replacing(charted), reason,
    evidence: quotes(said), rules: [rule], confidence: value, level, alternatives: [], evidenceFirst: true,
  };
}

function suggestion(action: SuggestionAction, entry: VisitCode, charted: readonly Source[], from?: string): Suggestion {
  const value = confidence(entry.code, entry.statements);
  const level = confidenceLevel(value);
  return {
    id: suggestionId(action, entry.code, from, charted), action, system: 'icd-10-cm', code: entry.code, title: entry.title,
    ...(from === undefined ? {} : { from }),
    charted, evidence: quotes(entry.statements), rules: entry.rules, confidence: value, level, alternatives: entry.alternatives,
    evidenceFirst: level === 'low' || isConsequential(entry.code),
  };
}

function removal({ charted, reason, statements: said, searched, rule }: Unsupported, codeSet: CodeSet): Suggestion {
  const value = removalConfidence(reason, said);
  return {
    id: suggestionId('remove', charted.code, undefined, charted.sources), action: 'remove', system: 'icd-10-cm', code: charted.code,
    title: codeSet.entry(charted.code)?.title ?? charted.text ?? charted.code,
    charted: charted.sources, reason, evidence: [...quotes(said), ...searched], rules: [rule], confidence: value, level: confidenceLevel(value),
    alternatives: [], evidenceFirst: confidenceLevel(value) === 'low' || isConsequential(charted.code),
  };
}

/** The strongest words first: where it is assessed, then the rest in order. */
function quotes(said: readonly Statement[]): readonly QuoteEvidence[] {
  return onceEach([...said.filter((one) => one.assessed), ...said.filter((one) => !one.assessed)].flatMap((one) => one.evidence));
}

/** One quote a passage. */
function onceEach(ordered: readonly QuoteEvidence[]): readonly QuoteEvidence[] {
  const byPlace = new Map(ordered.toReversed().map((one) => [`${one.note} ${one.start} ${one.end}`, one]));
  const kept = new Set(byPlace.values());
  return ordered.filter((one) => kept.has(one));
}
