import type { GapRule } from '../gaps/rule.ts';
import { checkRule } from '../gaps/check-rule.ts';
import { between, choice, expected, isRecord, listOf, mapOf, number, orNull, record, text, truth, unknownKey, whole, type Check, type Fault } from '../gaps/schema/check.ts';
import { DEFAULT_POLICY, type Policy } from '../model/index.ts';
import { POLICY_FIELDS, type Field } from './fields.ts';
import { widenedBy, type KnownRules } from './known-rules.ts';

export type CheckedPolicy = { readonly ok: true; readonly policy: Policy } | { readonly ok: false; readonly faults: readonly Fault[] };

/**
 * A site's policy: what the file says, and for the rest what stands already. Or everything that is wrong with the file at once: nothing of
 * a file with a fault is used.
 * @param base what holds where the file says nothing
 */
export function checkPolicy(json: unknown, known: KnownRules, base: Policy = DEFAULT_POLICY): CheckedPolicy {
  const { $schema: _, ...file } = isRecord(json) ? json : {};
  const shape = SHAPE(isRecord(json) ? file : json, '');
  /** What is wrong in itself is not held against the rest, so that one reading tells all. */
  const wrong = new Set(shape.map(({ at }) => at.split('/')[1]));
  const usable = Object.fromEntries(Object.entries(file).filter(([name]) => Object.hasOwn(POLICY_FIELDS, name) && !wrong.has(name)));
  const policy = merged(base, usable);
  const faults = [...shape, ...consistencyOf(policy, usable, known)];
  return faults.length > 0 ? { ok: false, faults } : { ok: true, policy };
}

const SHAPE = checkOf({ is: 'record', fields: POLICY_FIELDS });

function checkOf(field: Field): Check {
  switch (field.is) {
    case 'truth': return truth;
    case 'number': case 'whole': return nullable(field, between(field.from, field.to ?? Infinity, field.is === 'whole' ? whole : number));
    case 'text': return nullable(field, (value, at) => (text(value, at).length === 0 && (field.like?.test(value as string) ?? true) ? [] : expected(field.words, value, at)));
    case 'choice': return choice(...field.of);
    case 'either': return (value, at) => {
      /** Where an object may stand and does, its own faults are the ones to tell. */
      const faults = field.of.filter((one) => isRecord(value) === (one.is === 'record')).map((one) => checkOf(one)(value, at));
      if (faults.some((found) => found.length === 0)) return [];
      return isRecord(value) ? faults.flat() : expected(field.words, value, at);
    };
    case 'list': return listOf(checkOf(field.of));
    case 'map': return mapOf(checkOf(field.of), field.keys ?? null);
    case 'record': return record(Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, checkOf(inner)])), Object.keys(field.fields));
    case 'rule': return (value, at) => {
      const checked = checkRule(value);
      return 'rule' in checked ? [] : checked.errors.map((fault) => ({ ...fault, at: `${at}${fault.at}` }));
    };
  }
}

function nullable({ orNull: mayBeNull }: { readonly orNull?: true }, check: Check): Check {
  return mayBeNull === true ? orNull(check) : check;
}

/** An object changes those of its fields that it names, so that a file need not repeat the rest. */
function merged(base: Policy, file: Readonly<Record<string, unknown>>): Policy {
  const fields = Object.entries(file).map(([name, value]) => {
    const before = base[name as keyof Policy];
    return [name, isRecord(value) && isRecord(before) ? { ...before, ...value } : value];
  });
  return { ...base, ...(Object.fromEntries(fields) as Partial<Policy>) };
}

/** What single fields cannot tell. */
function consistencyOf(policy: Policy, file: Readonly<Record<string, unknown>>, known: KnownRules): readonly Fault[] {
  const { add } = policy.rules;
  return [
    ...add.flatMap(({ id }, n) => (Object.hasOwn(known.gaps, id) || add.findIndex((one) => one.id === id) !== n ? [{ at: `/rules/add/${n}/id`, says: `There is a rule "${id}" already. Give this one another id, and switch the other off if this one takes its place.` }] : [])),
    ...policy.rules.off.flatMap((id, n) => unknownName(id, [...Object.keys(known.gaps), ...add.map((rule) => rule.id), ...known.guidelines], `/rules/off/${n}`, 'rule', 'The rules: countersign gaps --rules')),
    ...thresholdFaults(policy.rules.thresholds, { ...known.gaps, ...thresholdsOf(add) }),
    ...Object.keys('valueSets' in file ? policy.valueSets : {}).flatMap((name) => unknownName(name, [...known.widened, ...widenedBy(add)], `/valueSets/${name}`, 'name that a value set could widen', 'There are the names after "done" and "doses" in countersign gaps --rules --json')),
    ...Object.entries(policy.valueSets).flatMap(([name, codings]) => codings.flatMap((coding, n) => (['system', 'code'] as const).flatMap((field) => (coding[field] === undefined ? [{ at: `/valueSets/${name}/${n}`, says: `"${field}" is missing.` }] : [])))),
    ...policy.measurePacks.flatMap((pack, n) => packFaults(pack, `/measurePacks/${n}`)),
    ...queryFaults(policy.queries),
  ];
}

function thresholdsOf(add: readonly GapRule[]): KnownRules['gaps'] {
  return Object.fromEntries(add.map(({ id, thresholds }) => [id, thresholds]));
}

function thresholdFaults(set: Policy['rules']['thresholds'], known: KnownRules['gaps']): readonly Fault[] {
  return Object.entries(set).flatMap(([rule, values]) => {
    const thresholds = Object.hasOwn(known, rule) ? known[rule] : undefined;
    if (thresholds === undefined) return unknownName(rule, Object.keys(known), `/rules/thresholds/${rule}`, 'rule', 'The rules: countersign gaps --rules');
    return Object.entries(values).flatMap(([name, value]): readonly Fault[] => {
      const at = `/rules/thresholds/${rule}/${name}`;
      const threshold = Object.hasOwn(thresholds, name) ? thresholds[name] : undefined;
      if (threshold === undefined) {
        const names = Object.keys(thresholds);
        return names.length === 0 ? [{ at, says: `${rule} lets a site set no number. Switch it off and add a rule of your own instead.` }] : [unknownKey(name, names, at)];
      }
      const [least, most] = threshold.between;
      return value >= least && value <= most ? [] : [{ at, says: `${value} stands here; ${rule} allows ${least} to ${most} ${threshold.unit}.` }];
    });
  });
}

/** Of a long list only the nearest name is told, and where the list is. */
function unknownName(name: string, names: readonly string[], at: string, what: string, where: string): readonly Fault[] {
  if (names.includes(name)) return [];
  const near = / Is .* meant\?$/.exec(unknownKey(name, names, at).says)?.[0] ?? ` ${where}.`;
  return [{ at, says: `"${name}" is no ${what}.${near}` }];
}

function packFaults({ file, period }: Partial<Policy['measurePacks'][number]>, at: string): readonly Fault[] {
  const nameless = file === undefined ? [{ at, says: '"file" is missing: the name of the pack beside the policy.' }] : [];
  if (typeof period !== 'object') return nameless;
  const { from, to }: Partial<typeof period> = period;
  if (from === undefined || to === undefined) return [...nameless, { at: `${at}/period`, says: `"${from === undefined ? 'from' : 'to'}" is missing.` }];
  const strange = [from, to].find((day) => !isDay(day));
  if (strange !== undefined) return [...nameless, { at: `${at}/period`, says: `${strange} is no day of the calendar.` }];
  return from <= to ? nameless : [...nameless, { at: `${at}/period`, says: `It ends on ${to}, before it begins on ${from}.` }];
}

/** Not the 31st of February, which a Date takes for a day of March. */
function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}

/** A question is reminded of before it goes to somebody else, and that before it ends. */
function queryFaults(queries: Policy['queries']): readonly Fault[] {
  const order = (['remindAfterDays', 'escalateAfterDays', 'expireAfterDays'] as const).flatMap((name) => (queries[name] === null ? [] : [{ name, days: queries[name] }]));
  return order.flatMap(({ name, days }, n) => {
    const before = order[n - 1];
    return before === undefined || before.days < days ? [] : [{ at: `/queries/${name}`, says: `${days} stands here; it must be more than the ${before.days} of ${before.name}, or null.` }];
  });
}
