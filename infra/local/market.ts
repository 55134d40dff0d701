import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { documentClient, type World } from '../../functions/world.ts';
import { type LocalClock, localClock } from './clock.ts';
import { type Engine, localClient } from './engine/engine.ts';
import { marketConsumers } from './events/consumers.ts';
import { type Schedule, schedule } from './events/schedule.ts';
import { streamReader } from './events/stream.ts';
import { whileGrowing } from './first-start/waiting.ts';
import { localWorld, TABLE } from './local-world.ts';
import { lockFolder } from './lock.ts';
import { marketRoutes } from './origin/functions.ts';
import { gateway } from './origin/gateway.ts';
import { listen, type Origin } from './origin/origin.ts';
import { pages } from './origin/pages.ts';
import { openProvince, type ProvinceOptions } from './province.ts';
import { issuerOf, localIssuer, siteConfig } from './sign-in/issuer.ts';
import { pushSecretOf } from './sign-in/push-secret.ts';
import { API_SCOPE, authorizer, keysOf } from './sign-in/tokens.ts';

export type MarketOptions = ProvinceOptions & {
  readonly port: number;
  readonly site: string;
  /** True once the site's pages are written; said nothing, they are there. */
  readonly siteBuilt?: () => boolean;
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
  readonly stop: () => Promise<void>;
};
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
    const engine = await openProvince(options, (growing) => {
      stops.push(growing.stop);
      origin.open(whileGrowing({ ...front, growing, siteBuilt: options.siteBuilt ?? (() => true) }));
    });
    stops.push(engine.stop);
    const { redrive, ...market } = await open(origin, front, engine, options, stops);
    lock.serve({ redrive });
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
    site: { site, photos: join(folder, 'photos'), config: siteConfig(url) },
  };
};
type Front = Awaited<ReturnType<typeof frontOf>>;

const open = async (origin: Origin, front: Front, engine: Engine, { folder, logger }: MarketOptions, stops: Stops) => {
  const client = localClient(engine.endpoint);
  stops.push(() => client.destroy());
  const clock = await localClock(folder);
  stops.push(clock.close);
  const pushSecret = await pushSecretOf(folder);
  const world = localWorld({ client: documentClient(client), folder, logger, now: clock.now, pushSecret });
  const { consume, closeMonth, timed } = marketConsumers(() => world);
  const place = { client, engine, tableName: TABLE, folder };
  const stream = await streamReader({ ...place, consume, offsetMs: clock.offsetMs });
  const timetable = await schedule({ clock, folder, close: closeMonth, timed });
  origin.open({
    api: gateway({ routes: marketRoutes(() => world), authorize: front.authorize, scopes: [API_SCOPE] }),
    issuer: front.issuer,
    pages: pages(front.site),
  });
  stream.start();
  stops.push(stream.stop);
  timetable.start();
  stops.push(timetable.stop);
  const { url } = origin;
  return { url, world, clock, schedule: timetable, engineGone: engine.exited, redrive: stream.redrive };
};
