import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Consumer } from '../../events/subscriptions.ts';
import { documentClient, type World } from '../../functions/world.ts';
import { type LocalClock, localClock } from './clock.ts';
import { drives } from './courier/drive.ts';
import { courierSimulator } from './courier/simulator.ts';
import { type Engine, localClient } from './engine/engine.ts';
import { marketConsumers } from './events/consumers.ts';
import { deadLetters, type Replayed } from './events/dead-letters.ts';
import { callPages, pagesWritten, writeAllPages } from './events/first-pages.ts';
import { redriveAll, type Undelivered } from './events/redrive.ts';
import { type Schedule, schedule } from './events/schedule.ts';
import { streamReader } from './events/stream.ts';
import type { WorkApart } from './events/work-apart.ts';
import { writeWhole } from './files.ts';
import { whileGrowing } from './first-start/waiting.ts';
import { keptSecretOf } from './kept-secret.ts';
import { localWorld, TABLE } from './local-world.ts';
import { lockFolder } from './lock.ts';
import { marketRoutes } from './origin/functions.ts';
import { gateway } from './origin/gateway.ts';
import { listen, type Origin } from './origin/origin.ts';
import { pages } from './origin/pages.ts';
import { openProvince, type ProvinceOptions } from './province.ts';
import { issuerOf, localIssuer, siteConfig } from './sign-in/issuer.ts';
import { API_SCOPE, authorizer, keysOf } from './sign-in/tokens.ts';

export type MarketOptions = Omit<ProvinceOptions, 'origin'> & {
  readonly port: number;
  readonly site: string;
  /** True once the site's pages are written; said nothing, they are there. */
  readonly siteBuilt?: () => boolean;
  /** Writes pages and computes over large cities apart from this process; said nothing, it does so itself. */
  readonly workApart?: WorkApart;
  /** Told where the market will answer, as soon as something answers there. */
  readonly onListening?: (url: string) => void;
};
export type Market = {
  readonly url: string;
  readonly world: World;
  readonly clock: LocalClock;
  readonly schedule: Schedule;
  /** Where its database engine answers. */
  readonly engineEndpoint: string;
  /** Ends when the database engine is gone for good. */
  readonly engineGone: Promise<void>;
  /** Writes every public page; ends when all are written. */
  readonly writePages: (report?: (line: string) => void) => Promise<void>;
  /** Reads the stream no more, so that nothing follows what is written: to measure requests alone. */
  readonly stopFollowing: () => Promise<void>;
  readonly stop: () => Promise<void>;
};
/** What is written in so long is followed together, as behind a queue with a batching window. */
const GATHERED_MS = 1000;

type Stops = (() => Promise<unknown> | unknown)[];

/** Everything on one origin. Whatever was started is stopped again, last first, when a later step fails. */
export const startMarket = async (options: MarketOptions): Promise<Market> => {
  const stops: Stops = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    await mkdir(options.folder, { recursive: true });
    const lock = await lockFolder(options.folder);
    stops.push(lock.release);
    const origin = await listen(options.port);
    stops.push(origin.close);
    const front = await frontOf(origin, options);
    options.onListening?.(origin.url);
    const engine = await openProvince({ ...options, origin: origin.url }, (growing) => {
      stops.push(growing.stop);
      origin.open(whileGrowing({ ...front, growing, siteBuilt: options.siteBuilt ?? (() => true) }));
    });
    stops.push(engine.stop);
    const { redrive, pagesOf, ...market } = await open(origin, front, engine, options, stops);
    lock.serve({ redrive, pages: pagesOf });
    return { ...market, engineEndpoint: engine.endpoint, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** Who signs people in and what the site is: the same while the market grows and after. */
const frontOf = async ({ url }: Origin, { folder, site }: MarketOptions) => {
  const keys = await keysOf(folder, issuerOf(url));
  return {
    authorize: authorizer(keys),
    issuer: localIssuer(url, keys, folder),
    site: { site, written: folder, photos: join(folder, 'photos'), config: siteConfig(url) },
  };
};
type Front = Awaited<ReturnType<typeof frontOf>>;

const open = async (origin: Origin, front: Front, engine: Engine, options: MarketOptions, stops: Stops) => {
  const { folder, logger, site, siteBuilt = () => true } = options;
  const client = localClient(engine.endpoint);
  stops.push(() => client.destroy());
  const clock = await localClock(folder);
  stops.push(clock.close);
  const [pushSecret, signingSecret] = await Promise.all([
    keptSecretOf(folder, 'push'),
    keptSecretOf(folder, 'signing'),
  ]);
  const made = { client: documentClient(client), folder, logger, now: clock.now };
  const driven = drives(origin.url, clock.now);
  stops.push(driven.stop);
  const { couriers } = courierSimulator(clock.now, driven.begin);
  const world = localWorld({ ...made, pushSecret, signingSecret, couriers, site, origin: origin.url });
  let written = false;
  const sited = () => siteBuilt() && existsSync(join(site, 'shells', 'public.html'));
  const letters = deadLetters<Undelivered>(folder, 'undelivered.jsonl');
  const giveUp = (consumer: Consumer, body: string) => letters.add({ consumer, body });
  const worker = options.workApart?.({ folder, site, endpoint: engine.endpoint, origin: origin.url }, (event) =>
    bus(event),
  );
  const apart = worker ? { apart: worker.run } : {};
  const { consume, closeMonth, timed, bus, queues } = marketConsumers(() => world, { giveUp, sited, ...apart });
  for (const queue of queues.values()) stops.push(queue.stop);
  const place = { client, engine, tableName: TABLE, folder };
  const stream = await streamReader({ ...place, consume, offsetMs: clock.offsetMs, pauseMs: GATHERED_MS });
  const timetable = await schedule({ clock, folder, close: closeMonth, timed });
  origin.open({
    api: gateway({
      routes: marketRoutes(() => world),
      authorize: front.authorize,
      scopes: [API_SCOPE],
      now: clock.now,
    }),
    issuer: front.issuer,
    pages: pages({ ...front.site, standIn: () => !written }),
  });
  stream.start();
  stops.push(stream.stop);
  timetable.start();
  stops.push(timetable.stop);
  // First of all: whoever waits for what is done apart is told, and whatever queues for it is left to the next start.
  stops.push(() => {
    for (const queue of queues.values()) void queue.stop();
    worker?.stop();
  });
  const { url } = origin;
  const redrive = (): Promise<Replayed> => redriveAll(stream, letters, queues);
  const writePages = async (report: (line: string) => void = () => undefined) => {
    if (!sited()) return;
    await writeWhole(join(site, 'shells', 'site.json'), JSON.stringify({ origin: origin.url }));
    await writeAllPages(world, { bus, queues }, report);
    written = true;
  };
  const pagesOf = async (cityCode: string) => {
    await callPages(world, { bus }, cityCode);
    await pagesWritten({ queues });
    return true;
  };
  const stopFollowing = stream.stop;
  const running = { url, world, clock, schedule: timetable, engineGone: engine.exited };
  return { ...running, redrive, writePages, pagesOf, stopFollowing };
};
