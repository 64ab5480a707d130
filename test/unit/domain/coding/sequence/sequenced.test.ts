import { describe, expect, it } from 'vitest';
import type { SequenceContext } from '../../../../../src/domain/coding/sequence/precedence.ts';
import { sequenced } from '../../../../../src/domain/coding/sequence/sequenced.ts';
import { loadKnowledge } from '../../../../../src/knowledge/node/index.ts';

const { instructions, edits } = await loadKnowledge();
const inOrder = (codes: string, options: Partial<SequenceContext> = {}) =>
  sequenced(codes.split(' ').map((code) => ({ code })), { setting: 'office', instructions, edits, ...options }).map(({ code }) => code).join(' ');

describe('the order in which codes are reported', () => {
  it.each([
    ['etiology before manifestation (I.A.13)', 'F02.80 G30.9', 'G30.9 F02.80'],
    ['the disease is drawn forward, not the manifestation back', 'F02.80 I10 G30.9', 'G30.9 F02.80 I10'],
    ['hypertension and diabetes before the stage of kidney disease', 'N18.31 I12.9 E11.22', 'I12.9 E11.22 N18.31'],
    ['the heart disease code before its heart failure', 'I50.22 I11.0', 'I11.0 I50.22'],
    ['pregnancy before all else, its weeks behind (I.C.15.a.1)', 'D50.9 Z3A.22 O99.012', 'O99.012 D50.9 Z3A.22'],
    ['poisoning before its manifestation (I.C.19.e.5.b)', 'J96.01 T40.2X1A', 'T40.2X1A J96.01'],
    ['aspirin by mistake: the intent is the last character', 'K29.00 T39.011A', 'T39.011A K29.00'],
    ['adverse effect: its nature before the drug (I.C.19.e.5.a)', 'T45.515A R04.0', 'R04.0 T45.515A'],
    ['toxic effect first (I.C.19.e.5.d)', 'R06.03 T58.01XA', 'T58.01XA R06.03'],
    ['underdosing never first (I.C.19.e.5.c)', 'T46.5X6A I10', 'I10 T46.5X6A'],
    ['what is left before the injury that left it (I.B.10)', 'S52.501S M25.631', 'M25.631 S52.501S'],
    ['external causes last (I.C.20.a.6)', 'W19.XXXA Y92.009 S52.501A', 'S52.501A W19.XXXA Y92.009'],
    ['the organism behind the infection', 'B96.20 N39.0', 'N39.0 B96.20'],
    ['body mass index behind obesity', 'Z68.41 E66.01', 'E66.01 Z68.41'],
    ['drug status behind what is treated', 'Z79.4 I10 E11.9', 'I10 E11.9 Z79.4'],
    ['an encounter for chemotherapy before the neoplasm (I.C.2.e.2)', 'C50.911 Z51.11', 'Z51.11 C50.911'],
    ['a general examination first (I.C.21.c.16)', 'I10 Z00.00', 'Z00.00 I10'],
    ['tobacco behind the lung disease that asks for it', 'F17.210 J44.9', 'J44.9 F17.210'],
    ['severe sepsis behind the sepsis, before the organ that fails', 'R65.20 N17.9 A41.9', 'A41.9 R65.20 N17.9'],
    ['the assessment’s order where nothing orders', 'M54.50 I10 E78.5', 'M54.50 I10 E78.5'],
    ['only what may not be first: as it came', 'Z79.4 Z68.41', 'Z79.4 Z68.41'],
    ['one code', 'Z79.4', 'Z79.4'],
  ])('%s: %s', (_, codes, ordered) => {
    expect(inOrder(codes)).toBe(ordered);
    expect(inOrder(ordered)).toBe(ordered);
  });

  it('puts sepsis before the local infection of an inpatient stay, where it was there on admission (I.C.1.d.4)', () => {
    expect(inOrder('J18.9 A41.9', { setting: 'inpatient' })).toBe('A41.9 J18.9');
    expect(inOrder('J18.9 A41.9', { setting: 'inpatient', afterAdmission: new Set(['A41.9']) })).toBe('J18.9 A41.9');
    expect(inOrder('J18.9 A41.9')).toBe('J18.9 A41.9');
  });

  it('puts nothing first that arose after admission (UHDDS)', () => {
    expect(inOrder('I26.99 M17.11', { setting: 'inpatient', afterAdmission: new Set(['I26.99']) })).toBe('M17.11 I26.99');
  });

  it('keeps what it does not know, and every entry once', () => {
    expect(inOrder('X XX E11.9 E11.9 not-a-code').split(' ').toSorted()).toEqual(['E11.9', 'E11.9', 'X', 'XX', 'not-a-code']);
  });

  it('orders by fixed places while the instructions are not loaded', () => {
    expect(inOrder('W19.XXXA F02.80 G30.9', { instructions: null })).toBe('G30.9 F02.80 W19.XXXA');
  });
});
