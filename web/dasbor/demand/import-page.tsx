import { PlanImport } from '../../kit/demand/plan-import.tsx';
import { Notice } from '../../kit/page.tsx';
import { today } from '../../kit/today.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { Way } from '../way.tsx';
import { addressOf } from './wanted.ts';

/** The city brings the plans of its offices, one office at a time. */
export const openPlanImport = async ({ call, place, session, linkTo }: AskedCity): Promise<Opened> => {
  const { items } = await call('GET /cities/{city}/agencies', { params: { city: place.code }, query: { limit: 100 } });
  const page = (
    <section aria-labelledby="muat-rencana">
      <h1 id="muat-rencana">Muat rencana pengadaan</h1>
      <p class="quiet">
        RUP diumumkan menurut undang-undang; usaha melihatnya berbulan-bulan sebelumnya. Berkas yang sama boleh dikirim
        lagi; tidak ada yang tercatat dua kali.{' '}
        <a href={addressOf(place.code, { year: today(place.code).slice(0, 4) })}>Lihat kalender kebutuhan</a>
      </p>
      {items.length === 0 ? (
        <Notice title="Belum ada dinas" text="Rencana dimuat per dinas. Tambahkan dinasnya dulu.">
          <Way to={linkTo('dinas')}>Tambah dinas</Way>
        </Notice>
      ) : (
        <PlanImport call={call} token={session?.token ?? ''} agencies={items} />
      )}
    </section>
  );
  return { title: 'Muat rencana pengadaan', page };
};
