import { performedServices } from '../domain/coding/procedures/performed.ts';
import { levelVisit } from '../domain/coding/visit-level/visit-level.ts';
import { payerNamed } from '../domain/coding/services/payer.ts';
import { analyzeNote } from '../domain/engine.ts';
import type { AlsoService, Knowledge, NoteContext, VisitLevel, VisitSetting } from '../domain/model/index.ts';
import { plainNote } from '../domain/text/plain-note.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import { LineError, type Command } from './command.ts';
import { readAge, readServiceDate, requiredText } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const em: Command = {
  name: 'em',
  summary: 'the level of a visit from its note, with the words behind every cell',
  help: `
countersign em [--codes FILE] < visits.jsonl

Each input line: {"id","note","patientType","setting","age"?,"payer"?}
  patientType  new, established
  setting      office, inpatient-initial, inpatient-subsequent, discharge, ed, preventive (inpatient covers observation)
  payer        words of the card: Medicare, Medicaid, Blue Cross PPO, …
Each output line: {"id","code","problems","data","risk","byTime","minutes","modifiers","also","why"}
  code   null: no separately reportable visit, or it cannot be told; "why" says which
  also   codes beside the visit, one for each unit; their modifiers stand with the others in "modifiers"
  why    [{"element","says","quote","start","end"}]; offsets count UTF-16 units of "note"
${CODES_HELP}`,
  async run(args, streams) {
    const knowledge = await loadWith(readOptions(args, CODES_OPTION));
    return eachJsonLine(streams, (record) => levelRecord(record, knowledge));
  },
};

const SETTINGS: Readonly<Record<VisitSetting, Pick<NoteContext, 'setting' | 'noteType'>>> = {
  office: { setting: 'outpatient', noteType: 'progress' },
  preventive: { setting: 'outpatient', noteType: 'progress' },
  ed: { setting: 'emergency', noteType: 'ed' },
  'inpatient-initial': { setting: 'inpatient', noteType: 'hp' },
  'inpatient-subsequent': { setting: 'inpatient', noteType: 'progress' },
  discharge: { setting: 'inpatient', noteType: 'discharge' },
};

/** @throws LineError where a field is missing or cannot be read. */
export function levelRecord(record: JsonRecord, knowledge: Knowledge) {
  const text = requiredText(record, 'note');
  const setting = readVisitSetting(record['setting']);
  const serviceDate = readServiceDate(record, knowledge) ?? knowledge.codeSets.newest.validFrom;
  const ageYears = readAge(record['age']);
  const context: NoteContext = { ...SETTINGS[setting], ageYears, sex: 'unknown', authorRole: 'unknown', serviceDate };
  const note = plainNote({ id: 'note', text, type: context.noteType, date: serviceDate });
  const patient = record['patientType'];
  const notes = [{ note, findings: analyzeNote(note, context, knowledge) }];
  const payer = payerNamed(typeof record['payer'] === 'string' ? record['payer'] : null);
  const level = levelVisit({
    notes, patientType: patient === 'new' || patient === 'established' ? patient : 'unknown', setting, ageYears, payer,
    performed: performedServices({ chart: null, notes, ageYears: ageYears === null ? null : Math.floor(ageYears), payer, day: serviceDate }).performed,
  });
  return { id: record['id'] ?? null, ...printLevel(level) };
}

function readVisitSetting(value: unknown): VisitSetting {
  const named = Object.keys(SETTINGS).find((setting) => setting === value) as VisitSetting | undefined;
  if (named === undefined) throw new LineError(`"setting" must be one of ${Object.keys(SETTINGS).join(', ')}.`);
  return named;
}

/** A level as `em` and `encounter` print it. */
export function printLevel({ code, problems, data, risk, byTime, minutes, modifiers, also, why }: VisitLevel) {
  return { code, problems, data, risk, byTime, minutes, modifiers: [...new Set([...modifiers, ...also.flatMap((one) => one.modifiers)])], also: also.flatMap(alsoCodes), why: why.flatMap(printReason) };
}

function alsoCodes({ code, units }: AlsoService): readonly string[] {
  return Array.from({ length: units }, () => code);
}

export interface PrintedReason extends Pick<VisitLevel['why'][number], 'element' | 'says'> {
  readonly quote: string | null;
  readonly start: number | null;
  readonly end: number | null;
}

function printReason({ element, says, evidence }: VisitLevel['why'][number]): readonly PrintedReason[] {
  const quotes = evidence.filter((piece) => piece.kind === 'quote');
  if (quotes.length === 0) return [{ element, says, quote: null, start: null, end: null }];
  return quotes.map(({ quote, start, end }) => ({ element, says, quote, start, end }));
}
