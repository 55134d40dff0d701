import type { Output } from '../../../shared/contract.ts';
import type { Call } from '../../entry/client.ts';

type Allocation = Output<'POST /cities/{city}/allocations'>;

/** Orders a proposed split as one package. The proposal's own id is the key: a second tap makes no second package. */
export const placeProposal = async (call: Call, proposal: Allocation, wish: Record<string, string>) => {
  const shops = new Map<string, { productId: string; quantity: number; priceRupiah: number }[]>();
  for (const { merchantId, productId, units, priceRupiah } of proposal.suppliers)
    shops.set(merchantId, [...(shops.get(merchantId) ?? []), { productId, quantity: units, priceRupiah }]);
  const { deliverOn, district } = proposal.wanted;
  const { purpose = '', budgetCode = '', street = '', name = '', phone = '' } = wish;
  const { orders } = await call('POST /orders', {
    headers: { 'idempotency-key': proposal.allocationId },
    body: {
      shops: [...shops].map(([merchantId, lines]) => ({ merchantId, lines })),
      deliverOn,
      deliverTo: { address: street, district },
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
