import * as z from 'zod';
import { later, type Month, monthEnd, type Zone } from '../basics/month.ts';
import { Instant } from '../basics/month-schema.ts';
import { byText } from '../basics/sort.ts';
import type { HelperAct } from '../people/helper-act.ts';
import type { AccountChange } from './bank.ts';
import type { Merchant } from './merchant.ts';

export const TimelineKind = z
  .enum([
    'registered',
    'returned',
    'resubmitted',
    'verified',
    'suspended',
    'lifted',
    'claimed',
    'corrected',
    'account',
    'proposed',
    'proposal-decided',
    'helped',
    'goods-added',
    'goods-withdrawn',
    'goods-kept',
    'review',
    'report',
    'objection',
    'first-sale',
    'sold',
    'unsold',
  ])
  .meta({ id: 'TimelineKind' });

/** One thing that happened to a shop. Who did it stands in the trail of acts; here it is what and when. */
export const TimelineEntry = z
  .object({
    at: Instant,
    kind: TimelineKind,
    key: z.string().describe('Tells it from others of the same instant'),
    about: z.string().optional().describe('Goods, a reason, fields, or what was asked'),
    month: z.string().optional(),
    rupiah: z.int().optional(),
    count: z.int().optional().describe('Orders of a month, months in a row without any, or stars'),
  })
  .meta({ id: 'TimelineEntry' });
export type TimelineEntry = z.infer<typeof TimelineEntry>;

type Kind = TimelineEntry['kind'];
/** An entry of what another room knows: goods, reviews, reports, objections. */
export const entry = (kind: Kind, at: string, key: string, facts: Partial<TimelineEntry> = {}): TimelineEntry => ({
  kind,
  at,
  key: `${kind} ${key}`,
  ...facts,
});
const about = (text: string | undefined): Partial<TimelineEntry> => (text === undefined ? {} : { about: text });

const moved = ({ history }: Pick<Merchant, 'history'>): TimelineEntry[] =>
  history.map(({ status, at, reason }, index) => {
    const before = history[index - 1]?.status;
    const kind: Kind =
      status === 'pending'
        ? before === undefined
          ? 'registered'
          : 'resubmitted'
        : status === 'verified' && before === 'suspended'
          ? 'lifted'
          : status;
    return entry(kind, at, String(index), about(reason));
  });

/** What stands in a shop's own file. */
export const ofFile = (shop: Merchant): TimelineEntry[] => {
  const { imported, proposed, corrections = [] } = shop;
  return [
    ...moved(shop),
    ...(imported?.claimedAt === undefined ? [] : [entry('claimed', imported.claimedAt, '')]),
    ...corrections.map(({ fields, reason, at }) => entry('corrected', at, fields.join(' '), about(reason))),
    ...(proposed ? [entry('proposed', proposed.at, '', about(proposed.name))] : []),
    ...(proposed?.decidedAt
      ? [entry('proposal-decided', proposed.decidedAt, proposed.state, about(proposed.state))]
      : []),
  ];
};

export const ofAccount = (changes: readonly AccountChange[]): TimelineEntry[] =>
  changes.map(({ change, at, merchantVersion }) => entry('account', at, String(merchantVersion), about(change)));
export const ofHelp = (acts: readonly HelperAct[]): TimelineEntry[] =>
  acts.map(({ at, actId, operation }) => entry('helped', at, actId, about(operation)));

type Sold = {
  readonly month: Month;
  readonly turnoverRupiah: number;
  readonly orders: number;
  readonly monthsUnsold: number;
  readonly gone?: true | undefined;
};
/**
 * A shop's months, each told when it was over: what it sold, or how long it has not. A month that runs is not told as unsold:
 * it may sell yet.
 */
export const ofMonths = (months: readonly Sold[], zone: Zone, now: Instant): TimelineEntry[] => {
  const sorted = months.filter(({ gone }) => !gone).sort((a, b) => byText(a.month, b.month));
  const first = sorted.find(({ turnoverRupiah }) => turnoverRupiah > 0)?.month;
  return sorted.flatMap(({ month, turnoverRupiah, orders, monthsUnsold }) => {
    const runs = monthEnd(month, zone) > now;
    const at = runs ? now : later(monthEnd(month, zone), -1);
    if (turnoverRupiah > 0)
      return [
        entry(month === first ? 'first-sale' : 'sold', at, month, { month, rupiah: turnoverRupiah, count: orders }),
      ];
    return runs ? [] : [entry('unsold', at, month, { month, count: monthsUnsold + 1 })];
  });
};

/** Where an entry stands: by time, and among those of one instant by what it is. */
export const sortOfEntry = ({ at, key }: Pick<TimelineEntry, 'at' | 'key'>): string => `${at} ${key}`;

/** The newest entries before a place, and where the next page goes on; each of them is told on one page and no other. */
export const timelinePage = (
  entries: readonly TimelineEntry[],
  { limit, after }: { readonly limit: number; readonly after: string | undefined },
): { items: TimelineEntry[]; next: string | undefined } => {
  const rest = entries
    .filter((one) => after === undefined || sortOfEntry(one) < after)
    .sort((a, b) => byText(sortOfEntry(b), sortOfEntry(a)));
  const items = rest.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rest.length > limit && last ? sortOfEntry(last) : undefined };
};
