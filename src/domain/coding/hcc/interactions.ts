import type { Hcc } from './hcc-model.ts';
import { isDisabled, type Member } from './segments.ts';

/** Of these at least one must be there, or HCC 223 (heart failure with an assist device or artificial heart) does not count. Authority: CMS-HCC V28 software. */
export const HEART_FAILURE_BESIDE: readonly Hcc[] = ['221', '222', '224', '225', '226'];

/** Groups of categories that the interactions name. Authority: CMS-HCC V28 software, 2026. */
const GROUPS = {
  cancer: ['17', '18', '19', '20', '21', '22', '23'],
  diabetes: ['35', '36', '37', '38'],
  substanceUse: ['135', '136', '137', '138', '139'],
  psychiatric: ['151', '152', '153', '154', '155'],
  neurological: ['180', '181', '182', '190', '191', '192', '195', '196', '198', '199'],
  cardiorespiratoryFailure: ['211', '212', '213'],
  heartFailure: ['221', '222', '223', '224', '225', '226'],
  arrhythmia: ['238'],
  chronicLung: ['276', '277', '278', '279', '280'],
  kidney: ['326', '327', '328', '329'],
  ulcer: ['379', '380', '381', '382'],
} as const satisfies Record<string, readonly Hcc[]>;

type Group = keyof typeof GROUPS;

/** Two kinds of disease that weigh more together. */
const TOGETHER: readonly { readonly name: string; readonly of: readonly [Group, Group] }[] = [
  { name: 'DIABETES_HF_V28', of: ['diabetes', 'heartFailure'] },
  { name: 'HF_CHR_LUNG_V28', of: ['heartFailure', 'chronicLung'] },
  { name: 'HF_KIDNEY_V28', of: ['heartFailure', 'kidney'] },
  { name: 'CHR_LUNG_CARD_RESP_FAIL_V28', of: ['chronicLung', 'cardiorespiratoryFailure'] },
  { name: 'HF_HCC238_V28', of: ['heartFailure', 'arrhythmia'] },
  { name: 'gSubUseDisorder_gPsych_V28', of: ['substanceUse', 'psychiatric'] },
];

/** A disease of a member below 65 who is entitled by disability; only the institutional segment has these factors. */
const WITH_DISABILITY: readonly { readonly name: string; readonly of: Group }[] = [
  { name: 'DISABLED_CANCER_V28', of: 'cancer' },
  { name: 'DISABLED_NEURO_V28', of: 'neurological' },
  { name: 'DISABLED_HF_V28', of: 'heartFailure' },
  { name: 'DISABLED_CHR_LUNG_V28', of: 'chronicLung' },
  { name: 'DISABLED_ULCER_V28', of: 'ulcer' },
];

/** CMS's names of the interactions and of the count of categories, without the segment. @param hccs after the hierarchies */
export function diseaseVariables(hccs: ReadonlySet<Hcc>, member: Pick<Member, 'age' | 'orec'>): readonly string[] {
  const has = (group: Group): boolean => GROUPS[group].some((hcc) => hccs.has(hcc));
  const count = hccs.size === 0 ? [] : [hccs.size >= 10 ? 'D10P' : `D${hccs.size}`];
  return [
    ...TOGETHER.filter(({ of: [one, other] }) => has(one) && has(other)).map(({ name }) => name),
    ...(isDisabled(member) ? WITH_DISABILITY.filter(({ of }) => has(of)).map(({ name }) => name) : []),
    ...count,
  ];
}
