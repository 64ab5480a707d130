import { NOT_EXPECTED_TO_BENEFIT } from '../groups/care.ts';
import { COLORECTAL_CANCER } from '../groups/screened-cancers.ts';
import { ageBetween } from '../operators/age-between.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { declined } from '../operators/declined.ts';
import { done } from '../operators/done.ts';
import { hasActive } from '../operators/has-active.ts';
import { not } from '../operators/not.ts';
import { settingIs } from '../operators/setting-is.ts';
import { defineRule } from '../rule.ts';

const STOOL_TEST = ['fit test', 'fit negative', 'fit was negative', 'negative fit', 'fit positive', 'positive fit', 'fobt', 'gfobt', 'ifobt', 'fecal immunochemical', 'faecal immunochemical', 'fecal occult', 'stool occult blood', 'occult blood stool', 'hemoccult', 'hemoglobin.gastrointestinal'];
const STOOL_DNA = ['cologuard', 'fit-dna', 'mt-sdna', 'stool dna', 'multitarget stool', 'multi-target stool', 'sdna-fit', 'colosense'];

export default defineRule({
  id: 'colorectal-screening',
  version: '1.0.0',
  kind: 'care',
  audience: ['clinician', 'quality'],
  order: 112,
  title: 'Colorectal cancer screening due',
  topic: 'colorectal-screening',
  authority: ['USPSTF Colorectal cancer: screening (2021): 45 to 75 years', 'CMS130 Colorectal cancer screening (2026)'],
  rationale: 'Removing polyps prevents the cancer, and finding it early cures it. Intervals as USPSTF and CMS130: colonoscopy ten years, sigmoidoscopy and CT colonography five, stool DNA three, FIT or guaiac one. Unlike CMS130: from 45 years at the visit, windows count back from the visit. Shorter intervals after polyps or for family history are the endoscopist’s, and are not told here; nor is a positive stool test followed up.',
  appliesTo: all(settingIs('office'), ageBetween(45, 76), not(NOT_EXPECTED_TO_BENEFIT), not(done('total colectomy', {
    codes: {}, words: ['total colectomy', 'proctocolectomy', 'total abdominal colectomy', 'subtotal colectomy with ileorectal'], kinds: ['Procedure'], withinMonths: null,
  }))),
  trigger: not(hasActive(COLORECTAL_CANCER)),
  met: any(
    done('colonoscopy', { codes: { loinc: ['18746-8'], hcpcs: ['G0105', 'G0121'] }, words: ['colonoscop*'], kinds: ['Procedure', 'DiagnosticReport'], withinMonths: 120, except: ['incomplete', 'aborted', 'not completed', 'poor prep', 'inadequate prep', 'colonoscopy prep', 'ct colonoscopy', 'virtual colonoscopy'] }),
    done('fecal immunochemical or guaiac test', {
      codes: { loinc: ['2335-8', '12503-9', '12504-7', '14563-1', '14564-9', '14565-6', '27396-1', '27401-9', '27925-7', '27926-5', '29771-3', '56490-6', '56491-4', '57905-2', '58453-2', '80372-6'], hcpcs: ['G0328'] },
      words: STOOL_TEST, kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: 12, except: ['digital rectal', 'rectal exam', 'dre'],
    }),
    done('stool DNA test', { codes: { loinc: ['77353-1', '77354-9'] }, words: STOOL_DNA, kinds: ['Observation', 'DiagnosticReport', 'Procedure'], withinMonths: 36 }),
    done('flexible sigmoidoscopy', { codes: { loinc: ['18753-4'], hcpcs: ['G0104'] }, words: ['flexible sigmoidoscop*', 'flex sig', 'sigmoidoscop*'], kinds: ['Procedure', 'DiagnosticReport'], withinMonths: 60, except: ['rigid'] }),
    done('CT colonography', { codes: { loinc: ['60515-4', '72531-7', '79069-1', '79071-7', '79101-2', '82688-3'] }, words: ['ct colonograph*', 'virtual colonoscop*', 'ct colonoscop*'], kinds: ['Procedure', 'DiagnosticReport', 'Observation'], withinMonths: 60 }),
    declined('colorectal cancer screening', ['colonoscop*', 'colorectal cancer screen*', 'colorectal screen*', 'colon cancer screen*', 'crc screen*', ...STOOL_DNA, ...STOOL_TEST, 'fit', 'fit kit']),
  ),
  says: {
    open: 'No colonoscopy (10 years), sigmoidoscopy or CT colonography (5 years), stool DNA (3 years) or FIT (1 year) was found in time.',
    met: 'Colorectal cancer screening is done or answered.',
    outOfScope: 'Only at office visits from 45 to 75 years, and not after total colectomy, in hospice, palliative care, or frailty with advanced illness.',
    notTriggered: 'Colorectal cancer is or was charted: it is watched, not screened for.',
  },
  asks: null,
  thresholds: {
    'from-age': { at: ['/appliesTo/of/1/atLeast'], unit: 'years', between: [40, 50] },
    'below-age': { at: ['/appliesTo/of/1/below'], unit: 'years', between: [75, 86] },
    'colonoscopy-months': { at: ['/met/of/0/withinMonths'], unit: 'months', between: [36, 120] },
  },
});
