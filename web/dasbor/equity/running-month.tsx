import type { Output } from '../../../shared/contract.ts';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { count, monthName, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Source } from '../../kit/figure.tsx';
import { Notice } from '../../kit/page.tsx';

type Live = Output<'GET /cities/{city}/live/{month}'>;

/** The month so far: who sold is exact, how it is spread lies in an interval that surely holds it. Never a Gini alone. */
export const RunningMonth = ({ live, list }: { live: Live; list: string | undefined }) => {
  const { month, merchants, unsold, turnoverRupiah, sentence } = live;
  return (
    <>
      <h1 class="headline">
        {merchants === 0
          ? `Belum ada usaha dalam hitungan ${monthName(month)}.`
          : `${count(unsold)} dari ${count(merchants)} usaha belum menjual sejauh ini pada ${monthName(month)}.`}
      </h1>
      <p class="quiet">
        Omzet sejauh ini {rupiah(turnoverRupiah)}. Bulan ini belum selesai: angkanya berubah dengan setiap pesanan yang
        diterima pembeli.
      </p>
      {list && (
        <p>
          <a class="back" href={list}>
            Lihat daftarnya
          </a>
        </p>
      )}
      <section class="figure" aria-labelledby="pemusatan">
        <h2 id="pemusatan">Pemusatan sejauh ini</h2>
        <p>{sentence}.</p>
        <Source
          source={`Pesanan yang diterima pembeli sejak 1 ${monthName(month)}, diikuti pesanan demi pesanan`}
          how="Indeks Gini atas semua usaha, yang Rp0 ikut dihitung: 0 berarti sama rata. Usaha dikelompokkan menurut omzetnya, jadi angkanya pasti berada di antara dua batas itu. Pada awal bulan pesanan masih sedikit, dan angkanya selalu tinggi."
        />
      </section>
    </>
  );
};

/** Everybody else waits for the close: a month that runs would tell a single sale. */
export const StillRunning = ({ month, last }: { month: Month; last: string }) => (
  <Notice
    alone
    title={`${monthName(month)} masih berjalan`}
    text="Untuk umum, angkanya tampil setelah bulan ditutup. Petugas kota melihatnya setelah masuk."
  >
    <a class="line" href={last}>
      Lihat bulan terakhir
    </a>
  </Notice>
);
