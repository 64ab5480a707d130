import type { Chart, CodeSet } from '../model/index.ts';
import { isUnderAny } from './hierarchy.ts';
import type { Statement } from './statements.ts';
import { isPastEvent } from './two-way/past-events.ts';

/** What a stroke left behind, and its code after a cerebral infarction; `side`: the last character tells it. `keeps`: the deficit's own code stands beside. */
const DEFICITS: readonly { readonly of: string; readonly tail: string; readonly side?: true; readonly keeps?: true }[] = [
  { of: 'G81', tail: '5', side: true }, { of: 'G83.2', tail: '3', side: true }, { of: 'G83.1', tail: '4', side: true },
  { of: 'R47.01', tail: '20' }, { of: 'R47.02', tail: '21' }, { of: 'R47.1', tail: '22' }, { of: 'R48.2', tail: '90' }, { of: 'R13.1', tail: '91', keeps: true },
  { of: 'R29.810', tail: '92' }, { of: 'R27.0', tail: '93' }, { of: 'R41.3', tail: '11' }, { of: 'R41.84', tail: '19' }, { of: 'R41.9', tail: '19' }, { of: 'F01', tail: '19', keeps: true },
];

/** Sides as G81 and G83 count them, and as I69 does (ICD-10-CM Guidelines I.C.6.a, I.C.9.d). */
const SIDES: ReadonlyMap<string, string> = new Map([['0', '9'], ['1', '1'], ['2', '2'], ['3', '3'], ['4', '4']]);
const KINDS: readonly { readonly said: RegExp; readonly stem: string }[] = [
  { said: /\bsubarachnoid\b/i, stem: 'I69.0' },
  { said: /\b(?:intracerebral|intracranial|brain (?:hemorrhage|bleed)|hemorrhagic|haemorrhagic|ICH|cerebral (?:hemorrhage|bleed))\b/i, stem: 'I69.1' },
];
const INFARCTION = 'I69.3';
const STROKE = /\b(?:strokes?|CVAs?|cerebrovascular accidents?|infarct(?:s|ion)?|(?:intra)?cerebral (?:hemorrhage|haemorrhage|bleed)|(?:intracranial|brain|subarachnoid) (?:hemorrhage|haemorrhage|bleed)|ICH)\b/i;
const AFTER = /\b(?:following|after|due to|from|secondary to|since|because of|sequelae? of|late effects? of|residual (?:of|from))\b/i;
const LEFT = /\b(?:residual|post-?stroke|post-?CVA|old|remote|prior|previous|history of|h\/o)\b/i;

/**
 * A deficit that the note says a past stroke left is reported as its sequela, and the stroke itself not again (ICD-10-CM Guidelines
 * I.C.9.d.1). Not in the stay in which the stroke is treated.
 */
export function asSequelae(said: readonly Statement[], chart: Chart, codeSet: CodeSet): readonly Statement[] {
  if (!said.some(({ code }) => isUnderAny(code, STROKES)) || (chart.encounter.setting === 'inpatient' && said.some(isOfNow))) return said;
  const left = new Set<string>();
  const isStrokePast = said.some((one) => isPastStroke(one, chart)) && !said.some(({ code, mention: { assertion } }) => assertion.status === 'present' && isUnderAny(code, OTHER_CAUSES));
  const withSequelae = said.flatMap((one): readonly Statement[] => {
    const row = DEFICITS.find(({ of }) => isUnderAny(one.code, [of]));
    const code = row === undefined || !isLeftByStroke(one, isStrokePast) ? null : sequelaOf(one.code, row, one.words);
    const found = code === null ? undefined : codeSet.entry(code);
    if (row === undefined || found === undefined || !found.billable) return [one];
    left.add(`${one.note.id} ${one.mention.sentence}`);
    const sequela: Statement = { ...one, code: found.code, title: found.title, made: 'sequela', alternatives: [] };
    return row.keeps === true ? [sequela, one] : [sequela];
  });
  const isTheStroke = ({ code, note, mention }: Statement): boolean => isUnderAny(code, STROKES) && left.has(`${note.id} ${mention.sentence}`);
  return left.size === 0 ? said : withSequelae.map((one) => (isTheStroke(one) ? { ...one, unusable: PAST_STROKE } : one));
}

/** A stroke that is stated or suspected in the stay: its deficits are its own. */
function isOfNow({ code, mention: { assertion } }: Statement): boolean {
  return isUnderAny(code, ['I60', 'I61', 'I63', 'I64']) && (assertion.status === 'present' || assertion.status === 'possible');
}

/** A stroke told as over: what the author calls residual is what it left, unless another disease of the brain or of a nerve may have. */
function isPastStroke(one: Statement, chart: Chart): boolean {
  const { code, mention: { assertion } } = one;
  return isUnderAny(code, STROKES) && (assertion.status === 'historical' || code === 'Z86.73' || isPastEvent(one, code, chart));
}

const OTHER_CAUSES = ['C70', 'C71', 'C79.3', 'D32', 'D33', 'G20', 'G35', 'G51.0', 'S06'];
/** Words just before the deficit, or within its name. */
const LASTING = /\b(?:residual|persist(?:ent|ing)|lasting|remaining|leftover|left-over|ongoing|chronic)\s+(?:\w+\s+){0,2}\w*$/i;

const STROKES = ['I60', 'I61', 'I63', 'I64', 'Z86.73'];
const PAST_STROKE = 'The stroke is past: what it left is reported as its sequela (ICD-10-CM Guidelines I.C.9.d).';

/** UTF-16 units around the deficit in which its cause is looked for. */
const NEAR = 120;

function isLeftByStroke({ words, at, mention }: Statement, isLeft: boolean): boolean {
  const [rest = ''] = words.slice(at + mention.text.length, at + mention.text.length + NEAR).split(/[.;]/);
  const link = AFTER.exec(rest);
  if (link !== null && STROKE.test(rest.slice(link.index)) && !/\bacute\b/i.test(rest)) return true;
  const before = words.slice(Math.max(0, at - NEAR), at);
  return (STROKE.test(before) && LEFT.test(before) && /\bwith\b[^.;]*$/i.test(before)) || /\b(?:post-?stroke|post-?CVA)\s+(?:\w+\s+)?$/i.test(before) || (/\bresidual\s+(?:\w+\s+)?$/i.test(before) && STROKE.test(words)) || (isLeft && LASTING.test(before + words.slice(at, at + mention.text.length)));
}

function sequelaOf(code: string, row: (typeof DEFICITS)[number], words: string): string | null {
  const stem = KINDS.find(({ said }) => said.test(words))?.stem ?? INFARCTION;
  if (row.side !== true) return `${stem}${row.tail}`;
  const side = SIDES.get(code.at(-1)!);
  return side === undefined ? null : `${stem}${row.tail}${side}`;
}
