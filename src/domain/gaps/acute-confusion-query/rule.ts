import { ACUTE_BRAIN_DISORDER, CAUSE_OF_CONFUSION } from '../groups/brain.ts';
import { HOSPITAL } from '../groups/settings.ts';
import { AMMONIA, GLUCOSE, PACO2, SODIUM, SPO2_ROOM_AIR } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { measuredThisVisit } from '../operators/measured-this-visit.ts';
import { noted } from '../operators/noted.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const DRUGS = noted('a drug that clouds the mind', [
  'oxycodone', 'hydromorphone', 'dilaudid', 'morphine', 'fentanyl', 'opioid*', 'opiate*', 'lorazepam', 'ativan', 'benzodiazepine*', 'diphenhydramine', 'benadryl', 'zolpidem', 'ambien', 'cefepime', 'gabapentin', 'oxybutynin', 'steroid*', 'baclofen', 'hydroxyzine', 'cyclobenzaprine', 'tramadol',
]);
const LIVER = any(measuredThisVisit(AMMONIA).above(50), noted('a failing liver', ['cirrhosis', 'asterixis', 'lactulose', 'hepatic'], { by: 'provider' }));

const CHEMISTRY = any(
  measuredThisVisit(SODIUM).below(130), measuredThisVisit(SODIUM).above(150), measuredThisVisit(GLUCOSE).below(54), measuredThisVisit(AMMONIA).above(50), measuredThisVisit(PACO2).above(50), measuredThisVisit(SPO2_ROOM_AIR).below(88),
);

/** Attention beyond the word: somebody looked for a cause, or treated it. */
const WORK_UP = noted('a work-up or treatment of confusion', ['ct head', 'head ct', 'cth', 'ct of the head', 'mri brain', 'brain mri', 'eeg', 'ammonia', 'sitter', 'restraint*', 'mitts', 'haloperidol', 'haldol', 'quetiapine', 'seroquel', 'olanzapine', 'lumbar puncture', 'reorient*', 'naloxone', 'narcan', 'lactulose', 'thiamine', 'neurology consult*'], { is: 'either' });

export default defineRule({
  id: 'acute-confusion-query',
  version: '1.0.1',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 30,
  title: 'Acute confusion with a cause or work-up, without a diagnosis',
  topic: 'acute-confusion-query',
  authority: [
    'DSM-5-TR (2022), delirium: a disturbance of attention and awareness that develops over a short time, from another medical condition or substance',
    'Slooter and others, updated nomenclature of delirium and acute encephalopathy, ten societies (2020)',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.4 and III: a symptom stands where no provider names the disease',
  ],
  rationale: 'Altered mental status is a symptom. Delirium and encephalopathy have causes to treat and are often missed; the provider says whether it is one.',
  appliesTo: all(ageAtLeast(18), HOSPITAL),
  trigger: any(
    all(
      noted('an acute change of mental status', [
        'acute confusion', 'acutely confused', 'new confusion', 'newly confused', 'increasingly confused', 'increased confusion', 'more confused', 'new onset confusion', 'new-onset confusion', 'altered mental status', 'altered mentation', 'ams', 'change in mental status', 'mental status change*', 'disoriented', 'disorientation', 'not oriented', 'oriented to self only', 'oriented to person only',
        'oriented to name only', 'oriented x1', 'oriented x 1', 'aox1', 'a&ox1', 'a&o x1', 'a&o x 1', 'ao x1', 'alert and oriented x1', 'cam positive', 'cam-icu positive', 'cam +', 'cam-icu +', 'positive cam', 'obtunded', 'encephalopathic', 'hallucinat*', 'seeing things', 'sees people', 'seeing people', 'seeing bugs', 'sees bugs', 'sees animals', 'pulling at lines', 'pulling at iv*', 'pulled at lines',
        'pulled out his', 'pulled out her', 'picking at', 'waxing and waning', 'waxes and wanes', 'inattentive', 'sundowning', 'stuporous', 'not making sense', 'nonsensical', 'not himself', 'not herself', 'been herself', 'been himself', 'acting right', 'acting strange*', 'acting like herself', 'acting like himself', 'talking to people', 'incoherent*',
      ], { except: ['chronic*', 'for years', 'for months'] }),
      any(assessed(CAUSE_OF_CONFUSION, ['present', 'possible']), DRUGS, CHEMISTRY, WORK_UP),
    ),
    all(
      any(
        noted('confusion', ['confused', 'confusion', 'muddled'], { except: ['chronic*', 'for years', 'for months', 'confused about', 'confused by', 'confused regarding', 'easily confused', 'confusion about', 'confusion regarding', 'confusion over'] }),
        noted('drowsiness or agitation', ['letharg*', 'somnolen*', 'drowsy', 'agitat*', 'sleepy', 'delirious'], {
          beside: ['acute*', 'new', 'newly', 'sudden*', 'overnight', 'last night', 'tonight', 'today', 'this morning', 'since', 'yesterday', 'days', 'day', 'hours', 'arrival', 'admission', 'now', 'this evening', 'oriented', 'reorient*', 'worse', 'brought', 'pod*', 'post-op', 'postop*', 'lines', 'wife', 'husband', 'daughter', 'son', 'family', 'usually', 'normally', 'clear*'],
          except: ['chronic*', 'for years', 'for months', 'sedat*'],
        }),
      ),
      any(CHEMISTRY, WORK_UP),
    ),
  ),
  met: any(
    assessed(ACUTE_BRAIN_DISORDER, ['present', 'possible']),
    statedInNotes('delirium or encephalopathy that is over', { actions: ['resolved', 'resolving', 'cleared', 'clearing', 'improved', 'improving', 'clear since'], objects: ['delirium', 'encephalopathy', 'encephalopathic'] }),
    noted('a named cause of the change', [
      'delirium', 'delirious', 'encephalopath*', 'postictal', 'post-ictal', 'icu psychosis', 'intoxicat*', 'alcohol withdrawal', 'dts', 'wernicke*', 'transient global amnesia', 'meningoencephalitis', 'encephalitis', 'concussion', 'psychosis', 'psychotic', 'mania', 'manic', 'catatoni*', 'nonconvulsive', 'status epilepticus', 'hypoglycemic coma',
    ], { by: 'provider', is: 'either', except: ['precautions', 'history of', 'risk'] }),
    noted('a mental state that is as ever', [
      'confused at baseline', 'baseline confusion', 'mentation at baseline', 'mental status at baseline', 'mental status at her baseline', 'mental status at his baseline', 'at baseline mental status', 'at baseline mentation', 'baseline mental status', 'chronically confused', 'chronic confusion', 'baseline dementia', 'dementia at baseline', 'mental status is baseline',
      'unchanged from baseline', 'cognition at baseline', 'progression of dementia', 'due to dementia', 'from dementia', 'due to his dementia', 'due to her dementia', 'from her dementia', 'from his dementia', 'expected from sedation', 'expected after anesthesia', 'residual sedation', 'residual anesthesia',
      'disoriented at baseline', 'to date at baseline', 'to time at baseline', 'to place at baseline', 'to self at baseline', 'x1 at baseline', 'x2 at baseline', 'x 1 at baseline', 'x 2 at baseline', 'is her baseline', 'is his baseline', 'at her baseline', 'at his baseline', 'at cognitive baseline',
      'aphasia, not confusion', 'not confused',
    ]),
  ),
  says: {
    open: 'An acute change of mental status with a cause or work-up is described, and no provider has said what it is.',
    met: 'What the change of mental status is, is documented.',
    outOfScope: 'Only for adults in a hospital stay or emergency visit.',
    notTriggered: 'No acute change of mental status with a cause or work-up is described at this visit.',
  },
  asks: {
    title: 'Clinical significance of a change in mental status',
    question: "Based on your clinical judgment, please document the condition, if any, that accounts for this patient's change in mental status, and its cause.",
    options: [
      { from: 'text', option: 'Delirium due to a medical condition (please specify the cause)' },
      { from: 'text', option: 'Metabolic encephalopathy (please specify the cause)' },
      { from: 'when', holds: DRUGS, options: ['Toxic encephalopathy or delirium due to a drug (please specify the drug)'] },
      { from: 'when', holds: LIVER, options: ['Hepatic encephalopathy'] },
      { from: 'text', option: 'Confusion without delirium or encephalopathy' },
    ],
  },
  thresholds: {},
});
