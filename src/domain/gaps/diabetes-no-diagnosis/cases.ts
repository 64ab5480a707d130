import { cases } from '../../../../test/support/cases.ts';
import { chart } from '../../../../test/support/chart.ts';

const adult = chart().age(58);
const persistent = adult.a1c(6.9, '2026-04-02').a1c(7.1, '2026-10-12');

export default cases({
  open: {
    'A1c 6.9 and 7.1 half a year apart': persistent,
    'A1c exactly 6.5 twice': adult.a1c(6.5, '2026-04-02').a1c(6.5, '2026-10-12'),
    'mmol/mol, which UCUM alone would make 5.3 %': adult.a1c(53, '2026-04-02', 'mmol/mol').a1c(54, '2026-10-12', 'mmol/mol'),
    'one A1c and a fasting glucose of 131 on the same day': adult.a1c(6.8, '2026-10-12').fastingGlucose(131, '2026-10-12'),
    'fasting glucose in mmol/L': adult.a1c(6.8, '2026-10-12').fastingGlucose(7.4, '2026-10-12', 'mmol/L'),
    'prediabetes charted': persistent.problem('R73.03'),
    'father with diabetes': persistent.note('Father with diabetes.'),
    'prediabetes in the past history': persistent.note('PMH: prediabetes.'),
    'denies diabetes': persistent.note('Denies history of diabetes.'),
    'screening for diabetes': persistent.note('Screening for diabetes mellitus.'),
    'diabetes insipidus charted without a code': persistent.problem('15771004', { system: 'http://snomed.info/sct', text: 'Diabetes insipidus' }),
    'a result the laboratory sent as words': adult.resultInWords('4548-4', '6.8 %', '2026-03-01', 'laboratory').a1c(6.9, '2026-10-12'),
    'a lower result between two high ones': adult.a1c(6.6, '2026-01-05').a1c(6.4, '2026-05-05').a1c(6.7, '2026-10-12'),
  },
  met: {
    'type 2 diabetes on the problem list': persistent.problem('E11.9'),
    'code without a dot': persistent.problem('E1165'),
    '"new type 2 diabetes" in the assessment': persistent.note('New type 2 diabetes, start metformin.'),
    '"likely diabetes": the provider has spoken': persistent.note('Likely diabetes, will repeat A1c.'),
    'T2DM': persistent.note('A/P: T2DM, new. Metformin.'),
    'steroid-induced diabetes': persistent.encounterDiagnosis('E09.9'),
    'diabetes charted, laboratory results denied': adult.problem('E11.9').denied('Observation', 'category=laboratory'),
  },
  notApplicable: {
    'one A1c of 6.8 only': adult.a1c(6.8, '2026-10-12'),
    'two results of the same morning are one occasion': adult.a1c(6.8, '2026-10-12T08:00:00-05:00').a1c(6.9, '2026-10-12T10:30:00-05:00'),
    'the same evening across midnight': adult.a1c(6.8, '2026-10-11T23:30:00-05:00').a1c(6.9, '2026-10-12T00:40:00-05:00'),
    'one result coded under two LOINC codes': adult.codedTwice(['4548-4', '17856-6'], 6.8, '%', '2026-10-12', 'laboratory'),
    'A1c 6.4 twice': adult.a1c(6.4, '2026-04-02').a1c(6.4, '2026-10-12'),
    '47 mmol/mol twice, just below': adult.a1c(47, '2026-04-02', 'mmol/mol').a1c(47, '2026-10-12', 'mmol/mol'),
    'twice high, 5.8 now': adult.a1c(6.8, '2025-06-01').a1c(6.9, '2025-11-01').a1c(5.8, '2026-10-12'),
    'A1c 6.8 with a random glucose of 160': adult.a1c(6.8, '2026-10-12').fastingGlucose(160, '2026-10-12', 'mg/dL', { loinc: '2345-7' }),
    'the second is preliminary': adult.a1c(6.8, '2026-04-02').a1c(6.9, '2026-10-12', '%', { status: 'preliminary' }),
    'the first is four years old': adult.a1c(6.8, '2022-04-02').a1c(6.9, '2026-10-12'),
    'pregnant': chart().age(31).a1c(6.6, '2026-08-02').a1c(6.7, '2026-10-12').encounterDiagnosis('O09.91'),
    'known only to be below 6.5': adult.a1c(6.8, '2026-04-02').a1c(6.5, '2026-10-12', '%', { comparator: '<' }),
  },
  cannotTell: {
    'laboratory results were denied': adult.denied('Observation', 'category=laboratory'),
    'conditions failed': persistent.failed('Condition'),
    'one A1c, a page missing': adult.a1c(6.8, '2026-10-12').partial('Observation'),
    'the newest has no unit': adult.a1c(6.8, '2026-04-02').a1c(6.9, '2026-10-12', null),
    'a note of this visit could not be read': persistent.unreadableNote(),
    'A1c in mg/dL, which nobody can convert': adult.a1c(6.8, '2026-04-02').a1c(150, '2026-10-12', 'mg/dL'),
  },
});
