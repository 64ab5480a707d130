import { promisify } from 'node:util';
import zopfli from '@gfx/zopfli';

const gzip = promisify<Uint8Array, { numiterations: number }, Uint8Array>((bytes, options, done) => {
  zopfli.gzip(bytes, options, (error, packed) => done(error, packed));
});

/** As small as a gzip reader takes it (Zopfli): about 6 % below level 9, at some seconds for a megabyte. Every browser unpacks it. */
export async function packedSmallest(bytes: Uint8Array): Promise<Uint8Array> {
  return gzip(bytes, { numiterations: 15 });
}
