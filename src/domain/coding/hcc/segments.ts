import type { Sex } from '../../model/index.ts';

export const SEGMENTS = ['CNA', 'CND', 'CFA', 'CFD', 'CPA', 'CPD', 'INS', 'NE', 'SNPNE'] as const;
/**
 * The group whose factors count: community by Medicaid (Non-dual, Full, Partial) and by Aged or Disabled, INStitutional, New Enrollee,
 * and new enrollee of a chronic-condition special needs plan.
 */
export type Segment = (typeof SEGMENTS)[number];

/** Why Medicare was first granted: 0 age, 1 disability, 2 kidney failure, 3 disability and kidney failure. */
export const OREC = ['0', '1', '2', '3'] as const;
export type Orec = (typeof OREC)[number];

/** CMS dual status codes. Authority: CMS, MBD dual status code; ResDAC. */
export const DUAL_STATUS = ['00', '01', '02', '03', '04', '05', '06', '08', '09'] as const;
export type DualStatus = (typeof DUAL_STATUS)[number];
const FULL_DUAL: ReadonlySet<DualStatus> = new Set(['02', '04', '08']);
const PARTIAL_DUAL: ReadonlySet<DualStatus> = new Set(['01', '03', '05', '06']);

export interface Member {
  /** In years; the whole ones count. */
  readonly age: number;
  readonly sex: Exclude<Sex, 'unknown'>;
  /** Given where it does not follow from the rest: institutional and new enrollees. */
  readonly segment?: Segment;
  readonly orec: Orec;
  readonly dual: DualStatus;
}

/** The segment as given; else that of the community which age and Medicaid make. */
export function segmentOf({ age, segment, dual }: Member): Segment {
  if (segment !== undefined) return segment;
  const isAged = isAgedAt(age);
  if (FULL_DUAL.has(dual)) return isAged ? 'CFA' : 'CFD';
  if (PARTIAL_DUAL.has(dual)) return isAged ? 'CPA' : 'CPD';
  return isAged ? 'CNA' : 'CND';
}

export function isAgedAt(age: number): boolean {
  return Math.floor(age) >= 65;
}

/** Entitled by disability, and still below 65. */
export function isDisabled({ age, orec }: Pick<Member, 'age' | 'orec'>): boolean {
  return !isAgedAt(age) && orec !== '0';
}

/** CMS's names of what the member's age, sex, entitlement and Medicaid count for, without the segment. */
export function demographicVariables(member: Member, segment: Segment): readonly string[] {
  return segment === 'NE' || segment === 'SNPNE' ? [newEnrollee(member)] : continuing(member, segment);
}

function continuing({ age, sex, orec, dual }: Member, segment: Segment): readonly string[] {
  const band = `${sex === 'female' ? 'F' : 'M'}${bandOf(age, BANDS)}`;
  const originallyDisabled = isAgedAt(age) && orec === '1' ? [sex === 'female' ? 'OriginallyDisabled_Female' : 'OriginallyDisabled_Male'] : [];
  const medicaid = segment === 'INS' && hasMedicaid(dual) ? ['LTIMCAID'] : [];
  return [band, ...originallyDisabled, ...medicaid];
}

/** One factor tells all: Medicaid, entitlement, sex and age. Who is 64 and entitled by age counts as 65. */
function newEnrollee({ age, sex, orec, dual }: Member): string {
  const counted = Math.floor(age) === 64 && orec === '0' ? 65 : age;
  const originallyDisabled = isAgedAt(age) && orec === '1' ? 'ORIGDIS' : 'NORIGDIS';
  return `${hasMedicaid(dual) ? 'MCAID' : 'NMCAID'}_${originallyDisabled}_NE${sex === 'female' ? 'F' : 'M'}${bandOf(counted, NEW_BANDS)}`;
}

function hasMedicaid(dual: DualStatus): boolean {
  return FULL_DUAL.has(dual) || PARTIAL_DUAL.has(dual);
}

type Bands = readonly (readonly [from: number, name: string])[];

const BANDS: Bands = [
  [95, '95_GT'], [90, '90_94'], [85, '85_89'], [80, '80_84'], [75, '75_79'], [70, '70_74'], [65, '65_69'],
  [60, '60_64'], [55, '55_59'], [45, '45_54'], [35, '35_44'], [0, '0_34'],
];
const NEW_BANDS: Bands = [...BANDS.filter(([from]) => from >= 70), [69, '69'], [68, '68'], [67, '67'], [66, '66'], [65, '65'], ...BANDS.filter(([from]) => from < 65)];

function bandOf(age: number, bands: Bands): string {
  return bands.find(([from]) => age >= from)?.[1] ?? '0_34';
}
