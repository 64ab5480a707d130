import type { ComponentChild } from 'preact';
import { useState } from 'preact/hooks';
import type { Attachment, DocumentReference } from 'fhir/r4';
import { noteText } from '../state/note-text.ts';
import { notes } from '../state/record.ts';
import type { PatientRecord } from '../state/record.ts';
import { moment, textOf, wordsOf } from '../state/words.ts';
import { Empty, Fresh, Raw } from './parts.tsx';
import type { SectionProps } from './parts.tsx';

export function Notes({ record, encounter, news }: SectionProps) {
  const all = notes(record, encounter);
  const [here, earlier] = [all.filter((each) => each.ofEncounter), all.filter((each) => !each.ofEncounter)];
  if (all.length === 0) return <Empty>There are no notes.</Empty>;
  const row = (document: DocumentReference) => <NoteRow key={document.id} document={document} record={record} fresh={<Fresh of={document} news={news} />} />;
  return (
    <>
      {here.length === 0 && <Empty>This encounter has no notes.</Empty>}
      {here.map((each) => row(each.document))}
      {earlier.length > 0 && (
        <details class="earlier">
          <summary>{`Other encounters: ${earlier.length} ${earlier.length === 1 ? 'note' : 'notes'}`}</summary>
          {earlier.map((each) => row(each.document))}
        </details>
      )}
    </>
  );
}

/** The words are decoded when the note is first opened: a chart may hold hundreds. */
function NoteRow({ document, record, fresh }: { document: DocumentReference; record: PatientRecord; fresh: ComponentChild }) {
  const [open, setOpen] = useState(false);
  const title = textOf(document.type) || 'Document';
  const status = document.status === 'current' ? document.docStatus : document.status;
  return (
    <details class={document.status === 'current' ? 'note' : 'note note-closed'} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="row-main">
          <span class="row-title">{title}</span> {status && status !== 'final' && <span class="mark">{wordsOf(status)}</span>} {fresh}
          <span class="row-more">{[moment(document.date), document.author?.[0]?.display].filter(Boolean).join(' · ')}</span>
        </span>
      </summary>
      {open && document.content.map(({ attachment }, index) => <Words key={`${document.id}-${index + 1}`} record={record} attachment={attachment} />)}
      {open && <Raw resource={document} name={title} />}
    </details>
  );
}

function Words({ record, attachment }: { record: PatientRecord; attachment: Attachment }) {
  const note = noteText(record, attachment);
  return note.readable ? <p class="words">{note.text}</p> : <p class="empty">{note.why}</p>;
}
