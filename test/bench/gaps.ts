import { gzipSync } from 'node:zlib';
import type { Chart, EventFact, ObservationFact } from '../../src/domain/model/index.ts';
import { packTables } from '../../scripts/vite/pack-tables.ts';
import { contextOf } from '../../src/app/note-context.ts';
import { analyzeNote } from '../../src/domain/engine.ts';
import { CATALOGUE } from '../../src/domain/gaps/catalogue.ts';
import { findGaps } from '../../src/domain/gaps/find-gaps.ts';
import { indexChart } from '../../src/domain/gaps/index-chart.ts';
import { shareParts } from '../../src/domain/gaps/share-parts.ts';
import { DEFAULT_POLICY } from '../../src/domain/model/index.ts';
import { loadKnowledge } from '../../src/knowledge/node/index.ts';
import { chart, daysAgo } from '../support/chart.ts';
import { against, kilobytes, median, quantile, type Measure } from './measure.ts';

const ROUNDS = 200;

/** The catalogue over a chart of 5,000 resources and ten notes, from indexing the chart; and how much of it is shipped. */
export async function benchGaps(): Promise<readonly Measure[]> {
  const knowledge = await loadKnowledge();
  const full = largeChart();
  const resources = full.observations.length + full.conditions.length + full.medications.length + full.procedures.length + full.immunizations.length + full.reports.length;
  const found = full.notes.map((note) => analyzeNote(note, contextOf(full, note), knowledge));
  const once = (): number => {
    const began = performance.now();
    findGaps(indexChart(full, found), DEFAULT_POLICY);
    return performance.now() - began;
  };
  for (let round = 0; round < ROUNDS / 4; round += 1) once();
  const times = Array.from({ length: ROUNDS }, once);
  const p95 = quantile(times, 0.95);
  const size = (data: unknown): number => gzipSync(packTables([{ module: 'catalogue', data: { data: shareParts(data) } }]), { level: 9 }).length;
  const deciding = size(CATALOGUE.map(({ id, version, kind, audience, order, topic, appliesTo, trigger, met, thresholds }) => ({ id, version, kind, audience, order, topic, appliesTo, trigger, met, thresholds })));
  const words = size(CATALOGUE.map(({ title, authority, says, asks }) => ({ title, authority, says, asks })));
  return [
    against(`${CATALOGUE.length} gap rules over ${resources} resources and ${full.notes.length} notes, p95 of ${ROUNDS} (median ${median(times).toFixed(1)} ms)`, p95, `${p95.toFixed(1)} ms`, { atMost: 10, words: '≤ 10 ms' }),
    against('gap rules: what decides, packed, gzip', deciding, kilobytes(deciding), { atMost: 30_000, words: '≤ 30 kB' }),
    { what: 'gap rules: what a person reads (titles, authorities, outcomes, questions with their options), packed, gzip', value: kilobytes(words) },
  ];
}

/** A woman of 67 with twelve years of results: every tenth is of the last months. */
function largeChart(): Chart {
  const noted = NOTES.reduce((from, text, n) => from.note(text, { date: daysAgo(n * 3) }), chart().age(67).sex('female'));
  const base = noted.problem('E11.9').problem('I10').build();
  const on = (n: number, every: number): string => daysAgo((n * every) % 4400);
  return {
    ...base,
    observations: Array.from({ length: 4200 }, (_, n) => observation(n, on(n, 7))),
    conditions: Array.from({ length: 120 }, (_, n) => ({ ...base.conditions[n % 2]!, source: { reference: `Condition/${n}`, version: '1' }, clinicalStatus: n < 12 ? 'active' : 'resolved', codings: [{ system: 'http://hl7.org/fhir/sid/icd-10-cm', code: CONDITIONS[n % CONDITIONS.length]!, display: null }] })),
    medications: Array.from({ length: 200 }, (_, n) => ({ source: { reference: `MedicationRequest/${n}`, version: '1' }, status: n < 15 ? 'active' : 'completed', intent: 'order', codings: [], text: `${DRUGS[n % DRUGS.length]!} ${n % 5} MG`, date: on(n, 20), encounter: null })),
    procedures: Array.from({ length: 200 }, (_, n) => event('Procedure', n, PROCEDURES[n % PROCEDURES.length]!, on(n, 22), 'completed')),
    immunizations: Array.from({ length: 80 }, (_, n) => ({ ...event('Immunization', n, 'influenza, seasonal', on(n, 55), 'completed'), codings: [{ system: 'http://hl7.org/fhir/sid/cvx', code: n % 2 === 0 ? '150' : '33', display: null }] })),
    reports: Array.from({ length: 200 }, (_, n) => event('DiagnosticReport', n, PROCEDURES[(n + 3) % PROCEDURES.length]!, on(n, 21), 'final')),
  };
}

function observation(n: number, date: string): ObservationFact {
  const { code, display, unit, value, category } = RESULTS[n % RESULTS.length]!;
  return {
    source: { reference: `Observation/${n}`, version: '1' }, status: 'final', codings: [{ system: 'http://loinc.org', code, display }], categories: [category], date, encounter: null,
    quantity: { value: value + (n % 7) * value * 0.01, unit, comparator: null }, valueCode: null, valueText: null, components: [],
  };
}

function event(kind: string, n: number, text: string, date: string, status: string): EventFact {
  return { source: { reference: `${kind}/${n}`, version: '1' }, status, codings: [], text, date, encounter: null };
}

const RESULTS = [
  { code: '2951-2', display: 'Sodium', unit: 'mmol/L', value: 138, category: 'laboratory' }, { code: '2823-3', display: 'Potassium', unit: 'mmol/L', value: 4.1, category: 'laboratory' },
  { code: '2160-0', display: 'Creatinine', unit: 'mg/dL', value: 1.1, category: 'laboratory' }, { code: '98979-8', display: 'eGFR', unit: 'mL/min/{1.73_m2}', value: 62, category: 'laboratory' },
  { code: '718-7', display: 'Hemoglobin', unit: 'g/dL', value: 12.6, category: 'laboratory' }, { code: '777-3', display: 'Platelets', unit: '10*3/uL', value: 210, category: 'laboratory' },
  { code: '4548-4', display: 'Hemoglobin A1c', unit: '%', value: 7.1, category: 'laboratory' }, { code: '8480-6', display: 'Systolic', unit: 'mm[Hg]', value: 128, category: 'vital-signs' },
  { code: '8462-4', display: 'Diastolic', unit: 'mm[Hg]', value: 74, category: 'vital-signs' }, { code: '39156-5', display: 'Body mass index', unit: 'kg/m2', value: 29, category: 'vital-signs' },
  { code: '8867-4', display: 'Heart rate', unit: '/min', value: 74, category: 'vital-signs' }, { code: '59408-5', display: 'Oxygen saturation', unit: '%', value: 97, category: 'vital-signs' },
  { code: '44261-6', display: 'PHQ-9', unit: '{score}', value: 4, category: 'survey' }, { code: '2345-7', display: 'Glucose', unit: 'mg/dL', value: 132, category: 'laboratory' },
] as const;

const CONDITIONS = ['E11.9', 'I10', 'M17.11', 'J06.9', 'K21.9', 'R05.9', 'E78.5', 'N39.0'];
const DRUGS = ['metformin', 'lisinopril', 'atorvastatin', 'amoxicillin', 'ibuprofen', 'omeprazole', 'sertraline'];
const PROCEDURES = ['Screening mammography, bilateral', 'Colonoscopy', 'Retinal photography', 'Electrocardiogram', 'Knee injection', 'Skin biopsy', 'Chest X-ray', 'Bone density scan'];

const NOTES = Array.from({ length: 10 }, (_, n) => `SUBJECTIVE
Follow-up visit ${n + 1}. She feels well, walks daily, denies chest pain, dyspnea and edema. Home glucose 110-140. Colonoscopy 2021, 2 polyps. Mammogram last year normal. Declines shingles vaccine.

MEDICATIONS
metformin 1000 mg BID
lisinopril 20 mg daily
atorvastatin 40 mg nightly

OBJECTIVE
BP 128/74, HR 72, T 98.4 F, SpO2 97 % RA, BMI 29.1. Lungs clear, heart regular, feet without ulcers, monofilament intact.
Na 138, K 4.2, Cr 1.1, eGFR 58, Hgb 12.4, plt 212, A1c 7.2 %.

ASSESSMENT AND PLAN
1. Type 2 diabetes with hyperglycemia: continue metformin, recheck A1c in 3 months.
2. Hypertension: at goal, continue lisinopril.
3. Hyperlipidemia: continue atorvastatin.
4. Knee pain: physical therapy, ice, return in 6 weeks.
`);
