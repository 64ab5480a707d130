import type { Chart, Suggestion } from '../../model/index.ts';
import { chartedDiagnoses, type ChartedDiagnosis } from '../charted.ts';
import { dotted, undotted } from '../tabular.ts';
import { standingDraft } from './standing-draft.ts';

export interface ClaimedCode {
  /** With the dot. */
  readonly code: string;
  readonly title: string;
  /** The sequences that it, or what it replaces, has on the standing draft. */
  readonly was: readonly number[];
}

/**
 * The encounter's diagnoses in the order of the claim. The order of a standing draft is a person's and stays; where there is none, the reason that is
 * chiefly responsible for the visit comes first (Guidelines IV.G; inpatient: the principal diagnosis, II), as `order` has it.
 */
export function diagnosesAfter(
  chart: Chart, suggestions: readonly Suggestion[], order: (codes: readonly ClaimedCode[]) => readonly ClaimedCode[],
): { readonly codes: readonly ClaimedCode[]; readonly notes: readonly string[] } {
  const ofDiagnoses = suggestions.filter(({ system }) => system === 'icd-10-cm');
  const removed = new Set(ofDiagnoses.filter(({ action }) => action === 'remove').map(({ code }) => code));
  const kept = chartedInOrder(chart).filter(({ code }) => !removed.has(code)).flatMap(({ code, text, was }): readonly ClaimedCode[] => {
    const specific = ofDiagnoses.filter(({ action, from }) => action === 'specify' && from === code);
    return specific.length === 0 ? [{ code, title: text ?? '', was }] : specific.map((to) => ({ code: to.code, title: to.title, was }));
  });
  const added = ofDiagnoses.filter(({ action }) => action === 'add').map(({ code, title }): ClaimedCode => ({ code, title, was: [] }));
  const all = eachOnce([...kept, ...added]);
  const ordered = order(all);
  if (!all.some(({ was }) => was.length > 0)) return { codes: ordered, notes: [] };
  const standing = all.filter(({ was }) => was.length > 0);
  const codes = [...standing, ...ordered.filter((code) => !standing.includes(code))];
  const [first] = ordered;
  return { codes, notes: first === undefined || first === codes[0] ? [] : [`The draft's own order is kept. By the list and the Guidelines ${first.code} would come first.`] };
}

type InOrder = Pick<ChartedDiagnosis, 'code' | 'text'> & { readonly was: readonly number[] };

/** The first draft's order, then the encounter's own, then as charted. */
function chartedInOrder(chart: Chart): readonly InOrder[] {
  const draft = standingDraft(chart);
  const onDraft = (draft?.diagnoses ?? []).flatMap(({ sequence, coding, condition }) => {
    const behind = chart.conditions.find(({ source }) => source.reference === condition);
    const code = coding?.code ?? behind?.codings[0]?.code;
    return code === undefined ? [] : [{ sequence, code: dotted(undotted(code)) }];
  }).toSorted((a, b) => a.sequence - b.sequence);
  const listed = new Map(chart.encounter.diagnoses.map((reference, place) => [reference, place]));
  const rank = ({ code, conditions }: ChartedDiagnosis): number => {
    const place = onDraft.findIndex((one) => one.code === code);
    if (place !== -1) return place;
    return onDraft.length + Math.min(listed.size, ...conditions.map(({ source }) => listed.get(source.reference) ?? listed.size));
  };
  return chartedDiagnoses(chart).map((diagnosis) => ({ diagnosis, rank: rank(diagnosis) })).toSorted((a, b) => a.rank - b.rank)
    .map(({ diagnosis: { code, text } }) => ({ code, text, was: onDraft.filter((one) => one.code === code).map(({ sequence }) => sequence) }));
}

/** Two that become one code are one diagnosis. */
function eachOnce(codes: readonly ClaimedCode[]): readonly ClaimedCode[] {
  const byCode = new Map<string, ClaimedCode>();
  for (const one of codes) {
    const known = byCode.get(one.code);
    byCode.set(one.code, known === undefined ? one : { ...known, title: known.title || one.title, was: [...known.was, ...one.was] });
  }
  return [...byCode.values()];
}
