import type { Attachment } from 'fhir/r4';
import { Parser } from 'htmlparser2';
import { binaryOf } from './record.ts';
import type { PatientRecord } from './record.ts';

export type NoteText = { readonly readable: true; readonly text: string } | { readonly readable: false; readonly why: string };

/** The words of an attachment, for reading only: the app extracts its own. HTML is never put into the page as HTML. */
export function noteText(record: PatientRecord, attachment: Attachment): NoteText {
  const data = attachment.data ?? binaryOf(record, attachment.url)?.data;
  const [kind = '', ...parameters] = (attachment.contentType ?? '').split(';').map((each) => each.trim().toLowerCase());
  if (!kind.startsWith('text/')) return { readable: false, why: `No preview of ${kind || 'an unnamed format'}.` };
  if (data === undefined) return { readable: false, why: 'The document holds no words.' };
  const source = decode(data, parameters.find((each) => each.startsWith('charset='))?.slice('charset='.length));
  if (source === null) return { readable: false, why: 'The document is in an encoding that this page does not know.' };
  const text = kind === 'text/html' ? plain(source) : source;
  return text.trim() === '' ? { readable: false, why: 'The document is empty.' } : { readable: true, text };
}

function decode(base64: string, charset = 'utf-8'): string | null {
  try {
    return new TextDecoder(charset).decode(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
  } catch {
    return null;
  }
}

/** What goes before and after the words of an element. */
const LAYOUT: Readonly<Record<string, readonly [string, string]>> = {
  p: ['\n\n', '\n\n'], div: ['\n', '\n'], table: ['\n', '\n\n'], tr: ['\n', ''], td: ['', '\t'], th: ['', '\t'], br: ['\n', ''], li: ['\n- ', ''], ul: ['\n', '\n\n'], ol: ['\n', '\n\n'],
  h1: ['\n\n', '\n'], h2: ['\n\n', '\n'], h3: ['\n\n', '\n'], h4: ['\n\n', '\n'],
};
const SILENT = new Set(['script', 'style', 'title', 'template', 'noscript']);

function plain(html: string): string {
  let text = '';
  let silent = 0;
  const parser = new Parser({
    onopentagname: (name) => {
      if (SILENT.has(name)) silent += 1;
      text += LAYOUT[name]?.[0] ?? '';
    },
    ontext: (words) => {
      if (silent === 0) text += words.replace(/\s+/g, ' ');
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent -= 1;
      text += LAYOUT[name]?.[1] ?? '';
    },
  });
  parser.end(html);
  return text.replace(/[ \t]+\n/g, '\n').replace(/\n[ ]+/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}
