import { AUDIENCES } from '../src/domain/gaps/rule.ts';
import { DEFAULT_POLICY, type Policy } from '../src/domain/model/index.ts';
import { POLICY_FIELDS, type Field } from '../src/domain/policy/fields.ts';

type Group = 'rules' | 'queries' | 'confidence' | 'escalate';
type Path = Exclude<keyof Policy, Group> | { [G in Group]: `${G}.${keyof Policy[G] & string}` }[Group];

/** What each field does, for a person; the type sees to it that none is missing. */
const WORDS: Readonly<Record<Path, string>> = {
  defaultTarget: 'where a new diagnosis goes where nobody chooses',
  openCards: 'cards at first sight; the rest is folded',
  'rules.off': 'rules switched off, by id: of gaps (`countersign gaps --rules`), and of the coding guidelines as suggestions cite them',
  'rules.thresholds': 'numbers that a rule lets a site set: `{ "a1c-due": { "months": 6 } }`; the names and what is allowed are in `countersign gaps --rules --json` under `thresholds`',
  'rules.add': 'the site’s own rules, in the form that `countersign gaps --rules --json` prints',
  'queries.remindAfterDays': 'one reminder of a question that waits',
  'queries.escalateAfterDays': 'the question may be handed on to `escalateTo`',
  'queries.expireAfterDays': 'the question ends without an answer',
  'queries.escalateTo': 'to whom: words ("Physician advisor"), or a reference (`PractitionerRole/id`); null: to nobody',
  'queries.askAgainAfterDays': 'so long after an answer the same is not asked again',
  valueSets: 'the site’s own codes, by the name of what they widen ("mammography"): the name of a file beside the policy with a FHIR ValueSet (expansion, or codes listed in compose), such a ValueSet itself, or a list of `system` and `code`',
  measurePacks: 'the site’s own quality measures ([measures-packs.md](measures-packs.md)): each a pack in a JSON file beside the policy, and the days that it measures: `calendar-year` (that of the visit; also where nothing is said), or `{ "from": "2026-01-01", "to": "2026-12-31" }`',
  'confidence.show': 'below it a suggestion is not shown',
  'confidence.openEvidenceBelow': 'below it the evidence is opened before the suggestion can be accepted; consequential codes ask for that anyway',
  'confidence.secondPersonBelow': 'below it a diagnosis takes two persons',
  'escalate.claimedRemovals': 'taking off, or replacing, a diagnosis that stands on a claim of the visit takes two persons',
  'escalate.highRiskCodes': 'ICD-10-CM codes that take two persons, whole or as they begin ("E43", "C")',
  'escalate.moreChangesThan': 'more changes than this in one signing take two persons; null: as many as one likes',
  audiences: 'which kinds of gaps each role is shown; a question to a clinician belongs to a documentation gap',
  retentionDays: 'days after which this device forgets decisions, opened evidence and what only it remembers of a visit. What waits to be written, and the log, are kept: the log is a chain that proves its own wholeness',
  proposals: 'what a proposal writes; `task-only` where unconfirmed Conditions would show up in a patient portal',
  readSensitive: 'whether notes under a sensitive label (42 CFR Part 2, adolescent, restricted) are read at all',
  codersFinaliseClaims: 'whether a coder may verify the draft claim; a diagnosis in the chart is confirmed by clinicians alone',
  idleMinutes: 'minutes without a key or pointer until the app locks; null: never',
};

export function policyPage(): string {
  const rows = leaves(POLICY_FIELDS, DEFAULT_POLICY as unknown as Values, '').map(({ path, field, value }) => `| \`${path}\` | ${allowed(field)} | ${shown(value)} | ${WORDS[path as Path]} |`);
  return `<!-- The table is generated from src/domain/policy/fields.ts by "npm run docs"; the words around it stand in scripts/policy-page.ts. -->
# The site's policy
One JSON file holds what a site decides. It is read each time the app starts, so a change needs no build:

- **In the browser**: \`site-policy.json\` beside the app (beside \`index.html\`). No such file (the web server answers 404): the defaults below, and what \`policy\` of the site file says. A file that is not in order: the app stops, shows what is wrong, and shows no record. It never falls back to the default.
- **Sandbox**: \`npm start -- --policy FILE\`.
- **Command line**: \`countersign encounter --policy FILE\`.

\`countersign policy check FILE\` prints \`in order\`, or every fault with its place, and then ends with exit code 1. Run it before the file goes out. The app checks by the same rules; \`countersign\` of the same version knows the same rule names.

[site-policy.example.json](examples/site-policy.example.json) names every field. [site-policy.schema.json](site-policy.schema.json) tells an editor what is allowed: name it as \`$schema\`.

## Fields
Every field may be left out. Of an object, what is not named stays as it is. An unknown name is a fault.

| field | allowed | default | what it does |
|---|---|---|---|
${rows.join('\n')}

## The default is safe
With no file nothing is confirmed without a clinician's signature, the evidence of doubtful and consequential suggestions must be opened before they are accepted, sensitive notes are not read, a coder changes no claim alone, the app locks after ${DEFAULT_POLICY.idleMinutes} minutes, and no rule is off. One clinician signs alone: where a site has two, it says for what in \`escalate\` and \`confidence.secondPersonBelow\`.

## Two persons
What takes two persons is not signed by one. When the first clinician signs, it goes to a colleague as a proposal: unconfirmed, as one of a CDI specialist would (\`proposals\` says in which form). The second clinician sees it with the name of the first, opens the evidence and countersigns it, or declines. What a CDI specialist or coder proposed has its second person in the clinician who signs. The same person never counts twice; nor does one whom the EHR does not name. A code other than the proposed one is a new idea and takes its own second person. Rejecting, deferring and taking back one's own signature take one.

## Questions
Days count from when a question was sent. \`remindAfterDays\` < \`escalateAfterDays\` < \`expireAfterDays\`; null leaves a step out.
`;
}

/** For editors. It tells the form; \`policy check\` also knows the rules' names and what each threshold allows. */
export function policySchema(): string {
  const { properties, ...rest } = schemaOf({ is: 'record', fields: POLICY_FIELDS }) as { readonly properties: Readonly<Record<string, object>> };
  return `${JSON.stringify({ $schema: 'https://json-schema.org/draft/2020-12/schema', title: 'Site policy of Countersign', ...rest, properties: { $schema: { type: 'string' }, ...described(properties, '') } }, null, 2)}\n`;
}

type Values = Readonly<Record<string, unknown>>;

function leaves(fields: Readonly<Record<string, Field>>, values: Values, before: string): readonly { readonly path: string; readonly field: Field; readonly value: unknown }[] {
  return Object.entries(fields).flatMap(([name, field]) => (field.is === 'record' ? leaves(field.fields, values[name] as Values, `${name}.`) : [{ path: `${before}${name}`, field, value: values[name] }]));
}

function allowed(field: Field): string {
  switch (field.is) {
    case 'truth': return '`true`, `false`';
    case 'number': case 'whole': return `${field.is === 'whole' ? 'whole number' : 'number'}${Number.isFinite(field.from) ? `, ${field.from} to ${field.to}` : ''}${field.orNull ? ', or `null`' : ''}`;
    case 'text': return `${field.words}${field.orNull ? ', or `null`' : ''}`;
    case 'choice': return field.of.map((one) => `\`${one}\``).join(', ');
    case 'either': return field.words;
    case 'list': return `list: ${allowed(field.of)}`;
    case 'map': return `object${field.keys ? ` by ${field.keys.map((key) => `\`${key}\``).join(', ')}` : ''}: ${allowed(field.of)}`;
    case 'record': return `object of ${Object.keys(field.fields).map((name) => `\`${name}\``).join(', ')}`;
    case 'rule': return 'a rule';
  }
}

function shown(value: unknown): string {
  const isEmpty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return value === DEFAULT_POLICY.audiences ? 'all see both' : isEmpty ? 'none' : `\`${JSON.stringify(value)}\``;
}

function schemaOf(field: Field): object {
  switch (field.is) {
    case 'truth': return { type: 'boolean' };
    case 'number': case 'whole': return { type: orNull(field.is === 'whole' ? 'integer' : 'number', field), ...(Number.isFinite(field.from) ? { minimum: field.from } : {}), ...(field.to === undefined ? {} : { maximum: field.to }) };
    case 'text': return { type: orNull('string', field), minLength: 1, ...(field.like === undefined ? {} : { pattern: field.like.source }) };
    case 'choice': return { enum: field.of };
    case 'either': return { anyOf: field.of.map(schemaOf) };
    case 'list': return { type: 'array', items: schemaOf(field.of) };
    case 'map': return field.keys ? { type: 'object', properties: Object.fromEntries(field.keys.map((key) => [key, schemaOf(field.of)])), additionalProperties: false } : { type: 'object', additionalProperties: schemaOf(field.of) };
    case 'record': return { type: 'object', properties: Object.fromEntries(Object.entries(field.fields).map(([name, inner]) => [name, schemaOf(inner)])), additionalProperties: false };
    case 'rule': return { type: 'object', required: ['id', 'version', 'kind', 'audience', 'appliesTo', 'trigger', 'met'], properties: { audience: { type: 'array', items: { enum: AUDIENCES } } } };
  }
}

function orNull(type: string, { orNull: mayBeNull }: { readonly orNull?: true }): string | readonly string[] {
  return mayBeNull ? [type, 'null'] : type;
}

/** The words of the page, where an editor shows them. A value set may also be a file's name or a FHIR ValueSet. */
function described(properties: Readonly<Record<string, object>>, before: string): object {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => {
    const path = `${before}${name}`;
    if (path === 'valueSets') return [name, { description: WORDS.valueSets, type: 'object', additionalProperties: { anyOf: [{ type: 'string', pattern: '\\.json$' }, { type: 'object', required: ['resourceType'] }, (schema as { readonly additionalProperties: object }).additionalProperties] } }];
    const words = (WORDS as Readonly<Record<string, string>>)[path];
    if (words !== undefined) return [name, { description: words, ...schema }];
    const inner = schema as { readonly properties: Readonly<Record<string, object>> };
    return [name, { ...inner, properties: described(inner.properties, `${path}.`) }];
  }));
}
