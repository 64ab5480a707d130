/** A process of its own: from its first line to the first patient's answer, in milliseconds on the standard output. */
const began = performance.now();
const { measureOnce } = await import('./packs.ts');
await measureOnce()();
console.log(Math.round(performance.now() - began));

export {};
