import { parseArgs } from 'node:util';

export interface StartOptions {
  readonly help: boolean;
  readonly port: number;
  readonly open: boolean;
  readonly fresh: boolean;
  readonly dev: boolean;
  readonly load: readonly string[];
}

export const HELP = `npm start [-- options]
  --port N       the port to listen on (also PORT; default 4400; 0 picks a free one)
  --open         open a browser
  --fresh        forget what was written and start from the fixtures
  --load FILE…   add the patients of FHIR R4 bundles, Synthea's for example
  --dev          rebuild the app whenever its source changes`;

/** @throws Error with one sentence for a person */
export function readOptions(args: readonly string[], env: Readonly<Record<string, string | undefined>>): StartOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      port: { type: 'string' },
      open: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      dev: { type: 'boolean', default: false },
      load: { type: 'string', multiple: true, default: [] },
    },
  });
  if (positionals.length > 0 && values.load.length === 0) throw new Error(`What should happen with ${positionals.join(' ')}? To add patients: --load ${positionals.join(' ')}`);
  const { help, open, fresh, dev } = values;
  return { help, open, fresh, dev, port: portFrom(values.port ?? env['PORT'] ?? '4400'), load: [...values.load, ...positionals] };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`${text} is not a port: give a number from 0 to 65535, for example PORT=4401 npm start.`);
}
