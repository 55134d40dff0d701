import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { PATIENCE_MS } from './test/patience.ts';

/** Whatever tests and the processes they start put aside lies in one folder, which goes when the run ends. */
const aside = mkdtempSync(join(tmpdir(), 'pasar-tests-'));
process.env['TMPDIR'] = aside;
process.on('exit', () => rmSync(aside, { recursive: true, force: true, maxRetries: 3 }));

/** A test that fails says so at once; time only ends what hangs, so it may be long. */
const every = {
  setupFiles: ['test/seed.ts'],
  testTimeout: 5 * PATIENCE_MS,
  hookTimeout: 5 * PATIENCE_MS,
  // What follows an order comes a second later, on a busy machine more: who waits for it ends as soon as it is there.
  expect: { poll: { timeout: PATIENCE_MS } },
};
/** Loading the market takes longer than most files take: a process loads it once, and the files after each other share it. */
const shared = { ...every, isolate: false };
const engine = { globalSetup: ['test/engine.ts'] };

/** A call of the engine takes ten times what it takes in memory, and routes and pages make many (test/tried-table.ts). */
const inMemory = { TEST_TABLE: 'memory' };
/** Processes that tests start read what the first of them compiled; beside what `npm start` reads, because it is not all of it. */
const compiled = { NODE_COMPILE_CACHE: fileURLToPath(new URL('./dist/compiled-tests', import.meta.url)) };

/** What takes a minute and more, longest first. */
const long = [
  'test/web/dasbor-walks.test.ts',
  'test/web/storefront.test.ts',
  'test/web/dasbor.test.ts',
  'test/web/storefront-walks.test.ts',
  'test/faults/faults.test.ts',
  'test/api/every-route/access.test.ts',
];

/** The long files begin before all others: one that is begun last keeps one core waiting for the other. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((path) => moduleId.endsWith(path));
      return found < 0 ? long.length : found;
    };
    return (await super.sort(files)).sort((a, b) => turn(a) - turn(b));
  }
}

export default defineConfig({
  test: {
    // Two more than there are cores: a walk through pages waits for its browser half of its time.
    maxWorkers: 4,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...shared,
          name: 'domain',
          include: ['test/{architecture,domain,events,functions}/**/*.test.ts'],
          env: inMemory,
        },
      },
      { test: { name: 'table', include: ['test/table/**/*.test.ts'], ...shared, ...engine } },
      {
        test: {
          name: 'api',
          include: ['test/api/**/*.test.ts'],
          ...shared,
          ...engine,
          env: inMemory,
        },
      },
      {
        test: {
          name: 'local',
          include: ['test/local/**/*.test.ts'],
          ...shared,
          ...engine,
          env: compiled,
        },
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          ...every,
          ...engine,
          env: compiled,
        },
      },
      {
        test: {
          ...shared,
          name: 'infra',
          include: ['test/infra/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'web',
          include: ['test/web/**/*.test.ts'],
          ...every,
          ...engine,
          globalSetup: [...engine.globalSetup, 'test/web/browser.ts'],
          env: inMemory,
        },
      },
    ],
  },
});
