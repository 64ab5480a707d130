import { defineConfig } from 'vitest/config';

/** Against a real HAPI FHIR server that `npm run test:hapi` has started. The server is shared, so one file at a time. */
export default defineConfig({
  test: {
    name: 'hapi',
    environment: 'node',
    include: ['test/hapi/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
