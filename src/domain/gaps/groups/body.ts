import type { CodeGroup } from '../operators/expression.ts';

/** Diagnoses and words on weight and nutrition. Classes of obesity: CDC (2024); the words "morbid" and "severe" were NIH's (1998) for 40, or 35 with disease caused by it. */

const NOT_NOW: readonly string[] = ['family history', 'screening', 'risk of', 'risk for', 'at risk', 'history of', 'h/o', 'childhood obesity', 'resolved'];

export const OBESITY_CLASS_1: CodeGroup = {
  name: 'obesity class 1', icd10: ['E66.811'], terms: ['class 1 obesity', 'class i obesity', 'obesity class 1', 'obesity class i', 'obesity, class 1', 'obesity, class i', 'mild obesity'], except: NOT_NOW,
};

export const OBESITY_CLASS_2: CodeGroup = {
  name: 'obesity class 2', icd10: ['E66.812'], terms: ['class 2 obesity', 'class ii obesity', 'obesity class 2', 'obesity class ii', 'obesity, class 2', 'obesity, class ii'], except: NOT_NOW,
};

export const OBESITY_CLASS_3: CodeGroup = {
  name: 'obesity class 3', icd10: ['E66.813'], terms: ['class 3 obesity', 'class iii obesity', 'obesity class 3', 'obesity class iii', 'obesity, class 3', 'obesity, class iii'], except: NOT_NOW,
};

/** E66.2 too: hypoventilation with morbid (severe) obesity. */
export const SEVERE_OBESITY: CodeGroup = {
  name: 'severe or morbid obesity', icd10: ['E66.01', 'E66.2'],
  terms: ['morbid obesity', 'morbidly obese', 'severe obesity', 'severely obese', 'extreme obesity', 'super obesity', 'super-obesity', 'super morbid*'], except: NOT_NOW,
};

export const OVERWEIGHT: CodeGroup = { name: 'overweight', icd10: ['E66.3'], terms: ['overweight'], except: [...NOT_NOW, 'obes*'] };

/** Any class, or none said. */
export const OBESITY: CodeGroup = {
  name: 'obesity', icd10: ['E66.0', 'E66.1', 'E66.2', 'E66.8', 'E66.9'], terms: ['obesity', 'obese'], except: NOT_NOW,
};

/** Weight far from a child's norm, in whichever direction and by whichever cause. */
export const CHILD_WEIGHT_DIAGNOSIS: CodeGroup = {
  name: 'a weight diagnosis', icd10: ['E66', 'E88.82', 'R63.4', 'R63.5', 'R63.6', 'R62.51', 'R64', 'E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'F50', 'O99.21', 'Q87.11'],
  terms: ['obesity', 'obese', 'overweight', 'underweight', 'failure to thrive', 'malnutrition', 'malnourished', 'prader-willi*', 'anorexia nervosa'], except: ['family history', 'screening', 'risk of', 'risk for', 'not overweight', 'not obese'],
};

/** A provider's words for a child's weight that carry no code; "not obese" too says what the percentile means. */
export const CHILD_WEIGHT_WORDS: readonly string[] = [
  'obes*', 'overweight', 'underweight', 'over weight', 'under weight', 'failure to thrive', 'ftt', 'malnourish*', 'malnutrition', 'constitutionally thin', 'constitutional thinness', 'thin build', 'elevated bmi', 'high bmi', 'excess weight', 'excessive weight gain', 'excessive weight', 'low bmi', 'poor weight gain', 'muscular build', 'muscular habitus', 'bmi reflects', 'tracking along', 'tracks along', 'tracking her curve', 'tracking his curve', 'tracking on her', 'tracking on his', 'familial short', 'small for age', 'genetically small', 'healthy weight', 'weight appropriate', 'bmi appropriate',
];

/** Malnutrition of any degree; cachexia (R64) is a cause or company of it, not its name. */
export const UNDERNUTRITION: CodeGroup = {
  name: 'malnutrition', icd10: ['E40', 'E41', 'E42', 'E43', 'E44', 'E45', 'E46', 'E64.0', 'O25'],
  terms: ['malnutrition', 'malnourished', 'undernutrition', 'undernourished', 'marasmus', 'kwashiorkor', 'protein calorie deficiency'],
  except: ['family history', 'screening', 'risk of', 'risk for', 'at risk', 'history of', 'h/o'],
};

/** Other names under which a provider has already said what lost weight means; a dietitian's finding is still asked about. */
export const LOST_WEIGHT_NAMED: readonly string[] = ['cachexia', 'cachectic', 'failure to thrive', 'ftt', 'anorexia nervosa', 'arfid', 'intentional weight loss', 'intentional', 'intended weight loss', 'intentionally', 'weight loss program', 'bariatric', 'sleeve gastrectomy', 'gastric bypass', 'semaglutide', 'wegovy', 'ozempic', 'tirzepatide', 'zepbound', 'mounjaro', 'constitutional thinness', 'constitutionally thin', 'naturally thin', 'diuresed', 'diuresis'];

export const MALNUTRITION_WORDS: readonly string[] = ['malnutrition', 'malnourish*', 'undernourish*', 'undernutrition', 'protein-calorie', 'protein calorie', 'protein-energy', 'protein energy', 'pcm', 'pem', 'marasm*', 'kwashiorkor', 'well nourished and no', 'nutritional status adequate'];

/** ASPEN/AND (2012): muscle and fat lost, grip. */
export const MUSCLE_LOST: readonly string[] = [
  'muscle wasting', 'muscle loss', 'muscle mass loss', 'loss of muscle', 'muscle depletion', 'muscle atrophy', 'temporal wasting', 'temporalis wasting', 'temporal hollowing', 'hollow temples', 'hollowed temples', 'bitemporal wasting', 'clavicular wasting', 'interosseous wasting', 'deltoid wasting', 'quadriceps wasting', 'wasting of the temples', 'prominent clavicles', 'clavicles prominent', 'squared shoulders', 'sarcopeni*', 'wasted', 'wasting', 'emaciated', 'low muscle mass', 'reduced muscle mass', 'calf circumference',
];

export const FAT_LOST: readonly string[] = [
  'fat loss', 'loss of fat', 'fat depletion', 'subcutaneous fat', 'triceps fat', 'triceps skinfold', 'orbital fat', 'orbital hollow*', 'hollow orbits', 'hollow eyes', 'sunken eyes', 'ribs visible', 'visible ribs', 'ribs prominent', 'prominent ribs', 'fat pads', 'loose skin', 'bony prominences',
];

export const GRIP_WEAK: readonly string[] = ['grip weak', 'weak grip', 'grip strength reduced', 'reduced grip*', 'decreased grip*', 'grip strength below', 'low grip*', 'handgrip reduced', 'grip strength decreased', 'diminished grip*', 'measurably reduced'];

export const WEIGHT_LOST: readonly string[] = ['weight loss', 'wt loss', 'lost weight', 'losing weight', 'loss of weight', 'unintentional weight', 'lb lost', 'lbs lost', 'kg lost', 'pounds lost', 'lost', 'down from', 'clothes loose', 'clothes hang'];

/** What stands beside the loss where it counts: so much of a weight, in so much time. */
export const WEIGHT_UNITS: readonly string[] = ['lb', 'lbs', 'kg', 'pounds', 'pound', '#', 'percent', 'unintentional*', 'unintended', 'ubw', 'usual weight', 'usual body weight', 'months', 'mo', 'weeks'];

export const INTAKE_LOW: readonly string[] = [
  'poor intake', 'poor oral intake', 'poor po intake', 'poor po', 'intake poor', 'inadequate intake', 'inadequate oral intake', 'inadequate energy intake', 'reduced intake', 'decreased intake', 'decreased po intake', 'decreased oral intake', 'minimal intake', 'minimal po', 'barely eating', 'hardly eating', 'hardly eats', 'eats little', 'eating little', 'not eating', 'unable to eat', 'bites only', 'few bites', 'sips only', 'npo for days', 'npo since', 'intake under', 'intake below', 'intake less than', 'intake <', 'intake about half', 'intake half', 'less than half of', 'under half of', 'half of needs', 'half of meals', 'third of meals', 'quarter of meals', 'eats under', 'eats less than', 'eating under', 'eating less than', 'meal intake', '< 50% of', '<50% of', '<75% of', '< 75% of', '50% of estimated', '75% of estimated', 'of estimated needs', 'of estimated energy', 'tea and toast', 'skips meals', 'skipping meals', 'malabsorption', 'short bowel',
];

/** What is done about it. */
export const FEEDING: readonly string[] = [
  'dietitian', 'dietician', 'nutrition consult*', 'nutrition assessment', 'nutrition evaluation', 'nutrition following', 'nutrition recs', 'nutrition recommend*', 'nutrition to see', 'nutrition support', 'nutritional support', 'supplement', 'supplements', 'supplementation', 'ensure', 'boost', 'glucerna', 'nepro', 'juven', 'magic cup', 'shakes', 'high protein', 'high-protein', 'high calorie', 'high-calorie', 'calorie count*', 'calorie-dense', 'tube feed*', 'tube feeding', 'enteral', 'tf', 'peg', 'g-tube', 'dobhoff', 'ng feeds', 'parenteral nutrition', 'tpn', 'ppn', 'appetite stimulant', 'mirtazapine', 'megestrol', 'megace', 'dronabinol', 'refeeding', 'rd',
];

/** With which 35 was enough for "severe" (NHLBI 1998). */
export const DISEASE_OF_WEIGHT: CodeGroup = {
  name: 'disease that obesity causes', icd10: ['E08', 'E09', 'E11', 'E13', 'I10', 'I11', 'I12', 'I13', 'I25', 'I50', 'E78', 'E88.81', 'G47.33', 'E66.2', 'K76.0', 'K75.81', 'M16', 'M17', 'I27.2', 'G93.2', 'E28.2', 'R73.03'],
  terms: ['diabetes', 'hypertension', 'sleep apnea', 'hyperlipidemia', 'dyslipidemia', 'fatty liver', 'osteoarthritis', 'heart failure'], except: ['family history', 'screening', 'risk of', 'risk for'],
};

/** Under which obesity keeps its name though the weight falls. */
export const LOSING_ON_TREATMENT: readonly string[] = [
  'semaglutide', 'wegovy', 'ozempic', 'liraglutide', 'saxenda', 'tirzepatide', 'zepbound', 'mounjaro', 'phentermine', 'qsymia', 'contrave', 'orlistat', 'bariatric', 'sleeve', 'gastric bypass', 'roux-en-y', 'lap band', 'lost weight', 'losing weight', 'weight loss', 'down from', 'lbs lost', 'lb lost',
];

export const OBESITY_OF_THE_PAST: readonly string[] = ['history of morbid obesity', 'history of severe obesity', 'history of obesity', 'history of class 3 obesity', 'h/o morbid obesity', 'h/o severe obesity', 'h/o obesity', 'hx of morbid obesity', 'hx of obesity', 'hx morbid obesity', 'former morbid obesity', 'formerly obese', 'previously obese', 'prior morbid obesity', 'previous morbid obesity', 'past morbid obesity'];

/** Weight that is muscle or fluid, or a height that misleads: a BMI then says nothing of fat. */
export const BMI_EXPLAINED: readonly string[] = [
  'reflects muscle', 'reflects his muscle', 'reflects her muscle', 'reflects lean', 'reflects fluid', 'reflects edema', 'reflects ascites', 'muscle mass', 'is muscle', 'from muscle', 'muscular', 'muscularity', 'lean mass', 'lean body', 'lean build', 'body composition is lean', 'bodybuild*', 'body build*', 'athletic build', 'misleading', 'misleads', 'overestimat*', 'overstat*',
  'does not reflect', "doesn't reflect", 'unreliable', 'not accurate', 'inaccurate', 'inflated by', 'fluid weight', 'water weight', 'anasarca', 'ascites', 'from edema', 'not obese', 'not obesity', 'no obesity', 'not overweight', 'not fat', 'amputation', 'kyphosis', 'not applicable', 'entered in error', 'erroneous*', 'normal for',
];

export const BMI_NAMED: readonly string[] = ['bmi', 'body mass index', 'body habitus'];
