import type { PrecheckFinding } from '../../model/index.ts';
import { category, isGeneral, saysMore } from '../hierarchy.ts';
import type { Countersigned, SaidCode } from './diagnosis.ts';
import type { PrecheckContext, PrecheckRecord } from './precheck.ts';

/** Codes that say less than the record does: type, side, stage and the like are reported where they are documented (Guidelines I.B.2, I.B.13, I.B.18). */
export function specificityFindings(diagnoses: readonly Countersigned[], record: PrecheckRecord, { codeSet }: PrecheckContext): readonly PrecheckFinding[] {
  return diagnoses.filter(({ code }) => isGeneral(code, codeSet)).flatMap(({ code, evidence }) => {
    const fuller = fullerCodes(code, record).filter((other) => saysMore(other.code, code, codeSet) && codeSet.entry(other.code)?.billable === true && !diagnoses.some((one) => one.code === other.code));
    const fullest = fuller.filter((one) => !fuller.some((other) => saysMore(other.code, one.code, codeSet)));
    const named = [...new Map(fullest.map((one) => [one.code, one])).values()];
    if (named.length === 0) return [];
    const list = named.map((one) => `${one.code} (${one.title})`).join(' or ');
    return [{
      kind: 'specificity' as const, rule: named.length === 1 ? 'unspecified-though-documented' : 'unspecified-and-several-documented', codes: [code, ...named.map((one) => one.code)],
      says: named.length === 1 ? `${code} is unspecified, and the notes say more: ${list}.` : `${code} is unspecified, and the notes say more than one thing: ${list}.`,
      fix: named.length === 1 ? `Report ${named[0]?.code ?? ''} instead.` : 'Choose the one that is so now, or ask the provider.',
      authority: `ICD-10-CM Guidelines ${codeSet.release} I.B.2, I.B.18`, evidence: [...named.flatMap((one) => one.evidence), ...evidence],
    }];
  });
}

function fullerCodes(code: string, { suggestions, said }: PrecheckRecord): readonly SaidCode[] {
  const suggested = suggestions.filter(({ system, action }) => system === 'icd-10-cm' && action !== 'remove');
  return [
    ...suggested.map(({ code: other, title, evidence }) => ({ code: other, title, evidence })),
    ...suggested.filter((one) => one.code === code).flatMap(({ alternatives, evidence }) => alternatives.map((other) => ({ ...other, evidence }))),
    // Words alone, outside what this visit's suggestions rest on, make the same condition more specific, never another of it.
    ...said.filter((one) => category(one.code) === category(code)),
  ];
}
