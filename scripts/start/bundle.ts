import { readFileSync } from 'node:fs';
import type { Bundle } from 'fhir/r4';

/** @throws Error with one sentence that names the file and says what is wrong with it */
export function readBundle(file: string): Bundle {
  const value = parse(file, read(file));
  const kind = typeof value === 'object' && value !== null && 'resourceType' in value ? value.resourceType : null;
  if (kind === 'Bundle') return value as Bundle;
  throw new Error(`${file} is not a FHIR R4 Bundle${typeof kind === 'string' ? ` but a ${kind}` : ''}: nothing was loaded.`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read: is the path right?`, { cause });
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file} is not readable JSON, so it is no FHIR bundle: nothing was loaded.`, { cause });
  }
}
