import type { CodeGroup, Expression } from '../operators/expression.ts';
import { EPDS, PHQ2, PHQ9, PHQA } from '../measurements.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';

export const BIPOLAR: CodeGroup = {
  name: 'bipolar disorder',
  icd10: ['F30', 'F31', 'F25.0'],
  terms: ['bipolar', 'manic episode'],
  except: ['family history', 'screening', 'rule out', 'risk of'],
};

/** As CMS159 (2026): not unipolar depression, or another disorder that leads. */
export const OTHER_LEADING_DISORDER: CodeGroup = {
  name: 'bipolar, psychotic, personality or pervasive developmental disorder',
  icd10: ['F30', 'F31', 'F20', 'F21', 'F22', 'F23', 'F24', 'F25', 'F28', 'F29', 'F34.81', 'F60.3', 'F60.4', 'F84', 'F53.1'],
  terms: ['bipolar', 'schizophren*', 'schizoaffective', 'borderline personality', 'autis*'],
  except: ['family history', 'screening', 'rule out', 'risk of'],
};

/** Major depression and dysthymia. */
export const MAJOR_DEPRESSION: CodeGroup = {
  name: 'major depression or dysthymia',
  icd10: ['F32.0', 'F32.1', 'F32.2', 'F32.3', 'F32.4', 'F32.5', 'F32.9', 'F32.A', 'F33', 'F34.1'],
  terms: ['major depress*', 'mdd', 'dysthymi*', 'persistent depressive', 'depressive disorder'],
  except: ['family history', 'screening', 'rule out', 'risk of', 'bipolar'],
};

/** The newest of each tool within 12 months; where there is a PHQ-9, it decides over the two questions before it. */
export const SCREENED_POSITIVE: Expression = any(
  latest(PHQ9, 12).atLeast(10), latest(PHQA, 12).atLeast(10), latest(EPDS, 12).atLeast(10),
  all(not(latest(PHQ9, 12).atLeast(0)), not(latest(PHQA, 12).atLeast(0)), latest(PHQ2, 12).atLeast(3)),
  noted('a positive depression screen', ['positive depression screen*', 'depression screen positive', 'depression screening positive', 'phq-2 positive', 'phq-9 positive', 'positive phq-2', 'positive phq-9', 'screened positive for depression', 'screens positive for depression']),
);
