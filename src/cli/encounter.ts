import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { previewClaim } from '../app/claim-preview.ts';
import { createDirectEngine } from '../app/engine.ts';
import type { Engine } from '../app/parts.ts';
import { draftClaim } from '../domain/coding/claim/draft-claim.ts';
import { DEFAULT_POLICY, type Analysis, type Chart, type Evidence, type UnreadableNote } from '../domain/model/index.ts';
import { readChart } from '../fhir/decode/read-chart.ts';
import { fromBundle, UnusableBundle } from '../fhir/read/from-bundle.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import { LineError, UsageError, type Command, type Streams } from './command.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const encounter: Command = {
  name: 'encounter',
  summary: 'a whole encounter, both ways: codes, gaps, questions, draft claim',
  help: `
countersign encounter [--encounter ID] [--text] < bundles.jsonl
countersign encounter [--encounter ID] [--text] --file bundle.json

Each input line: one FHIR R4 Bundle (transaction, collection or searchset); --file reads one Bundle, written on as many lines as it likes.
  --encounter ID  the encounter by id or reference; default: the one in progress, else the latest finished
${CODES_HELP}
  --text          print the extracted text of each note instead: evidence offsets count in it
Each output line: {"id","setting","suggestions","gaps","queries","visitLevel","hcc","claim","unread"}
  visitLevel is null and hcc lists every code as unmapped: neither is computed yet.`,
  async run(args, streams) {
    const options = readOptions(args, { file: { type: 'string' }, encounter: { type: 'string' }, text: { type: 'boolean', default: false }, ...CODES_OPTION });
    const asked = options.encounter === undefined ? {} : { encounter: options.encounter };
    const input = options.file === undefined ? streams : { ...streams, input: await oneLine(options.file) };
    if (options.text) return eachJsonLine(input, (bundle) => textOf(bundle, asked));
    const engine = createDirectEngine(await loadWith(options));
    return eachJsonLine(input, (bundle) => analyzeBundle(bundle, asked, engine));
  },
};

interface Asked {
  readonly encounter?: string;
}

/** The output line of one Bundle. */
export async function analyzeBundle(bundle: JsonRecord, asked: Asked, engine: Engine) {
  const { chart, analysis } = await engine.analyze(read(bundle, asked), DEFAULT_POLICY, { onChart: ignore, onNote: ignore }, new AbortController().signal);
  return { id: bundle['id'] ?? chart.encounter.source.reference, setting: chart.encounter.setting, ...print(chart, analysis) };
}

async function textOf(bundle: JsonRecord, asked: Asked): Promise<unknown> {
  const chart = await readChart(read(bundle, asked));
  const notes = chart.notes.map(({ document, attachment, title, text }) => ({ document: document.reference, version: document.version, attachment, title, text }));
  return { id: bundle['id'] ?? chart.encounter.source.reference, notes };
}

function read(bundle: JsonRecord, asked: Asked): ReturnType<typeof fromBundle> {
  try {
    return fromBundle(bundle, { ...asked, now: new Date().toISOString() });
  } catch (failure) {
    if (failure instanceof UnusableBundle) throw new LineError(failure.message);
    throw failure;
  }
}

function print(chart: Chart, { suggestions, gaps, queries, unread, unreadable }: Analysis) {
  const codes = suggestions.filter((one) => one.action !== 'remove').map((one) => one.code);
  return {
    suggestions: suggestions.map(({ action, system, code, from, title, evidence, rules, confidence, alternatives, reason }) => ({
      action, system, code, ...(from === undefined ? {} : { from }), title, evidence: evidence.map(printEvidence), rules, confidence, alternatives,
      ...(reason === undefined ? {} : { why: reason }),
    })),
    gaps: gaps.map(({ rule, topic, kind, outcome, evidence }) => ({ rule, topic, kind, outcome, evidence: evidence.map(printEvidence) })),
    queries: queries.map(({ rule, topic, title, indicators, question, options, format }) => ({
      rule, topic, title, indicators: indicators.map((indicator) => indicator.text), question, options, format,
    })),
    visitLevel: null,
    hcc: { supported: [], unsupported: [], unmapped: codes },
    claim: previewClaim(chart, draftClaim(chart, { suggestions, services: { performed: [], refused: [] }, visitLevel: null })),
    unread: [
      ...unread.filter(({ status }) => status === 'partial' || status === 'failed').map(({ kind, status, why }) => ({ kind, status, why })),
      ...unreadable.filter(({ status }) => FAILED.has(status)).map(({ why }) => ({ kind: 'DocumentReference', status: 'failed', why })),
    ],
  };
}

/** Their words were not taken into account: to whoever reads the line, that is one thing. */
const FAILED: ReadonlySet<UnreadableNote['status']> = new Set(['failed', 'not-english', 'not-analysed']);

function printEvidence(evidence: Evidence): unknown {
  switch (evidence.kind) {
    case 'quote': {
      const { kind, document, version, start, end, quote } = evidence;
      return { kind, document, version, start, end, quote };
    }
    case 'fact': {
      const { kind, resource, code, value, unit, date } = evidence;
      return { kind, resource, code, ...(value === undefined ? {} : { value }), ...(unit === undefined ? {} : { unit }), date };
    }
    case 'searched':
      return evidence;
  }
}

/** A file with one Bundle on many lines, as the one line that the rest expects. */
async function oneLine(file: string): Promise<Streams['input']> {
  try {
    return Readable.from([(await readFile(file, 'utf8')).replaceAll('\n', ' ')]);
  } catch (cause) {
    throw new UsageError(`The file cannot be read: ${file}`, { cause });
  }
}

function ignore(): void {
  // Results come whole on the command line; nothing is shown while they grow.
}
