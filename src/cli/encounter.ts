import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { previewClaim } from '../app/claim-preview.ts';
import { createDirectEngine } from '../app/engine.ts';
import type { Engine } from '../app/parts.ts';
import { claimOf, codeVisit } from '../domain/coding/coded-visit.ts';
import { encounterHcc } from '../domain/coding/hcc/encounter-hcc.ts';
import type { HccModel } from '../domain/coding/hcc/hcc-model.ts';
import { DEFAULT_POLICY, type Analysis, type Evidence, type HccFinding, type HccSupport, type Knowledge, type Policy, type UnreadableNote } from '../domain/model/index.ts';
import { readChart } from '../fhir/decode/read-chart.ts';
import { fromBundle, UnusableBundle } from '../fhir/read/from-bundle.ts';
import { loadHcc } from '../knowledge/node/hcc.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import { LineError, UsageError, type Command, type Streams } from './command.ts';
import { printLevel } from './em.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';
import { POLICY_HELP, POLICY_OPTION, policyOf } from './policy-option.ts';

export const encounter: Command = {
  name: 'encounter',
  summary: 'a whole encounter, both ways: codes, gaps, questions, draft claim',
  help: `
countersign encounter [--encounter ID] [--policy FILE] [--text] < bundles.jsonl
countersign encounter [--encounter ID] [--text] --file bundle.json

Each input line: one FHIR R4 Bundle (transaction, collection or searchset); --file reads one Bundle, written on as many lines as it likes.
  --encounter ID  the encounter by id or reference; default: the one in progress, else the latest finished
${CODES_HELP}
${POLICY_HELP}
  --text          print the extracted text of each note instead: evidence offsets count in it
Each output line: {"id","setting","suggestions","gaps","queries","visitLevel","hcc","claim","unread"}
  visitLevel as the command em prints it, hcc of CMS-HCC V28 with its evidence, claim as a FHIR Claim with every suggestion accepted`,
  async run(args, streams) {
    const options = readOptions(args, { file: { type: 'string' }, encounter: { type: 'string' }, text: { type: 'boolean', default: false }, ...CODES_OPTION, ...POLICY_OPTION });
    const asked = options.encounter === undefined ? {} : { encounter: options.encounter };
    const input = options.file === undefined ? streams : { ...streams, input: await oneLine(options.file) };
    const policy = await policyOf(options);
    if (options.text) return eachJsonLine(input, (bundle) => textOf(bundle, asked, policy));
    const tools = { ...await encounterTools(await loadWith(options)), policy };
    return eachJsonLine(input, (bundle) => analyzeBundle(bundle, asked, tools));
  },
};

interface Asked {
  readonly encounter?: string;
}

/** What an output line is made with. */
export interface EncounterTools {
  readonly engine: Engine;
  readonly knowledge: Knowledge;
  readonly hcc: HccModel;
  readonly policy: Policy;
}

export async function encounterTools(knowledge: Knowledge): Promise<EncounterTools> {
  return { engine: createDirectEngine(knowledge), knowledge, hcc: await loadHcc(), policy: DEFAULT_POLICY };
}

/** The output line of one Bundle. */
export async function analyzeBundle(bundle: JsonRecord, asked: Asked, { engine, knowledge, hcc, policy }: EncounterTools) {
  const { chart, analysis } = await engine.analyze(read(bundle, asked, policy), policy, { onChart: ignore, onNote: ignore }, new AbortController().signal);
  const coded = codeVisit(chart, analysis.findings, knowledge);
  return {
    id: bundle['id'] ?? chart.encounter.source.reference, setting: chart.encounter.setting, ...print(analysis),
    visitLevel: analysis.visitLevel === null ? null : printLevel(analysis.visitLevel),
    hcc: coded === null ? { supported: [], unsupported: [], unmapped: [] } : printHcc(encounterHcc(chart, coded, knowledge.codeSets, hcc)),
    claim: coded === null ? null : previewClaim(chart, claimOf(coded, analysis)),
    unread: printUnread(analysis),
  };
}

async function textOf(bundle: JsonRecord, asked: Asked, policy: Policy): Promise<unknown> {
  const chart = await readChart(read(bundle, asked, policy));
  const notes = chart.notes.map(({ document, attachment, title, text }) => ({ document: document.reference, version: document.version, attachment, title, text }));
  return { id: bundle['id'] ?? chart.encounter.source.reference, notes };
}

function read(bundle: JsonRecord, asked: Asked, policy: Policy): ReturnType<typeof fromBundle> {
  try {
    return fromBundle(bundle, { ...asked, policy, now: new Date().toISOString() });
  } catch (failure) {
    if (failure instanceof UnusableBundle) throw new LineError(failure.message);
    throw failure;
  }
}

function print({ suggestions, gaps, queries }: Analysis) {
  return {
    suggestions: suggestions.map(({ action, system, code, from, title, evidence, rules, confidence, alternatives, units, modifiers, reason }) => ({
      action, system, code, ...(from === undefined ? {} : { from }), title, evidence: evidence.map(printEvidence), rules, confidence, alternatives,
      ...(units === undefined ? {} : { units }), ...(modifiers === undefined ? {} : { modifiers }), ...(reason === undefined ? {} : { why: reason }),
    })),
    gaps: gaps.map(({ rule, topic, kind, outcome, evidence }) => ({ rule, topic, kind, outcome, evidence: evidence.map(printEvidence) })),
    queries: queries.map(({ rule, topic, title, indicators, question, options, format }) => ({
      rule, topic, title, indicators: indicators.map((indicator) => indicator.text), question, options, format,
    })),
  };
}

function printHcc({ supported, unsupported, unmapped }: HccSupport) {
  return { supported: supported.map(printFinding), unsupported: unsupported.map(printFinding), unmapped };
}

function printFinding({ evidence, ...one }: HccFinding) {
  return { ...one, evidence: evidence.map(printEvidence) };
}

function printUnread({ unread, unreadable }: Analysis) {
  return [
    ...unread.filter(({ status }) => status === 'partial' || status === 'failed').map(({ kind, status, why }) => ({ kind, status, why })),
    ...unreadable.filter(({ status }) => FAILED.has(status)).map(({ why }) => ({ kind: 'DocumentReference', status: 'failed', why })),
  ];
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
