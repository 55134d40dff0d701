import { count, percent, rupiah } from '../../basics/wording.ts';
import { type MonthFacts, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, sumOf } from '../purchase.ts';

const LEAST_ORDERS = 3;
const LEAST_RUPIAH = 100_000;
const MOST_SHARE = 0.5;

/** Shops whose fees of a month are out of proportion to the goods they brought. */
export const deliveryFees = (facts: MonthFacts): Finding[] => {
  const ofMonth = facts.purchases.filter(({ month, feeRupiah }) => month === facts.month && feeRupiah > 0);
  return [...Map.groupBy(ofMonth, ({ merchantId }) => merchantId)].flatMap(([merchantId, own]): Finding[] => {
    const [fees, goods] = [own.reduce((sum, { feeRupiah }) => sum + feeRupiah, 0), sumOf(own)];
    if (own.length < LEAST_ORDERS || fees < LEAST_RUPIAH || fees <= MOST_SHARE * goods) return [];
    return [
      {
        rule: 'delivery-fee',
        subject: merchantId,
        agencyId: null,
        merchantIds: [merchantId],
        orderIds: idsOf(own),
        question: `Ongkos antar ${shopName(facts, merchantId)} ${percent(fees / Math.max(1, goods))} dari nilai barangnya. Mengapa sebesar itu?`,
        facts: [
          { label: 'Ongkos', value: rupiah(fees) },
          { label: 'Barang', value: rupiah(goods) },
          { label: 'Pesanan', value: count(own.length) },
        ],
        weight: fees / Math.max(1, goods),
      },
    ];
  });
};
