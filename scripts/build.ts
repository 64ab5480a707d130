import { delimiter, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'vite';

const { values } = parseArgs({ options: { site: { type: 'string' }, codes: { type: 'string', multiple: true } } });
if (values.site !== undefined) process.env['COUNTERSIGN_SITE'] = resolve(values.site);
if (values.codes !== undefined) process.env['COUNTERSIGN_CODES'] = values.codes.map((file) => resolve(file)).join(delimiter);
await build();
