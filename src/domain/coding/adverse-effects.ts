import type { CodeSet, RuleCitation } from '../model/index.ts';
import { ADVERSE_DRUGS, DRUG_CAUSED, HEMORRHAGES, OF_CLOTTING } from './adverse-drugs.ts';
import type { VisitCode } from './combine.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';

/** What a drug does to a patient who takes it as prescribed is not said of these. */
const NO_EFFECTS = ['C', 'D0', 'D1', 'D2', 'D3', 'F1', 'O', 'P', 'Q', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z'];
/** Of chapter 19, what a drug taken as prescribed may cause: angioedema (Index, Angioedema, adverse effect). */
const YET_EFFECTS = ['T78.3'];

/**
 * A condition of which the sentence says that a drug causes it is reported as drug-induced where the list has such a code, and with the
 * drug's adverse effect after it (ICD-10-CM Guidelines I.C.19.e.5.a).
 */
export function withAdverseEffects(codes: readonly VisitCode[], codeSet: CodeSet): readonly VisitCode[] {
  const added = new Set(codes.map(({ code }) => code));
  return codes.flatMap((entry): readonly VisitCode[] => {
    const caused = entry.statements.find((statement) => statement.mention.assertion.status === 'present' && drugNamed(statement) !== null);
    const drug = caused === undefined || (isUnderAny(entry.code, NO_EFFECTS) && !isUnderAny(entry.code, YET_EFFECTS)) ? null : drugNamed(caused);
    const effect = drug === null ? undefined : codeSet.entry(drug.code);
    if (caused === undefined || drug === null || effect === undefined) return [entry];
    const induced = inducedBy(entry, drug.code, codeSet);
    const of = ({ code, what }: Drug): readonly VisitCode[] => asCodes([code], caused, cited('ICD-10-CM Guidelines I.C.19.e.5.a', `The note says that ${what} causes it.`, codeSet), added, codeSet);
    const bleeding = isUnderAny(entry.code, HEMORRHAGES) && OF_CLOTTING.includes(drug.code) ? asCodes(['D68.32'], caused, cited('Index, Bleeding, due to anticoagulant; tabular D68.32', 'The note says that the anticoagulant causes the bleeding.', codeSet), added, codeSet) : [];
    return [induced, ...bleeding, ...of(drug), ...interacting(caused).flatMap(of)];
  });
}

/** Those not reported yet. */
function asCodes(codes: readonly string[], caused: Statement, rule: RuleCitation, added: Set<string>, codeSet: CodeSet): readonly VisitCode[] {
  return codes.flatMap((code): VisitCode[] => {
    const found = codeSet.entry(code);
    if (found === undefined || added.has(code)) return [];
    added.add(code);
    return [{ code, title: found.title, statements: [caused], rules: [rule], alternatives: [], replaces: [] }];
  });
}

function inducedBy(entry: VisitCode, drug: string, codeSet: CodeSet): VisitCode {
  const row = DRUG_CAUSED.find(({ of, drugs }) => isUnderAny(entry.code, of) && (drugs === null || drugs.includes(drug)));
  const found = row === undefined || row.code === entry.code ? undefined : codeSet.entry(row.code);
  if (row === undefined || found === undefined || !found.billable) return entry;
  return { ...entry, code: found.code, title: found.title, rules: [...entry.rules, cited(row.authority, 'The note says that a drug causes it.', codeSet)], replaces: [...entry.replaces, entry.code] };
}

type Drug = (typeof ADVERSE_DRUGS)[number];

const NAMES: ReadonlyMap<string, Drug> = new Map(ADVERSE_DRUGS.flatMap((drug) => drug.names.map((name) => [name, drug] as const)));
const NAME = [...NAMES.keys()].toSorted((a, b) => b.length - a.length).join('|');
/** "… due to long-term glucocorticoids", "… caused by paclitaxel". */
const BEHIND = new RegExp(`\\b(?:due to|caused by|because of|from|secondary to|2/2|induced by|related to|attributed to|as a side effect of|side effect of)\\s+(?:(?!(?:on|with|and|treated|managed|continue|continues|start|started|taking|takes|for)\\b)\\w[\\w-]*\\s+){0,3}?(${NAME})\\b`, 'i');
/** "Steroid-induced …", "chemotherapy-related …". */
const BEFORE = new RegExp(`\\b(${NAME})[- ](?:induced|related|associated)\\s*$`, 'i');
/** "… from warfarin, interaction with trimethoprim-sulfa": two drugs, each taken as prescribed (I.C.19.e.5.a). */
const INTERACTION = new RegExp(`\\b(?:interact(?:ion|ions|ing|ed|s) (?:with|of|between|from)|potentiated by|boosted by|raised by|after (?:starting|adding|a course of))\\s+(?:(?!(?:with|and|no|not)\\b)\\w[\\w-]*\\s+){0,2}?(${NAME})\\b`, 'i');
const RELIEVED = /\b(?:relie\w+|improv\w+|better|benefit\w*|help\w*|control\w*|respon\w+|protect\w*|switch\w*|chang\w+|transition\w*|weight|wean\w*|taper\w*|not|no|unlikely|unrelated)\b/i;
/** UTF-16 units behind the name of the condition in which its cause is looked for. */
const NEAR = 90;

function drugNamed({ words, at, mention }: Statement): Drug | null {
  const [rest = ''] = words.slice(at, at + mention.text.length + NEAR).split(/[.;](?:\s|$)/);
  const behind = BEHIND.exec(rest);
  if (behind !== null && !RELIEVED.test(rest.slice(0, behind.index))) return NAMES.get(behind[1]!.toLowerCase()) ?? null;
  const before = BEFORE.exec(words.slice(Math.max(0, at - NEAR), at)) ?? BEFORE.exec(words.slice(at, at + mention.text.length).replace(/\S+$/, ''));
  return before === null ? null : (NAMES.get(before[1]!.toLowerCase()) ?? null);
}

/** The other drug that the same sentence names in the interaction. */
function interacting({ words, at, mention }: Statement): readonly Drug[] {
  const [rest = ''] = words.slice(at, at + mention.text.length + NEAR + NEAR).split(/[.;](?:\s|$)/);
  const found = INTERACTION.exec(rest);
  const other = found === null || /\b(?:no|not|without|possible|unlikely)\s*$/i.test(rest.slice(0, found.index)) ? undefined : NAMES.get(found[1]!.toLowerCase());
  return other === undefined ? [] : [other];
}

function cited(authority: string, because: string, { release }: CodeSet): RuleCitation {
  return { id: 'adverse-effect', version: '1.0.0', authority: authority.replace('Guidelines', `Guidelines ${release}`), because };
}
