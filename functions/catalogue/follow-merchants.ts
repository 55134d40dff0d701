import type { EventBridgeEvent } from 'aws-lambda';
import { getMerchant, merchantStands } from '../../shared/table/merchants.ts';
import { productsOfMerchant, replaceProduct } from '../../shared/table/products.ts';
import { commit } from '../../shared/table/writes.ts';
import { theWorld, type World } from '../world.ts';

type MerchantEvent = EventBridgeEvent<string, { merchantId: string }>;

/**
 * When a shop is verified or suspended, its products enter or leave the catalogue. Decides from the shop as it is now,
 * not from the event, so events twice, late or out of order lead to the same catalogue. When the city decides again in
 * between, this run is refused, and comes again.
 */
export const followMerchants =
  (world: () => World) =>
  async (event: MerchantEvent): Promise<void> => {
    const { table } = world();
    const merchant = await getMerchant(table, event.detail.merchantId);
    if (!merchant) return;
    let after: string | undefined;
    do {
      const page = await productsOfMerchant(table, merchant.merchantId, { limit: 25, after, consistent: true });
      for (const product of page.items) {
        const listed = product.active && merchant.status === 'verified';
        // A shop may move or be renamed until it is verified: what lists show of it follows.
        const shown = { listed, merchantName: merchant.name, district: merchant.district };
        const same =
          product.listed === listed && product.merchantName === merchant.name && product.district === merchant.district;
        if (!same)
          await commit(table, [
            ...replaceProduct(product, { ...product, ...shown, version: product.version + 1 }),
            merchantStands(merchant),
          ]);
      }
      after = page.next;
    } while (after !== undefined);
  };

export const handler = followMerchants(theWorld);
