import type { Output } from '../../../shared/contract.ts';
import { count, day, rupiah } from '../../../shared/domain/basics/wording.ts';
import { Refusal } from '../../entry/client.ts';
import { DataTable, More } from '../../kit/desk/data-table.tsx';
import { today as todayIn } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { ProcurementForm } from './procurement-form.tsx';
import { Stages } from './stages.tsx';
import { days, equivalent, headline, type OfficeSpending, ruleSentence, share, unstatedSentence } from './words.ts';
import { HowCounted, Years, yearOf } from './year-views.tsx';

type Waiting = Output<'GET /agencies/{agencyId}/waiting-payments'>;
type Lines = Output<'GET /agencies/{agencyId}/budgets/{year}'>;

const scaleNames = {
  micro: 'mikro',
  small: 'kecil',
  cooperative: 'koperasi',
  medium: 'menengah',
} as const;

const fromWhom = ({ owners, equivalentOwners, largestShare }: OfficeSpending['office']): string =>
  owners === 0
    ? 'Belum ada barang yang diterima.'
    : `${count(owners)} pemilik, setara ${equivalent(equivalentOwners)}. Pemilik terbesar menerima ${share(largestShare)}.`;
const howLong = ({ paidOrders, medianDays, longestDays }: OfficeSpending['office']): string =>
  `Yang sudah lunas: ${count(paidOrders)} pesanan, tengah ${days(medianDays)} sejak serah terima, terlama ${days(longestDays)}.`;

const Shops = ({ spending: { shops, shopCount } }: { spending: OfficeSpending }) =>
  shops.length === 0 ? null : (
    <DataTable
      caption={
        shops.length < shopCount
          ? `${count(shops.length)} dari ${count(shopCount)} usaha, terbanyak dulu.`
          : `${count(shopCount)} usaha.`
      }
      columns={[
        { name: 'Usaha', show: ({ merchantName }) => <bdi>{merchantName}</bdi> },
        { name: 'Skala', show: ({ scale }) => (scale === null ? 'belum dinyatakan' : scaleNames[scale]) },
        { name: 'Pesanan', number: true, show: ({ orders }) => count(orders) },
        { name: 'Dipesan', number: true, show: ({ orderedRupiah }) => rupiah(orderedRupiah) },
        { name: 'Diterima', number: true, show: ({ deliveredRupiah }) => rupiah(deliveredRupiah) },
        { name: 'Dibayar', number: true, show: ({ paidRupiah }) => rupiah(paidRupiah) },
      ]}
      rows={shops}
      keyOf={({ merchantId }) => merchantId}
    />
  );

const WhoWaits = ({ waiting, to }: { waiting: Waiting; to: (cursor?: string) => string }) =>
  waiting.items.length === 0 ? (
    <p>Tidak ada pembayaran yang menunggu.</p>
  ) : (
    <>
      <DataTable
        caption="Terlama dulu. Isi pesanan tidak tampil di sini."
        columns={[
          { name: 'Pesanan', show: ({ code }) => <span class="code">{code}</span> },
          { name: 'Usaha', show: ({ merchantName }) => <bdi>{merchantName}</bdi> },
          { name: 'Serah terima', show: ({ handedOverOn }) => day(handedOverOn) },
          { name: 'Menunggu', number: true, show: ({ days: waited }) => days(waited) },
          { name: 'Jumlah', number: true, show: ({ dueRupiah }) => rupiah(dueRupiah) },
        ]}
        rows={waiting.items}
        keyOf={({ orderId }) => orderId}
      />
      {waiting.next && <More of="pembayaran" next={to(waiting.next)} />}
    </>
  );

const Budget = ({ lines, to }: { lines: Lines; to: (cursor?: string) => string }) =>
  lines.items.length === 0 ? (
    <p>Dinas ini belum mengisi rekening anggarannya.</p>
  ) : (
    <>
      <DataTable
        caption="Rekening yang dipakai memesan di pasar ini."
        columns={[
          {
            name: 'Rekening',
            show: ({ budgetCode, name }) => (
              <>
                <span class="code">{budgetCode}</span> <bdi>{name}</bdi>
              </>
            ),
          },
          { name: 'Pagu', number: true, show: ({ ceilingRupiah }) => rupiah(ceilingRupiah) },
          { name: 'Terpakai', number: true, show: ({ committedRupiah }) => rupiah(committedRupiah) },
          { name: 'Sisa', number: true, show: ({ leftRupiah }) => rupiah(leftRupiah) },
        ]}
        rows={lines.items}
        keyOf={({ budgetCode }) => budgetCode}
      />
      {lines.next && <More of="rekening" next={to(lines.next)} />}
    </>
  );

/** One office's year: the share at small businesses, whom it bought from, who waits, and its budget. */
export const openOfficeSpending = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query, kinds, rest: agencyId } = asked;
  const today = todayIn(place.code);
  const year = yearOf(query, today);
  const [spending, waiting, lines] = await Promise.all([
    call('GET /agencies/{agencyId}/spending/{year}', { params: { agencyId, year } }),
    call('GET /agencies/{agencyId}/waiting-payments', {
      params: { agencyId },
      query: { limit: 20, ...(query['menunggu'] ? { cursor: query['menunggu'] } : {}) },
    }),
    call('GET /agencies/{agencyId}/budgets/{year}', {
      params: { agencyId, year },
      query: { limit: 20, ...(query['rekening'] ? { cursor: query['rekening'] } : {}) },
    }),
  ]);
  if (spending.city !== place.code)
    throw new Refusal(404, 'agency_not_found', `Dinas ini bukan dinas ${place.name}. Periksa lagi tautannya.`);
  const { office, rule } = spending;
  const slug = `belanja/${agencyId}`;
  const to = (name: 'menunggu' | 'rekening') => (cursor?: string) =>
    dasborAddress(slug, place, { tahun: year, [name]: cursor });
  const page = (
    <article>
      <h1>
        <bdi>{office.name}</bdi>
      </h1>
      <p>
        <strong>{headline(office, year)}</strong>
      </p>
      {unstatedSentence(office) && <p class="say waiting">{unstatedSentence(office)}</p>}
      <p class="quiet">{ruleSentence(rule)}</p>
      <p class="links">
        <a href={dasborAddress('belanja', place, { tahun: year })}>Kembali ke semua dinas</a>
        <a href={dasborAddress(`dinas/${agencyId}`, place)}>Petugas dinas ini</a>
      </p>
      <Years slug={slug} place={place} year={year} today={today} />
      <section aria-labelledby="bagian">
        <h2 id="bagian">Bagian usaha kecil</h2>
        <Stages spent={office} rule={rule?.percent} offices={1} />
        {kinds.includes('city-admin') && (
          <ProcurementForm key={year} asked={asked} year={year} agencyId={agencyId} first={spending.procurement} />
        )}
      </section>
      <section aria-labelledby="dari-siapa">
        <h2 id="dari-siapa">Dibeli dari siapa</h2>
        <p>{fromWhom(office)}</p>
        <Shops spending={spending} />
      </section>
      <section aria-labelledby="siapa-menunggu">
        <h2 id="siapa-menunggu">Siapa yang menunggu dibayar</h2>
        {office.paidOrders > 0 && <p>{howLong(office)}</p>}
        <WhoWaits waiting={waiting} to={to('menunggu')} />
      </section>
      <section aria-labelledby="anggaran">
        <h2 id="anggaran">Anggaran {year}</h2>
        <Budget lines={lines} to={to('rekening')} />
      </section>
      <HowCounted rule={rule} />
    </article>
  );
  return { title: `Belanja ${office.name} ${year}`, page };
};
