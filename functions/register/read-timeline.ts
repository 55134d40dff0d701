import { addMonths, monthOf } from '../../shared/domain/basics/month.ts';
import { worksForCity } from '../../shared/domain/people/caller.ts';
import {
  entry,
  ofAccount,
  ofFile,
  ofHelp,
  ofMonths,
  type TimelineEntry,
  timelinePage,
} from '../../shared/domain/register/timeline.ts';
import { goodsCasesOfShop } from '../../shared/table/catalogue/goods-cases.ts';
import { productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { standingsBefore } from '../../shared/table/equity/standings.ts';
import { helperActsOf } from '../../shared/table/people/helper-acts.ts';
import { appealsOfMerchant } from '../../shared/table/ranking/appeals.ts';
import { accountChangesOf } from '../../shared/table/register/account-changes.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { reviewsOfMerchant } from '../../shared/table/reviews.ts';
import { reportsOfMerchant } from '../../shared/table/turnovers.ts';
import { expectCity, expectVisitedMerchant, noMerchant } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';

/** Of what is kept in no order of time, so much is looked at: more than a shop has in years. */
const MANY = 500;

/** What a shop's goods say: when each came, and what the city decided about it. */
const ofGoods = async ({ table }: World, merchantId: string): Promise<TimelineEntry[]> => {
  const [products, cases] = await Promise.all([
    productsOfMerchant(table, merchantId, { limit: MANY }),
    goodsCasesOfShop(table, merchantId, { limit: MANY }),
  ]);
  return [
    ...products.items.map(({ name, createdAt, productId }) =>
      entry('goods-added', createdAt, productId, { about: name }),
    ),
    ...cases.items.flatMap(({ productId, name, decisions }) =>
      decisions.map(({ state, reason, at }) =>
        entry(state === 'withdrawn' ? 'goods-withdrawn' : 'goods-kept', at, productId, { about: `${name}: ${reason}` }),
      ),
    ),
  ];
};

/** What others say of it, and what it said itself: reviews, objections, reports of its turnover. */
const ofWords = async ({ table }: World, merchantId: string, most: number, before: string | undefined) => {
  const older = (prefix: string) => (before === undefined ? undefined : `${prefix}${before}￿`);
  const [reviews, appeals, reports, help] = await Promise.all([
    reviewsOfMerchant(table, merchantId, { limit: Math.min(100, most), after: older('REVIEW#') }),
    appealsOfMerchant(table, merchantId, { limit: 100 }),
    reportsOfMerchant(table, merchantId, { limit: MANY }),
    helperActsOf(table, merchantId, { limit: most, after: older('HELPED#') }),
  ]);
  return [
    ...reviews.items.map(({ writtenAt, reviewId, stars, goods }) =>
      entry('review', writtenAt, reviewId, { count: stars, about: goods }),
    ),
    ...appeals.items.map(({ at, appealId, text }) => entry('objection', at, appealId, { about: text })),
    ...reports.items.map(({ at, month, revision, outsideRupiah }) =>
      entry('report', at, `${month} ${revision}`, { month, rupiah: outsideRupiah }),
    ),
    ...ofHelp(help.items),
  ];
};

/** The twelve months up to this one, as they were sold in or not. */
const monthsOf = async (world: World, { merchantId, cityCode }: MerchantRecord): Promise<TimelineEntry[]> => {
  const { zone } = await expectCity(world, cityCode);
  const [now, next] = [world.now(), addMonths(monthOf(world.now(), zone), 1)];
  return ofMonths(await standingsBefore(world.table, merchantId, next), zone, now);
};

export const readTimeline = endpoint('GET /merchants/{merchantId}/timeline', async (ask, world) => {
  const shop = await expectVisitedMerchant(world, ask.caller, ask.params.merchantId);
  const { merchantId, cityCode } = shop;
  if (!worksForCity(ask.caller, cityCode)) throw noMerchant();
  return page(world, `timeline ${merchantId}`, ask.query, async ({ limit, after }) => {
    const before = after?.split(' ')[0];
    const [goods, words, account, months] = await Promise.all([
      ofGoods(world, merchantId),
      ofWords(world, merchantId, limit + 1, before),
      accountChangesOf(world.table, merchantId, { limit: MANY, after: undefined }),
      monthsOf(world, shop),
    ]);
    const entries = [...ofFile(shop), ...goods, ...words, ...ofAccount(account.items), ...months];
    return timelinePage(entries, { limit, after });
  });
});
