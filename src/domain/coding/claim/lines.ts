import type {
  Chart, ClaimDraft, ClaimFact, ClaimLineFact, DraftDiagnosis, DraftLine, Evidence, PerformedService, Services, Suggestion, VisitLevel,
} from '../../model/index.ts';
import { serviceDate } from '../service-date.ts';
import { serviceEntry } from '../services/pack.ts';
import { EXAMINATION_VISITS, VISITS } from '../services/service-diagnoses.ts';
import { isAmong } from './code-ranges.ts';
import type { ClaimedCode } from './diagnoses.ts';
import { MOST_POINTERS, servicePointers, visitPointers } from './pointers.ts';
import { isSameService } from './same-service.ts';
import { withSeparateVisit } from './separate-visit.ts';
import { standingDraft } from './standing-draft.ts';

interface LineParts {
  readonly suggestions: readonly Suggestion[];
  readonly services: Services;
  readonly visitLevel: VisitLevel | null;
}

/** A line on its way to the draft; `before` points to the diagnoses that a standing one had. */
export interface LineBefore extends Omit<DraftLine, 'sequence' | 'pointers'> {
  readonly before: readonly number[];
}

type Drafted = Pick<ClaimDraft, 'lines' | 'refused' | 'notes'>;

/** The lines of the standing draft, the supported visit, and what was performed; none of them twice. */
export function linesAfter(chart: Chart, parts: LineParts, diagnoses: readonly DraftDiagnosis[], codes: readonly ClaimedCode[]): Drafted {
  const { visitLevel, services, suggestions } = parts;
  const day = serviceDate(chart.encounter, chart.asOf);
  const draft = standingDraft(chart);
  const standing = draft === undefined ? [] : (draft.lines ?? []).flatMap((line) => standingLine(draft, line, day));
  const visited = withVisit(standing, visitLevel, day);
  const all = services.performed.reduce((lines, service) => withService(lines, service, dayOf(service, chart, day)), visited.lines);
  const separate = withSeparateVisit(all);
  const unreadable = (draft?.lines ?? []).filter(({ coding }) => coding !== null && systemOf(coding.code) === null).map(({ coding }) => `The draft's line ${coding?.code ?? ''} is in another code system and is left as it stands.`);
  if (diagnoses.length === 0) return { lines: [], refused: separate.lines.map((line) => refusal(line, 'A line of a professional claim points to a diagnosis, and this visit has none.')), notes: unreadable };
  const pointed = separate.lines.map((line) => ({ line, pointers: pointersOf(line, separate.lines, diagnoses, codes, suggestions) }));
  return {
    lines: pointed.map(({ line: { code, system, title, modifiers, units, serviced, evidence }, pointers }, index) =>
      ({ sequence: index + 1, code, system, title, modifiers, units, pointers, serviced, evidence })),
    refused: separate.refused.map((line) => refusal(line, 'It is not paid beside a visit with modifier 25, unless that stands for a vaccine or a preventive service of Medicare alone.')),
    notes: [...unreadable, ...visited.notes, ...unitNotes(standing, services), ...separate.notes, ...pointed.filter(({ pointers }) => pointers.length === 0).map(({ line }) => `${line.code} points to no diagnosis: none of the visit's is what it is done for. Choose one before submitting.`)],
  };
}

function standingLine(draft: ClaimFact, { coding, modifiers, units, pointers, serviced }: ClaimLineFact, day: string): readonly LineBefore[] {
  const system = coding === null ? null : systemOf(coding.code);
  if (coding === null || system === null) return [];
  const title = serviceEntry(coding.code)?.title ?? '';
  const evidence: Evidence = { kind: 'fact', resource: draft.source.reference, version: draft.source.version, code: coding.code, label: title || coding.code, date: serviced };
  return [{ code: coding.code, system, title, modifiers, units: units ?? 1, serviced: serviced ?? day, evidence: [evidence], before: pointers }];
}

/** Numbers are CPT's, a letter before four digits HCPCS II; null: neither. */
function systemOf(code: string): DraftLine['system'] | null {
  if (/^[A-V]\d{4}$/.test(code)) return 'hcpcs';
  return /^\d{4}[\dAFTU]$/.test(code) ? 'cpt' : null;
}

/** The draft shows the supported visit; a person decides whether it takes the place of what stands there. */
function withVisit(standing: readonly LineBefore[], level: VisitLevel | null, day: string): { readonly lines: readonly LineBefore[]; readonly notes: readonly string[] } {
  const others = standing.filter(({ code }) => isAmong(VISITS, code));
  if (level === null || level.code === null) {
    const said = level?.why.filter(({ element }) => element === 'none').map(({ says }) => says).join(' ') ?? '';
    return { lines: standing, notes: level === null ? [] : others.map(({ code }) => `The draft's visit ${code} is left as it stands. ${said}`.trim()) };
  }
  const evidence = level.why.flatMap((reason) => reason.evidence);
  const supported = [{ code: level.code, units: 1, modifiers: level.modifiers }, ...level.also].map(({ code, units, modifiers }): LineBefore => ({
    code, system: systemOf(code) ?? 'cpt', title: code === level.code ? level.title ?? '' : serviceEntry(code)?.title ?? '', modifiers, units, serviced: day, evidence, before: [],
  }));
  const replaced = others.filter(({ code }) => !supported.some((line) => line.code === code));
  const fresh = supported.filter(({ code }) => !standing.some((line) => line.code === code));
  const takers = fresh.filter(({ code }) => isAmong(VISITS, code));
  const merged = standing.map((line): LineBefore => {
    const twin = supported.find(({ code }) => code === line.code);
    if (twin !== undefined) return { ...line, modifiers: union(line.modifiers, twin.modifiers), evidence: [...line.evidence, ...twin.evidence] };
    const taker = takers[replaced.indexOf(line)];
    return taker === undefined ? line : { ...taker, modifiers: union(taker.modifiers, line.modifiers), before: line.before };
  });
  return {
    lines: [...merged, ...fresh.filter((line) => takers.indexOf(line) === -1 || takers.indexOf(line) >= replaced.length)],
    notes: replaced.map(({ code }, index) => (takers[index] === undefined
      ? `The draft has the visit ${code}, which the record does not show beside the supported one: decide which stands.`
      : `The draft has the visit ${code}; the record supports ${takers[index].code}, which is shown. It takes the other's place only when a person accepts it.`)),
  };
}

/** A service that stands on the draft already, on that side or without one, is the same service. */
function withService(lines: readonly LineBefore[], { code, system, title, modifiers, units, evidence }: PerformedService, serviced: string): readonly LineBefore[] {
  const twin = lines.find((line) => isSameService(line, { code, modifiers }));
  if (twin === undefined) return [...lines, { code, system, title, modifiers, units, serviced, evidence, before: [] }];
  return lines.map((line) => (line === twin ? { ...line, title: line.title || title, modifiers: union(line.modifiers, modifiers), evidence: [...line.evidence, ...evidence] } : line));
}

function unitNotes(standing: readonly LineBefore[], { performed }: Services): readonly string[] {
  return performed.flatMap(({ code, modifiers, units }) => standing.filter((line) => isSameService(line, { code, modifiers }) && line.units !== units).slice(0, 1)
    .map((line) => `The draft bills ${code} ×${line.units}, which is kept; the record shows ×${units}.`));
}

/** Of a stay of several days, the day on which the chart has it done. */
function dayOf({ evidence }: PerformedService, { encounter, asOf }: Chart, day: string): string {
  const days = evidence.flatMap((one) => (one.kind === 'fact' && one.date !== null ? [one.date.slice(0, 10)] : []));
  const [from, through] = [(encounter.start ?? day).slice(0, 10), (encounter.end ?? asOf).slice(0, 10)];
  return days.find((one) => one >= from && one <= through) ?? day;
}

function pointersOf(
  line: LineBefore, lines: readonly LineBefore[], diagnoses: readonly DraftDiagnosis[], codes: readonly ClaimedCode[], suggestions: readonly Suggestion[],
): readonly number[] {
  const kept = diagnoses.filter(({ code }) => codes.some((one) => one.code === code && one.was.some((was) => line.before.includes(was)))).map(({ sequence }) => sequence).slice(0, MOST_POINTERS);
  const isVisit = isAmong(VISITS, line.code);
  if (kept.length > 0 && !isVisit) return kept;
  if (isVisit) {
    const besideExamination = lines.some(({ code }) => code !== line.code && isAmong(EXAMINATION_VISITS[0], code));
    return union(kept, visitPointers(line.code, diagnoses, besideExamination)).slice(0, MOST_POINTERS);
  }
  const visit = lines.find(({ code }) => isAmong(VISITS, code));
  if (visit !== undefined && line.evidence === visit.evidence) return visitPointers(visit.code, diagnoses, false);
  const own = servicePointers(line, diagnoses, suggestions);
  if (own.length > 0 || line.system === 'cpt') return own;
  const giving = lines.find((other) => other !== line && !isAmong(VISITS, other.code) && isTogether(other, line));
  return giving === undefined ? [] : servicePointers(giving, diagnoses, suggestions);
}

/** A drug and its injection are told in one sentence. */
function isTogether(one: LineBefore, other: LineBefore): boolean {
  return one.evidence.some((a) => a.kind === 'quote' && other.evidence.some((b) => b.kind === 'quote' && a.note === b.note && a.start < b.end && b.start < a.end));
}

function refusal({ code, title, evidence }: LineBefore, why: string): ClaimDraft['refused'][number] {
  return { what: `${code} ${title}`.trim(), why, evidence };
}

function union<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return [...new Set([...one, ...other])];
}
