import type { CodeSet, Composer } from '../model/index.ts';
import type { VisitCode } from './combine.ts';
import { COMPANIONS } from './companions.ts';
import { isUnderAny } from './hierarchy.ts';

/** With each code the one that is always reported beside it, after it; on the side that the same words give. */
export function withCompanions(codes: readonly VisitCode[], codeSet: CodeSet, composer: Composer): readonly VisitCode[] {
  return COMPANIONS.reduce<readonly VisitCode[]>((all, row) => {
    const partners = row.of.map((group) => all.find((entry) => isUnderAny(entry.code, group)));
    const [first] = partners;
    const entry = codeSet.entry(row.adds);
    if (first === undefined || entry === undefined || !partners.every((partner) => partner !== undefined)) return all;
    if (all.some(({ code }) => isUnderAny(code, row.unless))) return all;
    if (row.said !== undefined && !first.statements.some(({ mention }) => row.said?.test(mention.text) === true)) return all;
    const statements = [...new Set(partners.flatMap((partner) => partner.statements))];
    if (statements.length === 0) return all;
    const side = statements.flatMap(({ mention }) => mention.attributes).find(({ axis }) => axis === 'laterality');
    const sided = side === undefined ? [entry] : composer.refine(entry.code, [side], codeSet).flatMap((code) => codeSet.entry(code) ?? []);
    const rule = { id: row.id, version: '1.0.0', authority: `${row.authority} (${codeSet.release})`, because: row.because };
    const added = sided.map(({ code, title }): VisitCode => ({ code, title, statements, rules: [...first.rules, rule], alternatives: [], replaces: [] }));
    return all.flatMap((one) => (one === first ? [one, ...added] : [one]));
  }, codes);
}
