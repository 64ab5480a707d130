import { parseSync, type ESTree } from 'vite';

export interface Lifted {
  /** The module with a reference in place of each piece that was lifted. */
  readonly code: string;
  /** The pieces, in their order. */
  readonly data: readonly unknown[];
}

/** Shorter ones are not worth a reference. In UTF-16 units of the source. */
const SHORTEST = 60;

/**
 * Takes out of a module what its constants write out as data: word lists, code lists, words as a pattern, long texts.
 * It counts where it stands at the top of the module and is made of literals, and of constants that are, so that nothing needs
 * to be run: all of a constant, or what is given to the calls and stands among the functions that make it.
 * @param reference the expression that stands for the piece of this number
 */
export function liftData(code: string, reference: (number: number) => string): Lifted {
  const { program } = parseSync('module.ts', code);
  const data: unknown[] = [];
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to, value } of piecesOf(program)) {
    pieces.push(code.slice(at, from), reference(data.push(value) - 1));
    at = to;
  }
  return { code: [...pieces, code.slice(at)].join(''), data };
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly value: unknown;
}

function piecesOf({ body }: ESTree.Program): readonly Piece[] {
  const known: Known = new Map();
  return body.flatMap((statement): readonly Piece[] => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declared?.type !== 'VariableDeclaration' || declared.kind !== 'const') return [];
    return declared.declarations.flatMap(({ id, init }): readonly Piece[] => {
      if (id.type !== 'Identifier' || init === null) return [];
      const value = valueOf(init, known);
      if (value !== NO_DATA) known.set(id.name, value);
      return dataIn(init, value, known);
    });
  });
}

/** The largest pieces that are data. Nothing inside a function: what it makes may be a new one each time. */
function dataIn(node: Part, value: unknown, known: Known): readonly Piece[] {
  if (node.end - node.start < SHORTEST) return [];
  if (value !== NO_DATA) return [{ from: node.start, to: node.end, value }];
  return partsOf(node).flatMap((part) => dataIn(part, part.type === 'SpreadElement' ? NO_DATA : valueOf(part, known), known));
}

type Part = ESTree.Expression | ESTree.SpreadElement;

function partsOf(node: Part): readonly Part[] {
  switch (node.type) {
    case 'SpreadElement': return [node.argument];
    case 'TSAsExpression': case 'TSSatisfiesExpression': return [node.expression];
    case 'ArrayExpression': return node.elements.filter((element) => element !== null);
    case 'ObjectExpression': return node.properties.map((property): Part => (property.type === 'SpreadElement' ? property : property.value));
    case 'CallExpression': return node.callee.type === 'MemberExpression' && node.callee.object.type !== 'Super' ? [node.callee.object, ...node.arguments] : node.arguments;
    case 'NewExpression': return node.arguments;
    default: return [];
  }
}

/** The module's constants so far, by name. */
type Known = Map<string, unknown>;

const NO_DATA = Symbol('not made of literals alone');

function valueOf(node: ESTree.Expression, known: Known): unknown {
  switch (node.type) {
    case 'TSAsExpression': case 'TSSatisfiesExpression': return valueOf(node.expression, known);
    case 'Identifier': return known.get(node.name) ?? NO_DATA;
    case 'Literal': return 'regex' in node ? new RegExp(node.regex.pattern, node.regex.flags) : 'bigint' in node ? NO_DATA : node.value;
    case 'TemplateLiteral': return node.expressions.length === 0 ? node.quasis[0]?.value.cooked ?? NO_DATA : NO_DATA;
    case 'ArrayExpression': return listOf(node, known);
    case 'ObjectExpression': return objectOf(node, known);
    case 'NewExpression': return collectionOf(node, known);
    default: return NO_DATA;
  }
}

function listOf({ elements }: ESTree.ArrayExpression, known: Known): unknown {
  const values = elements.flatMap((element) => {
    if (element === null) return [NO_DATA];
    if (element.type !== 'SpreadElement') return [valueOf(element, known)];
    const spread = valueOf(element.argument, known);
    return Array.isArray(spread) || spread instanceof Set ? [...spread as Iterable<unknown>] : [NO_DATA];
  });
  return values.includes(NO_DATA) ? NO_DATA : values;
}

function objectOf({ properties }: ESTree.ObjectExpression, known: Known): unknown {
  const entries = properties.map((property): readonly [string, unknown] => {
    if (property.type !== 'Property' || property.computed || property.kind !== 'init') return ['', NO_DATA];
    const { key } = property;
    const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '__proto__';
    return name === '__proto__' ? ['', NO_DATA] : [name, valueOf(property.value, known)];
  });
  return entries.some(([, value]) => value === NO_DATA) ? NO_DATA : Object.fromEntries(entries);
}

function collectionOf({ callee, arguments: given }: ESTree.NewExpression, known: Known): unknown {
  const [list] = given;
  if (callee.type !== 'Identifier' || given.length !== 1 || list === undefined || list.type === 'SpreadElement') return NO_DATA;
  const values = valueOf(list, known);
  if (!Array.isArray(values)) return NO_DATA;
  if (callee.name === 'Set') return new Set(values);
  return callee.name === 'Map' && values.every((pair) => Array.isArray(pair) && pair.length === 2) ? new Map(values as [unknown, unknown][]) : NO_DATA;
}
