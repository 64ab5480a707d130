import type { Span } from '../model/index.ts';

/** Letters after a name: degrees, licences, fellowships, certificates. */
const LETTERS = '(?:MD|DO|MBBS|MBChB|NP|FNP|CNP|DNP|APRN|ARNP|CNM|CRNA|PA|PA-C|PAC|RN|BSN|LPN|RD|RDN|LD|LCSW|MSW|PT|DPT|OT|OTR|SLP|PharmD|PhD|PsyD|DPM|OD|DDS|MPH|FACP|FACC|FAAP|FACS|FACOG|FACEP|FAAFP|FAAN|RPh|CMA|MA|MS)(?:-[A-Z]{1,3})?';
const NAME = "(?:[Dd]r\\.? |(?:[Ss]igned|[Ss]igned by|[Ee]lectronically signed by|[Aa]uthor|[Aa]ttending|[Pp]rovider|[Cc]osigned by):? )?(?:[A-Z][A-Za-z'’-]*\\.? ){1,3}[A-Z][A-Za-z'’-]+";
const SIGNATURE = new RegExp(`^[-–—/s ]{0,4}${NAME},? ${LETTERS}(?:[, ]+${LETTERS}){0,4}(?:[ ,.;(].{0,60})?$`);

/** UTF-16 units of the longest line that signs a note. */
const LONGEST = 140;

/** Lines that sign a note ("D. Vaughn MD"): the letters after the name stand for no disease. In order; offsets are UTF-16. */
export function signatureLines(text: string): readonly Span[] {
  const lines: Span[] = [];
  for (let start = 0; start <= text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start <= LONGEST && SIGNATURE.test(text.slice(start, end).trim())) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
