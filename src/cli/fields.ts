import { NOTE_TYPES, type Knowledge, type NoteContext, type NoteType, type Sex } from '../domain/model/index.ts';
import { LineError } from './command.ts';
import type { JsonRecord } from './json-lines.ts';

/** @throws LineError where the field is missing or not a text. */
export function requiredText(record: JsonRecord, field: string): string {
  const value = record[field];
  if (typeof value !== 'string') throw new LineError(`"${field}" is missing or not a text.`);
  return value;
}

/** Years, from a number or a text that holds one ("43.0", "22-month"); null where it cannot be read. */
export function readAge(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : null;
  if (typeof value !== 'string') return null;
  const found = /(\d+(?:\.\d+)?)[\s-]*(d(?:ay)?s?\b|w(?:ee)?k?s?\b|mo(?:nth)?s?\b)?/i.exec(value);
  if (found === null) return null;
  const number = Number(found[1]);
  const unit = found[2]?.toLowerCase() ?? '';
  if (unit.startsWith('mo')) return number / 12;
  if (unit.startsWith('w')) return number / 52.18;
  return unit.startsWith('d') ? number / 365.25 : number;
}

export function readSex(value: unknown): Sex {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word === 'male' || word === 'm') return 'male';
  return word === 'female' || word === 'f' ? 'female' : 'unknown';
}

/**
 * The day of service; null where none is given.
 * @throws LineError where it is not `YYYY-MM-DD`, or no loaded release covers it.
 */
export function readServiceDate(record: JsonRecord, { codeSets }: Knowledge): string | null {
  const day = readDay(record);
  if (day === null || codeSets.inForce(day) !== undefined) return day;
  throw new LineError(`No loaded code-set release covers ${day}. Choose a day of a loaded release, or leave "serviceDate" out for the newest.`);
}

/** "serviceDate", whether or not a release covers it; null where none is given. @throws LineError where it is not `YYYY-MM-DD` */
export function readDay(record: JsonRecord): string | null {
  const value = record['serviceDate'];
  if (value === undefined || value === null) return null;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new LineError('"serviceDate" must be a day written YYYY-MM-DD.');
}

const SETTINGS = ['outpatient', 'observation', 'inpatient', 'emergency'] as const;

/** @throws LineError where it is given and unknown. */
export function readSetting(value: unknown): NoteContext['setting'] {
  if (value === undefined || value === null) return 'outpatient';
  const found = SETTINGS.find((setting) => setting === value);
  if (found === undefined) throw new LineError(`"setting" must be one of ${SETTINGS.join(', ')}.`);
  return found;
}

/** A note type by name or, through `fromLoinc`, by LOINC code; `progress` where none is given, `other` where it is unknown. */
export function readNoteType(value: unknown, fromLoinc: (code: string) => NoteType): NoteType {
  if (typeof value !== 'string') return 'progress';
  return NOTE_TYPES.find((type) => type === value) ?? fromLoinc(value);
}
