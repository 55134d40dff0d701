import type { Output } from '../../../shared/contract.ts';
import { dateTime, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Refusal } from '../../entry/client.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { FilterBar } from '../../kit/desk/filter-bar.tsx';
import { Summary } from '../../kit/form.tsx';
import { Notice } from '../../kit/page.tsx';
import { dasborAddress, HOME } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { Who } from '../people/who.tsx';
import { soughtFor } from '../search/sought.ts';

export const SLUG = 'bayar-di-tempat';

type Found = Output<'GET /cities/{city}/cash-on-delivery/{orderId}'>;
type Props = { readonly asked: AskedCity; readonly found: Found };

/** What the number stands for; undefined where nothing was refused under it. */
const load = async ({ call, place }: AskedCity, orderId: string): Promise<Found | undefined> => {
  try {
    return await call('GET /cities/{city}/cash-on-delivery/{orderId}', { params: { city: place.code, orderId } });
  } catch (error) {
    if (error instanceof Refusal && error.code === 'payment_not_found') return undefined;
    throw error;
  }
};

const Decided = ({ asked, found: { struck, people } }: Props) =>
  struck ? (
    <p>
      <b>Tidak lagi dihitung</b> sejak {dateTime(struck.at, asked.place.city.zone)}
      {struck.by && (
        <>
          , diputuskan oleh <Who reader={asked} person={struck.by} people={people} />
        </>
      )}
      . <bdi>{struck.reason}</bdi>
    </p>
  ) : (
    <p>
      <b>Dihitung.</b> Dua kiriman yang tidak dibayar dalam 90 hari menutup bayar di tempat bagi pembelinya.
    </p>
  );

/** Struck with a reason that stays on record; an officer's own is another officer's to judge. */
const Strike = ({ asked, found }: Props) => {
  const { call, place, kinds, again } = asked;
  const act = useAct();
  if (found.struck || !kinds.includes('city-admin')) return null;
  if (found.own) return <p class="quiet">Ini pesanan Anda sendiri. Petugas lain yang menilainya.</p>;
  const strike = (reason: string) =>
    act.run(async () => {
      const params = { city: place.code, orderId: found.orderId };
      await call('POST /cities/{city}/cash-on-delivery/{orderId}/strike', { params, body: { reason } });
      again();
    });
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <ConfirmDialog
        name="Hapus dari hitungan"
        text="Kiriman ini tidak lagi dihitung terhadap pembeli. Putusan dan alasannya tercatat di Jejak keputusan."
        question="Alasan putusan"
        disabled={act.busy}
        onSend={strike}
      />
    </>
  );
};

const Facts = ({ asked, found }: Props) => {
  const { place } = asked;
  return (
    <article class="block">
      <h2>
        Kiriman dari{' '}
        <a href={dasborAddress(`usaha/${found.merchantId}`, place)}>
          <bdi>{found.merchantName}</bdi>
        </a>
      </h2>
      <p>
        {rupiah(found.totalRupiah)}, dipesan {dateTime(found.placedAt, place.city.zone)}.
      </p>
      <p>
        Penjual mencatat tidak dibayar pada {dateTime(found.at, place.city.zone)}
        {found.reason && (
          <>
            : “<bdi>{found.reason}</bdi>”
          </>
        )}
        .
      </p>
      <Decided asked={asked} found={found} />
      <Strike asked={asked} found={found} />
    </article>
  );
};

const nothing = (typed: string) =>
  typed === '' ? (
    <Notice
      title="Tulis nomor pesanannya"
      text="Pembeli yang keberatan menyebut nomor itu di pengaduannya; tertulis di halaman pesanannya."
    />
  ) : (
    <Notice
      title="Tidak ada penolakan untuk nomor itu"
      text="Periksa nomornya. Hanya kiriman yang dicatat penjual sebagai tidak dibayar yang ada di sini."
    />
  );

/** A refused delivery that somebody finds unjust, by its order's number: what the shop said, and the city's word on it. */
export const openCashRefusal = async (asked: AskedCity): Promise<Opened> => {
  const { place, query, rest } = asked;
  const typed = (rest || query['nomor'] || '').trim();
  const { orderId } = soughtFor(typed);
  const found = orderId && (await load(asked, orderId));
  const page = (
    <section aria-labelledby="penolakan">
      <h1 id="penolakan">Penolakan bayar di tempat</h1>
      <p class="quiet">
        Kota tidak punya daftar siapa menolak apa. Pembeli yang merasa dirugikan memberi nomor pesanannya.{' '}
        <a href={dasborAddress('pesanan', place)}>Kembali ke Pesanan</a>
      </p>
      <FilterBar
        action={HOME + SLUG}
        keep={{ kota: place.code }}
        clear={dasborAddress(SLUG, place)}
        filters={[{ name: 'nomor', label: 'Nomor pesanan', value: typed, placeholder: 'ord_…' }]}
      />
      {found ? <Facts asked={asked} found={found} /> : nothing(typed)}
      {found && <p class="small quiet">Nama, telepon, dan alamat pembeli tidak ditampilkan di sini.</p>}
    </section>
  );
  return { title: 'Penolakan bayar di tempat', page };
};
