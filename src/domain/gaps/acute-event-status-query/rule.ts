import { MYOCARDIAL_INFARCTION_ACUTE, MYOCARDIAL_INFARCTION_OLD, STROKE_ACUTE, STROKE_PAST } from '../groups/heart-events.ts';
import { EVERY_VISIT } from '../groups/settings.ts';
import { all } from '../operators/all.ts';
import { any } from '../operators/any.ts';
import { assessed } from '../operators/assessed.ts';
import { documentedInNotes } from '../operators/documented-in-notes.ts';
import { hasActive } from '../operators/has-active.ts';
import { noted } from '../operators/noted.ts';
import { settingIs } from '../operators/setting-is.ts';
import { statedInNotes } from '../operators/stated-in-notes.ts';
import { defineRule } from '../rule.ts';

const STROKE = ['stroke', 'strokes', 'cva', 'cerebral infarct*', 'brain infarct*', 'intracerebral hemorrhage', 'brain bleed', 'mca infarct', 'lacunar infarct*'];
const INFARCTION = ['myocardial infarct*', 'mi', 'nstemi', 'stemi', 'heart attack', 'infarct', 'infarction'];

/** When it was, or what is left of it: either tells the phase. */
const WHEN = [
  'history', 'hx', 'h/o', 'old', 'prior', 'previous', 'previously', 'past', 'remote', 'chronic', 'residual*', 'sequela*', 'late effect*', 'deficit*', 'hemipar*', 'aphasi*', 'ago', 'last', 'yesterday', 'today', 'tonight', 'this morning', 'day', 'days', 'week', 'weeks', 'wk', 'wks', 'month', 'months', 'mo', 'year', 'years', 'yrs',
  'hours', 'acute', 'new', 'healed', 'recovered', 'resolved', 'rehab', 'poststroke', 'post-stroke', '199*', '200*', '201*', '202*', 'january', 'february', 'march', 'april', 'june', 'july', 'august', 'september', 'october', 'november', 'december', 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec', 'spring', 'summer', 'autumn', 'winter',
  'risk', 'prevention', 'age',
];

/** "Left arm weak since the stroke"; one who does not know whether it was so has told nothing. */
const STROKE_SINCE = ['since the stroke', 'since his stroke', 'since her stroke', 'since their stroke', 'since stroke', 'since a stroke', 'since that stroke', 'since the cva', 'since cva', 'since the heart attack', 'since his mi', 'since her mi', 'since the mi', 'stroke since', 'cva since'];

/** Words of a stay, beside which only a time in the past tells when it was: records are asked of "the hospital today". */
const STAY = ['discharged', 'discharge', 'hospitalized', 'hospitalised', 'hospitalization*', 'hospitalisation*', 'hospital stay', 'in hospital', 'in the hospital', 'at the hospital', 'admitted', 'admission', 'stent', 'pci', 'cath', 'cabg', 'thrombectomy', 'tpa', 'tenecteplase', 'event'];
const NOW = new Set(['today', 'tonight', 'this morning', 'day', 'days', 'acute', 'new', 'chronic', 'risk', 'prevention', 'age', 'rehab']);
const PAST_TIME = WHEN.filter((word) => !NOW.has(word));

export default defineRule({
  id: 'acute-event-status-query',
  version: '1.1.0',
  kind: 'documentation',
  audience: ['coder', 'cdi', 'clinician'],
  order: 255,
  title: 'Stroke or myocardial infarction whose time is not told',
  topic: 'acute-event-status-query',
  authority: [
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.9.d: I63 for the acute stroke, I69 for what is left of it, Z86.73 where nothing is',
    'ICD-10-CM Official Guidelines FY2027 (2026), I.C.9.e.1: I21 up to four weeks, then I25.2',
    'Fourth Universal Definition of Myocardial Infarction (2018)',
  ],
  rationale: 'An event of last week and one of ten years ago ask for different care. Where neither date nor words tell which it is, the provider does.',
  appliesTo: EVERY_VISIT,
  trigger: any(
    all(settingIs('office'), assessed(STROKE_ACUTE, ['present']), noted('stroke', STROKE, { by: 'provider' })),
    all(settingIs('office'), assessed(MYOCARDIAL_INFARCTION_ACUTE, ['present']), noted('myocardial infarction', INFARCTION, { by: 'provider' })),
    noted('a recent event without its date', ['recent stroke', 'recent cva', 'recent mi', 'recent nstemi', 'recent stemi', 'recent myocardial infarction', 'recent heart attack', 'recent infarct*'], { by: 'provider' }),
  ),
  met: any(
    hasActive(STROKE_PAST), hasActive(MYOCARDIAL_INFARCTION_OLD), documentedInNotes(STROKE_PAST), documentedInNotes(MYOCARDIAL_INFARCTION_OLD),
    statedInNotes('the time of the event, or what is left of it', { actions: WHEN, objects: [...STROKE, ...INFARCTION] }),
    noted('what has been so since', STROKE_SINCE, { by: 'provider', is: 'ever', except: ['maybe', 'perhaps', 'unsure', 'not sure', 'unclear', 'does not know', 'thinks', 'wonders'] }),
    statedInNotes('the time of the stay', { actions: PAST_TIME, objects: STAY }),
    statedInNotes('a deficit that stayed', { actions: ['residual', 'left with', 'poststroke', 'post-stroke', 'sequela*'], objects: ['weak*', 'hemipar*', 'aphasi*', 'dysarthri*', 'spastic*', 'neglect', 'numb*', 'dysphagi*', 'facial', 'deficit*', 'gait'] }),
  ),
  says: {
    open: 'A stroke or myocardial infarction is documented without its time, and no provider has said in which phase it is.',
    met: 'The phase of the event is documented.',
    outOfScope: 'For visits of every kind.',
    notTriggered: 'No stroke or infarction whose phase is open is documented at this visit.',
  },
  asks: {
    title: 'Timing of a documented event',
    question: "Based on your clinical judgment, please document when this patient's event took place, and what remains of it.",
    options: [
      { from: 'text', option: 'Recent event, within the last four weeks (please give the date)' },
      { from: 'text', option: 'Past event with remaining deficits or effects (please specify)' },
      { from: 'text', option: 'Past event without remaining deficits or effects' },
    ],
  },
  thresholds: {},
});
