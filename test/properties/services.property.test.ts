import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { serviceEntry } from '../../src/domain/coding/services/pack.ts';
import { DRUG_CODES } from '../../src/domain/coding/services/drug-codes.ts';
import { VACCINES } from '../../src/domain/coding/services/vaccine-codes.ts';
import { DONE } from '../unit/domain/coding/procedures/cases.ts';
import { serviceCodes, servicesOf } from '../support/services.ts';

/** Things that can be planned, as they are named. */
const SERVICES = ['flu shot', 'Tdap', 'Shingrix', 'Prevnar 20', 'right knee injection with 40 mg Kenalog', 'Toradol 60 mg IM', 'ceftriaxone 1 g IM', 'B12 1000 mcg IM', 'ECG', 'spirometry', 'rapid strep', 'punch biopsy of the back', 'excision of 1 cm epidermoid cyst of the back',
  'I&D of abscess', 'cryotherapy of 3 AKs', 'Nexplanon insertion', 'Mirena insertion', 'endometrial biopsy', 'impacted cerumen removal with curette', 'laceration repair', 'OMT to cervical spine', 'trigger point injections in two muscles', 'PPD', 'Foley catheter', 'DuoNeb', 'Prolia 60 mg SC', 'tympanometry', 'bladder scan', 'ASQ-3'];
const NOT_NOW = [
  (one: string) => `Will do ${one} next visit.`, (one: string) => `Plan: ${one} in 2 weeks.`, (one: string) => `Schedule ${one}.`, (one: string) => `Ordered ${one}.`, (one: string) => `Recommend ${one}.`, (one: string) => `If no better, ${one}.`, (one: string) => `She declined ${one}.`,
  (one: string) => `Discussed ${one}.`, (one: string) => `Refer for ${one}.`, (one: string) => `${one} due.`, (one: string) => `Return for ${one}.`, (one: string) => `Consider ${one} if symptoms persist.`, (one: string) => `PMH: ${one} in 2019.`, (one: string) => `${one} not done today.`, (one: string) => `Awaiting ${one}.`, (one: string) => `Offered ${one}, will think about it.`,
];

describe('what is not done has no service', () => {
  it('no service comes from a sentence in the future, an order, a refusal, a condition or the past', () => {
    fc.assert(fc.property(fc.constantFrom(...SERVICES), fc.constantFrom(...NOT_NOW), fc.boolean(), (service, say, inPlan) => {
      expect(serviceCodes(`${inPlan ? 'ASSESSMENT AND PLAN\n' : ''}${say(service)}`, { age: 40 })).toEqual([]);
    }), { numRuns: 900 });
  });

  it('whatever is written, every code is of the pack, its units are whole, and its words stand in the note', () => {
    const words = fc.array(fc.constantFrom('given', 'today', 'injected', 'right', 'knee', '40', 'mg', 'Kenalog', '.', ',', ';', 'Flu', 'shot', '\n', 'Procedure:', 'IM', '(', ')', '3 cm', 'laceration', 'sutured', 'with', 'x', '2', 'AKs', 'frozen', 'ECG', 'NSR', 'and', 'not', 'Plan:', '15', 'minutes', 'tobacco', 'counseling'), { maxLength: 60 });
    fc.assert(fc.property(words, fc.constantFrom('medicare', 'commercial', 'unknown'), (parts, payer) => {
      const text = parts.join(' ');
      for (const { code, units, evidence, because } of servicesOf(text, { payer, age: 50 }).performed) {
        expect(serviceEntry(code)).not.toBeNull();
        expect(Number.isInteger(units) && units > 0).toBe(true);
        expect(because).not.toBe('');
        for (const one of evidence) if (one.kind === 'quote') expect(text.slice(one.start, one.end)).toBe(one.quote);
      }
    }), { numRuns: 400 });
  });

  it('hostile text takes linear time', () => {
    for (const unit of ['given ', 'BMI 3 ', 'knee ', '1 2 3 ', 'laceration 3 cm ', '((((', 'Procedure:\n', 'counsel ', ', ', 'vaccine, ', 'Kenalog 40 ']) {
      const start = performance.now();
      servicesOf(unit.repeat(Math.ceil(100_000 / unit.length)));
      expect(performance.now() - start, unit).toBeLessThan(3000);
    }
  });
});

describe('the tables', () => {
  it('a vaccine’s product and a drug’s code stand once', () => {
    const products = VACCINES.flatMap(([, code]) => (code === null ? [] : [code]));
    expect(new Set(products).size).toBe(products.length);
    expect(new Set(DRUG_CODES.map(([code]) => code)).size).toBe(DRUG_CODES.length);
    expect(DRUG_CODES.length).toBeGreaterThanOrEqual(60);
  });

  it('every service of a case is one of the pack', () => {
    for (const [, codes] of DONE) for (const code of codes.split(' ')) expect(serviceEntry(code.split(/[-x]/)[0] ?? ''), code).not.toBeNull();
  });
});
