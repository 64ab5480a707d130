import type { CodeSet, Services, Suggestion } from '../model/index.ts';
import { suggestionId } from './suggestion-id.ts';

/**
 * The encounter for immunization beside a vaccine that the record shows given at it (ICD-10-CM Guidelines I.C.21.c.2; tabular Z23: procedure codes
 * identify the kinds). Nothing where the visit has it already.
 */
export function immunizationEncounter({ performed }: Services, reported: ReadonlySet<string>, codeSet: CodeSet): readonly Suggestion[] {
  const given = performed.filter(({ kind }) => kind === 'vaccine-administration');
  const entry = codeSet.entry('Z23');
  if (given.length === 0 || entry === undefined || reported.has(entry.code)) return [];
  return [{
    id: suggestionId('add', entry.code, undefined, []), action: 'add', system: 'icd-10-cm', code: entry.code, title: entry.title, charted: [],
    evidence: given.flatMap(({ evidence }) => evidence), confidence: 0.9, level: 'high', alternatives: [], evidenceFirst: false,
    rules: [{ id: 'encounter-for-immunization', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.21.c.2; tabular Z23`, because: 'The record shows a vaccine given at this visit.' }],
  }];
}
