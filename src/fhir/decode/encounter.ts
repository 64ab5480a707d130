import type { Encounter } from 'fhir/r4';
import type { EncounterFacts, EncounterSetting } from '../../domain/model/index.ts';
import { list, sourceOf, text } from './parse.ts';
import type { References } from './parse.ts';

export function decodeEncounter(encounter: Encounter, refs: References): EncounterFacts {
  const classCode = text(encounter.class?.code);
  return {
    source: sourceOf(encounter),
    status: text(encounter.status) ?? 'unknown',
    classCode,
    setting: settingOf(classCode),
    start: text(encounter.period?.start),
    end: text(encounter.period?.end),
    practitioners: list(encounter.participant).map((p) => refs.of(p.individual)).filter((r) => r !== null),
    diagnoses: list(encounter.diagnosis).map((d) => refs.of(d.condition)).filter((r) => r !== null),
  };
}

/** v3-ActCode to the setting of coding; whatever is not named here is outpatient. */
const SETTINGS: Readonly<Record<string, EncounterSetting>> = {
  AMB: 'office', VR: 'office',
  EMER: 'ed',
  OBSENC: 'observation',
  IMP: 'inpatient', ACUTE: 'inpatient', NONAC: 'inpatient',
};

export function settingOf(classCode: string | null): EncounterSetting {
  return SETTINGS[classCode?.toUpperCase() ?? ''] ?? 'office';
}
