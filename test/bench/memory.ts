import { Readable, Writable } from 'node:stream';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { analyze } from '../../src/cli/analyze.ts';
import { generatedNote } from '../support/generated-notes.ts';
import { against, type Measure } from './measure.ts';

const NOTES = 100_000;
const FEW = 10_000;

/** `countersign analyze` on a stream of notes, each with words of its own: what it still holds after many, beyond what it held after some. */
export async function benchMemory(): Promise<readonly Measure[]> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const held = new Map<number, number>();
  let answered = 0;
  let failed = 0;
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      answered += 1;
      if (chunk.includes('"error"')) failed += 1;
      if (answered === FEW || answered === NOTES) {
        collect();
        held.set(answered, process.memoryUsage().heapUsed / 1_000_000);
      }
      done();
    },
  });
  const errors = new Writable({ write: (_chunk, _encoding, done) => done() });
  const began = performance.now();
  await analyze.run([], { input: Readable.from(lines()), output, errors });
  const took = (performance.now() - began) / 1000;
  if (answered !== NOTES || failed > 0) throw new Error(`Of ${NOTES} notes, ${answered} were answered and ${failed} failed.`);
  const [few, many] = [held.get(FEW) ?? 0, held.get(NOTES) ?? 0];
  return [
    against(`heap after ${NOTES} notes beyond that after ${FEW} (analyze, one stream)`, many - few, `${(many - few).toFixed(0)} MB (of ${many.toFixed(0)} MB)`, { atMost: 32, words: 'flat: ≤ 32 MB' }),
    { what: `${NOTES} generated notes (${Math.round(generatedNote(0).length / 100) * 100} characters), from line to line`, value: `${Math.round(NOTES / took)} notes/s` },
  ];
}

function* lines(): Generator<string> {
  for (let n = 0; n < NOTES; n++) yield `${JSON.stringify({ id: n, text: generatedNote(n) })}\n`;
}
