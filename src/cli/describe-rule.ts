import type { ChangeExpression, CodeGroup, DoneExpression, Expression, Measurement, NotedExpression, Test } from '../domain/gaps/operators/expression.ts';

/** An expression in words, for the catalogue; nested parts become an indented list. */
export function describe(expression: Expression, indent = ''): string {
  switch (expression.op) {
    case 'all': return list('all of', expression.of, indent);
    case 'any': return list('any of', expression.of, indent);
    case 'at-least-of': return list(`at least ${expression.count} of`, expression.of, indent);
    case 'not': return `${indent}- not:\n${describe(expression.of, `${indent}  `)}`;
    case 'cannot-tell-where': return `${indent}- cannot be told (${expression.why}) where:\n${describe(expression.of, `${indent}  `)}`;
    default: return `${indent}- ${sentence(expression)}`;
  }
}

function list(title: string, of: readonly Expression[], indent: string): string {
  return [`${indent}- ${title}:`, ...of.map((part) => describe(part, `${indent}  `))].join('\n');
}

function sentence(expression: Exclude<Expression, { op: 'all' | 'any' | 'at-least-of' | 'not' | 'cannot-tell-where' }>): string {
  switch (expression.op) {
    case 'age-at-least': return `at least ${expression.years} years old`;
    case 'age-between': return `${age(expression.atLeast, expression.below)} ${expression.unit} old`;
    case 'sex-is': return `charted as ${expression.sex}`;
    case 'setting-is': return `the encounter is of the kind “${expression.setting}”`;
    case 'in-months': return `the encounter falls into the months ${expression.from} to ${expression.through}`;
    case 'has-active': return `charted and active${within(expression.withinMonths)}: ${group(expression.group)}`;
    case 'assessed': return `said of this visit, as its diagnosis, on its claim or in a provider's note (${expression.statuses.join(', ')}): ${group(expression.group)}`;
    case 'latest': return `the newest ${measured(expression.measurement)} of ${expression.withinMonths} months is ${test(expression.test, expression.measurement)}`;
    case 'latest-says': return `the newest ${expression.name} (LOINC ${expression.loinc.join(', ')})${within(expression.withinMonths)} says one of ${words(expression.answers)}`;
    case 'persistent': return `${expression.results} results or more of ${measured(expression.measurement)}${within(expression.withinMonths)} are ${test(expression.test, expression.measurement)}, at least ${days(expression.apartDays)} apart${expression.unbroken ? ', none between or after that is not' : ''}`;
    case 'count': return `${expression.results} results or more of ${measured(expression.measurement)}${expression.ofLast === null ? '' : `, of the newest ${expression.ofLast},`}${within(expression.withinMonths)} are ${test(expression.test, expression.measurement)}, at least ${days(expression.apartDays)} apart`;
    case 'measured-this-visit': return `${expression.results === 1 ? 'a result' : `${expression.results} results or more`} of this encounter, ${measured(expression.measurement)}, ${expression.results === 1 ? 'is' : 'are'} ${test(expression.test, expression.measurement)}`;
    case 'change': return changed(expression);
    case 'newest-visit': return `at the newest office visit${within(expression.withinMonths)} the lowest ${expression.allOf.map((part) => `${measured(part.measurement)} is ${test(part.test, part.measurement)}`).join(' and the lowest ')}`;
    case 'two-visits': return `at the newest and an earlier office visit${within(expression.withinMonths)} the lowest ${expression.anyOf.map((part) => `${measured(part.measurement)} is ${test(part.test, part.measurement)}`).join(', or the lowest ')}`;
    case 'documented-in-notes': return `a provider's note says so, as present or possible: ${group(expression.group)}`;
    case 'noted': return said(expression);
    case 'stated-in-notes': return `a sentence of this visit's notes holds ${expression.name}: one of ${words(expression.actions)} with one of ${words(expression.objects)}`;
    case 'taking': return `takes ${expression.name}${expression.forDays === null ? '' : `, for ${expression.forDays} days or more`}: ${words(expression.drugs)}${but(expression.except)}`;
    case 'ordered-this-visit': return `ordered or given at this encounter: ${expression.name} (${words(expression.terms)})`;
    case 'done': return happened(expression);
    case 'doses': return `${expression.atLeast === 1 ? 'a dose' : `${expression.atLeast} doses or more`} of ${expression.name}${expression.fromAgeDays === null ? '' : ` from the age of ${days(expression.fromAgeDays)}`}${within(expression.withinMonths)}${expression.sinceMonth === null ? '' : ` since the last first day of month ${expression.sinceMonth}`} (CVX ${expression.cvx.join(', ')}; or ${words(expression.words)})`;
    case 'declined': return `declined, deferred or contraindicated${within(expression.withinMonths)}: ${expression.name} (${words(expression.words)})`;
    case 'providers-disagree': return 'two providers of this visit contradict each other, and neither takes it back';
    case 'note-contradicts-itself': return 'one signed note of this visit contradicts itself, and does not resolve it';
  }
}

function within(months: number | null): string {
  return months === null ? '' : ` within ${months} months`;
}

function days(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

function age(atLeast: number | null, below: number | null): string {
  if (atLeast === null) return below === null ? 'any number of' : `less than ${below}`;
  return below === null ? `at least ${atLeast}` : `from ${atLeast}, below ${below},`;
}

function changed({ measurement, direction, by, times, withinDays, baseline }: ChangeExpression): string {
  const verb = { rise: 'rose', fall: 'fell', either: 'changed' }[direction];
  const amounts = [...(by === null ? [] : [`by ${by} ${measurement.unit}`]), ...(times === null ? [] : [`by a factor of ${times}`])];
  return `${measured(measurement)} ${verb} ${amounts.join(' or ')} or more within ${days(withinDays)}, up to a result of this encounter${baseline ? '; a value that a note calls the baseline counts whatever its date' : ''}`;
}

function said({ name, words: of, beside, except, by, visit, is }: NotedExpression): string {
  const whose = { provider: "a provider's note", 'other-clinician': "a nurse's or other clinician's note", anyone: 'a note' }[by];
  const how = { affirmed: 'says', ever: 'says, of now or of the past,', denied: 'denies', either: 'says or denies' }[is];
  return `${whose}${visit === 'this' ? ' of this visit' : ''} ${how} ${name}: ${words(of)}${beside.length === 0 ? '' : `, beside one of ${words(beside)}`}${but(except)}`;
}

function happened({ name, codes, words: of, except, kinds, withinMonths, times }: DoneExpression): string {
  const coded = Object.entries(codes).map(([system, its]) => `${SYSTEMS[system as keyof DoneExpression['codes']]} ${its.join(', ')}`);
  return `done${times === 1 ? '' : ` ${times} times`}${withinMonths === null ? ', ever' : within(withinMonths)}: ${name} (${[...coded, ...(of.length === 0 ? [] : [words(of)])].join('; ')}${but(except)}; in ${kinds.join(', ')} and notes)`;
}

const SYSTEMS: Record<keyof DoneExpression['codes'], string> = { loinc: 'LOINC', cvx: 'CVX', hcpcs: 'HCPCS', icd10: 'ICD-10-CM', rxnorm: 'RxNorm' };

function but(except: readonly string[]): string {
  return except.length === 0 ? '' : `, but not beside ${words(except)}`;
}

function group({ name, icd10, terms }: CodeGroup): string {
  return `${name} (${icd10.length > 0 ? icd10.join(', ') : words(terms)})`;
}

function measured({ name, loinc, computedFrom }: Measurement): string {
  if (loinc.length === 0) return `${name} (told in notes)`;
  return `${name} (LOINC ${loinc.join(', ')}${computedFrom ? '; where none is recorded, from weight and height' : ''})`;
}

function test({ is, value }: Test, { unit }: Measurement): string {
  const amount = `${value} ${unit.replaceAll(/[{}[\]]/g, '')}`;
  switch (is) {
    case 'at-least': return `${amount} or more`;
    case 'above': return `above ${amount}`;
    case 'at-most': return `${amount} or less`;
    case 'below': return `below ${amount}`;
  }
}

function words(terms: readonly string[]): string {
  return terms.map((term) => `“${term}”`).join(', ');
}
