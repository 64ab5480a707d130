import { PRESSURE_ULCER } from '../groups/skin.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { any } from '../operators/any.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { defineRule } from '../rule.ts';

const NAMES = [
  'pressure injur*', 'pressure ulcer*', 'pressure sore*', 'pressure wound*', 'decubit*', 'bedsore*', 'bed sore*', 'deep tissue injur*', 'deep tissue pressure', 'dti', 'sdti', 'dtpi', 'hapi', 'capi', 'nonblanchable', 'non-blanchable', 'non blanchable', 'pu stage', 'pi stage', 'stage 2 pi', 'stage 3 pi', 'stage 2 pu', 'stage 3 pu',
];
/** Only pressure injuries are staged so. */
const STAGES = ['stage 1', 'stage 2', 'stage 3', 'stage 4', 'stage i', 'stage ii', 'stage iii', 'stage iv', 'unstageable'];
/** With its stage it is there, though a list before it denies something else: "no slough, pressure injury stage 2". */
const STAGED = ['injury', 'ulcer', 'sore', 'wound'].flatMap((word) => STAGES.flatMap((stage) => [`pressure ${word} ${stage}`, `pressure ${word}, ${stage}`, `${stage} pressure ${word}`]));
const NOT_ONE = ['prevention', 'risk for', 'risk of', 'at risk', 'bundle', 'healed', 'history of', 'hx of', 'resolved', 'if ', 'monitor for', 'no pressure', 'free of'];
const DEEP = noted('deep tissue damage', ['deep tissue', 'dti', 'sdti', 'dtpi'], { by: 'other-clinician' });

export default defineRule({
  id: 'pressure-ulcer-nurse-only',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['cdi', 'clinician'],
  order: 60,
  title: 'A pressure injury in nursing notes that no provider has documented',
  topic: 'pressure-ulcer-nurse-only',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.B.14 and I.C.12.a: the stage may come from nursing, the diagnosis only from a provider',
    'NPIAP, pressure injury stages (2016; third international guideline 2019)',
  ],
  rationale: 'A wound that only the nurse describes is neither diagnosed nor known to have been present on arrival, and its treatment has no order to rest on.',
  appliesTo: EVERY_VISIT,
  trigger: any(
    noted('a pressure injury charted by nursing', NAMES, { by: 'other-clinician', except: NOT_ONE }),
    noted('a staged pressure injury charted by nursing', STAGED, { by: 'other-clinician', is: 'either', except: [...NOT_ONE, ...STAGES.map((stage) => `no ${stage}`), 'without pressure', 'denies', 'no evidence', 'not a'] }),
    noted('a staged wound charted by nursing', ['ulcer*', 'wound*', 'pu', 'pi', 'injury'], { by: 'other-clinician', beside: STAGES, except: [...NOT_ONE, 'ckd', 'cancer', 'venous', 'foot ulcer'] }),
  ),
  met: any(
    hasActive(PRESSURE_ULCER, 6),
    documentedInNotes(PRESSURE_ULCER),
    noted('a pressure injury, or another cause of the wound', [
      ...NAMES, 'moisture-associated', 'moisture associated', 'masd', 'incontinence-associated', 'incontinence associated', 'iad', 'incontinence dermatitis', 'kennedy', 'skin tear', 'skin failure', 'friction', 'venous stasis ulcer', 'diabetic foot ulcer',
      'neuropathic ulcer', 'arterial ulcer', 'calciphylaxis', 'intertrigo', 'purpura',
    ], { by: 'provider', except: ['risk for', 'at risk', 'prevention'] }),
  ),
  says: {
    open: 'Nursing charts a pressure injury, and no provider has said what it is.',
    met: 'A provider has documented what the wound is.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No pressure injury is charted by nursing at this visit.',
  },
  asks: {
    title: 'Skin findings in nursing documentation',
    question: "Nursing describes this patient's skin findings. Based on your clinical judgment, please document the condition, if any, that they represent, its site, and whether it was present on admission.",
    options: [
      { from: 'when', holds: not(DEEP), options: ['Pressure ulcer (please specify the site)'] },
      { from: 'when', holds: DEEP, options: ['Pressure-induced deep tissue damage (please specify the site)', 'Pressure ulcer that has opened (please specify the site)'] },
      { from: 'text', option: 'Skin injury of another cause, such as moisture or friction (please specify)' },
      { from: 'text', option: 'Skin finding without a pressure ulcer' },
    ],
  },
  thresholds: {},
});
