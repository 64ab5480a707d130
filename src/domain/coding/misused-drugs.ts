import type { Chart, CodeSet, Note, QuoteEvidence } from '../model/index.ts';
import { ADVERSE_DRUGS } from './adverse-drugs.ts';
import type { VisitCode } from './combine.ts';
import { isAtOrBelow, isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { visitNotes } from './whose-words.ts';

const NAMES: ReadonlyMap<string, (typeof ADVERSE_DRUGS)[number]> = new Map(ADVERSE_DRUGS.flatMap((drug) => drug.names.map((name) => [name, drug] as const)));
const NAME = `(?:(?:his|her|their|the|of|home|daily|all|prescribed) ){0,2}(${[...NAMES.keys()].toSorted((a, b) => b.length - a.length).join('|')})`;
const LESS = 'underdosing of|underdosing|under-dosing of|skipping|skips|skipped|rationing|rations|missed doses of|missing doses of|halved|halving|cut back on|cut down on|cutting back on|cut|cuts|stretched|stretching|spacing out|spaced out|went without|going without|rationed|not taking|stopped taking|took less|taking less|takes less|cutting|splitting|ran out of|out of|self-discontinued|nonadherence to|non-adherence to|noncompliance with|nonadherent with|nonadherent to|noncompliant with';
const OMITTED = 'rationing|omission|underdosing|non-?adherence|non-?compliance';
const UNDERDOSED = new RegExp(`\\b(?:${LESS}) (?:doses of )?${NAME}\\b|\\b(${[...NAMES.keys()].toSorted((a, b) => b.length - a.length).join('|')}) (?:${OMITTED})\\b`, 'gi');
const NOT_SO = /\b(?:den(?:y|ies|ied)|not|never|no|without|if|risk of|avoid|should|would|could|may|might|instructed|told|advised|asked)\b[^.;]{0,40}$/i;
/** A stop that a clinician ordered is none of the patient's. */
const ORDERED = /\b(?:per|by|as directed by|advised by|instructed by) (?:his|her|the|cardiology|nephrology|pcp|doctor|provider|surgeon)\b|\bas (?:directed|instructed|prescribed|told)\b/i;

const REASONS: readonly { readonly said: RegExp; readonly code: string }[] = [
  { said: /\b(?:costs?|afford|(?:not|unable to|trouble) pay(?:ing)?|want of|insurance|insured|coverage|uninsured|(?:lost|losing|without) (?:his|her|their|a|the|health)? ?(?:plan|job|medicaid|medicare|benefits)|ration\w*|make (?:a|the|one|it|each|them|his|her|their) (?:\w+ ){0,2}last|last longer|financial|money|poverty|broke|copay|co-pay|price|expens\w+)\b/i, code: 'Z91.120' },
  { said: /\b(?:dementia|memory|cognitive|age-related|confus\w+)\b/i, code: 'Z91.130' },
  { said: /\b(?:forg[eo]t\w*|unintentional\w*|mix-?up|misunderst\w+|travel\w*|lost)\b/i, code: 'Z91.138' },
  { said: /\b(?:on (?:his|her|their) own|side effects?|intentional\w*|feels? (?:fine|better|well)|did ?n[o’']t like|does ?n[o’']t like|afraid|chose|decided|refus\w+|because (?:it|they|of the (?:\w+ ){0,2}(?:urination|peeing|cough|bleeding|taste|nausea|weight))|kept (?:him|her|them)|made (?:him|her|them)|tired of|hates?|dislik\w+)\b/i, code: 'Z91.128' },
];

/**
 * Less of a drug taken than prescribed: the drug with underdosing after the condition, and the reason where the sentence gives it
 * (ICD-10-CM Guidelines I.C.19.e.5.c: never first, the condition whose treatment fails before it).
 */
export function withUnderdosing(codes: readonly VisitCode[], chart: Chart, codeSet: CodeSet): readonly VisitCode[] {
  const treated = codes.find(({ code, statements }) => statements.length > 0 && !isUnderAny(code, ['Z', 'T', 'V', 'W', 'X', 'Y']));
  if (treated === undefined) return codes;
  const found = visitNotes(chart).usable.flatMap((note) => readings(note));
  const [first] = found;
  if (first === undefined) return codes;
  const general = codes.filter((one) => GENERAL.includes(one.code));
  const kept = codes.filter((one) => !GENERAL.includes(one.code) && !found.some(({ drug }) => one.code === drug));
  const made = [...new Set([...found.map(({ drug }) => underdosing(drug)), ...found.flatMap(({ reason }) => reason ?? [])])];
  const reasonSaid = codes.some(({ code, statements }) => isUnderAny(code, WITH_REASON) || (isAtOrBelow(code, 'Z91.1') && statements.length > 0));
  const reasonless = codes.filter(({ code, statements }) => isUnderAny(code, WITHOUT_REASON) && statements.length === 0).map(({ code }) => code);
  const added = made.flatMap((code): VisitCode[] => {
    const entry = codeSet.entry(code);
    if (entry === undefined || kept.some((one) => one.code === code) || (code.startsWith('Z') && reasonSaid)) return [];
    const statement: Statement = { ...treated.statements[0]!, code, title: entry.title, note: first.note, evidence: [first.evidence], alternatives: [], made: null };
    const rule = { id: 'underdosing', version: '1.0.0', authority: `ICD-10-CM Guidelines ${codeSet.release} I.C.19.e.5.c`, because: 'The note says that less was taken than prescribed.' };
    return [{ code, title: entry.title, statements: [statement], rules: [rule], alternatives: [], replaces: [...general.map((one) => one.code), ...(code.startsWith('Z') ? reasonless : [])] }];
  });
  return [...kept, ...added];
}

/** Less taken, by intent and reason; and what is charted where nobody asked for the reason (tabular Z91.12, Z91.13, Z91.14). */
const WITH_REASON = ['Z91.12', 'Z91.13'];
const WITHOUT_REASON = ['Z91.14', 'Z91.19'];
const GENERAL = ['T50.906A', 'T50.996A'];

/** T46.4X5A → T46.4X6A: of the characters that tell the intent, the one for underdosing. */
function underdosing(adverse: string): string {
  return adverse === 'T36.95XA' ? 'T36.96XA' : `${adverse.slice(0, 6)}6A`;
}

function readings(note: Note): readonly { readonly drug: string; readonly reason: string | null; readonly note: Note; readonly evidence: QuoteEvidence }[] {
  const judged = note.text.search(JUDGES);
  return [...note.text.matchAll(UNDERDOSED)].flatMap((match) => {
    if (match.index < judged) return [];
    const [start, end] = [match.index, match.index + match[0].length];
    const before = note.text.slice(Math.max(0, start - NEAR), start);
    const rest = note.text.slice(end, end + NEAR).split(/\.\s|\n/)[0] ?? '';
    const drug = NAMES.get((match[1] ?? match[2] ?? '').toLowerCase());
    if (drug === undefined || NOT_SO.test(before) || ORDERED.test(rest)) return [];
    const around = `${before.split(/\.\s|\n/).at(-1) ?? ''} ${match[0]} ${rest}`;
    const evidence: QuoteEvidence = { kind: 'quote', document: note.document.reference, version: note.document.version, note: note.id, start, end, quote: match[0], marks: [{ start, end }] };
    return [{ drug: drug.code, reason: REASONS.find(({ said }) => said.test(around))?.code ?? null, note, evidence }];
  });
}

/** From here on a note judges; what the history tells of doses is no statement that they failed. */
const JUDGES = /^[ \t]*(?:assessment|impression|a\/p|a&p|mdm|medical decision making|hospital course|discharge diagnos[ie]s)\b/im;

/** UTF-16 units on either side that are read. */
const NEAR = 120;
