import type { Instant } from '../../domain/basics/month.ts';
import { HelperAct } from '../../domain/people/helper-act.ts';
import { fromItem } from '../engine/card.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { entity, type Item, type Key, type Table, type Write } from '../engine/table.ts';
import { toItem } from '../engine/to-item.ts';
import { insert } from '../engine/writes.ts';

// | entity    | pk          | sk                |
// | HelperAct | MERCHANT#id | HELPED#at#act_…   |
export const helperActs = entity({
  type: 'HelperAct',
  schema: HelperAct,
  key: ({ merchantId, at, actId }: Pick<HelperAct, 'merchantId' | 'at' | 'actId'>) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `HELPED#${at}#${actId}`,
  }),
});

/** What was done in an owner's place, newest first. */
export const helperActsOf = (
  table: Table,
  merchantId: string,
  request: Omit<PageRequest, 'pk' | 'prefix' | 'descending'>,
) =>
  list(table, HelperAct, undefined, { pk: `MERCHANT#${merchantId}`, prefix: 'HELPED#', descending: true, ...request });

/** What was done in a month, oldest first; at most so many. */
export const helperActsIn = async (
  table: Table,
  merchantId: string,
  { from, until, most }: { readonly from: Instant; readonly until: Instant; readonly most: number },
): Promise<HelperAct[]> => {
  const { items } = await list(table, HelperAct, undefined, {
    pk: `MERCHANT#${merchantId}`,
    prefix: 'HELPED#',
    after: `HELPED#${from}`,
    limit: most,
  });
  return items.filter(({ at }) => at < until);
};
/** An act that writes nothing else of the shop: a file that was taken. */
export const insertHelperAct = (act: HelperAct): Write => insert(helperActs, act);

/** The shops that writes are about: whose items they are, or whom the item names. */
const shopsIn = (writes: readonly Write[]): ReadonlySet<string> =>
  new Set(
    writes.flatMap(({ action, input }) => {
      if (action === 'ConditionCheck') return [];
      const { Item: stored, Key: key } = input as { Item?: Item; Key?: Key };
      const item = stored && fromItem(stored);
      const pk = String(item?.['pk'] ?? key?.pk ?? '');
      const named = item?.['merchantId'];
      return [...(pk.startsWith('MERCHANT#') ? [pk.slice('MERCHANT#'.length)] : []), ...(named ? [String(named)] : [])];
    }),
  );

/** The record of what somebody does for the shops they help, by the name they do it under, as items beside the writes. */
export const helpRecorded =
  (shops: ReadonlyMap<string, string>, record: (merchantId: string, helperName: string) => HelperAct) =>
  (writes: readonly Write[]): Item[] => {
    const written = shopsIn(writes);
    return [...shops].flatMap(([merchantId, name]) =>
      written.has(merchantId) ? [toItem(helperActs, record(merchantId, name))] : [],
    );
  };
