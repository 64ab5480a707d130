import { describe, expect, it } from 'vitest';
import { levelRecord } from '../../../../../src/cli/em.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';
import { cpuTime } from '../../../../support/cpu-time.ts';
import { OFFICE_CASES } from './office-cases.ts';
import { HOSPITAL_CASES } from './hospital-cases.ts';
import { PROBLEM_CASES } from './problem-cases.ts';
import { PREVENTIVE_CASES } from './preventive-cases.ts';
import { SPECIALTY_CASES } from './specialty-cases.ts';
import { TERSE_CASES } from './terse-cases.ts';
import { TRAP_CASES } from './trap-cases.ts';
import { DECISION_CASES } from './decision-cases.ts';
import { LOOK_ALIKES } from './look-alikes.ts';
import { UNSEEN_CASES } from './unseen-cases.ts';
import { WORDING_CASES } from './wording-cases.ts';
import type { VisitCase } from './visit-case.ts';

const knowledge = await loadKnowledge();

describe.each([
  ['an office visit', OFFICE_CASES],
  ['a hospital or emergency visit', HOSPITAL_CASES],
  ['a preventive visit', PREVENTIVE_CASES],
  ['a visit of a specialty', SPECIALTY_CASES],
  ['a terse note', TERSE_CASES],
  ['a trap', TRAP_CASES],
  ['another wording', WORDING_CASES],
  ['a note of another hand', UNSEEN_CASES],
  ['what a problem is', PROBLEM_CASES],
  ['what was reviewed and decided', DECISION_CASES],
  ['a look-alike', LOOK_ALIKES],
])('%s', (_, cases) => {
  it.each(cases.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    expect(levelled(one)).toMatchObject(expected(one));
  });
});

it('quotes the words behind every cell, verbatim', () => {
  const quoted = [...OFFICE_CASES, ...HOSPITAL_CASES].flatMap((one) => level(one).why.map(({ quote, start, end }) => [quote, start === null || end === null ? null : one.note.slice(start, end)]));
  expect(quoted.length).toBeGreaterThan(200);
  expect(quoted.filter(([quote, words]) => quote !== words)).toEqual([]);
});

it('never tells what would raise the level', () => {
  const said = [...OFFICE_CASES, ...HOSPITAL_CASES, ...PREVENTIVE_CASES, ...LOOK_ALIKES].flatMap((one) => level(one).why.map(({ says }) => says)).join('\n');
  expect(said).not.toMatch(/\b(?:would|could|needs? (?:one|another)|to reach|more (?:tests|minutes|data) (?:for|to))\b/i);
});

it('levels a note of a few pages in a few milliseconds', () => {
  const note = OFFICE_CASES.map((one) => one.note).join('\n\n').slice(0, 8000);
  level({ name: 'warm', note, code: null });
  const took = cpuTime(() => { for (let run = 0; run < 5; run++) level({ name: 'long', note, code: null }); });
  expect(took / 5).toBeLessThan(150);
});

function level({ note, setting = 'office', patient = 'established', age, payer }: VisitCase) {
  return levelRecord({ id: 1, note, setting, patientType: patient, ...(age === undefined ? {} : { age }), ...(payer === undefined ? {} : { payer }) }, knowledge);
}

function levelled(one: VisitCase) {
  const { code, problems, data, risk, byTime, minutes, modifiers, also } = level(one);
  return { code, grid: `${problems} ${data} ${risk}`, byTime, minutes, modifiers, also };
}

function expected({ code, grid, byTime, minutes, modifiers, also }: VisitCase) {
  return { code, ...(grid === undefined ? {} : { grid }), ...(byTime === undefined ? {} : { byTime }), ...(minutes === undefined ? {} : { minutes }), ...(modifiers === undefined ? {} : { modifiers }), ...(also === undefined ? {} : { also }) };
}
