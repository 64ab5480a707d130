import { defineConfig } from 'vitest/config';

/** Times are those of a busy machine. Pure code and I/O with msw in Node; components in a DOM; journeys in a real Chromium against the embedded EHR, and against it as it imitates Epic and Oracle Health. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['test/{unit,catalogue,properties,cli,fhir,sandbox}/**/*.test.ts'], testTimeout: 20_000 } },
      { test: { name: 'faults', environment: 'node', include: ['test/faults/**/*.test.ts'], testTimeout: 20_000, hookTimeout: 20_000 } },
      { test: { name: 'ui', environment: 'happy-dom', include: ['test/ui/**/*.test.tsx', 'test/ui/**/*.test.ts'] } },
      { test: { name: 'journey', environment: 'node', include: ['test/journey/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false } },
      { test: { name: 'imitations', environment: 'node', include: ['test/imitations/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
});
