import type { Attachment } from 'fhir/r4';
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

const BLOCKS = new Set(['P', 'DIV', 'H1', 'H2', 'H3', 'H4', 'LI', 'TR', 'TABLE', 'UL', 'OL', 'BR']);
const SILENT = new Set(['SCRIPT', 'STYLE', 'TITLE', 'TEMPLATE', 'NOSCRIPT']);

function plain(html: string): string {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  return words(body).replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

function words(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return (node.textContent ?? '').replace(/\s+/g, ' ');
  if (SILENT.has(node.nodeName)) return '';
  const inside = [...node.childNodes].map(words).join('');
  if (node.nodeName === 'TD' || node.nodeName === 'TH') return `${inside.trim()}\t`;
  if (node.nodeName === 'LI') return `\n- ${inside.trim()}`;
  return BLOCKS.has(node.nodeName) ? `\n${inside.trim()}\n` : inside;
}
