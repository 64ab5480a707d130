import type { Note, NoteFindings } from '../../model/index.ts';
import { category, isUnderAny } from '../hierarchy.ts';
import { ASSESSING, noteShape } from '../note-shape.ts';
import type { Statement } from '../statements.ts';

/**
 * Whether the assessment has a problem whose name is not understood ("2. Weak heart, on furosemide"): it may be any diagnosis that is charted, in words
 * that no list holds, so that nothing is told by silence (ICD-10-CM Guidelines I.A.19: the provider's statement is enough, in whatever words).
 */
export function hasUnnamedProblem(notes: readonly Note[], found: readonly NoteFindings[]): boolean {
  const byNote = new Map(found.map((findings) => [findings.note, findings]));
  return notes.some((note) => {
    const findings = byNote.get(note.id);
    return findings !== undefined && leads(note.text, findings).some((lead) => !findings.mentions.some(({ start, end, codes }) => start < lead.end && end > lead.start && !isUnderAny(codes[0] ?? '', ['Z79'])));
  });
}

interface Lead {
  readonly start: number;
  readonly end: number;
}

/** How each problem of the assessment begins, up to the first stop, colon or dash. UTF-16 offsets. */
function leads(text: string, findings: NoteFindings): readonly Lead[] {
  const shape = noteShape(text, findings);
  const parts = shape === 'assessed' || shape === 'assessed-in-other-words' ? findings.sections.filter(({ kind }) => ASSESSING.has(kind)).map(({ header, end }) => ({ start: header.end, end })) : [];
  return parts.flatMap(({ start, end }) => {
    const found: Lead[] = [];
    for (let at = start; at < end;) {
      const line = text.indexOf('\n', at);
      const stop = line < 0 || line > end ? end : line;
      const lead = leadOf(text.slice(at, Math.min(stop, at + LONGEST_LINE)), at);
      if (lead !== null) found.push(lead);
      at = stop + 1;
    }
    return found;
  });
}

const LONGEST_LINE = 300;

/** Null where the line tells what is done, or is no problem's. */
function leadOf(line: string, from: number): Lead | null {
  const marker = MARKER.exec(line)?.[0] ?? '';
  const rest = line.slice(marker.length);
  const stop = STOP.exec(rest);
  const lead = stop === null ? rest.trimEnd() : rest.slice(0, stop.index);
  const isMarked = NUMBERED.test(marker) || (stop !== null && stop[0] !== '.');
  if (!isMarked || lead.length < SHORTEST || lead.length > LONGEST || DOES.test(lead) || SAYS_HOW.test(lead)) return null;
  return { start: from + marker.length, end: from + marker.length + lead.length };
}

const SHORTEST = 2;
const LONGEST = 70;
const MARKER = /^\s*(?:#\s*)?(?:\d{1,2}[.)]\s*)?(?:[-*•]\s+)?/;
const NUMBERED = /\d|#/;
const STOP = /\.(?=\s|$)|[:;](?=\s|$)|\s[-–—]\s|,\s/;

/** What a line begins with that tells of measures, appointments, papers and the body, not of a problem. */
const DOES = /^(?:and |also |will |to |no |not |all |the |she |he |they |we |i |pt |patient )?(?:continu|cont\b|start|stop|increas|decreas|reduc|add|hold|resum|restart|refill|renew|chang|switch|taper|titrat|giv|given|administ|follow|f\/u|fu\b|rtc|return|recheck|repeat|order|refer|lab|check|schedul|discuss|counsel|advis|educat|encourag|recommend|home|diet|exercis|low[- ]salt diet|vaccin|flu shot|immuniz|imag|mri|ct\b|cta|x-?ray|xray|us\b|ultrasound|echo|ekg|ecg|pt\b|ot\b|physical|consult|monitor|await|pending|review|plan|plan|disposition|dispo|dc\b|d\/c|discharg|admit|transfer|code\b|full|dnr|time|total|spent|next|today|call|see\b|seen|use|take|rest|ice|elevat|wean|keep|avoid|wear (?:a|the|brace|mask|splint|stockings|compression|boot)\b|remov|sutur|bmp|cbc|cmp|a1c|tsh|lipid|mammo|colonos|dexa|pap|screen|prophyl|dvt ppx|gi ppx|ppx|fen\b|diet|access|contact|family|social|work|school|letter|form|rx|meds?\b|medication|assess|impression|diagnos|dx\b|a\/p|health|prevent|well\b|routine|annual|physical|visit|procedur|inject|consent|risk|benefit|alternativ|return|er precautions|ed precautions|if\b|for\b|with\b|on\b|at\b|in\b|by\b|per\b|since\b|because|given|after|before|until|while)/i;

/** Drugs with their doses, days and numbers. */
const SAYS_HOW = /\b\d+\s?(?:mg|mcg|g|ml|units?|tabs?|puffs?|weeks?|wks?|wk|days?|months?|mos?|mo|min(?:utes)?|%|\/\d)\b|^\W*\d/i;

/**
 * Whether what is assessed and not charted may be what is charted, in a symptom's or a more general word ("LV dysfunction" for I50.22): it belongs to the
 * same chapter, and nothing charted names it.
 */
export function mayBeMeant(code: string, said: readonly Statement[], charted: readonly string[]): boolean {
  const named = new Set(charted.filter((one) => one !== code).map(category));
  return said.some(({ code: other, assessed, titled, unusable, mention }) =>
    assessed && titled && unusable === null && mention.assertion.status === 'present' && !named.has(category(other)) && isOfTheChapter(other, code));
}

function isOfTheChapter(said: string, charted: string): boolean {
  if (said[0] === charted[0]) return true;
  return CHAPTERS.some(({ of, chapters }) => said.startsWith(of) && chapters.includes(charted[0]!));
}

/** Symptoms and findings, and the chapters whose diseases they are words for (tabular list, Chapter 18). */
const CHAPTERS: readonly { readonly of: string; readonly chapters: string }[] = [
  { of: 'R0', chapters: 'IJ' }, { of: 'R1', chapters: 'K' }, { of: 'R20', chapters: 'GL' }, { of: 'R21', chapters: 'LBA' }, { of: 'R22', chapters: 'LDCE' }, { of: 'R23', chapters: 'L' }, { of: 'R2', chapters: 'GM' }, { of: 'R3', chapters: 'N' },
  { of: 'R4', chapters: 'FG' }, { of: 'R5', chapters: 'GE' }, { of: 'R6', chapters: 'IEN' }, { of: 'R7', chapters: 'ED' }, { of: 'R8', chapters: 'NE' }, { of: 'R9', chapters: 'IJKN' }, { of: 'M79', chapters: 'SI' }, { of: 'M', chapters: 'S' }, { of: 'I77.6', chapters: 'M' }, { of: 'R23.2', chapters: 'N' }, { of: 'S', chapters: 'M' },
  { of: 'G47', chapters: 'F' }, { of: 'F51', chapters: 'G' }, { of: 'D', chapters: 'C' }, { of: 'C', chapters: 'D' },
];
