import { ImportError } from './import-error.ts';
import { isAddendaLine, isCodesLine, isOrderLine } from './order.ts';

export type SourceKind = 'order' | 'codes' | 'order-addenda' | 'tabular' | 'index' | 'table';

/**
 * What an official file is, by what stands in it: names differ between CMS and CDC and from year to year.
 * @throws ImportError that says what the file is instead, where that can be told, and what is taken
 */
export function kindOf(text: string, file: string): SourceKind {
  const [first = ''] = text.trimStart().split('\n', 1);
  if (/^<(?:\?xml|ICD10CM)/.test(first)) return kindOfXml(text, file);
  if (isAddendaLine(first)) return 'order-addenda';
  if (isOrderLine(first)) return 'order';
  const other = OTHERS.find(({ name, line }) => name.test(file) || (line?.test(first) ?? false));
  if (other !== undefined) throw new ImportError(`${file}: this is ${other.what}. ${other.why}`);
  if (isCodesLine(first)) return 'codes';
  if (text.trim() === '') throw new ImportError(`${file}: the file is empty.`);
  throw new ImportError(`${file}: this is none of the files that are taken. ${TAKEN}`);
}

export const TAKEN = 'Taken are the ICD-10-CM files of CMS and CDC/NCHS: the order file, the tabular list (XML), the index (XML), the codes list and the order addenda, one by one, in a folder or as their zip.';

function kindOfXml(text: string, file: string): SourceKind {
  const [, root = ''] = /<([A-Za-z][\w.-]*)/.exec(text.replace(/<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^>]*>/g, '')) ?? [];
  switch (root) {
    case 'ICD10CM.tabular': return 'tabular';
    case 'ICD10CM.index': return /<cell\b/.test(text) ? 'table' : 'index';
    default: throw new ImportError(`${file}: an XML file of another kind (<${root}>). ${TAKEN}`);
  }
}

interface Other {
  readonly name: RegExp;
  readonly line?: RegExp;
  readonly what: string;
  readonly why: string;
}

const LICENSED = 'It may not be passed on without a licence, and no command here reads it.';

/** What people are likely to try. Licence facts: see NOTICE. */
const OTHERS: readonly Other[] = [
  { name: /icd10pcs|(?:^|[/_-])pcs[/_-]/i, line: /^\d{5} [0-9A-HJ-NP-Z]{3,7} +[01] /, what: 'ICD-10-PCS', why: 'Procedure codes of inpatient facilities are outside what Countersign does.' },
  { name: /sct2_|snomed/i, line: /^id\teffectiveTime\tactive/, what: 'SNOMED CT', why: LICENSED },
  { name: /(?:^|\/)(?:cpt|consolidated_?code)/i, line: /^\d{4}[0-9A-Z][\t ].{3,}/, what: 'a table of CPT codes, which belong to the American Medical Association', why: LICENSED },
  { name: /(?:^|\/)loinc/i, line: /^"?LOINC_NUM/, what: 'LOINC', why: 'Countersign needs no table of it.' },
  { name: /hcpc|anweb/i, what: 'HCPCS Level II', why: 'Only diagnosis codes are imported.' },
  { name: /icd-?11/i, what: 'ICD-11', why: 'The CDC has not adopted it for diagnoses; only ICD-10-CM is imported.' },
  { name: /poa.?exempt/i, what: 'the list of codes exempt from present-on-admission reporting', why: 'No rule here uses it yet.' },
  { name: /tabular.?addenda|index.?addenda/i, what: 'an addenda text for people', why: 'Its changes are in the order addenda and in the new tabular list: take those.' },
];
