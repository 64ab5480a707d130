import type { Chart, ClaimDiagnosis, ClaimFact, ClaimService, Decision, DraftDiagnosis, Suggestion } from '../model/index.ts';
import { isAmong } from '../coding/claim/code-ranges.ts';
import { servicePointers, visitPointers } from '../coding/claim/pointers.ts';
import { isSameService } from '../coding/claim/same-service.ts';
import { EXAMINATION_VISITS, VISITS } from '../coding/services/service-diagnoses.ts';
import { dotted, undotted } from '../coding/tabular.ts';
import { sameCode } from './codes.ts';
import type { Cannot } from './part.ts';

/** An accepted visit or service: it goes on the claim, and never among the diagnoses. */
export interface AcceptedService {
  readonly suggestion: Suggestion;
  readonly service: Omit<ClaimService, 'pointers'>;
}

export function acceptedServices(decisions: readonly Decision[]): { readonly accepted: readonly AcceptedService[]; readonly cannot: readonly Cannot[] } {
  const asked = decisions.filter(isService).flatMap(({ suggestion, choice }): readonly AcceptedService[] => {
    if (choice.kind !== 'accept' && choice.kind !== 'modify') return [];
    const { units = 1, modifiers = [], instead = null } = suggestion;
    const { code, title } = choice.kind === 'modify' ? choice : suggestion;
    return [{ suggestion, service: { code, title, system: /^[A-Z]/.test(code) ? 'hcpcs' : 'cpt', units, modifiers, instead } }];
  });
  const [accepted, others] = [asked.filter(({ service }) => SERVICE.test(service.code)), asked.filter(({ service }) => !SERVICE.test(service.code))];
  return { accepted, cannot: others.map(({ service: { code, title } }) => ({ says: `${code} ${title}`.trim(), why: 'It is no CPT number and no HCPCS II code, so that it cannot stand on a service line.' })) };
}

const SERVICE = /^(?:[A-V]\d{4}|\d{4}[\dAFTU])$/;

export function isService({ suggestion }: Decision): boolean {
  return suggestion.system !== 'icd-10-cm';
}

/** Of the accepted ones, those that the claim does not have; a line that stands with the code is not written twice. */
export function missingOn(claim: ClaimFact, accepted: readonly AcceptedService[]): { readonly missing: readonly AcceptedService[]; readonly cannot: readonly Cannot[] } {
  const standing = (claim.lines ?? []).flatMap(({ coding, modifiers }) => (coding === null ? [] : [{ code: coding.code, modifiers }]));
  const stands = ({ service }: AcceptedService) => standing.some((line) => isSameService(line, service));
  return {
    missing: accepted.filter((one) => !stands(one)),
    cannot: accepted.filter(stands).map(({ service }) => ({ says: `Add to the draft claim: ${counted(service)}`, why: 'It stands on the draft claim already; nothing is written twice.' })),
  };
}

/** Each with the diagnoses that it treats, by their numbers on the claim as planned. */
export function pointed(accepted: readonly AcceptedService[], diagnoses: readonly ClaimDiagnosis[], { conditions }: Pick<Chart, 'conditions'>): readonly ClaimService[] {
  const drafted = diagnoses.flatMap(({ sequence, diagnosis }): readonly DraftDiagnosis[] => {
    if (diagnosis === null) return [];
    const { code, title } = diagnosis;
    return [{ sequence, code: dotted(undotted(code)), title: title.trim() === '' ? chartedTitle(code, conditions) : title, poa: null, isFirst: sequence === 1 }];
  });
  return accepted.map(({ suggestion, service }) => {
    const besideExamination = accepted.some((other) => other.service !== service && isAmong(EXAMINATION_VISITS[0], other.service.code));
    const pointers = isAmong(VISITS, service.code)
      ? visitPointers(service.code, drafted, besideExamination)
      : servicePointers({ ...service, evidence: suggestion.evidence }, drafted, []);
    return { ...service, pointers };
  });
}

/** Claims often hold the bare code; the diagnosis behind it says its side. */
function chartedTitle(code: string, conditions: Chart['conditions']): string {
  const behind = conditions.find(({ codings }) => codings.some((coding) => sameCode(coding.code, code)));
  return behind?.codings.find((coding) => sameCode(coding.code, code))?.display ?? behind?.text ?? '';
}

/** "add 90471 ×1, change 99213 to 99214". */
export function worded(services: readonly ClaimService[]): string {
  return services.map((service) => (service.instead === null ? `add ${counted(service)}` : `change ${service.instead} to ${counted(service)}`)).join(', ');
}

/** "20610-RT ×1". */
export function counted({ code, modifiers, units }: Pick<ClaimService, 'code' | 'modifiers' | 'units'>): string {
  return `${[code, ...modifiers].join('-')} ×${units}`;
}
