import type { Attestation, AttestedItem, ServerProfile, Source, StepId, SuggestionId, WriteAction, WriteStep } from '../model/index.ts';
import { stepFor } from './keys.ts';
import { refusalOf } from './limits.ts';
import type { Cannot, PlanPart } from './part.ts';

/**
 * Two kinds of provenance: for each suggestion what the software proposed and on which evidence, and one for the person who
 * countersigned, with every decision, the rejected ones too. They come after what they speak of, so that they name written versions.
 * Oracle Health takes one target each.
 */
export function planProvenance(
  attestation: Attestation, profile: ServerProfile, stepsOf: ReadonlyMap<SuggestionId, readonly StepId[]>, clinical: readonly WriteStep[],
): PlanPart {
  const oneTarget = profile.name === 'oracle';
  const steps: WriteStep[] = [];
  const cannot: Cannot[] = [];
  const push = (subject: string, action: WriteAction, says: string): void => {
    const refused = refusalOf(action, profile);
    if (refused === null) steps.push(stepFor(attestation, subject, action, says));
    else cannot.push({ says, why: refused });
  };
  for (const { suggestion } of attestation.decisions) {
    const of = stepsOf.get(suggestion.id) ?? [];
    const { rules, evidence, reason = null } = suggestion;
    for (const targets of grouped(of, oneTarget)) {
      push(suggestion.id, { kind: 'machine-provenance', of: targets, rules, evidence, reason }, `Record what the software proposed for ${suggestion.code}, and on which evidence`);
    }
  }
  const items = attestation.decisions.map(({ suggestion, choice }): AttestedItem => ({ suggestion: suggestion.id, action: suggestion.action, code: suggestion.code, choice }));
  const seen = seenBy(attestation);
  const all = clinical.map((s) => s.id);
  for (const of of all.length === 0 ? [[]] : grouped(all, oneTarget)) {
    push('attestation', { kind: 'attestation-provenance', of, statement: attestation.statement, items, seen }, `Record your countersignature: ${counted(items)}`);
  }
  return { steps, cannot };
}

function grouped(steps: readonly StepId[], oneEach: boolean): readonly (readonly StepId[])[] {
  if (oneEach) return steps.map((step) => [step]);
  return steps.length === 0 ? [] : [steps];
}

function seenBy(attestation: Attestation): readonly Source[] {
  const sources = attestation.decisions.flatMap((d) => [...d.seen.notes.map((n) => n.document), ...d.seen.charted]);
  return [...new Map(sources.map((s) => [`${s.reference}|${s.version ?? ''}`, s])).values()];
}

/** "1 accepted (I10), 1 rejected (E66.811)". */
function counted(items: readonly AttestedItem[]): string {
  const words = { accept: 'accepted', modify: 'modified', reject: 'rejected', defer: 'deferred' } as const;
  const kinds = ['accept', 'modify', 'reject'] as const;
  return kinds.flatMap((kind) => {
    const codes = items.filter((i) => i.choice.kind === kind).map((i) => (i.choice.kind === 'modify' ? `${i.code} to ${i.choice.code}` : i.code));
    return codes.length === 0 ? [] : [`${codes.length} ${words[kind]} (${codes.join(', ')})`];
  }).join(', ');
}
