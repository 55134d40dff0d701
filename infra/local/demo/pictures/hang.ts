import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Context } from 'aws-lambda';
import sharp from 'sharp';
import { systemClock } from '../../../../functions/clock.ts';
import type { Handler } from '../../../../functions/http/serve.ts';
import { documentClient } from '../../../../functions/world.ts';
import { dayOf } from '../../../../shared/domain/basics/month.ts';
import { type ProductRecord, productsOfMerchant } from '../../../../shared/table/catalogue/products.ts';
import { everyEntry } from '../../../../shared/table/engine/pages.ts';
import { membersOf } from '../../../../shared/table/people/memberships.ts';
import { merchantsOfCity } from '../../../../shared/table/register/merchants.ts';
import { localClient } from '../../engine/engine.ts';
import { writeWhole } from '../../files.ts';
import { localWorld } from '../../local-world.ts';
import { marketRoutes } from '../../origin/functions.ts';
import { announceRule } from '../announce-rule.ts';
import { eventOf } from '../event.ts';
import { demoCities } from '../places.ts';
import { PICTURED } from './hanging.ts';
import { type Ask, photographHandovers } from './photograph-handovers.ts';
import { photographReceipts } from './photograph-receipts.ts';
import { picturedGoods, pictureOf } from './pictures.ts';

// The process that draws a picture for every good of the demo and uploads it as its owner would;
// a city announces a rule, and then offices photograph what they received, and a civil servant two receipts.
const [folder = '', endpoint = ''] = process.argv.slice(2);
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
// The market is gone: the next start goes on.
process.once('disconnect', () => process.exit(0));

/** Pixels of a side: enough for a phone, and drawn in a third of the time of the largest size. */
const SIDE = 512;
/** An owner's requests come no faster than anybody's may. */
const PAUSE_MS = 20;
const MANY = 100;

const nothing = () => undefined;
const logger = { info: nothing, warn: nothing, error: console.error };
const world = localWorld({
  client: documentClient(localClient(endpoint)),
  folder,
  logger,
  now: systemClock,
});
const handlers = new Map(marketRoutes(() => world).map(({ key, handler }) => [key, handler as Handler]));
const drawn = new Set(picturedGoods());
sharp.concurrency(1);
sharp.cache(false);

let requests = 0;
const ask: Ask = async (key, person, asked) => {
  requests += 1;
  const { statusCode = 200, body = '' } = await (handlers.get(key) as Handler)(
    eventOf(key, person, asked, requests),
    {} as Context,
  );
  if (statusCode >= 400) throw new Error(`${key} by ${person}: ${body}`);
  return JSON.parse(body);
};

const photoOf = async (good: string, seed: string): Promise<Uint8Array | undefined> =>
  drawn.has(good)
    ? sharp(Buffer.from(pictureOf(good, seed)))
        .resize(SIDE, SIDE)
        .jpeg({ quality: 92 })
        .toBuffer()
    : undefined;

/** Nobody shall take a drawing for the goods themselves. */
const SAID = 'Gambarnya lukisan contoh, bukan foto barangnya.';

const hang = async (owner: string, { merchantId, productId, name, description }: ProductRecord): Promise<void> => {
  const bytes = await photoOf(name, merchantId);
  if (!bytes) return;
  const { photo } = await ask('POST /merchants/{merchantId}/photos', owner, { params: { merchantId }, bytes });
  await ask('PATCH /merchants/{merchantId}/products/{productId}', owner, {
    params: { merchantId, productId },
    body: { photo, description: description ? `${description} ${SAID}` : SAID },
  });
  await setTimeout(PAUSE_MS);
};

const ownerOf = async (merchantId: string): Promise<string | undefined> =>
  (await membersOf(world.table, `merchant:${merchantId}`, { limit: MANY })).items.find(({ role }) => role === 'owner')
    ?.person;

await announceRule(ask, world.now());
for (const { cityCode } of demoCities) {
  const shops = await everyEntry((after) => merchantsOfCity(world.table, cityCode, 'verified', { limit: MANY, after }));
  for (const { merchantId } of shops) {
    const owner = await ownerOf(merchantId);
    const goods = await everyEntry((after) => productsOfMerchant(world.table, merchantId, { limit: MANY, after }));
    // Goods that nobody has drawn were added on this machine: their owners photograph them.
    for (const good of goods) if (owner && !good.photo) await hang(owner, good);
  }
  await photographHandovers(cityCode, { table: world.table, ask, photoOf });
}
await photographReceipts({
  table: world.table,
  ask,
  today: dayOf(world.now(), 'Asia/Jakarta'),
  photoOfDrawing: (svg) => sharp(Buffer.from(svg)).resize(SIDE).jpeg({ quality: 88 }).toBuffer(),
});
await writeWhole(join(folder, PICTURED), `${JSON.stringify({ pictured: true })}\n`);
process.exit(0);
