import { monthOf } from '../../shared/domain/basics/month.ts';
import { actingSeat } from '../../shared/domain/follow-ups/acting-seat.ts';
import { type FollowUpCard, monthsSince, type SoldAfter } from '../../shared/domain/follow-ups/follow-up.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { getStandings } from '../../shared/table/equity/standings.ts';
import {
  followUpsOfCity,
  followUpsOfOfficer,
  getFollowUp,
  sortInCity,
  sortOfOfficer,
} from '../../shared/table/follow-ups.ts';
import { expectCity, requireFieldReader } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { readableShop } from '../http/field-access.ts';
import { page } from '../http/page.ts';
import { pageWithin } from '../http/shops-within.ts';
import type { World } from '../world.ts';

type Begun = Pick<FollowUpCard, 'merchantId' | 'month'>;

/** What came of several, in their order: each shop's months after, by key, one call for each month that is asked for. */
const soldAfter = async (world: World, { zone }: City, begun: readonly Begun[]): Promise<SoldAfter[]> => {
  const running = monthOf(world.now(), zone);
  const asked = new Map<string, string[]>();
  for (const { merchantId, month } of begun)
    for (const after of monthsSince(month, running)) asked.set(after, [...(asked.get(after) ?? []), merchantId]);
  const sold = new Set<string>();
  const readMonth = async ([month, ids]: [string, string[]]) => {
    for (const standing of await getStandings(world.table, ids, month, { consistent: false }))
      if (standing && standing.turnoverRupiah > 0) sold.add(`${month} ${standing.merchantId}`);
  };
  await Promise.all([...asked].map(readMonth));
  return begun.map(({ merchantId, month }) =>
    monthsSince(month, running).map((after) => ({ month: after, sold: sold.has(`${after} ${merchantId}`) })),
  );
};

export const listFollowUps = endpoint('GET /cities/{city}/follow-ups', async ({ params, query, caller }, world) => {
  const city = await expectCity(world, params.city);
  const { cityCode } = city;
  const districts = requireFieldReader(caller, cityCode);
  const { span, officer, ...paging } = query;
  const list = `follow-ups ${cityCode} ${span} ${officer ?? ''} ${districts ?? ''}`;
  const { items, next } = await page(world, list, paging, (request) =>
    officer === undefined
      ? pageWithin<FollowUpCard>(
          world,
          districts,
          request,
          (wider) => followUpsOfCity(world.table, cityCode, span, wider),
          sortInCity,
        )
      : pageWithin<FollowUpCard>(
          world,
          districts,
          request,
          (wider) => followUpsOfOfficer(world.table, cityCode, officer, span, wider),
          sortOfOfficer,
        ),
  );
  const after = await soldAfter(world, city, items);
  return { items: items.map((card, at) => ({ ...card, soldAfter: after[at] ?? [] })), next };
});

/** The phone goes to who may call: whoever only reads has no use for it. */
export const readFollowUp = endpoint(
  'GET /cities/{city}/follow-ups/{merchantId}',
  async ({ params, caller }, world) => {
    const city = await expectCity(world, params.city);
    const [shop, followUp] = await Promise.all([
      readableShop(world, caller, city.cityCode, params.merchantId),
      getFollowUp(world.table, params.merchantId),
    ]);
    const [after = []] = followUp ? await soldAfter(world, city, [followUp]) : [];
    const phone = actingSeat(caller, shop) ? shop.phone : null;
    return { shop: { ...shop, phone }, followUp: followUp ?? null, soldAfter: after };
  },
);
