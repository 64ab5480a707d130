import type { Chart, Person, Role, Source } from '../model/index.ts';

/** `attest`, `offer` and their reopening let none through; whatever else made this one, it writes nothing (rule of trust 4). */
export function refuseAnotherRole({ role }: Person, may: (role: Role) => boolean, words: string): void {
  if (!may(role)) throw new Error(`${words} Nothing was planned.`);
}

/** A mix-up, never a state to carry on in. */
export function refuseAnotherPatient(what: string, about: { readonly patient: string; readonly encounter: Source }, chart: Chart): void {
  const patient = chart.patient.source.reference;
  const same = (about.patient === patient || `Patient/${about.patient}` === patient) && about.encounter.reference === chart.encounter.source.reference;
  if (!same) throw new Error(`${what} belongs to another patient or encounter than the open chart. Nothing was planned; open the review again.`);
}
