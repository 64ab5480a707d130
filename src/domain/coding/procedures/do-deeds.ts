import type { Payer } from '../services/payer.ts';
import type { Clause } from './clauses.ts';
import { DEEDS, type DeedRow } from './deeds.ts';
import { evidenceOf, namedIn, performed, refused, type Found, type Named } from './found.ts';
import { HERE, PERFORMED, performanceOf } from './performance.ts';

/** Two numbers of one procedure, and of one passage: the first row that fits is the one. */
const FAMILIES: readonly (readonly string[])[] = [['69210', '69209'], ['30901', '30903'], ['11750', '11730'], ['11983', '11982', '11981'], ['57454', '57455', '57456', '57452'], ['49083', '49082'], ['32555', '32554'], ['65222', '65220', '65205']];
/** What nurses and assistants do themselves; all else must stand in a note of the person who did it. */
const BY_STAFF: ReadonlySet<string> = new Set(['69209', '51701', '51702', '99188', '86580', '36415']);

const ROWS = DEEDS.map((row) => ({ row, words: new RegExp(String.raw`(?<![a-z0-9])(?:${row[1]})(?![a-z0-9])`, 'gi'), must: testOf(row[2]), mustNot: testOf(row[3]) }));

function testOf(source: string): RegExp | null {
  return source === '' ? null : new RegExp(source, 'i');
}

/** The procedures of the table that were done at this visit; one of a family where several numbers share the words. */
export function deedsDone(clauses: readonly Clause[], payer: Payer): Found {
  const found = ROWS.map(({ row, words, must, mustNot }) => {
    const done = namedIn(clauses.filter(({ byProvider }) => byProvider || BY_STAFF.has(row[0])), words).filter((one) => isDone(one) || doneNext(one, clauses, must)).filter((one) => !(mustNot?.test(passageOf(one)) ?? false));
    return { row, fits: done.filter((one) => must?.test(passageOf(one)) ?? true), lacks: done };
  });
  const lines = found.filter(({ fits }) => fits.length > 0).filter(({ row }, _, all) => !isSecond(row, all.map((one) => one.row)));
  const taken = new Set(lines.flatMap(({ row }) => [row[0], ...(FAMILIES.find((family) => family.includes(row[0])) ?? [])]));
  const open = found.filter(({ row, fits, lacks }) => row[4] !== '' && fits.length === 0 && lacks.length > 0 && !taken.has(row[0]));
  const other = forPayer(clauses, payer);
  return {
    performed: [...lines.map(({ row, fits }) => performed(row[0], row[0] === '86580' ? 'test' : 'procedure', {
      modifiers: row[5] ? sidesOf(fits) : toesOf(row[0], fits), evidence: evidenceOf(fits), because: 'The note shows this procedure done at this visit.', authority: 'CPT 2026; NCCI Policy Manual 2026',
    })), ...other],
    refused: open.map(({ row, lacks }) => refused('A procedure that the note shows done', `Missing for its number: ${row[4].charAt(0).toLowerCase()}${row[4].slice(1)}`, evidenceOf(lacks))),
  };
}

function isDone(one: Named): boolean {
  const said = performanceOf(one.clause, one);
  if (said === 'unsaid') return one.clause.inProcedure || doneNearBy(one);
  return said === 'done';
}

/** "Cerumen impaction AD: removed …": the deed in another part of the clause, with nothing against it between. */
function doneNearBy({ clause, start, end }: Named): boolean {
  const deed = PERFORMED.exec(clause.text.slice(end - clause.start));
  return deed !== null && performanceOf(clause, { start: end + deed.index, end: end + deed.index + deed[0].length }) === 'done' && performanceOf(clause, { start, end }) !== 'not-done';
}

/** "Impacted cerumen, both ears. Irrigated with warm water, tolerated well": the deed in the next sentence of the same part, where the row says what to look for. */
function doneNext(one: Named, clauses: readonly Clause[], must: RegExp | null): boolean {
  if (must === null || performanceOf(one.clause, one) !== 'unsaid') return false;
  const next = clauses[clauses.indexOf(one.clause) + 1];
  if (next === undefined || next.note !== one.clause.note || next.section !== one.clause.section) return false;
  const deed = PERFORMED.exec(next.text);
  return deed !== null && must.test(passageOf(one)) && performanceOf(next, { start: next.start + deed.index, end: next.start + deed.index + deed[0].length }) === 'done';
}

function isSecond(row: DeedRow, rows: readonly DeedRow[]): boolean {
  const family = FAMILIES.find((codes) => codes.includes(row[0]));
  return family !== undefined && rows.some(([code]) => family.indexOf(code) >= 0 && family.indexOf(code) < family.indexOf(row[0]));
}

/** The sentence that names it, and as much again as two after it: what was used and how stands there. */
function passageOf({ clause: { note, sentence } }: Named): string {
  return note.text.slice(Math.max(0, sentence.start - BEFORE), Math.min(note.text.length, sentence.end + AFTER));
}

const BEFORE = 120;
const AFTER = 240;

/** RT, LT or 50 where the clause says the side; none where it does not. */
export function sidesOf(named: readonly Named[]): readonly string[] {
  const sides = new Set(named.flatMap(({ clause: { text } }) => [
    ...(/\b(?:bilateral(?:ly)?|both|b\/l|au|ou)\b/i.test(text) ? ['50'] : []),
    ...(/\b(?:right|rt)\b/i.test(text) || /\b(?:R|AD|OD)\b/.test(text) ? ['RT'] : []),
    ...(/\b(?:left|lt)\b/i.test(text) || /\b(?:L|AS|OS)\b/.test(text) ? ['LT'] : []),
  ]));
  if (sides.has('50') || (sides.has('RT') && sides.has('LT'))) return ['50'];
  return [...sides];
}

/** The great toes; another toe is for a person to number. */
function toesOf(code: string, named: readonly Named[]): readonly string[] {
  if (code !== '11730' && code !== '11750') return [];
  const [side] = sidesOf(named);
  if (!named.some(({ clause }) => /\b(?:great toe|hallux|big toe|first toe|1st toe)/i.test(clause.text))) return [];
  return side === 'RT' ? ['T5'] : side === 'LT' ? ['TA'] : [];
}

const SMEAR = /\b(?:pap(?: smear| test)?|cervical (?:smear|cytology))\b/gi;

/** Medicare pays for obtaining the smear of a screening (NCD 210.2). */
function forPayer(clauses: readonly Clause[], payer: Payer): Found['performed'] {
  if (payer !== 'medicare') return [];
  const smears = namedIn(clauses.filter(({ byProvider }) => byProvider), SMEAR).filter((one) => performanceOf(one.clause, one) === 'done' && (/\b(?:obtained|collected|performed|done|taken)\b/i.test(one.clause.text) || HERE.test(one.clause.text)));
  if (smears.length === 0) return [];
  const because = 'The smear for screening was obtained at this visit, and Medicare pays.';
  return [performed('Q0091', 'procedure', { evidence: evidenceOf(smears), because, authority: 'CMS NCD 210.2; HCPCS 2026' })];
}
