import { IMMUNOSUPPRESSANTS } from '../drugs/long-term.ts';
import { ACUTE_INFECTION, IMMUNODEFICIENCY } from '../groups/infection.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'immunosuppression-query',
  version: '1.0.0',
  kind: 'documentation',
  audience: ['cdi', 'coder', 'clinician'],
  order: 130,
  title: 'A drug that suppresses immunity, and an infection or precaution, without the state named',
  topic: 'immunosuppression-query',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.3 with D84.821: immunodeficiency due to drugs is the provider’s to document',
    'IDSA, vaccination of the immunocompromised host (2013), which drugs and doses count',
  ],
  rationale: 'An infection under such a drug is treated earlier, longer and wider. The drug alone does not say that the patient is immunodeficient; many are not.',
  appliesTo: EVERY_VISIT,
  trigger: all(
    any(
      taking('a drug that suppresses immunity', IMMUNOSUPPRESSANTS, { except: ['ophthalmic', 'eye drop*', 'restasis', 'topical', 'ointment', 'protopic', 'cream', 'stent'] }),
      noted('steroids at a dose that suppresses immunity', ['prednisone', 'prednisolone', 'methylprednisolone', 'dexamethasone'], { beside: ['20 mg', '25 mg', '30 mg', '40 mg', '50 mg', '60 mg', '20mg', '40mg', '60mg'], except: ['burst', 'taper', '5 days', '5-day', 'five days', 'x5d', 'x 5 d', 'taken today', 'start', 'started'] }),
    ),
    any(
      assessed(ACUTE_INFECTION, ['present', 'possible']),
      noted('an infection of the immunosuppressed, or a precaution', [
        'zoster', 'shingles', 'herpes simplex', 'thrush', 'candid*', 'pcp', 'pjp', 'pneumocystis', 'cmv', 'bk virus', 'aspergill*', 'nocardia', 'opportunistic', 'neutropenic', 'atovaquone', 'valganciclovir', 'dapsone', 'line infection', 'cryptococc*',
        'recurrent infection*', 'frequent infection*', 'no live vaccin*', 'avoid live vaccin*', 'avoid sick contacts',
      ], { by: 'provider', except: ['vaccine today', 'shingrix', 'shot', 'shots', 'shingles vaccine', 'zoster vaccine', 'pharmacy'] }),
      statedInNotes('prevention of an infection of the immunosuppressed', { actions: ['prophyla*', 'ppx', 'prevent*'], objects: ['pjp', 'pcp', 'pneumocystis', 'cmv', 'fungal', 'antifungal', 'valganciclovir', 'atovaquone', 'dapsone', 'tmp-smx', 'bactrim', 'fluconazole', 'posaconazole'] }),
      noted('the drug held for an infection', ['held', 'hold', 'holding', 'reduce*', 'paused', 'pause', 'stop*'], { by: 'provider', beside: ['infection', 'pneumonia', 'cellulitis', 'sepsis', 'fever', 'uti', 'covid', 'until antibiotics'] }),
    ),
  ),
  met: any(
    hasActive(IMMUNODEFICIENCY),
    documentedInNotes(IMMUNODEFICIENCY),
    noted('the state of immunity', ['immunosuppressed', 'immunocompromised', 'immune compromised', 'immune-compromised', 'immunodeficien*', 'immunosuppression', 'immunocompetent', 'immune suppressed', 'immune-suppressed', 'compromised host', 'immunosuppressed state', 'weakened immun*', 'immune deficien*'], { by: 'provider', is: 'either' }),
  ),
  says: {
    open: 'A drug that suppresses immunity is taken in the presence of an infection or precaution, and no provider has said whether the patient is immunodeficient.',
    met: 'The state of immunity is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No drug that suppresses immunity is taken, or nothing at this visit bears on it.',
  },
  asks: {
    title: 'Clinical significance of long-term drug therapy',
    question: "Based on your clinical judgment, please document how the drug cited affects this patient's immune status, if it does.",
    options: [
      { from: 'text', option: 'Immunodeficiency due to drug therapy (please specify the drug)' },
      { from: 'text', option: 'Immunodeficiency due to an underlying condition (please specify)' },
      { from: 'text', option: 'Drug therapy without clinically significant immunosuppression' },
    ],
  },
  thresholds: {},
});
