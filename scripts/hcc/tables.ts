/** The tables of one model, as CMS publishes them. Codes without the dot, categories as their number. */
export interface HccTables {
  /** Code → its categories, in rising order; 280 codes have two. */
  readonly categories: ReadonlyMap<string, readonly number[]>;
  /** Category, and one that it leaves out. */
  readonly hierarchies: readonly (readonly [above: number, below: number])[];
  readonly labels: ReadonlyMap<number, string>;
  readonly edits: ReadonlyMap<string, EditRow>;
  /** `CNA_HCC37` and its thousandths. */
  readonly coefficients: readonly (readonly [name: string, thousandths: number])[];
}

export interface EditRow {
  readonly sex: 'female' | null;
  /** Holds at this age and above it, in whole years. */
  readonly from: number | null;
  /** Holds at this age and below it. With both: at either end. */
  readonly through: number | null;
  /** The category it has then; null: none. */
  readonly becomes: number | null;
}

/** @throws Error where a row is not what it should be */
export function readTables(file: (name: string) => string): HccTables {
  const categories = new Map<string, number[]>();
  for (const row of rowsOf(file('ra_dx_to_cc_2026.csv'), 'model_name', 'CMS-HCC Model V28')) {
    const code = cell(row, 'diagnosis_code');
    categories.set(code, [...(categories.get(code) ?? []), whole(cell(row, 'cc'))].toSorted((a, b) => a - b));
  }
  return {
    categories,
    hierarchies: rowsOf(file('ra_hierarchies_2026.csv'), 'model_version', 'V28').map((row) => [whole(cell(row, 'cc_parent')), whole(cell(row, 'cc_child'))] as const),
    labels: new Map(rowsOf(file('ra_labels_2026.csv'), 'model_version', 'V28').map((row) => [whole(cell(row, 'cc').replace('HCC', '')), cell(row, 'label')] as const)),
    edits: new Map(rowsOf(file('ra_dx_edits.csv'), 'model_name', 'CMS-HCC Model V28').map((row) => [cell(row, 'icd10'), editOf(row)] as const)),
    coefficients: rowsOf(file('ra_coefficients_2026.csv'), 'model_version', 'C28').map((row) => [cell(row, 'coefficient'), thousandths(cell(row, 'value'))] as const),
  };
}

type Row = ReadonlyMap<string, string>;

function rowsOf(csv: string, column: string, is: string): Row[] {
  const [head = [], ...rows] = csv.replace(/^\uFEFF/, '').trim().split(/\r?\n/).map(cellsOf);
  return rows.map((cells) => new Map(head.map((name, at) => [name, cells[at] ?? '']))).filter((row) => row.get(column) === is);
}

/** Cells of a line; quoted where they hold a comma. Authority: RFC 4180. */
function cellsOf(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function editOf(row: Row): EditRow {
  const [sex, action] = [cell(row, 'sex'), cell(row, 'action')];
  if (sex !== '' && sex !== '2') throw new Error(`An edit by sex ${sex} is not known.`);
  if (action !== 'invalid' && action !== 'override') throw new Error(`An edit that does "${action}" is not known.`);
  return { sex: sex === '2' ? 'female' : null, from: wholeOrNone(cell(row, 'age_min')), through: wholeOrNone(cell(row, 'age_max')), becomes: action === 'invalid' ? null : whole(cell(row, 'cc_override')) };
}

function cell(row: Row, name: string): string {
  const found = row.get(name);
  if (found === undefined) throw new Error(`A table has no column "${name}".`);
  return found;
}

function wholeOrNone(text: string): number | null {
  return text === '' ? null : whole(text);
}

function whole(text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`"${text}" is no whole number.`);
  return Number(text);
}

function thousandths(text: string): number {
  const found = /^(\d+)(?:\.(\d{1,3}))?$/.exec(text);
  if (found === null) throw new Error(`The factor "${text}" is none of three decimals.`);
  return Number(found[1]) * 1000 + Number((found[2] ?? '').padEnd(3, '0'));
}
