import type { PrecheckFinding } from '../../model/index.ts';
import { fixedPlace } from '../sequence/places.ts';
import { precedences } from '../sequence/precedence.ts';
import { placeOf, sequenced } from '../sequence/sequenced.ts';
import type { Countersigned } from './diagnosis.ts';
import type { PrecheckContext } from './precheck.ts';

/** A first code that may not be first, and pairs that stand the wrong way round. */
export function sequenceFindings(diagnoses: readonly Countersigned[], context: PrecheckContext): readonly PrecheckFinding[] {
  const first = firstFindings(diagnoses, context);
  return [...first, ...pairFindings(first.length > 0 ? diagnoses.slice(1) : diagnoses, context)];
}

function firstFindings(diagnoses: readonly Countersigned[], context: PrecheckContext): readonly PrecheckFinding[] {
  const [first] = diagnoses;
  if (first === undefined) return [];
  const [better] = sequenced(diagnoses, context);
  const fix = better === undefined || better === first || placeOf(better.code, context) === 'second' ? 'Add the condition that this visit was for, and put it first.' : `Put ${better.code} first.`;
  const finding = (rule: string, says: string, authority: string): readonly PrecheckFinding[] => [{ kind: 'sequence', rule, codes: [first.code], says, fix, authority, evidence: first.evidence }];
  if (context.edits?.isManifestation(first.code) === true) return finding('manifestation-first', `${first.code} is a manifestation and cannot be first.`, 'ICD-10-CM Guidelines I.A.13; CMS Medicare Code Editor, edit 7');
  const fixed = fixedPlace(first.code);
  if (fixed?.place === 'second' || fixed?.place === 'last') return finding(fixed.id, `${first.code} cannot be first. ${fixed.says}.`, `ICD-10-CM Guidelines ${fixed.authority}`);
  if (context.afterAdmission?.has(first.code) === true) return finding('principal-after-admission', `${first.code} arose after admission and did not occasion it.`, 'ICD-10-CM Guidelines II (UHDDS definition of the principal diagnosis)');
  if (context.setting === 'inpatient' && context.edits?.isUnacceptablePrincipal(first.code) === true) return finding('unacceptable-principal', `${first.code} is no principal diagnosis of an inpatient stay.`, 'CMS Medicare Code Editor, edit 9');
  const priority = diagnoses.find(({ code }) => fixedPlace(code)?.place === 'first');
  const ahead = priority === undefined || fixed?.place === 'first' ? null : fixedPlace(priority.code);
  return ahead === null || priority === undefined ? [] : [{
    kind: 'sequence', rule: ahead.id, codes: [priority.code, first.code], says: `${priority.code} stands behind ${first.code}. ${ahead.says}.`, fix: `Put ${priority.code} first.`,
    authority: `ICD-10-CM Guidelines ${ahead.authority}`, evidence: priority.evidence,
  }];
}

/** Only what the list puts first by name: where an additional code stands does not make a claim wrong. */
function pairFindings(diagnoses: readonly Countersigned[], context: PrecheckContext): readonly PrecheckFinding[] {
  const precedence = precedences(context);
  return diagnoses.flatMap((one, place) => diagnoses.slice(place + 1).flatMap((later): readonly PrecheckFinding[] => {
    const rule = precedence(later.code, one.code);
    if (rule === null || rule.rule === 'use-additional') return [];
    return [{ kind: 'sequence', rule: rule.rule, codes: [later.code, one.code], says: rule.says, fix: `Put ${later.code} before ${one.code}.`, authority: rule.authority, evidence: [...later.evidence, ...one.evidence] }];
  }));
}
