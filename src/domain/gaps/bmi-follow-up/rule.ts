import { PREGNANCY } from '../code-groups.ts';
import { INCRETINS } from '../drugs/long-term.ts';
import { END_OF_LIFE } from '../groups/care.ts';
import { BMI } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const WEIGHT_DRUGS = [...INCRETINS, 'wegovy', 'saxenda', 'zepbound', 'phentermine', 'adipex', 'qsymia', 'contrave', 'naltrexone-bupropion', 'orlistat', 'xenical', 'alli'];

export default defineRule({
  id: 'bmi-follow-up',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 180,
  title: 'Body mass index due, or outside of normal without a follow-up plan',
  topic: 'bmi-follow-up',
  authority: ['CMS69 BMI screening and follow-up plan (2026)', 'USPSTF Weight loss to prevent obesity-related morbidity in adults (2018)'],
  rationale: 'Weight too high or too low is treatable, and what is not named is not treated. As CMS69: from 18 years, 18.5 up to, not including, 25, a plan within twelve months. Unlike it: weight and height give a BMI where none is charted, and windows count back from the visit.',
  appliesTo: all(settingIs('office'), ageAtLeast(18), not(hasActive(PREGNANCY, 12)), not(END_OF_LIFE)),
  trigger: ageAtLeast(18),
  met: any(
    all(latest(BMI, 12).atLeast(18.5), latest(BMI, 12).below(25)),
    all(latest(BMI, 12).atLeast(0), any(
      done('a plan for weight', {
        codes: { hcpcs: ['G0270', 'G0271', 'G0447', 'G0473', 'S9449', 'S9451', 'S9452', 'S9470', 'G8417', 'G8418'], icd10: ['Z71.3', 'Z71.82'] },
        words: ['nutrition counsel*', 'dietary counsel*', 'diet counsel*', 'weight counsel*', 'weight management', 'exercise counsel*', 'dietitian consult*', 'bariatric surgery', 'weight loss counsel*', 'obesity counsel*'],
        kinds: ['Procedure', 'Condition'], withinMonths: 12,
      }),
      statedInNotes('a plan for weight', {
        actions: ['counsel*', 'discuss*', 'advis*', 'encourag*', 'recommend*', 'refer', 'referred', 'referral', 'educat*', 'continue', 'start', 'increase', 'review*', 'goal', 'plan', 'work on', 'working on', 'offer*'],
        objects: ['diet', 'dietary', 'dietitian', 'dietician', 'nutrition*', 'exercise', 'physical activity', 'weight', 'weight loss', 'weight gain', 'calor*', 'lifestyle', 'bariatric*', 'walking', 'protein', 'supplement*', 'portion*', 'mediterranean', ...WEIGHT_DRUGS],
      }),
      taking('a drug for weight', WEIGHT_DRUGS),
    )),
    declined('weight measurement or a plan', ['weight', 'weighed', 'bmi', 'weigh-in', 'nutrition counsel*', 'weight management'], 12),
  ),
  says: {
    open: 'No body mass index was found for the last 12 months, or the newest is below 18.5 or at least 25 and no plan was found.',
    met: 'The newest body mass index is normal, there is a plan for it, or the notes say why not.',
    outOfScope: 'Only at office visits of adults, and not in pregnancy, hospice or palliative care.',
    notTriggered: 'Younger than 18 years.',
  },
  asks: null,
  thresholds: { 'from-bmi': { at: ['/met/of/0/of/0/test/value'], unit: 'kg/m2', between: [18, 23] }, 'below-bmi': { at: ['/met/of/0/of/1/test/value'], unit: 'kg/m2', between: [25, 30] } },
});
