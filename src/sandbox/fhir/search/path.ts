import { evalFhirPathTyped, parseFhirPath, toTypedValue } from '@medplum/core';
import type { Resource } from 'fhir/r4';

const parsed = new Map<string, ReturnType<typeof parseFhirPath>>();

/** Values at a FHIRPath of a search parameter, in document order. */
export function evaluate(path: string, resource: Resource): unknown[] {
  let program = parsed.get(path);
  if (!program) {
    program = parseFhirPath(path);
    parsed.set(path, program);
  }
  return evalFhirPathTyped(program, [toTypedValue(resource)]).map((typed): unknown => typed.value);
}
