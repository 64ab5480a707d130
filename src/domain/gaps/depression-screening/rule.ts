import { ANTIDEPRESSANTS } from '../drugs/mood.ts';
import { END_OF_LIFE } from '../groups/care.ts';
import { BIPOLAR, SCREENED_POSITIVE } from '../groups/mood-care.ts';
import { EPDS, PHQ2, PHQ9, PHQA } from '../measurements.ts';
import { ageBetween } from '../operators/age-between.ts';
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
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { taking } from '../operators/taking.ts';
import { defineRule } from '../rule.ts';

const MENTAL_HEALTH = ['psychiatr*', 'psycholog*', 'psychotherap*', 'therapist', 'therapy', 'counseling', 'counsel*', 'behavioral health', 'mental health', 'lcsw', 'social work*', 'cbt', 'collaborative care', ...ANTIDEPRESSANTS];

export default defineRule({
  id: 'depression-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 80,
  title: 'Depression screening due, or a positive one without a follow-up plan',
  topic: 'depression-screening',
  authority: ['USPSTF Depression and suicide risk in adults: screening (2023)', 'USPSTF Depression and suicide risk in children and adolescents (2022): from 12 years', 'CMS2 Screening for depression and follow-up plan (2026)'],
  rationale: 'A screen helps only where a positive one is acted on. As CMS2: from 12 years, not in bipolar disorder, by a standardized tool, a positive one with a plan. Unlike it: within twelve months of the visit in place of the visit and the 14 days before; a treatment that is under way is a plan.',
  appliesTo: all(settingIs('office'), ageBetween(12, null), not(hasActive(BIPOLAR)), not(END_OF_LIFE)),
  trigger: ageBetween(12, null),
  met: any(
    all(
      any(
        latest(PHQ9, 12).atLeast(0), latest(PHQ2, 12).atLeast(0), latest(PHQA, 12).atLeast(0), latest(EPDS, 12).atLeast(0),
        statedInNotes('the result of a depression screen', { actions: ['negative', 'neg', 'positive', 'normal', 'score*', 'completed', 'performed', 'administered'], objects: ['phq*', 'depression screen*', 'gds', 'epds', 'edinburgh'] }),
        done('depression screening by a standardized tool', {
          codes: { loinc: ['73831-0', '73832-8', '55758-7', '44261-6', '89204-2', '71354-5', '99046-5', '48545-8', '48544-1', '71777-7', '89205-9', '89208-3', '89209-1', '90853-3', '71965-8', '90221-3'], hcpcs: ['G0444', 'G8431', 'G8510'] },
          words: ['phq-9', 'phq9', 'phq-2', 'phq2', 'phq-a', 'phq', 'epds', 'edinburgh', 'depression screen*', 'geriatric depression scale', 'gds', 'beck depression', 'bdi', 'ces-d', 'screened for depression', 'screened positive for depression', 'screens positive for depression'],
          kinds: ['Observation', 'Procedure'], withinMonths: 12,
        }),
      ),
      any(
        not(SCREENED_POSITIVE),
        done('a plan after a positive screen', { codes: { hcpcs: ['G8431'] }, words: [], kinds: ['Procedure'], withinMonths: 12 }),
        taking('an antidepressant', ANTIDEPRESSANTS),
        orderedThisVisit('treatment or referral', MENTAL_HEALTH),
        statedInNotes('a plan for depression', {
          actions: ['refer', 'referred', 'referral', 'start', 'started', 'starting', 'begin', 'continue', 'increase', 'offer*', 'discuss*', 'recommend*', 'schedul*', 'establish*', 'sees', 'seeing', 'followed by', 'follow up with', 'follow-up with', 'in therapy', 'declin*', 'provided', 'given', 'initiat*'],
          objects: MENTAL_HEALTH,
        }),
        statedInNotes('follow-up of mood or safety', {
          actions: ['repeat', 'recheck', 'follow up', 'follow-up', 'return', 'rtc', 'safety', 'suicid*', 'c-ssrs', 'assess*', 'watchful'],
          objects: ['phq*', 'mood', 'depress*', 'safety plan', 'suicide risk', 'c-ssrs'],
        }),
      ),
    ),
    declined('depression screening', ['depression screen*', 'phq-9', 'phq9', 'phq-2', 'phq2', 'phq', 'questionnaire*'], 12),
    noted('why not today', ['unable to complete phq*', 'unable to complete depression screen*', 'not appropriate for depression screen*', 'cognitive impairment precludes depression screen*'], { is: 'either' }),
  ),
  says: {
    open: 'No depression screening was found for the last 12 months, or the newest is positive and no plan was found.',
    met: 'Depression was screened for, with a plan where it was positive, or the record says why not.',
    outOfScope: 'Only at office visits from 12 years, and not in bipolar disorder, hospice or palliative care.',
    notTriggered: 'Younger than 12 years.',
  },
  asks: null,
  thresholds: {},
});
