import type { Evidence, Services } from '../../model/index.ts';
import { DRUG_CODES, type DrugRoute, type DrugRow } from '../services/drug-codes.ts';
import type { Payer } from '../services/payer.ts';
import type { Clause } from './clauses.ts';
import { doseIn, unitsFor } from './doses.ts';
import { evidenceOf, namedIn, performed, refused, together, type Found, type Named } from './found.ts';
import { giving } from './give-drugs.ts';
import { HERE, performanceOf } from './performance.ts';
import { anyOf, plain } from './phrases.ts';

/** A drug that was given at this visit, and how. */
export interface DrugGiven {
  readonly row: DrugRow;
  readonly route: DrugRoute | null;
  readonly clause: Clause;
  readonly evidence: readonly Evidence[];
}

/** Drugs given in the office, with units from the dose, and the number of giving them. What patients take or bring themselves is none. */
export function drugServices(clauses: readonly Clause[], payer: Payer): Found {
  const given = givenIn(clauses);
  const first = new Map<string, DrugGiven & { readonly named: Named }>();
  for (const one of given) if (!first.has(one.row[0])) first.set(one.row[0], one);
  const drugs = [...first.values()];
  return together([...drugs.map((one) => drugLine(one, payer)), saline(clauses), giving(drugs.filter(({ route }) => route !== 'joint' && route !== 'device'), clauses)]);
}

const ROWS: ReadonlyMap<string, DrugRow> = new Map(DRUG_CODES.flatMap((row) => row[2].split('|').filter((say) => say !== '').map((say) => [plain(say), row] as const)));
const WORDS = anyOf(DRUG_CODES.map((row) => row[2]).join('|'));
const OWN_SUPPLY = /\b(?:own supply|brought (?:in )?(?:his|her|their|own)|patient[- ]supplied|supplied by (?:the )?patient|specialty pharmacy|sample)\b/i;
const BY_MOUTH = /\b(?:po|by mouth|oral(?:ly)?|tabs?|tablets?|capsules?|pills?|odt|sl|sublingual|chewable|liquid|syrup|topical\w*|cream|ointment|eye ?drops|nasal|patch|inhaler|mdi|puffs?)\b/i;
/** The same name is a tablet's: without a route nothing is known. */
const ALSO_BY_MOUTH: ReadonlySet<string> = new Set(['J1100', 'J1885', 'J3420', 'J1050', 'J2405', 'J2550', 'J0780', 'J2765', 'J1200', 'J3410', 'J3030', 'J0290', 'J1630', 'J3360', 'J2060', 'J9260', 'J1940', 'J2270', 'J3411', 'J3430', 'J7613', 'J7614', 'J7626', 'J7644', 'J1740', 'J3475', 'J1815']);
/** Measured, tested or stopped: no dose. */
const NO_DOSE = /\b(?:level|deficien\w*|allerg\w*|lab|labs|wnl|stopped|discontinu\w*|tolerates|intoleran\w*)\b/i;

/** A course, a scheme or a treatment told of is no dose given at this visit, unless the words say that it was here. */
function isCourse(text: string): boolean {
  return COURSE.test(text) || (/\btreat(?:ed|ment)\b/i.test(text) && !HERE.test(text));
}

const COURSE = /\b(?:(?:twice|three times) (?:a day|daily)|for \d+ (?:days|weeks|months)|cycles? of|\d+ cycles|every \d+ ?h\w*|admitted|hospitali[sz]ed|discharged|intravitreal|intrathecal)\b|\/ ?\d{1,2} ?h\b/i;

function givenIn(clauses: readonly Clause[]): readonly (DrugGiven & { readonly named: Named })[] {
  return namedIn(clauses, WORDS).flatMap((named) => {
    const { clause } = named;
    const row = ROWS.get(plain(named.text));
    if (row === undefined || NO_DOSE.test(clause.text) || isCourse(clause.text) || !isGiven(named)) return [];
    const route = routeOf(clause, named, row);
    return route === 'oral' || (route === null && ALSO_BY_MOUTH.has(row[0])) ? [] : [{ row, route, clause, named, evidence: evidenceOf([named]) }];
  });
}

/** "After consent, the knee was injected with 40 mg Kenalog": the verb may stand in another part than the drug. */
function isGiven(named: Named): boolean {
  const { clause } = named;
  const said = performanceOf(clause, named);
  if (said !== 'unsaid') return said === 'done';
  const deed = /\b(?:inject(?:ed|ion of)|administered|infused)\b/i.exec(clause.text);
  if (deed !== null && performanceOf(clause, { start: clause.start + deed.index, end: clause.start + deed.index + deed[0].length }) === 'done') return true;
  if (clause.inProcedure && ROWS.get(plain(named.text))?.[5] === 'device') return true;
  return clause.inProcedure && /\d\s*(?:mg|mcg|ml|cc|units?)\b/i.test(clause.text) && /\binject\w*|\bmixture\b|\bused\b|\b(?:mg|ml|cc|lidocaine|ropivacaine|bupivacaine|marcaine)(?:\)|,)? in\b(?! \w)/i.test(clause.text);
}

function routeOf({ text, sentence, note, inProcedure }: Clause, named: Named, row: DrugRow): DrugRoute | 'oral' | null {
  const routes = row[5].split(' ');
  const near = text.slice(Math.max(0, named.start - sentence.start - NEAR), Math.min(text.length, named.end - sentence.start + NEAR));
  if (routes.includes('device')) return 'device';
  if (/\b(?:im|intramuscular(?:ly)?|deltoid|glut\w+|ventrogluteal|vastus)\b/i.test(near)) return 'im';
  if (/\b(?:sc|sq|subq|sub-?q|subcut\w*|subcutaneous\w*)\b/i.test(near)) return 'sc';
  if (/\b(?:iv|ivp|ivpb|intravenous\w*|infus\w+)\b/i.test(near)) return 'iv';
  if (/\b(?:neb\w*|nebuli[sz]\w+|inhaled)\b/i.test(near)) return routes.includes('inhaled') ? 'inhaled' : 'oral';
  if (routes.includes('joint') && JOINT.test(note.text.slice(Math.max(0, sentence.start - (inProcedure ? BEFORE_IN_PROCEDURE : 0)), sentence.end))) return 'joint';
  if (BY_MOUTH.test(near)) return 'oral';
  const [only] = routes;
  return routes.length === 1 && only !== undefined ? (only as DrugRoute) : null;
}

const NEAR = 70;
/** The record of a procedure names the joint at its head, and the drug sentences later. */
const BEFORE_IN_PROCEDURE = 400;
const JOINT = /\b(?:joints?|knees?|shoulders?|hips?|wrists?|elbows?|ankles?|bursa\w*|subacromial|trochanter\w*|intra-?articular\w*|tendon|sheath|trigger|fascia|epicondyl\w+|carpal tunnel|cmc|mcp|pip|mtp|thumb|finger|toe|lesion|keloid|intralesional\w*|glenohumeral|acromioclavicular|nerve|muscles?)\b/i;

/** What one syringe holds (labels of Synvisc, Synvisc-One, Durolane, Gelsyn-3), in the row's unit. */
const FIXED: Readonly<Record<string, number>> = { 'synvisc one': 48, synvisc: 16, durolane: 60, 'gelsyn 3': 16.8, gelsyn: 16.8 };

function drugLine({ row, route, clause, named, evidence }: DrugGiven & { readonly named: Named }, payer: Payer): Found {
  const [code, title, , , unit, , authority] = row;
  if (OWN_SUPPLY.test(clause.text)) return { performed: [], refused: [refused(title, 'The drug was not the practice’s own: only giving it may be reported.', evidence)] };
  const sides = /\b(?:bilateral(?:ly)?|both)\b/i.test(clause.text) && (route === 'joint');
  const each = /\b(?:each|per (?:knee|side|joint|shoulder|hip))\b/i.test(clause.text);
  const dose = unit === 'dose' ? { amount: 1 } : doseOf(named, row);
  if (dose === null) return { performed: [], refused: [refused(title, 'The dose that was given is not said, so that its units are not known.', evidence)] };
  if (sides && !each && unit !== 'dose' && FIXED[plain(named.text)] === undefined) return { performed: [], refused: [refused(title, 'Both sides were injected, and it is not said whether the dose is for each.', evidence)] };
  const amount = dose.amount * (sides ? 2 : 1);
  const units = unitsFor(amount, row);
  const waste = payer === 'medicare' && route !== 'device' ? ' Medicare asks for JZ or JW where the vial was for one dose: what was discarded is for the person who knows the vial to say.' : '';
  return { performed: [performed(code, 'drug', { units, evidence, because: `${unit === 'dose' ? 'Given once' : `${amount} ${unit} given`}: ${units} ${units === 1 ? 'unit' : 'units'}.${waste}`, authority })], refused: [] };
}

function doseOf(named: Named, row: DrugRow): { readonly amount: number } | null {
  const { clause, start, end } = named;
  const others = namedIn([clause], WORDS).filter((other) => other.start !== start).map((other) => other.start - clause.start);
  const said = doseIn(clause.text, { start: start - clause.start, end: end - clause.start }, row, others);
  const fixed = FIXED[plain(named.text)];
  return said ?? (fixed === undefined ? null : { amount: fixed });
}

const SALINE = /\b(?:(?:(\d(?:\.\d)?) ?(?:l|liters?)|(\d{3,4}) ?(?:ml|cc))(?: (?:bolus|of))*(?: iv)? (?:normal saline|0\.9% (?:sodium chloride|saline|nacl)|ns)|(?:normal saline|0\.9% (?:sodium chloride|saline|nacl)|ns)(?: iv)?(?: bolus)?,? (?:(\d(?:\.\d)?) ?(?:l|liters?)|(\d{3,4}) ?(?:ml|cc)))\b/gi;

function saline(clauses: readonly Clause[]): Services {
  const parts = namedIn(clauses, SALINE).filter((one) => performanceOf(one.clause, one) === 'done').map((one): Found => {
    const [, liters, milliliters] = /(\d(?:\.\d)?) ?(?:l\b|liters?)|(\d{3,4}) ?(?:ml|cc)/i.exec(one.text) ?? [];
    const volume = milliliters === undefined ? Number(liters) * 1000 : Number(milliliters);
    const [code, per] = volume % 1000 === 0 ? ['J7030', 1000] as const : volume % 500 === 0 ? ['J7040', 500] as const : volume === 250 ? ['J7050', 250] as const : [null, 0] as const;
    if (code === null) return { performed: [], refused: [refused('Normal saline', 'The volume is that of no bag with a code.', evidenceOf([one]))] };
    return { performed: [performed(code, 'drug', { units: volume / per, evidence: evidenceOf([one]), because: `${volume} mL of normal saline given.`, authority: 'HCPCS 2026' })], refused: [] };
  });
  return together(parts.slice(0, 1));
}
