import type { SQSBatchResponse } from 'aws-lambda';
import type { MarketEvent } from '../../events/contract.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import { type Failed, gathered } from '../gathered.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { type World, workingWorld } from '../world.ts';
import { type CityYear, settlePurchases, TOGETHER } from './settle-purchases.ts';

/** Shops whose sums are written at the same time. */
const AT_ONCE = 8;

type Asked = { readonly orderId: string; readonly agencyId: string; readonly merchantId: string };

/** What a person buys for themselves is no office's spending. */
const purchasesIn = ({ detail }: MarketEvent): Asked[] =>
  'orderId' in detail && 'merchantId' in detail && 'agencyId' in detail && detail.agencyId !== null
    ? [{ orderId: detail.orderId, agencyId: detail.agencyId, merchantId: detail.merchantId }]
    : [];

/** Orders in groups that share their sums: of one office at one shop, a transaction's worth at a time. */
export const groupsOf = (asked: readonly Asked[]): (readonly Asked[])[] =>
  [...Map.groupBy(asked, ({ agencyId, merchantId }) => `${agencyId} ${merchantId}`).values()].flatMap((group) =>
    Array.from({ length: Math.ceil(group.length / TOGETHER) }, (_, at) =>
      group.slice(at * TOGETHER, (at + 1) * TOGETHER),
    ),
  );

/** One note for all of a batch: what adds up a city's offices need not know which of them moved. */
const noteNews = async (world: World, years: readonly CityYear[]): Promise<void> => {
  const different = new Map(years.map(({ cityCode, year }) => [`${cityCode} ${year}`, { cityCode, year }]));
  for (const due of different.values()) await commit(world.table, [noteSumsDue({ ...due, news: world.newId('new') })]);
};

const follow = async (world: World, asked: readonly Asked[], failed: Failed<Asked>): Promise<void> => {
  const years: CityYear[] = [];
  await inParallel(groupsOf(asked), AT_ONCE, async (group) => {
    try {
      const ofGroup = await settlePurchases(
        world,
        group.map(({ orderId }) => orderId),
      );
      years.push(...ofGroup);
    } catch (error) {
      for (const one of group) failed(one, error);
    }
  });
  await noteNews(world, years);
};

/** Keeps what offices ordered, got and paid in a year as their orders and payments move. Decides from both as they are now. */
export const countPurchases =
  (world: () => World) =>
  (batch: unknown): Promise<SQSBatchResponse> =>
    gathered(world(), batch, { asks: purchasesIn, does: (asked, failed) => follow(world(), asked, failed) });

export const handler = countPurchases(workingWorld());
