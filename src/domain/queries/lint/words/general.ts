import type { WordRow } from './phrases.ts';

/**
 * Words that speak of patients at large. A query concerns one patient's record.
 * Authority: AHIMA/ACDIS, Guidelines for Achieving a Compliant Query Practice (2022 update): a query is patient-specific.
 */
export const GENERAL_WORDS: readonly WordRow[] = [
  { words: ['all patients', 'any patient', 'any patients', 'every patient', 'each patient', 'your patients', 'our patients', 'these patients', 'those patients', 'such patients', 'most patients', 'patients with', 'patients who', 'patients whose', 'patients in', 'patients on', 'patients admitted', 'in patients', 'for patients', 'of patients', 'patients should', 'patients must', 'patients are', 'patients have', 'when a patient', 'if a patient', 'whenever a patient', 'a patient with', 'a patient who', 'a patient whose', 'a patient on', 'patient population', 'surgical patients', 'icu patients', 'diabetic patients', 'sepsis patients', 'whenever you', 'anyone with'], why: 'many patients, or whichever patient' },
  { words: ['all charts', 'our charts', 'your charts', 'these charts', 'charts lack', 'all cases', 'these cases', 'such cases', 'cases like', 'case like', 'type of case', 'kind of case', 'kinds of case*', 'these types of', 'charts with', 'cases with', 'cases of', 'in such a case', 'similar cases', 'in general', 'as a rule', 'going forward', 'from now on', 'in the future', 'all admissions', 'any admission', 'every admission'], why: 'many records', unless: ['cases of beer'] },
  { words: ['to all', 'dear all', 'dear colleagues', 'dear providers', 'dear physicians', 'dear team', 'dear doctors', 'hospitalist group', 'all providers', 'all physicians', 'all hospitalists', 'all clinicians', 'all residents', 'all surgeons', 'all staff', 'all intensivists', 'medical staff', 'attention providers', 'attention all', 'attention physicians', 'every provider', 'every physician', 'physicians should', 'providers should', 'physicians must', 'providers must', 'clinicians should', 'clinicians must', 'doctors should', 'surgeons should', 'hospitalists should', 'physicians are reminded', 'providers are reminded', 'providers are asked', 'physicians are asked', 'providers need to', 'physicians need to', 'general reminder', 'documentation tip*', 'cdi tip*', 'tip of the', 'coding tip*', 'educational', 'newsletter', 'lunch and learn', 'tip sheet', 'pocket card', 'best practice*', 'department wide', 'mass query', 'standing query'], why: 'addressed to a group' },
];

/** These make a query general only where nothing in it points to the one patient. */
export const GENERAL_UNLESS_ONE_PATIENT: readonly WordRow[] = [
  { words: ['reminder', 'remember to', 'education', 'fyi', 'tip', 'template', 'sample query', 'generic', 'policy', 'protocol reminder', 'always document', 'providers', 'physicians', 'charts', 'group'], why: 'a reminder or a form', unless: ['second request', 'unanswered', 'open query', 'previous query', 'pending query', 'query sent', 'query of', 'group a', 'group b', 'consulting providers', 'between providers'] },
];

export const ONE_PATIENT = ['this patient', 'this pt', 'the patient', "patient's", 'your patient', "pt's", 'the pt', 'mr', 'mrs', 'ms', 'his', 'her', 'he', 'she', 'this admission', 'this stay', 'this visit', 'this encounter'];

/** A blank or a placeholder where the patient's own facts belong: "__/__", "[value]", "XX/XX". */
export const PLACEHOLDER = /_{2,}|\[(?:[^\]\n]{0,12}\b)?(?:name|patient|pt|date|value|mrn|dob|insert|result|lab|finding|provider|diagnosis|room|indicator|source)\b[^\]\n]{0,24}\]|<(?:insert|patient|name|date|value|mrn|lab|provider|diagnosis)\b[^>\n]{0,24}>|\{[^}\n]{1,24}\}|\b(?:x{2,}|m{2}|d{2})\/(?:x{2,}|d{2}|m{2})\b|\b(?:insert|enter|fill in)\s(?:the\s)?(?:patient|date|value|lab|name|indicator|finding|result)/giu;
