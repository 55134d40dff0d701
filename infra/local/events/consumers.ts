import { basename } from 'node:path';
import type { Context, DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { EventType } from '../../../events/contract.ts';
import { monthCloses } from '../../../events/month-closes.ts';
import { type Consumer, consumers, subscriptionOf } from '../../../events/subscriptions.ts';
import type { World } from '../../../functions/world.ts';
import { monthCloseDefinition } from '../../month-close-definition.ts';
import { worldFor } from '../origin/guard.ts';
import { type BusEvent, localBus, type Rule } from './bus.ts';
import { isLargeWork } from './large-work.ts';
import { type ConsumerOptions, marketQueues, type Run } from './queues.ts';
import { builtForNode, rendering } from './rendering.ts';
import { together } from './together.ts';

export type Timed = { readonly everyMinutes: number; readonly run: () => Promise<unknown> };
type Batch = (event: DynamoDBStreamEvent, context: Context) => Promise<DynamoDBBatchResponse>;

/** `follow-merchants.ts` exports `followMerchants`, which makes the function of a world. */
const exportOf = (consumer: Consumer): string =>
  basename(consumer).replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

type Makers = Record<string, (world: () => World) => Run>;
/** Pages are written in JSX, which Node does not read: then what was built of them is loaded (rendering.ts). */
export const loadConsumer = async (consumer: Consumer): Promise<Makers> => {
  try {
    return (await import(new URL(`../../../functions/${consumer}.ts`, import.meta.url).href)) as Makers;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_UNKNOWN_FILE_EXTENSION') throw error;
    return (await import(builtForNode(consumer))) as Makers;
  }
};

/** Makes a consumer's function of a world, as its file exports it. */
export const consumerIn = async (consumer: Consumer, world: () => World): Promise<Run> => {
  const module = await loadConsumer(consumer);
  const make = module[exportOf(consumer)];
  if (!make) throw new Error(`functions/${consumer}.ts exports no ${exportOf(consumer)}`);
  return make(world);
};

/** The kinds of items a reader of the stream is given, as its filter on AWS lets them pass. */
const passes =
  (items: readonly string[]) =>
  ({ dynamodb }: DynamoDBRecord): boolean =>
    [dynamodb?.NewImage, dynamodb?.OldImage].some((image) => items.includes(image?.['type']?.S ?? ''));

/** Whatever starts without a request, made of events/subscriptions.ts: readers of the stream, the bus, the clocks, the close. */
export const marketConsumers = (
  world: () => World,
  { giveUp = async () => undefined, sited = () => false, haste = 1, apart }: ConsumerOptions = {},
) => {
  /** Each is loaded when it is first started, over the world as it may see it. */
  const lazily = (consumer: Consumer, base: () => World): Run => {
    let made: Promise<Run> | undefined;
    return async (event, context) => {
      made ??= consumerIn(consumer, () => worldFor(consumer, base()));
      return (await made)(event, context);
    };
  };
  const rules: Rule[] = [];
  const bus = localBus(rules);
  const speaking = new WeakMap<World, World>();
  const announcing = (): World => {
    const here = world();
    const known = speaking.get(here) ?? { ...here, publish: bus };
    speaking.set(here, known);
    return known;
  };
  const runs = new Map(
    consumers.map((consumer) => [consumer, lazily(consumer, subscriptionOf(consumer).announces ? announcing : world)]),
  );
  const runOf = (consumer: Consumer): Run => runs.get(consumer) as Run;
  const rowsWith = <W extends 'hears' | 'queues' | 'reads' | 'everyMinutes' | 'steps'>(way: W) =>
    consumers.flatMap((consumer) => {
      const by = subscriptionOf(consumer)[way];
      return by === undefined ? [] : [{ consumer, by, run: runOf(consumer) }];
    });

  const { queues, queueOf, orApart } = marketQueues({ world, runOf, giveUp, haste, apart });
  for (const { consumer, by, run } of rowsWith('hears')) rules.push({ types: by, target: orApart(consumer, run) });
  // As behind a queue: one's fault is not the caller's.
  for (const { consumer, by, run } of rowsWith('queues')) {
    if (!by.gathers) {
      const alone: Rule['target'] = (event) =>
        run(event).catch((error) => world().logger.error(consumer, { error: error as Error }));
      rules.push({ types: by.hears, target: orApart(consumer, alone) });
      continue;
    }
    if (!rendering.includes(consumer)) {
      rules.push({ types: by.hears, target: together(run, by.gathers.most) });
      continue;
    }
    const queue = queueOf(consumer);
    rules.push({
      types: by.hears,
      target: async (event) => {
        if (sited()) queue.send(event);
      },
    });
  }
  const [closer] = rowsWith('steps');
  const closeMonth = async (input: Record<string, unknown>) => {
    if (!closer) throw new Error('nobody closes months');
    // The machine is a large library, needed for a moment twice a month.
    const { localStateMachine } = await import('./state-machine.ts');
    const { consumer, run } = closer;
    const step = async (task: unknown) =>
      apart && (await isLargeWork(world(), task)) ? apart(consumer, task) : run(task);
    return localStateMachine(monthCloseDefinition(consumer), step)(input);
  };
  rules.push({ types: monthCloses.hears, target: (event) => closeMonth(asked(event)) });

  /** Every reader of the stream, one after the other; what one could not take comes again for all. */
  const consume: Batch = async ({ Records }, context) => {
    const failed: DynamoDBBatchResponse['batchItemFailures'] = [];
    for (const { by, run } of rowsWith('reads')) {
      const own = Records.filter(passes(by.items));
      if (own.length === 0) continue;
      const { batchItemFailures } = (await run({ Records: own }, context)) as DynamoDBBatchResponse;
      failed.push(...batchItemFailures);
    }
    return { batchItemFailures: failed };
  };
  const timed: Timed[] = rowsWith('everyMinutes').map(({ by, run }) => ({ everyMinutes: by, run: () => run() }));
  return { consume, closeMonth, timed, runOf, bus, queues };
};

/** What the close is started with when a city asks for it, as the rule on AWS puts it together. */
const asked = (event: BusEvent<EventType>): Record<string, unknown> => {
  const { cityCode, month, phase, at } = (event as BusEvent<'CloseRequested'>).detail;
  return { cityCode, month, phase, scheduledAt: at };
};
