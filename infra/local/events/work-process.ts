import { subscriptionOf } from '../../../events/subscriptions.ts';
import { documentClient, type World } from '../../../functions/world.ts';
import { localClock } from '../clock.ts';
import { localClient } from '../engine/engine.ts';
import { localWorld } from '../local-world.ts';
import { worldFor } from '../origin/guard.ts';
import { consumerIn } from './consumers.ts';
import type { Answered, Asked } from './work-apart.ts';

// The process that writes a market's pages and computes over its large cities, call by call as it is asked to.
const [folder = '', site = '', endpoint = '', origin = ''] = process.argv.slice(2);
// The market is gone, or has nothing to do: the next start does what is missing.
process.once('disconnect', () => process.exit(0));
// A terminal interrupts everything that was started in it; the market says when we end.
process.on('SIGINT', () => undefined);
const tell = (told: Answered) => new Promise<void>((resolve) => process.send?.(told, () => resolve()));

const nothing = () => undefined;
const { now } = await localClock(folder);
const logger = { info: nothing, warn: console.warn, error: console.error };
const world = localWorld({ client: documentClient(localClient(endpoint)), folder, site, origin, logger, now });
const announcing: World = { ...world, publish: (announced) => tell({ announced }) };

const runs = new Map<Asked['consumer'], ReturnType<typeof consumerIn>>();
const runOf = (consumer: Asked['consumer']) => {
  const base = subscriptionOf(consumer).announces ? announcing : world;
  const run = runs.get(consumer) ?? consumerIn(consumer, () => worldFor(consumer, base));
  runs.set(consumer, run);
  return run;
};
const wordsOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
process.on('message', ({ turn, consumer, event }: Asked) => {
  runOf(consumer)
    .then((run) => run(event))
    .then(
      (answer) => tell({ turn, answer }),
      (error) => tell({ turn, failed: wordsOf(error) }),
    );
});
