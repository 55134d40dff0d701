import * as z from 'zod';
import { list } from './engine/reads.ts';
import type { Table } from './engine/table.ts';
import { update, type Write } from './engine/writes.ts';

// | entity | pk                      | sk                       |
// | Shown  | SHOWN#35.73#2026-11-22  | decision#from#how many   |

/** How often one stretch of one list was shown, and whose offers were on it from the first place down. */
export const Shown = z.object({ sk: z.string(), shops: z.array(z.string()), from: z.int(), count: z.int() });
export type Shown = z.infer<typeof Shown>;

/** A counter is read for two days; DynamoDB removes it after a week. */
const SHOWN_SECONDS = 7 * 86_400;

/** A stretch of a list as it was shown on a day: the first place (from 0), and whose offers stood there. */
export type Stretch = { cityCode: string; day: string; decisionId: string; from: number; shops: readonly string[] };

const counters = {
  type: 'Shown',
  key: ({ cityCode, day, decisionId, from, shops }: Stretch) => ({
    pk: `SHOWN#${cityCode}#${day}`,
    sk: `${decisionId}#${String(from).padStart(6, '0')}#${shops.length}`,
  }),
};

/** Counts some looks at one stretch: one small write, whatever its length. */
export const countShown = (shown: Stretch, looks: number, now: string): Write =>
  update(
    counters.type,
    counters.key(shown),
    {
      UpdateExpression:
        'ADD #count :looks SET #shops = if_not_exists(#shops, :shops), #from = :from, #type = :type, #ttl = if_not_exists(#ttl, :ttl)',
      ExpressionAttributeNames: {
        '#count': 'count',
        '#shops': 'shops',
        '#from': 'from',
        '#type': 'type',
        '#ttl': 'ttl',
      },
      ExpressionAttributeValues: {
        ':looks': looks,
        ':shops': [...shown.shops],
        ':from': shown.from,
        ':type': counters.type,
        ':ttl': Math.floor(Date.parse(now) / 1000) + SHOWN_SECONDS,
      },
    },
    () => new Error('a counter has no condition'),
  );

/** Every counter of a city's day. */
export async function* shownOn(table: Table, cityCode: string, day: string): AsyncGenerator<Shown> {
  let after: string | undefined;
  do {
    const page: { items: Shown[]; next: string | undefined } = await list(table, Shown, undefined, {
      ...{ pk: `SHOWN#${cityCode}#${day}`, after, limit: 500, consistent: true },
    });
    yield* page.items;
    after = page.next;
  } while (after !== undefined);
}
