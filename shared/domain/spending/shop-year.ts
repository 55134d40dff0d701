import * as z from 'zod';
import { RupiahTotal } from '../basics/money.ts';
import { type Counted, Purchase } from './purchase.ts';

/** What an office bought of one shop in the year of a budget: sums, kept as its orders and payments move. */
export const ShopYear = Purchase.pick({
  agencyId: true,
  cityCode: true,
  year: true,
  merchantId: true,
  merchantName: true,
  ownerId: true,
})
  .extend({
    orders: z.int().describe('Approved, and not ended without anything'),
    orderedRupiah: RupiahTotal,
    deliveredRupiah: RupiahTotal,
    paidRupiah: RupiahTotal,
    paidAfterDays: z
      .record(z.string(), z.int())
      .describe('How many orders were paid so many days after the goods came'),
    version: z.int(),
  })
  .meta({ id: 'ShopYear' });
export type ShopYear = z.infer<typeof ShopYear>;
/** As lists show it. */
export const ShopYearCard = ShopYear.omit({ version: true });
export type ShopYearCard = z.infer<typeof ShopYearCard>;

const stages = ['orderedRupiah', 'deliveredRupiah', 'paidRupiah'] as const;

const emptyFor = ({ agencyId, cityCode, year, merchantId, merchantName, ownerId }: Counted): ShopYear => ({
  agencyId,
  cityCode,
  year,
  merchantId,
  merchantName,
  ownerId,
  orders: 0,
  orderedRupiah: '0',
  deliveredRupiah: '0',
  paidRupiah: '0',
  paidAfterDays: {},
  version: 0,
});

const countedDays = (days: ShopYear['paidAfterDays'], daysToPay: number | null, by: 1 | -1) => {
  if (daysToPay === null) return days;
  const left = (days[daysToPay] ?? 0) + by;
  const { [daysToPay]: _before, ...others } = days;
  return left === 0 ? others : { ...others, [daysToPay]: left };
};

const counted = (row: ShopYear, purchase: Counted, by: 1 | -1): ShopYear => {
  const sums = stages.map((stage) => [stage, String(BigInt(row[stage]) + BigInt(by * purchase[stage]))] as const);
  return {
    ...row,
    ...(Object.fromEntries(sums) as Pick<ShopYear, (typeof stages)[number]>),
    orders: row.orders + (purchase.orderedRupiah > 0 ? by : 0),
    paidAfterDays: countedDays(row.paidAfterDays, purchase.daysToPay, by),
  };
};

/** One purchase as it was counted, and as it is to be; nothing before when it is new. */
export type Change = { readonly before: Counted | undefined; readonly after: Counted };

/** An office's year at a shop after these changes: each order leaves the year it was counted in and enters the one it is in. */
export const afterChanges = (row: ShopYear | undefined, year: string, changes: readonly Change[]): ShopYear => {
  const [first] = changes;
  if (!first) throw new Error('no change to count');
  const start = row ?? { ...emptyFor(first.after), year };
  const after = changes.reduce((now, change) => {
    const without = change.before?.year === year ? counted(now, change.before, -1) : now;
    return change.after.year === year ? counted(without, change.after, 1) : without;
  }, start);
  const { merchantName, ownerId } = changes.at(-1)?.after ?? first.after;
  return { ...after, merchantName, ownerId, version: start.version + 1 };
};

/** Whether what counts is the same: then nothing is written. */
export const countsAlike = (one: Counted, other: Counted): boolean =>
  one.year === other.year && one.daysToPay === other.daysToPay && stages.every((stage) => one[stage] === other[stage]);
