import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { OrderId } from '../../domain/orders/order.ts';
import { OrderPhotoId } from '../../domain/orders/order-photos.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

/** For which order, and when, a picture was first shown to a shop as proof of payment. */
const ShownProof = z.object({ merchantId: MerchantId, photoId: OrderPhotoId, orderId: OrderId, at: Instant });
export type ShownProof = z.infer<typeof ShownProof>;

// | entity     | pk          | sk                 | list 2                           |
// | ShownProof | MERCHANT#id | SHOWN-PROOF#<hash> | MERCHANT#id / SHOWN-PROOF#at, id |
const keyOf = ({ merchantId, photoId }: Pick<ShownProof, 'merchantId' | 'photoId'>) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `SHOWN-PROOF#${photoId}`,
});
const shownProofs = entity({
  type: 'ShownProof',
  schema: ShownProof,
  key: keyOf,
  list2: ({ merchantId, at, orderId }) => ({ pk: `MERCHANT#${merchantId}`, sk: `SHOWN-PROOF#${at}#${orderId}` }),
  card: namesIn(ShownProof),
});

export const getShownProof = (table: Table, named: Pick<ShownProof, 'merchantId' | 'photoId'>) =>
  get(table, shownProofs, keyOf(named));
/** The last pictures that were shown to a shop, newest first. */
export const lastShownProofs = async (table: Table, merchantId: string, limit: number): Promise<ShownProof[]> => {
  const request = { pk: `MERCHANT#${merchantId}`, prefix: 'SHOWN-PROOF#', descending: true, limit };
  return (await list(table, ShownProof, 'list2', request)).items;
};
/** Two orders that show one picture at once: the second is decided again, and finds the first. */
export const insertShownProof = (proof: ShownProof): Write => insert(shownProofs, proof);
