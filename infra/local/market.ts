import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { World } from '../../functions/world.ts';
import { type LocalClock, localClock } from './clock.ts';
import { type Engine, localClient } from './engine.ts';
import { folderFiles } from './files.ts';
import { marketRoutes, marketTriggers } from './functions.ts';
import { gateway } from './gateway.ts';
import { issuerOf, localIssuer, siteConfig } from './issuer.ts';
import { localWorld, TABLE } from './local-world.ts';
import { lockFolder } from './lock.ts';
import { listen, type Origin } from './origin.ts';
import { pages } from './pages.ts';
import { openProvince, type ProvinceOptions } from './province.ts';
import { type Schedule, schedule } from './schedule.ts';
import { streamReader } from './stream.ts';
import { API_SCOPE, authorizer, keysOf } from './tokens.ts';

export type MarketOptions = ProvinceOptions & { readonly port: number; readonly site: string };
export type Market = {
  readonly url: string;
  readonly world: World;
  readonly clock: LocalClock;
  readonly schedule: Schedule;
  /** Ends when the database engine ends under us. */
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
    stops.push(await lockFolder(options.folder));
    const origin = await listen(options.port);
    stops.push(origin.close);
    const engine = await openProvince(options);
    stops.push(engine.stop);
    return { ...(await open(origin, engine, options, stops)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

const open = async (origin: Origin, engine: Engine, { folder, site, logger }: MarketOptions, stops: Stops) => {
  const client = localClient(engine.endpoint);
  stops.push(() => client.destroy());
  const clock = await localClock(folder);
  stops.push(clock.close);
  const world = localWorld({ client, folder, logger, now: clock.now });
  const files = folderFiles(join(folder, 'files'));
  const { consume, closeMonth, runClocks, callLedgers } = marketTriggers(
    () => world,
    () => files,
  );
  const place = { client, endpoint: engine.endpoint, tableName: TABLE, folder };
  const stream = await streamReader({ ...place, consume, offsetMs: clock.offsetMs });
  const timetable = await schedule({ clock, folder, close: closeMonth, runClocks, callLedgers });
  const keys = await keysOf(folder, issuerOf(origin.url));
  origin.open({
    api: gateway({ routes: marketRoutes(() => world), authorize: authorizer(keys), scopes: [API_SCOPE] }),
    issuer: localIssuer(origin.url, keys, folder),
    pages: pages({ site, photos: join(folder, 'photos'), config: siteConfig(origin.url) }),
  });
  stream.start();
  stops.push(stream.stop);
  timetable.start();
  stops.push(timetable.stop);
  return { url: origin.url, world, clock, schedule: timetable, engineGone: engine.exited };
};
