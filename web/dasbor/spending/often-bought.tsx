import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import type { AskedCity } from '../opened.ts';
import { Way } from '../way.tsx';
import type { CitySpending } from './words.ts';

type Props = { readonly asked: AskedCity; readonly spending: CitySpending };
/** Whom offices order from most often; who sold nothing is one tap from here. */
export const OftenBought = ({ asked, spending: { often, oftenShops } }: Props) =>
  often.length === 0 ? null : (
    <section aria-labelledby="sering-dibeli">
      <h2 id="sering-dibeli">Yang paling sering dibeli dinas</h2>
      <DataTable
        caption={
          often.length < oftenShops
            ? `${count(often.length)} dari ${count(oftenShops)} usaha yang dipesan dinas, menurut jumlah pesanan.`
            : `${count(often.length)} usaha yang dipesan dinas, menurut jumlah pesanan.`
        }
        columns={[
          {
            name: 'Usaha',
            show: ({ merchantId, merchantName }) => {
              const to = asked.linkTo(`usaha/${merchantId}`);
              return to ? (
                <a href={to}>
                  <bdi>{merchantName}</bdi>
                </a>
              ) : (
                <bdi>{merchantName}</bdi>
              );
            },
          },
          { name: 'Pesanan', number: true, show: ({ orders }) => count(orders) },
          { name: 'Dinas', number: true, show: ({ offices }) => count(offices) },
          { name: 'Diterima', number: true, show: ({ deliveredRupiah }) => rupiah(deliveredRupiah) },
        ]}
        rows={often}
        keyOf={({ merchantId }) => merchantId}
      />
      <Way to={asked.linkTo('perlu-didatangi')}>Lihat yang barangnya belum terjual</Way>
    </section>
  );
