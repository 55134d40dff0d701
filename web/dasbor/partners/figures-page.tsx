import type { Output } from '../../../shared/contract.ts';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { count, day, monthName, percent, rupiah } from '../../../shared/domain/basics/wording.ts';
import { serviceNames, vehicleNames } from '../../../shared/domain/partners/feeds/words.ts';
import { DataTable } from '../../kit/desk/data-table.tsx';
import { ViewTabs } from '../../kit/desk/view-tabs.tsx';
import { Notice } from '../../kit/page.tsx';
import { districtName } from '../../kit/places.ts';
import { today } from '../../kit/today.ts';
import { dasborAddress } from '../address.ts';
import type { AskedCity, Opened } from '../opened.ts';
import { OwnSoughtPart, SoughtPart } from './sought-part.tsx';
import { SoughtWordsPart } from './sought-words.tsx';

const SLUG = 'data-mitra';
const LOOKED_BACK = 6;
type Found = Output<'GET /cities/{city}/partner-figures/{month}'>;
type Partner = Found['partners'][number];
type Props = { readonly asked: AskedCity; readonly found: Found; readonly partner: Partner };

/** A count as a partner told it: below ten, or unknown, is no nought. */
const counted = (value: number | null): string =>
  value === null ? 'tidak diketahui' : value < 0 ? 'di bawah 10' : count(value);
const money = (value: number | null): string => (value === null ? 'tidak diketahui' : rupiah(value));
const cutOf = ({
  grossFare,
  commission,
}: {
  grossFare: number | null;
  commission: number | null;
}): number | undefined => (grossFare && commission !== null ? commission / grossFare : undefined);

type Received = {
  readonly revision: number;
  readonly reason: string | null;
  readonly receivedAt: string;
  readonly late: boolean;
};
const receivedWords = ({ revision, reason, receivedAt, late }: Received): string =>
  `diterima ${day(receivedAt)}${late ? ', terlambat' : ''}${revision > 1 ? `; revisi ${revision}: ${reason ?? ''}` : ''}`;

const Activity = ({ asked: { place }, found: { mostCut }, partner: { activity } }: Props) =>
  activity && (
    <DataTable
      caption={`Pengemudi dan perjalanan, ${receivedWords(activity)}`}
      columns={[
        { name: 'Kecamatan', show: ({ district }) => districtName(place.city, district) },
        { name: 'Kendaraan', show: ({ vehicle }) => vehicleNames[vehicle] },
        { name: 'Terdaftar', number: true, show: ({ driversEligible }) => counted(driversEligible) },
        { name: 'Aktif', number: true, show: ({ driversActive }) => counted(driversActive) },
        { name: 'Perjalanan', number: true, show: ({ trips }) => counted(trips) },
        { name: 'Tarif kotor', number: true, show: ({ grossFare }) => money(grossFare) },
        { name: 'Untuk pengemudi', number: true, show: ({ driverPay }) => money(driverPay) },
        {
          name: 'Potongan',
          number: true,
          show: (cell) => {
            const cut = cutOf(cell);
            if (cut === undefined) return 'tidak diketahui';
            const over = mostCut && cell.vehicle === 'motorcycle' && cut * 100 > mostCut.percent;
            return `${percent(cut)}${over ? `, di atas batas ${mostCut.percent}%` : ''}`;
          },
        },
      ]}
      rows={activity.cells}
      keyOf={({ district, vehicle }) => `${district} ${vehicle}`}
    />
  );

const judgedWords = { rule: 'menurut aturan', reference: 'acuan saja', none: 'tidak dinilai' } as const;
const Fares = ({ asked: { place }, partner: { fares } }: Props) =>
  fares && (
    <DataTable
      caption={`Tarif terhadap koridor, ${receivedWords(fares)}`}
      columns={[
        { name: 'Kecamatan', show: ({ district }) => districtName(place.city, district) },
        { name: 'Layanan', show: ({ service, vehicle }) => `${serviceNames[service]}, ${vehicleNames[vehicle]}` },
        { name: 'Perjalanan', number: true, show: ({ trips }) => count(trips) },
        {
          name: 'Di bawah batas',
          number: true,
          show: ({ below, trips, judged }) => (judged === 'none' || trips === 0 ? '–' : percent(below / trips)),
        },
        {
          name: 'Di atas batas',
          number: true,
          show: ({ above, trips, judged }) => (judged === 'none' || trips === 0 ? '–' : percent(above / trips)),
        },
        { name: 'Dinilai', show: ({ judged }) => judgedWords[judged] },
      ]}
      rows={fares.cells}
      keyOf={({ district, service, vehicle }) => `${district} ${service} ${vehicle}`}
    />
  );

const hasTables = ({ fares, activity }: Partner): boolean => fares !== null || activity !== null;

/** Of passengers of motorcycles alone: what the rule is about. */
const ruled = ({ fares }: Partner) => {
  const cells = fares?.cells.filter(({ judged }) => judged === 'rule') ?? [];
  const sum = (of: (cell: (typeof cells)[number]) => number) => cells.reduce((total, cell) => total + of(cell), 0);
  const most = [...cells].sort((a, b) => b.below + b.above - (a.below + a.above))[0];
  return { trips: sum(({ trips }) => trips), below: sum(({ below }) => below), above: sum(({ above }) => above), most };
};

const Corridor = ({ found: { tariff, month } }: { found: Found }) =>
  tariff ? (
    <p class="quiet">
      Koridor ojek zona {tariff.zone} pada {monthName(month)}: {rupiah(tariff.firstFrom)} sampai{' '}
      {rupiah(tariff.firstTo)} untuk {tariff.firstKm} km pertama, lalu {rupiah(tariff.floorPerKm)} sampai{' '}
      {rupiah(tariff.ceilingPerKm)} per km. Sumber: {tariff.source}
      {!tariff.confirmed && ', belum dicocokkan dengan naskah aslinya'}. Tarif barang dan makanan diatur
      antarperusahaan; di sini hanya sebagai acuan.
    </p>
  ) : (
    <p class="quiet">Belum ada tabel tarif ojek yang berlaku pada bulan ini.</p>
  );

const sentencesOf = ({ partners, month, dueOn }: Found, city: AskedCity['place']['city'], now: string): string[] =>
  partners.map((partner) => {
    if (!partner.activity && !partner.fares && !partner.demand)
      return `${partner.brand}: belum ada data ${monthName(month)}${partner.owes && now > dueOn ? `, lewat batas ${day(dueOn)}` : ''}.`;
    const { trips, below, above, most } = ruled(partner);
    if (trips === 0) return `${partner.brand}: data ${monthName(month)} sudah diterima.`;
    const outside = `${partner.brand}: ${percent((below + above) / trips)} perjalanan penumpang ojek di luar koridor tarif`;
    if (!most || below + above === 0) return `${outside}.`;
    const sides = `${percent(below / trips)} di bawah batas, ${percent(above / trips)} di atas`;
    return `${outside} (${sides}), terbanyak di ${districtName(city, most.district)}.`;
  });

const monthAsked = ({ bulan }: AskedCity['query'], now: string): string =>
  bulan !== undefined && /^20\d{2}-(0[1-9]|1[0-2])$/.test(bulan) ? bulan : addMonths(now.slice(0, 7), -1);

/** What partners report of a month, beside each other and never added up. */
export const openPartnerFigures = async (asked: AskedCity): Promise<Opened> => {
  const { call, place, query } = asked;
  const now = today(place.code);
  const month = monthAsked(query, now);
  const [found, sought, words] = await Promise.all([
    call('GET /cities/{city}/partner-figures/{month}', { params: { city: place.code, month } }),
    call('GET /cities/{city}/sought', { params: { city: place.code } }),
    call('GET /cities/{city}/sought-words', { params: { city: place.code } }),
  ]);
  const to = (bulan: string) => dasborAddress(SLUG, place, { bulan });
  const months = Array.from({ length: LOOKED_BACK }, (_, back) => addMonths(now.slice(0, 7), -1 - back));
  const page = (
    <article>
      <h1>Data mitra {monthName(month)}</h1>
      <p>
        <a href={dasborAddress('kemitraan', place)}>Kembali ke Kemitraan</a>
      </p>
      <ViewTabs label="Bulan" at={to(month)} views={months.map((one) => ({ name: monthName(one), to: to(one) }))} />
      {found.partners.length === 0 && (
        <Notice title="Belum ada mitra" text="Tambah mitra di halaman Kemitraan, lalu minta data bulanannya." />
      )}
      <ul class="stackd">
        {sentencesOf(found, place.city, now).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="quiet">
        Angka tiap mitra berdiri sendiri dan tidak dijumlahkan: satu pengemudi bisa bekerja di beberapa perusahaan, dan
        cara menghitung tiap perusahaan berbeda.
      </p>
      <Corridor found={found} />
      {found.partners.filter(hasTables).map((partner) => (
        <section key={partner.partnerId} aria-labelledby={`mitra-${partner.partnerId}`}>
          <h2 id={`mitra-${partner.partnerId}`}>{partner.brand}</h2>
          <Fares asked={asked} found={found} partner={partner} />
          <Activity asked={asked} found={found} partner={partner} />
        </section>
      ))}
      <SoughtPart city={place.city} found={sought} />
      <OwnSoughtPart city={place.city} own={sought.own} />
      <SoughtWordsPart asked={asked} first={words} />
    </article>
  );
  return { title: 'Data mitra', page };
};
