import type { Mention, NoteFindings, SectionKind } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import { ASSESSING } from './note-shape.ts';
import { isSymptom } from './problem-titles.ts';

/** A line or sentence of an assessment that calls a finding by its kind alone. */
const BARE_NOUN = /(?:^[ \t]*|[.;] )(?:\d{1,2}[.)][ \t]*|[-•*–][ \t]*)?(?:(?:the|this|her|his|that) )?(nodules?|mass(?:es)?|lesions?|cysts?|polyps?|fracture|ulcer|hernia|stones?|aneurysm|effusion|murmur|laceration|abscess|tear)[ \t]*[:,–-]/gim;

/** What such a line means: the one condition of that kind that the note tells of as present (ICD-10-CM Guidelines I.B.2: from anywhere in the record). */
export function referredTo(text: string, { sections, mentions }: NoteFindings): readonly Mention[] {
  const assessing = sections.filter(({ kind }) => ASSESSING.has(kind));
  return assessing.flatMap(({ start, end }) => [...text.slice(start, end).matchAll(BARE_NOUN)].slice(0, MOST_LINES).flatMap((line) => {
    const at = start + line.index;
    if (mentions.some((one) => one.start >= at && one.start < at + line[0].length)) return [];
    const noun = line[1]!.toLowerCase().replace(/(?:es|s)$/, '').slice(0, LEAST);
    const meant = mentions.filter((one) => isNow(one) && one.start < at && one.text.toLowerCase().includes(noun));
    return new Set(meant.map(({ codes }) => codes[0])).size === 1 ? meant : [];
  }));
}

/** Of such lines a note has a few. */
const MOST_LINES = 12;
/** Letters of the noun that its name in the note must share. */
const LEAST = 5;

/**
 * Where a note ends with a plan that names no diagnosis, and has no part that judges, its diagnoses are those that it tells of as present: the plan is for
 * them. Symptoms are what they come with.
 */
export function bodyDiagnoses(text: string, { sections, mentions }: NoteFindings, titles: ReadonlySet<Mention>): readonly Mention[] {
  const said = sections.filter(({ kind, header, end }) => ASSESSING.has(kind) && /\w/.test(text.slice(header.end, end)));
  if (said.length === 0 || said.some(({ kind }) => kind !== 'plan')) return [];
  if (mentions.some((one) => one.section === 'plan' && titles.has(one) && isDiagnosis(one))) return [];
  return mentions.filter((one) => isNow(one) && isDiagnosis(one) && (one.section === null || BODY.has(one.section)));
}

const BODY: ReadonlySet<SectionKind> = new Set(['other', 'hpi', 'chief-complaint']);

function isNow({ assertion: { status, recent } }: Mention): boolean {
  return status === 'present' && recent;
}

function isDiagnosis({ codes: [code = ''] }: Mention): boolean {
  return code !== '' && !isSymptom(code) && !isUnderAny(code, ['Z', 'V', 'W', 'X', 'Y']);
}
