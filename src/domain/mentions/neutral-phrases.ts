import { tokenize } from '../text/tokens.ts';
import { wordForm } from '../text/word-forms.ts';
import type { LexiconMatch, Token } from '../model/index.ts';

/**
 * What notes say with the name of a condition in it, and mean something else: a measurement, a place, a test, a vaccine,
 * an instruction. Each with what it is; lower case. A name inside such a phrase is not looked for.
 */
const MEANS: Readonly<Record<string, readonly string[]>> = {
  'a measurement or a finding of a tracing': [
    'st depression', 'st depressions', 'st segment depression', 'pr depression', 't wave depression', 'depressed st', 'stroke volume', 'stroke work', 'mass index', 'lv mass', 'hepatojugular reflux', 'abdominojugular reflux',
    'reflux volume', 'bi rads', 'ti rads', 'li rads', 'pi rads', 'lung rads', 'o rads', 'low t waves', 'functional impotence', 'anion gap', 'pain score', 'pain scale', 'stroke scale', 'coma scale', 'fracture risk score',
  ],
  'a place, a service or a person': [
    'stroke center', 'stroke nurse', 'stroke nurses', 'stroke coordinator', 'stroke service', 'stroke neurologist', 'stroke fellow', 'stroke attending', 'stroke protocol', 'stroke order set', 'stroke workup', 'stroke education', 'sepsis nurse', 'sepsis alert', 'sepsis bundle', 'sepsis protocol', 'code sepsis', 'diabetes nurse', 'heart failure nurse', 'wound nurse', 'code stroke', 'hcc us', 'hcc ultrasound', 'hcc surveillance', 'hcc screening', 'hcc screen', 'icd discussion', 'icd evaluation', 'stroke code', 'stroke alert', 'stroke team', 'stroke unit', 'stroke clinic', 'cancer center', 'cancer clinic', 'pain clinic', 'pain center', 'pain management', 'pain specialist', 'pain service', 'wound clinic', 'wound center', 'labor and delivery', 'labor unit', 'headache clinic', 'headache center', 'headache specialist',
    'diabetes educator', 'diabetes education', 'diabetes center', 'diabetic educator', 'diabetic education', 'diabetic consultation', 'fracture clinic', 'fracture liaison service', 'allergy clinic', 'addiction clinic', 'sleep disorders center', 'hernia surgeon', 'cancer society', 'crisis line',
  ],
  'a part of the body': ['both hypochondria', 'right hypochondria', 'left hypochondria', 'celiac trunk', 'celiac artery', 'celiac axis', 'celiac plexus', 'celiac ganglion', 'celiac nodes', 'celiac lymph nodes'],
  'what is smoked, and is no tobacco': ['cannabis smoker', 'marijuana smoker', 'hashish smoker', 'smoker of cannabis', 'smoker of marijuana', 'smoker of hashish'],
  'a test or an examination': [
    'stress test', 'pregnancy test', 'strep test', 'rapid strep', 'covid test', 'covid swab', 'flu test', 'flu swab', 'hiv test', 'hiv testing', 'hepatitis panel', 'hepatitis serologies', 'hepatitis b surface antigen', 'hepatitis b surface antibody', 'hepatitis c antibody', 'syphilis screen', 'tb test', 'allergy testing', 'allergy test',
    'diabetic eye exam', 'diabetic foot exam', 'hernia exam', 'hearing test', 'anemia panel', 'anemia workup', 'h pylori breath test', 'h pylori stool antigen', 'h pylori result', 'h pylori results', 'h pylori test', 'h pylori testing', 'h pylori serology', 'h pylori antigen', 'h pylori ag', 'h pylori biopsy', 'h pylori biopsies', 'urine gc', 'strep test', 'strep swab', 'mrsa swab', 'mrsa screen', 'mrsa nares', 'c diff test', 'c diff pcr', 'c diff toxin', 'legionella antigen', 'legionella ag', 'rsv swab', 'rsv test', 'influenza swab', 'hiv screen', 'hcv antibody', 'hcv ab', 'hepatitis c screen', 'lyme titer', 'lyme titers', 'lyme serology', 'lyme test', 'lupus panel', 'mole check', 'drug screen', 'gc ct', 'ct gc', 'gc chlamydia', 'chlamydia gc', 'gc swab', 'gc culture',
    'pulmonary embolism protocol', 'stone protocol', 'trauma series', 'depression questionnaire', 'anxiety questionnaire', 'depression scale', 'anxiety scale',
  ],
  'a vaccine': [
    'hep b given', 'hep b 1 given', 'hep b vaccine', 'hep b vaccination', 'hepatitis b given', 'hep a vaccine', 'hep a given', 'hep b series', 'hep b dose', 'hep b shot', 'rsv given', 'varicella given', 'flu given', 'hepatitis a vaccine', 'hepatitis b vaccine', 'hepatitis a vaccination', 'hepatitis b vaccination', 'covid vaccine', 'covid 19 vaccine', 'covid vaccination', 'covid 19 vaccination', 'covid vaccines', 'covid vaccinations', 'covid booster', 'rsv vaccine', 'pneumonia vaccine', 'pneumonia shot', 'shingles vaccine', 'shingles shot', 'flu vaccine', 'influenza vaccine', 'influenza vaccination', 'flu shot', 'flu shots',
    'tetanus current', 'tetanus up to date', 'tetanus utd', 'tetanus is up to date', 'tetanus is current', 'tetanus status', 'tetanus booster', 'tetanus updated', 'tetanus given', 'tetanus immunization', 'tetanus prophylaxis', 'tetanus toxoid', 'tetanus vaccine', 'tetanus vaccination', 'tetanus immune', 'tetanus not due', 'tetanus due', 'last tetanus', 'tetanus within', 'rabies vaccine', 'rabies vaccination', 'rabies prophylaxis', 'rabies immune globulin', 'rabies series',
    'zoster vaccine', 'varicella vaccine', 'tetanus shot', 'hpv vaccine', 'hpv vaccination', 'measles vaccine', 'meningitis vaccine', 'chickenpox vaccine', 'mpox vaccine', 'herpes zoster vaccine',
  ],
  'an aim, a treatment or an advice': [
    'weight loss discussed', 'weight loss encouraged', 'weight loss recommended', 'weight loss advised', 'weight loss counseling', 'weight loss counselling', 'weight loss program', 'weight loss goal', 'weight loss goals', 'weight loss surgery', 'weight loss medication', 'weight loss medications', 'weight loss efforts', 'weight loss plan', 'weight loss clinic', 'weight loss journey',
    'low sodium diet', 'low sodium diets', 'low sodium foods', 'low sodium intake', 'low potassium diet', 'low phosphorus diet', 'low cholesterol diet', 'low protein diet', 'low fiber diet', 'low residue diet',
    'weight loss diet', 'weight loss drug', 'weight loss drugs', 'recommend weight loss', 'recommended weight loss', 'encourage weight loss', 'encouraged weight loss', 'advised weight loss', 'discussed weight loss', 'work on weight loss', 'working on weight loss', 'goal weight loss', 'gradual weight loss', 'for weight loss', 'with weight loss and exercise', 'diet exercise weight loss', 'weight loss and exercise', 'diet and weight loss',
    'anti hypertensive', 'anti hypertensives', 'tumor necrosis factor', 'tumour necrosis factor', 'diabetic diet', 'diabetic shoes', 'diabetic supplies', 'diabetic shoe', 'asthma action plan', 'asthma inhaler', 'allergy shots', 'allergy shot', 'migraine diary', 'headache diary', 'pain diary', 'seizure precautions', 'fall precautions', 'bleeding precautions', 'suicide precautions', 'cold compress', 'cold compresses', 'cold pack', 'cold packs', 'cold therapy', 'heat and cold',
    'alcoholic beverages', 'alcoholic beverage', 'alcoholic drinks', 'alcoholic drink', 'pain medication', 'pain medications', 'pain medicine', 'pain control', 'pain relief', 'pain reliever', 'pain relievers', 'fever reducer', 'fever reducers', 'cough drops', 'cough syrup', 'cough medicine', 'cough suppressant', 'nausea medication', 'anxiety attack plan',
    'icd shock', 'icd shocks', 'appropriate shock', 'inappropriate shock', 'inappropriate shocks', 'electric shock', 'shock therapy', 'shock wave', 'shockwave therapy', 'blood pressure medication', 'diabetes medication', 'diabetes medications', 'wound care', 'stress reduction', 'fracture boot', 'sprain exercises', 'burn calories', 'heart attack symptoms', 'stroke prevention', 'fatigue management', 'hot flashes handout', 'cancer risk', 'stroke risk', 'fall risk assessment', 'bleeding risk', 'fracture risk',
  ],
};

const BY_FIRST = byFirst(Object.values(MEANS).flat().map((words) => tokenize(words).map(({ norm }) => wordForm(norm))));

function byFirst(phrases: readonly (readonly string[])[]): ReadonlyMap<string, readonly (readonly string[])[]> {
  const grouped = new Map<string, (readonly string[])[]>();
  for (const words of phrases) grouped.set(words[0] ?? '', [...(grouped.get(words[0] ?? '') ?? []), words]);
  return grouped;
}

/** The stretches of tokens `[from, to)` that are such phrases; the longest at each place. */
export function neutralStretches(tokens: readonly Token[]): readonly Pick<LexiconMatch, 'from' | 'to'>[] {
  const forms = tokens.map(({ norm }) => wordForm(norm));
  return forms.flatMap((form, from) => {
    const lengths = (BY_FIRST.get(form) ?? []).filter((words) => words.every((word, at) => forms[from + at] === word)).map((words) => words.length);
    return lengths.length > 0 ? [{ from, to: from + Math.max(...lengths) }] : [];
  });
}
