import { dotted } from '../tabular.ts';

/** What one instruction names: `N18`, `B95-B97`, `T36-T50@$:5`; as `InstructionLine` of the importer writes it. */
export interface Targets {
  readonly names: readonly string[];
  /** @param plain without the dot */
  readonly covers: (plain: string) => boolean;
}

/**
 * @param rankOf place of a category in tabular order, which is not the order of its letters (C4A stands before C44); undefined for none
 */
export function targets(written: readonly string[], rankOf: (category: string) => number | undefined): Targets {
  const all = written.map((one) => target(one, rankOf));
  return { names: all.map(({ name }) => name), covers: (plain) => all.some(({ covers }) => covers(plain)) };
}

interface Target {
  readonly name: string;
  readonly covers: (plain: string) => boolean;
}

function target(written: string, rankOf: (category: string) => number | undefined): Target {
  const [codes = '', condition] = written.split('@');
  const [from = '', to] = codes.split('-');
  const within = to === undefined ? (plain: string) => plain.startsWith(from) : (plain: string) => isInRange(plain, from, to, rankOf);
  const name = to === undefined ? dotted(from) : `${dotted(from)}-${dotted(to)}`;
  if (condition === undefined) return { name, covers: within };
  const [place = '', values = ''] = condition.split(':');
  const parts = values.split(',');
  return { name: `${name} ${inWords(place, parts)}`, covers: (plain) => within(plain) && meets(plain, place, parts) };
}

/** The last code of a range brings all below it. Inside a category the tabular list is in the order of its characters. */
function isInRange(plain: string, from: string, to: string, rankOf: (category: string) => number | undefined): boolean {
  const [rank, first, last] = [plain, from, to].map((code) => rankOf(code.slice(0, 3)));
  if (rank === undefined || first === undefined || last === undefined || rank < first || rank > last) return false;
  if (rank === first && plain < from) return false;
  return rank < last || plain < to || plain.startsWith(to);
}

/** `$`: how the code ends before its seventh character and without placeholders. A number: the place, from 1. */
function meets(plain: string, place: string, values: readonly string[]): boolean {
  const base = plain.slice(0, 6).replace(/X{1,3}$/, '');
  return values.some((value) => (place === '$' ? base.endsWith(value) && base.length > 3 : plain.startsWith(value, Number(place) - 1)));
}

function inWords(place: string, values: readonly string[]): string {
  const said = values.join(', ');
  if (place === '$') return `(ending in ${said}, before any seventh character)`;
  return `(with ${said} from the ${PLACES[Number(place)] ?? place} character on)`;
}

const PLACES: readonly string[] = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh'];

