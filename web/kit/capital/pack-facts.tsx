import { Fragment } from 'preact';
import type { Output } from '../../../shared/contract.ts';
import { count, day, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';

export type PackContent = Output<'GET /merchants/{merchantId}/statement-pack'>;

const daysToMoney = (median: number | null, longest: number | null): string =>
  median === null || longest === null
    ? 'belum ada yang dibayar'
    : `tengahnya ${count(median)} hari, paling lama ${count(longest)} hari`;

/** The facts of a pack, month by month and in sums, as an owner sees them before and a bank after its opening. */
export const PackFacts = ({ content }: { content: PackContent }) => {
  const { months, totals, payments, certificates, shop } = content;
  const facts: readonly (readonly [string, string])[] = [
    ['Di Pasar Rata sejak', day(shop.since)],
    ['Pesanan diterima', `${count(totals.received)}, ${rupiah(totals.rupiah)}`],
    ['Sampai tepat hari', `${count(totals.onTime)}, terlambat ${count(totals.late)}`],
    ['Dibayar', `${count(payments.paid)}, ${rupiah(payments.paidRupiah)}`],
    ['Belum dibayar', `${count(payments.open)}, ${rupiah(payments.openRupiah)}`],
    ['Hari sampai dibayar', daysToMoney(payments.medianDays, payments.longestDays)],
    ['Batal oleh toko', count(totals.cancelledByShop)],
    ['Uang dikembalikan', count(totals.returned)],
    ['Keluhan yang terbukti', count(totals.upheldComplaints)],
    ['Pembeli yang kembali', count(totals.repeatBuyers)],
    ['Dinas yang membeli', count(totals.offices)],
    ...certificates.map(({ title, on }) => ['Sertifikat pelatihan', `${title}, ${day(on)}`] as const),
  ];
  return (
    <div class="stackd">
      <dl class="facts check-facts">
        {facts.map(([name, told]) => (
          <Fragment key={name + told}>
            <dt>{name}</dt>
            <dd>{told}</dd>
          </Fragment>
        ))}
      </dl>
      <ul class="plain">
        {months.map(({ month, listed, received, rupiah: sum }) => (
          <li key={month}>
            {monthName(month)}: {listed ? `${count(received)} pesanan, ${rupiah(sum)}` : 'belum di Pasar Rata'}
          </li>
        ))}
      </ul>
    </div>
  );
};
