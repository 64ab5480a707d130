import { describe, expect, test } from 'vitest';
import { Parser } from 'htmlparser2';
import type { Bundle, DocumentReference, FhirResource, Practitioner } from 'fhir/r4';
import { sharedBundle, stories } from '../support/fixtures.ts';

const ICD_10_CM = /^[A-Z]\d[0-9A-Z](\.[0-9A-Z]{1,4})?$/;
const shared = sharedBundle();
const people = new Set(ids(shared));

test('at least nine stories, and one of them is long enough to page', () => {
  expect(stories().length).toBeGreaterThanOrEqual(9);
  expect(stories().some(({ bundle }) => (bundle.entry?.length ?? 0) >= 200)).toBe(true);
});

test('no practitioner carries an identifier that could be a real NPI', () => {
  const values = resources(shared).filter((each): each is Practitioner => each.resourceType === 'Practitioner').flatMap((each) => each.identifier ?? []);
  expect(values.length).toBeGreaterThan(0);
  for (const { value } of values) expect(value).toMatch(/^0\d{9}$/);
});

describe.each(stories().map((each) => [each.slug, each] as const))('%s', (slug, { bundle, expected }) => {
  test('is about one patient, and every reference leads somewhere', () => {
    const own = new Set(ids(bundle));
    expect(own.size).toBe(bundle.entry?.length);
    expect(resources(bundle).filter((each) => each.resourceType === 'Patient').map((each) => each.id)).toEqual([slug]);
    const dangling = references(bundle).filter((each) => !own.has(each) && !people.has(each));
    expect(dangling).toEqual([]);
  });

  test('puts each resource under its own id, so that seeding twice doubles nothing', () => {
    for (const { resource, request } of bundle.entry ?? []) expect(request).toEqual({ method: 'PUT', url: `${resource?.resourceType}/${resource?.id}` });
  });

  test('has codes in the shape of ICD-10-CM', () => {
    const charted = codings(bundle, 'http://hl7.org/fhir/sid/icd-10-cm');
    const named = [...expected.suggestions.flatMap((each) => [each.code, each.from]), ...expected.mustNot.map((each) => each.code), ...expected.acceptable.map((each) => each.code)];
    for (const code of [...charted, ...named.filter((each) => each !== undefined)]) expect(code).toMatch(ICD_10_CM);
  });

  test('specifies and removes only what is charted, and adds only what is not', () => {
    const charted = new Set(resources(bundle).flatMap((each) => (each.resourceType === 'Condition' && each.encounter?.reference === expected.encounter ? codings(each, 'http://hl7.org/fhir/sid/icd-10-cm') : [])));
    for (const { action, code, from } of expected.suggestions) {
      expect([code, charted.has(action === 'specify' ? `${from}` : code)]).toEqual([code, action !== 'add']);
    }
  });

  test('quotes words that stand in a current note of the encounter', () => {
    const texts = notesOf(bundle, expected.encounter);
    expect(texts.length).toBeGreaterThan(0);
    expect(expected.suggestions.map((each) => each.quote).filter((quote) => !texts.some((text) => text.includes(quote)))).toEqual([]);
  });

  test('has at least three look-alikes, each with its reason', () => {
    expect(expected.mustNot.length).toBeGreaterThanOrEqual(3);
    for (const each of expected.mustNot) expect([each.why.length > 0, (each.code === undefined) !== (each.topic === undefined)]).toEqual([true, true]);
  });

  test('expects nothing that it also forbids', () => {
    const forbidden = new Set(expected.mustNot.map((each) => (each.action === 'remove' ? `remove ${each.code}` : each.code ?? each.topic)));
    const wanted = [...expected.suggestions.map((each) => (each.action === 'remove' ? `remove ${each.code}` : each.code)), ...expected.gaps.filter((each) => each.outcome === 'open').map((each) => each.topic)];
    expect(wanted.filter((each) => forbidden.has(each))).toEqual([]);
    expect(expected.quiet === true).toBe(wanted.length === 0);
  });
});

function resources(bundle: Bundle): FhirResource[] {
  return (bundle.entry ?? []).flatMap((each) => (each.resource ? [each.resource as FhirResource] : []));
}

function ids(bundle: Bundle): string[] {
  return resources(bundle).map((each) => `${each.resourceType}/${each.id}`);
}

function references(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(references);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'reference' && typeof inner === 'string' ? [inner] : references(inner)));
}

function codings(value: unknown, system: string): string[] {
  if (Array.isArray(value)) return value.flatMap((each) => codings(each, system));
  if (typeof value !== 'object' || value === null) return [];
  if ('system' in value && value.system === system && 'code' in value) return [String(value.code)];
  return Object.values(value).flatMap((each) => codings(each, system));
}

function notesOf(bundle: Bundle, encounter: string): string[] {
  const binaries = new Map<string, string>(resources(bundle).flatMap((each) => (each.resourceType === 'Binary' ? [[`Binary/${each.id}`, each.data ?? ''] as const] : [])));
  return resources(bundle)
    .filter((each): each is DocumentReference => each.resourceType === 'DocumentReference' && each.status === 'current')
    .filter((each) => each.context?.encounter?.some((one) => one.reference === encounter))
    .flatMap((each) => each.content.map(({ attachment }) => readable(attachment.contentType ?? '', attachment.data ?? binaries.get(attachment.url ?? '') ?? '')));
}

function readable(contentType: string, data: string): string {
  const text = Buffer.from(data, 'base64').toString(contentType.includes('8859-1') ? 'latin1' : 'utf8');
  if (!contentType.startsWith('text/html')) return text;
  let inside = '';
  let hidden = false;
  const parser = new Parser({
    onopentagname: (name) => { hidden = name === 'script' || name === 'style'; },
    ontext: (chunk) => { if (!hidden) inside += chunk; },
    onclosetag: () => { hidden = false; },
  });
  parser.end(text);
  return inside;
}
