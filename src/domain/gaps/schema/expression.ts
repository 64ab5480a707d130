import type { Expression } from '../operators/expression.ts';
import { ASSERTION_STATUSES } from '../../model/index.ts';
import { choice, isRecord, listOf, mapOf, number, orNull, record, text, truth, whole, type Check, type Fault } from './check.ts';

/** An expression of the closed language, however deep; deeper than any rule is, it is a mistake. */
export const expression: Check = (value, at) => {
  if (at.split('/of').length > DEEPEST) return [{ at, says: 'This is nested too deep.' }];
  if (!isRecord(value)) return [{ at, says: 'An expression must stand here: an object with "op".' }];
  const faults = choice(...Object.keys(OPERATORS))(value['op'], `${at}/op`);
  return faults.length > 0 ? faults : checkFields(value, at);
};

const DEEPEST = 20;

function checkFields(value: Readonly<Record<string, unknown>>, at: string): readonly Fault[] {
  const { op, ...fields } = value;
  return record(OPERATORS[op as Expression['op']])(fields, at);
}

const months = whole;
const month: Check = (value, at) => (Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 12 ? [] : [{ at, says: 'A month must stand here, 1 to 12.' }]);
const texts = listOf(text);
const someTexts = listOf(text, 1);

const group = record({ name: text, icd10: texts, terms: texts, except: texts });

const measurementFields: Readonly<Record<string, Check>> = {
  name: text, loinc: texts, unit: text, units: choice('ucum', 'listed'), conversions: listOf(record({ from: text, times: number, plus: number })),
  plausible: (value, at) => (Array.isArray(value) && value.length === 2 ? listOf(number)(value, at) : [{ at, says: 'Two numbers belong here: the least and the most that is plausible.' }]),
  category: choice('vital-signs', 'laboratory', 'survey', 'imaging', 'procedure'),
};

const measured = record(measurementFields);

export const measurement: Check = record({ ...measurementFields, computedFrom: record({ weight: measured, height: measured, heightFromAge: whole }) }, ['computedFrom']);

const test = record({ is: choice('at-least', 'above', 'at-most', 'below'), value: number });

const OPERATORS: { readonly [Op in Expression['op']]: Readonly<Record<Exclude<keyof Extract<Expression, { op: Op }>, 'op'>, Check>> } = {
  all: { of: listOf((value, at) => expression(value, at), 1) },
  any: { of: listOf((value, at) => expression(value, at), 1) },
  not: { of: (value, at) => expression(value, at) },
  'at-least-of': { count: whole, of: listOf((value, at) => expression(value, at), 1) },
  'cannot-tell-where': { why: text, of: (value, at) => expression(value, at) },
  'setting-is': { setting: choice('office', 'ed', 'observation', 'inpatient') },
  'age-at-least': { years: whole },
  'age-between': { unit: choice('years', 'months'), atLeast: orNull(whole), below: orNull(whole) },
  'sex-is': { sex: choice('female', 'male') },
  'in-months': { from: month, through: month },
  'has-active': { group, withinMonths: orNull(months) },
  assessed: { group, statuses: listOf(choice(...ASSERTION_STATUSES)) },
  'documented-in-notes': { group },
  latest: { measurement, withinMonths: months, test },
  'latest-says': { name: text, loinc: listOf(text, 1), answers: someTexts, withinMonths: months },
  persistent: { measurement, withinMonths: months, results: whole, apartDays: whole, unbroken: truth, test },
  count: { measurement, withinMonths: months, results: whole, ofLast: orNull(whole), apartDays: whole, test },
  'measured-this-visit': { measurement, results: whole, test },
  change: { measurement, direction: choice('rise', 'fall', 'either'), by: orNull(number), times: orNull(number), withinDays: whole, baseline: truth },
  'newest-visit': { withinMonths: months, allOf: listOf(record({ measurement, test }), 1) },
  'two-visits': { withinMonths: months, anyOf: listOf(record({ measurement, test }), 1) },
  noted: { name: text, words: someTexts, beside: texts, except: texts, by: choice('provider', 'other-clinician', 'anyone'), visit: choice('this', 'any'), is: choice('affirmed', 'ever', 'denied', 'either') },
  'stated-in-notes': { name: text, actions: someTexts, objects: someTexts },
  'ordered-this-visit': { name: text, terms: someTexts },
  taking: { name: text, drugs: someTexts, except: texts, forDays: orNull(whole) },
  done: {
    name: text, codes: mapOf(texts, ['loinc', 'cvx', 'hcpcs', 'icd10', 'rxnorm']), words: texts, except: texts,
    kinds: listOf(choice('Procedure', 'Observation', 'DiagnosticReport', 'Immunization', 'MedicationRequest', 'Condition'), 1), withinMonths: orNull(months), times: whole,
  },
  doses: { name: text, cvx: texts, words: texts, atLeast: whole, fromAgeDays: orNull(whole), withinMonths: orNull(months), sinceMonth: orNull(month) },
  declined: { name: text, words: someTexts, withinMonths: months },
  'providers-disagree': {},
  'note-contradicts-itself': {},
};
