import { describe, expect, it } from 'vitest';
import { draftClaim } from '../../../../../src/domain/coding/claim/draft-claim.ts';
import { routedToCompliance } from '../../../../../src/domain/coding/claim/billed.ts';
import { suggestedServices, suggestedVisit } from '../../../../../src/domain/coding/claim/suggested-services.ts';
import { serviceEntry } from '../../../../../src/domain/coding/services/pack.ts';
import type { Chart, ClaimDraft, ClaimLineFact, EncounterFacts, Evidence, PerformedService, Services, Suggestion, VisitLevel } from '../../../../../src/domain/model/index.ts';
import { chart, claim, condition, quote, specified, suggestion } from '../../../../support/writing.ts';

const nothing: Services = { performed: [], refused: [] };

function performed(code: string, more: Partial<PerformedService> = {}): PerformedService {
  const entry = serviceEntry(code);
  if (entry === null) throw new Error(`The pack has no ${code}.`);
  return { ...entry, kind: 'procedure', units: 1, modifiers: [], evidence: [said(entry.title)], because: 'It was done.', authority: 'CPT 2026', globalDays: null, ...more };
}

function said(words: string, start = 0): Evidence {
  return { ...quote, kind: 'quote', start, end: start + words.length, quote: words, marks: [] } as Evidence;
}

function level(code: string | null, more: Partial<VisitLevel> = {}): VisitLevel {
  return { code, title: code === null ? null : `Visit ${code}`, problems: null, data: null, risk: null, byTime: false, minutes: null, modifiers: [], also: [], why: [], ...more };
}

function added(code: string, title = `Title of ${code}`): Suggestion { return suggestion('add', code, { title }); }

function stay(kind: EncounterFacts['setting'], more: Partial<Chart> = {}): Chart {
  const base = chart(more);
  return { ...base, encounter: { ...base.encounter, setting: kind } };
}

function line(sequence: number, code: string, more: Partial<ClaimLineFact> = {}): ClaimLineFact {
  return { sequence, coding: { system: 'http://www.ama-assn.org/go/cpt', code, display: null }, modifiers: [], units: 1, pointers: [1], serviced: '2026-11-20', ...more };
}

const told = ({ lines }: ClaimDraft) => lines.map(({ code, modifiers, units, pointers }) => `${[code, ...modifiers].join('-')} ×${units} → ${pointers.join(',')}`);
const codes = ({ diagnoses }: ClaimDraft) => diagnoses.map(({ code }) => code);
const draft = (on: Chart, suggestions: readonly Suggestion[], performedHere: readonly PerformedService[] = [], visitLevel: VisitLevel | null = null) =>
  draftClaim(on, { suggestions, services: { performed: performedHere, refused: [] }, visitLevel });

describe('the diagnoses of a draft', () => {
  it('come as the encounter lists them, then what is added', () => {
    const on = chart({ conditions: [condition('a', 'E78.5'), condition('b', 'I10')], encounter: { ...chart().encounter, diagnoses: ['Condition/b', 'Condition/a'] } });
    expect(codes(draft(on, [added('E66.9')]))).toEqual(['I10', 'E78.5', 'E66.9']);
  });

  it('keep the order of the standing draft, and a specified code takes the place of what it replaces', () => {
    const diabetes = condition('a', 'E11.9');
    const on = chart({ conditions: [condition('b', 'I10'), diabetes], claims: [claim('k1', ['E11.9', 'I10'])] });
    expect(codes(draft(on, [specified('E11.9', 'E11.65', diabetes)]))).toEqual(['E11.65', 'I10']);
  });

  it('are one where two become the same code', () => {
    const one = condition('a', 'E11.9');
    const on = chart({ conditions: [one, condition('b', 'E11.65')] });
    expect(codes(draft(on, [specified('E11.9', 'E11.65', one)]))).toEqual(['E11.65']);
  });

  it('are called as the code set calls them, where it does', () => {
    const titled = draftClaim(chart({ claims: [claim('k1', ['I10', 'Q99.9'])] }), { suggestions: [], services: nothing, visitLevel: null, titleOf: (code) => (code === 'I10' ? 'Essential (primary) hypertension' : null) });
    expect(titled.diagnoses.map(({ title }) => title)).toEqual(['Essential (primary) hypertension', '']);
  });

  it('lose what is removed', () => {
    const on = chart({ conditions: [condition('a', 'I21.4'), condition('b', 'I10')] });
    expect(codes(draft(on, [suggestion('remove', 'I21.4')]))).toEqual(['I10']);
  });

  it('are put in order where no draft has one', () => {
    const parts = { suggestions: [added('I50.9'), added('I11.0')], services: nothing, visitLevel: null, order: <T extends { readonly code: string }>(all: readonly T[]) => all.toSorted((a, b) => a.code.localeCompare(b.code)) };
    expect(codes(draftClaim(chart(), parts))).toEqual(['I11.0', 'I50.9']);
    const kept = draftClaim(chart({ claims: [claim('k1', ['I50.9'])] }), { ...parts, suggestions: [added('I11.0')] });
    expect(codes(kept)).toEqual(['I50.9', 'I11.0']);
    expect(kept.notes.join(' ')).toContain('I11.0 would come first');
  });

  it('are twelve at most on a professional claim, and each further one is refused with the reason', () => {
    const many = Array.from({ length: 14 }, (_, index) => added(`M${10 + index}.0`));
    const { diagnoses, refused } = draft(chart(), many);
    expect(diagnoses).toHaveLength(12);
    expect(refused.map(({ what }) => what.slice(0, 5))).toEqual(['M22.0', 'M23.0']);
    expect(refused[0]?.why).toContain('twelve');
  });

  it('tell on a stay whether they were present on admission, and only there', () => {
    const poaOf = (code: string) => (code === 'N17.9' ? 'N' as const : 'Y' as const);
    const parts = { suggestions: [added('J18.9'), added('N17.9')], services: nothing, visitLevel: null, poaOf };
    expect(draftClaim(stay('inpatient'), parts).diagnoses.map(({ poa }) => poa)).toEqual(['Y', 'N']);
    expect(draftClaim(stay('observation'), parts).diagnoses.map(({ poa }) => poa)).toEqual([null, null]);
  });
});

describe('the kind of claim', () => {
  it.each([['office', 'professional'], ['ed', 'professional'], ['observation', 'professional'], ['inpatient', 'institutional']] as const)('%s: %s', (setting, kind) => {
    expect(draft(stay(setting), [added('I10')]).kind).toBe(kind);
  });

  it('of a stay is the physician\'s own where the draft says so', () => {
    expect(draft(stay('inpatient', { claims: [claim('k1', ['I10'])] }), []).kind).toBe('professional');
  });

  it('institutional: has no lines, and says what it leaves out', () => {
    const { lines, refused, notes } = draft(stay('inpatient'), [added('J90')], [performed('32555')], level('99232'));
    expect(lines).toEqual([]);
    expect(refused.map(({ what }) => what.slice(0, 5))).toEqual(['99232', '32555']);
    expect(notes[0]).toContain('ICD-10-PCS');
  });
});

describe('lines point to what they are done for', () => {
  it.each<[string, readonly Suggestion[], PerformedService, readonly string[]]>([
    ['a vaccine to Z23', [added('I10'), added('Z23')], performed('90471', { kind: 'vaccine-administration' }), ['90471 ×1 → 2']],
    ['a knee injection to the arthritis of that side', [added('M17.12', 'Unilateral primary osteoarthritis, left knee'), added('M17.11', 'Unilateral primary osteoarthritis, right knee')], performed('20610', { modifiers: ['RT'] }), ['20610-RT ×1 → 2']],
    ['of two joints, to the one that the words name', [added('M75.101', 'Unspecified rotator cuff tear, right shoulder'), added('M17.11', 'Unilateral primary osteoarthritis, right knee')], performed('20610', { modifiers: ['RT'], evidence: [said('Right knee injected with triamcinolone 40 mg.')] }), ['20610-RT ×1 → 2']],
    ['an A1c to diabetes, not to hypertension', [added('I10'), added('E11.22')], performed('83036', { kind: 'test' }), ['83036 ×1 → 2']],
    ['counseling to the tobacco use', [added('J44.9'), added('F17.210')], performed('99406', { kind: 'counseling' }), ['99406 ×1 → 2']],
    ['a screening to its Z code', [added('I10'), added('Z13.31')], performed('G0444', { kind: 'counseling' }), ['G0444 ×1 → 2']],
    ['an injection without a table row to the problem that its words name', [added('I10', 'Essential (primary) hypertension'), added('D51.0', 'Vitamin B12 deficiency anemia')], performed('96372', { kind: 'injection', evidence: [said('Vitamin B12 1000 mcg IM given for her deficiency.')] }), ['96372 ×1 → 2']],
  ])('%s', (_, suggestions, service, expected) => {
    expect(told(draft(chart(), suggestions, [service]))).toEqual(expected);
  });

  it('to nothing where nobody can tell, and says so', () => {
    const made = draft(chart(), [added('I10'), added('E78.5')], [performed('69210')]);
    expect(told(made)).toEqual(['69210 ×1 → ']);
    expect(made.notes.join(' ')).toContain('69210 points to no diagnosis');
  });

  it('four at most, and never a visit to the reason for a vaccine while it treats something', () => {
    const made = draft(chart(), ['Z23', 'I10', 'E78.5', 'E66.9', 'F32.9', 'K21.9'].map((code) => added(code)), [], level('99214'));
    expect(told(made)).toEqual(['99214 ×1 → 2,3,4,5']);
  });

  it('a preventive visit to its examination first, the problem beside it to the problem', () => {
    const visit = level('99396', { also: [{ code: '99213', units: 1, modifiers: ['25'] }] });
    expect(told(draft(chart(), [added('I10'), added('Z00.01')], [], visit))).toEqual(['99396 ×1 → 2,1', '99213-25 ×1 → 1']);
  });

  it('a drug where the injection points that is told in the same sentence', () => {
    const words = said('Right knee injected with triamcinolone 40 mg.', 100);
    const made = draft(chart(), [added('M17.11', 'Unilateral primary osteoarthritis, right knee'), added('I10')], [performed('20610', { modifiers: ['RT'], evidence: [words] }), performed('J3301', { kind: 'drug', units: 4, evidence: [{ ...words }] })]);
    expect(told(made)).toEqual(['20610-RT ×1 → 1', 'J3301 ×4 → 1']);
  });

  it('are refused where the visit has no diagnosis at all', () => {
    const made = draft(chart(), [], [performed('93000')]);
    expect(made.lines).toEqual([]);
    expect(made.refused[0]?.why).toContain('points to a diagnosis');
  });
});

describe('modifier 25', () => {
  it.each<[string, PerformedService, string]>([
    ['beside a procedure', performed('20610', { modifiers: ['RT'], globalDays: 0 }), '99213-25'],
    ['beside the giving of a vaccine', performed('90471', { kind: 'vaccine-administration' }), '99213-25'],
    ['not beside a test', performed('93000', { kind: 'test' }), '99213'],
    ['not beside a drawing of blood', performed('36415'), '99213'],
  ])('%s', (_, service, visit) => {
    expect(draft(chart(), [added('M17.11'), added('Z23')], [service], level('99213')).lines[0]).toMatchObject({ code: visit.slice(0, 5), modifiers: visit.includes('-') ? ['25'] : [] });
  });

  it('and the longitudinal add-on go together only beside a vaccine', () => {
    const visit = level('99213', { also: [{ code: 'G2211', units: 1, modifiers: [] }] });
    const beside = (service: PerformedService) => draft(chart(), [added('I10'), added('M17.11'), added('Z23')], [service], visit);
    expect(beside(performed('G0008', { kind: 'vaccine-administration' })).lines.map(({ code }) => code)).toContain('G2211');
    const procedure = beside(performed('20610', { globalDays: 0 }));
    expect(procedure.lines.map(({ code }) => code)).not.toContain('G2211');
    expect(procedure.refused[0]?.what).toContain('G2211');
  });
});

describe('what stands on the draft', () => {
  const on = chart({ claims: [claim('k1', ['I10', 'M17.11'], { lines: [line(1, '99213', { modifiers: ['25'], pointers: [1] }), line(2, '20610', { modifiers: ['RT'], pointers: [2] }), line(3, '93283', { pointers: [1] })] })] });

  it('is kept with its pointers and not doubled', () => {
    expect(told(draft(on, [], [performed('20610', { modifiers: ['RT'] })]))).toEqual(['99213-25 ×1 → 1,2', '20610-RT ×1 → 2', '93283 ×1 → 1']);
  });

  it('shows the supported visit in the place of another one, and says so', () => {
    const made = draft(on, [], [], level('99214'));
    expect(told(made)[0]).toBe('99214-25 ×1 → 1,2');
    expect(made.notes.join(' ')).toMatch(/99213.*99214/);
  });

  it('keeps its visit where none is supported', () => {
    expect(told(draft(on, [], [], level(null)))[0]).toBe('99213-25 ×1 → 1,2');
  });

  it('keeps its units where the record shows others, and says so', () => {
    const drug = chart({ claims: [claim('k1', ['M17.11'], { lines: [line(1, 'J3301', { units: 1 })] })] });
    const made = draft(drug, [], [performed('J3301', { kind: 'drug', units: 4 })]);
    expect(told(made)).toEqual(['J3301 ×1 → 1']);
    expect(made.notes.join(' ')).toContain('×4');
  });

  it('leads its pointers to the specified code, and tells of a line whose diagnosis went', () => {
    const made = draft(on, [suggestion('specify', 'I11.9', { from: 'I10' }), suggestion('remove', 'M17.11')]);
    expect(codes(made)).toEqual(['I11.9']);
    expect(told(made)).toEqual(['99213-25 ×1 → 1', '20610-RT ×1 → ', '93283 ×1 → 1']);
  });

  it('carries the evidence of each line', () => {
    expect(draft(on, [], [], level('99214', { why: [{ element: 'problems', says: 'One.', evidence: [quote] }] })).lines.every(({ evidence }) => evidence.length > 0)).toBe(true);
  });
});

it.each([
  ['nobody is known to pay', [], 'No active coverage'],
  ['the coverage does not say who', [{ source: { reference: 'Coverage/c1', version: '1' }, status: 'active', payor: null, kind: null }], 'does not say who pays'],
] as const)('says where %s', (_, coverages, words) => {
  expect(draft(chart({ coverages }), [added('I10')]).notes.join(' ')).toContain(words);
  expect(draft(chart({ coverages: [{ source: { reference: 'Coverage/c2', version: '1' }, status: 'active', payor: 'Aetna', kind: null }] }), [added('I10')]).notes).toEqual([]);
});

it('a service that was performed and has no code stands among the refused lines with its reason', () => {
  const refused = [{ what: 'Joint injection', why: 'The joint is not named.', evidence: [quote] }];
  expect(draftClaim(chart(), { suggestions: [added('I10')], services: { performed: [], refused }, visitLevel: null }).refused).toEqual(refused);
});

describe('services as suggestions', () => {
  it('have units and modifiers, and come once', () => {
    const services = { performed: [performed('J3301', { kind: 'drug', units: 4 }), performed('20610', { modifiers: ['LT'] })], refused: [] };
    expect(suggestedServices(chart(), services).map(({ system, code, units, modifiers }) => [system, code, units, modifiers])).toEqual([['hcpcs', 'J3301', 4, []], ['cpt', '20610', 1, ['LT']]]);
    expect(suggestedServices(chart({ claims: [claim('k1', ['M17.12'], { lines: [line(1, '20610'), line(2, 'J3301', { units: 4 })] })] }), services)).toEqual([]);
  });

  it('a visit names the one on the draft whose place it would take', () => {
    const on = chart({ claims: [claim('k1', ['I10'], { lines: [line(1, '99213')] })] });
    expect(suggestedVisit(on, level('99214'))).toMatchObject([{ code: '99214', system: 'cpt', instead: '99213' }]);
    expect(suggestedVisit(on, level('99213'))).toEqual([]);
    expect(suggestedVisit(on, level(null))).toEqual([]);
  });
});

it('what changes a billed encounter goes to compliance; what is added does not', () => {
  const all = [added('I10'), suggestion('remove', 'E11.9')];
  const billed = chart({ claims: [claim('k1', ['E11.9'], { status: 'active' })] });
  expect(routedToCompliance(all, billed).map((one) => one.billed)).toEqual([undefined, true]);
  expect(routedToCompliance(all, chart())).toBe(all);
});
