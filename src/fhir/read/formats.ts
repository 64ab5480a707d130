export type NoteFormat = 'plain' | 'html';

/** How a document of this media type is read; null where it cannot be read yet. */
export function formatOf(contentType: string): NoteFormat | null {
  switch (essence(contentType)) {
    case 'text/plain': return 'plain';
    case 'text/html': case 'application/xhtml+xml': return 'html';
    default: return null;
  }
}

/** `text/html`, from `Text/HTML; charset=utf-8`. */
export function essence(contentType: string): string {
  return (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
}

/** "PDF documents cannot be read yet." */
export function cannotReadYet(contentTypes: readonly string[]): string {
  const names = [...new Set(contentTypes.map((type) => NAMES[essence(type)] ?? (essence(type) === '' ? 'Documents without a stated format' : `Documents of type ${safe(essence(type))}`)))];
  return `${names.join(', ')} cannot be read yet. Open the document in the EHR.`;
}

const NAMES: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF documents',
  'application/rtf': 'RTF documents', 'text/rtf': 'RTF documents',
  'application/xml': 'XML documents', 'text/xml': 'XML documents', 'application/hl7-cda+xml': 'CDA documents', 'application/cda+xml': 'CDA documents',
  'image/jpeg': 'Images', 'image/png': 'Images', 'image/tiff': 'Images', 'image/gif': 'Images', 'application/dicom': 'Images',
  'application/msword': 'Word documents', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word documents',
};

/** A media type comes from the server: only what one may look like is shown. */
function safe(type: string): string {
  return /^[\w.+-]+\/[\w.+-]+$/.test(type) ? type.slice(0, 80) : 'an unknown format';
}
