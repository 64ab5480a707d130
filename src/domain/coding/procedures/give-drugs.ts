import type { Clause } from './clauses.ts';
import type { DrugGiven } from './drugs.ts';
import { evidenceOf, namedIn, performed, refused, type Found } from './found.ts';
import { performanceOf } from './performance.ts';

/** Hormones against cancer and other anti-cancer or highly complex drugs have numbers of their own for giving them (CPT 2026, chemotherapy administration). */
const CANCER_HORMONES: ReadonlySet<string> = new Set(['J9217', 'J9202', 'J9395']);
const COMPLEX: ReadonlySet<string> = new Set(['J9260', 'J1745', 'J9312', 'J3262', 'J2350', 'J3380', 'J0129']);
/** Botulinum toxin is injected under the number of the muscles, not under that of an injection. */
const BY_SITE: ReadonlySet<string> = new Set(['J0585']);

/** The number of giving drugs: by needle, by push, by infusion and its time, by nebulizer. Into a joint or a lesion it is part of that procedure. */
export function giving(drugs: readonly DrugGiven[], clauses: readonly Clause[]): Found {
  const plain = drugs.filter(({ row: [code] }) => !CANCER_HORMONES.has(code) && !COMPLEX.has(code) && !BY_SITE.has(code));
  const needle = plain.filter(({ route }) => route === 'im' || route === 'sc');
  const inhaled = plain.filter(({ route }) => route === 'inhaled');
  const hormones = drugs.filter(({ row: [code] }) => CANCER_HORMONES.has(code));
  const open = drugs.filter(({ row: [code], route }) => COMPLEX.has(code) || BY_SITE.has(code) || route === null);
  const authority = 'CPT 2026, injections and infusions';
  const infusions = intoVein(plain.filter(({ route }) => route === 'iv'), clauses);
  return {
    performed: [
      ...(needle.length === 0 ? [] : [performed('96372', 'injection', { units: needle.length, evidence: shown(needle), because: 'A drug was injected into muscle or beneath the skin.', authority })]),
      ...(hormones.length === 0 ? [] : [performed('96402', 'injection', { units: hormones.length, evidence: shown(hormones), because: 'A hormonal anti-cancer drug was injected.', authority })]),
      ...(inhaled.length === 0 ? [] : [performed('94640', 'procedure', { evidence: shown(inhaled), because: 'A bronchodilator was inhaled in the office.', authority: 'CPT 2026, pulmonary' })]),
      ...infusions.performed,
    ],
    refused: [...open.map(({ row, evidence }) => refused(`Giving of ${row[1]}`, 'The route, the site or the time that its number depends on is not said, or another family of numbers applies.', evidence)), ...infusions.refused],
  };
}

function shown(given: readonly DrugGiven[]): DrugGiven['evidence'] {
  return given.flatMap(({ evidence }) => evidence);
}

const PUSH = /\b(?:ivp|iv push|push(?:ed)?)\b/i;
const INFUSION = /\b(?:infus\w+|ivpb|drip|bolus|over \d+)\b/i;

function intoVein(drugs: readonly DrugGiven[], clauses: readonly Clause[]): Found {
  const authority = 'CPT 2026, injections and infusions: 16 minutes make an infusion, 31 a further hour or hydration';
  const pushed = drugs.filter(({ clause }) => PUSH.test(clause.text));
  const infused = drugs.filter(({ clause }) => !PUSH.test(clause.text) && INFUSION.test(clause.text));
  const unsaid = drugs.filter((one) => !pushed.includes(one) && !infused.includes(one));
  const timed = infused.map((drug) => ({ drug, minutes: minutesIn(drug.clause.text) }));
  const longest = timed.toSorted((a, b) => (b.minutes ?? 0) - (a.minutes ?? 0))[0];
  const hydration = drugs.length > 0 ? { performed: [], refused: [] } : hydrated(clauses, authority);
  if (longest !== undefined && (longest.minutes ?? 0) > 15) {
    const minutes = longest.minutes ?? 0;
    const further = Math.floor((minutes - 60 + 29) / 60);
    return {
      performed: [
        performed('96365', 'injection', { evidence: longest.drug.evidence, because: `A drug infused for ${minutes} minutes.`, authority }),
        ...(further > 0 ? [performed('96366', 'injection', { units: further, evidence: longest.drug.evidence, because: `Beyond the first hour: ${minutes - 60} minutes.`, authority })] : []),
        ...(pushed.length > 0 ? [performed('96375', 'injection', { units: pushed.length, evidence: pushed.flatMap(({ evidence }) => evidence), because: 'A further drug pushed into a vein.', authority })] : []),
      ],
      refused: [],
    };
  }
  const lacking = [...unsaid, ...timed.filter(({ minutes }) => minutes === null).map(({ drug }) => drug)];
  const [first, ...others] = [...pushed, ...timed.filter(({ minutes }) => minutes !== null).map(({ drug }) => drug)];
  return {
    performed: first === undefined ? hydration.performed : [
      performed('96374', 'injection', { evidence: first.evidence, because: 'A drug pushed into a vein, or infused for 15 minutes or less.', authority }),
      ...(others.length > 0 ? [performed('96375', 'injection', { units: others.length, evidence: others.flatMap(({ evidence }) => evidence), because: 'Each further drug pushed into a vein.', authority })] : []),
    ],
    refused: [...lacking.map(({ row, evidence }) => refused(`Giving of ${row[1]}`, 'Whether it was pushed or infused, and for how many minutes, is not said.', evidence)), ...hydration.refused],
  };
}

const FLUID = /\b(?:normal saline|0\.9% (?:sodium chloride|saline|nacl)|ns|lactated ringer(?:'?s)?|iv fluids?|ivf)\b/gi;

function hydrated(clauses: readonly Clause[], authority: string): Found {
  const [one] = namedIn(clauses, FLUID).filter(({ clause, ...span }) => performanceOf(clause, span) === 'done' && INFUSION.test(clause.text));
  if (one === undefined) return { performed: [], refused: [] };
  const minutes = minutesIn(one.clause.text);
  if (minutes === null) return { performed: [], refused: [refused('Fluid infusion', 'The minutes that it ran are not said.', evidenceOf([one]))] };
  if (minutes <= 30) return { performed: [], refused: [] };
  const further = Math.floor((minutes - 60 + 29) / 60);
  return {
    performed: [
      performed('96360', 'injection', { evidence: evidenceOf([one]), because: `Fluid infused for ${minutes} minutes.`, authority }),
      ...(further > 0 ? [performed('96361', 'injection', { units: further, evidence: evidenceOf([one]), because: `Beyond the first hour: ${minutes - 60} minutes.`, authority })] : []),
    ],
    refused: [],
  };
}

/** "Over 90 minutes", "over 1 hour", "10:05–11:20". */
function minutesIn(text: string): number | null {
  const minutes = /\b(?:over|for|x|ran|total(?: of)?|spent)\s*(?:about |approximately |~)?(\d{1,3})\s*-?(?:min(?:ute)?s?)\b/i.exec(text)?.[1];
  if (minutes !== undefined) return Number(minutes);
  const hours = /\b(?:over|for|ran)\s*(?:about |approximately |~)?(\d(?:\.\d)?|an|one|two|three)\s*-?(?:h|hrs?|hours?)\b/i.exec(text)?.[1];
  if (hours !== undefined) return 60 * (({ an: 1, one: 1, two: 2, three: 3 } as Readonly<Record<string, number>>)[hours.toLowerCase()] ?? Number(hours));
  const [, fromHour, fromMinute, toHour, toMinute] = /\b(\d{1,2}):(\d{2})\s*(?:am|pm)?\s*(?:-|–|to|until)\s*(\d{1,2}):(\d{2})/i.exec(text) ?? [];
  if (fromHour === undefined) return null;
  const length = Number(toHour) * 60 + Number(toMinute) - Number(fromHour) * 60 - Number(fromMinute);
  return length > 0 ? length : length + 12 * 60;
}
