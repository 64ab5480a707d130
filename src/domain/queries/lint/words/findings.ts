/**
 * Words of findings, parts of the body and degrees. A title or a question may use them without naming a diagnosis.
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update): a title may name the clinical finding.
 */
export const FINDING_WORDS: ReadonlySet<string> = new Set(('hypoxia hypoxemia hypotension hypertension confusion weakness fever pain rash ulcer ulcers wound wounds ascites edema effusion syncope dyspnea weight loss gain hyperglycemia '
  + 'bacteriuria leukocytosis tachycardia bradycardia cough bleeding bleed jaundice swelling redness lesion mass nodule troponin creatinine sodium potassium calcium glucose hemoglobin platelet platelets platelets lactate '
  + 'anemia fracture fractures laceration tear injury infection infections burn headache dizziness vertigo vomiting nausea diarrhea constipation distress failure shock overload volume fluid status change changes altered mental '
  + 'hormone thyroid medication drug treatment elevated elevation abnormal decreased increased reduced drop rise labs test tests function dysfunction skin chest abdominal back knee foot heel sacral hand shoulder neck head vision hearing speech swallowing gait '
  + 'retention urinary inr ammonia bilirubin lipase ketones enzymes tsh lymphocytes eosinophils albumin magnesium phosphorus phosphate bicarbonate ferritin culture cultures opacity infiltrate urine stool blood oxygen ventilation intubation respiratory cardiac renal kidney hepatic liver pulmonary lung heart blood urine bone joint muscle nerve bowel breast brain renal motor sensory psychiatric mood anxious behavior smoking tobacco alcohol opioid substance '
  + 'obesity overweight exposure lymphadenopathy hematuria proteinuria splenomegaly low high eye ear skin leg arm toe hip thrombocytopenia leukopenia uremia azotemia hemiparesis hemiplegia').split(' '));

/** Degrees, places and little words: they carry no diagnosis of their own. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(('acute chronic severe moderate mild subacute current recurrent persistent unspecified specified type stage class grade degree left right bilateral upper lower primary secondary this that these those '
  + 'patient only alone history finding findings disease disorder syndrome condition diagnosis clinical documentation episode single probable possible likely suspected confirmed other after during before more most first second third both each some none and the not for any new old non per his her its was had has type').split(' '));
