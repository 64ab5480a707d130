import type { Chart, ProposalFact, WritePlan, WriteReceipt } from '../domain/model/index.ts';

/** What this plan proposed in a document that stands now, in the form in which this device remembers it. */
export function filedProposals({ event, who, at, encounter, steps }: WritePlan, receipts: readonly WriteReceipt[]): readonly ProposalFact[] {
  const written = new Set(receipts.filter(({ outcome }) => outcome === 'written').map(({ step }) => step));
  const items = steps.flatMap(({ id, action }) => (action.kind === 'file-note' && written.has(id) ? action.items ?? [] : []));
  return items.map((item, index): ProposalFact => {
    const { evidence: _, ...asked } = item;
    return {
      source: { reference: `device:${event}/${index}`, version: null }, filed: true, status: 'open', proposer: who.reference, proposerName: who.name, at, encounter: encounter.reference,
      item: asked, quotes: [], facts: [], condition: null, claim: null, answer: null,
    };
  });
}

/** The chart with them, as if they stood there: nobody proposes the same twice. One gives way to a request of the same person for the same that came since. */
export function withFiled(chart: Chart, filed: readonly ProposalFact[] = []): Chart {
  const only = filed.filter((one) => !chart.proposals.some((told) => told.proposer === one.proposer && told.item.action === one.item.action && told.item.code === one.item.code
    && Date.parse(told.at ?? '') >= Date.parse(one.at ?? '')));
  return only.length === 0 ? chart : { ...chart, proposals: [...chart.proposals, ...only] };
}
