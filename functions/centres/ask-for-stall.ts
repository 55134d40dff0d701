import { dayOf } from '../../shared/domain/basics/month.ts';
import { asking, cardOf, type MarketDay } from '../../shared/domain/centres/market-day.ts';
import { withoutShop } from '../../shared/domain/centres/roster.ts';
import { Problem } from '../../shared/problem.ts';
import { centresOf } from '../../shared/table/centres/centres.ts';
import { nextMarketDays, saveMarketDay } from '../../shared/table/centres/market-days.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity, expectOwnMerchant } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { expectMarketDay } from './expect-centre.ts';

type Key = `${'PUT' | 'DELETE'} /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}`;
type Decide = (market: MarketDay, merchant: MerchantRecord, today: string) => MarketDay;

/** Read, decide, commit, answer: for a shop of the centre's city. */
const change = async ({ params, caller }: Pick<Ask<Key>, 'params' | 'caller'>, world: World, decide: Decide) => {
  const merchant = await expectOwnMerchant(world, caller, params.merchantId);
  if (merchant.cityCode !== params.city)
    throw new Problem('market_day_not_found', 'Sentra ini di kota lain. Pilih sentra di kota toko Anda.');
  const { zone } = await expectCity(world, params.city);
  const today = dayOf(world.now(), zone);
  const before = await expectMarketDay(world, params);
  const after = decide(before, merchant, today);
  if (after !== before) await commit(world.table, [saveMarketDay(after)]);
  return cardOf(after, today);
};

export const askForStall = endpoint(
  'PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}',
  (ask, world) =>
    change(ask, world, (market, { merchantId, status }, today) => {
      if (status !== 'verified')
        throw new Problem('merchant_closed', 'Toko yang belum diverifikasi belum bisa meminta lapak.');
      return asking(market, merchantId, today);
    }),
);

export const giveStallUp = endpoint(
  'DELETE /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}',
  (ask, world) =>
    change(ask, world, (market, { merchantId }, today) => {
      const { roster, applicants, version } = market;
      if (market.day < today)
        throw new Problem('roster_drawn', 'Hari pasar ini sudah lewat. Tidak ada yang bisa diubah lagi.');
      if (roster) {
        const after = withoutShop(roster, merchantId);
        return after === roster ? market : { ...market, roster: after, changedAt: world.now(), version: version + 1 };
      }
      if (!applicants.includes(merchantId)) return market;
      return { ...market, applicants: applicants.filter((one) => one !== merchantId), version: version + 1 };
    }),
);

/** So many days are shown to a shop. */
const SHOWN = 50;

/** How a shop stands with a day: its stall, or how many wait up to it. */
const standingOf = ({ applicants, roster }: MarketDay, merchantId: string) => {
  const row = roster?.rows.find((one) => one.merchantId === merchantId);
  const waiting = roster?.rows.filter(({ rank, stall, stepsBack }) => rank !== null && stall === null && !stepsBack);
  const at = waiting?.findIndex((one) => one.merchantId === merchantId) ?? -1;
  const asks = roster ? row !== undefined && !row.stepsBack : applicants.includes(merchantId);
  return { asks, stall: row?.stall ?? null, waits: at >= 0 ? at + 1 : null };
};

export const listOwnMarketDays = endpoint('GET /merchants/{merchantId}/market-days', async (ask, world) => {
  const { merchantId, cityCode } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const { zone } = await expectCity(world, cityCode);
  const today = dayOf(world.now(), zone);
  const [days, centres] = await Promise.all([
    nextMarketDays(world.table, cityCode, today, SHOWN),
    centresOf(world.table, cityCode),
  ]);
  const items = days.flatMap((market) => {
    const centre = centres.find(({ slug }) => slug === market.slug);
    if (!centre) return [];
    const { name: centreName, rentRupiah } = centre;
    return [{ ...cardOf(market, today), centreName, rentRupiah, ...standingOf(market, merchantId) }];
  });
  return { items };
});
