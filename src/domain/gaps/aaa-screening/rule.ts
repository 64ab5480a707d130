import { NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { AORTIC_ANEURYSM, EVER_SMOKED, NEVER_SMOKED } from '../groups/screened-once.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { sexIs } from '../operators/sex-is.ts';
import { defineRule } from '../rule.ts';

const WORDS = ['aaa screen*', 'aaa ultrasound', 'aaa us', 'aaa scan', 'abdominal aortic ultrasound', 'abdominal aorta ultrasound', 'aortic ultrasound', 'aorta ultrasound', 'ultrasound of the aorta', 'ultrasound of aorta', 'ultrasound aorta', 'us aorta', 'us abdominal aorta', 'us aaa', 'abdominal aortic aneurysm screen*', 'aortic aneurysm screen*'];

const KNOWN_BY_A_NOTE = noted('an abdominal aortic aneurysm', ['abdominal aortic aneurysm', 'aaa', 'aaa repair', 'evar', 'aortic endograft'], { by: 'provider', visit: 'any', is: 'ever', except: ['screen*', 'ultrasound', 'declin*', 'refus*', 'scan', 'family', 'father', 'brother', 'risk*', 'rule out', 'r/o', 'evaluate', 'no '] });

export default defineRule({
  id: 'aaa-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 130,
  title: 'Abdominal aortic aneurysm screening, once in a man who ever smoked',
  topic: 'aaa-screening',
  authority: ['USPSTF, abdominal aortic aneurysm: screening (2019), grade B: men of 65 to 75 years who ever smoked, once by ultrasound'],
  rationale: 'An ultrasound of the aorta at any time answers it; so does another picture of the abdomen of which a note or report tells that the aorta is not widened. Men who never smoked are offered it selectively, which is the clinician’s choice; where nobody charted whether he ever smoked, it cannot be told.',
  appliesTo: all(sexIs('male'), ageBetween(65, 76), not(any(hasActive(AORTIC_ANEURYSM), KNOWN_BY_A_NOTE, NOT_EXPECTED_TO_BENEFIT))),
  trigger: any(EVER_SMOKED, cannotTellWhere('whether he ever smoked is not charted', not(NEVER_SMOKED))),
  met: any(
    done('ultrasound of the abdominal aorta', { codes: { hcpcs: ['G0389'] }, words: WORDS, kinds: ['DiagnosticReport', 'Procedure', 'Observation'], withinMonths: null }),
    noted('an aorta seen and not widened', ['aaa', 'aortic aneurysm', 'aneurysm of the aorta', 'aneurysm'], { visit: 'any', is: 'denied', beside: ['ct', 'mri', 'ultrasound', 'us', 'imaging', 'scan', 'caliber'], except: ['brain', 'cerebral', 'intracranial', 'family'] }),
    noted('an aorta of normal width', ['aorta', 'abdominal aorta', 'infrarenal aorta'], { visit: 'any', is: 'either', beside: ['normal caliber', 'normal in caliber', 'normal size', 'not dilated', 'nonaneurysmal', 'non-aneurysmal', 'unremarkable'], except: ['thoracic', 'ascending', 'root'] }),
    declined('aneurysm screening', WORDS, 12),
  ),
  says: {
    open: 'He has smoked, and no picture of the abdominal aorta is on record, told in a note or declined.',
    met: 'The abdominal aorta was looked at, or the screening was declined.',
    outOfScope: 'Only for men from 65 through 75 years without a known aneurysm who can expect to gain by it.',
    notTriggered: 'He never smoked: no routine screening (USPSTF grade C).',
  },
  asks: null,
  thresholds: { belowAge: { at: ['/appliesTo/of/1/below'], unit: 'years', between: [66, 86] } },
});
