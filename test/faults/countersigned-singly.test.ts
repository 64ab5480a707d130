import { strikeAll } from './cells.ts';
import { COUNTERSIGNATURE } from './scenes.ts';

strikeAll(COUNTERSIGNATURE, 'single');
