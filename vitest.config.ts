import { defineConfig } from 'vitest/config';

const every = { setupFiles: ['test/seed.ts'] };
const engine = { ...every, globalSetup: ['test/engine.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...every,
          name: 'domain',
          include: ['test/{architecture,domain,events,functions}/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      { test: { name: 'table', include: ['test/table/**/*.test.ts'], ...engine } },
      { test: { name: 'api', include: ['test/api/**/*.test.ts'], ...engine } },
      { test: { name: 'local', include: ['test/local/**/*.test.ts'], ...engine } },
      { test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...engine, testTimeout: 180_000 } },
      {
        test: {
          ...every,
          name: 'infra',
          isolate: false,
          include: ['test/infra/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          ...engine,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
