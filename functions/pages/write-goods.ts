import type { SQSBatchResponse } from 'aws-lambda';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { merchantsOfCity } from '../../shared/table/register/merchants.ts';
import { toEventBridge } from '../event-bus.ts';
import { gathered } from '../gathered.ts';
import { s3Site } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { eachPage } from './each-page.ts';
import { type GoodsName, goodsShowing } from './page-names.ts';
import { writeShop } from './shops/shop-pages.ts';

/** Shops of one event: seconds of work, so that a whole city is shared between many runs. */
const SHOPS = 20;

/** Calls for every shop of a city, a few an event. */
const callShops = async (world: World, cityCode: string): Promise<void> => {
  const read = (after: string | undefined) =>
    merchantsOfCity(world.table, cityCode, 'verified', { limit: 1000, after });
  for await (const page of everyPage(read))
    for (let at = 0; at < page.length; at += SHOPS) {
      const shops = page.slice(at, at + SHOPS).map(({ merchantId }) => merchantId);
      const detail = { eventId: world.newId('call'), version: 1 as const, at: world.now(), cityCode, shops };
      await world.publish({ type: 'PagesDue', detail });
    }
};

const write =
  (world: World) =>
  (name: GoodsName): Promise<void> =>
    name.page === 'shop' ? writeShop(world, name.merchantId) : callShops(world, name.cityCode);

/** Writes the pages of shops and their goods: once a shop, however many of its changes waited together. */
export const writeGoods =
  (world: () => World) =>
  (event: unknown): Promise<SQSBatchResponse> => {
    const here = world();
    here.cache.delete('shell');
    return gathered(here, event, { asks: goodsShowing, does: eachPage(write(here)) });
  };

export const handler = writeGoods(workingWorld({ site: s3Site, publish: toEventBridge }));
