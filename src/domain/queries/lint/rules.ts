import type { LintCode, Place, Violation } from './types.ts';

/** One rule of a compliant query, as the message and the page of rules tell it. */
interface LintRule {
  readonly wrong: string;
  readonly rule: string;
  readonly remedy: string;
  readonly fails: string;
  readonly passes: string;
}

export const AUTHORITY = 'AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update)';

export const LINT_RULES: Readonly<Record<LintCode, LintRule>> = {
  'leading-title': {
    wrong: 'The title names a diagnosis, or a degree of one, that no clinician has documented.',
    rule: 'A title does not lead: it names what is documented, or the finding.',
    remedy: 'Name the finding, the result or the documented diagnosis.',
    fails: 'Title "Severe sepsis documentation needed", where the notes say "UTI"',
    passes: 'Title "Clarification of vital signs and lactate 4/2"',
  },
  'leading-question': {
    wrong: 'The question steers towards one answer.',
    rule: 'A question is neutral: it names no undocumented diagnosis, claims none, and tells nobody what to write.',
    remedy: 'Ask for the diagnosis, its type, cause or significance, and leave the answer to the options.',
    fails: '"Please document acute kidney injury in your next note."',
    passes: '"Please clarify the clinical significance of the rise in creatinine."',
  },
  'preselected-answer': {
    wrong: 'An answer is selected, recommended or set apart.',
    rule: 'Options are offered evenly, none marked before the provider answers.',
    remedy: 'Take the mark or the remark away.',
    fails: 'Option "[x] Acute blood loss anemia"',
    passes: 'Option "[ ] Acute blood loss anemia", beside others with the same empty box',
  },
  'mentions-reimbursement': {
    wrong: 'The query speaks of payment.',
    rule: 'A query tells nothing of its effect on reimbursement or risk adjustment.',
    remedy: 'Take these words away.',
    fails: '"A specified type would move the case to a higher DRG."',
    passes: '"Please clarify why insulin was not taken (social work 4/2: cannot pay for insulin)." The patient’s own hardship is a clinical fact.',
  },
  'mentions-quality-or-severity-score': {
    wrong: 'The query speaks of quality scores, or of severity as it is ranked or paid.',
    rule: 'A query tells nothing of its effect on quality measures, SOI, ROM, CC/MCC or HCC.',
    remedy: 'Take these words away. Clinical scores and stages may stay.',
    fails: '"This would count as an MCC and improve our mortality index."',
    passes: '"PHQ-9 17 on 4/2", "NIHSS 12 on 4/2", "severity of the malnutrition"',
  },
  'introduces-new-diagnosis-yes-no': {
    wrong: 'A yes/no question introduces a diagnosis that no clinician has documented.',
    rule: 'Yes/no serves present on admission, cause and effect of documented diagnoses, and agreement with a documented finding of another clinician.',
    remedy: 'Ask an open question, or offer options.',
    fails: '"Does the patient have acute kidney injury?" with Yes and No, where only creatinine is cited',
    passes: '"Was the documented sacral pressure ulcer present on admission?"',
  },
  'no-other-option': {
    wrong: 'No option lets the provider answer otherwise.',
    rule: 'Multiple choice and yes/no questions offer "other".',
    remedy: 'Add "Other (please specify)".',
    fails: 'Options "Cellulitis", "Osteomyelitis", "Unable to determine"',
    passes: 'The same with "Other (please specify)"',
  },
  'no-undetermined-option': {
    wrong: 'No option says that it cannot be determined.',
    rule: 'Multiple choice and yes/no questions offer "unable to determine".',
    remedy: 'Add "Unable to determine".',
    fails: 'Options "Cellulitis", "Osteomyelitis", "Other (please specify)"',
    passes: 'The same with "Clinically undetermined"',
  },
  'unsupported-option': {
    wrong: 'No cited indicator supports this option.',
    rule: 'Every option is clinically supported by the indicators.',
    remedy: 'Take the option away, or cite what supports it.',
    fails: 'Option "Acute pulmonary embolism", where the CT angiogram shows none',
    passes: 'Option "Acute hypoxic respiratory failure" with "SpO2 84% on room air 4/2"',
  },
  'missing-indicators': {
    wrong: 'No clinical indicator is cited.',
    rule: 'A query cites the indicators of the record that led to it.',
    remedy: 'Cite them, each with its source and date.',
    fails: 'Indicators "See chart"',
    passes: 'Indicators "Creatinine 1.0 on 4/1, 2.6 on 4/3"',
  },
  'undated-indicators': {
    wrong: 'This clinical indicator has no date.',
    rule: 'Indicators are cited with source and date, so that a reader finds them in the record.',
    remedy: 'Add the date.',
    fails: '"BP 78/40, MAP 52"',
    passes: '"BP 78/40, MAP 52 on 5/6"',
  },
  'indicator-not-from-this-record': {
    wrong: 'This indicator is not from this patient’s record of this encounter.',
    rule: 'Indicators come from this record; an earlier value serves where it bears on this encounter.',
    remedy: 'Take it away, or cite what this record says.',
    fails: '"Clinic note 2016: possible seizures", where this stay is silent on them',
    passes: '"Baseline creatinine 1.0 on 1/4, 2.6 on 4/3"',
  },
  'not-patient-specific': {
    wrong: 'The query is not about one patient: it speaks of patients at large, or has blanks where facts belong.',
    rule: 'A query concerns one patient’s record.',
    remedy: 'Ask about this patient, with facts of this record; teach elsewhere.',
    fails: '"For all patients with sodium under 135, choose one of these diagnoses."',
    passes: '"Please clarify the diagnosis treated with fluid restriction on 4/2."',
  },
  'single-option': {
    wrong: 'One diagnosis is offered where several are plausible.',
    rule: 'Options include every clinically significant and reasonable one; one alone is fair only where one alone is reasonable.',
    remedy: 'Offer the other reasonable diagnoses, or ask an open question.',
    fails: 'Altered mental status with UTI and low sodium; options "Metabolic encephalopathy", "Other", "Unable to determine"',
    passes: 'The same with "Delirium" and "Dementia without other cause" beside it',
  },
};

/** @param marked words of the query that are at fault, quoted in the message */
export function tell(code: LintCode, where: Place, marked?: string): Violation {
  const { wrong, rule, remedy } = LINT_RULES[code];
  return { code, message: [wrong, marked === undefined ? null : `Marked: “${marked}”.`, rule, remedy].filter((part) => part !== null).join(' '), where };
}
