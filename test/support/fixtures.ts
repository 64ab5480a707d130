import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Bundle } from 'fhir/r4';
import { readFixtures } from '../../src/sandbox/fixtures.ts';

export interface ExpectedSuggestion {
  readonly action: 'add' | 'specify' | 'remove';
  readonly code: string;
  readonly from?: string;
  /** Verbatim in the extracted text of one of this encounter's notes. */
  readonly quote: string;
}

/** `expected.json`, as fhir-fixtures/README.md defines it. */
export interface Expected {
  readonly slug: string;
  readonly title: string;
  readonly story: string;
  readonly encounter: string;
  readonly quiet?: boolean;
  readonly suggestions: readonly ExpectedSuggestion[];
  readonly gaps: readonly { readonly topic: string; readonly outcome: 'open' | 'met' | 'not-applicable' | 'cannot-tell' }[];
  readonly mustNot: readonly { readonly code?: string; readonly topic?: string; readonly action?: 'remove'; readonly why: string }[];
  readonly acceptable: readonly { readonly code?: string; readonly topic?: string; readonly why: string }[];
}

export interface Story {
  readonly slug: string;
  readonly bundle: Bundle;
  /** The story with the shared people and organisations, as one collection: what `countersign encounter` takes. */
  readonly whole: Bundle;
  readonly expected: Expected;
}

const folder = resolve(import.meta.dirname, '../../fhir-fixtures');

/** The people and organisations that every story refers to. */
export function sharedBundle(): Bundle {
  const shared = readFixtures(folder).find((each) => each.slug === '_shared');
  if (!shared) throw new Error('fhir-fixtures/_shared is missing');
  return shared.bundle;
}

export function stories(): readonly Story[] {
  const shared = sharedBundle();
  return readFixtures(folder).filter((each) => each.slug !== '_shared').map(({ slug, bundle }) => ({
    slug,
    bundle,
    whole: { resourceType: 'Bundle', type: 'collection', entry: [...(shared.entry ?? []), ...(bundle.entry ?? [])].map(withoutRequest) },
    expected: JSON.parse(readFileSync(resolve(folder, slug, 'expected.json'), 'utf8')) as Expected,
  }));
}

export function story(slug: string): Story {
  const found = stories().find((each) => each.slug === slug);
  if (!found) throw new Error(`There is no story called ${slug} in fhir-fixtures`);
  return found;
}

function withoutRequest<T extends { request?: unknown }>(entry: T): Omit<T, 'request'> {
  const { request: _, ...rest } = entry;
  return rest;
}
