import type { VisitSetting } from '../../model/index.ts';

/** Straightforward, low, moderate, high. */
export type DecisionLevel = 'straightforward' | 'low' | 'moderate' | 'high';

/** A visit whose code follows from medical decision making or from total time. Titles are our own words. */
export interface LeveledVisit {
  readonly code: string;
  readonly setting: VisitSetting | 'same-day';
  /** Null: both. */
  readonly patient: 'new' | 'established' | null;
  readonly level: DecisionLevel;
  /** Total minutes on the date that must be met; null: time never decides. */
  readonly minutes: number | null;
  readonly title: string;
}

/** Authority: CPT E/M guidelines 2023 (office: since 2021); times as in the CPT 2024 wording, "must be met or exceeded". */
export const LEVELED_VISITS: readonly LeveledVisit[] = [
  { code: '99202', setting: 'office', patient: 'new', level: 'straightforward', minutes: 15, title: 'Office visit, new patient, straightforward' },
  { code: '99203', setting: 'office', patient: 'new', level: 'low', minutes: 30, title: 'Office visit, new patient, low' },
  { code: '99204', setting: 'office', patient: 'new', level: 'moderate', minutes: 45, title: 'Office visit, new patient, moderate' },
  { code: '99205', setting: 'office', patient: 'new', level: 'high', minutes: 60, title: 'Office visit, new patient, high' },
  { code: '99212', setting: 'office', patient: 'established', level: 'straightforward', minutes: 10, title: 'Office visit, established patient, straightforward' },
  { code: '99213', setting: 'office', patient: 'established', level: 'low', minutes: 20, title: 'Office visit, established patient, low' },
  { code: '99214', setting: 'office', patient: 'established', level: 'moderate', minutes: 30, title: 'Office visit, established patient, moderate' },
  { code: '99215', setting: 'office', patient: 'established', level: 'high', minutes: 40, title: 'Office visit, established patient, high' },
  { code: '99221', setting: 'inpatient-initial', patient: null, level: 'straightforward', minutes: 40, title: 'First hospital day, straightforward or low' },
  { code: '99221', setting: 'inpatient-initial', patient: null, level: 'low', minutes: 40, title: 'First hospital day, straightforward or low' },
  { code: '99222', setting: 'inpatient-initial', patient: null, level: 'moderate', minutes: 55, title: 'First hospital day, moderate' },
  { code: '99223', setting: 'inpatient-initial', patient: null, level: 'high', minutes: 75, title: 'First hospital day, high' },
  { code: '99231', setting: 'inpatient-subsequent', patient: null, level: 'straightforward', minutes: 25, title: 'Later hospital day, straightforward or low' },
  { code: '99231', setting: 'inpatient-subsequent', patient: null, level: 'low', minutes: 25, title: 'Later hospital day, straightforward or low' },
  { code: '99232', setting: 'inpatient-subsequent', patient: null, level: 'moderate', minutes: 35, title: 'Later hospital day, moderate' },
  { code: '99233', setting: 'inpatient-subsequent', patient: null, level: 'high', minutes: 50, title: 'Later hospital day, high' },
  { code: '99234', setting: 'same-day', patient: null, level: 'straightforward', minutes: 45, title: 'Admission and discharge on one date, straightforward or low' },
  { code: '99234', setting: 'same-day', patient: null, level: 'low', minutes: 45, title: 'Admission and discharge on one date, straightforward or low' },
  { code: '99235', setting: 'same-day', patient: null, level: 'moderate', minutes: 70, title: 'Admission and discharge on one date, moderate' },
  { code: '99236', setting: 'same-day', patient: null, level: 'high', minutes: 85, title: 'Admission and discharge on one date, high' },
  { code: '99282', setting: 'ed', patient: null, level: 'straightforward', minutes: null, title: 'Emergency department visit, straightforward' },
  { code: '99283', setting: 'ed', patient: null, level: 'low', minutes: null, title: 'Emergency department visit, low' },
  { code: '99284', setting: 'ed', patient: null, level: 'moderate', minutes: null, title: 'Emergency department visit, moderate' },
  { code: '99285', setting: 'ed', patient: null, level: 'high', minutes: null, title: 'Emergency department visit, high' },
];

/** Preventive visits by completed years, from `from` to below `below`. Authority: CPT preventive medicine services. */
export interface PreventiveVisit {
  readonly code: string;
  readonly patient: 'new' | 'established';
  readonly from: number;
  readonly below: number;
  readonly title: string;
}

export const PREVENTIVE_VISITS: readonly PreventiveVisit[] = [
  { code: '99381', patient: 'new', from: 0, below: 1, title: 'Preventive visit, new patient, under 1 year' },
  { code: '99382', patient: 'new', from: 1, below: 5, title: 'Preventive visit, new patient, 1 to 4 years' },
  { code: '99383', patient: 'new', from: 5, below: 12, title: 'Preventive visit, new patient, 5 to 11 years' },
  { code: '99384', patient: 'new', from: 12, below: 18, title: 'Preventive visit, new patient, 12 to 17 years' },
  { code: '99385', patient: 'new', from: 18, below: 40, title: 'Preventive visit, new patient, 18 to 39 years' },
  { code: '99386', patient: 'new', from: 40, below: 65, title: 'Preventive visit, new patient, 40 to 64 years' },
  { code: '99387', patient: 'new', from: 65, below: 200, title: 'Preventive visit, new patient, 65 years and over' },
  { code: '99391', patient: 'established', from: 0, below: 1, title: 'Preventive visit, established patient, under 1 year' },
  { code: '99392', patient: 'established', from: 1, below: 5, title: 'Preventive visit, established patient, 1 to 4 years' },
  { code: '99393', patient: 'established', from: 5, below: 12, title: 'Preventive visit, established patient, 5 to 11 years' },
  { code: '99394', patient: 'established', from: 12, below: 18, title: 'Preventive visit, established patient, 12 to 17 years' },
  { code: '99395', patient: 'established', from: 18, below: 40, title: 'Preventive visit, established patient, 18 to 39 years' },
  { code: '99396', patient: 'established', from: 40, below: 65, title: 'Preventive visit, established patient, 40 to 64 years' },
  { code: '99397', patient: 'established', from: 65, below: 200, title: 'Preventive visit, established patient, 65 years and over' },
];

export interface OtherVisit {
  readonly code: string;
  readonly title: string;
}

/** Visits that no level decides. Authority: 42 CFR 410.15 and 410.16 (wellness), CPT discharge-day and critical care rules. */
export const OTHER_VISITS = {
  nurse: { code: '99211', title: 'Office visit without a physician, established patient' },
  noPhysicianInEd: { code: '99281', title: 'Emergency department visit that may not need a physician' },
  dischargeShort: { code: '99238', title: 'Hospital discharge day, 30 minutes or less' },
  dischargeLong: { code: '99239', title: 'Hospital discharge day, more than 30 minutes' },
  welcomeToMedicare: { code: 'G0402', title: 'Welcome to Medicare visit' },
  firstWellness: { code: 'G0438', title: 'Annual wellness visit, first' },
  laterWellness: { code: 'G0439', title: 'Annual wellness visit, later' },
  criticalCare: { code: '99291', title: 'Critical care, first 30 to 74 minutes' },
} as const satisfies Readonly<Record<string, OtherVisit>>;

/** Prolonged time beyond the highest code, per full 15 minutes. `from`: total minutes at which the first unit is reached. */
export interface ProlongedTime {
  readonly beside: string;
  readonly cpt: { readonly code: string; readonly from: number };
  readonly medicare: { readonly code: string; readonly from: number };
}

/** Authority: CPT 2023 prolonged services; Medicare: CY2021 and CY2023 Physician Fee Schedule final rules (G2212, G0316). */
export const PROLONGED_TIME: readonly ProlongedTime[] = [
  { beside: '99205', cpt: { code: '99417', from: 75 }, medicare: { code: 'G2212', from: 89 } },
  { beside: '99215', cpt: { code: '99417', from: 55 }, medicare: { code: 'G2212', from: 69 } },
  { beside: '99223', cpt: { code: '99418', from: 90 }, medicare: { code: 'G0316', from: 105 } },
  { beside: '99233', cpt: { code: '99418', from: 65 }, medicare: { code: 'G0316', from: 80 } },
  { beside: '99236', cpt: { code: '99418', from: 100 }, medicare: { code: 'G0316', from: 125 } },
];

export const PROLONGED_STEP_MINUTES = 15;

/** Further codes beside a visit. Authority: CY2024 and CY2025 Physician Fee Schedule final rules (G2211); CPT critical care. */
export const BESIDE_VISIT = {
  longitudinal: 'G2211',
  moreCriticalCare: '99292',
} as const;

/** Psychotherapy beside an E/M visit, by its own minutes. Authority: CPT psychotherapy (midpoint rule). */
export const PSYCHOTHERAPY_BESIDE: readonly { readonly code: string; readonly from: number; readonly to: number }[] = [
  { code: '90833', from: 16, to: 37 },
  { code: '90836', from: 38, to: 52 },
  { code: '90838', from: 53, to: 999 },
];
