import type { Chart, CodeSet } from '../../model/index.ts';
import { correctedStatements } from '../corrected.ts';
import type { Statement } from '../statements.ts';
import type { LeftOut, Supported } from '../supported.ts';
import { isCured, judge } from './judge.ts';

/**
 * A code that the notes support and whose author says later that it is not so, or that it is cured, is weighed as one that is charted: what would be
 * removed is not added (ICD-10-CM Guidelines I.A.19, III.C). In an office visit two notes that contradict each other without a word of correction both stand.
 */
export function withoutContradicted(supported: readonly Supported[], said: readonly Statement[], chart: Chart, codeSet: CodeSet): { readonly upheld: readonly Supported[]; readonly contradicted: readonly LeftOut[] } {
  const mayDeny = chart.encounter.setting !== 'office' && said.some(({ mention }) => mention.assertion.status === 'absent');
  if (!mayDeny && !said.some(isCured)) return { upheld: supported, contradicted: [] };
  const visit = { chart, said, corrected: correctedStatements(said), codeSet, isSilent: () => null };
  const contradicted = supported.flatMap(({ code }): LeftOut[] => {
    const verdict = judge({ code, text: null, conditions: [], claims: [], sources: [] }, visit);
    if (verdict.kind === 'stands') return [];
    if (verdict.reason === 'ruled-out' && mayDeny) return [{ code, why: 'Its author says later on this visit that it is not so.' }];
    return verdict.reason === 'resolved' && verdict.statements.some(isCured) ? [{ code, why: 'Its author says that it is cured.' }] : [];
  });
  return { upheld: supported.filter(({ code }) => !contradicted.some((one) => one.code === code)), contradicted };
}
