import { undotted } from '../../src/domain/coding/tabular.ts';
import { instructionLines, type InstructionLine } from '../../src/knowledge/import/instruction-lines.ts';
import type { TabularXml } from '../../src/knowledge/import/tabular-xml.ts';
import { writeLines, writePlanes } from '../../src/knowledge/import/write-planes.ts';

/** The instructions asset, unpacked; `src/knowledge/instructions.ts` reads it. */
export function encodeInstructions({ nodes, groups }: TabularXml, codes: ReadonlySet<string>): { readonly bytes: Uint8Array; readonly holders: number; readonly instructions: number } {
  const isCode = (plain: string) => codes.has(plain) || isExtended(plain, codes);
  const places = [
    ...groups.map(({ label, first, count, notes }) => ({ at: `${label}=${undotted(nodes[first]?.code ?? '').slice(0, 3)}-${undotted(nodes[first + count - 1]?.code ?? '').slice(0, 3)}`, notes })),
    ...nodes.map(({ code, notes }) => ({ at: undotted(code), notes })),
  ];
  const titles = new Map(nodes.map(({ code, title }) => [undotted(code), title]));
  const said = places.map(({ at, notes }) => ({ at, lines: instructionLines(notes, isCode, (plain) => titles.get(plain)) })).filter(({ lines }) => lines.length > 0);
  return {
    bytes: writePlanes({}, [['holders', writeLines(said.map(({ at }) => at))], ['lines', writeLines(said.map(({ lines }) => [...new Set(lines.map(written))].join('|')))]]),
    holders: said.length,
    instructions: said.reduce((sum, { lines }) => sum + lines.length, 0),
  };
}

/** Notes also write the placeholders, and seventh characters: `S06.0X-`, `T36.8X-`. */
function isExtended(plain: string, codes: ReadonlySet<string>): boolean {
  const [, base, rest = ''] = /^(.{3,}?)(X*.?)$/.exec(plain) ?? [];
  return base !== undefined && rest.startsWith('X') && codes.has(base);
}

function written({ kind, conditional, targets }: InstructionLine): string {
  return `${conditional ? kind.toUpperCase() : kind}${targets.join(' ')}`;
}
