import { END_OF_LIFE } from '../groups/care.ts';
import { SMOKED_BEFORE, SMOKING_STATUS, USES_TOBACCO } from '../groups/tobacco.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { cannotTellWhere } from '../operators/cannot-tell-where.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { latestSays } from '../operators/latest-says.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const CESSATION_DRUGS = ['varenicline', 'chantix', 'tyrvaya', 'nicotine patch*', 'nicotine gum', 'nicotine lozenge*', 'nicotine replacement', 'nicotine inhaler', 'nrt', 'nicoderm', 'nicorette', 'nicotrol', 'habitrol', 'zyban', 'bupropion'];

const neverUsed = any(
  latestSays('tobacco smoking status', { loinc: SMOKING_STATUS, withinMonths: 12, answers: ['never*', 'non-smoker', 'nonsmoker', 'no', 'la18978-9'] }),
  noted('that tobacco is not used', ['never smoker', 'never smoked', 'non-smoker', 'nonsmoker', 'non smoker', 'never used tobacco', 'never tobacco', 'lifelong non-smoker', 'lifelong nonsmoker', 'smoke-free', 'tobacco-free', 'does not smoke', "doesn't smoke", 'does not use tobacco', 'smoking status: never*', 'tobacco: never*', 'tobacco use: never*', 'smoking: never*', 'tobacco: none', 'tobacco: no', 'tobacco: denies'], { is: 'either' }),
  noted('no tobacco use', ['tobacco', 'tobacco use', 'smoking', 'cigarettes', 'nicotine'], { is: 'denied' }),
);

const screened = done('a question about tobacco use', { codes: { loinc: [...SMOKING_STATUS], hcpcs: ['G9902', 'G9903'] }, words: ['tobacco use screen*', 'tobacco screen*', 'smoking status', 'tobacco status'], kinds: ['Observation', 'Procedure'], withinMonths: 12 });

export default defineRule({
  id: 'tobacco-screening-and-cessation',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 85,
  title: 'Tobacco use not asked for, or used without help to stop',
  topic: 'tobacco-screening-and-cessation',
  authority: ['USPSTF Tobacco smoking cessation in adults (2021)', 'USPSTF Tobacco use in children and adolescents (2020)', 'CMS138 Tobacco use: screening and cessation intervention (2026)'],
  rationale: 'Asking and helping at every opportunity is the most effective preventive act there is. As CMS138: from 12 years, asked within the year, help for those who use it. Unlike it: what a note says answers, counted back from the visit; help that was declined answers for the clinician, where the measure wants it given.',
  appliesTo: all(settingIs('office'), ageBetween(12, null), not(END_OF_LIFE)),
  trigger: ageBetween(12, null),
  met: any(
    all(any(USES_TOBACCO), any(
      taking('a drug that helps to stop smoking', CESSATION_DRUGS),
      orderedThisVisit('help to stop smoking', [...CESSATION_DRUGS, 'tobacco cessation', 'smoking cessation', 'quitline']),
      done('counseling to stop', { codes: { hcpcs: ['G0436', 'G0437', 'S9453', 'S4995', 'G9016'], icd10: ['Z71.6'] }, words: ['tobacco cessation counsel*', 'smoking cessation counsel*', 'cessation counsel*'], kinds: ['Procedure', 'Condition'], withinMonths: 6 }),
      statedInNotes('help to stop', {
        actions: ['counsel*', 'advis*', 'encourag*', 'discuss*', 'offer*', 'recommend*', 'refer', 'referred', 'referral', 'start', 'prescrib*', 'educat*', 'urged', 'strongly', 'provided', 'quitline', 'declin*', 'not interested', 'not ready', 'contemplat*', 'precontemplat*'],
        objects: ['cessation', 'quit', 'quitting', 'quitline', 'stop smoking', 'smoking', 'tobacco', 'cut down', 'cutting back', ...CESSATION_DRUGS],
      }),
    )),
    all(not(USES_TOBACCO), any(neverUsed, SMOKED_BEFORE, cannotTellWhere('whether tobacco is used now is asked, and the answer is not told', screened))),
    declined('a question about tobacco', ['tobacco', 'tobacco screening', 'tobacco question*', 'smoking history'], 12),
  ),
  says: {
    open: 'Nothing tells whether tobacco is used, or it is used and no help to stop was found.',
    met: 'Tobacco is not used, or help to stop was given, offered or declined.',
    outOfScope: 'Only at office visits from 12 years, and not in hospice or palliative care.',
    notTriggered: 'Younger than 12 years.',
  },
  asks: null,
  thresholds: {},
});
