import type { CodeEntry, CodeSet, Composer, ConceptId } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { COMPANIONS, type Companion } from './companions.ts';
import { NAMED_WITHIN } from './companions-named-within.ts';
import { isGeneral, isUnderAny } from './hierarchy.ts';
import { attributesOfProblem } from './problem-attributes.ts';
import type { Statement } from './statements.ts';

/** With each code the one that is always reported beside it, after it; on the side that the same words give. */
export function withCompanions(codes: readonly VisitCode[], codeSet: CodeSet, composer: Composer): readonly VisitCode[] {
  return ROWS.reduce<readonly VisitCode[]>((all, row) => {
    const partners = row.of.map((group) => all.find((entry) => isUnderAny(entry.code, group)));
    const [first] = partners;
    const entry = codeSet.entry(row.adds);
    if (first === undefined || entry === undefined || !partners.every((partner) => partner !== undefined)) return all;
    if (all.some((one) => isUnderAny(one.code, row.unless) && !isOnlyChartedLoosely(one, codeSet))) return all;
    if (row.said !== undefined && !first.statements.some(({ mention }) => row.said?.test(mention.text) === true)) return all;
    if (row.where !== undefined && !first.statements.some(({ words }) => row.where?.test(words) === true)) return all;
    const statements = [...new Set(partners.flatMap((partner) => partner.statements))];
    if (statements.length === 0) return all;
    const sided = specified(entry, statements, isUnderAny(row.adds, ['L97', 'N18', 'Z96.6']), codeSet, composer);
    const rule = { id: row.id, version: '1.0.0', authority: `${row.authority} (${codeSet.release})`, because: row.because };
    const added = sided.filter(({ code }) => !all.some((one) => one.code === code)).map(({ code, title }): VisitCode => ({ code, title, statements, rules: [...first.rules, rule], alternatives: [], replaces: [] }));
    return added.length === 0 ? all : all.flatMap((one) => (one === first ? [one, ...added] : [one]));
  }, codes);
}

/** Charted without a site, side or kind, and not stated: the words of this visit may say more. */
function isOnlyChartedLoosely({ code, statements }: VisitCode, codeSet: CodeSet): boolean {
  return statements.length === 0 && isGeneral(code, codeSet);
}

const ROWS: readonly Companion[] = [...NAMED_WITHIN, ...COMPANIONS];

/** On the side that the same words give (of a site, all of the sentence), and as specific as what is told of the problem makes it. */
function specified(entry: CodeEntry, statements: readonly Statement[], isSite: boolean, codeSet: CodeSet, composer: Composer): readonly CodeEntry[] {
  const concept = `icd:${entry.code}` as ConceptId;
  const said = statements.flatMap(({ mention, note, words, at, titled, told }) => {
    const around = titled || isSite ? { start: mention.start - at, end: mention.start - at + words.length, names: [], own: true as const } : { start: mention.start, end: mention.end, names: [] };
    const attributes = mention.attributes.filter(({ axis }) => axis === 'laterality');
    return attributesOfProblem({ concept, code: entry.code, attributes }, note.text, [around, ...told], composer, codeSet)[0] ?? [];
  });
  return said.length === 0 ? [entry] : composer.refine(entry.code, said, codeSet).flatMap((code) => codeSet.entry(code) ?? []);
}
