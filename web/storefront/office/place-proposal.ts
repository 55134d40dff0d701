import type { Output } from '../../../shared/contract.ts';
import { courierFee } from '../../../shared/domain/deliveries/courier-fee.ts';
import type { Call } from '../../entry/client.ts';
import { addressLine, noteOf } from '../cart/check/delivery.ts';

type Allocation = Output<'POST /cities/{city}/allocations'>;

/** What each shop of a proposal asks for bringing its share; unknown where the shop could not be asked. */
export const feesOf = async (call: Call, { suppliers, wanted }: Allocation): Promise<ReadonlyMap<string, number>> => {
  const shopIds = [...new Set(suppliers.map(({ merchantId }) => merchantId))];
  const fees = await Promise.all(
    shopIds.map(async (merchantId) => {
      const terms = await call('GET /merchants/{merchantId}/delivery-terms', { params: { merchantId } });
      const goods = suppliers.filter((one) => one.merchantId === merchantId);
      const sum = goods.reduce((all, { valueRupiah }) => all + valueRupiah, 0);
      return [merchantId, courierFee(terms, wanted.district, sum) ?? 0] as const;
    }),
  );
  return new Map(fees);
};

/** Orders a proposed split as one package. The proposal's own id is the key: a second tap makes no second package. */
export const placeProposal = async (
  call: Call,
  proposal: Allocation,
  fees: ReadonlyMap<string, number>,
  wish: Record<string, string>,
) => {
  const shops = new Map<string, { productId: string; quantity: number; priceRupiah: number }[]>();
  for (const { merchantId, productId, units, priceRupiah } of proposal.suppliers)
    shops.set(merchantId, [...(shops.get(merchantId) ?? []), { productId, quantity: units, priceRupiah }]);
  const { deliverOn, district } = proposal.wanted;
  const { purpose = '', budgetCode = '', street = '', name = '', phone = '', village } = wish;
  const note = noteOf(wish);
  const { orders } = await call('POST /orders', {
    // Another fee is another order: what was refused for it may be sent again.
    headers: { 'idempotency-key': [proposal.allocationId, ...fees.values()].join('-') },
    body: {
      shops: [...shops].map(([merchantId, lines]) => ({
        merchantId,
        lines,
        delivery: { way: 'courier' as const, feeRupiah: fees.get(merchantId) ?? 0 },
      })),
      deliverOn,
      deliverTo: { address: addressLine({ street, village }), district, ...(note ? { note } : {}) },
      contact: { name, phone },
      agency: {
        agencyId: proposal.agencyId,
        purpose,
        budgetCode,
        eventDate: wish.eventDate ?? deliverOn,
        ...(wish.room ? { room: wish.room } : {}),
      },
      allocationId: proposal.allocationId,
    },
  });
  return orders;
};
