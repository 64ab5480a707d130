import type { CodeGroup, DoneExpression } from '../operators/expression.ts';

/** Retinopathy severity by eye (71490-7, 71491-5), macular edema (71492-3, 71493-1), fundus findings (32451-7); HCPCS S3000. */
export const RETINAL_EXAM: Pick<DoneExpression, 'codes' | 'words' | 'kinds' | 'except'> = {
  codes: { loinc: ['32451-7', '71490-7', '71491-5', '71492-3', '71493-1'], hcpcs: ['S3000'] },
  words: [
    'dilated eye exam*', 'dilated exam*', 'dilated eye', 'diabetic eye exam*', 'dilated retinal exam*', 'retinal exam*', 'retinal eye exam*', 'dilated fundus exam*', 'dilated fundoscop*', 'fundus exam*', 'fundus photo*', 'retinal photo*', 'retinal imag*', 'retinal scan', 'retina scan',
    'retinopathy screen*', 'retinal screen*', 'diabetic retinal', 'eye exam', 'eye examination', 'dfe', 'ophthalmology exam*', 'optomap', 'idx-dr', 'autonomous eye exam',
  ],
  kinds: ['Procedure', 'Observation', 'DiagnosticReport'],
  except: ['external eye', 'glasses', 'contact lens*', 'refraction only', 'eyes: ', 'slit lamp only', 'vision screening', 'visual acuity only'],
};

export const RETINOPATHY: CodeGroup = {
  name: 'diabetic retinopathy',
  icd10: ['E08.31', 'E08.32', 'E08.33', 'E08.34', 'E08.35', 'E08.37', 'E09.31', 'E09.32', 'E09.33', 'E09.34', 'E09.35', 'E09.37', 'E10.31', 'E10.32', 'E10.33', 'E10.34', 'E10.35', 'E10.37', 'E11.31', 'E11.32', 'E11.33', 'E11.34', 'E11.35', 'E11.37', 'E13.31', 'E13.32', 'E13.33', 'E13.34', 'E13.35', 'E13.37'],
  terms: ['diabetic retinopathy', 'npdr', 'pdr', 'diabetic macular edema'],
  except: ['family history', 'screening', 'no diabetic', 'without', 'risk of'],
};

/** No light perception or category 3–5 in both; Q11.1 and Z90.01 of both. */
export const BLIND_BOTH_EYES: CodeGroup = {
  name: 'blindness of both eyes',
  icd10: ['H54.0'],
  terms: ['blindness of both eyes', 'blindness, both eyes', 'bilateral blindness'],
  except: ['family history', 'night', 'color', 'legal'],
};
