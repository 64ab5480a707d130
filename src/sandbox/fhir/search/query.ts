import { holdsKind, searchDefinitions } from '../../definitions/definitions.ts';
import type { SearchParameter } from '../../definitions/definitions.ts';
import { FhirError } from '../outcome.ts';

/** One parameter of a search; any of `values` may match. */
export interface Clause {
  readonly name: string;
  readonly parameter: SearchParameter;
  readonly modifier: string | null;
  /** Still escaped (`\,` `\|` `\$`), split at commas. */
  readonly values: readonly string[];
}

export interface Include {
  readonly kind: string;
  readonly parameter: SearchParameter;
  readonly name: string;
  readonly target: string | null;
}

export interface SearchQuery {
  readonly kind: string;
  readonly clauses: readonly Clause[];
  readonly includes: readonly Include[];
  readonly revincludes: readonly Include[];
  readonly sort: readonly { readonly name: string; readonly parameter: SearchParameter; readonly descending: boolean }[];
  /** Matches a page. */
  readonly count: number;
  readonly countOnly: boolean;
  readonly elements: readonly string[] | null;
  readonly total: boolean;
  /** The parameters that counted, for the self link. */
  readonly understood: readonly (readonly [string, string])[];
}

const DEFAULT_COUNT = 50;
const MAX_COUNT = 500;

const MODIFIERS: Record<SearchParameter['type'], readonly string[]> = {
  token: ['not', 'text', 'missing'],
  string: ['exact', 'contains', 'missing'],
  reference: ['identifier', 'missing'],
  uri: ['missing'],
  date: ['missing'],
  quantity: ['missing'],
  number: ['missing'],
};

/**
 * Reads the parameters of a search on one kind.
 * @param strict false (Prefer: handling=lenient) leaves out what is unknown
 * @throws FhirError 400 for what is unknown or malformed
 */
export function parseQuery(kind: string, parameters: Iterable<readonly [string, string]>, strict = true): SearchQuery {
  const query = {
    kind, clauses: [] as Clause[], includes: [] as Include[], revincludes: [] as Include[], sort: [] as { name: string; parameter: SearchParameter; descending: boolean }[],
    count: DEFAULT_COUNT, countOnly: false, elements: null as string[] | null, total: true, understood: [] as (readonly [string, string])[],
  };
  for (const [name, value] of parameters) {
    try {
      if (value === '') continue;
      if (!readControl(query, name, value)) query.clauses.push(parseClause(kind, name, value));
      query.understood.push([name, value]);
    } catch (error) {
      if (strict || !(error instanceof FhirError)) throw error;
    }
  }
  return query;
}

type Draft = { -readonly [K in keyof SearchQuery]: SearchQuery[K] extends readonly (infer T)[] ? T[] : SearchQuery[K] };

function readControl(query: Draft, name: string, value: string): boolean {
  switch (name) {
    case '_count':
      query.count = countFrom(value);
      query.countOnly ||= query.count === 0;
      return true;
    case '_sort':
      query.sort = value.split(',').map((part) => sortFrom(query.kind, part));
      return true;
    case '_include':
      query.includes.push(includeFrom(value));
      return true;
    case '_revinclude':
      query.revincludes.push(includeFrom(value));
      return true;
    case '_elements':
      query.elements = value.split(',');
      return true;
    case '_summary':
      if (value !== 'count' && value !== 'false') throw invalid(`_summary=${value} is not offered; count and false are.`);
      query.countOnly ||= value === 'count';
      return true;
    case '_total':
      if (!['none', 'estimate', 'accurate'].includes(value)) throw invalid('_total is none, estimate or accurate.');
      query.total = value !== 'none';
      return true;
    case '_format': case '_pretty':
      return true;
    default:
      return false;
  }
}

function countFrom(value: string): number {
  if (!/^\d+$/.test(value)) throw invalid('_count is a whole number.');
  return Math.min(Number(value), MAX_COUNT);
}

function sortFrom(kind: string, part: string): { name: string; parameter: SearchParameter; descending: boolean } {
  const name = part.replace(/^-/, '');
  return { name, parameter: parameterOf(kind, name), descending: part.startsWith('-') };
}

function includeFrom(value: string): Include {
  const [kind = '', name = '', target = null] = value.split(':');
  if (!holdsKind(kind) || (target && !holdsKind(target))) throw invalid(`_include and _revinclude read Kind:parameter or Kind:parameter:Target, with kinds that this server holds.`);
  const parameter = parameterOf(kind, name);
  if (parameter.type !== 'reference') throw invalid(`${kind}:${name} is not a reference, so nothing can be included by it.`);
  return { kind, name, parameter, target };
}

function parseClause(kind: string, nameAndModifier: string, value: string): Clause {
  const [name = '', modifier = null] = nameAndModifier.split(':');
  if (name.includes('.')) throw invalid(`Chained parameters (${name}) are not offered.`);
  const parameter = parameterOf(kind, name);
  const known = modifier === null || MODIFIERS[parameter.type].includes(modifier) || (parameter.type === 'reference' && holdsKind(modifier));
  if (!known) throw invalid(`The modifier :${modifier} is not offered on ${kind}.${name}.`);
  if (modifier === 'missing' && value !== 'true' && value !== 'false') throw invalid(`${name}:missing is true or false.`);
  return { name, parameter, modifier, values: splitEscaped(value, ',') };
}

function parameterOf(kind: string, name: string): SearchParameter {
  const known = searchDefinitions.parameters[kind] ?? {};
  const parameter = known[name];
  if (!parameter) throw invalid(`${kind} has no search parameter "${name}" here. Known: ${Object.keys(known).join(', ')}.`);
  return parameter;
}

/** Splits at a separator that no backslash escapes; leaves the escapes in. */
export function splitEscaped(text: string, separator: string): string[] {
  const parts = [''];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '\\' && i + 1 < text.length) parts[parts.length - 1] += `\\${text[++i] ?? ''}`;
    else if (text[i] === separator) parts.push('');
    else parts[parts.length - 1] += text[i] ?? '';
  }
  return parts;
}

export function unescape(text: string): string {
  return text.replace(/\\([,|$\\])/g, '$1');
}

function invalid(message: string): FhirError {
  return new FhirError(400, 'invalid', message);
}
