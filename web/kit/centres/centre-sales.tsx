import type { Output } from '../../../shared/contract.ts';
import { monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../categories.ts';

type Sales = Output<'GET /cities/{city}/centres/{slug}/sales'>;

/** What anybody may know of what was picked up at a centre in a month: no sum that would tell of one shop. */
export const CentreSales = ({ month, sales }: { readonly month: string; readonly sales: Sales }) => {
  const { rupiah: total, categories, othersRupiah } = sales;
  if (total === null)
    return <p class="quiet">Jumlah {monthName(month)} tidak disebut, karena usahanya terlalu sedikit.</p>;
  if (total === 0) return <p class="quiet">Belum ada pesanan yang diambil di sini pada {monthName(month)}.</p>;
  return (
    <>
      <p>
        Pesanan senilai <b>{rupiah(total)}</b> diambil di sini pada {monthName(month)}.
      </p>
      <ul>
        {categories.map(({ category, rupiah: sum }) => (
          <li key={category}>
            {shortNames[category]}: {rupiah(sum)}
          </li>
        ))}
        {othersRupiah !== null && <li>Lainnya: {rupiah(othersRupiah)}</li>}
      </ul>
    </>
  );
};
