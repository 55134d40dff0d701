import type { Output } from '../../../shared/contract.ts';
import { count, monthName } from '../../../shared/domain/basics/wording.ts';
import { shortNames } from '../categories.ts';

type Sales = Output<'GET /cities/{city}/centres/{slug}/sales'>;

/** What anybody may know of what was picked up at a centre in a month: how many sold, and what; never a sum. */
export const CentreSales = ({ month, sales }: { readonly month: string; readonly sales: Sales }) => {
  const { owners, categories } = sales;
  if (owners === null)
    return <p class="quiet">Kurang dari sepuluh usaha menyerahkan pesanan di sini pada {monthName(month)}.</p>;
  if (owners === 0) return <p class="quiet">Belum ada pesanan yang diambil di sini pada {monthName(month)}.</p>;
  return (
    <>
      <p>
        Sedikitnya <b>{count(owners)} usaha</b> menyerahkan pesanan di sini pada {monthName(month)}.
      </p>
      <ul>
        {categories.map(({ category, owners: many }) => (
          <li key={category}>
            {shortNames[category]}: sedikitnya {count(many)} usaha
          </li>
        ))}
      </ul>
      <p class="small quiet">Nilainya tidak disebut: dari selisihnya omzet satu usaha bisa diketahui.</p>
    </>
  );
};
