import { ImportError } from './import-error.ts';

/** A line of the order file. */
export interface OrderRecord {
  /** Without the dot. */
  readonly code: string;
  readonly billable: boolean;
  readonly title: string;
}

const CODE = '[A-Z][0-9A-Z]{2,6}';
/**
 * Columns, from 1: 1–5 order number, 7–13 code, 15 whether it can be reported, 17–76 short title, 78 on the long title.
 * Authority: CMS/NCHS, "ICD-10-CM Order File" layout, delivered with the file.
 */
const ORDER_LINE = new RegExp(`^(\\d{5}) (${CODE}) *$`);

/** What an order file's first line looks like. */
export function isOrderLine(line: string): boolean {
  return ORDER_LINE.test(line.slice(0, 13)) && /^ [01] $/.test(line.slice(13, 16));
}

/**
 * All records of an order file.
 * @throws ImportError naming the line that cannot be read, is missing or stands twice
 */
export function readOrder(text: string, file: string): OrderRecord[] {
  const lines = wholeLines(text);
  const seen = new Map<string, number>();
  return lines.map((line, index) => {
    const { number, ...record } = orderLine(line, file, index + 1);
    if (number !== index + 1) throw new ImportError(`${file}: line ${index + 1} has the order number ${number}. Lines are missing or moved: take the file as it was published.`);
    const before = seen.get(record.code);
    if (before !== undefined) throw new ImportError(`${file}: ${record.code} stands in lines ${before} and ${index + 1}.`);
    seen.set(record.code, index + 1);
    return record;
  });
}

function orderLine(line: string, file: string, at: number): OrderRecord & { readonly number: number } {
  const [, number, code] = ORDER_LINE.exec(line.slice(0, 13)) ?? [];
  const flag = line.slice(13, 16);
  const title = line.slice(77).trim();
  if (number === undefined || code === undefined || (flag !== ' 0 ' && flag !== ' 1 ') || line[76] !== ' ' || title === '') {
    throw new ImportError(`${file}: line ${at} is not laid out as in an order file${line.length < 78 ? '; the file may have been cut short there' : ''}.`);
  }
  return { number: Number(number), code, billable: flag === ' 1 ', title };
}

const CODES_LINE = new RegExp(`^(${CODE}) +(\\S.*)$`);

export function isCodesLine(line: string): boolean {
  return CODES_LINE.test(line);
}

/** The codes that can be reported, with their titles: `icd10cm_codes_….txt`. @throws ImportError */
export function readCodes(text: string, file: string): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  wholeLines(text).forEach((line, index) => {
    const [, code, title] = CODES_LINE.exec(line) ?? [];
    if (code === undefined || title === undefined) throw new ImportError(`${file}: line ${index + 1} is not a code and its title.`);
    codes.set(code, title.trim());
  });
  return codes;
}

export interface AddendaChange {
  readonly kind: 'add' | 'delete' | 'revise';
  /** Place in the new order file, from 1; 0 for what is deleted. */
  readonly place: number;
  /** As it is afterwards; as it was, for what is deleted. */
  readonly record: OrderRecord;
}

const ADDENDA_LINE = /^(Add|Delete|No Change|Revise from|Revise to|Change from|Change to):\s+/i;

export function isAddendaLine(line: string): boolean {
  return ADDENDA_LINE.test(line);
}

/** `icd10cm_order_addenda_….txt`: an action, then a line of the order file. @throws ImportError */
export function readAddenda(text: string, file: string): AddendaChange[] {
  return wholeLines(text).flatMap((line, index): AddendaChange[] => {
    const found = ADDENDA_LINE.exec(line);
    if (found === null) throw new ImportError(`${file}: line ${index + 1} names no change (Add, Delete, Revise from, Revise to).`);
    const { number, ...record } = orderLine(line.slice(found[0].length), file, index + 1);
    switch (found[1]?.toLowerCase()) {
      case 'add': return [{ kind: 'add', place: number, record }];
      case 'delete': return [{ kind: 'delete', place: 0, record }];
      case 'revise to': case 'change to': return [{ kind: 'revise', place: number, record }];
      default: return [];
    }
  });
}

/**
 * The order file of the next release: without what is deleted, with the new wordings, and what is added at its place.
 * @throws ImportError where the addenda do not fit the records
 */
export function applyAddenda(records: readonly OrderRecord[], changes: readonly AddendaChange[], file: string): OrderRecord[] {
  const known = new Set(records.map(({ code }) => code));
  for (const { kind, record } of changes) {
    if (known.has(record.code) === (kind !== 'add')) continue;
    throw new ImportError(`${file}: ${kind === 'add' ? `it adds ${record.code}, which the release before has already` : `it changes ${record.code}, which the release before does not have`}. It belongs to another pair of releases.`);
  }
  const deleted = new Set(changes.filter(({ kind }) => kind === 'delete').map(({ record }) => record.code));
  const revised = new Map(changes.filter(({ kind }) => kind === 'revise').map(({ record }) => [record.code, record]));
  const next = records.filter(({ code }) => !deleted.has(code)).map((record) => revised.get(record.code) ?? record);
  for (const { place, record } of changes.filter(({ kind }) => kind === 'add').toSorted((a, b) => a.place - b.place)) next.splice(place - 1, 0, record);
  return next;
}

/** Whether the records are what the addenda lead to; null when they are, else the first change that they lack. */
export function lacksChange(records: ReadonlyMap<string, OrderRecord>, changes: readonly AddendaChange[]): string | null {
  const missing = changes.find(({ kind, record }) => {
    const here = records.get(record.code);
    return kind === 'delete' ? here !== undefined : here?.title !== record.title || here.billable !== record.billable;
  });
  return missing === undefined ? null : missing.record.code;
}

/** Lines with words on them; a blank line inside is a missing line, and is noticed by its number. */
function wholeLines(text: string): string[] {
  return text.replace(/\n+$/, '').split('\n');
}
