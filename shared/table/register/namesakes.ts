import * as z from 'zod';
import { skeletonOf } from '../../domain/basics/words/skeleton.ts';
import { Namesake } from '../../domain/register/merchant.ts';
import { list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, remove, type Write } from '../engine/writes.ts';

/** By what a reader takes a shop's name for, in its city. */
const Named = Namesake.extend({ cityCode: z.string() });
type Named = z.infer<typeof Named>;

// | entity   | pk                            | sk     |
// | Namesake | CITY#35.73#LOOK#<look of name> | mrc_… |
const keyOf = ({ cityCode, name, merchantId }: Pick<Named, 'cityCode' | 'name' | 'merchantId'>) => ({
  pk: `CITY#${cityCode}#LOOK#${skeletonOf(name)}`,
  sk: merchantId,
});
const namesakes = entity({
  type: 'Namesake',
  schema: Named,
  key: keyOf,
});

/** So many are told; one is enough to ask. */
const MOST_REPORTED = 20;

/** Other shops of the city whose name looks the same, whatever became of them. */
export const namesakesOf = async (table: Table, shop: Pick<Named, 'cityCode' | 'name' | 'merchantId'>) => {
  const { pk, sk } = keyOf(shop);
  const { items } = await list(table, Namesake, undefined, { pk, limit: MOST_REPORTED + 1 });
  return items.filter(({ merchantId }) => merchantId !== sk).slice(0, MOST_REPORTED);
};

/** Written with every write of the shop that may change its name or place, and taken from where it was. */
export const namedWrites = (after: Named, before?: Named): Write[] => {
  const { merchantId, name, district, cityCode } = after;
  if (before?.name === name && before.district === district) return [];
  const moved = before !== undefined && keyOf(before).pk !== keyOf(after).pk;
  return [
    put(namesakes, { merchantId, name, district, cityCode }),
    ...(moved ? [remove('Namesake', keyOf(before))] : []),
  ];
};
