import type { Span } from '../model/index.ts';

/** Letters after a name: degrees, licences, fellowships, certificates. */
const LETTERS = '(?:MD|DO|MBBS|MBChB|NP|FNP|CNP|DNP|APRN|ARNP|CNM|CRNA|PA|PA-C|PAC|RN|BSN|LPN|RD|RDN|LD|LCSW|MSW|PT|DPT|OT|OTR|SLP|PharmD|PhD|PsyD|DPM|OD|DDS|MPH|FACP|FACC|FAAP|FACS|FACOG|FACEP|FAAFP|FAAN|RPh|CMA|MA|MS)(?:-[A-Z]{1,3})?';
const NAME = "(?:[Dd]r\\.? |(?:[Ss]igned|[Ss]igned by|[Ee]lectronically signed by|[Aa]uthor|[Aa]ttending|[Pp]rovider|[Cc]osigned by):? )?(?:[A-Z][A-Za-z'’-]*\\.? ){1,3}[A-Z][A-Za-z'’-]+";
const SIGNATURE = new RegExp(`^[-–—/s ]{0,4}${NAME},? ${LETTERS}(?:[, ]+${LETTERS}){0,4}(?:[ ,.;(].{0,60})?$`);

/** "Back in 4 months. G. Marchetti MD": initials and a surname with letters after them close the line. */
const SIGNED_AT_ITS_END = new RegExp(`(?:^|[\\s–—-])((?:[A-Z]\\. ?){1,3}[A-Z][A-Za-z'’-]+(?: [A-Z][A-Za-z'’-]+)?,? (?!M[SA]\\b)${LETTERS}(?:, ?${LETTERS}){0,3})[.)]?$`);

/** UTF-16 units of the longest line that signs a note. */
const LONGEST = 140;
/** UTF-16 units of a signature at a line's end. */
const LONGEST_TAIL = 60;

/** Lines, and ends of lines, that sign a note ("D. Vaughn MD"): the letters after the name stand for no disease. In order; offsets are UTF-16. */
export function signatureLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start <= LONGEST && SIGNATURE.test(text.slice(start, end).trim())) lines.push({ start, end });
    else {
      const tail = text.slice(Math.max(start, end - LONGEST_TAIL), end).trimEnd();
      const signed = SIGNED_AT_ITS_END.exec(tail);
      if (signed !== null) lines.push({ start: Math.max(start, end - LONGEST_TAIL) + signed.index + signed[0].indexOf(signed[1]!), end });
    }
    start = end + 1;
  }
  return lines;
}
