import { describe, expect, it } from 'vitest';
import { signatureLines } from '../../../../src/domain/text/signature-lines.ts';

describe('lines that sign a note', () => {
  it.each(['D. Vaughn MD', 'Anita Kowalczyk, MD, FACC', 'J. Pell, RN', 'Electronically signed by: Omar Castellanos, MD 2/5/2026', 'T. Novak PA-C', 'Dr. Priya Natarajan MD'])('%s', (line) => {
    expect(signatureLines(`Plan: rest.\n${line}`)).toEqual([{ start: 12, end: 12 + line.length }]);
  });

  it.each(['Severe MS', 'Right eye MD, wet', 'History of MD and OA', 'Type 2 DM', 'Discussed with Dr. Low, MD will call back about PA', 'PMH: MS, RA'])('%s is none', (line) => {
    expect(signatureLines(`Plan: rest.\n${line}`)).toEqual([]);
  });

  it('at the end of a line', () => {
    expect(signatureLines('4 months. G. Marchetti MD')).toEqual([{ start: 10, end: 25 }]);
    expect(signatureLines('See in June - J. T. Okafor, DO, MPH.')).toEqual([{ start: 14, end: 36 }]);
    expect(signatureLines('Tired for months, low in vitamin B. Known MS')).toEqual([]);
  });
});
