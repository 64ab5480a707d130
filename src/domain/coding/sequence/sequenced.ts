import { fixedPlace, type Place } from './places.ts';
import { precedences, type SequenceContext } from './precedence.ts';

/**
 * The visit's codes in the order in which they are reported. What comes in stays in its order (the assessment's: outpatient, the condition
 * chiefly responsible for the services first, Guidelines IV.G; inpatient, that which occasioned the admission, UHDDS, II), but for what the
 * list and the Guidelines order: etiology before manifestation, pregnancy, poisoning and encounter codes first, additional codes after
 * what they add to, external causes last, and nothing first that may only be second. Rules that contradict each other leave the order as it came.
 */
export function sequenced<T extends { readonly code: string }>(visit: readonly T[], context: SequenceContext): readonly T[] {
  const precedence = precedences(context);
  const entries = visit.map((entry) => ({ entry, place: placeOf(entry.code, context), draws: context.edits?.isManifestation(entry.code) === true }));
  const inTurn = [...entries.filter(({ place }) => place === 'first'), ...entries.filter(({ place }) => place === 'anywhere' || place === 'second'), ...entries.filter(({ place }) => place === 'last')];
  const order: Placed<T>[] = [];
  const seen = new Set<Placed<T>>();
  let waiting: readonly Placed<T>[] = [];
  const before = (one: Placed<T>) => inTurn.filter((other) => !seen.has(other) && mayPull(other, one) && precedence(other.entry.code, one.entry.code) !== null);
  const put = (one: Placed<T>): void => {
    if (seen.has(one)) return;
    seen.add(one);
    for (const other of before(one)) put(other);
    order.push(one);
  };
  for (const one of inTurn) {
    // What may not be first waits for what it adds to; a manifestation draws its etiology forward, as does all else that stands too early.
    const ahead = one.place === 'second' ? before(one).length : 0;
    if (one.place === 'second' && (one.draws ? order.length === 0 && ahead === 0 : order.length === 0 || ahead > 0)) {
      waiting = [...waiting, one];
      continue;
    }
    put(one);
    for (const held of waiting) if (before(held).length === 0) put(held);
    waiting = waiting.filter((held) => !seen.has(held));
  }
  for (const held of waiting) put(held);
  return firstAllowed(order).map(({ entry }) => entry);
}

interface Placed<T> {
  readonly entry: T;
  readonly place: Place;
  readonly draws: boolean;
}

/** Where a code may stand: by its nature, as a manifestation, or since it arose after admission. */
export function placeOf(code: string, { edits, afterAdmission }: SequenceContext): Place {
  const place = fixedPlace(code)?.place;
  if (place !== undefined) return place;
  return edits?.isManifestation(code) === true || afterAdmission?.has(code) === true ? 'second' : 'anywhere';
}

/** What has its place at the end, or behind those that come first, is not drawn forward. */
function mayPull(other: Placed<unknown>, one: Placed<unknown>): boolean {
  return other.place === 'last' ? one.place === 'last' : one.place !== 'first' || other.place === 'first';
}

function firstAllowed<T>(order: readonly Placed<T>[]): readonly Placed<T>[] {
  const [head] = order;
  if (head?.place !== 'second') return order;
  const better = order.find(({ place }) => place === 'anywhere');
  return better === undefined ? order : [better, ...order.filter((one) => one !== better)];
}
