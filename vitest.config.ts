import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const every = { setupFiles: ['test/seed.ts'] };
const engine = { ...every, globalSetup: ['test/engine.ts'], testTimeout: 30_000, hookTimeout: 60_000 };

/** What takes a minute and more, longest first. */
const long = [
  'test/web/storefront.test.ts',
  'test/web/dasbor.test.ts',
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
    maxWorkers: 2,
    sequence: { sequencer: LongFirst },
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
          globalSetup: [...engine.globalSetup, 'test/web/browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
