import { Parser } from 'htmlparser2';
import type { InstructionalNote } from '../../domain/model/index.ts';

/** A block of instructions as it stands at one place of the tabular list. */
export type NoteBlock = Pick<InstructionalNote, 'kind' | 'lines'>;

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
  readonly notes: NoteBlock[];
}

/** A chapter or section: what it says holds for the nodes from `first` on, `count` of them. */
export interface TabularGroup {
  /** `chapter 10`, or the section's id: `J09-J18`. */
  readonly label: string;
  readonly first: number;
  count: number;
  readonly notes: NoteBlock[];
}

export interface TabularXml {
  /** `<version>`: the fiscal year; null where there is none. */
  readonly version: string | null;
  readonly nodes: TabularNode[];
  readonly groups: TabularGroup[];
}

/**
 * The ICD-10-CM tabular XML, in tabular order (which is not ASCII order: C4A stands before C44).
 * Sections that are a single category share its id (B20, C50, T07): only `diag` elements become nodes.
 * @throws Error when it is not well formed, ends too early, or a `diag` has no name or title.
 */
export function parseTabular(xml: string): TabularXml {
  const nodes: TabularNode[] = [];
  const groups: TabularGroup[] = [];
  const open: { tag: string; text: string; char: string; lines: string[] }[] = [];
  const diags: number[] = [];
  const around: number[] = [];
  let version: string | null = null;
  const holder = (): { readonly notes: NoteBlock[] } | undefined => nodes[diags.at(-1) ?? -1] ?? groups[around.at(-1) ?? -1];
  const parser = new Parser({
    onopentag(tag, attributes) {
      open.push({ tag, text: '', char: attributes['char'] ?? '', lines: [] });
      if (tag === 'chapter' || tag === 'section') around.push(groups.push({ label: attributes['id'] ?? '', first: nodes.length, count: 0, notes: [] }) - 1);
      if (tag !== 'diag') return;
      nodes.push({ code: '', title: '', parent: diags.at(-1) ?? -1, inclusionTerms: [], seventh: null, notes: [] });
      diags.push(nodes.length - 1);
    },
    ontext(text) {
      const top = open.at(-1);
      if (top) top.text += text;
    },
    onclosetag(tag) {
      const closed = open.pop();
      if (!closed || closed.tag !== tag) throw new Error(`The tabular XML is not well formed near <${tag}>.`);
      const parent = open.at(-1);
      const text = closed.text.replace(/\s+/g, ' ').trim();
      if (tag === 'note') parent?.lines.push(text);
      if (tag === 'version' && open.length === 1) version = text;
      const kind = NOTE_KINDS[tag];
      if (kind !== undefined && closed.lines.length > 0) holder()?.notes.push({ kind, lines: closed.lines });
      if (tag === 'chapter' || tag === 'section') {
        const group = groups[around.pop() ?? -1];
        if (group) group.count = nodes.length - group.first;
        return;
      }
      const group = groups[around.at(-1) ?? -1];
      if (tag === 'name' && parent?.tag === 'chapter' && group) Object.assign(group, { label: `chapter ${text}` });
      const node = nodes[diags.at(-1) ?? -1];
      if (!node) return;
      if (tag === 'diag') {
        if (!node.code || !node.title) throw new Error(`A diagnosis after ${nodes.at(-2)?.code ?? 'the start'} has no code or no title.`);
        diags.pop();
        return;
      }
      if (tag === 'name' && parent?.tag === 'diag') Object.assign(node, { code: text });
      if (tag === 'desc' && parent?.tag === 'diag') node.title = text;
      if (tag === 'inclusionTerm') node.inclusionTerms.push(...closed.lines);
      if (tag === 'extension' && parent?.tag === 'sevenChrDef') (node.seventh ??= []).push([closed.char, text]);
    },
  }, { xmlMode: true, decodeEntities: true });
  parser.write(xml);
  if (open.length > 0) throw new Error('The tabular XML ends too early.');
  parser.end();
  return { version, nodes, groups };
}

const NOTE_KINDS: Readonly<Record<string, InstructionalNote['kind']>> = {
  includes: 'includes', excludes1: 'excludes1', excludes2: 'excludes2', codeFirst: 'code-first', useAdditionalCode: 'use-additional',
  codeAlso: 'code-also', sevenChrNote: 'seventh-character', notes: 'note',
};
