import type { Attestation, Chart, Decision, SignedChoice, SignedItem, Source, Verification, WriteAction, WritePlan, WriteReceipt } from '../domain/model/index.ts';
import { changedSince, correctionOf, evidenceDigest } from '../domain/review/index.ts';
import type { OpenReview } from './review-state.ts';

/** What an attestation signed, in the form in which this device remembers it until a server does. */
export function signedItems({ id, who, at, decisions }: Attestation | Verification): readonly SignedItem[] {
  return decisions.flatMap((decision): SignedItem[] => {
    const { suggestion, seen } = decision;
    const choice = signedChoice(decision);
    return [{
      source: { reference: `device:${id}`, version: null }, who: who.reference, whoName: who.name, at, suggestion: suggestion.id, action: suggestion.action,
      code: suggestion.code, from: suggestion.from ?? null, choice, evidence: suggestion.evidence.map(evidenceDigest), targets: [],
      seen: [...seen.notes.map(({ document }) => document), ...seen.charted], corrects: suggestion.corrects?.reference ?? null,
    }];
  });
}

/** The same with what their steps wrote, so that they can be corrected later. */
export function withTargets(items: readonly SignedItem[], { event, steps }: WritePlan, receipts: readonly WriteReceipt[]): readonly SignedItem[] {
  const written = new Map(receipts.flatMap(({ step, outcome, resource }) => (outcome === 'written' && resource !== null ? [[step, resource] as const] : [])));
  return items.map((item) => {
    if (item.source.reference !== `device:${event}`) return item;
    const targets = steps.flatMap(({ id, action }): readonly Source[] => {
      const resource = written.get(id);
      return resource !== undefined && concerns(action, item) ? [resource] : [];
    });
    return { ...item, targets };
  });
}

/** What is remembered of this encounter, newest first. What this device remembers counts only until a server tells of the same. */
export function allSigned(chart: Chart, onDevice: readonly SignedItem[]): readonly SignedItem[] {
  const only = onDevice.filter((item) => !chart.signed.some((told) => told.suggestion === item.suggestion && told.who === item.who && isSameTime(told.at, item.at)));
  return [...chart.signed, ...only].toSorted((a, b) => (Date.parse(b.at ?? '') || 0) - (Date.parse(a.at ?? '') || 0));
}

/** As the screen lists them: what each rested on and changed since, and whether it can be corrected here. */
export function signedBefore(signed: readonly SignedItem[], chart: Chart, mayCorrect: boolean, isOpen: (item: SignedItem) => boolean): OpenReview['signedBefore'] {
  return signed.map((item) => ({
    item, changed: changedSince(item, chart),
    correctable: mayCorrect && (item.choice.kind === 'reject' ? isOpen(item) : correctionOf(item, { ...chart, signed }, { kind: 'withdraw' }).ok),
  }));
}

/** The same moment, in whatever zone it is written. */
function isSameTime(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && Date.parse(one) === Date.parse(other);
}

function signedChoice({ choice, suggestion }: Decision): SignedChoice {
  const { kind } = choice;
  switch (kind) {
    case 'accept': return { kind, code: suggestion.code, target: choice.target };
    case 'modify': return { kind, code: choice.code, target: choice.target };
    case 'reject': return { kind, reason: choice.reason };
    case 'defer': return { kind, reason: choice.reason };
  }
}

function concerns(action: WriteAction, { choice, code }: SignedItem): boolean {
  const signed = choice.kind === 'accept' || choice.kind === 'modify' ? choice.code : code;
  switch (action.kind) {
    case 'create-condition':
    case 'recode-condition': return action.diagnosis.code === signed;
    case 'withdraw-condition':
    case 'release-condition': return action.code === code;
    case 'create-claim': case 'update-claim': case 'update-encounter': case 'machine-provenance': case 'attestation-provenance': case 'propose-condition':
    case 'propose-claim': case 'propose-item': case 'answer-proposal': case 'send-query': case 'notify-query': case 'follow-query': case 'answer-query': case 'close-query': case 'file-note': case 'anchor-log': return false;
  }
}
