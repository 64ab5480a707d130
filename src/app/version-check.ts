import type { Decision, Source } from '../domain/model/index.ts';
import type { Held } from './review-state.ts';
import type { VersionCheck } from './parts.ts';

/** Every document and charted resource that these decisions rest on, once each. */
export function sourcesOf(decisions: readonly Decision[]): readonly Source[] {
  const sources = new Map<string, Source>();
  for (const source of decisions.flatMap(seenSources)) sources.set(key(source), source);
  return [...sources.values()];
}

/**
 * Decisions that may not be signed now: something they rest on changed, is gone, or was not checked.
 * Where the server keeps no versions there is nothing to compare: that is no reason to hold, the write's own
 * precondition still guards it.
 */
export function held(decisions: readonly Decision[], checks: readonly VersionCheck[]): readonly Held[] {
  const checked = new Map(checks.map((check) => [key(check), check]));
  return decisions.flatMap((decision) => {
    const troubles = seenSources(decision).flatMap((source) => trouble(source, checked.get(key(source))));
    if (troubles.length === 0) return [];
    const why = ORDER.find((kind) => troubles.some((t) => t.why === kind)) ?? 'cannot-check';
    return [{ suggestion: decision.suggestion.id, why, what: [...new Set(troubles.map((t) => t.what))] }];
  });
}

const ORDER = ['gone', 'changed', 'cannot-check'] as const;

function seenSources(decision: Decision): readonly Source[] {
  return [...decision.seen.notes.map((n) => n.document), ...decision.seen.charted];
}

function trouble(seen: Source, check: VersionCheck | undefined): readonly { why: Held['why']; what: string }[] {
  const name = nameOf(seen.reference);
  if (check === undefined) return [{ why: 'cannot-check', what: `${name}: the server did not answer for it` }];
  switch (check.state) {
    case 'same':
      return [];
    case 'changed':
      return [{ why: 'changed', what: `${name}: you saw version ${seen.version ?? 'unknown'}, version ${check.current ?? 'unknown'} stands now` }];
    case 'gone':
      return [{ why: 'gone', what: `${name}: it is no longer in the record` }];
    case 'cannot-tell':
      return seen.version === null ? [] : [{ why: 'cannot-check', what: `${name}: the server could not say which version stands now` }];
  }
}

function nameOf(reference: string): string {
  const kind = reference.split('/')[0] ?? reference;
  return KINDS[kind] ?? kind;
}

const KINDS: Record<string, string> = { DocumentReference: 'A note behind this item', Condition: 'The charted diagnosis', Claim: 'The draft claim', Encounter: 'The encounter' };

function key(source: Source): string {
  return `${source.reference}|${source.version ?? ''}`;
}
