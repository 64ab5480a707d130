import type { Chart, RuleCitation, Services, Suggestion, VisitLevel, VisitReason } from '../../model/index.ts';
import { serviceEntry } from '../services/pack.ts';
import { VISITS } from '../services/service-diagnoses.ts';
import { suggestionId } from '../suggestion-id.ts';
import { isAmong } from './code-ranges.ts';
import { isSameService } from './same-service.ts';
import { standingDraft } from './standing-draft.ts';

/** What was performed, as suggestions for the claim; what stands on its draft already is not suggested again. */
export function suggestedServices(chart: Chart, { performed }: Services): readonly Suggestion[] {
  const standing = standingLines(chart);
  return performed.filter((service) => !standing.some((line) => isSameService(line, service))).map(({ code, system, title, units, modifiers, evidence, because, authority }) => ({
    ...suggested(chart, system, code, title, { id: 'performed-service', version: '1.0.0', authority, because }), units, modifiers, evidence,
  }));
}

/**
 * The supported visit as one item to decide on, with what goes beside it; `instead` names the visit that the draft has now. Nothing where the draft has
 * these already, or where no visit is supported.
 */
export function suggestedVisit(chart: Chart, level: VisitLevel | null): readonly Suggestion[] {
  if (level === null || level.code === null) return [];
  const standing = standingLines(chart).map(({ code }) => code);
  const lines = [{ code: level.code, title: level.title ?? '', units: 1, modifiers: level.modifiers }, ...level.also.map((also) => ({ ...also, title: serviceEntry(also.code)?.title ?? '' }))];
  const replaceable = standing.filter((code) => isAmong(VISITS, code) && !lines.some((line) => line.code === code));
  return lines.filter(({ code }) => !standing.includes(code)).map(({ code, title, units, modifiers }) => {
    const instead = isAmong(VISITS, code) ? replaceable.shift() : undefined;
    const why = reasonsFor(level, code);
    return {
      ...suggested(chart, /^[A-Z]/.test(code) ? 'hcpcs' : 'cpt', code, title, { id: 'visit-level', version: '1.0.0', authority: 'Rules for evaluation and management, 2023', because: why.map(({ says }) => says).join(' ') }),
      units, modifiers, evidence: why.flatMap((reason) => reason.evidence),
      /** Another level than the one drafted: its words are to be opened before it is accepted (rules of trust 4). */
      ...(instead === undefined ? {} : { instead, evidenceFirst: true }),
    };
  });
}

/** What goes beside the visit rests on its own words where it has any. */
function reasonsFor({ code: visit, why }: VisitLevel, code: string): readonly VisitReason[] {
  const said = why.filter(({ element }) => element !== 'none');
  const own = said.filter(({ element }) => (element === 'also') === (code !== visit));
  return own.some(({ evidence }) => evidence.length > 0) ? own : said;
}

/** What may be billed once its performance is documented is as certain as the words for it: a person sees them first. */
function suggested(chart: Chart, system: 'cpt' | 'hcpcs', code: string, title: string, rule: RuleCitation): Omit<Suggestion, 'evidence'> {
  const draft = standingDraft(chart);
  return {
    id: suggestionId('add', code, undefined, []), action: 'add', system, code, title, charted: draft === undefined ? [] : [draft.source], rules: [rule],
    confidence: 0.9, level: 'high', alternatives: [], evidenceFirst: false,
  };
}

function standingLines(chart: Chart): readonly { readonly code: string; readonly modifiers: readonly string[] }[] {
  return (standingDraft(chart)?.lines ?? []).flatMap(({ coding, modifiers }) => (coding === null ? [] : [{ code: coding.code, modifiers }]));
}
