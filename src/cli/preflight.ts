import { preflight } from '../domain/preflight/index.ts';
import { DEFAULT_POLICY, type PreflightRow, type ServerProfile } from '../domain/model/index.ts';
import type { ServerFacts } from '../fhir/preflight/facts.ts';
import { surveyServer, type Surveyed } from '../fhir/preflight/index.ts';
import { UsageError, type Command, type Streams } from './command.ts';
import { readOptions } from './options.ts';

/** What the app asks for at launch where the site's file says nothing else (launch/site.json). */
const DEFAULT_SCOPE = 'launch openid fhirUser online_access user/*.rs user/Condition.cruds user/Claim.cruds user/Encounter.rus user/Provenance.crs user/Task.cruds user/QuestionnaireResponse.crs user/DocumentReference.crs';
const PROFILES = ['generic', 'epic', 'oracle'] as const satisfies readonly ServerProfile['name'][];

export const preflightCommand: Command = {
  name: 'preflight',
  summary: 'what will work with an EHR, and what will be handed over; no sign-in',
  help: `
countersign preflight --fhir URL [--scope "…"] [--companion URL] [--ehr-profile generic|epic|oracle] [--messaging] [--proposals task-only]

Reads the EHR's /metadata and /.well-known/smart-configuration, and nothing else.
  --fhir URL        the EHR's FHIR R4 base
  --scope "…"       what the app will ask for, taken as granted; default: as in launch/site.json
  --companion URL   the site's own FHIR server for what the EHR does not take
  --ehr-profile     overrules the vendor that the EHR's own words tell
  --messaging       launches bring SMART Web Messaging (only a launch can tell)
  --proposals       condition-claim-task (default) or task-only, as in the site's policy
Output lines: {"line":"server",…}, then {"line":"action","action","ends","says"} for each thing that a person does,
then {"line":"kind","kind","how","offered","by","count","tag"} for each kind that a review reads; null: the server does not say.
Exit code 1 where this EHR cannot be used at all; what to ask its administrator for is on stderr.`,
  async run(args, streams) {
    const options = readOptions(args, {
      fhir: { type: 'string' }, scope: { type: 'string' }, companion: { type: 'string' }, 'ehr-profile': { type: 'string' },
      messaging: { type: 'boolean', default: false }, proposals: { type: 'string' },
    });
    const known = oneOf('--ehr-profile', PROFILES, options['ehr-profile']);
    const proposals = oneOf('--proposals', ['condition-claim-task', 'task-only'] as const, options.proposals) ?? DEFAULT_POLICY.proposals;
    const companion = options.companion === undefined ? undefined : address('--companion', options.companion);
    const found = await surveyServer({
      fhir: address('--fhir', options.fhir), scope: options.scope ?? DEFAULT_SCOPE, messaging: options.messaging,
      ...(known === undefined ? {} : { known }), ...(companion === undefined ? {} : { companion: { fhir: companion, access: 'open' } }),
    }, new AbortController().signal);
    const rows = found.profile === null ? [] : preflight(found.profile, { ...DEFAULT_POLICY, proposals });
    print(found, rows, streams);
    return found.blockers.length === 0 ? 0 : 1;
  },
};

/** @throws UsageError */
function oneOf<T extends string>(option: string, words: readonly T[], given: string | undefined): T | undefined {
  if (given === undefined) return undefined;
  const found = words.find((word) => word === given);
  if (found === undefined) throw new UsageError(`${option} is one of ${words.join(', ')}.`);
  return found;
}

/** @throws UsageError */
function address(option: string, given: string | undefined): string {
  const url = given === undefined ? null : URL.parse(given);
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '' || url.search !== '' || url.hash !== '') throw new UsageError(`${option} is the address of a FHIR base, such as https://ehr.example.org/fhir/r4.`);
  return url.href.replace(/\/+$/, '');
}

function print(found: Surveyed, rows: readonly PreflightRow[], { output, errors }: Streams): void {
  const { base, blockers, server, smart, profile, kinds, companionTrouble } = found;
  const abilities = { profile: profile?.name ?? null, create: profile?.create ?? null, update: profile?.update ?? null, activities: profile?.activities ?? null, companion: profile?.companion ?? null };
  const lines = [
    { line: 'server', base, usable: blockers.length === 0, ...(server ?? UNSAID), smart, ...abilities, companionTrouble, blockers },
    ...rows.map((row) => ({ line: 'action', ...row })),
    ...kinds.map((kind) => ({ line: 'kind', ...kind })),
  ];
  for (const line of lines) output.write(`${JSON.stringify(line)}\n`);
  if (errors.isTTY === true) errors.write(table(rows));
  if (companionTrouble !== null) errors.write(`${companionTrouble}\n`);
  const missing = smart?.scopesNotListed ?? [];
  if (missing.length > 0) errors.write(`The EHR does not list these scopes among those that it supports: ${missing.join(' ')}. Without them the app reads or writes less.\n`);
  for (const { why, ask } of blockers) errors.write(`${why}\n  Ask the EHR's administrator for: ${ask}\n`);
}

/** What the server did not say is not false. */
const UNSAID: Readonly<Record<keyof ServerFacts, null>> = { software: null, fhirVersion: null, transaction: null, batch: null, conditionalCreate: null, ifMatch: null };

const ENDS: Readonly<Record<PreflightRow['ends'], string>> = {
  ehr: 'in the EHR', companion: 'companion server', note: 'as a note', hand: 'by hand', device: 'on this device', 'cannot-tell': 'nowhere',
};

function table(rows: readonly PreflightRow[]): string {
  const width = Math.max(0, ...rows.map(({ action }) => action.length));
  return rows.map(({ action, ends, says }) => `  ${action.padEnd(width)}  ${ENDS[ends].padEnd(16)}  ${says}\n`).join('');
}
