import { spawnSync } from 'node:child_process';
import { Advice, advise } from '../infra/local/advice.ts';

/** The tests that speak to a table, and nothing that needs an engine of its own. */
const projects = ['table', 'api', 'local'];

// DYNAMODB_ENDPOINT=http://localhost:8000 npm run test:endpoint -- <file>
await advise(async () => {
  if (!process.env.DYNAMODB_ENDPOINT)
    throw new Advice(
      'Isi DYNAMODB_ENDPOINT dengan alamat mesin yang diuji, misalnya http://localhost:8000. / ' +
        'Set DYNAMODB_ENDPOINT to the address of the engine under test, for example http://localhost:8000.',
    );
  // One file after the other: every market of a test has the same table.
  const words = [
    'vitest',
    'run',
    '--no-file-parallelism',
    ...projects.flatMap((name) => ['--project', name]),
    ...process.argv.slice(2),
  ];
  process.exitCode = spawnSync('npx', words, { stdio: 'inherit' }).status ?? 1;
});
