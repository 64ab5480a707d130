/** One string of a page: points from the left and from the bottom edge, as PDF counts. */
export interface PdfText {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size?: number;
  /** Turned by 90 degrees. */
  readonly turned?: boolean;
}

export interface PdfOptions {
  /** Marks the file as encrypted with a password that no one has. */
  readonly encrypted?: boolean;
  /** Degrees by which every page is turned when shown. */
  readonly rotate?: number;
}

/** A PDF 1.4 of pages in Helvetica, 612 by 792 points, as small as it can be. A page without texts is blank. */
export function pdfOf(pages: readonly (readonly PdfText[])[], { encrypted = false, rotate = 0 }: PdfOptions = {}): Uint8Array {
  const objects: string[] = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${pages.map((_, i) => `${4 + i * 2} 0 R`).join(' ')}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((texts, i) => {
      const content = texts.map(drawn).join('\n');
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate ${rotate} /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + i * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ];
    }),
    ...(encrypted ? [`<< /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <${'ab'.repeat(32)}> /U <${'cd'.repeat(32)}> >>`] : []),
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const encryption = encrypted ? ` /Encrypt ${objects.length} 0 R /ID [<${'00'.repeat(16)}> <${'00'.repeat(16)}>]` : '';
  const table = offsets.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R${encryption} >>\nstartxref\n${file.length}\n%%EOF\n`;
  return Uint8Array.from(file, (letter) => letter.charCodeAt(0));
}

/** The lines of a page, 14 points apart from the top: what a printed note looks like. */
export function linesOf(lines: readonly string[], { x = 72, y = 720, size = 11 }: { readonly x?: number; readonly y?: number; readonly size?: number } = {}): readonly PdfText[] {
  return lines.flatMap((text, i) => (text === '' ? [] : [{ text, x, y: y - 14 * i, size }]));
}

function drawn({ text, x, y, size = 11, turned = false }: PdfText): string {
  return `BT /F1 ${size} Tf ${turned ? `0 1 -1 0 ${x} ${y}` : `1 0 0 1 ${x} ${y}`} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET`;
}
