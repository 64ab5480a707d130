import type { ReadReport, ReadStatus } from '../../model/index.ts';
import type { Snapshot } from '../index-chart.ts';

/** The kinds that rules ask about. */
type AskedKind = 'Observation' | 'Condition' | 'DocumentReference' | 'MedicationRequest' | 'Procedure' | 'Immunization' | 'DiagnosticReport';

/**
 * Why what there is of a kind (in these categories) may not be all of it; empty when it was wholly read.
 * Reports of other categories do not bear on the question: vital signs may be read while laboratory results were denied.
 */
export function unread(snapshot: Snapshot, kind: AskedKind, categories: readonly string[] = []): readonly string[] {
  const reasons = KEPT.get(snapshot) ?? new Map<string, readonly string[]>();
  KEPT.set(snapshot, reasons);
  const question = `${kind} ${categories.join()}`;
  const known = reasons.get(question) ?? whyUnread(snapshot, kind, categories);
  reasons.set(question, known);
  return known;
}

const KEPT = new WeakMap<Snapshot, Map<string, readonly string[]>>();

function whyUnread({ chart }: Snapshot, kind: AskedKind, categories: readonly string[]): readonly string[] {
  const reports = chart.reads.filter((report) => report.kind === kind && bearsOn(report, categories));
  if (reports.length === 0) return [`${wordsOf(kind, null)} were not asked for`];
  const uncovered = categories.filter((category) => !reports.some((report) => bearsOn(report, [category])));
  const unfinished = reports.flatMap(({ query, status }) => (status === 'read' ? [] : [`${wordsOf(kind, categoryOf(query))} ${SAID[status]}`]));
  return [...new Set([...unfinished, ...uncovered.map((category) => `${wordsOf(kind, category)} were not asked for`)])];
}

function bearsOn({ query }: ReadReport, categories: readonly string[]): boolean {
  const category = categoryOf(query);
  return category === null || categories.length === 0 || categories.some((asked) => category.split(',').some((code) => code.slice(code.lastIndexOf('|') + 1) === asked));
}

/** Null where the search was not narrowed by category. */
function categoryOf(query: string): string | null {
  return /(?:^|[&?])category=([^&]*)/.exec(query)?.[1] ?? null;
}

function wordsOf(kind: AskedKind, category: string | null): string {
  if (category === 'vital-signs') return 'vital signs';
  if (category === 'laboratory') return 'laboratory results';
  if (category === 'survey') return 'questionnaires and scores';
  if (category === 'encounter-diagnosis') return 'diagnoses of encounters';
  if (category === 'problem-list-item') return 'problems of the problem list';
  return KINDS[kind];
}

const KINDS: Record<AskedKind, string> = {
  Observation: 'vital signs and laboratory results', Condition: 'problems and diagnoses', DocumentReference: 'notes', MedicationRequest: 'prescriptions',
  Procedure: 'procedures', Immunization: 'immunizations', DiagnosticReport: 'reports',
};

const SAID: Record<Exclude<ReadStatus, 'read'>, string> = {
  partial: 'were only partly read',
  denied: 'were denied',
  failed: 'could not be read',
  'not-asked': 'are not offered by the server',
};
