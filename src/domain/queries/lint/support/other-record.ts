import type { LintableQuery, Violation } from '../types.ts';
import type { Reading } from './reading.ts';
import type { WordList } from './phrases.ts';
import { isSupported, offeredIn } from './standing.ts';
import { said, wordList } from './phrases.ts';
import { earlierStays } from './stay.ts';
import { needsNoSupport } from './answers.ts';
import { read } from './reading.ts';

/**
 * Indicators that tell nothing of this patient in this encounter: another patient's chart, a book, or an old stay on which alone an answer rests.
 * An earlier baseline or trend bears on this encounter as soon as the present record supports the same answer.
 * Authority: AHIMA/ACDIS 2022: indicators are of this patient's health record; prior encounters only where clinically pertinent to the present one.
 */
export function foreignIndicators(query: LintableQuery): readonly Violation[] {
  const readings = query.indicators.map(read);
  const newborn = mentions(NEWBORN, [read(query.title), read(query.question), ...readings]);
  const old = restingOnOldStays(query, readings);
  return readings.flatMap((reading, index) => {
    const message = messageFor(query.indicators[index] ?? '', reading, newborn, old.has(index));
    return message === null ? [] : [{ code: 'indicator-not-from-this-record' as const, message, where: { part: 'indicators' as const, index, start: 0, end: query.indicators[index]?.length ?? 0 } }];
  });
}

/** Places of lines of another patient's chart or of a book: told as that, whatever else the line lacks. */
export function linesOfAnother(query: LintableQuery): ReadonlySet<number> {
  const readings = query.indicators.map(read);
  const newborn = mentions(NEWBORN, [read(query.title), read(query.question), ...readings]);
  return new Set(readings.flatMap((reading, index) => (messageFor(query.indicators[index] ?? '', reading, newborn, false) === null ? [] : [index])));
}

/** "Patient in 412B", "a different client". */
const ANOTHER_BY_PLACE = /^\s{0,3}(?:bed|bay|crib|isolette) #?\d+\b|\b(?:patient|pt|client|resident) (?:in|from|of) (?:room |rm |bed |bay |unit )?#?\d|\b(?:another|different|wrong|neighbou?ring) (?:mr|mrs|ms|client|resident|person|individual|veteran|chart|mother|infant|child|baby|newborn|twin|man|woman|pt|patient|member|enrollee)\b|\b(?:bed|bay|room|crib|isolette|cot) #?\d+[a-z]?['’]s\b|\b(?:neighbou?r(?:ing)?|adjacent|next)(?:['’]s)? (?:bed|crib|cot|bay|room|isolette|stretcher)\b|\b(?:other|co) ?-?twin['’]s\b|\b(?:not|other than) (?:this|our) (?:patient|pt)\b/iu;
/** "1 in 9 people over 65", "in 12% over 75". */
const OF_MANY = /\b(?:\d+ in \d+|one in \p{L}+|\d+(?:\.\d+)?\s?(?:%|percent)|half|a third|a quarter|most|many|up to \d+%)(?: of)?(?: all)? (?:people|persons|adults|patients|women|men|children|infants|newborns|elderly|survivors|those with|admissions|inpatients|smokers|diabetics|americans|individuals|pregnancies|residents|over \d)\b|\b(?:an?|this|the|recent) (?:\p{L}+ )?(?:article|trial|cohort|study|paper|chapter|textbook|podcast|webinar|lecture|blog)\b|\b(?:american|national|european|international|world|\p{L}+['’]s) (?:\p{L}+ ){0,2}(?:association|society|academy|college|institute|organization|foundation)\b/iu;

function messageFor(text: string, reading: Reading, newborn: boolean, old: boolean): string | null {
  if (mentions(ANOTHER_PATIENT, [reading]) || ANOTHER_BY_PLACE.test(text) || (!newborn && mentions(RELATIVE_CHART, [reading]))) return OF_ANOTHER;
  if (mentions(LITERATURE, [reading]) || OF_MANY.test(text)) return OF_A_BOOK;
  return old ? OF_OLD : null;
}

const OF_ANOTHER = 'This tells of another person. Cite only this patient\'s own record (AHIMA/ACDIS 2022).';
const OF_A_BOOK = 'This is general knowledge, not a finding of this patient. Cite only this patient\'s own record (AHIMA/ACDIS 2022).';
const OF_OLD = 'An answer rests only on an earlier stay, and the present record is silent on it. Cite findings of this encounter, or leave the answer out (AHIMA/ACDIS 2022).';

const CHART = ['chart', 'record*', 'lab*', 'ct', 'mri', 'echo', 'cxr', 'culture*', 'result*', 'note*', 'imaging', 'mrn', 'h p', 'biopsy', 'ekg', 'progress'];
const KIN = ['mother', 'father', 'sister', 'brother', 'twin', 'wife', 'husband', 'spouse', 'son', 'daughter', 'maternal', 'parent'];

const ANOTHER_PATIENT = wordList([
  'another patient*, other patient*, similar patient*, different patient, previous patient, patient in bed, pt in bed, patient in room, pt in room, next bed, next bay, next room, next stretcher, next crib, next isolette, adjacent bed, neighboring bed, bed next, wrong patient, wrong chart, misfiled, belongs to, different mrn, other mrn, another mrn, similar case*, unit census, another chart, different chart, another pt, similar pt, other pt, patient next door, same room, room mate*, shared room, neighbo* patient, neighbor s, patient across, across the hall, different person, someone else, somebody else, scanned in error, filed in error, filed under, erroneously scanned, merged chart, name alert, same name, another resident, another man, another woman, another child, other resident, bed mate, bay mate, donor s chart, other chart, prior patient, patient a, patient b, same unit, these patients, like patient*, roommate s, roommate in, roommate has, roommate had, roommate with, roommate was, roommate in, of roommate, from roommate chart',
  ...CHART.map((part) => `roommate ~ ${part}`),
].join(', '));
const RELATIVE_CHART = wordList([...KIN.flatMap((kin) => CHART.map((part) => `${kin} s ${part}`)), ...KIN.map((kin) => `chart of ~ ${kin}, ${kin} s admission, ${kin} s hospital*, ${kin} s stay`)].join(', '));
const LITERATURE = wordList('literature, studies show*, studies report*, studies suggest*, studies have, studies indicate*, study shows, uptodate, up to date, textbook*, harrison*, prevalence, incidence, of patients, of ~ patients, of adults, of elderly, patients with ~ often, patients with ~ usually, patients with ~ commonly, patients with ~ frequently, patients with ~ typically, most patients, many patients, guidelines state, guideline states, guidelines say, guidelines recommend, guideline recommends, research, evidence shows, meta analysis, nejm, jama, lancet, pubmed, journal*, general population, epidemiolog*, known to cause, most common cause, common cause of, review article, common in patients, common in, commonly seen, often seen in, frequently seen in, frequently seen with, often occurs, often have, commonly have, national data, registry data, benchmark*, cdc reports, wikipedia, medscape, statpearls, classic* presents');
const NEWBORN = wordList('newborn, neonat*, nicu, dol, infant, day of life, apgar, nursery');

function mentions(list: WordList, readings: readonly Reading[]): boolean {
  return readings.some((reading) => said(list, reading) !== null);
}

/** Places of indicators of earlier stays, when an answer has support there and none in what is cited of the present. */
function restingOnOldStays(query: LintableQuery, readings: readonly Reading[]): ReadonlySet<number> {
  const earlier = earlierStays(query).flatMap((isEarlier, index) => (isEarlier && said(BEARS_ON_NOW, readings[index] ?? NOTHING) === null ? [index] : []));
  const present = query.indicators.filter((_, index) => !earlier.includes(index)).map((indicator) => read(withoutSilence(indicator)));
  if (earlier.length === 0) return new Set();
  const organisms = organismsOnlyOf(earlier, readings, query.options.map(read));
  const offered = query.options.map(read).filter((option) => !needsNoSupport(option)).flatMap(offeredIn);
  const resting = query.format === 'yes-no' ? offeredIn(read(query.question)) : offered;
  return new Set(earlier.filter((index) => {
    if (organisms.has(index)) return true;
    const there = resting.filter((family) => isSupported(family, [readings[index] ?? NOTHING]));
    // Where the present record supports one of the same answers, the earlier fact is its baseline or its history.
    return there.length > 0 && !there.some((family) => isSupported(family, present));
  }));
}

/** "Liver not imaged" tells that this stay is silent on it. */
function withoutSilence(indicator: string): string {
  return indicator.split(/(?<=[,;])/u).filter((clause) => !/\b(?:not (?:imaged|addressed|mentioned|evaluated|assessed|examined|tested|measured|discussed|repeated|treated|seen)|no mention|silent|no (?:further )?(?:work-?up|evaluation|treatment))\b/iu.test(clause)).join('');
}

/** The organism of an earlier infection, offered as that of this one, where this stay grew another. */
function organismsOnlyOf(earlier: readonly number[], readings: readonly Reading[], options: readonly Reading[]): ReadonlySet<number> {
  const present = readings.filter((_, index) => !earlier.includes(index));
  if (!ORGANISMS.some((organism) => mentions(organism, present))) return new Set();
  const stale = ORGANISMS.filter((organism) => mentions(organism, options) && !mentions(organism, present));
  return new Set(earlier.filter((index) => stale.some((organism) => mentions(organism, [readings[index] ?? NOTHING]))));
}

const ORGANISMS = ['mrsa', 'mssa', 'pseudomon*', 'klebsiella', 'e coli', 'escherichia', 'enterococc*, vre', 'candida*', 'c diff*, clostrid*', 'strep*, pneumococc*', 'proteus', 'acinetobacter', 'serratia', 'enterobacter', 'aspergill*', 'legionella', 'influenza', 'covid*', 'rsv', 'esbl', 'staph*'].map(wordList);

const NOTHING = read('');
/** An earlier fact so marked is told as today's starting point. */
const BEARS_ON_NOW = wordList('baseline, since, home o2, home oxygen, usual weight, prior weight, previous weight, dry weight, usual body weight, ubw, chronic, trend, compared, at baseline, on home, weight, wt, lbs, kg, lb, continues, ongoing, still, residual, sequela*');
