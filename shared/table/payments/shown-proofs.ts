import * as z from 'zod';
import { OrderId } from '../../domain/orders/order.ts';
import { OrderPhotoId } from '../../domain/orders/order-photos.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

/** For which order a picture was first shown to a shop as proof of payment. */
const ShownProof = z.object({ merchantId: MerchantId, photoId: OrderPhotoId, orderId: OrderId });
type ShownProof = z.infer<typeof ShownProof>;

// | entity     | pk          | sk                |
// | ShownProof | MERCHANT#id | SHOWN-PROOF#<hash> |
const keyOf = ({ merchantId, photoId }: Pick<ShownProof, 'merchantId' | 'photoId'>) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `SHOWN-PROOF#${photoId}`,
});
const shownProofs = entity({ type: 'ShownProof', schema: ShownProof, key: keyOf });

export const getShownProof = (table: Table, named: Pick<ShownProof, 'merchantId' | 'photoId'>) =>
  get(table, shownProofs, keyOf(named));
/** Two orders that show one picture at once: the second is decided again, and finds the first. */
export const insertShownProof = (proof: ShownProof): Write => insert(shownProofs, proof);
