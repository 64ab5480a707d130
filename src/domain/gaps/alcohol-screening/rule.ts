import { END_OF_LIFE } from '../groups/care.ts';
import { ALCOHOL_DISORDER } from '../groups/alcohol.ts';
import { AUDIT_C } from '../measurements.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { latest } from '../operators/latest.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { orderedThisVisit } from '../operators/ordered-this-visit.ts';
import { settingIs } from '../operators/setting-is.ts';
import { sexIs } from '../operators/sex-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const ALCOHOL_DRUGS = ['naltrexone', 'vivitrol', 'acamprosate', 'campral', 'disulfiram', 'antabuse'];
const positive = any(all(not(sexIs('female')), latest(AUDIT_C, 12).atLeast(4)), all(not(sexIs('male')), latest(AUDIT_C, 12).atLeast(3)));

export default defineRule({
  id: 'alcohol-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 150,
  title: 'Alcohol screening due, or a positive one without counseling',
  topic: 'alcohol-screening',
  authority: ['USPSTF Unhealthy alcohol use in adolescents and adults (2018): adults from 18 years, by one to three questions or AUDIT, with brief counseling'],
  rationale: 'Brief counseling lowers drinking where it is asked for. A yearly interval is usual, USPSTF names none. AUDIT-C is positive from 4 in men and 3 in women. That the patient does not drink answers without a score. Whoever is charted with an alcohol use disorder is past screening.',
  appliesTo: all(settingIs('office'), ageAtLeast(18), not(END_OF_LIFE)),
  trigger: not(hasActive(ALCOHOL_DISORDER)),
  met: any(
    all(
      any(
        latest(AUDIT_C, 12).atLeast(0),
        statedInNotes('the result of an alcohol screen', { actions: ['negative', 'neg', 'positive', 'score*', 'completed', 'performed', 'administered'], objects: ['audit-c', 'audit', 'alcohol screen*', 'cage', 'sbirt'] }),
        done('alcohol screening', {
          codes: { loinc: ['75626-2', '75624-7', '68519-8', '68520-6', '88037-7', '72109-2'], hcpcs: ['G0442', 'G0443', 'G0396', 'G0397', 'H0049'] }, kinds: ['Observation', 'Procedure'], withinMonths: 12,
          words: ['audit-c', 'auditc', 'audit score', 'alcohol screen*', 'alcohol use screen*', 'alcohol misuse screen*', 'cage questionnaire', 'cage score', 'sbirt', 'screened for alcohol', 'single alcohol screening question'],
        }),
      ),
      any(
        not(positive),
        done('brief counseling on alcohol', { codes: { hcpcs: ['G0443', 'G0396', 'G0397', 'H0050'], icd10: ['Z71.41'] }, words: ['alcohol counsel*', 'alcohol brief intervention'], kinds: ['Procedure', 'Condition'], withinMonths: 12 }),
        orderedThisVisit('treatment for alcohol use', [...ALCOHOL_DRUGS, 'addiction medicine', 'substance use']),
        statedInNotes('counseling on alcohol', {
          actions: ['counsel*', 'advis*', 'discuss*', 'brief intervention', 'refer', 'referred', 'referral', 'recommend*', 'encourag*', 'educat*', 'start', 'offer*', 'declin*', 'cut back', 'cut down', 'reduce'],
          objects: ['alcohol', 'drinking', 'etoh', 'drinks', 'addiction', 'aa meetings', 'alcoholics anonymous', ...ALCOHOL_DRUGS],
        }),
      ),
    ),
    noted('that the patient does not drink', ['does not drink', "doesn't drink", 'never drinks', 'non-drinker', 'nondrinker', 'abstains from alcohol', 'abstinent from alcohol', 'no alcohol', 'teetotal*'], { is: 'either', except: ['binge', 'husband', 'wife'] }),
    noted('no alcohol use', ['alcohol', 'alcohol use', 'etoh', 'etoh use', 'drinking'], { is: 'denied', except: ['withdrawal', 'abuse', 'intoxication', 'smell', 'odor', 'swab', 'excess*', 'binge', 'heavy'] }),
    declined('alcohol screening', ['alcohol screen*', 'audit-c', 'alcohol question*', 'questionnaire*'], 12),
  ),
  says: {
    open: 'No alcohol screening was found for the last 12 months, or the newest AUDIT-C is positive and no counseling was found.',
    met: 'Alcohol use was screened for, with counseling where it was positive, or the record answers otherwise.',
    outOfScope: 'Only at office visits of adults, and not in hospice or palliative care.',
    notTriggered: 'An alcohol use disorder is charted: past screening.',
  },
  asks: null,
  thresholds: {
    'audit-c-men': { at: ['/met/of/0/of/1/of/0/of/of/0/of/1/test/value'], unit: '{score}', between: [3, 8] },
    'audit-c-women': { at: ['/met/of/0/of/1/of/0/of/of/1/of/1/test/value'], unit: '{score}', between: [3, 8] },
  },
});
