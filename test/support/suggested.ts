import type { Suggestion, SuggestionId } from '../../src/domain/model/index.ts';

/** A suggestion as far as the lock and the precheck look at it. */
export function suggested(code: string, options: Partial<Pick<Suggestion, 'action' | 'from' | 'confidence' | 'system' | 'alternatives' | 'title' | 'evidence'>> = {}): Suggestion {
  const { action = 'add' } = options;
  return {
    id: `${action}-${code}` as SuggestionId, action, system: 'icd-10-cm', code, title: code, charted: [], evidence: [], rules: [], confidence: 0.8, level: 'high',
    alternatives: [], evidenceFirst: false, ...options,
  };
}
