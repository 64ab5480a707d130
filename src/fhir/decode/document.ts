import type { DocumentReference, DocumentReferenceRelatesTo } from 'fhir/r4';
import { noteId } from '../../domain/model/index.ts';
import type { Author, Note, NoteStatus, NoteType, Source, UnreadableNote } from '../../domain/model/index.ts';
import type { AttachmentContent } from '../read/contract.ts';
import { authorOf, signedRole } from './note/author.ts';
import type { People } from './note/author.ts';
import { extractPlain } from './note/extract.ts';
import { hashOf } from './note/text-hash.ts';
import { noteTypeOf } from './note/type.ts';
import { latestOf, list, sourceOf, text, words } from './parse.ts';
import type { References } from './parse.ts';
import type { Prepared } from './prepare.ts';

export interface DocumentParts {
  readonly refs: References;
  readonly people: People;
  /** References of documents that a later one replaces. */
  readonly superseded: ReadonlySet<string>;
  readonly attachments: readonly AttachmentContent[];
  readonly prepared: Prepared;
  /** The sensitive labels that a document is under. */
  readonly labelsOf: (document: DocumentReference) => readonly string[];
}

/** The documents that others in the list replace (`relatesTo` code `replaces`). */
export function supersededBy(documents: readonly DocumentReference[], refs: References): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const document of documents) {
    if (document.status === 'entered-in-error' || !Array.isArray(document.relatesTo)) continue;
    for (const relation of document.relatesTo as readonly (DocumentReferenceRelatesTo | null)[]) {
      const target = relation?.code === 'replaces' ? refs.of(relation.target) : null;
      if (target !== null) replaced.add(target);
    }
  }
  return replaced;
}

/** One document's notes: what could be extracted, and what could not, with the reason. */
export function decodeDocument(document: DocumentReference, parts: DocumentParts): readonly (Note | UnreadableNote)[] {
  const head = headOf(document, parts);
  const contents = parts.attachments.filter((content) => content.document === head.document.reference);
  if (contents.length === 0) {
    const why = list(document.content).length === 0 ? 'The document has no content.' : 'The text of this document was not fetched. Open it in the EHR.';
    return [unreadable(head, document, 0, '', 'failed', why)];
  }
  return contents.map((content) => noteOf(content, head, document, parts.prepared));
}

interface Head {
  readonly document: Source;
  readonly type: NoteType;
  readonly typeCode: string | null;
  readonly status: NoteStatus;
  readonly date: string | null;
  readonly author: Author;
  readonly encounter: string | null;
  readonly sensitivity: readonly string[];
}

function headOf(document: DocumentReference, { refs, people, superseded, labelsOf }: DocumentParts): Head {
  const { type, code } = noteTypeOf(document.type);
  const source = sourceOf(document);
  return {
    document: source, type, typeCode: code,
    status: statusOf(document, superseded.has(source.reference)),
    date: text(document.date) ?? latestOf(document.context?.period) ?? text(list(document.content)[0]?.attachment?.creation),
    author: authorOf(document, type, refs, people),
    encounter: list(document.context?.encounter).map((e) => refs.of(e)).find((r) => r !== null) ?? null,
    sensitivity: labelsOf(document),
  };
}

function statusOf(document: DocumentReference, superseded: boolean): NoteStatus {
  if (document.status === 'entered-in-error' || document.docStatus === 'entered-in-error') return 'entered-in-error';
  if (superseded || document.status === 'superseded') return 'superseded';
  switch (document.docStatus) {
    case 'preliminary': case 'final': case 'amended': return document.docStatus;
    default: return 'unknown';
  }
}

function noteOf(content: AttachmentContent, head: Head, document: DocumentReference, prepared: Prepared): Note | UnreadableNote {
  const { index, contentType } = content;
  if ('failure' in content) return unreadable(head, document, index, contentType, content.failure.status, content.failure.why);
  const found = prepared.get(content) ?? extractPlain(content.bytes, contentType);
  if ('status' in found) return unreadable(head, document, index, contentType, found.status, found.why);
  const { extraction, extractor } = found;
  const source = hashOf(found.source);
  return {
    ...head,
    author: head.author.role === 'unknown' ? { ...head.author, role: signedRole(extraction.text) } : head.author,
    document: { ...head.document, version: head.document.version ?? source },
    id: noteId(head.document.reference, index),
    attachment: index, contentType, title: titleOf(document, index),
    ...extraction,
    hashes: { source, text: extraction.text === found.source ? source : hashOf(extraction.text) },
    sensitivity: [...new Set([...head.sensitivity, ...(content.labels ?? [])])],
    extractor,
  };
}

function unreadable(head: Head, document: DocumentReference, attachment: number, contentType: string, status: UnreadableNote['status'], why: string): UnreadableNote {
  const { document: source, date, encounter } = head;
  return { document: source, attachment, contentType, title: titleOf(document, attachment), date, encounter, status, why };
}

function titleOf(document: DocumentReference, index: number): string {
  return words(document.type) ?? text(list(document.content)[index]?.attachment?.title) ?? text(document.description) ?? 'Note';
}
