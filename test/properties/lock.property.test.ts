import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageRange } from '../../src/domain/coding/lock/age.ts';
import { lockCodes, type LockContext } from '../../src/domain/coding/lock/lock.ts';
import { proposeCodes } from '../../src/domain/coding/propose.ts';
import { dotted, undotted } from '../../src/domain/coding/tabular.ts';
import { DEFAULT_POLICY, type EncounterSetting, type Suggestion } from '../../src/domain/model/index.ts';
import { decodeCore } from '../../src/knowledge/core-asset.ts';
import { codesOf } from '../../src/knowledge/import/by-rule.ts';
import { CORE_ASSET, loadKnowledge } from '../../src/knowledge/node/index.ts';
import { chart } from '../support/chart.ts';
import { suggested } from '../support/suggested.ts';

const knowledge = await loadKnowledge();
const [instructions, edits] = [knowledge.instructions!, knowledge.edits!];
/** The published lists, by the importer's own rule: not by the lookup that the lock asks. */
const tabular = decodeCore(gunzipSync(readFileSync(CORE_ASSET)));
const published = new Map(tabular.releases.map(({ release, bit }) => [release, codesOf(tabular, bit)]));
const [fy2026, fy2027] = ['FY2026', 'FY2027'].map((release) => published.get(release)!) as [ReturnType<typeof codesOf>, ReturnType<typeof codesOf>];

const dottedAll = (codes: Iterable<string>) => [...codes].map(dotted);
const everBillable = dottedAll(new Set([...fy2026.billable, ...fy2027.billable]));
const oneReleaseOnly = dottedAll([...fy2026.billable].filter((code) => !fy2027.billable.has(code)).concat([...fy2027.billable].filter((code) => !fy2026.billable.has(code))));
const headers = dottedAll(new Set([...fy2026.headers, ...fy2027.headers]));
const RELATED = ['E10.9', 'E11.9', 'E11.42', 'G63', 'R73.03', 'Z87.891', 'F17.210', 'F02.80', 'G30.9', 'J06.9', 'J02.0', 'D63.1', 'N18.9', 'H28', 'Z00.129', 'O24.410', 'Z38.00', 'I25.10'];

const codes = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...everBillable) },
  { weight: 2, arbitrary: fc.constantFrom(...oneReleaseOnly) },
  { weight: 2, arbitrary: fc.constantFrom(...headers) },
  { weight: 2, arbitrary: fc.constantFrom(...RELATED) },
  { weight: 2, arbitrary: fc.tuple(fc.constantFrom(...everBillable), fc.constantFrom('A', 'B', 'D', 'K', 'P', 'S', 'X', '0', '1', '9', 'Z')).map(([code, last]) => code.slice(0, -1) + last) },
  { weight: 1, arbitrary: fc.tuple(fc.constantFrom(...headers), fc.constantFrom('A', 'XA', 'XXD', 'X', '9')).map(([code, more]) => dotted(undotted(code) + more)) },
  { weight: 1, arbitrary: fc.constantFrom(...everBillable).map((code) => code.toLowerCase()) },
  { weight: 1, arbitrary: fc.string({ maxLength: 8 }) },
);
const days = fc.constantFrom('2025-10-01', '2026-03-31', '2026-09-30', '2026-10-01', '2027-09-30');
const births = fc.constantFrom(null, '1931-02-03', '1958', '1990-06', '2011-06-01', '2016-11-30', '2026-01-01');
const settings = fc.constantFrom<EncounterSetting>('office', 'ed', 'observation', 'inpatient');
const visits = fc.record({ day: days, born: births, setting: settings, charted: fc.array(codes, { maxLength: 3 }) });
const actions = fc.constantFrom<Suggestion['action']>('add', 'add', 'specify', 'remove');
const suggestions = fc.array(fc.record({ code: codes, action: actions, confidence: fc.constantFrom(0.4, 0.6, 0.9) }), { minLength: 1, maxLength: 6 });

describe('nothing invalid for the day of service leaves', () => {
  it('in ten thousand visits with headers, wrong seventh characters, deleted and future codes', { timeout: 60_000 }, () => {
    fc.assert(fc.property(visits, suggestions, (visit, asked) => {
      const made = asked.map(({ code, ...rest }) => suggested(code, { ...rest, ...(rest.action === 'specify' ? { from: visit.charted[0] ?? 'E11.9' } : {}) }));
      const context = contextOf(visit);
      const { allowed, refused } = lockCodes(made, visit.charted, context);
      expect(faults(allowed, visit, context)).toEqual([]);
      expect(new Set([...allowed, ...refused.map(({ suggestion }) => suggestion)])).toEqual(new Set(made));
    }), { numRuns: 10_000 });
  });

  it('in visits whose notes name such codes, through the whole proposal', { timeout: 60_000 }, () => {
    const said = fc.array(fc.tuple(codes, fc.constantFrom('present' as const, 'absent' as const, 'possible' as const, 'historical' as const)), { minLength: 1, maxLength: 5 });
    fc.assert(fc.property(visits, said, (visit, sayings) => {
      const plain = chart().asOf(`${visit.day}T09:40:00-05:00`).setting(visit.setting).note(sayings.map((_, at) => `Condition ${at} is here.`).join('\n'));
      const aged = visit.born === null ? plain : plain.born(visit.born);
      const noted = sayings.reduce((all, [code, status], at) => all.says(code, status, `Condition ${at}`, 'assessment'), aged);
      const built = visit.charted.reduce((all, code) => all.encounterDiagnosis(code), noted);
      const { suggestions: proposed } = proposeCodes(built.build(), built.findings(), knowledge, DEFAULT_POLICY);
      expect(faults(proposed, visit, contextOf(visit))).toEqual([]);
    }), { numRuns: 3_000 });
  });

  it('and the check sees what the lock would have let through', () => {
    const visit = { day: '2026-03-01', born: '2011-06-01', setting: 'office' as const, charted: [] };
    const unlocked = ['I42.00', 'S52', 'S52.501', 'S52.501ZZ', 'j18.9', 'I25.10', 'E10.9', 'E11.9'].map((code) => suggested(code));
    expect(faults(unlocked, visit, contextOf(visit)).toSorted()).toEqual([
      'E10.9 beside E11.9', 'I25.10 is not for this age', 'I42.00 is not valid', 'S52 is not valid', 'S52.501 is not valid', 'S52.501ZZ is not valid', 'j18.9 is not valid',
    ]);
    expect(faults([suggested('F02.80'), suggested('G30.9')], visit, contextOf(visit))).toEqual(['F02.80 is first']);
    expect(faults([suggested('F02.80')], visit, contextOf(visit))).toEqual(['F02.80 is first']);
  });
});

interface Visit {
  readonly day: string;
  readonly born: string | null;
  readonly setting: EncounterSetting;
  readonly charted: readonly string[];
}

function contextOf({ day, born, setting }: Visit): LockContext {
  const codeSet = knowledge.codeSets.inForce(day)!;
  const otherReleases = ['2026-03-01', '2026-11-01'].map((other) => knowledge.codeSets.inForce(other)!).filter((other) => other !== codeSet);
  return { codeSet, otherReleases, age: ageRange(born, day), edits, instructions, setting };
}

/** What must not leave, told without the lock's own functions but for the tables. */
function faults(allowed: readonly Suggestion[], { day, charted }: Visit, { age }: LockContext): readonly string[] {
  const diagnoses = allowed.filter(({ action }) => action !== 'remove').map(({ code }) => code);
  const { billable } = day < '2026-10-01' ? fy2026 : fy2027;
  const isListed = (code: string) => billable.has(code.replace('.', '')) && (code.length === 3 || code[3] === '.');
  const invalid = diagnoses.filter((code) => !isListed(code));
  const ages = { newborn: [0, 0], pediatric: [0, 17], maternity: [9, 64], adult: [15, 124] } as const;
  const aged = diagnoses.filter((code) => {
    const edit = edits.age(code);
    return edit !== null && age !== null && !code.startsWith('P') && (age.most < ages[edit][0] || age.least > ages[edit][1]);
  });
  const excluded = diagnoses.flatMap((code, at) => diagnoses.slice(at + 1).flatMap((other) => (instructions.excludes1(code, other)?.narrow !== false ? [] : [`${code} beside ${other}`])));
  return [...invalid.map((code) => `${code} is not valid`), ...aged.map((code) => `${code} is not for this age`), ...excluded, ...firstFaults(allowed, charted.map((code) => dotted(undotted(code))).filter(isListed))];
}

/** A manifestation that would be first: alone, or before a disease that stands behind it. */
function firstFaults(allowed: readonly Suggestion[], charted: readonly string[]): readonly string[] {
  const isManifestation = (code: string) => edits.isManifestation(code);
  const [first, ...others] = allowed.filter(({ action }) => action === 'add').map(({ code }) => code);
  if (first === undefined || !isManifestation(first)) return [];
  const gone = new Set(allowed.flatMap(({ action, code, from }) => (action === 'remove' ? [code] : from === undefined ? [] : [from])));
  const elsewhere = [...allowed.filter(({ action }) => action === 'specify').map(({ code }) => code), ...charted.filter((code) => !gone.has(code))];
  const isDisease = (code: string) => /^[AC-N]/.test(code) && !isManifestation(code);
  const isAlone = ![...others, ...elsewhere].some((code) => !isManifestation(code));
  return isAlone || others.some(isDisease) ? [`${first} is first`] : [];
}
