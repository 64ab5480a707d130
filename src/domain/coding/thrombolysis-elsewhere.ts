import type { Chart, CodeSet, Note, QuoteEvidence } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import { visitNotes } from './whose-words.ts';

/** What is treated so (tabular Z92.82: code first condition requiring tPA administration). */
const TREATED = ['I63', 'I21', 'I22', 'I26', 'I74', 'I82'];
const CODE = 'Z92.82';

const DRUG = '(?:r?t-?PA|alteplase|tenecteplase|TNK(?:ase)?|reteplase|thrombolysis|thrombolytics?|IV lytics?)';
const GIVEN_THERE = new RegExp(`\\b${DRUG}\\b[^.;\\n]{0,40}?\\b(?:(?:at|by|from) (?:(?:an?|the|our|her|his) )?(?:(?:outside|referring|transferring|outlying|sending|spoke|community|local|rural|first|other|another) (?:hospital|facility|ED|ER|emergency|center|site)|OSH|(?:[A-Z][\\w.'’-]* ){1,4}(?:Hospital|Medical Center|Regional|Memorial|General|Clinic|Infirmary|ED|ER))|(?:before|prior to) (?:arrival|transfer|coming here|being transferred))\\b`, 'g');
const CAME_AFTER = new RegExp(`\\btransferred (?:\\w+ ){0,4}?(?:after|following|s/p|status post|post) (?:receiving |IV )?${DRUG}\\b`, 'gi');
const NOT_GIVEN = /\b(?:no|not|never|without|declin\w+|refus\w+|contraindicat\w+|outside (?:the )?window|too late|candidate|considered|offered|if|eligible|ineligible|deferred)\b[^.;\n]{0,40}$/i;

/**
 * A clot dissolved in another facility before the patient came here (tabular Z92.82: within the last 24 hours; ICD-10-CM Guidelines I.C.21.c.3), beside the condition that
 * it was given for.
 */
export function withThrombolysisElsewhere(codes: readonly VisitCode[], chart: Chart, codeSet: CodeSet): readonly VisitCode[] {
  const treated = codes.find(({ code, statements }) => statements.length > 0 && isUnderAny(code, TREATED));
  const entry = codeSet.entry(CODE);
  if (treated === undefined || entry === undefined || codes.some(({ code }) => code === CODE)) return codes;
  const said = visitNotes(chart).usable.flatMap((note) => passages(note).map((evidence) => ({ note, evidence })))[0];
  if (said === undefined) return codes;
  const statement = { ...treated.statements[0]!, code: entry.code, title: entry.title, note: said.note, evidence: [said.evidence], alternatives: [], made: null };
  const rule = { id: 'thrombolysis-elsewhere', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.21.c.3; tabular Z92.82`, because: 'It was given in another facility before the patient came here.' };
  return [...codes, { code: entry.code, title: entry.title, statements: [statement], rules: [rule], alternatives: [], replaces: [] }];
}

function passages(note: Note): readonly QuoteEvidence[] {
  return [...note.text.matchAll(GIVEN_THERE), ...note.text.matchAll(CAME_AFTER)].flatMap((match): QuoteEvidence[] => {
    const [start, end] = [match.index, match.index + match[0].length];
    if (NOT_GIVEN.test(note.text.slice(Math.max(0, start - 80), start)) || /\b(?:not|no|declined|refused)\b/i.test(match[0])) return [];
    return [{ kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: match[0], marks: [{ start, end }] }];
  });
}
