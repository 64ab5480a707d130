import { END_OF_LIFE } from '../groups/care.ts';
import { ageAtLeast } from '../operators/age-at-least.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { not } from '../operators/not.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const FALL_SCREEN = ['fall risk', 'falls risk', 'fall screen*', 'falls screen*', 'screened for falls', 'fall assessment', 'timed up and go', 'tug test', 'tug', '30-second chair stand', 'chair stand', '4-stage balance', 'morse fall', 'stay independent', 'steadi', 'tinetti', 'berg balance', 'hendrich'];

export default defineRule({
  id: 'falls-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 140,
  title: 'Screening for fall risk due',
  topic: 'falls-screening',
  authority: ['CMS139 Falls: screening for future fall risk (2026)', 'USPSTF Falls prevention in community-dwelling older adults (2024)', 'CDC STEADI (2019)'],
  rationale: 'One of four adults from 65 years falls each year, and fewer than half tell. As CMS139: from 65 years, once a year. Unlike it: an answer in the notes of this visit on falls, either way, counts as asked, and windows count back from the visit.',
  appliesTo: all(settingIs('office'), ageAtLeast(65), not(END_OF_LIFE)),
  trigger: ageAtLeast(65),
  met: any(
    done('screening for fall risk', {
      codes: { loinc: ['73830-2', '52552-7', '57254-5', '59454-9', '59460-6', '59461-4'] }, words: FALL_SCREEN, kinds: ['Observation', 'Procedure'], withinMonths: 12,
    }),
    noted('falls, either way', ['falls', 'fall', 'fell', 'fallen', 'recent falls', 'falling'], { is: 'either', except: ['fall semester', 'this fall', 'last fall', 'in the fall', 'asleep', 'fell ill', 'fall 20*', 'falls within', 'fall within', 'fell off', 'falls below', 'counts fell', 'levels fell', 'fall in', 'fell to', 'precaution*', 'due'] }),
    statedInNotes('fall risk', {
      actions: ['low', 'moderate', 'high', 'increased', 'minimal', 'none', 'score*', 'negative', 'positive', 'assessed', 'screened', 'evaluated', 'discussed', 'reviewed', 'not at'],
      objects: ['fall risk', 'falls risk', 'fall screen*', 'falls screen*', 'risk for falls', 'risk of falls', 'risk for falling', 'fall prevention'],
    }),
    declined('screening for fall risk', [...FALL_SCREEN, 'gait assessment', 'balance test*'], 12),
  ),
  says: {
    open: 'No screening for fall risk was found for the last 12 months.',
    met: 'Fall risk was screened for, or the notes answer.',
    outOfScope: 'Only at office visits from 65 years, and not in hospice or palliative care.',
    notTriggered: 'Younger than 65 years.',
  },
  asks: null,
  thresholds: { months: { at: ['/met/of/0/withinMonths'], unit: 'months', between: [6, 24] } },
});
