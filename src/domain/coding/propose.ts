import type { Chart, CodeSet, Knowledge, NoteFindings, Policy, Source, Suggestion, SuggestionAction } from '../model/index.ts';
import { withBodyMass } from './body-mass.ts';
import { chartedDiagnoses, type ChartedDiagnosis } from './charted.ts';
import { combine, type VisitCode } from './combine.ts';
import { withCompanions } from './companion-codes.ts';
import { confidence, confidenceLevel } from './confidence.ts';
import { isConsequential } from './consequential.ts';
import { saysMore } from './hierarchy.ts';
import { keptBeside } from './kept-beside.ts';
import { unsupportedByNotes, type Unsupported } from './remove.ts';
import { serviceDate } from './service-date.ts';
import { statements, type Statement } from './statements.ts';
import { suggestionId } from './suggestion-id.ts';
import { supportedCodes, type LeftOut, type Supported } from './supported.ts';

export interface Proposals {
  /** The release in force on the day of service; null when that day is outside the loaded releases. */
  readonly release: string | null;
  /** Removals first, then specifications, then additions; additions in the order a coder would report them. */
  readonly suggestions: readonly Suggestion[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * Compares, both ways, what the visit's notes support with what this encounter already carries.
 * Outside the loaded code-set releases nothing is suggested: the answer is *cannot tell*.
 */
export function proposeCodes(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, policy: Policy): Proposals {
  const codeSet = knowledge.codeSets.inForce(serviceDate(chart.encounter, chart.asOf));
  if (codeSet === undefined) return { release: null, suggestions: [], leftOut: [] };
  const said = statements(chart, found, codeSet);
  const { supported, mentioned, leftOut } = supportedCodes(said, chart, codeSet);
  const charted = chartedDiagnoses(chart);
  const unsupported = charted.map((diagnosis) => unsupportedByNotes(diagnosis, said, chart, codeSet)).filter((one) => one !== null);
  const standing = charted.filter((diagnosis) => !unsupported.some((one) => one.charted === diagnosis));
  const together = [...supported.map(asVisit), ...standing.map((one) => asVisitCode(one, supported, codeSet)).filter((one) => one !== null)];
  const combined = withCompanions(combine(together, codeSet, mentioned.map(asVisit)), codeSet);
  const { visit, dropped } = keptBeside(withBodyMass(combined, chart, codeSet));
  const proposed = twoWay(visit, standing, codeSet);
  const untold = diagnosesUnread(chart) ? proposed.filter((one) => one.action === 'add') : [];
  const suggestions = [...unsupported.map((one) => removal(one, codeSet)), ...proposed.filter((one) => !untold.includes(one))];
  return {
    release: codeSet.release,
    suggestions: suggestions.filter((one) => one.confidence >= policy.showFrom && !one.rules.some((rule) => policy.rulesOff.includes(rule.id))),
    leftOut: [...leftOut, ...dropped, ...untold.map(({ code }) => ({ code, why: 'Supported, but the diagnoses charted for this visit could not be read, so whether it is missing cannot be told.' }))],
  };
}

/** Unread is not empty: what nobody could read may hold the very diagnosis that seems to be missing. */
function diagnosesUnread(chart: Chart): boolean {
  return chart.reads.some(({ kind, status, query }) => kind === 'Condition' && (status === 'failed' || status === 'denied') && !query.includes('problem-list-item'));
}

function asVisit(one: Supported): VisitCode {
  return { ...one, replaces: [] };
}

/** Charted and not stated: it stands, and may be a partner of a combination. */
function asVisitCode({ code }: ChartedDiagnosis, supported: readonly { readonly code: string }[], codeSet: CodeSet): VisitCode | null {
  if (supported.some((one) => one.code === code)) return null;
  return { code, title: codeSet.entry(code)?.title ?? code, statements: [], rules: [], alternatives: [], replaces: [] };
}

function twoWay(visit: readonly VisitCode[], standing: readonly ChartedDiagnosis[], codeSet: CodeSet): readonly Suggestion[] {
  const specify: Suggestion[] = [];
  const add: Suggestion[] = [];
  const replaced = new Set<string>();
  for (const entry of visit) {
    if (entry.statements.length === 0 || standing.some((diagnosis) => diagnosis.code === entry.code)) continue;
    const from = standing.find((diagnosis) => !replaced.has(diagnosis.code) && (entry.replaces.includes(diagnosis.code) || saysMore(entry.code, diagnosis.code, codeSet)));
    if (from !== undefined) {
      replaced.add(from.code);
      specify.push(suggestion('specify', entry, from.sources, from.code));
      continue;
    }
    const covered = standing.some((diagnosis) => saysMore(diagnosis.code, entry.code, codeSet));
    if (!covered) add.push(suggestion('add', entry, []));
  }
  return [...specify, ...add];
}

function suggestion(action: SuggestionAction, entry: VisitCode, charted: readonly Source[], from?: string): Suggestion {
  const value = confidence(entry.statements);
  const level = confidenceLevel(value);
  return {
    id: suggestionId(action, entry.code, from, charted), action, system: 'icd-10-cm', code: entry.code, title: entry.title,
    ...(from === undefined ? {} : { from }),
    charted, evidence: quotes(entry.statements), rules: entry.rules, confidence: value, level, alternatives: entry.alternatives,
    evidenceFirst: level === 'low' || isConsequential(entry.code),
  };
}

function removal({ charted, reason, statements: said, rule }: Unsupported, codeSet: CodeSet): Suggestion {
  const value = confidence(said);
  return {
    id: suggestionId('remove', charted.code, undefined, charted.sources), action: 'remove', system: 'icd-10-cm', code: charted.code,
    title: codeSet.entry(charted.code)?.title ?? charted.text ?? charted.code,
    charted: charted.sources, reason, evidence: quotes(said), rules: [rule], confidence: value, level: confidenceLevel(value),
    alternatives: [], evidenceFirst: confidenceLevel(value) === 'low' || isConsequential(charted.code),
  };
}

/** The strongest words first: where it is assessed, then the rest in order. One quote a sentence. */
function quotes(said: readonly Statement[]): Suggestion['evidence'] {
  const ordered = [...said.filter((one) => one.assessed), ...said.filter((one) => !one.assessed)].map((one) => one.evidence);
  const byPlace = new Map(ordered.toReversed().map((one) => [`${one.note} ${one.start} ${one.end}`, one]));
  const kept = new Set(byPlace.values());
  return ordered.filter((one) => kept.has(one));
}
