import type { CodeGroup, Expression, Measurement, Test } from '../src/domain/gaps/operators/expression.ts';

/** An expression in words, for the catalogue; nested parts become an indented list. */
export function describe(expression: Expression, indent = ''): string {
  switch (expression.op) {
    case 'all': return list('all of', expression.of, indent);
    case 'any': return list('any of', expression.of, indent);
    case 'not': return `${indent}- not:\n${describe(expression.of, `${indent}  `)}`;
    case 'age-at-least': return `${indent}- at least ${expression.years} years old`;
    case 'setting-is': return `${indent}- the encounter is of the kind “${expression.setting}”`;
    case 'has-active': return `${indent}- charted and active${expression.withinMonths === null ? '' : ` within ${expression.withinMonths} months`}: ${group(expression.group)}`;
    case 'latest': return `${indent}- the newest ${measured(expression.measurement)} of ${expression.withinMonths} months is ${test(expression.test, expression.measurement)}`;
    case 'persistent': return `${indent}- ${expression.results} results or more of ${measured(expression.measurement)} within ${expression.withinMonths} months are ${test(expression.test, expression.measurement)}, at least ${expression.apartDays} ${expression.apartDays === 1 ? 'day' : 'days'} apart${expression.unbroken ? ', none between or after that is not' : ''}`;
    case 'two-visits': return `${indent}- at the newest and an earlier office visit within ${expression.withinMonths} months the lowest ${expression.anyOf.map((part) => `${measured(part.measurement)} is ${test(part.test, part.measurement)}`).join(', or the lowest ')}`;
    case 'documented-in-notes': return `${indent}- a provider's note says so, as present or possible: ${group(expression.group)}`;
    case 'stated-in-notes': return `${indent}- a sentence of this visit's notes holds ${expression.name}: one of ${words(expression.actions)} with one of ${words(expression.objects)}`;
    case 'ordered-this-visit': return `${indent}- ordered or given at this encounter: ${expression.name} (${words(expression.terms)})`;
  }
}

function list(title: string, of: readonly Expression[], indent: string): string {
  return [`${indent}- ${title}:`, ...of.map((part) => describe(part, `${indent}  `))].join('\n');
}

function group({ name, icd10 }: CodeGroup): string {
  return `${name} (${icd10.join(', ')})`;
}

function measured({ name, loinc, computedFrom }: Measurement): string {
  return `${name} (LOINC ${loinc.join(', ')}${computedFrom ? '; where none is recorded, from weight and height' : ''})`;
}

function test({ is, value }: Test, { unit }: Measurement): string {
  switch (is) {
    case 'at-least': return `${value} ${unit} or more`;
    case 'above': return `above ${value} ${unit}`;
    case 'at-most': return `${value} ${unit} or less`;
    case 'below': return `below ${value} ${unit}`;
  }
}

function words(terms: readonly string[]): string {
  return terms.map((term) => `“${term}”`).join(', ');
}
