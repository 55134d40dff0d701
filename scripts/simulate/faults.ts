/*
 * npm run simulate:faults -- [--histories 100000] [--seed 1] [--operations 30]     many histories, on both cores
 * npm run simulate:faults -- --replay <seed> [--operations 30]                     one history again, with its trace
 * npm run simulate:faults -- --engine [--histories 100] [--seed 1]                   on the real engine, which is killed meanwhile
 * npm run simulate:faults -- --broken [name] [--histories 400]                     builds with a mistake, each to be seen
 *
 * The real functions under injected faults; see docs/simulation.md. Exit status 1 when a promise was broken.
 */
import { parseArgs } from 'node:util';
import { seeBroken } from '../../test/faults/broken-builds.ts';
import { faultKinds } from '../../test/faults/chance/faults.ts';
import { startMortalEngine } from '../../test/faults/engine/mortal-engine.ts';
import { OPERATIONS, runHistory } from '../../test/faults/history.ts';
import { count, noTally, runSeeds, shrink, type Tally } from '../../test/faults/seeds.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    histories: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    operations: { type: 'string', default: String(OPERATIONS) },
    replay: { type: 'string' },
    broken: { type: 'boolean', default: false },
    engine: { type: 'boolean', default: false },
  },
});
const whole = (name: 'histories' | 'seed' | 'operations' | 'replay'): number => {
  const value = Number(values[name]);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} is a whole number`);
  return value;
};
const say = (line: string) => process.stdout.write(`${line}\n`);
const operations = whole('operations');

const replay = async (seed: number): Promise<void> => {
  const { trace, violation } = await runHistory({ seed, operations, traced: true });
  say(trace.join('\n'));
  say(violation ? `seed ${seed}: ${violation}` : `seed ${seed}: every promise was kept`);
  if (violation) process.exitCode = 1;
};

const figures = (tally: Tally, seconds: number): void => {
  say(`\nhistories   ${tally.histories} in ${seconds.toFixed(0)} s`);
  say(`operations  ${tally.operations}`);
  say(`steps       ${tally.steps}`);
  for (const [kind, meaning] of Object.entries(faultKinds))
    say(`  ${kind.padEnd(14)} ${String(tally.faults[kind] ?? 0).padStart(10)}  ${meaning}`);
  const answers = Object.entries(tally.answers).sort(([, a], [, b]) => b - a);
  say(`answers     ${answers.map(([answer, count]) => `${answer}: ${count}`).join(', ')}`);
  say(`committed by a role revoked between read and write: ${tally.inFlight}`);
  say(`violations  ${tally.violations.length}`);
};

const many = async (): Promise<void> => {
  const [from, histories] = [whole('seed'), whole('histories')];
  const began = performance.now();
  const elapsed = () => (performance.now() - began) / 1000;
  let shown = 0;
  const progress = (tally: Tally) => {
    if (elapsed() < shown + 5) return;
    shown = elapsed();
    say(`${tally.histories} of ${histories} histories, ${tally.operations} operations, ${shown.toFixed(0)} s`);
  };
  const tally = await runSeeds({ from, histories, operations }, progress);
  figures(tally, elapsed());
  for (const { seed, violation } of tally.violations.slice(0, 1)) {
    const shrunk = await shrink({ seed, operations });
    say(`\n${shrunk.trace.join('\n')}`);
    say(`\nseed ${seed}: ${violation}`);
    say(`again: npm run simulate:faults -- --replay ${seed} --operations ${shrunk.operations}`);
  }
  if (tally.violations.length > 0) process.exitCode = 1;
};

/** Every broken build whose name holds the word, and the history that told it from a good one. */
const broken = async (word = ''): Promise<void> => {
  let unseen = 0;
  await seeBroken(word, whole('histories'), (name, seen) => {
    if (!seen) unseen += 1;
    say(
      `${seen ? `history ${String(seen.seed).padStart(4)}` : 'NOT SEEN    '}  ${name}${seen ? `: ${seen.violation}` : ''}`,
    );
  });
  if (unseen > 0) process.exitCode = 1;
};

/** Histories on the real engine in a file, one after the other: it is killed with its commands, and started again. */
const onEngine = async (): Promise<void> => {
  const [from, histories] = [whole('seed'), whole('histories')];
  const engine = await startMortalEngine('history');
  const began = performance.now();
  const tally = noTally();
  try {
    for (let seed = from; seed < from + histories && tally.violations.length === 0; seed++)
      count(tally, await runHistory({ seed, operations, engine }));
  } finally {
    await engine.stop();
  }
  figures(tally, (performance.now() - began) / 1000);
  say(`the engine was killed ${engine.deaths()} times`);
  for (const { seed, violation } of tally.violations) say(`\nseed ${seed}: ${violation}`);
  if (tally.violations.length > 0) process.exitCode = 1;
};

if (values.engine) await onEngine();
else if (values.broken) await broken(positionals[0]);
else await (values.replay === undefined ? many() : replay(whole('replay')));
