import type { ComponentChildren } from 'preact';
import type { FhirResource } from 'fhir/r4';
import { useRef, useState } from 'preact/hooks';
import { keyOf } from '../state/record.ts';
import type { News, PatientRecord } from '../state/record.ts';

/** What each part of the chart is given. */
export interface SectionProps {
  readonly record: PatientRecord;
  readonly encounter: string;
  readonly news: ReadonlyMap<string, News>;
}

export function Empty({ children }: { children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** New and changed rows say so in words, since color alone would not. */
export function Fresh({ of: resource, news }: { of: FhirResource; news: ReadonlyMap<string, News> }) {
  const what = news.get(keyOf(resource));
  return what ? <span class={`mark mark-${what}`}>{what}</span> : null;
}

export function rowClass(resource: FhirResource, news: ReadonlyMap<string, News>, closed = false): string {
  return ['row', news.has(keyOf(resource)) ? 'row-fresh' : '', closed ? 'row-closed' : ''].filter(Boolean).join(' ');
}

/** The resource as FHIR has it, for those who want to see what was written. */
export function Raw({ resource, name }: { resource: FhirResource; name: string }) {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const show = () => {
    setOpen(true);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="quiet raw" onClick={show}>FHIR<span class="visually-hidden">{` of ${name}`}</span></button>
      <dialog ref={dialog} class="raw-dialog" aria-label={`FHIR of ${name}`} onClose={() => setOpen(false)}>
        {open && (
          <>
            <div class="raw-bar">
              <h4>{`${keyOf(resource)}, version ${resource.meta?.versionId ?? 'unknown'}`}</h4>
              <button type="button" class="quiet" onClick={() => dialog.current?.close()}>Close</button>
            </div>
            <textarea class="raw-text" readOnly rows={28} spellcheck={false} aria-label="Resource as JSON" value={JSON.stringify(resource, null, 2)} />
          </>
        )}
      </dialog>
    </>
  );
}
