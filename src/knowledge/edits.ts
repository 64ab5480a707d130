import { undotted } from '../domain/coding/tabular.ts';
import type { AgeEdit, CodeEdits } from '../domain/model/index.ts';
import { fetchUnpacked } from './fetch-unpacked.ts';
import { readFrontCoded, readPlanes } from './planes.ts';

const EDITS = new URL('./assets/edits.bin.gz', import.meta.url);

/** What the Medicare Code Editor says of diagnoses, fetched from beside the program (browser and worker). @throws Error when it cannot be fetched */
export async function loadEdits(from: URL | string = EDITS): Promise<CodeEdits> {
  return decodeEdits(await fetchUnpacked(from));
}

/** The edits from their (unpacked) asset: beginnings of codes, under which every code has the edit. @throws Error when it is none */
export function decodeEdits(bytes: Uint8Array): CodeEdits {
  const { plane } = readPlanes(bytes);
  const beginnings = (flag: string): ReadonlySet<string> => new Set(readFrontCoded(plane(`${flag}-kept`), plane(`${flag}-rest`)));
  const [manifestations, unacceptable] = [beginnings('manifestation'), beginnings('unacceptable')];
  const ages = AGE_EDITS.map((edit) => ({ edit, codes: beginnings(edit) }));
  return {
    age: (code) => ages.find(({ codes }) => beginsWithOne(code, codes))?.edit ?? null,
    isManifestation: (code) => beginsWithOne(code, manifestations),
    isUnacceptablePrincipal: (code) => EXTERNAL_CAUSE.test(code) || beginsWithOne(code, unacceptable),
  };
}

const AGE_EDITS: readonly AgeEdit[] = ['newborn', 'pediatric', 'maternity', 'adult'];

/** Chapter 20 is never first (ICD-10-CM Guidelines I.C.20.a.6); the editor has an edit of its own for it. */
const EXTERNAL_CAUSE = /^\s*[V-Y]/i;

function beginsWithOne(code: string, beginnings: ReadonlySet<string>): boolean {
  const plain = undotted(code);
  for (let length = 1; length <= Math.min(plain.length, 7); length++) if (beginnings.has(plain.slice(0, length))) return true;
  return false;
}
