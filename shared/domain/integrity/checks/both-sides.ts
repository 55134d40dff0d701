import { count, rupiah } from '../../basics/wording.ts';
import { byOffice, type MonthFacts, officeName, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, sumOf } from '../purchase.ts';
import { listed } from '../words.ts';

const sideWords = {
  applicant: 'akun yang mendaftarkan toko',
  phone: 'nomor telepon yang sama',
  noted: 'catatan saat disetujui',
} as const;

/** Orders of an office's month on both sides of which the market knows the same sign-in or phone, by shop. */
export const bothSides = (facts: MonthFacts): Finding[] =>
  [...byOffice(facts)].flatMap(([agencyId, purchases]) => {
    const met = purchases.filter(({ month, sides }) => month === facts.month && sides.length > 0);
    return [...Map.groupBy(met, ({ merchantId }) => merchantId)].map(([merchantId, own]): Finding => {
      const sides = [...new Set(own.flatMap((one) => one.sides))].map((side) => sideWords[side]);
      return {
        rule: 'both-sides',
        subject: `${agencyId} ${merchantId}`,
        agencyId,
        merchantIds: [merchantId],
        orderIds: idsOf(own),
        question: `Pesanan ${officeName(facts, agencyId)} di ${shopName(facts, merchantId)} memuat ${listed(sides)} di kedua pihak. Apa hubungannya?`,
        facts: [
          { label: 'Yang sama', value: listed(sides) },
          { label: 'Pesanan', value: count(own.length) },
          { label: 'Nilai', value: rupiah(sumOf(own)) },
        ],
        weight: sumOf(own),
      };
    });
  });
