import type { JSX } from 'preact';
import type { Chart, ReadReport, UnreadableNote } from '../../domain/model/index.ts';
import type { OpenReview } from '../../app/review-state.ts';
import { Dialog } from '../components/dialog.tsx';
import { Kept, Preflight } from '../components/this-ehr.tsx';
import { isShort, readSentence } from '../state/chart-words.ts';
import { useApp } from '../state/app.ts';
import { dayOf, KIND_WORDS, READ_WORDS, roleWord } from '../state/words.ts';

/** Null where the reason says it all. */
const UNREADABLE_WORDS: Readonly<Record<UnreadableNote['status'], string | null>> = {
  failed: 'Could not be decoded', denied: 'Not allowed', 'cannot-read-yet': 'Cannot be read yet', withheld: 'Withheld', 'not-english': null, 'not-analysed': null,
};

/** How the reading ended, for each kind: unread is never shown as empty; where things go with this EHR, and what is kept. */
export function Details({ chart, open }: { readonly chart: Chart; readonly open: OpenReview | null }): JSX.Element {
  const app = useApp();
  return (
    <Dialog title="What was read, and where things go" onClose={() => { app.dialog.value = null; }}>
      <Read chart={chart} />
      {open !== null && (
        <>
          <Preflight rows={open.preflight} />
          <Kept open={open} />
          <h3>Signed in</h3>
          <p>{open.session.user.name}, {roleWord(open.session.user.role)}</p>
          <button type="button" onClick={() => { app.dialog.value = 'sign-out'; }}>Sign out</button>
        </>
      )}
    </Dialog>
  );
}

function Read({ chart }: { readonly chart: Chart }): JSX.Element {
  return (
    <>
      <p>{readSentence(chart)}.</p>
      {chart.unreadable.length > 0 && (
        <>
          <h3>Notes that were not read</h3>
          <ul class="plain">
            {chart.unreadable.map((note) => (
              <li key={`${note.document.reference}#${note.attachment}`}>
                <strong>{note.title}, {dayOf(note.date)}</strong>
                <p>{[UNREADABLE_WORDS[note.status], note.why].filter((words) => words !== null).join('. ')}</p>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>Kinds of record</h3>
      <table class="reads">
        <thead><tr><th scope="col">What</th><th scope="col">Outcome</th><th scope="col" class="number">Found</th></tr></thead>
        <tbody>
          {rowsOf(chart.reads).map((report) => (
            <tr key={`${report.kind}?${report.query}`} class={`read-${report.status}`}>
              <th scope="row">{KIND_WORDS[report.kind]}{detailOf(report)}{report.why === null ? null : <p class="hint">{report.why}</p>}</th>
              <td>{READ_WORDS[report.status]}</td>
              <td class="number">{report.status === 'read' || report.status === 'partial' ? report.count : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** One row for searches of the same kind that ended alike; what did not wholly come stands first. */
function rowsOf(reads: readonly ReadReport[]): readonly ReadReport[] {
  const rows = new Map<string, ReadReport>();
  for (const report of reads) {
    const query = categoryOf(report) ?? '';
    const key = [report.kind, query, report.status, report.why].join('|');
    rows.set(key, { ...report, count: report.count + (rows.get(key)?.count ?? 0) });
  }
  return [...rows.values()].toSorted((a, b) => Number(isShort(b)) - Number(isShort(a)));
}

function detailOf(report: ReadReport): JSX.Element | null {
  const category = categoryOf(report);
  return category === undefined ? null : <span class="hint"> {category.replaceAll('-', ' ')}</span>;
}

function categoryOf({ query }: ReadReport): string | undefined {
  return /category=([\w-]+)/.exec(query)?.[1];
}
