import type { CodeSet, Mention, Note } from '../model/index.ts';

/** Parts of the large bowel as a pathologist's label names them, with the codes of an adenoma and of another polyp there (Index: Polyp, adenomatous, colon; Polyp, rectum; tabular D12, K62.1, K63.5). The first that is said wins. */
const PARTS: readonly { readonly said: RegExp; readonly adenoma: string; readonly polyp: string }[] = [
  { said: /\b(?:appendix|appendiceal)\b/i, adenoma: 'D12.1', polyp: 'K63.5' },
  { said: /\b(?:cecum|cecal|ileo-?cecal valve)\b/i, adenoma: 'D12.0', polyp: 'K63.5' },
  { said: /\bascending\b/i, adenoma: 'D12.2', polyp: 'K63.5' },
  { said: /\b(?:transverse|hepatic flexure|splenic flexure)\b/i, adenoma: 'D12.3', polyp: 'K63.5' },
  { said: /\bdescending\b/i, adenoma: 'D12.4', polyp: 'K63.5' },
  { said: /\brecto-?sigmoid\b/i, adenoma: 'D12.7', polyp: 'K63.5' },
  { said: /\bsigmoid\b/i, adenoma: 'D12.5', polyp: 'K63.5' },
  { said: /\b(?:rectum|rectal)\b/i, adenoma: 'D12.8', polyp: 'K62.1' },
];

/** UTF-16 units of a line before the diagnosis in which its label is looked for. */
const LONGEST_LABEL = 120;

/** "Colon, ascending, polypectomy: tubular adenoma": the polyp on the part of the bowel that the pathologist's label on its line names, where it names one (ICD-10-CM Guidelines IV.K, I.B.2). */
export function onPartOfColon(mention: Mention, { type, text }: Note, codeSet: CodeSet): Mention {
  const [code] = mention.codes;
  if (type !== 'pathology' || (code !== 'D12.6' && code !== 'K63.5')) return mention;
  const before = text.slice(Math.max(0, mention.start - LONGEST_LABEL), mention.start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const label = line.slice(0, Math.max(0, line.lastIndexOf(':')));
  const [part, another] = PARTS.filter(({ said }) => said.test(label));
  const sited = part === undefined || another !== undefined ? code : code === 'D12.6' ? part.adenoma : part.polyp;
  return sited === code || codeSet.entry(sited)?.billable !== true ? mention : { ...mention, codes: [sited, ...mention.codes.slice(1)] };
}
