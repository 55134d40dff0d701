import { courierFee } from '../../../../shared/domain/deliveries/courier-fee.ts';
import { BROUGHT_FREE, type ChosenDelivery } from '../../../../shared/domain/deliveries/order-delivery.ts';
import { STARTING_TERMS } from '../../../../shared/domain/deliveries/terms.ts';
import type { Sim } from '../../sim.ts';
import { atMerchant, merchantRoles, oneOf, shopOf, type Wisher } from '../wish.ts';

/** A shop says what bringing costs, or that goods are fetched; also while somebody orders there. */
export const fees: Wisher = (sim) => {
  const { random } = sim;
  const shop = shopOf(sim);
  if (!shop) return undefined;
  const { merchantId, cityCode } = shop;
  const courier = {
    feeRupiah: random.pick([0, 3_000, 5_000]),
    freeFromRupiah: random.pick([null, null, 60_000]),
    districts: random.pick([[], [], [{ district: `${cityCode}.02`, feeRupiah: random.pick([1_000, 8_000, null]) }]]),
  };
  const pickUp = { address: 'Jl. Ijen 1', hours: 'Senin–Sabtu 08.00–16.00' };
  return {
    person: oneOf(sim, `merchant:${merchantId}`, merchantRoles),
    key: 'PUT /merchants/{merchantId}/delivery-terms',
    params: { merchantId },
    city: cityCode,
    needs: atMerchant(merchantId),
    body: random.pick([
      { courier, pickUp: null },
      { courier, pickUp },
      { courier: null, pickUp },
    ]),
  };
};

/** What a buyer chooses of what is shown now, and the fee they saw; sometimes nothing, or what it cost before. */
export const deliveryFor = (
  sim: Sim,
  merchantId: string,
  district: string,
  goodsRupiah: number,
): ChosenDelivery | undefined => {
  const { random } = sim;
  const terms = sim.ledger.find('DeliveryTerms', `MERCHANT#${merchantId} DELIVERY-TERMS`) ?? STARTING_TERMS;
  if (random.chance(0.1)) return undefined;
  if (terms.pickUp && (!terms.courier || random.chance(0.3))) return { way: 'pick-up', feeRupiah: 0 };
  const fee = courierFee(terms, district, goodsRupiah);
  return fee === null || random.chance(0.05) ? BROUGHT_FREE : { way: 'courier', feeRupiah: fee };
};
