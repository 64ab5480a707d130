/** A process of its own: from its start to the first patient's answer, in milliseconds on the standard output. */
import { measureOnce } from './packs.ts';

await measureOnce()();
console.log(Math.round(performance.now()));
