import type { Payer } from '../services/payer.ts';
import type { VaccineProgram, VaccineRoute } from '../services/vaccine-codes.ts';
import type { Clause } from './clauses.ts';
import { evidenceOf, namedIn, performed, refused, type Found } from './found.ts';
import { groupedBy } from './grouped.ts';
import type { Dose } from './vaccines.ts';

/**
 * The products and the giving of the vaccines of one visit. To 18 years with counseling by the physician or other qualified professional: a first component of
 * each vaccine and its further ones; else the first and each further vaccine, by the needle before by mouth or nose. Medicare pays influenza,
 * pneumococcal and hepatitis B under numbers of its own (Claims Processing Manual, chapter 18, section 10).
 */
export function vaccineServices(doses: readonly Dose[], { clauses, ageYears, payer }: { readonly clauses: readonly Clause[]; readonly ageYears: number | null; readonly payer: Payer }): Found {
  const products = doses.flatMap(({ row, evidence }) => (row[1] === null ? [] : [performed(row[1], 'vaccine', { evidence, because: `${row[2]} was given.`, authority: 'CDC CVX to CPT; CPT 2026' })]));
  const open = doses.filter(({ row }) => row[1] === null).map(({ row, evidence }) => refused(row[2], 'It was given, and the record does not say which product: brand, CVX code, dose or presentation is missing.', evidence));
  return { performed: [...products, ...administrations(doses, clauses, ageYears, payer)], refused: open };
}

function administrations(doses: readonly Dose[], clauses: readonly Clause[], ageYears: number | null, payer: Payer): Found['performed'] {
  const special = doses.flatMap((dose) => {
    const code = specialCode(dose.row[7], payer, counselingOf(clauses).length > 0);
    return code === null ? [] : [{ code, dose }];
  });
  const apart = new Set(special.map(({ dose }) => dose));
  const others = doses.filter((dose) => !apart.has(dose));
  const counseling = ageYears !== null && ageYears <= LAST_YEAR_WITH_COUNSELING ? counselingOf(clauses) : [];
  return [
    ...[...groupedBy(special, ({ code }) => code)].map(([code, ones]) => performed(code, 'vaccine-administration', {
      units: ones.length, evidence: ones.flatMap(({ dose }) => dose.evidence), because: 'This vaccine has an administration number of its own.', authority: code.startsWith('G') ? 'Medicare Claims Processing Manual, chapter 18, section 10.2; HCPCS 2026' : 'CPT 2026',
    })),
    ...(counseling.length > 0 ? byComponent(others, counseling) : byRoute(others)),
  ];
}

/** 90460 and 90461 are for patients through 18 years (CPT 2026). */
const LAST_YEAR_WITH_COUNSELING = 18;

function specialCode(program: VaccineProgram, payer: Payer, counseled: boolean): string | null {
  switch (program) {
    case 'covid': return '90480';
    case 'rsv-antibody': return counseled ? '96380' : '96381';
    case 'influenza': return payer === 'medicare' ? 'G0008' : null;
    case 'pneumococcal': return payer === 'medicare' ? 'G0009' : null;
    case 'hepatitis-b': return payer === 'medicare' ? 'G0010' : null;
    case null: return null;
  }
}

/** Talking over the vaccines with patient or family, written by the physician or other qualified professional. */
const COUNSELING = /\b(?:counsel\w+[^.;]{0,80}(?:vaccin\w+|immuni[sz]\w+|shots?|components?)|(?:vaccin\w+|immuni[sz]\w+|shots?|vis|components?)[^.;]{0,80}counsel\w+|(?:discuss\w+|review\w+|explain\w+)[^.;]{0,60}(?:vaccin\w+|immuni[sz]\w+|vis\b|components?)|(?:vaccin\w+|immuni[sz]\w+|vis|components?)\b[^.;]{0,60}\b(?:discussed|reviewed|explained)|risks? (?:and|&|\/) benefits?[^.;]{0,60}(?:vaccin\w+|immuni[sz]\w+|shots?|components?)|(?:vaccin\w+|immuni[sz]\w+|shots?|components?)\b[^.;]{0,60}risks? (?:and|&|\/) benefits?)\b/gi;
const NOT_COUNSELED = /\b(?:no|not|without|declin\w+|refus\w+|status|history|records?|schedule (?:reviewed|discussed)|utd|up to date|next|will|plan)\b/i;

function counselingOf(clauses: readonly Clause[]): ReturnType<typeof namedIn> {
  return namedIn(clauses.filter(({ byProvider, text }) => byProvider && !NOT_COUNSELED.test(text)), COUNSELING);
}

function byComponent(doses: readonly Dose[], counseling: ReturnType<typeof namedIn>): Found['performed'] {
  if (doses.length === 0) return [];
  const further = doses.reduce((sum, { row }) => sum + row[5] - 1, 0);
  const evidence = [...evidenceOf(counseling), ...doses.flatMap((dose) => dose.evidence)];
  const authority = 'CPT 2026, immunization administration with counseling; AAP Coding for Pediatric Preventive Care';
  return [
    performed('90460', 'vaccine-administration', { units: doses.length, evidence, because: `Through 18 years, with counseling by the provider: the first component of ${doses.length === 1 ? 'the vaccine' : `each of ${doses.length} vaccines`}.`, authority }),
    ...(further === 0 ? [] : [performed('90461', 'vaccine-administration', { units: further, evidence, because: `The further components of these vaccines: ${further}.`, authority })]),
  ];
}

function byRoute(doses: readonly Dose[]): Found['performed'] {
  const by = (oral: boolean): readonly Dose[] => doses.filter(({ row }) => isOral(row[6]) === oral);
  const [injected, oral] = [by(false), by(true)];
  const authority = 'CPT 2026, immunization administration';
  const line = (code: string, given: readonly Dose[], because: string): Found['performed'] => (given.length === 0 ? [] : [performed(code, 'vaccine-administration', { units: given.length, evidence: given.flatMap((dose) => dose.evidence), because, authority })]);
  return [
    ...line('90471', injected.slice(0, 1), 'The first vaccine by injection.'),
    ...line('90472', injected.slice(1), 'Each further vaccine by injection.'),
    ...(injected.length === 0 ? line('90473', oral.slice(0, 1), 'The first vaccine, by mouth or nose.') : []),
    ...line('90474', injected.length === 0 ? oral.slice(1) : oral, 'Each further vaccine by mouth or nose.'),
  ];
}

function isOral(route: VaccineRoute): boolean {
  return route !== 'injected';
}
