import { CANCER_TREATMENT } from '../drugs/long-term.ts';
import { CANCER_HISTORY, METASTASIS, SOLID_CANCER } from '../groups/cancer.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const NAMES = ['cancer', 'carcinoma', 'adenocarcinoma', 'melanoma', 'sarcoma', 'malignancy', 'ca', 'dcis', 'rcc', 'nsclc', 'tumor', 'seminoma', 'gist'];
const TREATMENT = taking('treatment of a cancer', CANCER_TREATMENT);

/** As patients and notes tell it, by the organ: "Prostate: had the seeds in 2023". */
const TREATED_ONCE = [
  'had the seeds', 'had seeds', 'seeds in', 'seeds placed', 'seed implant in', 'seed implants in', 'had the implant', 'had radiation', 'had the radiation', 'radiated in', 'radiation back in', 'radiation finished', 'beam radiation in', 'proton therapy in', 'had chemo', 'had chemotherapy', 'had surgery', 'had it out', 'had it removed', 'removed in', 'taken out', 'out in', 'cut out in', 'treated with', 'treated back', 'operated in', 'surgery in', 'years out', 'yrs out',
  'hormones until', 'hormones stopped', 'hormones ended', 'came off hormones', 'off hormones', 'course of hormones', 'shots until', 'lupron until', 'leuprolide until', 'last lupron', 'last leuprolide', 'tamoxifen until', 'finished tamoxifen', 'finished anastrozole', 'finished letrozole', 'stopped tamoxifen', 'bcg in', 'last bcg', 'ablated in', 'ablation in', 'cryotherapy in', 'cryoablation in', 'whipple in', 'brachytherapy', 'prostatectomy', 'lumpectomy', 'mastectomy', 'nephrectomy', 'colectomy', 'lobectomy', 'thyroidectomy', 'cystectomy', 'orchiectomy',
];
const ORGANS = ['prostate', 'breast', 'colon', 'rectal', 'rectum', 'kidney', 'renal', 'bladder', 'lung', 'thyroid', 'uterine', 'endometrial', 'ovarian', 'testicular', 'cervical', 'tongue', 'throat', 'larynx', 'psa', ...NAMES];

/** It is there, or it is over: either decides, and nothing is left to ask. */
const DECIDES = [
  'adjuvant', 'neoadjuvant', 'metasta*', 'stage iv', 'stage 4', 'recurred', 'recurrent', 'progression', 'progressing', 'progressed', 'residual disease', 'residual tumor', 'persistent disease', 'active cancer', 'active disease', 'active malignancy', 'active treatment', 'under treatment', 'undergoing',
  'on treatment for', 'currently treated', 'newly diagnosed', 'new diagnosis', 'awaiting', 'active surveillance', 'watchful waiting', 'hospice', 'palliative', 'castration-resistant', 'castration resistant', 'castrate-resistant', 'biochemical recurrence', 'chemoprevention', 'risk reduction', 'cycle', 'off all therapy', 'off therapy', 'off all treatment', 'off treatment', 'completed therapy', 'completed all therapy', 'completed treatment', 'completed all treatment', 'therapy completed', 'finished treatment', 'finished all treatment', 'no treatment since', 'no further treatment', 'in treatment', 'restag*',
];
const DECIDES_PAST = [
  'no evidence of disease', 'no evidence of recurrence', 'no evidence of recurrent', 'no sign of recurrence', 'no recurrence', 'without recurrence', 'ned', 'in remission', 'remission', 'cured', 'cancer free', 'cancer-free', 'disease free', 'disease-free', 'treatment complete*', 'undetectable', 'history of', 'h/o', 'hx of', 'hx', 'survivor',
  'discharged from oncology', 'margins clear', 'margins negative', 'clear margins', 'negative margins', 'psa under', 'psa <*', 'psa less than', 'psa 0.0*', 'ever since', 'none needed', 'resolved', 'eradicated',
];

export default defineRule({
  id: 'cancer-status-query',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['coder', 'cdi', 'clinician'],
  order: 260,
  title: 'A cancer that may be under treatment or in the past',
  topic: 'cancer-status-query',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.2.d and I.C.2.m: current while treatment is directed at it, history once eradicated with no further treatment',
    'AHA Coding Clinic (2021, third quarter): adjuvant therapy and its purpose are the provider’s to state',
  ],
  rationale: 'Whoever reads "cancer" plans otherwise than whoever reads "had cancer". Where words and treatment point both ways, the provider says which holds.',
  appliesTo: EVERY_VISIT,
  trigger: any(
    all(
      TREATMENT,
      statedInNotes('a cancer in the past', { actions: ['history of', 'h/o', 'hx of', 'hx', 'prior', 'previous', 'past', 'remote', 'survivor', 'no evidence of disease', 'ned', 'in remission', 'cancer free', 'cancer-free', 'disease free', 'disease-free'], objects: NAMES }),
    ),
    all(
      settingIs('office'),
      assessed(SOLID_CANCER, []),
      statedInNotes('a cancer treated before', {
        actions: ['s/p', 'status post', 'mastectomy', 'lumpectomy', 'prostatectomy', 'resected', 'resection', 'nephrectomy', 'colectomy', 'hemicolectomy', 'lobectomy', 'hysterectomy', 'excised', 'excision', 'orchiectomy', 'cystectomy', 'brachytherapy', 'completed', 'finished', 'radiation in', 'xrt in', 'thyroidectomy', 'treated in', 'chemo in'],
        objects: NAMES,
      }),
    ),
    all(
      settingIs('office'),
      assessed(SOLID_CANCER, []),
      statedInNotes('treatment of a cancer long ago', { actions: TREATED_ONCE, objects: ORGANS }),
    ),
  ),
  met: any(
    hasActive(CANCER_HISTORY),
    hasActive(METASTASIS), documentedInNotes(METASTASIS),
    statedInNotes('a cancer that is there', { actions: DECIDES, objects: DECIDES }),
    all(statedInNotes('a cancer that is over', { actions: DECIDES_PAST, objects: NAMES }), not(TREATMENT)),
  ),
  says: {
    open: 'A cancer is charted or treated as current and told as past, and no provider has said which holds.',
    met: 'Whether the cancer is current is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'The words and the treatment of this visit do not point both ways.',
  },
  asks: {
    title: 'Status of a documented malignancy',
    question: "Based on your clinical judgment, please document the current status of this patient's malignancy, and the purpose of any treatment.",
    options: [
      { from: 'text', option: 'Current malignancy, under treatment or follow-up with disease present (please specify the site)' },
      { from: 'when', holds: TREATMENT, options: ['Current malignancy, on adjuvant treatment after removal', 'History of malignancy, drug given to prevent a new one'] },
      { from: 'text', option: 'History of malignancy, treatment complete without evidence of disease' },
    ],
  },
  thresholds: {},
});
