import type { ChartToMeasure, MeasuresEngine } from '../measures/client.ts';
import type { Chart, GapFinding, MeasurePack } from '../domain/model/index.ts';
import type { SiteMeasures } from './parts.ts';
import { createMeasuresEngine } from '../measures/client.ts';
import { PackError, type FhirResource, type MeasurementPeriod } from '../measures/model.ts';

export interface PackSource {
  readonly packs: readonly MeasurePack[];
  /** A file from beside the policy. @throws Error where it is not there */
  readonly read: (file: string) => Promise<string>;
  /** Default: in a worker of its own. */
  readonly engineOf?: (pack: readonly FhirResource[]) => MeasuresEngine;
}

/** The site's packs over one record, one after the other. What is wrong with a pack stands among the findings in its place: a measure that was not asked must not look met. */
export async function runMeasures({ packs, read, engineOf = createMeasuresEngine }: PackSource, ...[{ resources, chart }, tell, signal]: Parameters<SiteMeasures['run']>): Promise<readonly GapFinding[]> {
  const findings: GapFinding[] = [];
  for (const pack of packs) {
    signal.throwIfAborted();
    tell(`Bringing ${pack.file}`);
    const period = periodOf(pack, chart);
    const asked: ChartToMeasure = { resources: resources as readonly FhirResource[], period, now: chart.asOf, incomplete: null, read: readWhole(chart) };
    findings.push(...await evaluated(pack, asked, { read, engineOf }, tell, signal).catch((failure: unknown) => {
      signal.throwIfAborted();
      return [unusable(pack, period, failure instanceof PackError ? failure.message : 'The measures stopped on something they did not expect.')];
    }));
  }
  return findings;
}

async function evaluated({ file }: MeasurePack, chart: ChartToMeasure, { read, engineOf }: Required<Pick<PackSource, 'read' | 'engineOf'>>, tell: (words: string) => void, signal: AbortSignal): Promise<readonly GapFinding[]> {
  const content = await read(file).catch(() => null);
  if (content === null) throw new PackError('The file is not there, or could not be fetched. It belongs beside the site’s policy file.');
  signal.throwIfAborted();
  const engine = engineOf([resourceIn(content)]);
  try {
    return await engine.evaluate(chart, signal, (done, total) => tell(`${done} of ${total} measures of ${file}`));
  } finally {
    engine.close();
  }
}

function resourceIn(content: string): FhirResource {
  const json = parsed(content);
  if (typeof json !== 'object' || json === null || typeof (json as { readonly resourceType?: unknown }).resourceType !== 'string') {
    throw new PackError('The file holds no FHIR resource in JSON. A pack is one Bundle of Measure, Library and ValueSet resources.');
  }
  return json as FhirResource;
}

/** Undefined: not JSON. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function periodOf({ period = 'calendar-year' }: MeasurePack, { asOf }: Pick<Chart, 'asOf'>): MeasurementPeriod {
  return period === 'calendar-year' ? { from: `${asOf.slice(0, 4)}-01-01`, to: `${asOf.slice(0, 4)}-12-31` } : period;
}

/** Every search of the kind came to its end. */
function readWhole({ reads }: Pick<Chart, 'reads'>): readonly string[] {
  const kinds = new Set(reads.map(({ kind }) => kind));
  return [...kinds].filter((kind) => reads.every((report) => report.kind !== kind || report.status === 'read'));
}

function unusable({ file }: MeasurePack, measure: MeasurementPeriod, message: string): GapFinding {
  return { rule: file, version: '', topic: file, kind: 'care', title: `Measures of ${file}`, authority: [file], outcome: 'cannot-tell', why: `None of these measures was calculated. ${message}`, evidence: [], measure };
}
