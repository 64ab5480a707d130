import type { CodeSet } from '../../model/index.ts';
import { isNotTheReaders } from '../codable.ts';
import { category, isAtOrBelow, isGeneral, isUnderAny, saysMore } from '../hierarchy.ts';
import type { Statement } from '../statements.ts';
import { isGeneralWordFor, isNoWordFor } from './general-words.ts';

/** What the visit's notes say of one charted diagnosis, parted by how they say it. */
export interface About {
  /** That it exists. */
  readonly present: readonly Statement[];
  /** That something else of its category exists, which may be what is meant. */
  readonly kin: readonly Statement[];
  /** In another's words, or as a list carries it. */
  readonly anothers: readonly Statement[];
  /** Of what to do if it comes: "return if it turns into pneumonia". */
  readonly ifItComes: readonly Statement[];
  /** That it may exist. */
  readonly possible: readonly Statement[];
  /** That it is over. */
  readonly past: readonly Statement[];
  /** That it, or what stands above it, is not there. */
  readonly denied: readonly Statement[];
  /** Of a relative. */
  readonly family: readonly Statement[];
  /** Of another person. */
  readonly others: readonly Statement[];
  /** In notes that support nothing by themselves, with the reason. */
  readonly unusable: readonly Statement[];
}

/** A statement that something more specific is absent denies that alone: "no acute exacerbation" leaves the disease. */
export function aboutCharted(code: string, said: readonly Statement[], codeSet: CodeSet): About {
  const concerning = said.filter((one) => !isQuestion(one) && (category(one.code) === category(code) || concerns(one, code, codeSet) || isOfTheCancer(one, code)));
  const usable = concerning.filter(({ unusable }) => unusable === null);
  const of = (status: Statement['mention']['assertion']['status']): readonly Statement[] => usable.filter(({ mention, anothers }) => !anothers && mention.assertion.status === status);
  return {
    present: [...of('present').filter((one) => !isNoWordFor(one.code, code) && isNear(one, code, codeSet)), ...of('historical').filter((one) => isItsHistory(one, code))], kin: of('present').filter((one) => !isNear(one, code, codeSet)), possible: of('possible'), past: of('historical').filter((one) => !isItsHistory(one, code)), denied: of('absent').filter((one) => denies(one, code, codeSet)),
    family: of('family').filter((one) => !isFamilyHistory(one) && concerns(one, code, codeSet)), others: of('other-person').filter((one) => concerns(one, code, codeSet)),
    anothers: usable.filter(({ anothers, mention }) => anothers && mention.assertion.status !== 'family' && mention.assertion.status !== 'other-person'),
    ifItComes: of('hypothetical').filter(isFeared),
    unusable: concerning.filter(({ unusable }) => unusable !== null),
  };
}

/** A time to come back or a step to take, should it come; education and goals speak of what is there as often. */
function isFeared({ mention: { assertion } }: Statement): boolean {
  return assertion.cues.some(({ kind, text }) => kind === 'hypothetical' && /^(?:if|should|return|come back|in case|unless|call|until)\b/i.test(text));
}

/** The code of what a relative had stands beside the words of the disease. */
function isFamilyHistory({ code }: Statement): boolean {
  return isUnderAny(code, ['Z80', 'Z81', 'Z82', 'Z83', 'Z84']);
}

/** A history code is of what is over: that it is over supports it. */
function isItsHistory(one: Statement, code: string): boolean {
  return one.code === code && one.made === 'history';
}

function isNear(one: Statement, code: string, codeSet: CodeSet): boolean {
  return one.code.slice(0, SUBCATEGORY) === code.slice(0, SUBCATEGORY) || concerns(one, code, codeSet) || isOfTheCancer(one, code);
}

/** `K74.6` of `K74.60`. */
const SUBCATEGORY = 5;

/** "The malignancy", "metastases": said of whichever cancer is charted. */
function isOfTheCancer({ code: said }: Statement, code: string): boolean {
  if (!isUnderAny(code, ['C'])) return false;
  return isUnderAny(said, ['C80', 'D49']) || (isUnderAny(code, ['C77', 'C78', 'C79']) && isUnderAny(said, ['C79.9']));
}

/** The same condition: the same code, one above or beneath the other, or one the unspecified form of the other. */
export function concerns(statement: Statement, code: string, codeSet: CodeSet): boolean {
  return [statement.code, ...statement.mention.codes].some((named) =>
    isAtOrBelow(named, code) || isAtOrBelow(code, named) || isGeneralWordFor(named, code)
    || (isGeneral(named, codeSet) && saysMore(code, named, codeSet))
    || (isGeneral(code, codeSet) && saysMore(named, code, codeSet)));
}

/** "No tophi": what is denied is a feature, and its absence is what the code says. */
function denies(statement: Statement, code: string, codeSet: CodeSet): boolean {
  const { code: said, mention } = statement;
  if (mention.attributes.some(({ value }) => value.startsWith('not '))) return false;
  return isOfTheCancer(statement, code) || [said, ...mention.codes].some((named) => isAtOrBelow(code, named) || saysMore(code, named, codeSet) || isGeneralWordFor(named, code) || (isGeneral(code, codeSet) && isGeneral(named, codeSet) && category(code) === category(named)));
}

/** The indication of a test asks: its findings answer. */
function isQuestion(one: Statement): boolean {
  if (isNotTheReaders(one)) return true;
  const { mention } = one;
  return mention.section === 'indication' && mention.assertion.status === 'possible';
}
