import type { Output } from '../../../shared/contract.ts';
import { statusNames } from '../../../shared/domain/register/status-names.ts';
import { type Call, Refusal } from '../../entry/client.ts';
import { shortNames } from '../../kit/categories.ts';
import { More } from '../../kit/desk/data-table.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import type { AskedCity, Onward, Opened } from '../opened.ts';
import { pageFrom } from '../page-from.ts';
import { soughtFor } from './sought.ts';

type Register = Output<'GET /cities/{city}/register'>;
type Hit = { readonly to: string; readonly name: string; readonly about: string };
const PAGE = 20;

/** What is there for this person, or nothing: that it may be there for somebody else is not told. */
const ifThere = <T,>(reading: Promise<T>): Promise<T | undefined> =>
  reading.catch((error) => {
    if (error instanceof Refusal && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  });

/** An order, as far as it is a matter of the city: a case anybody of the city may read. */
const orderHit = async ({ call, place, linkTo }: AskedCity, orderId: string): Promise<Hit[]> => {
  const to = linkTo(`pesanan/${orderId}`);
  const found =
    to && (await ifThere(call('GET /cities/{city}/disputes/{orderId}', { params: { city: place.code, orderId } })));
  return to && found ? [{ to, name: found.merchantName, about: 'Pesanan yang dipersoalkan' }] : [];
};
/** A delivery that a shop told as not paid. */
const cashHit = async ({ call, place, linkTo }: AskedCity, orderId: string): Promise<Hit[]> => {
  const to = linkTo(`bayar-di-tempat/${orderId}`);
  const params = { city: place.code, orderId };
  const found = to && (await ifThere(call('GET /cities/{city}/cash-on-delivery/{orderId}', { params })));
  return to && found ? [{ to, name: found.merchantName, about: 'Penolakan bayar di tempat' }] : [];
};
const merchantHit = async ({ call, linkTo }: AskedCity, merchantId: string): Promise<Hit[]> => {
  const to = linkTo(`usaha/${merchantId}`);
  const found = to && (await ifThere(call('GET /merchants/{merchantId}/file', { params: { merchantId } })));
  return to && found ? [{ to, name: found.name, about: 'Usaha' }] : [];
};
const paperHit = async (call: Call, code: string): Promise<Hit[]> => {
  const found = await ifThere(call('GET /papers/{code}', { params: { code } }));
  return found ? [{ to: `/cek/${encodeURIComponent(code)}`, name: `Surat ${code}`, about: 'Buka halaman ceknya' }] : [];
};
const NONE: Register = { items: [], next: null };
const registerOf = ({ call, place, query }: AskedCity, q: string): Promise<Register> =>
  pageFrom(query['lanjut'], (cursor) =>
    call('GET /cities/{city}/register', { params: { city: place.code }, query: { q, limit: PAGE, cursor } }),
  );
const shopHits = ({ place, linkTo }: AskedCity, { items }: Register): Hit[] =>
  items.flatMap(({ merchantId, name, district, category, status }) => {
    const to = linkTo(`usaha/${merchantId}`);
    const about = [districtName(place.city, district), shortNames[category], statusNames[status]].join(' · ');
    return to ? [{ to, name, about }] : [];
  });

const Hits = ({ hits }: { hits: readonly Hit[] }) => (
  <ul class="plain">
    {hits.map(({ to, name, about }) => (
      <li key={to}>
        <a class="row" href={to}>
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          <span class="quiet">{about}</span>
        </a>
      </li>
    ))}
  </ul>
);

const nothing = (q: string) =>
  q === '' ? (
    <Notice
      title="Tulis yang dicari di kotak di atas"
      text="Nama usaha atau pemilik, nomor HP, NIB, NIK, nomor pesanan, atau kode surat."
    />
  ) : (
    <Notice
      title={`Tidak ada yang cocok dengan "${q}"`}
      text="Coba sebagian nama, atau nomor selengkapnya. Pesanan ditemukan di sini bila dipersoalkan, atau ditolak saat diantar."
    />
  );

/** Whatever somebody of the city may see by a name, a number or a code; what is found alone is opened. */
export const openSearch = async (asked: AskedCity): Promise<Opened | Onward> => {
  const { call, query, linkTo } = asked;
  const q = (query['q'] ?? '').trim();
  const sought = soughtFor(q);
  const [orders, cash, merchants, papers, register] = await Promise.all([
    sought.orderId ? orderHit(asked, sought.orderId) : [],
    sought.orderId ? cashHit(asked, sought.orderId) : [],
    sought.merchantId ? merchantHit(asked, sought.merchantId) : [],
    sought.code ? paperHit(call, sought.code) : [],
    sought.register ? registerOf(asked, sought.register) : NONE,
  ]);
  const hits = [...orders, ...cash, ...merchants, ...papers, ...shopHits(asked, register)];
  const cursor = query['lanjut'];
  if (hits[0] && hits.length === 1 && !register.next && !cursor) return { to: hits[0].to };
  const page = (
    <section aria-labelledby="hasil">
      <h1 id="hasil">Hasil pencarian</h1>
      {hits.length === 0 ? nothing(q) : <Hits hits={hits} />}
      {(register.next || cursor) && (
        <More
          of="usaha"
          next={register.next ? linkTo('cari', { q, lanjut: register.next }) : undefined}
          first={cursor ? linkTo('cari', { q }) : undefined}
        />
      )}
    </section>
  );
  return { title: q === '' ? 'Cari' : `Cari: ${q}`, page };
};
