import { singleNoteChart } from '../app/single-note.ts';
import { proposeCodes } from '../domain/coding/propose.ts';
import { analyzeNote } from '../domain/engine.ts';
import { DEFAULT_POLICY, type Knowledge, type LeftOutCode, type Mention, type NoteContext, type NoteType, type Suggestion } from '../domain/model/index.ts';
import { plainNote } from '../domain/text/plain-note.ts';
import { noteTypeOf } from '../fhir/decode/note/type.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import type { Command } from './command.ts';
import { readAge, readNoteType, readServiceDate, readSetting, readSex, requiredText } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const analyze: Command = {
  name: 'analyze',
  summary: 'what one note says, and what a coder would report from it',
  help: `
countersign analyze [--codes FILE] < notes.jsonl

Each input line: {"id","text","age"?,"sex"?,"serviceDate"?,"setting"?,"noteType"?}
  serviceDate  YYYY-MM-DD, picks the code-set release; default: the newest loaded
  setting      outpatient (default), observation, inpatient, emergency
  noteType     progress (default), hp, consult, discharge, ed, procedure, radiology, pathology, nursing, telephone, or a LOINC code
Each output line: {"id","mentions":[…],"suggestions":[…],"leftOut":[…]}
  "language":"not English" is added where the text is in another language: nothing is read from it then.
  Offsets count UTF-16 units of "text".
${CODES_HELP}`,
  async run(args, streams) {
    const knowledge = await loadWith(readOptions(args, CODES_OPTION));
    return eachJsonLine(streams, (record) => analyzeRecord(record, knowledge));
  },
};

export interface AnalyzedLine {
  readonly id: unknown;
  readonly language?: 'not English';
  readonly mentions: readonly ReturnType<typeof printMention>[];
  readonly suggestions: readonly ReturnType<typeof printSuggestion>[];
  readonly leftOut: readonly Pick<LeftOutCode, 'code' | 'why'>[];
}

/** @throws LineError where a field is missing or cannot be read. */
export function analyzeRecord(record: JsonRecord, knowledge: Knowledge): AnalyzedLine {
  const text = requiredText(record, 'text');
  const serviceDate = readServiceDate(record, knowledge) ?? knowledge.codeSets.newest.validFrom;
  const context: NoteContext = {
    ageYears: readAge(record['age']), sex: readSex(record['sex']), setting: readSetting(record['setting']),
    noteType: readNoteType(record['noteType'], typeOfLoinc), authorRole: 'unknown', serviceDate,
  };
  const note = plainNote({ id: 'note', text, type: context.noteType, date: serviceDate });
  const found = analyzeNote(note, context, knowledge);
  // One note alone has no chart to find gaps in.
  const { suggestions, leftOut } = proposeCodes(singleNoteChart(note, context, serviceDate), [found], knowledge, DEFAULT_POLICY);
  return { id: record['id'] ?? null, ...(found.language === 'other' ? { language: 'not English' } : {}), mentions: found.mentions.map(printMention), suggestions: suggestions.map(printSuggestion), leftOut: leftOut.map(({ code, why }) => ({ code, why })) };
}

function typeOfLoinc(code: string): NoteType {
  return noteTypeOf({ coding: [{ system: 'http://loinc.org', code }] }).type;
}

function printMention({ start, end, text, concept, codes, attributes, assertion, section }: Mention) {
  return { start, end, text, concept, attributes, status: assertion.status, recent: assertion.recent, cues: assertion.cues, section, codes };
}

function printSuggestion({ action, system, code, title, evidence, rules, confidence, alternatives }: Suggestion) {
  const quote = evidence.find((piece) => piece.kind === 'quote');
  return { action, system, code, title, start: quote?.start ?? null, end: quote?.end ?? null, quote: quote?.quote ?? null, confidence, rules, alternatives };
}
