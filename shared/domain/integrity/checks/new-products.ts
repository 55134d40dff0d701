import { DAY_MS } from '../../basics/month.ts';
import { rupiah } from '../../basics/wording.ts';
import { type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import type { PurchaseLine } from '../purchase.ts';

const WITHIN_MS = DAY_MS;
const LEAST_RUPIAH = 1_000_000;

/** Whether a line was ordered as soon as it was offered, for much money. */
export const boughtAtOnce = ({ offeredAt, priceRupiah, quantity }: PurchaseLine, at: string): boolean =>
  offeredAt !== null && priceRupiah * quantity >= LEAST_RUPIAH && Date.parse(at) - Date.parse(offeredAt) <= WITHIN_MS;

/** Goods that an office ordered within a day of their being offered: as if they were put up for it. */
export const newProducts = (facts: MonthFacts): Finding[] =>
  facts.purchases.flatMap((purchase): Finding[] => {
    const { agencyId, merchantId, orderId, month, at, lines } = purchase;
    if (agencyId === null || month !== facts.month) return [];
    const line = lines.find((one) => boughtAtOnce(one, at));
    if (!line?.offeredAt) return [];
    const hours = Math.max(1, Math.round((Date.parse(at) - Date.parse(line.offeredAt)) / 3_600_000));
    const value = line.priceRupiah * line.quantity;
    return [
      {
        rule: 'new-product',
        subject: orderId,
        agencyId,
        merchantIds: [merchantId],
        orderIds: [orderId],
        question: `${officeName(facts, agencyId)} memesan ${line.name} di ${shopName(facts, merchantId)} dalam ${hours} jam sejak ditawarkan. Bagaimana barang ini ditemukan?`,
        facts: [
          { label: 'Dipesan setelah', value: `${hours} jam` },
          { label: 'Nilai', value: rupiah(value) },
        ],
        weight: value,
      },
    ];
  });
