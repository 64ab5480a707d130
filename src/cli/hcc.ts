import { isUnmapped } from '../domain/coding/hcc/categories.ts';
import type { HccFactors, HccModel } from '../domain/coding/hcc/hcc-model.ts';
import { rafScore } from '../domain/coding/hcc/raf-score.ts';
import { DUAL_STATUS, isAgedAt, OREC, segmentOf, SEGMENTS, type Member, type Segment } from '../domain/coding/hcc/segments.ts';
import { dotted, undotted } from '../domain/coding/tabular.ts';
import type { CodeSet, CodeSets } from '../domain/model/index.ts';
import { loadHcc, loadHccFactors } from '../knowledge/node/hcc.ts';
import { CODES_HELP, CODES_OPTION, loadWith } from './codes-option.ts';
import { LineError, type Command } from './command.ts';
import { readAge, readDay, readSex } from './fields.ts';
import { eachJsonLine, type JsonRecord } from './json-lines.ts';
import { readOptions } from './options.ts';

export const hccCommand: Command = {
  name: 'hcc',
  summary: 'CMS-HCC V28 categories and risk score of a list of codes, for analysts',
  help: `
countersign hcc [--codes FILE] < members.jsonl

Each input line: {"id","age","sex","codes":[…],"segment"?,"orec"?,"dual"?,"serviceDate"?}
  sex      male or female
  segment  ${SEGMENTS.join(', ')}; default: of the community, by age and dual status
  orec     why Medicare was first granted: 0 age (default), 1 disability, 2 kidney failure, 3 disability and kidney failure
  dual     dual status code: ${DUAL_STATUS.join(', ')}; default 00, no Medicaid
Each output line: {"id","hccs":[…],"raf":{"segment","raw","normalized","payment"},"unmapped":[…],"warnings":[…]}
  hccs      categories that count, after the hierarchies
  unmapped  codes newer than the tables (made for codes in force until 2026-09-30): whether they have a category cannot be told
  warnings  codes that cannot be reported on the day of service (calculated all the same), and what does not fit together
${CODES_HELP}
Payment year 2026, Medicare Advantage: raw ÷ 1.067, less 5.9 %. Payment year 2027 keeps the model.`,
  async run(args, streams) {
    const { codeSets } = await loadWith(readOptions(args, CODES_OPTION));
    const [model, factors] = await Promise.all([loadHcc(), loadHccFactors()]);
    return eachJsonLine(streams, (record) => scoreRecord(record, { codeSets, model, factors }));
  },
};

interface Tables {
  readonly codeSets: CodeSets;
  readonly model: HccModel;
  readonly factors: HccFactors;
}

function scoreRecord(record: JsonRecord, { codeSets, model, factors }: Tables): unknown {
  const day = readDay(record);
  const codeSet = day === null ? codeSets.newest : codeSets.inForce(day);
  const member = readMember(record);
  const codes = readCodes(record['codes']);
  const { hccs, raf } = rafScore({ ...member, codes }, model, factors);
  const unmapped = codes.filter((code) => isUnmapped(code, codeSet ?? codeSets.newest, codeSets, model));
  const invalid = codeSet === undefined ? [NO_RELEASE] : codes.flatMap((code) => notReportable(code, codeSet));
  return { id: record['id'] ?? null, hccs, raf, unmapped, warnings: [...invalid, ...unlikely(member)] };
}

function readMember(record: JsonRecord): Member {
  const age = readAge(record['age']);
  if (age === null) throw new LineError('"age" is missing or not a number of years. Give it as of 1 February of the payment year.');
  const sex = readSex(record['sex']);
  if (sex === 'unknown') throw new LineError('"sex" must be male or female: the factors differ.');
  const segment = readChoice(record, 'segment', SEGMENTS);
  return { age, sex, ...(segment === undefined ? {} : { segment }), orec: readChoice(record, 'orec', OREC) ?? '0', dual: readChoice(record, 'dual', DUAL_STATUS) ?? '00' };
}

/** Codes of CMS may come as numbers: `1` for orec 1, `2` for dual 02. */
function readChoice<const T extends string>(record: JsonRecord, field: string, choices: readonly T[]): T | undefined {
  const value = record[field];
  if (value === undefined || value === null || value === '') return undefined;
  const said = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim().toUpperCase() : '';
  if (field === 'dual' && (said === 'NA' || said === '99')) return undefined;
  const found = choices.find((choice) => choice === said || (/^\d$/.test(said) && choice === `0${said}`));
  if (found === undefined) throw new LineError(`"${field}" must be one of ${choices.join(', ')}, or be left out.`);
  return found;
}

/** With the dot, each once. */
function readCodes(value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every((code) => typeof code === 'string')) throw new LineError('"codes" must be a list of ICD-10-CM codes; an empty one scores the demographics alone.');
  return [...new Set(value.map((code) => dotted(undotted(code.trim()))).filter((code) => code !== ''))];
}

const NO_RELEASE = 'No loaded code-set release covers "serviceDate": whether the codes could be reported then was not checked.';

function notReportable(code: string, codeSet: CodeSet): readonly string[] {
  const entry = codeSet.entry(code);
  if (entry?.billable === true) return [];
  const what = entry === undefined ? `is no code of ${codeSet.release}` : `is a header in ${codeSet.release}, and needs more characters`;
  return [`${code} ${what}; calculated by the tables of the model all the same.`];
}

/** What the factors were not made for: the score is computed as asked, and the reader told. */
function unlikely(member: Member): readonly string[] {
  const { age, orec } = member;
  const segment = segmentOf(member);
  const isAged = isAgedAt(age);
  return [
    ...(AGED.has(segment) !== isAged && !OF_ANY_AGE.has(segment) ? [`Segment ${segment} is for members ${isAged ? 'below 65' : 'of 65 and above'}: nothing counts for age and sex.`] : []),
    ...(!isAged && orec === '0' && segment !== 'NE' && segment !== 'SNPNE' ? ['Below 65 with entitlement by age (orec 0): scored as given; say orec 1 where it was granted for disability.'] : []),
    ...(orec === '2' || orec === '3' ? ['Entitled by kidney failure: in dialysis or with a transplant another model (CMS-HCC ESRD) applies.'] : []),
  ];
}

const AGED: ReadonlySet<Segment> = new Set(['CNA', 'CFA', 'CPA']);
const OF_ANY_AGE: ReadonlySet<Segment> = new Set(['INS', 'NE', 'SNPNE']);
