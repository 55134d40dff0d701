import { addDays, addMonths, type Month, monthOf } from '../../../../shared/domain/basics/month.ts';
import type { FeedKindCode } from '../../../../shared/domain/partners/feeds/words.ts';
import { provinceOf } from '../../../../shared/domain/places/region.ts';
import { chanceOf } from '../chance.ts';
import { adminOf, type Scene } from '../city.ts';
import { provinceAdminOf } from '../found.ts';

export const RIDE_PERSON = { person: 'galih', name: 'Galih Saputra' };
const companies = [
  { legalName: 'PT Ojek Raya Nusantara', brand: 'Ojek Raya', kind: 'ride' },
  { legalName: 'PT Antar Cepat Indonesia', brand: 'Antar Cepat', kind: 'ride' },
] as const;
type Company = { readonly legalName: string; readonly brand: string; readonly kind: 'ride' | 'marketplace' };

const termsOf = ({ city }: Scene, { legalName, brand }: Company, start: string, end: string) => ({
  number: `1/${brand.slice(0, 3).toUpperCase()}/2026`,
  title: `Pengembangan UMKM bersama ${brand}`,
  start,
  end,
  parties: [`Wali ${city.name}`, legalName],
  data: ['Pengemudi per kecamatan', 'Tarif', 'Permintaan'],
  offices: ['Dinas Koperasi dan Perdagangan', 'Dinas Perhubungan', 'Dinas Tenaga Kerja'],
  scope: 'Pemasaran produk UMKM, pelatihan pemilik usaha, dan data bulanan kepada kota.',
  obligations: [
    { text: 'Melatih 40 pemilik usaha memakai aplikasi', owner: 'partner', dueOn: addDays(start, 300) },
    { text: 'Menyediakan ruang pelatihan', owner: 'Dinas Tenaga Kerja', dueOn: addDays(end, -200) },
  ],
});

const MDS =
  'start_date,geography_id,vehicle_type,trip_count,rider_count,drivers_eligible,drivers_active,gross_fare,driver_trip_pay,commission';
/** Drivers and trips of every kecamatan; in the smallest they are too few to be told. */
const activity = ({ city }: Scene, { brand }: Company, month: Month, off = 0): string[] =>
  city.districts.map(({ code }, at) => {
    if (at === city.districts.length - 1) return `${month}-01,${code},motorcycle,-1,-1,12,-1,,,`;
    const chance = chanceOf('rides', code, brand, month);
    const [drivers, trips] = [chance.whole(60, 240), chance.whole(4_000, 22_000) + off];
    const fare = trips * chance.whole(11_000, 14_000);
    const cut = Math.round(fare * 0.18);
    return `${month}-01,${code},motorcycle,${trips},${trips},${drivers + 40},${drivers},${fare},${fare - cut},${cut}`;
  });
/** Passengers pay within the corridor, but for one kecamatan in which the first kilometres cost too much. */
const fares = ({ city }: Scene, month: Month): string[] =>
  city.districts.flatMap(({ code }, at) => [
    `${month},${code},motorcycle,passenger,3,9500,${3_000 + at * 10}`,
    `${month},${code},motorcycle,passenger,8,18000,${1_200 + at * 10}`,
    ...(at === 1 ? [`${month},${code},motorcycle,passenger,3,12500,900`] : []),
    `${month},${code},motorcycle,food,4,11000,${2_000 + at * 10}`,
  ]);
const looked = [
  ['culinary', 'nasi pecel', 12],
  ['culinary', 'es campur', 14],
  ['souvenirs', 'keripik tempe', 16],
  ['batik', 'batik cap', 10],
] as const;
const demand = ({ city }: Scene, month: Month): string[] =>
  city.districts.flatMap(({ code }) =>
    looked.map(([category, term, hour], at) => {
      const asked = chanceOf('looked', code, term, month).whole(10, 400);
      return `${month},${code},${category},${term},${hour},${asked},${at % 2 === 0 ? Math.floor(asked / 3) : 0}`;
    }),
  );
const titles = {
  fares: 'bulan,kecamatan,kendaraan,layanan,jarak,tarif,perjalanan',
  demand: 'bulan,kecamatan,kategori,kata,jam,permintaan,tidak_ada',
  activity: MDS,
};

type Correction = { readonly revision: number; readonly reason: string };
/** A month of one kind, as an officer uploads the file that came by mail. */
const report = async (
  { market, plan }: Scene,
  at: string,
  partnerId: string,
  { kind, month, lines }: { readonly kind: FeedKindCode; readonly month: Month; readonly lines: readonly string[] },
  correction?: Correction,
): Promise<void> => {
  const params = { partnerId };
  const bytes = new TextEncoder().encode(`${[titles[kind], ...lines].join('\n')}\n`);
  const sent = { params, bytes, type: 'text/csv' };
  const { partId } = await market.ask('POST /partners/{partnerId}/feed-parts', adminOf(plan), at, sent);
  const body = { city: plan.cityCode, kind, month, parts: [partId], ...(correction ?? { revision: 1 }) };
  await market.ask('POST /partners/{partnerId}/feeds', adminOf(plan), at, { params, body });
};

/** So many owners say how easy the first company's app is. */
const ASKED = 12;
const asksOwners = async ({ market, shops }: Scene, at: string, partnerId: string): Promise<void> => {
  for (const { merchantId, owner } of shops.filter(({ open }) => open).slice(0, ASKED)) {
    const chance = chanceOf('usability', merchantId);
    const answers = Array.from({ length: 10 }, (_, nth) => (nth % 2 === 0 ? chance.whole(3, 5) : chance.whole(1, 3)));
    const asked = { params: { merchantId }, body: { partnerId, answers } };
    await market.ask('POST /merchants/{merchantId}/usability', owner, at, asked);
  }
};

/** What a province agrees on for its cities, which read it and do not change it. */
const agreesForProvince = async (scene: Scene, at: string, start: string): Promise<void> => {
  const { market, plan } = scene;
  const province = provinceOf(plan.cityCode);
  const company = { legalName: 'PT Jelajah Rasa Nusantara', brand: 'Jelajah Rasa', kind: 'marketplace' as const };
  const admin = provinceAdminOf(province);
  const { partnerId } = await market.ask('POST /provinces/{province}/partners', admin, at, {
    params: { province },
    body: { ...company, cities: [plan.cityCode] },
    key: `partner/${province}`,
  });
  const terms = {
    ...termsOf(scene, company, start, addDays(start, 700)),
    title: 'Produk unggulan Lampung: kuliner dan oleh-oleh',
    parties: ['Gubernur Lampung', company.legalName],
    data: ['Permintaan per kategori dan kecamatan'],
    scope: 'Memasarkan kuliner dan oleh-oleh, dan memakai sentra sebagai tempat ambil pesanan.',
  };
  await market.ask('POST /partners/{partnerId}/agreements', admin, at, {
    params: { partnerId },
    body: terms,
    key: `agreement/${partnerId}`,
  });
};

/** Two ride companies with agreements: months in time, late and corrected, and fares beyond the corridor in one kecamatan. */
export const tellPartners = (scene: Scene): void => {
  const { market, plan, city, span, agenda } = scene;
  const [admin, last] = [adminOf(plan), addMonths(monthOf(span.until, city.zone), -1)];
  const before = addMonths(last, -1);
  // A market that is younger than their first month has none yet.
  if (before < span.first) return;
  const on = (day: string, name: string, run: (at: string) => Promise<void>): void =>
    agenda.add(`partners/${name}`, day, 11 * 60, `city/${plan.cityCode}`, run);
  const ids = new Map<Company, string>();
  const idOf = (company: Company): string => ids.get(company) ?? '';
  on(`${before}-20`, 'agreed', async (at) => {
    for (const company of companies) {
      const added = {
        params: { city: plan.cityCode },
        body: company,
        key: `partner/${plan.cityCode}/${company.brand.replace(' ', '-')}`,
      };
      const { partnerId } = await market.ask('POST /cities/{city}/partners', admin, at, added);
      ids.set(company, partnerId);
      const body = termsOf(scene, company, addDays(`${before}-20`, -280), addDays(`${before}-20`, 450));
      const entered = { params: { partnerId }, body, key: `agreement/${partnerId}` };
      await market.ask('POST /partners/{partnerId}/agreements', admin, at, entered);
    }
    if (plan.slug !== 'malang') return;
    const scope = `partner:${idOf(companies[0])}`;
    const { person } = RIDE_PERSON;
    const seat = { params: { scope, person }, body: { role: 'partner' as const } };
    await market.ask('PUT /scopes/{scope}/members/{person}', admin, at, seat);
    await market.ask('POST /me/invitations/{scope}/accept', person, at, { params: { scope } });
  });
  if (plan.slug === 'bandar-lampung')
    on(`${before}-22`, 'province', (at) => agreesForProvince(scene, at, addDays(`${before}-22`, -60)));
  if (plan.slug === 'malang') on(`${before}-25`, 'asks', (at) => asksOwners(scene, at, idOf(companies[0])));
  on(`${last}-12`, 'first', (at) =>
    report(scene, at, idOf(companies[0]), {
      kind: 'activity',
      month: before,
      lines: activity(scene, companies[0], before, 300),
    }),
  );
  on(`${last}-24`, 'late', async (at) => {
    const right = { kind: 'activity' as const, month: before };
    await report(
      scene,
      at,
      idOf(companies[0]),
      { ...right, lines: activity(scene, companies[0], before) },
      {
        revision: 2,
        reason: 'Perjalanan batal ikut terhitung',
      },
    );
    await report(scene, at, idOf(companies[1]), { ...right, lines: activity(scene, companies[1], before) });
  });
  on(`${addMonths(last, 1)}-04`, 'newest', async (at) => {
    await report(scene, at, idOf(companies[0]), { kind: 'fares', month: last, lines: fares(scene, last) });
    await report(scene, at, idOf(companies[0]), { kind: 'demand', month: last, lines: demand(scene, last) });
    await report(scene, at, idOf(companies[1]), {
      kind: 'activity',
      month: last,
      lines: activity(scene, companies[1], last),
    });
  });
};
