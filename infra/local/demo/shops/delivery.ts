import type { Instant } from '../../../../shared/domain/basics/month.ts';
import { courierFee } from '../../../../shared/domain/deliveries/courier-fee.ts';
import { BROUGHT_FREE, type ChosenDelivery } from '../../../../shared/domain/deliveries/order-delivery.ts';
import type { DeliveryTerms } from '../../../../shared/domain/deliveries/terms.ts';
import { chanceOf } from '../chance.ts';
import type { Scene, Shop } from '../city.ts';

/** Most shops bring everywhere, free, and have said nothing; some ask for it, and lets goods be fetched who has a counter. */
const termsFor = ({ city }: Scene, { id, owner, district, application }: Shop): DeliveryTerms | undefined => {
  const chance = chanceOf('delivery', id);
  // The shop everybody looks at has a table with everything in it.
  if (owner !== 'sari' && !chance.happens(0.2)) return undefined;
  const far = city.districts.find(({ code }) => code !== district);
  const near = { district, feeRupiah: 0 };
  return {
    courier: {
      feeRupiah: owner === 'sari' ? 5_000 : chance.pick([3_000, 5_000, 8_000]),
      freeFromRupiah: 100_000,
      districts: far && owner === 'sari' ? [near, { district: far.code, feeRupiah: 8_000 }] : [near],
    },
    pickUp:
      owner === 'sari' || chance.happens(0.5)
        ? { address: String(application['address']), hours: 'Senin–Sabtu 08.00–16.00' }
        : null,
  };
};

/** The shop says it, once there is something to bring. */
export const setDelivery = async (scene: Scene, shop: Shop, at: Instant): Promise<void> => {
  const terms = termsFor(scene, shop);
  if (!terms) return;
  const params = { merchantId: shop.merchantId };
  await scene.market.ask('PUT /merchants/{merchantId}/delivery-terms', shop.owner, at, { params, body: terms });
  shop.terms = terms;
};

/** What a buyer of a district sees and takes: brought for its fee. */
export const chosenDelivery = ({ terms }: Shop, district: string, goodsRupiah: number): ChosenDelivery =>
  terms ? { way: 'courier', feeRupiah: courierFee(terms, district, goodsRupiah) ?? 0 } : BROUGHT_FREE;
