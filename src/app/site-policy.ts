import type { Policy } from '../domain/model/index.ts';
import type { Fault } from '../domain/gaps/schema/check.ts';
import type { KnownRules } from '../domain/policy/known-rules.ts';
import { checkPolicy, type CheckedPolicy } from '../domain/policy/check-policy.ts';
import { readValueSets } from '../measures/pack/value-sets.ts';

export interface PolicySource {
  readonly known: KnownRules;
  /** What holds where the file says nothing. */
  readonly base: Policy;
  /** A file that the policy names, from beside it. @throws Error where it is not there */
  readonly read: (name: string) => Promise<string>;
}

/**
 * The site's policy file with the value sets that it names: FHIR ValueSet JSON in files beside it or written out in it, or plain codings.
 * @throws nothing: all that is wrong comes back as faults, each with its place
 */
export async function readPolicy(content: string, { known, base, read }: PolicySource): Promise<CheckedPolicy> {
  const json = parsed(content);
  if (json === undefined) return { ok: false, faults: [{ at: '', says: 'The file is no JSON. A comma too many, or a quotation mark too few, is the usual cause; an editor that knows JSON shows the place.' }] };
  const sets = isRecord(json) && isRecord(json['valueSets']) ? Object.entries(json['valueSets']) : null;
  if (sets === null) return checkPolicy(json, known, base);
  const loaded = await Promise.all(sets.map(async ([name, value]) => ({ name, ...(await codingsOf(value, `/valueSets/${name}`, read)) })));
  const faults = loaded.flatMap((one) => one.faults);
  const checked = checkPolicy({ ...(json as object), valueSets: Object.fromEntries(loaded.map(({ name, codings }) => [name, codings])) }, known, base);
  return faults.length === 0 ? checked : { ok: false, faults: [...faults, ...(checked.ok ? [] : checked.faults)] };
}

/** For a person: one line a fault. */
export function faultLines(faults: readonly Fault[]): readonly string[] {
  return faults.map(({ at, says }) => (at === '' ? says : `${at}: ${says}`));
}

interface Codings { readonly codings: unknown; readonly faults: readonly Fault[] }

async function codingsOf(value: unknown, at: string, read: PolicySource['read']): Promise<Codings> {
  if (typeof value !== 'string') return isRecord(value) ? codesOf(value, at) : { codings: value, faults: [] };
  if (!IS_BESIDE.test(value)) return fault(at, `${JSON.stringify(value)} stands here; it must be the name of a .json file beside the policy: "value-sets/mammography.json".`);
  const content = await read(value).catch(() => null);
  if (content === null) return fault(at, `${value} is not there, or cannot be read. Put the file beside the policy.`);
  const json = parsed(content);
  return isRecord(json) ? codesOf(json, at) : fault(at, `${value} is no JSON object. It must hold one FHIR ValueSet.`);
}

/** Below the policy's own folder: no address, no way up. */
const IS_BESIDE = /^(?!.*\.\.)[\w-][\w./-]*\.json$/;

function codesOf(resource: Readonly<Record<string, unknown>>, at: string): Codings {
  const { resourceType, url } = resource;
  if (resourceType !== 'ValueSet') return fault(at, `${typeof resourceType === 'string' ? `A ${resourceType.slice(0, 40)}` : 'Something without a resourceType'} stands here; it must be a FHIR ValueSet, or a list of codings.`);
  const [set] = readValueSets([{ ...resource, resourceType, url: typeof url === 'string' ? url : at }]);
  if (set === undefined || set.lack !== null) return fault(at, `The value set ${set?.lack ?? 'has no codes.'}`);
  return { codings: set.codes.map(({ system, code }) => ({ system, code, display: null })), faults: [] };
}

function fault(at: string, says: string): Codings {
  return { codings: [], faults: [{ at, says }] };
}

/** Undefined: not JSON. */
function parsed(content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
