#!/usr/bin/env node
// Plain JavaScript that any Node can read, so that an old one gets a sentence and not a syntax error.
const [major] = process.versions.node.split('.');
if (Number(major) < 24) {
  process.stderr.write(`countersign needs Node 24 or newer; this is ${process.versions.node}. In a checkout, "npm run -s countersign -- …" brings its own.\n`);
  process.exit(2);
}
// `… | head` closes the pipe early: that is the reader's right, whether a write is waited for or not.
process.stdout.on('error', (failure) => {
  if (failure.code !== 'EPIPE') throw failure;
  process.exit(0);
});
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
