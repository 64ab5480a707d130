import type { Analysis, Chart, Knowledge, Note, NoteContext, NoteFindings, Policy } from './model/index.ts';

/** One note; the worker calls this note by note, so that results stream and a cancel is heard between notes. */
export function analyzeNote(note: Note, context: NoteContext, knowledge: Knowledge): NoteFindings {
  void context;
  void knowledge;
  return { note: note.id, mentions: [], sentences: [] };
}

/** What the notes and the chart mean together, as of `chart.asOf`. */
export function conclude(chart: Chart, found: readonly NoteFindings[], knowledge: Knowledge, policy: Policy): Analysis {
  void knowledge;
  void policy;
  return {
    release: null, suggestions: [], gaps: [], queries: [], leftOut: [], findings: found,
    unread: chart.reads.filter((r) => r.status !== 'read'), unreadable: chart.unreadable,
  };
}
