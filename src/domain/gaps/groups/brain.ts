import type { CodeGroup } from '../operators/expression.ts';

/** What an acute change of mind can turn out to be: delirium, encephalopathy, or another named disorder of which it is a part. */
export const ACUTE_BRAIN_DISORDER: CodeGroup = {
  name: 'delirium, encephalopathy or another named cause of an acute change in mental status',
  icd10: [
    'A81', 'A85', 'A86', 'B00.4', 'E03.5', 'E10.641', 'E11.641', 'E13.641', 'E15', 'E51.2', 'E51.1', 'F05', 'F06.0', 'F06.2', 'F06.8', 'F10.12', 'F10.22', 'F10.23', 'F10.92', 'F10.93', 'F10.13', 'F11.12', 'F11.22', 'F11.92',
    'F12.12', 'F12.92', 'F13.12', 'F13.13', 'F13.22', 'F13.23', 'F13.92', 'F13.93', 'F14.12', 'F14.92', 'F15.12', 'F15.92', 'F19.12', 'F19.22', 'F19.92', 'F19.93', 'F20', 'F23', 'F25', 'F29', 'F30', 'F31.1', 'F31.2', 'F31.6', 'G00', 'G03', 'G04', 'G40.901', 'G40.911', 'G41', 'G45.4', 'G92', 'G93.1',
    'G93.4', 'G93.5', 'G93.6', 'I67.4', 'I67.83', 'I60', 'I61', 'I62', 'K76.82', 'R40.20', 'R40.3', 'S06', 'F44.8', 'T40.0X1', 'R56.0', 'G93.82',
  ],
  terms: ['delirium', 'encephalopathy', 'encephalitis', 'coma', 'delirium tremens', 'postictal', 'transient global amnesia', 'intoxication'],
  except: ['risk of', 'history of', 'family history', 'prevention', 'coma scale', 'coma score'],
};

/** Named causes that go with an acute change: the second half of the question. */
export const CAUSE_OF_CONFUSION: CodeGroup = {
  name: 'an acute illness that can change the mental status',
  icd10: [
    'A40', 'A41', 'A49', 'A87', 'B20', 'E10.1', 'E10.64', 'E11.0', 'E11.1', 'E11.64', 'E16.2', 'E83.52', 'E86', 'E87.0', 'E87.1', 'E87.2', 'E87.4', 'I16', 'I50', 'I63', 'J09', 'J10', 'J11', 'J12', 'J13', 'J14', 'J15', 'J18', 'J44.1', 'J69.0', 'J96', 'K70.3', 'K72', 'K74', 'L03', 'N10', 'N12', 'N17',
    'N19', 'N30.0', 'N39.0', 'R33', 'R09.02', 'R65', 'T36', 'T38', 'T39', 'T40', 'T42', 'T43', 'T44', 'T45.0', 'T46', 'T50', 'U07.1', 'S72',
  ],
  terms: ['sepsis', 'pneumonia', 'urinary tract infection', 'uti', 'hyponatremia', 'hypernatremia', 'dehydration', 'uremia', 'hypercapnia', 'hypoxia', 'hypoglycemia', 'cirrhosis', 'acute kidney injury'],
  except: ['history of', 'risk of', 'family history'],
};

/** DSM-5-TR: major and mild neurocognitive disorder, whatever the cause. */
export const NEUROCOGNITIVE_DISORDER: CodeGroup = {
  name: 'dementia or another neurocognitive disorder',
  icd10: ['A81.0', 'F01', 'F02', 'F03', 'F04', 'F06.7', 'F06.8', 'F10.27', 'F10.97', 'F19.97', 'G30', 'G31', 'G10', 'I69.01', 'I69.11', 'I69.21', 'I69.31', 'I69.91', 'I68.0', 'G91.2'],
  terms: ['dementia', 'alzheimer*', 'neurocognitive disorder', 'mild cognitive impairment', 'lewy bod*'],
  except: ['family history', 'screening', 'risk of', 'no dementia'],
};

/** What else the drugs for dementia are given for: memantine in migraine, obsession and autism, donepezil after brain injury. */
export const OTHER_USE_OF_DEMENTIA_DRUG: CodeGroup = {
  name: 'another use of a drug for dementia',
  icd10: ['F42', 'F84.0', 'G43', 'G44', 'Q90', 'S06', 'H55', 'G35'],
  terms: ['migraine', 'nystagmus', 'traumatic brain injury', 'down syndrome', 'autism'],
  except: ['family history'],
};
