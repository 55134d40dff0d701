import type { Output } from '../../../shared/contract.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { zoneOf } from '../../../shared/rules/zones.ts';
import { dateIn } from '../../kit/today.ts';

type Visit = NonNullable<Output<'GET /merchants/{merchantId}/file'>['visit']>;

/** That a visit of the city is awaited: since when, until when it should have come, and what to do. */
export const AwaitedVisit = ({ visit, city }: { visit: Visit; city: string }) => {
  const dayOf = (at: string) => day(dateIn(zoneOf(city), at));
  return (
    <div class="say">
      <p>
        <b>Menunggu kunjungan petugas</b> sejak {dayOf(visit.since)}.
        {visit.tried ? ' Petugas sudah datang, tetapi tidak bertemu siapa pun.' : ''}
      </p>
      <p class="small">
        Pastikan alamat dan nomor telepon toko benar, dan ada orang di tempat usaha. Kunjungan tidak dipungut biaya.
        Sampai petugas bertemu, toko mendapat satu pesanan lebih dulu, lalu tampil di belakang usaha lain. Bila belum
        ada yang datang sampai {dayOf(visit.due)}, ajukan keberatan di{' '}
        <a href="#urutan">Mengapa toko saya di urutan ini?</a>
      </p>
    </div>
  );
};
