import { expect, it } from 'vitest';
import { VACCINES } from '../../../../../src/domain/coding/services/vaccine-codes.ts';
import * as families from '../../../../../src/domain/gaps/groups/vaccines.ts';

/** Kinds of the table of services that gaps ask about. */
const ASKED: Readonly<Record<string, readonly families.VaccineFamily[]>> = {
  influenza: [families.INFLUENZA],
  pneumococcal: [families.PCV20_OR_21, families.PCV15, families.PCV13, families.PPSV23, families.PNEUMOCOCCAL_OF_ANY_KIND],
  zoster: [families.ZOSTER],
  tdap: [families.TDAP, families.TETANUS_BOOSTER],
  td: [families.TETANUS_BOOSTER],
  hpv: [families.HPV],
  covid: [families.COVID],
  rsv: [families.RSV],
  dtap: [families.DTAP],
  'dtap-ipv': [families.DTAP, families.POLIO],
  'dtap-hepb-ipv': [families.DTAP, families.HEPATITIS_B, families.POLIO],
  'dtap-ipv-hib': [families.DTAP, families.POLIO, families.HIB],
  'dtap-ipv-hib-hepb': [families.DTAP, families.POLIO, families.HIB, families.HEPATITIS_B],
  hib: [families.HIB],
  ipv: [families.POLIO],
  mmr: [families.MMR],
  mmrv: [families.MMR, families.VARICELLA],
  varicella: [families.VARICELLA],
  hepa: [families.HEPATITIS_A],
  hepb: [families.HEPATITIS_B],
  'hepa-hepb': [families.HEPATITIS_A, families.HEPATITIS_B],
  menacwy: [families.MENINGOCOCCAL],
};
const EVERY_KIND = ['pneumococcal'];

it.each(Object.entries(ASKED))('a dose that is billed as %s is a dose of it in gaps, too', (kind, asked) => {
  const codes = VACCINES.filter(([of]) => of === kind).flatMap(([, , , , cvx]) => cvx.split(' ').filter(Boolean));
  expect(codes.length).toBeGreaterThan(0);
  const parts = EVERY_KIND.includes(kind) ? [asked.flatMap(({ cvx }) => cvx)] : asked.map(({ cvx }) => cvx);
  for (const cvx of parts) expect(codes.filter((code) => !cvx.includes(code))).toEqual([]);
});
