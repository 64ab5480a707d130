import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({ options: { site: { type: 'string' } } });
if (values.site !== undefined) process.env['COUNTERSIGN_SITE'] = resolve(values.site);
await build();
