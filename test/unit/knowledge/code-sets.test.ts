import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../../src/knowledge/node/index.ts';

const { codeSets } = await loadKnowledge();
const fy2026 = codeSets.inForce('2026-09-30')!;
const fy2027 = codeSets.inForce('2026-10-01')!;
const codes = (entries: readonly { readonly code: string }[]) => entries.map((entry) => entry.code);

describe('the release in force', () => {
  test('changes on the first of October', () => {
    expect([fy2026.release, fy2027.release]).toEqual(['FY2026', 'FY2027']);
    expect(codeSets.newest.release).toBe('FY2027');
    expect(codeSets.inForce('2025-10-01')?.release).toBe('FY2026');
    expect(codeSets.inForce('2027-09-30')?.release).toBe('FY2027');
  });

  test('is none outside the loaded days', () => {
    expect(codeSets.inForce('2025-09-30')).toBeUndefined();
    expect([codeSets.inForce('2026'), codeSets.inForce('2026-09')]).toEqual([undefined, undefined]);
    expect(codeSets.inForce('2027-10-01')).toBeUndefined();
  });

  test.each(['M72.2', 'I42.0', 'Z68.1', 'M86.8X1'])('%s is billable in FY2026 and a header in FY2027', (code) => {
    expect(fy2026.entry(code)?.billable).toBe(true);
    expect(fy2027.entry(code)?.billable).toBe(false);
    expect(fy2026.children(code)).toEqual([]);
    expect(fy2027.children(code).length).toBeGreaterThan(1);
  });

  test('knows what FY2027 added, deleted and retitled', () => {
    expect([fy2026.entry('I42.00'), fy2027.entry('I42.00')?.title]).toEqual([undefined, 'Dilated cardiomyopathy, unspecified']);
    expect([fy2026.entry('S23.420A')?.billable, fy2027.entry('S23.420A')]).toEqual([true, undefined]);
    expect(fy2026.entry('Z29.14')?.title).not.toBe(fy2027.entry('Z29.14')?.title);
  });
});

describe('entry', () => {
  test('takes a code with or without the dot, in any case', () => {
    const entry = { code: 'E11.22', title: 'Type 2 diabetes mellitus with diabetic chronic kidney disease', billable: true, parent: 'E11.2' };
    expect([fy2026.entry('E11.22'), fy2026.entry('e1122'), fy2026.entry(' e11.22 ')]).toEqual([entry, entry, entry]);
  });

  test('fills up with X before a seventh character', () => {
    expect(fy2026.entry('T15.00XA')).toEqual({ code: 'T15.00XA', title: 'Foreign body in cornea, unspecified eye, initial encounter', billable: true, parent: 'T15.00' });
    expect(fy2026.entry('T15.00A')).toBeUndefined();
    expect(fy2026.entry('T15.00XZ')).toBeUndefined();
    expect(fy2026.entry('T15.00')?.billable).toBe(false);
  });

  test('a seventh character may be a digit that says the eye', () => {
    expect(fy2026.entry('E11.3211')?.title).toMatch(/with macular edema, right eye$/);
  });

  test('S06 codes of death take the initial encounter only', () => {
    expect(fy2026.entry('S06.2X7A')?.billable).toBe(true);
    expect(fy2026.entry('S06.2X7D')).toBeUndefined();
    expect(codes(fy2026.children('S06.2X7'))).toEqual(['S06.2X7A']);
  });

  test('an explicit code of seven characters is not an extension', () => {
    expect(fy2027.entry('M86.8X11')).toEqual({ code: 'M86.8X11', title: 'Other osteomyelitis, right shoulder', billable: true, parent: 'M86.8X1' });
    expect(fy2027.entry('Z87.8901')?.parent).toBe('Z87.890');
    expect(fy2026.entry('Z87.8901')).toBeUndefined();
  });

  test('a category that is its own section is found, with what stands under it', () => {
    expect(fy2026.entry('B20')).toMatchObject({ billable: true, parent: null });
    expect(fy2026.entry('C50')).toMatchObject({ billable: false, parent: null });
    expect(fy2026.entry('QA0')).toMatchObject({ billable: false, parent: null });
  });

  test('is undefined for what is no code', () => {
    for (const nothing of ['', '.', 'XXXXXXX', 'E11.99999', 'A00-A09', '🙂']) expect(fy2026.entry(nothing)).toBeUndefined();
  });
});

describe('children', () => {
  test('stand in tabular order, letters after digits', () => {
    expect(codes(fy2026.children('E11'))).toEqual(['E11.0', 'E11.1', 'E11.2', 'E11.3', 'E11.4', 'E11.5', 'E11.6', 'E11.8', 'E11.9', 'E11.A']);
  });

  test('of an injury are its seventh characters', () => {
    expect(codes(fy2026.children('S93.401'))).toEqual(['S93.401A', 'S93.401D', 'S93.401S']);
  });

  test('of every header are not empty, and lead back to it', () => {
    for (const category of ['M86', 'S72', 'T84', 'O31', 'H40']) {
      for (const child of fy2027.children(category)) expect(child.parent).toBe(category);
      expect(fy2027.children(category).length).toBeGreaterThan(0);
    }
  });
});

describe('search', () => {
  test('by what clinicians say', () => {
    expect(fy2026.search('htn', 5)[0]?.code).toBe('I10');
    expect(fy2026.search('afib', 5)[0]?.code).toBe('I48.91');
  });

  test('by beginnings of words in any order, British or American', () => {
    expect(fy2026.search('neph diab type 2', 5)[0]?.code).toBe('E11.21');
    expect(codes(fy2026.search('anaemia iron defic', 3))).toContain('D50.9');
  });

  test('by the beginning of a code, codes that can be reported first', () => {
    expect(codes(fy2026.search('E11.2', 9))).toEqual(['E11.21', 'E11.22', 'E11.29', 'E11.2']);
    expect(codes(fy2027.search('z68.1', 9))).toEqual(['Z68.18', 'Z68.19', 'Z68.1']);
  });

  test('offers an injury with its seventh character, the phase if it is typed', () => {
    expect(fy2026.search('sprain right ankle', 3)[0]?.code).toBe('S93.401A');
    expect(fy2026.search('sprain right ankle subsequent', 3)[0]?.code).toBe('S93.401D');
  });

  test('only finds what the release has', () => {
    expect(codes(fy2026.search('gadolinium', 20))).not.toContain('Z77.013');
    expect(codes(fy2027.search('gadolinium', 20))).toContain('Z77.013');
  });

  test('is empty for nothing, for nonsense and for no room', () => {
    expect([fy2026.search('  ', 5), fy2026.search('qwertyx', 5), fy2026.search('htn', 0)]).toEqual([[], [], []]);
  });
});
