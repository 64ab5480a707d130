import type { Payer } from '../services/payer.ts';
import type { Clause } from './clauses.ts';
import { evidenceOf, namedIn, performed, refused, together, type Found, type Named } from './found.ts';
import { HERE, performanceOf } from './performance.ts';

/** Counseling whose number depends on minutes, and screening instruments that were scored. */
export function counselingServices(clauses: readonly Clause[], payer: Payer): Found {
  const own = clauses.filter(({ byProvider }) => byProvider);
  return together([tobacco(own), planning(own), alcohol(own, payer), depressionScreen(clauses, payer), instruments(clauses, payer)]);
}

const NOTHING: Found = { performed: [], refused: [] };
const TOBACCO = /\b(?:tobacco|smoking|nicotine|vaping|cigarettes?)\b[^.;]{0,60}\b(?:counsel\w*|cessation)|\b(?:counsel\w+|cessation)\b[^.;]{0,60}\b(?:tobacco|smoking|nicotine|vaping|quit\w*|cigarettes?|cessation)\b/gi;

/** Habits and the talk about them stand under one head, social history. */
function tobacco(clauses: readonly Clause[]): Found {
  const ones = namedIn(clauses, TOBACCO).filter((one) => performanceOf({ ...one.clause, section: one.clause.section === 'social-history' ? 'other' : one.clause.section }, one) !== 'not-done');
  const timed = ones.find((one) => minutesSaid(one) !== null);
  if (timed === undefined) return ones.some(({ text, clause }) => /counsel(?:ed|led|ing)/i.test(text) && /\b(?:i|was|patient|provided|given|today|counsel(?:ed|led))\b/i.test(clause.text)) ? { performed: [], refused: [refused('Counseling to stop tobacco', 'The minutes are not said.', evidenceOf(ones))] } : NOTHING;
  const minutes = minutesSaid(timed)!;
  if (minutes <= 3) return { performed: [], refused: [refused('Counseling to stop tobacco', 'Three minutes or less have no number.', evidenceOf([timed]))] };
  return { performed: [performed(minutes > 10 ? '99407' : '99406', 'counseling', { evidence: evidenceOf([timed]), because: `${minutes} minutes of counseling to stop tobacco.`, authority: 'CPT 2026; CMS NCD 210.4.1' })], refused: [] };
}

/** Minutes in the clause; else in the sentence, where they are of nothing else. A total of the visit's is none. */
function minutesSaid({ clause }: Named): number | null {
  const [, more, value] = /(>|more than |over |greater than )?\b(\d{1,3})(?:\+)?[- ]?min(?:ute)?s?\b/i.exec(clause.text) ?? [];
  if (value === undefined || /\b(?:total|visit|encounter|entire)\b/i.test(clause.text)) return null;
  return more === undefined ? Number(value) : Number(value) + 1;
}

const PLANNING = /\b(?:advance[d]? care planning|acp|advance directives?|molst|polst|code status and goals)\b/gi;

function planning(clauses: readonly Clause[]): Found {
  const ones = namedIn(clauses, PLANNING).filter((one) => minutesSaid(one) !== null && !/\b(?:will|plan to|next visit|schedule\w*|declin\w+|deferred)\b/i.test(one.clause.text));
  const [one] = ones;
  if (one === undefined) return NOTHING;
  const minutes = minutesSaid(one)!;
  const authority = 'CPT 2026: a unit of time is reached past its midpoint; CMS Claims Processing Manual, chapter 18, section 140.8';
  if (minutes < 16) return { performed: [], refused: [refused('Advance care planning', 'Fewer than 16 minutes have no number.', evidenceOf([one]))] };
  const further = Math.floor((minutes - 16) / 30);
  return { performed: [performed('99497', 'counseling', { evidence: evidenceOf([one]), because: `${minutes} minutes of advance care planning.`, authority }), ...(further > 0 ? [performed('99498', 'counseling', { units: further, evidence: evidenceOf([one]), because: `${minutes} minutes of advance care planning.`, authority })] : [])], refused: [] };
}

const ALCOHOL = /\b(?:alcohol|etoh|substance|drug|audit(?:-c)?|sbirt)\b/gi;

function alcohol(clauses: readonly Clause[], payer: Payer): Found {
  const ones = namedIn(clauses.filter(({ text }) => /\b(?:counsel\w+|brief intervention|sbirt|screen\w*)\b/i.test(text)), ALCOHOL).filter((one) => minutesSaid(one) !== null && performanceOf(one.clause, one) !== 'not-done');
  const [one] = ones;
  if (one === undefined) return NOTHING;
  const minutes = minutesSaid(one)!;
  const evidence = evidenceOf([one]);
  const screened = /\b(?:screen\w*|audit)\b/i.test(one.clause.text);
  const counseled = /\b(?:counsel\w+|intervention)\b/i.test(one.clause.text);
  if (payer === 'medicare') return counseled && minutes >= 15 ? line('G0443', 'CMS NCD 210.8') : screened && !counseled && minutes >= 5 ? line('G0442', 'CMS NCD 210.8') : NOTHING;
  if (!screened || !counseled || minutes < 15) return NOTHING;
  return line(minutes > 30 ? '99409' : '99408', 'CPT 2026');

  function line(code: string, authority: string): Found {
    return { performed: [performed(code, 'counseling', { evidence, because: `${minutes} minutes of screening or counseling for alcohol or substances.`, authority })], refused: [] };
  }
}

const DEPRESSION_SCREEN = /\bdepression screen\w*/gi;

/** Medicare's yearly screen for depression is by time (NCD 210.9). */
function depressionScreen(clauses: readonly Clause[], payer: Payer): Found {
  if (payer !== 'medicare') return NOTHING;
  const ones = namedIn(clauses, DEPRESSION_SCREEN).filter((one) => performanceOf(one.clause, one) !== 'not-done' && (minutesSaid(one) ?? 0) >= 5);
  return ones.length === 0 ? NOTHING : { performed: [performed('G0444', 'counseling', { evidence: evidenceOf(ones), because: 'A yearly screen for depression, with its minutes.', authority: 'CMS NCD 210.9; HCPCS 2026' })], refused: [] };
}

/** Instruments by what they screen: number · words. A score, or that it was completed, must stand beside the name. Authority: CPT 2026; AAP Bright Futures. */
const INSTRUMENTS: readonly (readonly [code: string, name: string, words: string])[] = [
  ['96127', 'PHQ-9', String.raw`phq[- ]?(?:9|a)\b(?:[- ]?a\b)?`], ['96127', 'GAD-7', String.raw`gad[- ]?7`], ['96127', 'Vanderbilt', 'vanderbilts?'], ['96127', 'SCARED', String.raw`scared (?:scale|screen\w*|score)`],
  ['96127', 'PSC-17', String.raw`psc[- ]?17|pediatric symptom checklist`], ['96127', 'EPDS', String.raw`epds|edinburgh`], ['96127', 'MDQ', String.raw`mdq|mood disorder questionnaire`], ['96127', 'CRAFFT', 'crafft'], ['96127', 'ASRS', 'asrs'], ['96127', 'PCL-5', String.raw`pcl[- ]?5`],
  ['96110', 'ASQ', String.raw`asq(?:[- ]?3|[- ]?se[- :]?2?)?|ages (?:and|&) stages(?: questionnaire)?`], ['96110', 'M-CHAT', String.raw`m-?chat(?:[- ]?r(?:\/f)?)?`], ['96110', 'SWYC', 'swyc'], ['96110', 'PEDS', String.raw`peds (?:response form|screen\w*|tool)`],
];
const SCORED = /^[^.;,]{0,30}?(?:\b\d{1,2}\b|passed|pass\b|failed|low[- ]risk|medium[- ]risk|high[- ]risk|negative|positive|normal|completed|administered|scored|within normal|on track|below cutoff|above cutoff|no concerns)/i;
const DONE_TODAY = /\b(?:administered|completed|scored|screened|performed|today|done)\b/i;

function instruments(clauses: readonly Clause[], payer: Payer): Found {
  const scored = INSTRUMENTS.flatMap(([code, name, words]) => {
    const ones = namedIn(clauses, new RegExp(String.raw`(?<![a-z0-9])(?:${words})(?![a-z0-9])`, 'gi')).filter((one) => isScored(one, code));
    return ones.length === 0 ? [] : [{ code, name, ones }];
  });
  const line = (code: string, what: string): Found['performed'] => {
    const ones = scored.filter((one) => one.code === code);
    return ones.length === 0 ? [] : [performed(code, 'test', { units: ones.length, evidence: ones.flatMap((one) => evidenceOf(one.ones)), because: `${what}: ${ones.map(({ name }) => name).join(', ')}.`, authority: 'CPT 2026' })];
  };
  const screenOnly = payer === 'medicare' && clauses.some(({ text }) => DEPRESSION_SCREEN.test(text));
  return { performed: [...(screenOnly ? [] : line('96127', 'Emotional or behavioral instruments scored')), ...line('96110', 'Developmental instruments scored')], refused: [] };
}

/** A behavioral score must be said of today; a developmental screen is of the visit that tells its result. */
function isScored(one: Named, code: string): boolean {
  const { clause } = one;
  if (performanceOf(clause, one) === 'not-done' || !SCORED.test(clause.text.slice(one.end - clause.start))) return false;
  return code === '96110' || DONE_TODAY.test(clause.text) || HERE.test(clause.text);
}
