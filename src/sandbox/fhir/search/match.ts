import type { Address, CodeableConcept, Coding, HumanName, Identifier, Quantity, Range, Reference, Resource } from 'fhir/r4';
import type { SearchParameter } from '../../definitions/definitions.ts';
import { localReference } from '../../records/references.ts';
import { FhirError } from '../outcome.ts';
import { compareRanges, PREFIXES, rangeOf, rangeOfValue } from './dates.ts';
import type { Prefix } from './dates.ts';
import { evaluate } from './path.ts';
import { splitEscaped, unescape } from './query.ts';
import type { Clause } from './query.ts';

/**
 * Does a resource match every clause? R4 search 3.1.1; no terminology and no unit conversion.
 * @throws FhirError 400 for a value that cannot be read
 */
export function matches(resource: Resource, clauses: readonly Clause[], base: string): boolean {
  return clauses.every((clause) => matchesClause(resource, clause, base));
}

function matchesClause(resource: Resource, clause: Clause, base: string): boolean {
  const found = evaluate(clause.parameter.path, resource);
  if (clause.modifier === 'missing') return (found.length === 0) === (clause.values[0] === 'true');
  if (clause.modifier === 'not') return !clause.values.some((asked) => found.some((value) => matchesToken(value, asked)));
  return clause.values.some((asked) => matcherFor(clause, asked, base)(found));
}

function matcherFor(clause: Clause, asked: string, base: string): (found: unknown[]) => boolean {
  switch (clause.parameter.type) {
    case 'token':
      return any((value) => (clause.modifier === 'text' ? textOf(value).some((t) => fold(t).includes(fold(unescape(asked)))) : matchesToken(value, asked)));
    case 'reference':
      return any((value) => matchesReference(value, asked, clause, base));
    case 'date':
      return any(dateTest(clause.name, asked));
    case 'string':
      return any((value) => stringsOf(value).some((text) => matchesString(text, unescape(asked), clause.modifier)));
    case 'uri':
      return any((value) => value === unescape(asked));
    case 'quantity': case 'number':
      return any(quantityTest(clause.name, asked));
  }
}

function any(test: (value: unknown) => boolean): (found: unknown[]) => boolean {
  return (found) => found.some(test);
}

interface TokenValue { readonly system: string | undefined; readonly code: string }

/** `code`, `system|code`, `|code` (no system), `system|` (any code of it). Codes are compared as written. */
function matchesToken(value: unknown, asked: string): boolean {
  const parts = splitEscaped(asked, '|').map(unescape);
  const [system, code] = parts.length > 1 ? [parts[0] ?? '', parts[1] ?? ''] : [null, parts[0] ?? ''];
  return tokensOf(value).some((token) => {
    if (system !== null && (token.system ?? '') !== system) return false;
    return code === '' ? system !== null : token.code === code;
  });
}

function tokensOf(value: unknown): TokenValue[] {
  if (typeof value === 'string' || typeof value === 'boolean') return [{ system: undefined, code: String(value) }];
  if (typeof value !== 'object' || value === null) return [];
  if ('coding' in value) return ((value as CodeableConcept).coding ?? []).flatMap(tokensOf);
  const { system, code } = value as Coding;
  if (code !== undefined) return [{ system, code }];
  const { value: identifier } = value as Identifier;
  return identifier === undefined ? [] : [{ system, code: identifier }];
}

function textOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { text, coding } = value as CodeableConcept;
  const { display } = value as Coding;
  return [text, display, ...(coding ?? []).map((c) => c.display)].filter((t) => t !== undefined);
}

/** `id`, `Kind/id`, a URL (ours or another's), or a canonical. */
function matchesReference(value: unknown, asked: string, clause: Clause, base: string): boolean {
  if (clause.modifier === 'identifier') return matchesToken((value as Reference | null)?.identifier, asked);
  const text = typeof value === 'string' ? value : (value as Reference | null)?.reference;
  if (text === undefined) return false;
  const wanted = unescape(asked);
  const [actual, local] = [localReference(text, base), localReference(wanted, base)];
  if (local) return actual === local && rightKind(actual, clause);
  if (actual && !wanted.includes('/')) return actual.endsWith(`/${wanted}`) && rightKind(actual, clause);
  return text === wanted;
}

function rightKind(key: string, clause: Clause): boolean {
  const kind = key.split('/')[0] ?? '';
  if (clause.modifier !== null) return kind === clause.modifier;
  return !clause.parameter.target || clause.parameter.target.includes(kind);
}

function dateTest(name: string, asked: string): (value: unknown) => boolean {
  const { prefix, rest } = prefixOf(asked);
  const range = rangeOf(rest);
  if (!range) throw new FhirError(400, 'invalid', `${name} takes a date such as 2026-01-31, ge2026-01 or lt2026-01-31T10:00:00Z.`);
  return (value) => {
    const own = rangeOfValue(value);
    return own !== null && compareRanges(prefix, own, range);
  };
}

/** `[prefix]number|system|code`: the system and code may be empty. Without a prefix, within half of the last digit given. */
function quantityTest(name: string, asked: string): (value: unknown) => boolean {
  const [amount = '', system = '', code = ''] = splitEscaped(asked, '|').map(unescape);
  const { prefix, rest } = prefixOf(amount);
  const number = Number(rest);
  if (rest === '' || Number.isNaN(number)) throw new FhirError(400, 'invalid', `${name} takes a number such as 6.5, gt6.5 or 6.5|http://unitsofmeasure.org|%.`);
  const half = 0.5 * 10 ** -(/\.(\d+)/.exec(rest)?.[1]?.length ?? 0);
  return (value) => {
    if (typeof value === 'number') return compareNumbers(prefix, value, value, number, half);
    const quantity = value as Quantity & Range;
    const unitFits = (system === '' || quantity.system === system) && (code === '' || quantity.code === code || (system === '' && quantity.unit === code));
    if (quantity.value !== undefined) return unitFits && compareNumbers(prefix, quantity.value, quantity.value, number, half);
    if (!quantity.low && !quantity.high) return false;
    return compareNumbers(prefix, quantity.low?.value ?? -Infinity, quantity.high?.value ?? Infinity, number, half);
  };
}

function compareNumbers(prefix: Prefix, low: number, high: number, asked: number, half: number): boolean {
  switch (prefix) {
    case 'eq': return low >= asked - half && high < asked + half;
    case 'ne': return !(low >= asked - half && high < asked + half);
    case 'gt': return high > asked;
    case 'lt': return low < asked;
    case 'ge': return high >= asked;
    case 'le': return low <= asked;
    case 'sa': return low > asked;
    case 'eb': return high < asked;
    case 'ap': return low <= asked * 1.1 && high >= asked * 0.9;
  }
}

function prefixOf(text: string): { prefix: Prefix; rest: string } {
  const prefix = PREFIXES.find((p) => text.startsWith(p));
  return prefix ? { prefix, rest: text.slice(2) } : { prefix: 'eq', rest: text };
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { text, family, given, prefix, suffix } = value as HumanName;
  const { line, city, district, state, postalCode, country } = value as Address;
  return [text, family, ...(given ?? []), ...(prefix ?? []), ...(suffix ?? []), ...(line ?? []), city, district, state, postalCode, country].filter((t) => t !== undefined);
}

function matchesString(text: string, asked: string, modifier: string | null): boolean {
  if (modifier === 'exact') return text === asked;
  return modifier === 'contains' ? fold(text).includes(fold(asked)) : fold(text).startsWith(fold(asked));
}

/** R4: case and combining marks do not count. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** What `_sort` compares: the earliest time, the number, or the folded text; null where there is nothing. */
export function sortKey(resource: Resource, parameter: SearchParameter, descending: boolean): number | string | null {
  const values = evaluate(parameter.path, resource);
  switch (parameter.type) {
    case 'date': {
      const ranges = values.map(rangeOfValue).filter((r) => r !== null);
      if (ranges.length === 0) return null;
      return descending ? Math.max(...ranges.map((r) => (r.end === Infinity ? r.start : r.end))) : Math.min(...ranges.map((r) => r.start));
    }
    case 'quantity': case 'number': {
      const first = values[0];
      return typeof first === 'number' ? first : ((first as Quantity | undefined)?.value ?? null);
    }
    case 'token':
      return tokensOf(values[0])[0]?.code ?? null;
    case 'string':
      return values[0] === undefined ? null : fold(stringsOf(values[0])[0] ?? '');
    case 'reference':
      return (values[0] as Reference | undefined)?.reference ?? null;
    case 'uri':
      return (values[0] as string | undefined) ?? null;
  }
}
