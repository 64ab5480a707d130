import { Parser } from 'htmlparser2';

/** One `diag` of the tabular list, as NCHS publishes it. */
export interface TabularNode {
  /** With the dot, as written. */
  readonly code: string;
  title: string;
  /** Index of the `diag` around it; -1 for a category. */
  readonly parent: number;
  readonly inclusionTerms: string[];
  /** Its own set of seventh characters, where it has one: `A` → `initial encounter`. */
  seventh: [string, string][] | null;
}

/**
 * The diagnoses of the ICD-10-CM tabular XML, in tabular order (which is not ASCII order: C4A stands before C44).
 * Sections that are a single category share its id (B20, C50, T07): only `diag` elements become nodes.
 * @throws Error when a `diag` has no name or title.
 */
export function parseTabular(xml: string): TabularNode[] {
  const nodes: TabularNode[] = [];
  const open: { tag: string; text: string; char: string }[] = [];
  const diags: number[] = [];
  const parser = new Parser({
    onopentag(tag, attributes) {
      open.push({ tag, text: '', char: attributes['char'] ?? '' });
      if (tag !== 'diag') return;
      nodes.push({ code: '', title: '', parent: diags.at(-1) ?? -1, inclusionTerms: [], seventh: null });
      diags.push(nodes.length - 1);
    },
    ontext(text) {
      const top = open.at(-1);
      if (top) top.text += text;
    },
    onclosetag(tag) {
      const closed = open.pop();
      if (!closed || closed.tag !== tag) throw new Error(`The tabular XML is not well formed near <${tag}>.`);
      const index = diags.at(-1);
      const node = index === undefined ? undefined : nodes[index];
      if (!node) return;
      if (tag === 'diag') {
        if (!node.code || !node.title) throw new Error(`A diagnosis after ${nodes.at(-2)?.code ?? 'the start'} has no code or no title.`);
        diags.pop();
        return;
      }
      const text = closed.text.replace(/\s+/g, ' ').trim();
      const around = open.at(-1)?.tag;
      if (tag === 'name' && around === 'diag') Object.assign(node, { code: text });
      if (tag === 'desc' && around === 'diag') node.title = text;
      if (tag === 'note' && around === 'inclusionTerm') node.inclusionTerms.push(text);
      if (tag === 'extension' && around === 'sevenChrDef') (node.seventh ??= []).push([closed.char, text]);
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.end(xml);
  if (open.length > 0) throw new Error('The tabular XML ends too early.');
  return nodes;
}
