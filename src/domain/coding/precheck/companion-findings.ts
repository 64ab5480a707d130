import type { PrecheckFinding } from '../../model/index.ts';
import type { Instruction } from '../../model/instructions.ts';
import { isUnderAny, saysMore } from '../hierarchy.ts';
import type { Countersigned, SaidCode } from './diagnosis.ts';
import type { PrecheckContext, PrecheckRecord } from './precheck.ts';
import { REQUIRED_COMPANIONS } from './required-companions.ts';

/** What the list asks for beside a diagnosis and is not among them. */
export function companionFindings(diagnoses: readonly Countersigned[], record: PrecheckRecord, context: PrecheckContext): readonly PrecheckFinding[] {
  const required = diagnoses.flatMap((one) => requiredOf(one, diagnoses));
  const offered = supported(diagnoses, record, context);
  const asked = diagnoses.flatMap((one) => [...codeFirstOf(one, diagnoses, offered, context), ...additionalOf(one, diagnoses, offered, context)]);
  const isTold = ({ codes: [of, named] }: PrecheckFinding) => required.some(({ rule, codes: [code] }) => code === of && (named === undefined || asksFor(rule, named)));
  return [...required, ...onceEach(asked.filter((one) => !isTold(one)))];
}

function requiredOf({ code, evidence }: Countersigned, diagnoses: readonly Countersigned[]): readonly PrecheckFinding[] {
  return REQUIRED_COMPANIONS.filter(({ of, asks }) => isUnderAny(code, of) && !diagnoses.some((other) => other.code !== code && isUnderAny(other.code, asks))).map(({ id, says, fix, authority }) => ({
    kind: 'companion' as const, rule: id, codes: [code], says: `${says}; ${code} stands without it.`, fix, authority: `ICD-10-CM: ${authority}`, evidence,
  }));
}

function asksFor(rule: string, code: string): boolean {
  return REQUIRED_COMPANIONS.some(({ id, asks }) => id === rule && isUnderAny(code, asks));
}

/** What the record names besides, and may stand beside all of them. */
function supported(diagnoses: readonly Countersigned[], { suggestions, said }: PrecheckRecord, { instructions, codeSet }: PrecheckContext): readonly SaidCode[] {
  const codes = new Set(diagnoses.map(({ code }) => code));
  const suggested = suggestions.filter(({ action, system }) => action === 'add' && system === 'icd-10-cm').map(({ code, title, evidence }) => ({ code, title, evidence }));
  return [...suggested, ...said].filter(({ code }, place, all) =>
    !codes.has(code) && all.findIndex((other) => other.code === code) === place
    && !diagnoses.some((one) => saysMore(one.code, code, codeSet) || (instructions?.excludes1(one.code, code) ?? null) !== null));
}

/** A manifestation without any of the diseases that the list puts before it. */
function codeFirstOf({ code, evidence }: Countersigned, diagnoses: readonly Countersigned[], offered: readonly SaidCode[], { instructions, edits }: PrecheckContext): readonly PrecheckFinding[] {
  const asks = instructions?.codeFirst(code) ?? [];
  if (edits?.isManifestation(code) !== true || asks.length === 0 || isMet(asks, diagnoses, code)) return [];
  const found = offered.find((one) => asks.some(({ covers }) => covers(one.code)));
  return [{
    kind: 'companion', rule: 'code-first-missing', codes: found === undefined ? [code] : [code, found.code],
    says: `${code} is a manifestation, and none of the diseases that the list puts before it is reported.`,
    fix: found === undefined ? 'Add the underlying disease before it, as the notes give it.' : `Add ${found.code} (${found.title}) before it: the notes name it.`,
    authority: `tabular ${asks[0]?.at ?? code}: code first; ICD-10-CM Guidelines I.A.13`, evidence: [...evidence, ...(found?.evidence ?? [])],
  }];
}

/** "Use additional code" where the record names one. */
function additionalOf({ code, evidence }: Countersigned, diagnoses: readonly Countersigned[], offered: readonly SaidCode[], { instructions }: PrecheckContext): readonly PrecheckFinding[] {
  const asks = (instructions?.useAdditional(code) ?? []).filter((ask) => !isMet([ask], diagnoses, code));
  return asks.flatMap(({ at, covers }) => {
    const found = offered.find((one) => covers(one.code));
    return found === undefined ? [] : [{
      kind: 'companion' as const, rule: 'use-additional', codes: [code, found.code],
      says: `The list asks for an additional code beside ${code}, and the notes name ${found.title} (${found.code}).`,
      fix: `Add ${found.code} behind ${code}, if it is so now.`, authority: `tabular ${at}: use additional code; ICD-10-CM Guidelines I.A.17`, evidence: [...found.evidence, ...evidence],
    }];
  });
}

function isMet(asks: readonly Instruction[], diagnoses: readonly Countersigned[], code: string): boolean {
  return diagnoses.some((other) => other.code !== code && asks.some(({ covers }) => covers(other.code)));
}

/** One finding a missing code, however many diagnoses ask for it. */
function onceEach(findings: readonly PrecheckFinding[]): readonly PrecheckFinding[] {
  return findings.filter((one, place) => findings.findIndex((other) => keyOf(other) === keyOf(one)) === place);
}

function keyOf({ rule, codes }: PrecheckFinding): string {
  return `${rule} ${codes.at(-1) ?? ''}`;
}
