import { PREGNANCY } from '../code-groups.ts';
import { CHILD_WEIGHT_DIAGNOSIS, CHILD_WEIGHT_WORDS } from '../groups/body.ts';
import { BMI, BMI_PERCENTILE } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import type { Measurement } from '../operators/expression.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

/** A BMI in kg/m² is no percentile until a table of CDC's says so: as such it is a result that decides nothing. */
const BMI_FOR_AGE: Measurement = { ...BMI_PERCENTILE, name: 'BMI percentile (not charted)', loinc: BMI.loinc };

const KNOWN = latest(BMI_PERCENTILE, 6).atLeast(0);

export default defineRule({
  id: 'pediatric-weight-no-diagnosis',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician', 'coder'],
  order: 232,
  title: 'BMI percentile of a child from 85 or below 5, without a weight diagnosis',
  topic: 'pediatric-weight-no-diagnosis',
  authority: [
    'CDC growth charts (2000) and extended BMI-for-age charts (2022): underweight below the 5th percentile, overweight from the 85th, obesity from the 95th, from 2 to 19 years',
    'American Academy of Pediatrics, obesity guideline (2023): evaluation and treatment from the 85th percentile',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.14: a BMI may be coded only beside a diagnosis by the provider',
  ],
  rationale: 'A percentile is a measurement; what it means for this child, growth, build or disease, only the provider can say.',
  appliesTo: all(ageBetween(2, 20), not(any(hasActive(PREGNANCY, 10), documentedInNotes(PREGNANCY)))),
  trigger: any(
    latest(BMI_PERCENTILE, 6).atLeast(85), latest(BMI_PERCENTILE, 6).below(5),
    all(not(KNOWN), latest(BMI_FOR_AGE, 6).atLeast(85)),
  ),
  met: any(
    hasActive(CHILD_WEIGHT_DIAGNOSIS), documentedInNotes(CHILD_WEIGHT_DIAGNOSIS),
    noted('what the percentile means', CHILD_WEIGHT_WORDS, { by: 'provider', is: 'either', except: ['mother', 'father', 'family history', 'brother', 'sister', 'parents', 'prevent*', 'screen*'] }),
  ),
  says: {
    open: 'The BMI percentile is 85 or more, or below 5, and no provider has said what it means.',
    met: 'A provider has said what the percentile means.',
    outOfScope: 'Only from 2 to 19 years, and not in pregnancy.',
    notTriggered: 'The newest BMI percentile of the last 6 months is between 5 and 84, or no BMI is known.',
  },
  asks: {
    title: 'Clinical significance of the BMI percentile',
    question: "Based on your clinical judgment, please document the clinical significance, if any, of this patient's BMI percentile.",
    options: [{
      from: 'bands', measurement: BMI_PERCENTILE, of: 'newest', bands: [
        { atLeast: 0, below: 5, options: ['Underweight', 'Failure to thrive'] },
        { atLeast: 85, below: 95, options: ['Overweight'] },
        { atLeast: 95, below: 101, options: ['Obesity (please specify the class)'] },
      ],
    }, { from: 'text', option: 'BMI percentile without a weight diagnosis' }],
  },
  thresholds: {
    high: { at: ['/trigger/of/0/test/value'], unit: 'percentile', between: [85, 99] },
    low: { at: ['/trigger/of/1/test/value'], unit: 'percentile', between: [1, 10] },
  },
});
