import type { EventBridgeEvent } from 'aws-lambda';
import { replaceProduct } from '../../shared/table/catalogue/products.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getMerchant, merchantStands } from '../../shared/table/register/merchants.ts';
import { type World, workingWorld } from '../world.ts';
import { readOffering } from './offering.ts';

type MerchantEvent = EventBridgeEvent<string, { merchantId: string }>;

/**
 * When a shop is verified or suspended, its products enter or leave the catalogue, and its month says whether it offers;
 * when the city confirms another name or place, goods, search words and the month show it.
 * Decides from the shop as it is now, not from the event, so events twice, late or out of order lead to the same
 * catalogue. When the city or the owner decides something else in between, this run is refused, and comes again.
 */
export const followMerchants =
  (world: () => World) =>
  async (event: MerchantEvent): Promise<void> => {
    const { table } = world();
    const merchant = await getMerchant(table, event.detail.merchantId);
    if (!merchant) return;
    const verified = merchant.status === 'verified';
    const { products, standing, write } = await readOffering(world(), merchant);
    for (const product of products) {
      const listed = product.active && verified;
      // A shop may move or be renamed until it is verified: what lists show of it follows.
      const shown = { listed, merchantName: merchant.name, district: merchant.district };
      const same =
        product.listed === listed && product.merchantName === merchant.name && product.district === merchant.district;
      if (!same)
        await commit(table, [
          replaceProduct({ ...product, ...shown, version: product.version + 1 }),
          merchantStands(merchant),
        ]);
    }
    const offers = verified && products.some(({ active }) => active);
    const shown = standing.name === merchant.name && standing.district === merchant.district;
    if (offers !== standing.offering || !shown) await commit(table, [...write(offers), merchantStands(merchant)]);
  };

export const handler = followMerchants(workingWorld());
