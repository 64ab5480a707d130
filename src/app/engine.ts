import type { Chart, Knowledge, Note, NoteFindings, UnreadableNote } from '../domain/model/index.ts';
import { analyzeNote } from '../domain/mentions/analyze-note.ts';
import { contextOf } from './note-context.ts';
import { type Engine, EngineFault } from './parts.ts';
import { withReleaseTitles } from './proposal-titles.ts';

/**
 * The engine without a worker: the command line, the tests, and inside the worker itself.
 * What reads charts is a part of its own, and so are the gap rules: asked for at once, the engine is ready without them.
 */
export function createDirectEngine(knowledge: Knowledge): Engine {
  const reading = import('../fhir/decode/read-chart.ts').catch(() => null);
  const concluding = import('./conclude.ts').catch(() => null);
  return {
    async analyze(bundle, policy, listener, signal) {
      const { readChart } = loaded(await reading, 'reads charts', signal);
      const chart = withReleaseTitles(await readChart(bundle, signal), knowledge.codeSets);
      listener.onChart(chart);
      const { found, unreadable } = await analyzeNotes(chart, knowledge, listener.onNote.bind(listener), signal);
      const understood = withoutUnreadable(chart, unreadable);
      const { concludeChart } = loaded(await concluding, 'finds gaps', signal);
      return { chart: understood, analysis: await concludeChart(understood, found, knowledge, policy) };
    },
    async search(words, serviceDate, limit) {
      const day = serviceDate?.slice(0, 10);
      const release = day === undefined ? knowledge.codeSets.newest : knowledge.codeSets.inForce(day);
      return release?.search(words, limit) ?? [];
    },
    close() { /* Nothing is held open: the knowledge belongs to the caller. */ },
  };
}

function loaded<Part>(part: Part | null, does: string, signal: AbortSignal): Part {
  signal.throwIfAborted();
  if (part === null) throw new EngineFault(`The part of the app that ${does} could not be loaded.`, 'Reload the app. If it happens again, the installation is incomplete.');
  return part;
}

type NotUnderstood = Pick<UnreadableNote, 'status' | 'why'>;

async function analyzeNotes(
  chart: Chart, knowledge: Knowledge, onNote: (findings: NoteFindings, done: number, total: number) => void, signal: AbortSignal,
): Promise<{ found: readonly NoteFindings[]; unreadable: ReadonlyMap<Note, NotUnderstood> }> {
  const found: NoteFindings[] = [];
  const unreadable = new Map<Note, NotUnderstood>();
  for (const [index, note] of chart.notes.entries()) {
    await nextTurn();
    signal.throwIfAborted();
    const findings = understand(chart, note, knowledge);
    if (findings === null) unreadable.set(note, { status: 'not-analysed', why: 'The text was read, but the analysis stopped on it. Review this note by hand.' });
    else if (findings.language === 'other') unreadable.set(note, { status: 'not-english', why: 'Not English: nothing was suggested from it. Review this note by hand.' });
    else found.push(findings);
    onNote(findings ?? { note: note.id, language: 'english', mentions: [], sentences: [], sections: [] }, index + 1, chart.notes.length);
  }
  return { found, unreadable };
}

/** One note that cannot be analysed must not cost the others: it is listed as unread, and rules that need it cannot tell. */
function understand(chart: Chart, note: Note, knowledge: Knowledge): NoteFindings | null {
  try {
    return analyzeNote(note, contextOf(chart, note), knowledge);
  } catch {
    return null;
  }
}

/** A note that was not understood is listed as unread, so that rules which need it answer *cannot tell*. */
function withoutUnreadable(chart: Chart, because: ReadonlyMap<Note, NotUnderstood>): Chart {
  if (because.size === 0) return chart;
  return {
    ...chart,
    notes: chart.notes.filter((note) => !because.has(note)),
    unreadable: [...chart.unreadable, ...[...because].map(([note, why]) => unreadableNote(note, why))],
  };
}

function unreadableNote(note: Note, { status, why }: NotUnderstood): UnreadableNote {
  return {
    document: note.document, attachment: note.attachment, contentType: note.contentType, title: note.title,
    date: note.date, encounter: note.encounter, status, why,
  };
}

/** Gives waiting messages a turn (a cancel is one), without the 4 ms that nested timers cost. */
function nextTurn(): Promise<void> {
  return new Promise((done) => {
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', () => {
      channel.port1.close();
      done();
    });
    channel.port1.start();
    channel.port2.postMessage(null);
  });
}
