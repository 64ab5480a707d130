/** Stands where a value does not have the form of an id, a code, a version or a date: then it might be words, and words stay out of the log. */
export const NOT_LOGGED = 'not-logged';

/** `Type/id`, as a FHIR server writes it: absolute, with an attachment's number, a `urn:`, or a `device:` id of our own. */
export function reference(value: string): string {
  return matching(value, /^(?:https?:\/\/[!-~]{1,400}|urn:(?:uuid|oid):[\w.-]{1,64}|device:[\w.-]{1,64}|[A-Z][A-Za-z]{1,40}\/[A-Za-z0-9.-]{1,64}(?:#\d{1,4})?)$/);
}

/** A logical id, a UUID, a hash, a rule's id, a name of a kind: no blanks, nothing beyond ASCII. */
export function word(value: string): string {
  return matching(value, /^[A-Za-z0-9][\w.:/#-]{0,159}$/);
}

/** ICD-10-CM, HCPCS, CPT, LOINC, RxNorm, and what a local code looks like where it has a digit: a word without one might be a name. */
export function code(value: string): string {
  return matching(value, /^(?=[A-Za-z.-]{0,7}\d)[A-Za-z0-9.-]{1,20}$/);
}

/** `meta.versionId` or `sha256:…`. */
export function version(value: string | null): string | null {
  return value === null ? null : matching(value, /^[A-Za-z0-9][\w.:+/=-]{0,159}$/);
}

/** A FHIR date, dateTime or instant. */
export function moment(value: string): string {
  return matching(value, /^\d{4}(?:-\d{2}){0,2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/);
}

/** Offsets, counts, shares: what JSON cannot hold becomes -1. */
export function count(value: number): number {
  return Number.isFinite(value) ? value : -1;
}

function matching(value: string, form: RegExp): string {
  return form.test(value) ? value : NOT_LOGGED;
}
