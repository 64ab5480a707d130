import type { CalendarDate, Chart, Note, NoteFindings, PerformedService, Services } from '../../model/index.ts';
import { DRUG_CODES } from '../services/drug-codes.ts';
import type { Payer } from '../services/payer.ts';
import { chartedProcedures } from './charted-procedures.ts';
import { clausesOf } from './clauses.ts';
import { counselingServices } from './counseling.ts';
import { deedsDone } from './do-deeds.ts';
import { drugServices } from './drugs.ts';
import { together } from './found.ts';
import { vaccineServices } from './give-vaccines.ts';
import { jointInjections } from './joint-injections.ts';
import { officeTests } from './office-tests.ts';
import { HELD_BY, REDUCTIONS, reductions } from './reductions.ts';
import { countedProcedures } from './regional.ts';
import { skinProcedures } from './skin.ts';
import { dosesGiven } from './vaccines.ts';
import { woundRepairs } from './wounds.ts';

/**
 * The services that the record of a visit shows to have been performed at it, and those performed for which a fact is missing that their code needs.
 * Never one that is planned, ordered, referred, refused, told of the past or of another place. In a hospital or an emergency department what
 * nurses give and laboratories test is the facility's, and left out.
 * @param ageYears whole years at the visit; null where not known, and then what depends on age is not decided
 * @param day of the service: an Immunization without an encounter counts when it was given on it
 */
export function performedServices(visit: {
  readonly chart: Chart | null;
  readonly notes: readonly { readonly note: Note; readonly findings: NoteFindings }[];
  readonly ageYears: number | null;
  readonly payer: Payer;
  readonly day: CalendarDate;
}): Services {
  const { chart, ageYears, payer, day } = visit;
  const clauses = clausesOf(visit);
  const inOffice = !isFacility(visit);
  const { performed, refused } = together([
    ...(inOffice ? [vaccineServices(dosesGiven(chart, clauses, ageYears, day), { clauses, ageYears, payer }), officeTests(clauses, payer), drugServices(clauses, payer)] : []),
    jointInjections(clauses), deedsDone(clauses, payer), reductions(clauses), skinProcedures(clauses), woundRepairs(clauses, payer), countedProcedures(clauses), counselingServices(clauses, payer), chartedProcedures(chart, day),
  ]);
  return { performed: once(withoutSplintOfReduction(withoutOldDevices(performed))), refused };
}

function isFacility({ chart, notes }: { readonly chart: Chart | null; readonly notes: readonly { readonly note: Note }[] }): boolean {
  if (chart !== null) return chart.encounter.setting !== 'office';
  return notes.some(({ note }) => note.type === 'ed' || note.type === 'discharge');
}

/** A device is supplied where one is put in, and not where its name is that of the one taken out. */
function withoutOldDevices(services: readonly PerformedService[]): readonly PerformedService[] {
  const inserted = services.some(({ code }) => code === '58300' || code === '11981' || code === '11983');
  return inserted ? services : services.filter(({ code }) => !DEVICES.has(code));
}

const DEVICES: ReadonlySet<string> = new Set(DRUG_CODES.filter(([, , , , , routes]) => routes === 'device').map(([code]) => code));

/** The splint or cast that follows a reduction is within it. */
function withoutSplintOfReduction(services: readonly PerformedService[]): readonly PerformedService[] {
  return services.some(({ code }) => REDUCTIONS.has(code)) ? services.filter(({ code }) => !HELD_BY.has(code)) : services;
}

/** One line a code and its modifiers; what else shows it done joins its evidence. */
function once(services: readonly PerformedService[]): readonly PerformedService[] {
  const lines = new Map<string, PerformedService>();
  for (const service of services) {
    const key = [service.code, ...service.modifiers].join('-');
    const known = lines.get(key);
    lines.set(key, known === undefined ? service : { ...known, units: Math.max(known.units, service.units), evidence: [...known.evidence, ...service.evidence] });
  }
  return [...lines.values()];
}
