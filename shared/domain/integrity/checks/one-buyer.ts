import { count, percent, rupiah } from '../../basics/wording.ts';
import { hasNews, type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, type Purchase, sumOf } from '../purchase.ts';

const LEAST_ORDERS = 6;
const LEAST_RUPIAH = 3_000_000;
const MOST_SHARE = 0.8;

const largestOf = (own: readonly Purchase[]): Purchase[] =>
  [...Map.groupBy(own, ({ buyer }) => buyer).values()].reduce(
    (most, some) => (sumOf(some) > sumOf(most) ? some : most),
    [],
  );

/** Owners that live by one buyer; which of the people it is, nobody is told. */
export const oneBuyer = (facts: MonthFacts): Finding[] =>
  [...Map.groupBy(facts.purchases, ({ ownerId }) => ownerId)].flatMap(([ownerId, own]): Finding[] => {
    const total = sumOf(own);
    const largest = largestOf(own);
    const share = sumOf(largest) / Math.max(1, total);
    if (own.length < LEAST_ORDERS || total < LEAST_RUPIAH || share <= MOST_SHARE || !hasNews(facts, largest)) return [];
    const { agencyId } = largest[0] as Purchase;
    const merchantIds = [...new Set(own.map(({ merchantId }) => merchantId))];
    const buyer = agencyId === null ? 'satu pembeli perorangan' : officeName(facts, agencyId);
    return [
      {
        rule: 'one-buyer',
        subject: ownerId,
        agencyId,
        merchantIds,
        orderIds: idsOf(largest),
        question: `${percent(share)} penjualan ${shopName(facts, merchantIds[0] ?? '')} berasal dari ${buyer}. Mengapa hampir semuanya?`,
        facts: [
          { label: 'Bagian pembeli itu', value: percent(share) },
          { label: 'Nilai', value: `${rupiah(sumOf(largest))} dari ${rupiah(total)}` },
          { label: 'Pesanan', value: `${count(largest.length)} dari ${count(own.length)}` },
        ],
        weight: share * total,
      },
    ];
  });
