import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';

/** `code`, whether it is billable, its long title. */
export type Line = readonly [code: string, billable: 0 | 1, title: string];

const ORDINARY = 'ABCDEFGHIJKLMNOPQRVWXYZU'.split('');

/** A made-up release in the official layouts: a category for every letter, seventh characters at T15, and S06 with a note that takes some away. */
export const LINES: readonly Line[] = [
  ...ORDINARY.slice(0, 18).flatMap(ordinary),
  ['S06', 0, 'Intracranial injury'], ['S060', 0, 'Concussion'], ['S060X', 0, 'Concussion'],
  ['S060X0', 0, 'Concussion without loss of consciousness'], ...extended('S060X0', 'Concussion without loss of consciousness'),
  ['S060X7', 0, 'Concussion with death'], ['S060X7A', 1, 'Concussion with death, initial encounter'],
  ['T15', 0, 'Foreign body on eye'], ['T150', 0, 'Foreign body in cornea'], ...extended('T150', 'Foreign body in cornea'),
  ...ORDINARY.slice(18).flatMap(ordinary),
];

function ordinary(letter: string): Line[] {
  return [[`${letter}00`, 0, `Quibbling disorder ${letter}`], [`${letter}000`, 1, `Quibbling disorder ${letter}, mild`], [`${letter}001`, 1, `Quibbling disorder ${letter}, severe`]];
}

function extended(code: string, title: string): Line[] {
  return ([['A', 'initial encounter'], ['D', 'subsequent encounter'], ['S', 'sequela']] as const).map(([char, meaning]): Line => [code.padEnd(6, 'X') + char, 1, `${title}, ${meaning}`]);
}

/** 1–5 order number, 7–13 code, 15 flag, 17–76 short title, 78 on long title. */
export function orderFile(lines: readonly Line[] = LINES, eol = '\n'): string {
  return lines.map((line, at) => `${orderLine(at + 1, line)}${eol}`).join('');
}

export function orderLine(number: number, [code, billable, title]: Line): string {
  return `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${billable} ${title.slice(0, 60).padEnd(60)} ${title}`;
}

export function codesFile(lines: readonly Line[] = LINES): string {
  return lines.flatMap(([code, billable, title]) => (billable === 1 ? [`${code.padEnd(7)} ${title}\n`] : [])).join('');
}

const SEVENTH = '<sevenChrDef><extension char="A">initial encounter</extension><extension char="D">subsequent encounter</extension><extension char="S">sequela</extension></sevenChrDef>';
const diag = (code: string, title: string, inner = ''): string => `<diag><name>${code}</name><desc>${title}</desc>${inner}</diag>`;
const block = (tag: string, ...notes: string[]): string => `<${tag}>${notes.map((note) => `<note>${note}</note>`).join('')}</${tag}>`;

/** The tabular list of `LINES`. @param inner further rows and notes inside A00 */
export function tabularFile({ version = '2031', inner = '' }: { readonly version?: string; readonly inner?: string } = {}): string {
  const plain = (letter: string): string => section(`${letter}00`, diag(`${letter}00`, `Quibbling disorder ${letter}`,
    `${letter === 'A' ? A00_NOTES : ''}${diag(`${letter}00.0`, `Quibbling disorder ${letter}, mild`, letter === 'A' ? block('codeAlso', 'any quibble (B00.-)') : '')}${diag(`${letter}00.1`, `Quibbling disorder ${letter}, severe`)}${letter === 'A' ? inner : ''}`));
  const injuries = section('S00-T99',
    diag('S06', 'Intracranial injury', `${SEVENTH}${block('notes', '7th characters D and S do not apply to codes with 6th character 7')}${diag('S06.0', 'Concussion', `<diag placeholder="true"><name>S06.0X</name><desc>Concussion</desc>${diag('S06.0X0', 'Concussion without loss of consciousness')}${diag('S06.0X7', 'Concussion with death')}</diag>`)}`)
    + diag('T15', 'Foreign body on eye', SEVENTH + diag('T15.0', 'Foreign body in cornea')));
  return `<?xml version="1.0" encoding="utf-8"?>\n<ICD10CM.tabular><version>${version}</version><chapter><name>1</name><desc>All of it</desc>${block('useAdditionalCode', 'code for the weather:', 'rain (Z00.0)', 'snow (Z00.1)')}${ORDINARY.slice(0, 18).map(plain).join('')}${injuries}${ORDINARY.slice(18).map(plain).join('')}</chapter></ICD10CM.tabular>\n`;
}

const A00_NOTES = `${block('inclusionTerm', 'Ménière quibbling')}${block('excludes1', 'quibble, unrelated (C00.-)')}${block('excludes2', 'hair splitting (D00.1)')}${block('codeFirst', 'any underlying sophistry')}`;
const section = (id: string, inner: string): string => `<section id="${id}"><desc>${id}</desc>${inner}</section>`;

export const INDEX = `<?xml version="1.0" encoding="utf-8"?>
<ICD10CM.index><version>2031</version><title>ICD-10-CM INDEX TO DISEASES and INJURIES</title><letter><title>P</title>
<mainTerm><title>Pettifoggery<nemod>(acute) (chronic)</nemod></title><code>A00.1</code><term level="1"><title>ocular</title><seeAlso>Quibble</seeAlso><code>T15.0-</code><term level="2"><title>with concussion</title><code>A00.0</code><manif>B00.0</manif></term></term></mainTerm>
<mainTerm><title>Caviling</title><see>Pettifoggery, ocular</see></mainTerm>
<mainTerm><title>Carping</title><see>Something that is not there</see></mainTerm>
</letter></ICD10CM.index>`;

/** Files in a folder of their own, gone with `remove`. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): { readonly path: string; at(name: string): string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'icd10cm-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), content);
  return { path, at: (name) => join(path, name), remove: () => rmSync(path, { recursive: true }) };
}

/** A small archive by hand: local headers, then the central directory. */
export function zip(files: Readonly<Record<string, string>>, method: 0 | 8 = 8): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const body = method === 8 ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(crc32(text), 16);
    central.writeUInt32LE(body.length, 20);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    locals.push(local, Buffer.from(name), body);
    centrals.push(central, Buffer.from(name));
    at += 30 + name.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, ...centrals, end]);
}
