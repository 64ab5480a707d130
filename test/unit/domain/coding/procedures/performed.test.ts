import { describe, expect, it } from 'vitest';
import { chart } from '../../../../support/chart.ts';
import { serviceCodes, servicesOf } from '../../../../support/services.ts';
import { DONE, LACKING, NOT_DONE } from './cases.ts';

describe('services that the note shows done', () => {
  it.each(DONE.map(([note, codes, options]) => ({ note, codes, options })))('$note → $codes', ({ note, codes, options }) => {
    expect(serviceCodes(note, options)).toEqual(codes.split(' '));
  });

  it('each carries the words that show it, its authority and its title', () => {
    const joint = servicesOf('Right knee injected with 40 mg Kenalog.').performed.find(({ code }) => code === '20610');
    expect(joint).toMatchObject({ code: '20610', system: 'cpt', kind: 'procedure', globalDays: 0, evidence: [{ kind: 'quote', quote: 'Right knee injected with 40 mg Kenalog.', marks: [{ start: 6, end: 10 }] }] });
  });
});

describe('look-alikes: planned, ordered, refused, elsewhere, another day, or without a number', () => {
  it.each(NOT_DONE.map(([note, options]) => ({ note, options })))('$note', ({ note, options }) => {
    expect(serviceCodes(note, options)).toEqual([]);
  });

  it('of a student, a patient, a draft: nothing', () => {
    expect(serviceCodes('Right knee injected with 40 mg Kenalog.', { role: 'student' })).toEqual([]);
    expect(serviceCodes('Flu shot given today.', { role: 'patient' })).toEqual([]);
  });

  it('a nurse gives vaccines, and does no joint injection', () => {
    expect(serviceCodes('Tdap given, L deltoid.', { role: 'nurse', age: 40 })).toEqual(['90471', '90715']);
    expect(serviceCodes('Right knee injected with 40 mg Kenalog.', { role: 'nurse' })).not.toContain('20610-RT');
  });

  it('in an emergency department drugs and tests are the facility’s, a repair is the physician’s', () => {
    const ed = { type: 'ed' } as const;
    expect(serviceCodes('Toradol 30 mg IM given. Rapid strep positive.', ed)).toEqual([]);
    expect(serviceCodes('2 cm laceration of the scalp closed with 3 staples.', ed)).toEqual(['12001']);
  });
});

describe('done, and a fact is missing', () => {
  it.each(LACKING)('%s', (note, what, codes) => {
    const { refused } = servicesOf(note);
    expect(refused.map((one) => one.what).join(' ')).toMatch(what);
    expect(serviceCodes(note)).toEqual(codes === '' ? [] : codes.split(' '));
  });
});

describe('Immunizations of the chart', () => {
  const given = (cvx: string, more: { readonly status?: string; readonly encounter?: string | null; readonly date?: string } = {}) => {
    const built = chart().build();
    return { ...built, immunizations: [{
      source: { reference: 'Immunization/1', version: '1' }, status: more.status ?? 'completed', codings: [{ system: 'http://hl7.org/fhir/sid/cvx', code: cvx, display: null }], text: null,
      date: more.date ?? '2026-10-21', encounter: more.encounter === undefined ? 'Encounter/visit' : more.encounter,
    }] };
  };

  it.each([['115', ['90471', '90715']], ['03', ['90471', '90707']], ['187', ['90471', '90750']], ['140', ['90471', '90656']], ['309', ['90480', '91320']]])('CVX %s', (cvx, codes) => {
    expect(serviceCodes('Doing well.', { age: 60, chart: given(cvx) })).toEqual(codes);
  });

  it('said in the note as well, it counts once', () => {
    expect(serviceCodes('Flu shot given today.', { age: 60, chart: given('135') })).toEqual(['90471', '90662']);
  });

  it('not done, of another encounter, of another day: nothing', () => {
    expect(serviceCodes('Well.', { chart: given('115', { status: 'not-done' }) })).toEqual([]);
    expect(serviceCodes('Well.', { chart: given('115', { encounter: 'Encounter/other' }) })).toEqual([]);
    expect(serviceCodes('Well.', { chart: given('115', { encounter: null, date: '2019-04-01' }) })).toEqual([]);
  });

  it('of a kind that the tables do not know: given, and the product is refused', () => {
    const { performed, refused } = servicesOf('Well.', { chart: given('999') });
    expect(performed.map(({ code }) => code)).toEqual(['90471']);
    expect(refused.map(({ what }) => what)).toEqual(['Vaccine']);
  });
});
