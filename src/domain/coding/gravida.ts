import type { CodeSet } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';

/**
 * Codes of supervision tell a first pregnancy from a later one. What the obstetric formula says ("G3P2002") or its word for it ("multigravida") decides,
 * not which of the two was named first (tabular O09.5, O09.6, Z34).
 */
const PAIRS: readonly { readonly of: string; readonly first: string; readonly later: string }[] = [
  { of: 'O09.51', first: 'O09.51', later: 'O09.52' },
  { of: 'O09.52', first: 'O09.51', later: 'O09.52' },
  { of: 'O09.61', first: 'O09.61', later: 'O09.62' },
  { of: 'O09.62', first: 'O09.61', later: 'O09.62' },
  { of: 'Z34.9', first: 'Z34.0', later: 'Z34.8' },
];

/** The same supervision for the pregnancy that the notes behind it count; unchanged where they count none, or two that differ. */
export function ofGravida(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  return codes.map((entry) => {
    const row = entry.statements.length === 0 ? undefined : PAIRS.find(({ of }) => isUnderAny(entry.code, [of]));
    const isFirst = row === undefined ? null : isFirstPregnancy(entry.statements.map(({ note }) => note.text));
    if (row === undefined || isFirst === null) return entry;
    const own = codeSet.entry(entry.code.replace(row.of, isFirst ? row.first : row.later));
    return own === undefined || own.code === entry.code ? entry : { ...entry, code: own.code, title: own.title };
  });
}

function isFirstPregnancy(texts: readonly string[]): boolean | null {
  const counted = new Set(texts.flatMap((text) => [...text.matchAll(COUNTED)].map(([, number, word]) => (number === undefined ? word!.toLowerCase().startsWith('primi') : number === '1'))));
  const [isFirst] = counted;
  return counted.size === 1 ? isFirst! : null;
}

const COUNTED = /\bG ?(\d{1,2}),? ?P ?\d|\b(primigravid\w*|multigravid\w*)/gi;
