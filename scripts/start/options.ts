import { parseArgs } from 'node:util';
import { EHR_PROFILES } from '../../src/sandbox/contract.ts';
import type { EhrProfile } from '../../src/sandbox/contract.ts';

export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly open: boolean;
  readonly fresh: boolean;
  readonly dev: boolean;
  readonly load: readonly string[];
  /** The base of an outside FHIR server; null: the own store. */
  readonly fhir: string | null;
  readonly seed: boolean;
  readonly ehrProfile: EhrProfile;
  /** null: none; `embedded`: the sandbox's own; else the base of another. */
  readonly companion: string | null;
  readonly webMessaging: boolean;
  readonly faults: boolean;
  /** What the site decided, in a file. */
  readonly policy: string | null;
}

export const EMBEDDED = 'embedded';

export const HELP = `npm start [-- options]
  --port N             the port to listen on (also PORT; default 4400; 0 picks a free one)
  --open               open a browser
  --fresh              forget what was written and start from the fixtures
  --load FILE…         add the patients of FHIR R4 bundles, Synthea's for example
  --dev                rebuild the app whenever its source changes
  --fhir URL           stand in front of that FHIR R4 server (no sign-in of its own) instead of an own store
  --seed               with --fhir: put the fixtures (and --load's patients) on that server first
  --ehr-profile NAME   imitate what this vendor's EHRs refuse: epic, oracle, generic (default)
  --companion [URL]    a companion FHIR server beside the EHR: the sandbox's own, empty one, or the one at URL
  --web-messaging      SMART Web Messaging in the shell (epic has it anyway)
  --policy FILE        what the site decided (docs/site-policy.md)
  --faults             let faults be asked for (docs/sandbox.md)`;

/** @throws Error with one sentence for a person */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): StartOptions {
  const { values, positionals } = parse(withCompanion(args));
  const { help, open, fresh, dev, seed, faults, fhir = null, companion = null, policy = null } = values;
  if (positionals.length > 0 && values.load.length === 0) throw new Error(`What should happen with ${positionals.join(' ')}? To add patients: --load ${positionals.join(' ')}`);
  const load = [...values.load, ...positionals];
  const ehrProfile = EHR_PROFILES.find((each) => each === (values['ehr-profile'] ?? 'generic'));
  if (ehrProfile === undefined) throw new Error(`--ehr-profile is one of ${EHR_PROFILES.join(', ')}, not ${values['ehr-profile']}.`);
  if (fhir !== null && !isBase(fhir)) throw new Error(`${fhir} is not the address of a FHIR server: give its base, for example --fhir http://localhost:8080/fhir.`);
  if (seed && fhir === null) throw new Error('--seed puts the fixtures on an outside server: name it with --fhir. The own store has them already.');
  if (fresh && fhir !== null) throw new Error('--fresh forgets what the own store holds; what stands on the server at --fhir is not deleted from here.');
  if (load.length > 0 && fhir !== null && !seed) throw new Error('--load with --fhir writes to the outside server: say so with --seed.');
  if (companion !== null && companion !== EMBEDDED && !isBase(companion)) throw new Error(`${companion} is not the address of a FHIR server: give its base, or --companion alone for the sandbox's own.`);
  if (companion !== null && fhir !== null && withoutSlash(companion) === withoutSlash(fhir)) throw new Error('--companion names the same server as --fhir; a companion server stands beside the EHR.');
  return {
    help, open, fresh, dev, load, seed, faults, ehrProfile, policy,
    fhir: fhir === null ? null : withoutSlash(fhir),
    companion: companion === null ? null : withoutSlash(companion),
    webMessaging: values['web-messaging'],
    port: portFrom(values.port ?? env['PORT'] ?? '4400'),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string' },
      open: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      load: { type: 'string', multiple: true, default: [] },
      fhir: { type: 'string' },
      seed: { type: 'boolean', default: false },
      'ehr-profile': { type: 'string' },
      companion: { type: 'string' },
      'web-messaging': { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      policy: { type: 'string' },
    },
  });
}

/** `--companion` without an address means the sandbox's own; parseArgs knows no optional value. */
function withCompanion(args: readonly string[]): readonly string[] {
  return args.flatMap((each, at) => (each === '--companion' && !/^https?:/.test(args[at + 1] ?? '') ? ['--companion', EMBEDDED] : [each]));
}

function isBase(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
}

function withoutSlash(text: string): string {
  return text.replace(/\/$/, '');
}

function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`${text} is not a port: give a number from 0 to 65535, for example PORT=4401 npm start.`);
}
