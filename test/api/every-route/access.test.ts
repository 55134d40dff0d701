import { createHash } from 'node:crypto';
import jpeg from 'jpeg-js';
import { beforeAll, describe, expect, test } from 'vitest';
import { mergeCountry, mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { tellPeople } from '../../../functions/notices/tell-people.ts';
import { simulatedKeys } from '../../../infra/local/courier/keys.ts';
import { courierSimulator } from '../../../infra/local/courier/simulator.ts';
import { noticeOf, type SimulatedJob } from '../../../infra/local/courier/wire.ts';
import type { Kind, Route } from '../../../shared/contract/route/route.ts';
import { contexts, contract, type Key, routeKeys, routeOf } from '../../../shared/contract.ts';
import { addDays, addMonths, DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { noticeIdOf } from '../../../shared/domain/notices/next-notice.ts';
import type { Role } from '../../../shared/domain/people/caller.ts';
import type { NewVisitRecord } from '../../../shared/domain/visits/visit-record.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import { appliesAt, bankOf, type SeatedBank, schemeOf, seatsBank } from '../../banks.ts';
import { joins, lists, newNip, proofOf, receiptPhoto } from '../../civil-servants.ts';
import { closeCity } from '../../close-city.ts';
import { freshTable, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { asksQuestion } from '../../integrity-question.ts';
import { type Answer, marketOf, type Office, type Shop, townOf } from '../../market.ts';
import { hearRights } from '../../rights-used.ts';
import { isWrite, putItems, tampered } from '../../table/clients.ts';
import { visited } from '../../visited.ts';

/*
 * Every route of the contract, asked by every kind of people, each in the right place and each in another. What a route's
 * `who` says is what happens: the list of people and the list of routes both come from the code, so neither can be
 * forgotten. A route without an entry in `asks` fails.
 */

const OURS = '35.73';
const THEIRS = '35.78';
const ABROAD = '18.71';
const MONTH = '2026-10';
/** Written into everything foreign: it must show in no refusal. */
const SECRET = 'RAHASIA';
const account = { bank: '014', number: '0011223344', holder: 'Sri' } as const;

const rights = hearRights();

type Scene = Awaited<ReturnType<typeof scene>>;
type Ask = {
  params?: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
  rawBody?: string;
  headers?: Record<string, string>;
};

const picture = Buffer.from(
  jpeg.encode({ data: Buffer.alloc(64 * 64 * 4, 127), width: 64, height: 64 }, 50).data,
).toString('latin1');

/** Our city with a shop and an office, and another city, shop and office beside each. */
const scene = async () => {
  const clock = testClock('2026-10-01T09:00:00.000+07:00');
  // Counted as they go by: to look through all that was sent, or all there is, after every request would take as long as the walk.
  let [written, recorded] = [0, 0];
  const table = tampered(await freshTable(), {
    before: (sent) => {
      if (isWrite(sent)) written += 1;
    },
    after: (sent) => {
      recorded += putItems(sent).filter((item) => fromItem(item)['type'] === 'AuditEntry').length;
    },
  });
  const simulator = courierSimulator(clock.now);
  const world = await testWorld({ now: clock.now, table, couriers: simulator.couriers });
  const town = await townOf(world);
  for (const city of [OURS, THEIRS, ABROAD]) await town.founds(city);
  const { seats } = town;
  for (const city of [OURS, THEIRS]) await seats(`city:${city}`, `inspectorate-${city}`, 'inspectorate');
  for (const city of [OURS, THEIRS]) await seats(`city:${city}`, `mentor-${city}`, 'mentor');
  for (const city of [OURS, THEIRS])
    await seats(`district:${city}.02`, `officer-${city}`, 'district-officer', town.adminOf(city));
  for (const city of [OURS, THEIRS]) await seats(`city:${city}`, `field-${city}`, 'field-officer');
  for (const province of ['35', '18'])
    await seats(`province:${province}`, `province-admin-${province}`, 'province-admin');

  clock.set('2026-10-05T09:00:00.000+07:00');
  const shops: Shop[] = [
    await town.opens(OURS, { name: `Dapur ${SECRET}`, account: { ...account, holder: `Sri ${SECRET}` } }, 'owner'),
    await town.opens(OURS, {}, 'owner-elsewhere'),
  ];
  clock.set('2026-11-10T09:00:00.000+07:00');
  for (const [place, shop] of shops.entries())
    await seats(`merchant:${shop.merchantId}`, ['staff', 'staff-elsewhere'][place] as string, 'staff', shop.owner);
  const offices: Office[] = [await town.seatsOffice(OURS), await town.seatsOffice(OURS)];
  const partnerOf = async (city: string, person: string) => {
    const body = { legalName: `PT ${SECRET} Angkutan`, brand: `Ojek ${SECRET}`, kind: 'ride' } as const;
    const { partnerId } = await town.as(town.adminOf(city))('POST /cities/{city}/partners', { params: { city }, body });
    await seats(`partner:${partnerId}`, person, 'partner', town.adminOf(city));
    return partnerId;
  };
  const partnerId = await partnerOf(OURS, 'partner');
  await partnerOf(THEIRS, 'partner-elsewhere');
  const banks: SeatedBank[] = [
    await seatsBank(town, OURS, { schemes: [schemeOf(), schemeOf()] }),
    await seatsBank(town, OURS),
  ];
  const files = memoryFiles();
  const close = { month: MONTH, phase: 'final', takenAt: '2026-11-11T00:00:00.000Z' } as const;
  await closeCity(world, files, OURS, close);
  await mergeProvince(world, files, '35', close);
  await mergeCountry(world, files, close);
  const [shop, office, bank] = [shops[0] as Shop, offices[0] as Office, banks[0] as SeatedBank];
  const people: { kind: Kind | 'nobody'; person: string | undefined; elsewhere?: true }[] = [
    { kind: 'nobody', person: undefined },
    { kind: 'signed-in', person: 'a-stranger' },
    { kind: 'owner', person: shop.owner },
    { kind: 'staff', person: 'staff' },
    { kind: 'buyer', person: office.buyer },
    { kind: 'approver', person: office.approver },
    { kind: 'treasurer', person: office.treasurer },
    { kind: 'city-admin', person: town.adminOf(OURS) },
    { kind: 'inspectorate', person: `inspectorate-${OURS}` },
    { kind: 'mentor', person: `mentor-${OURS}` },
    { kind: 'district-officer', person: `officer-${OURS}` },
    { kind: 'bank-officer', person: bank.officer },
    { kind: 'field-officer', person: `field-${OURS}` },
    { kind: 'province-admin', person: 'province-admin-35' },
    { kind: 'partner', person: 'partner' },
    { kind: 'operator', person: 'operator' },
    { kind: 'owner', person: 'owner-elsewhere', elsewhere: true },
    { kind: 'staff', person: 'staff-elsewhere', elsewhere: true },
    { kind: 'buyer', person: offices[1]?.buyer, elsewhere: true },
    { kind: 'approver', person: offices[1]?.approver, elsewhere: true },
    { kind: 'treasurer', person: offices[1]?.treasurer, elsewhere: true },
    { kind: 'city-admin', person: town.adminOf(THEIRS), elsewhere: true },
    { kind: 'inspectorate', person: `inspectorate-${THEIRS}`, elsewhere: true },
    { kind: 'mentor', person: `mentor-${THEIRS}`, elsewhere: true },
    { kind: 'district-officer', person: `officer-${THEIRS}`, elsewhere: true },
    { kind: 'bank-officer', person: banks[1]?.officer, elsewhere: true },
    { kind: 'field-officer', person: `field-${THEIRS}`, elsewhere: true },
    { kind: 'province-admin', person: 'province-admin-18', elsewhere: true },
    { kind: 'partner', person: 'partner-elsewhere', elsewhere: true },
  ];
  const product = await town.offers(shop, { name: `Nasi ${SECRET}`, amount: 1_000_000 });
  const writes = () => written;
  const entries = () => recorded;
  const bureau = 'Badan Perencanaan';
  const asked = { params: { city: OURS }, body: { name: bureau, address: 'Jl. Veteran 1' } };
  await town.as(town.adminOf(OURS))('POST /cities/{city}/agencies', asked);
  return { clock, world, simulator, town, shop, office, bank, people, product, writes, entries, bureau, partnerId };
};

const ofShop = ({ shop }: Scene) => ({ merchantId: shop.merchantId });
const ofOffice = ({ office }: Scene) => ({ agencyId: office.agencyId });
const applied = async ({ town }: Scene) => ({
  merchantId: (await town.applies(OURS, { name: `Usaha ${SECRET}` })).merchantId,
});
const verified = async ({ town }: Scene) => ({
  merchantId: (await town.opens(OURS, { name: `Usaha ${SECRET}` })).merchantId,
});
const another = async ({ town, shop }: Scene) => {
  const { merchantId } = await town.opens(OURS, { name: `Cabang ${SECRET}`, another: true }, shop.owner);
  return { merchantId };
};
const proposing = async ({ town }: Scene) => {
  const { merchantId, owner } = await town.opens(OURS, { name: `Usaha ${SECRET}` });
  await town.as(owner)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: { name: 'Usaha Baru' } });
  return { merchantId };
};
/** What a shop of ours applies for at our bank. */
const capitalBody = ({ bank: { bankId, schemeId } }: Scene) => ({
  bankId,
  schemeId,
  amountRupiah: 20_000_000,
  note: SECRET,
  phone: '081234567890',
  consent: { months: 6, days: 30, repeated: true },
});
const lastSchemeOf = (bank: SeatedBank): SeatedBank => {
  const { schemeIds, ...of } = bank;
  return { ...of, schemeIds, schemeId: schemeIds.at(-1) ?? '' };
};
/** An application that stays, of another shop, and one of ours to be taken back. */
const kept = new Map<'stays' | 'ours', Promise<{ applicationId: string }>>();
const wishes = async ({ town, shop, bank }: Scene, which: 'stays' | 'ours' = 'stays') => {
  const of = async () => (which === 'ours' ? shop : town.opens(OURS, { name: `Modal ${SECRET}` }));
  const one =
    kept.get(which) ??
    of().then((applicant) => appliesAt(town, applicant, which === 'ours' ? lastSchemeOf(bank) : bank));
  kept.set(which, one);
  return { bankId: bank.bankId, applicationId: (await one).applicationId };
};
/** A receipt that a civil servant of ours showed the city. */
const proven = async ({ town, bureau }: Scene) => {
  const person = town.somebody('asn');
  await joins(town, OURS, person, bureau);
  const { proofId } = await town.as(person)('POST /me/purchase-proofs', { body: await proofOf(town, person) });
  return { proofId };
};
/** A city's list of one shop that was on none before. */
const listOf = ({ town }: Scene): string => {
  const at = (town.somebody('warung').split('-')[1] ?? '').padStart(4, '0');
  const place = 'Kecamatan 02;Kelurahan 1001;Jl. Ijen';
  return `USAHA;PEMILIK;NIK;HP;KECAMATAN;KELURAHAN;ALAMAT;KATEGORI\nWarung ${SECRET} ${at};Ani;357302450885${at};0813${at}0000;${place};Jasa\n`;
};
const entered = async (s: Scene) => {
  const params = { city: OURS };
  const rawBody = listOf(s);
  const asked = { params, query: { mode: 'all' }, rawBody, headers: { 'content-type': 'text/csv' } };
  const admin = s.town.adminOf(OURS);
  await s.town.ask('POST /cities/{city}/register/import', admin, asked);
  const q = /(\d{4});Ani/.exec(rawBody)?.[1] ?? '';
  const { items } = await s.town.as(admin)('GET /cities/{city}/register', { params, query: { q } });
  return { merchantId: items[0]?.merchantId ?? '' };
};
/** Whom the helper of a shop called in as its owner. */
const calledIn = async ({ town }: Scene) => {
  const { merchantId, owner } = await town.opens(OURS, { name: `Usaha ${SECRET}`, helperName: 'Rina' });
  const person = `pemilik-${merchantId}`;
  await town.seats(`merchant:${merchantId}`, person, 'owner', owner);
  return { merchantId, person };
};
/** Goods of a shop in which nobody else of the scene works. */
const strangeGoods = async ({ town }: Scene) => {
  const shop = await town.opens(OURS, { name: `Usaha ${SECRET}` });
  const { productId } = await town.offers(shop);
  return { merchantId: shop.merchantId, productId };
};
/** A plan of one purchase that was in none before: by its code, and by a word of letters alone. */
const planOf = ({ town }: Scene) => {
  const rupCode = (town.somebody('paket').split('-')[1] ?? '').padStart(4, '0');
  const word = [...rupCode].map((digit) => 'abcdefghij'[Number(digit)]).join('');
  const rawBody = `KD_RUP;NAMA_PAKET;PAGU;BULAN\n${rupCode};Rapat ${word};12000000;2026-12-01\n`;
  return { rupCode, asked: { query: { mode: 'all' }, rawBody, headers: { 'content-type': 'text/csv' } } };
};
const planned = async (s: Scene) => {
  const { rupCode, asked } = planOf(s);
  const params = { ...ofOffice(s), year: '2026' };
  await s.town.ask('POST /agencies/{agencyId}/plan/{year}/import', s.office.approver, { params, ...asked });
  return { city: OURS, ...params, rupCode };
};
const told = { category: 'licence', text: `Izin saya belum keluar, ${SECRET}.`, secret: true };
const complained = async ({ town }: Scene) =>
  town.as()('POST /cities/{city}/complaints', { params: { city: OURS }, body: told as never });
/** A complaint that anybody may read. */
const openTold = async ({ town }: Scene) => {
  const body = { ...told, text: 'Lampu pasar mati.', secret: false } as never;
  const { number } = await town.as()('POST /cities/{city}/complaints', { params: { city: OURS }, body });
  return { number };
};
/** A complaint that our office was given. */
const given = async (s: Scene) => {
  const { number } = await complained(s);
  const body = { decision: 'assign', ...ofOffice(s) } as const;
  await s.town.as(s.town.adminOf(OURS))('POST /complaints/{number}/verify', { params: { number }, body });
  return { number };
};
const terms = {
  number: '1/MOU/2026',
  title: `Kerja sama ${SECRET}`,
  scope: 'Pemasaran dan data.',
  parties: ['Wali Kota', `PT ${SECRET}`],
  offices: ['Dinas Koperasi'],
  data: ['Pengemudi per kecamatan'],
  start: '2026-01-01',
  end: '2027-12-31',
  obligations: [{ text: 'Pelatihan', owner: 'partner', dueOn: '2026-12-01' }],
};
/** An agreement with our partner, and the one thing it owes. */
/** Where drivers answer in this quarter. */
const linkOf = async ({ town, partnerId }: Scene) => {
  const admin = town.as(town.adminOf(OURS));
  const { link } = await admin('GET /partners/{partnerId}/usability', { params: { partnerId } });
  return { partnerId, mark: /uso_[0-9a-z]+/.exec(link ?? '')?.[0] ?? '' };
};
const agreed = async ({ town, partnerId }: Scene) => {
  const asked = { params: { partnerId }, body: terms };
  const { agreementId, obligations } = await town.as(town.adminOf(OURS))(
    'POST /partners/{partnerId}/agreements',
    asked,
  );
  return { of: { partnerId, agreementId }, obligationId: obligations[0]?.obligationId ?? '' };
};
type Documented = { documents: { documentId: string }[] };
const paper = { query: { name: 'Naskah' }, rawBody: '%PDF-1.7 naskah', headers: { 'content-type': 'application/pdf' } };
/** An order of our office on its way with the shop's own courier. */
const sentOwn = async (s: Scene) => {
  const params = await order(s, 'accepted');
  await s.town.as(s.shop.owner)('POST /orders/{orderId}/deliveries', { params, body: { by: 'own' } });
  return { ...params, attempt: '1' };
};
const keysOf = ({ town, shop }: Scene) =>
  town.as(shop.owner)('PUT /merchants/{merchantId}/courier-partners/{partner}', {
    params: { merchantId: shop.merchantId, partner: 'grab' },
    body: simulatedKeys(shop.merchantId, 'grab'),
  });
/** One that its buyer got by the code at the door. */
const broughtOwn = async (s: Scene) => {
  const params = await sentOwn(s);
  const say = (body: object) =>
    s.town.as(s.shop.owner)('POST /orders/{orderId}/deliveries/{attempt}/say', { params, body } as never);
  await say({ state: 'in-transit' });
  const { pin } = await s.town.as(s.office.buyer)('GET /orders/{orderId}/deliveries', { params });
  await say({ state: 'delivered', proof: { kind: 'pin', pin } });
  return params;
};
/** A partner's word on a job of ours. */
const courierNotice = async (s: Scene) => {
  await keysOf(s);
  const { orderId } = await order(s, 'accepted');
  const as = s.town.as(s.shop.owner);
  const asked = { params: { orderId, partner: 'grab' as const } };
  const { quote } = await as('GET /orders/{orderId}/delivery-quotes/{partner}', asked);
  await as('POST /orders/{orderId}/deliveries', { params: { orderId }, body: { by: 'grab', quote } });
  const { headers, body } = noticeOf(s.simulator.jobs().at(-1) as SimulatedJob, 'PENDING_PICKUP', s.clock.now());
  return { params: { ...ofShop(s), partner: 'grab' }, headers, rawBody: body };
};
/** A centre of ours with a market day whose stalls are still asked for, or can be given. */
const market = async ({ town, clock }: Scene, which: 'asking' | 'to-draw' = 'asking') => {
  const admin = town.as(town.adminOf(OURS));
  const [slug, day] = [`sentra-${town.somebody('sentra').replace(/\D/g, '')}`, '2026-11-20'];
  const params = { city: OURS, slug };
  await admin('PUT /cities/{city}/centres/{slug}', { params, body: centre });
  const now = clock.now();
  const applyUntil = which === 'asking' ? '2026-11-15' : addDays(now.slice(0, 10), -1);
  const body = { name: 'Pasar', opensAt: '08:00', closesAt: '14:00', stalls: 2, applyUntil };
  // Announced while it could still be asked for.
  if (which === 'to-draw') clock.set(later(now, -2 * DAY_MS));
  await admin('PUT /cities/{city}/centres/{slug}/days/{day}', { params: { ...params, day }, body });
  clock.set(now);
  return { ...params, day };
};
const centre = {
  name: 'Sentra Ijen',
  description: `Sentra ${SECRET}`,
  address: 'Jl. Ijen 1',
  district: `${OURS}.02`,
  schedules: [{ byDay: ['MO' as const], opensAt: '08:00', closesAt: '17:00' }],
  stalls: 10,
  rentRupiah: 0,
  rules: [],
  pickUp: true,
};
const meeting = (day: string) => ({ day, from: '08:00', to: '11:00', place: 'Balai Kota' });
const plan = {
  kind: 'training' as const,
  title: `Foto ${SECRET}`,
  about: 'Memotret dengan HP.',
  mentor: `mentor-${OURS}`,
  seats: 3,
  mentorName: 'Wira',
  enrolUntil: '2026-11-09',
  sessions: [meeting('2026-11-10'), meeting('2026-12-10')],
} as const;
const announced = (s: Scene, enrolUntil = '2026-11-28', sessions = [meeting('2026-12-01')]) =>
  s.town.as(s.town.adminOf(OURS))('POST /cities/{city}/series', {
    params: { city: OURS },
    body: { ...plan, title: 'Foto produk', enrolUntil, sessions },
  });
/** A series as it was announced a week ago: our shop was in the queue, and the first meeting has begun. */
const queued = async (s: Scene) => {
  const now = s.clock.now();
  s.clock.set('2026-11-03T09:00:00.000+07:00');
  const { seriesId } = await announced(s, plan.enrolUntil, plan.sessions.slice());
  const asked = { params: { seriesId }, body: ofShop(s) };
  await s.town.as(s.shop.owner)('POST /series/{seriesId}/enrolments', asked);
  s.clock.set(now);
  return { seriesId, ...ofShop(s) };
};
const seatedIn = async (s: Scene) => {
  const params = await queued(s);
  await s.town.as(s.town.adminOf(OURS))('POST /series/{seriesId}/draw', { params });
  return params;
};
/** A key of our partner's program, which lives as long as nobody asks for two more. */
const keyed = async ({ town, partnerId: ours }: Scene) => {
  const admin = town.as(town.adminOf(OURS));
  const params = { partnerId: ours };
  for (const { keyId, live } of (await admin('GET /partners/{partnerId}/keys', { params })).keys)
    if (live) await admin('POST /partners/{partnerId}/keys/{keyId}/revoke', { params: { ...params, keyId } });
  const { token, keys } = await admin('POST /partners/{partnerId}/keys', { params, body: { name: 'Laporan' } });
  return { headers: { authorization: `Bearer ${token}` }, keyId: keys.at(-1)?.keyId ?? '' };
};
const activity = (month: string) => ({
  rawBody: `bulan;kecamatan;kendaraan;perjalanan;pengemudi_aktif\n${month};${OURS}.02;motor;900;50\n`,
  headers: { 'content-type': 'text/csv' },
});
let reported = 0;
/** A month that was reported by nobody yet, with its part sent. */
const feedOf = async ({ town, partnerId: ours }: Scene) => {
  const month = addMonths('2026-10', -reported);
  reported += 1;
  const key = 'POST /partners/{partnerId}/feed-parts';
  const sent = await town.ask(key, 'partner', { params: { partnerId: ours }, ...activity(month) });
  const parts = [(sent.body as unknown as { partId: string }).partId];
  return { city: OURS, kind: 'activity', month, revision: 1, parts };
};
/** Our shop came to the one meeting there was, and holds what says so. */
const certified = async (s: Scene) => {
  const now = s.clock.now();
  s.clock.set('2026-11-03T09:00:00.000+07:00');
  const { seriesId } = await announced(s, '2026-11-04', [meeting('2026-11-09')]);
  const [admin, params] = [s.town.as(s.town.adminOf(OURS)), { seriesId }];
  await s.town.as(s.shop.owner)('POST /series/{seriesId}/enrolments', { params, body: ofShop(s) });
  s.clock.set(now);
  await admin('POST /series/{seriesId}/draw', { params });
  const { items } = await admin('GET /series/{seriesId}/enrolments', { params });
  const body = { session: 1, code: items[0]?.codes[0] ?? '', at: now };
  await admin('POST /series/{seriesId}/attendance', { params, body });
  return params;
};
const certificateOf = async (s: Scene) => {
  const [admin, params] = [s.town.as(s.town.adminOf(OURS)), await certified(s)];
  await admin('POST /series/{seriesId}/certificates', { params });
  const { items } = await admin('GET /series/{seriesId}/enrolments', { params });
  return { code: items[0]?.certificate ?? '' };
};
const reason = { reason: 'Alasan yang jelas' };
/** Whoever may look after a shop takes it for themselves. */
const officerOf = ({ town }: Scene, { person }: { person: string | undefined }) => ({
  officer: person === `officer-${OURS}` ? person : town.adminOf(OURS),
  officerName: 'Bu Retno',
});
/** Nobody is sent to all shops on one day. */
let daysOfVisits = 0;
const dayOfVisit = (): string => addDays('2026-11-12', daysOfVisits++ % 40);
/** A visit to a shop that had none, for somebody of ours who goes there; for others, its city's admin goes. */
const visitOf = async (s: Scene, { person }: { person: string | undefined }, more: Partial<NewVisitRecord> = {}) => {
  const { town } = s;
  const goes = [`officer-${OURS}`, `field-${OURS}`].find((one) => one === person) ?? town.adminOf(OURS);
  const body = { ...(await verified(s)), day: dayOfVisit(), visitor: goes, visitorName: `Pak ${SECRET}` };
  const { visitId } = await town.as(town.adminOf(OURS))('POST /cities/{city}/visits', { params: { city: OURS }, body });
  const record = { ...visited, ...more };
  return { params: { visitId }, body: record, headers: { 'idempotency-key': `catatan-${visitId}` }, goes };
};
/** A story of our shop that waits for its owner; its version. */
let storiesOfOurs = 0;
const storyOf = async (s: Scene): Promise<number> => {
  const admin = s.town.adminOf(OURS);
  const { merchantId } = s.shop;
  const day = addDays('2026-12-12', storiesOfOurs++);
  const body = { merchantId, day, visitor: admin, visitorName: 'Bu Retno' };
  const { visitId } = await s.town.as(admin)('POST /cities/{city}/visits', { params: { city: OURS }, body });
  const record = { ...visited, story: `Cerita ke-${storiesOfOurs}, ${SECRET}.` };
  const asked = { params: { visitId }, body: record, headers: { 'idempotency-key': `cerita-${visitId}` } };
  await s.town.as(admin)('POST /visits/{visitId}/record', asked);
  return (await s.town.as(admin)('GET /merchants/{merchantId}/story', { params: { merchantId } })).version;
};
const photographed = async (s: Scene, who: { person: string | undefined }) => {
  const hash = createHash('sha256').update(picture, 'latin1').digest('hex');
  const { goes, ...asked } = await visitOf(s, who, { photos: [hash] });
  await s.town.as(goes)('POST /visits/{visitId}/record', asked);
  const params = { ...asked.params, hash };
  return { params, rawBody: picture, headers: { 'content-type': 'image/jpeg' } };
};

/** One shop is visited once a day. */
let visitsOfOurs = 0;
/** A need of our shop that our office was given, and one of a shop of its own. */
const needOf = async (s: Scene, { done = false, ours = false } = {}) => {
  const { town, office } = s;
  const admin = town.adminOf(OURS);
  const shop = ours ? { merchantId: s.shop.merchantId } : await verified(s);
  const day = ours ? addDays('2026-11-12', visitsOfOurs++) : dayOfVisit();
  const body = { ...shop, day, visitor: admin, visitorName: 'Bu Retno' };
  const { visitId } = await town.as(admin)('POST /cities/{city}/visits', { params: { city: OURS }, body });
  const record = { ...visited, needs: [{ kind: 'photos' as const, text: `Foto ${SECRET}` }] };
  const asked = { params: { visitId }, body: record, headers: { 'idempotency-key': `kebutuhan-${visitId}` } };
  await town.as(admin)('POST /visits/{visitId}/record', asked);
  const { tasks } = await town.as(admin)('GET /visits/{visitId}', { params: { visitId } });
  const params = { ...shop, taskId: tasks.find((one) => one.visitId === visitId)?.taskId ?? '' };
  const given = { agencyId: office.agencyId, dueOn: '2026-12-01' };
  await town.as(admin)('POST /merchants/{merchantId}/tasks/{taskId}/assign', { params, body: given });
  if (done)
    await town.as(admin)('POST /merchants/{merchantId}/tasks/{taskId}/done', {
      params,
      body: { text: 'Sudah difoto.' },
    });
  return params;
};

/** An order of our office about which its buyer is asked: its contact is the shop's phone. */
const asked = async (s: Scene) => {
  const { town, office, product } = s;
  const { phone } = await town.as(s.shop.owner)('GET /merchants/{merchantId}/file', { params: ofShop(s) });
  const contact = { name: `Ani ${SECRET}`, phone };
  const { orderId } = await town.orders(office, product, 2, { contact });
  return { orderId };
};

/** An order of our office (a personal one cannot be seen from an office) in the state asked for. */
const order = async (s: Scene, state: 'waiting' | 'placed' | 'accepted' | 'delivered' | 'disputed') => {
  const { town, office, shop } = s;
  const placed = await town.orders(office, s.product, 2, {
    contact: { name: `Ani ${SECRET}`, phone: '081234567890' },
  });
  const { orderId } = placed;
  if (state !== 'waiting') await town.moves(office.approver, 'approve', placed);
  if (state !== 'waiting' && state !== 'placed') await town.moves(shop.owner, 'accept', placed);
  if (state === 'delivered' || state === 'disputed') await town.moves(shop.owner, 'deliver', placed);
  if (state === 'disputed') await town.moves(office.buyer, 'dispute', placed);
  return { orderId };
};
/** A provider tells a shop of money for an order that nobody knows. */
const noticeOfMoney = async (s: Scene, reference = 'x') => {
  const params = { ...ofShop(s), provider: 'xendit' as const };
  const body = { callbackToken: 'rahasia-xendit' };
  await s.town.as(s.shop.owner)('PUT /merchants/{merchantId}/payment-providers/{provider}', { params, body });
  const data = { payment_id: 'py', reference_id: reference, request_amount: 1, currency: 'IDR' };
  return {
    params,
    rawBody: JSON.stringify({ event: 'payment.capture', data: { ...data, status: 'SUCCEEDED' } }),
    headers: { 'content-type': 'application/json', 'x-callback-token': 'rahasia-xendit' },
  };
};

/** An office's payment: due after the handover, recorded by the treasurer, or owed back and returned in part. */
const paymentIn = async (s: Scene, state: 'due' | 'recorded' | 'owed' | 'returned'): Promise<Ask> => {
  const { town, office, shop } = s;
  const params = await order(s, 'delivered');
  const lines = [{ productId: s.product.productId, quantity: 1 }];
  const part = state === 'owed' || state === 'returned';
  await town.receives(office.treasurer, params, { receivedBy: 'Tuti', ...(part ? { lines } : {}) });
  const rupiah = 2 * s.product.priceRupiah;
  const body = { kind: 'LS' as const, number: '1/SP2D/2026', on: '2026-11-10', rupiah };
  if (state === 'due') return { params, body };
  await town.as(office.treasurer)('POST /orders/{orderId}/payment/record', { params, body });
  if (part) await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', { params, body: { rupiah } });
  if (state === 'returned')
    await town.as(shop.owner)('POST /orders/{orderId}/payment/give-back', { params, body: reason });
  return { params, body: { rupiah } };
};
const received = async ({ town }: Scene, person: string) => {
  // Of another owner: nobody reviews a shop of whom they own or work for.
  const shop = await town.opens(OURS, { nik: '3573024508800099' });
  const { orderId } = await town.sells(shop, await town.offers(shop), 1, person);
  return { orderId };
};
const reviewed = async (s: Scene, person: string) => {
  const params = await received(s, person);
  await s.town.as(person)('PUT /orders/{orderId}/review', { params, body: { stars: 4, text: `Enak ${SECRET}` } });
  return params;
};
/** A review of our shop by somebody who is nothing else. */
const reviewOf = async ({ town, shop, product }: Scene) => {
  const buyer = town.somebody('pengulas');
  const { orderId } = await town.sells(shop, product, 1, buyer);
  const asked = { params: { orderId }, body: { stars: 4, text: `Enak ${SECRET}` } };
  const { reviewId } = await town.as(buyer)('PUT /orders/{orderId}/review', asked);
  return { reviewId };
};
const noticed = async ({ town, world }: Scene, person: string) => {
  const shop = await town.opens(OURS, { nik: '3573024508800099' });
  const order = await town.buys(person, await town.offers(shop));
  await town.moves(shop.owner, 'accept', order);
  await hear(
    tellPeople(() => world),
    ['OrderMoved', { orderId: order.orderId }],
  );
  return noticeIdOf({ id: `order ${order.orderId}` }, { side: 'buyer' });
};
const deviceOf = (person: string) => ({
  endpoint: `https://fcm.googleapis.com/fcm/send/${person}`,
  keys: {
    p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
});
const issued = async (s: Scene) => {
  const params = { ...(await order(s, 'placed')), kind: 'surat-pesanan' as const };
  await s.town.as(s.office.buyer)('POST /orders/{orderId}/papers/{kind}', { params });
  return params;
};
/** A person's order from our shop, brought and to be paid in cash. */
const cashOrder = async ({ town, shop, product }: Scene) => {
  const body = { cod: { maxRupiah: 1_000_000, districts: [] }, qris: null, transfer: false };
  await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', { params: shop, body });
  const buyer = town.somebody('tunai');
  const { orderId } = await town.buys(buyer, product);
  await town.as(buyer)('PUT /orders/{orderId}/payment/way', { params: { orderId }, body: { way: 'cod' } });
  await town.moves(shop.owner, 'accept', { orderId });
  await town.moves(shop.owner, 'deliver', { orderId });
  return { orderId };
};
/** The same, told by the shop as not paid. */
const refusedCash = async (scene: Scene) => {
  const params = await cashOrder(scene);
  await scene.town.as(scene.shop.owner)('POST /orders/{orderId}/payment/refuse', { params, body: reason });
  return { city: OURS, ...params };
};
/** A list of our city, an appeal of our shop, a proposal for our office, and a simulation of our rule. */
const decided = async ({ town }: Scene): Promise<string> => {
  const asked = { params: { city: OURS }, query: { category: 'meeting-food' as const } };
  return (await town.as()('GET /cities/{city}/products', asked)).ranking?.decisionId ?? '';
};
/** A shop has a few objections open at once: those before are answered. */
const roomForAppeal = async (s: Scene): Promise<void> => {
  const admin = s.town.as(s.town.adminOf(OURS));
  const { items } = await s.town.as(s.shop.owner)('GET /merchants/{merchantId}/appeals', { params: ofShop(s) });
  for (const { appealId, state } of items)
    if (state === 'open')
      await admin('POST /appeals/{appealId}/answer', {
        params: { appealId },
        body: { outcome: 'explained', text: 'Sudah dijelaskan.' },
      });
};
const appealed = async (s: Scene): Promise<string> => {
  await roomForAppeal(s);
  const asked = { params: ofShop(s), body: { text: `Urutan ${SECRET} keliru` } };
  return (await s.town.as(s.shop.owner)('POST /merchants/{merchantId}/appeals', asked)).appealId;
};
const wanted = ({ office }: Scene) => ({
  agencyId: office.agencyId,
  category: 'meeting-food' as const,
  quantity: 2,
  district: `${OURS}.02`,
  deliverOn: '2026-11-12',
});
const allocated = async (s: Scene): Promise<string> => {
  const asked = { params: { city: OURS }, body: wanted(s) };
  return (await s.town.as(s.office.buyer)('POST /cities/{city}/allocations', asked)).allocationId;
};
const simulated = async ({ town }: Scene): Promise<string> => {
  const asked = { params: { city: OURS }, body: {} };
  return (await town.as(town.adminOf(OURS))('POST /cities/{city}/ranking-policy/simulations', asked)).simulationId;
};
const ceiling = {
  category: 'meeting-food',
  goods: 'snack',
  unit: 'kotak',
  ceilingRupiah: 20_000,
  validFrom: '2026-01-01',
  source: 'Perwali 1/2026',
} as const;
const entersCeiling = async (town: Scene['town']): Promise<string> => {
  const asked = { params: { city: OURS }, body: ceiling };
  return (await town.as(town.adminOf(OURS))('POST /cities/{city}/price-ceilings', asked)).ceilingId ?? '';
};
const nextFreeMonth = async ({ town }: Scene): Promise<string> => {
  const { planned } = await town.as()('GET /cities/{city}/ranking-policy', { params: { city: OURS } });
  return addMonths(planned.at(-1)?.effectiveFrom ?? '2026-11', 1);
};
const savedLine = ({ product }: Scene) => ({
  merchantId: product.merchantId,
  productId: product.productId,
  quantity: 2,
});
/** A list of who asks; nobody's list is somebody else's. */
const savedCart = async (s: Scene, { person = 'a-stranger' }: { person: string | undefined }) => {
  const { cartId } = await s.town.as(person)('POST /me/carts', { body: { name: 'Bulanan', lines: [savedLine(s)] } });
  return { cartId };
};
const address = {
  name: 'Rumah',
  recipient: 'Ani',
  phone: '0812-3456-789',
  street: `Jl. ${SECRET} 2`,
  district: `${OURS}.02`,
};
/** An address of who asks. */
const savedAddress = async (s: Scene, { person = 'a-stranger' }: { person: string | undefined }) => {
  const { addressId } = await s.town.as(person)('POST /me/addresses', { body: address });
  return { addressId };
};
const officeAddress = async ({ town, office: { agencyId, buyer } }: Scene) => {
  const { addressId } = await town.as(buyer)('POST /agencies/{agencyId}/addresses', {
    params: { agencyId },
    body: address,
  });
  return { agencyId, addressId };
};
/** The kinds of place in which somebody can be seated, and whom a route about members serves there. */
const scopes = {
  'a shop': { of: (s: Scene) => `merchant:${s.shop.merchantId}`, role: 'staff', admins: ['owner'] },
  'an office': { of: (s: Scene) => `agency:${s.office.agencyId}`, role: 'buyer', admins: ['approver', 'city-admin'] },
  'a city': {
    of: () => `city:${OURS}`,
    role: 'inspectorate',
    admins: ['city-admin', 'operator'],
    readers: ['inspectorate'],
  },
  'a district': {
    of: () => `district:${OURS}.02`,
    role: 'district-officer',
    admins: ['city-admin'],
    readers: ['inspectorate'],
  },
  'a partner': {
    of: (s: Scene) => `partner:${s.partnerId}`,
    role: 'partner',
    admins: ['city-admin'],
    readers: ['inspectorate'],
  },
  'a bank': { of: (s: Scene) => `bank:${s.bank.bankId}`, role: 'bank-officer', admins: ['city-admin'] },
  'a province': { of: () => 'province:35', role: 'province-admin', admins: ['province-admin', 'operator'] },
  'the country': { of: () => 'country', role: 'operator', admins: ['operator'] },
} as const satisfies Record<string, { of: (s: Scene) => string; role: string; admins: Kind[]; readers?: Kind[] }>;

/** How to ask each route about ours, made anew for every person, so that no answer depends on the one before. */
const asks: Record<string, (s: Scene, who: { person: string | undefined }) => Promise<Ask> | Ask> = {
  'GET /cities': () => ({}),
  'GET /cities/{city}': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/districts/{district}': () => ({ params: { city: OURS, district: `${OURS}.02` } }),
  'PUT /cities/{city}': ({ town }) => ({
    params: { city: OURS },
    body: {
      name: `Kota ${OURS}`,
      provinceName: 'Jawa Timur',
      zone: 'Asia/Jakarta',
      accent: '#003366',
      policies: { personMaxRupiah: 10_000_000, agencyMaxRupiah: 200_000_000 },
      districts: ['02', '03'].map((one) => ({
        code: `${OURS}.${one}`,
        name: `Kecamatan ${one}`,
        villages: [{ code: `${OURS}.${one}.1001`, name: 'Klojen' }],
      })),
    },
    ...(town ? {} : {}),
  }),
  'GET /cities/{city}/settings': () => ({ params: { city: OURS } }),
  'PATCH /cities/{city}': () => ({ params: { city: OURS }, body: { policies: { settleDays: 4 } } }),
  'GET /cities/{city}/products': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/search': () => ({ params: { city: OURS }, query: { text: 'nasi' } }),
  'GET /merchants/{merchantId}/products': (s) => ({ params: ofShop(s) }),
  'GET /me/merchants/{merchantId}/products': (s) => ({ params: ofShop(s) }),
  'GET /me/merchants/{merchantId}/products/{productId}': (s) => ({
    params: { ...ofShop(s), productId: s.product.productId },
  }),
  'POST /merchants/{merchantId}/products': (s) => ({
    params: ofShop(s),
    body: { name: 'Teh', unit: 'gelas', priceRupiah: 5_000, category: 'culinary', supply: 'stock', amount: 5 },
  }),
  'GET /merchants/{merchantId}/products/{productId}': async (s) => ({
    params: { ...ofShop(s), productId: s.product.productId },
  }),
  'PATCH /merchants/{merchantId}/products/{productId}': async (s) => ({
    params: { ...ofShop(s), productId: s.product.productId },
    body: { description: 'Pedas' },
  }),
  'PUT /merchants/{merchantId}/products/{productId}/stock': async (s) => ({
    params: { ...ofShop(s), productId: s.product.productId },
    body: { amount: 1_000_000 },
  }),
  'POST /merchants/{merchantId}/photos': (s) => ({
    params: ofShop(s),
    rawBody: picture,
    headers: { 'content-type': 'image/jpeg' },
  }),
  'POST /cities/{city}/logo': () => ({
    params: { city: OURS },
    rawBody: picture,
    headers: { 'content-type': 'image/jpeg' },
  }),
  'POST /orders/{orderId}/photos/{purpose}': async (s) => ({
    params: { ...(await order(s, 'delivered')), purpose: 'handover' },
    rawBody: picture,
    headers: { 'content-type': 'image/jpeg' },
  }),
  'GET /orders/{orderId}/photos': async (s) => {
    const params = await order(s, 'delivered');
    await s.town.pictures(s.shop.owner, params, 'handover');
    return { params };
  },
  'GET /private-photos/{token}': async (s) => {
    const params = await order(s, 'delivered');
    await s.town.pictures(s.shop.owner, params, 'handover');
    const { items } = await s.town.as(s.shop.owner)('GET /orders/{orderId}/photos', { params });
    return { params: { token: items[0]?.link.split('/').at(-1) ?? '' } };
  },
  // Of an identity of its own: an officer who applied decides about no shop of the same one.
  'POST /merchants': ({ town }) => ({
    body: town.application(OURS, { name: 'Usaha baru', nik: '3573024508800055' }),
  }),
  'GET /merchants/{merchantId}': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/file': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/account-changes': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/helper-acts': (s) => ({ params: ofShop(s) }),
  'PATCH /merchants/{merchantId}': (s) => ({ params: ofShop(s), body: { phone: '0813-2222-3333' } }),
  'POST /merchants/{merchantId}/verify': async (s) => ({ params: await applied(s) }),
  'POST /merchants/{merchantId}/return': async (s) => ({
    params: await applied(s),
    body: { reasons: [{ field: 'nik', reason: 'Buram' }] },
  }),
  'POST /merchants/{merchantId}/proposal/confirm': async (s) => ({ params: await proposing(s) }),
  'POST /merchants/{merchantId}/proposal/refuse': async (s) => ({ params: await proposing(s), body: reason }),
  // Of the shop itself: only its own owner takes a proposal back.
  'POST /merchants/{merchantId}/proposal/withdraw': async (s) => {
    const params = ofShop(s);
    await s.town.as(s.shop.owner)('PATCH /merchants/{merchantId}', { params, body: { name: 'Usaha Bernama Lain' } });
    return { params };
  },
  'POST /merchants/{merchantId}/identity': async (s) => ({
    params: await verified(s),
    body: { ownerName: 'Sri Wahyuni', ...reason },
  }),
  'POST /merchants/{merchantId}/suspend': async (s) => ({ params: await verified(s), body: reason }),
  // Another shop of the same owner: nothing more is asked of one that is closed.
  'POST /merchants/{merchantId}/close': async (s, { person }) => ({
    params: person === s.shop.owner ? await another(s) : ofShop(s),
    body: { confirm: 'TUTUP' },
  }),
  'GET /cities/{city}/merchants': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/register': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/register/sheet/{format}': () => ({ params: { city: OURS, format: 'csv' } }),
  'POST /cities/{city}/register/import': (s) => ({
    params: { city: OURS },
    query: { mode: 'all' },
    // Another shop each time: the same list again would add nothing, and be on no record.
    rawBody: listOf(s),
    headers: { 'content-type': 'text/csv' },
  }),
  'GET /merchants/{merchantId}/timeline': (s) => ({ params: ofShop(s) }),
  'GET /cities/{city}/return-reasons': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/return-reasons': () => ({
    params: { city: OURS },
    body: { reasons: [{ field: 'nik', reason: 'Buram' }] },
  }),
  'GET /cities/{city}/banned-goods': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/banned-goods': () => ({
    params: { city: OURS },
    body: { bans: [{ goods: 'kantong plastik', reason: 'Perwali 8/2021' }] },
  }),
  'POST /merchants/{merchantId}/products/{productId}/reports': async (s) => ({
    params: await strangeGoods(s),
    body: { kind: 'other' },
  }),
  'GET /cities/{city}/goods-cases': () => ({ params: { city: OURS } }),
  'GET /merchants/{merchantId}/products/{productId}/case': async (s) => ({ params: await strangeGoods(s) }),
  'POST /merchants/{merchantId}/products/{productId}/decide': async (s) => ({
    params: await strangeGoods(s),
    body: { decision: 'withdraw', ...reason },
  }),
  'GET /cities/{city}/register/import-columns': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/register/import-columns': () => ({ params: { city: OURS }, body: { name: 'Nama Dagang' } }),
  'POST /merchants/{merchantId}/owners/{person}/confirm': async (s) => ({ params: await calledIn(s) }),
  'POST /merchants/{merchantId}/claim-link': async (s) => ({ params: await entered(s) }),
  // A cart from another shop, because nobody orders from the own one: that rule has its own test.
  'POST /orders': async ({ town }) => ({
    body: town.cart([{ product: await town.offers(await town.opens(OURS)), quantity: 1 }]),
  }),
  'GET /orders/{orderId}': async (s) => ({ params: await order(s, 'placed') }),
  'POST /orders/{orderId}/approve': async (s) => ({ params: await order(s, 'waiting') }),
  'POST /orders/{orderId}/reject': async (s) => ({ params: await order(s, 'waiting'), body: reason }),
  'POST /orders/{orderId}/accept': async (s) => ({ params: await order(s, 'placed') }),
  'POST /orders/{orderId}/decline': async (s) => ({ params: await order(s, 'placed'), body: reason }),
  'POST /orders/{orderId}/deliver': async (s) => ({ params: await order(s, 'accepted') }),
  'POST /orders/{orderId}/receive': async (s) => ({
    params: await order(s, 'delivered'),
    body: { receivedBy: 'Tuti' },
  }),
  'POST /orders/{orderId}/cancel': async (s) => ({ params: await order(s, 'accepted'), body: reason }),
  'POST /orders/{orderId}/dispute': async (s) => ({ params: await order(s, 'delivered'), body: reason }),
  'POST /orders/{orderId}/reschedule': async (s) => ({
    params: await order(s, 'waiting'),
    body: { deliverOn: '2026-11-13' },
  }),
  // Ordered before anybody asks: what is bought again is the buyer's alone to see.
  'GET /orders/{orderId}/again': async (s) => ({ params: await order(s, 'placed') }),
  'GET /me/carts': () => ({}),
  'POST /me/carts': (s) => ({ body: { name: 'Bulanan', lines: [savedLine(s)] } }),
  'GET /me/carts/{cartId}': async (s, who) => ({ params: await savedCart(s, who) }),
  'DELETE /me/carts/{cartId}': async (s, who) => ({ params: await savedCart(s, who) }),
  'GET /me/addresses': () => ({}),
  'POST /me/addresses': () => ({ body: address }),
  'DELETE /me/addresses/{addressId}': async (s, who) => ({ params: await savedAddress(s, who) }),
  'GET /agencies/{agencyId}/addresses': ({ office: { agencyId } }) => ({ params: { agencyId } }),
  'POST /agencies/{agencyId}/addresses': ({ office: { agencyId } }) => ({ params: { agencyId }, body: address }),
  'DELETE /agencies/{agencyId}/addresses/{addressId}': async (s) => ({ params: await officeAddress(s) }),
  'GET /merchants/{merchantId}/delivery-terms': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/delivery-days': (s) => ({
    params: ofShop(s),
    query: { goods: `${s.product.productId}.2` },
  }),
  'PUT /merchants/{merchantId}/delivery-terms': (s) => ({
    params: ofShop(s),
    body: { courier: { feeRupiah: 0, freeFromRupiah: null, districts: [] }, pickUp: null },
  }),
  'GET /me/orders': () => ({}),
  'GET /merchants/{merchantId}/orders': (s) => ({ params: ofShop(s) }),
  'GET /cities/{city}/disputes': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/audit/check': () => ({ params: { city: OURS } }),
  'GET /merchants/{merchantId}/audit': (s) => ({ params: ofShop(s) }),
  'GET /cities/{city}/holidays/{year}': () => ({ params: { city: OURS, year: '2026' } }),
  'GET /cities/{city}/disputes/{orderId}': async (s) => ({ params: { city: OURS, ...(await order(s, 'disputed')) } }),
  'GET /agencies/{agencyId}/orders': (s) => ({ params: ofOffice(s) }),
  // Of an order of one's own from another shop: nobody reviews another's, or their own shop.
  'PUT /orders/{orderId}/review': async (s, { person = 'somebody' }) => ({
    params: await received(s, person),
    body: { stars: 5, text: `Enak ${SECRET}` },
  }),
  'GET /orders/{orderId}/review': async (s, { person = 'somebody' }) => ({ params: await reviewed(s, person) }),
  'POST /orders/{orderId}/review/withdraw': async (s, { person = 'somebody' }) => ({
    params: await reviewed(s, person),
  }),
  'GET /merchants/{merchantId}/reviews': (s) => ({ params: ofShop(s) }),
  'POST /reviews/{reviewId}/reply': async (s) => ({ params: await reviewOf(s), body: { text: 'Terima kasih' } }),
  'POST /reviews/{reviewId}/report': async (s) => ({ params: await reviewOf(s), body: reason }),
  'POST /reviews/{reviewId}/moderate': async (s) => ({
    params: await reviewOf(s),
    body: { state: 'hidden', ...reason },
  }),
  'GET /cities/{city}/reviews': () => ({ params: { city: OURS } }),
  'GET /orders/{orderId}/papers': async (s) => ({ params: await order(s, 'placed') }),
  'POST /orders/{orderId}/papers/{kind}': async (s) => ({
    params: { ...(await order(s, 'placed')), kind: 'surat-pesanan' },
  }),
  'GET /orders/{orderId}/papers/pdf': async (s) => {
    const { orderId } = await issued(s);
    return { params: { orderId } };
  },
  'GET /orders/{orderId}/papers/{kind}/pdf': async (s) => ({ params: await issued(s) }),
  'GET /orders/{orderId}/receipt': async (s, { person = 'somebody' }) => ({ params: await received(s, person) }),
  'GET /papers/{code}': async (s) => {
    const { papers } = await s.town.as(s.office.buyer)('GET /orders/{orderId}/papers', { params: await issued(s) });
    return { params: { code: papers[0]?.code ?? '' } };
  },
  'GET /agencies/{agencyId}/paper-settings': (s) => ({ params: ofOffice(s) }),
  'PUT /agencies/{agencyId}/paper-settings': (s) => ({ params: ofOffice(s), body: {} }),
  'GET /merchants/{merchantId}/payment-ways': (s) => ({ params: ofShop(s) }),
  'PUT /merchants/{merchantId}/payment-ways': (s) => ({
    params: ofShop(s),
    body: { cod: { maxRupiah: 100_000, districts: [] }, qris: null, transfer: true },
  }),
  'PUT /merchants/{merchantId}/payment-providers/{provider}': (s) => ({
    params: { ...ofShop(s), provider: 'midtrans' },
    body: { serverKey: 'kunci-yang-lama' },
  }),
  'POST /merchants/{merchantId}/payment-notices/{provider}': (s) => noticeOfMoney(s),
  'GET /merchants/{merchantId}/payment-notices': (s) => ({ params: ofShop(s) }),
  'POST /merchants/{merchantId}/parked-notices/{noticeId}/settle': async (s) => {
    await s.town.ask(
      'POST /merchants/{merchantId}/payment-notices/{provider}',
      undefined,
      await noticeOfMoney(s, s.town.world.newId('x')),
    );
    const { items } = await s.town.as(s.shop.owner)('GET /merchants/{merchantId}/payment-notices', {
      params: ofShop(s),
    });
    const { noticeId = '', reference = '' } = items[0] ?? {};
    return { params: { ...ofShop(s), noticeId }, body: { ...reason, reference } };
  },
  'GET /orders/{orderId}/payment': async (s) => ({ params: await order(s, 'placed') }),
  'PUT /orders/{orderId}/payment/way': async (s) => ({ params: await order(s, 'placed'), body: { way: 'treasury' } }),
  // An order of one's own from another shop: nobody tells of another's money.
  'POST /orders/{orderId}/payment/claim': async ({ town }, { person = 'somebody' }) => {
    const shop = await town.opens(OURS, { account });
    const body = { cod: null, qris: null, transfer: true };
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', { params: shop, body });
    const { orderId } = await town.buys(person, await town.offers(shop));
    await town.as(person)('PUT /orders/{orderId}/payment/way', { params: { orderId }, body: { way: 'transfer' } });
    return { params: { orderId }, body: {} };
  },
  'POST /orders/{orderId}/payment/confirm': async (s) => paymentIn(s, 'recorded'),
  'POST /orders/{orderId}/payment/not-find': async (s) => ({ ...(await paymentIn(s, 'recorded')), body: reason }),
  'POST /orders/{orderId}/payment/collect': async (s) => ({ params: await cashOrder(s) }),
  'POST /orders/{orderId}/payment/refuse': async (s) => ({ params: await cashOrder(s), body: reason }),
  'POST /orders/{orderId}/payment/record': async (s) => paymentIn(s, 'due'),
  'POST /orders/{orderId}/payment/give-back': async (s) => ({ ...(await paymentIn(s, 'owed')), body: reason }),
  'POST /orders/{orderId}/payment/deny': async (s) => ({ ...(await paymentIn(s, 'returned')), body: reason }),
  'GET /merchants/{merchantId}/payments': (s) => ({ params: ofShop(s) }),
  'GET /agencies/{agencyId}/payments': (s) => ({ params: ofOffice(s) }),
  'GET /cities/{city}/payment-clock': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/cash-on-delivery': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/cash-on-delivery/{orderId}': async (s) => ({ params: await refusedCash(s) }),
  'POST /cities/{city}/cash-on-delivery/{orderId}/strike': async (s) => ({
    params: await refusedCash(s),
    body: reason,
  }),
  'POST /agencies/{agencyId}/budgets/{year}/import': (s) => ({
    params: { ...ofOffice(s), year: '2026' },
    query: { mode: 'all' },
    // Another sum each time: the same file again would change nothing, and be on no record.
    rawBody: `KODE REKENING;PAGU\n5.1.02.01.01.0077;${s.town.somebody('pagu').split('-')[1]}\n`,
    headers: { 'content-type': 'text/csv' },
  }),
  'GET /agencies/{agencyId}/papers/{month}': (s) => ({ params: { ...ofOffice(s), month: '2026-11' } }),
  'GET /agencies/{agencyId}/papers/{month}/{file}': (s) => ({
    params: { ...ofOffice(s), month: '2026-11', file: 'surat.xlsx' },
  }),
  'GET /agencies/{agencyId}/coretax/{month}': (s) => ({ params: { ...ofOffice(s), month: '2026-11' } }),
  'GET /agencies/{agencyId}/coretax/{month}/{file}': async (s) => {
    const settings = { params: ofOffice(s), body: { npwp: '0001234567890000' } };
    await s.town.as(s.office.approver)('PUT /agencies/{agencyId}/paper-settings', settings);
    return { params: { ...ofOffice(s), month: '2026-11', file: 'bppu.xml' } };
  },
  'GET /cities/{city}/saved-views': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/saved-views': () => ({
    params: { city: OURS },
    body: { views: [{ name: 'Batik', page: 'perlu-didatangi', query: 'kategori=batik' }] },
  }),
  'GET /cities/{city}/paper-defaults': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/paper-defaults': () => ({ params: { city: OURS }, body: { government: 'PEMERINTAH KOTA' } }),
  'GET /merchants/{merchantId}/taxes': (s) => ({ params: ofShop(s) }),
  'PUT /merchants/{merchantId}/taxes': (s) => ({ params: ofShop(s), body: { pkp: true } }),
  'GET /merchants/{merchantId}/statements/{month}': (s) => ({ params: { ...ofShop(s), month: '2026-11' } }),
  'GET /merchants/{merchantId}/statements/{month}/{file}': (s) => ({
    params: { ...ofShop(s), month: '2026-11', file: 'rekening-koran.csv' },
  }),
  'GET /merchants/{merchantId}/helper-acts/{month}/pdf': (s) => ({ params: { ...ofShop(s), month: '2026-11' } }),
  'GET /merchants/{merchantId}/turnover/{month}': (s) => ({ params: { ...ofShop(s), month: '2026-11' } }),
  'PUT /merchants/{merchantId}/turnover/{month}': (s) => ({
    params: { ...ofShop(s), month: '2026-11' },
    body: { outside: [{ channel: 'event', rupiah: 1_000 }] },
  }),
  'GET /merchants/{merchantId}/turnover/{month}/revisions': (s) => ({ params: { ...ofShop(s), month: '2026-11' } }),
  'POST /merchants/{merchantId}/turnover/{month}/reopen': (s) => ({
    params: { ...ofShop(s), month: MONTH },
    body: reason,
  }),
  'GET /cities/{city}/turnover-reports/{month}': () => ({ params: { city: OURS, month: '2026-11' } }),
  'GET /cities/{city}/turnover-reports/{month}/sheet/{format}': () => ({
    params: { city: OURS, month: '2026-11', format: 'csv' },
  }),
  'GET /cities/{city}/standings/{month}': () => ({ params: { city: OURS, month: '2026-11' } }),
  'GET /cities/{city}/standings/{month}/histories': () => ({ params: { city: OURS, month: '2026-11' } }),
  'GET /cities/{city}/merchants/{merchantId}/standings/{month}': (s) => ({
    params: { city: OURS, ...ofShop(s), month: '2026-11' },
  }),
  'POST /cities/{city}/months/{month}/close': () => ({ params: { city: OURS, month: MONTH } }),
  'GET /cities/{city}/months/{month}': () => ({ params: { city: OURS, month: MONTH } }),
  'GET /cities/{city}/snapshots': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/snapshots/{month}': () => ({ params: { city: OURS, month: MONTH } }),
  'GET /provinces/{province}/snapshots': () => ({ params: { province: '35' } }),
  'GET /provinces/{province}/snapshots/{month}': () => ({ params: { province: '35', month: MONTH } }),
  'GET /country/snapshots': () => ({}),
  'GET /country/snapshots/{month}': () => ({ params: { month: MONTH } }),
  'POST /rankings/{decisionId}/impressions': async (s) => ({
    params: { decisionId: await decided(s) },
    body: { from: 0, count: 24 },
  }),
  'GET /rankings/{decisionId}': async (s) => ({ params: { decisionId: await decided(s) } }),
  'GET /cities/{city}/day-keys/{day}': () => ({ params: { city: OURS, day: '2026-11-10' } }),
  'GET /merchants/{merchantId}/owner-rulings': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/ranking': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/appeals': (s) => ({ params: ofShop(s) }),
  'POST /merchants/{merchantId}/appeals': async (s) => {
    await roomForAppeal(s);
    return { params: ofShop(s), body: { text: 'Urutan saya keliru' } };
  },
  'GET /cities/{city}/appeals': () => ({ params: { city: OURS } }),
  'POST /appeals/{appealId}/answer': async (s) => ({
    params: { appealId: await appealed(s) },
    body: { outcome: 'explained', text: 'Harganya di atas harga wajar' },
  }),
  'POST /cities/{city}/allocations': (s) => ({ params: { city: OURS }, body: wanted(s) }),
  'GET /allocations/{allocationId}': async (s) => ({ params: { allocationId: await allocated(s) } }),
  'GET /cities/{city}/ranking-policy': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/ranking-policy': async (s) => ({
    params: { city: OURS },
    body: { effectiveFrom: await nextFreeMonth(s), simulationId: await simulated(s) },
  }),
  'POST /cities/{city}/ranking-policy/simulations': () => ({ params: { city: OURS }, body: {} }),
  'GET /cities/{city}/ranking-policy/simulations/{simulationId}': async (s) => ({
    params: { city: OURS, simulationId: await simulated(s) },
  }),
  'GET /cities/{city}/price-ceilings': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/price-ceilings': () => ({ params: { city: OURS }, body: ceiling }),
  'POST /cities/{city}/price-ceilings/{ceilingId}/end': async ({ town }) => ({
    params: { city: OURS, ceilingId: await entersCeiling(town) },
    body: { validTo: '2030-12-31' },
  }),
  'GET /cities/{city}/gap/{month}': () => ({ params: { city: OURS, month: MONTH } }),
  'GET /cities/{city}/owner-changes': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/district-officers': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/follow-ups': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/follow-ups/{merchantId}': (s) => ({ params: { city: OURS, ...ofShop(s) } }),
  'PUT /cities/{city}/follow-ups/{merchantId}/officer': async (s, who) => ({
    params: { city: OURS, ...(await verified(s)) },
    body: officerOf(s, who),
  }),
  'POST /cities/{city}/follow-ups/{merchantId}/steps': async (s, who) => {
    const params = { city: OURS, ...(await verified(s)) };
    const officer = { params, body: officerOf(s, who) };
    await s.town.as(s.town.adminOf(OURS))('PUT /cities/{city}/follow-ups/{merchantId}/officer', officer);
    return { params, body: { state: 'visited', note: 'Toko sudah pindah.' } };
  },
  'GET /cities/{city}/visit-tasks': () => ({ params: { city: OURS } }),
  'GET /agencies/{agencyId}/visit-tasks': (s) => ({ params: ofOffice(s) }),
  'GET /merchants/{merchantId}/visits': (s) => ({ params: ofShop(s) }),
  'POST /merchants/{merchantId}/tasks/{taskId}/assign': async (s) => ({
    params: await needOf(s),
    body: { agencyId: s.office.agencyId, dueOn: '2026-12-02' },
  }),
  'POST /merchants/{merchantId}/tasks/{taskId}/done': async (s) => ({
    params: await needOf(s),
    body: { text: 'Sudah difoto ulang.' },
  }),
  'POST /merchants/{merchantId}/tasks/{taskId}/reopen': async (s) => ({
    params: await needOf(s, { done: true, ours: true }),
    body: { reason: 'Fotonya gelap.' },
  }),
  'POST /merchants/{merchantId}/tasks/{taskId}/photo': async (s) => ({
    params: await needOf(s),
    rawBody: picture,
    headers: { 'content-type': 'image/jpeg' },
  }),
  'POST /cities/{city}/visits': async (s, { person }) => ({
    params: { city: OURS },
    body: {
      ...(await verified(s)),
      day: dayOfVisit(),
      visitor: person === `officer-${OURS}` ? person : s.town.adminOf(OURS),
      visitorName: 'Bu Retno',
    },
  }),
  'GET /cities/{city}/visits': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/awaited-visits': () => ({ params: { city: OURS } }),
  'GET /me/visits': () => ({}),
  'GET /visits/{visitId}': async (s, who) => ({ params: (await visitOf(s, who)).params }),
  'POST /visits/{visitId}/cancel': async (s, who) => ({ params: (await visitOf(s, who)).params }),
  'POST /visits/{visitId}/record': async (s, who) => {
    const { params, body, headers } = await visitOf(s, who);
    return { params, body, headers };
  },
  'POST /visits/{visitId}/photos/{hash}': photographed,
  'POST /visits/{visitId}/corrections': async (s, who) => {
    const { params, body, headers, goes } = await visitOf(s, who);
    await s.town.as(goes)('POST /visits/{visitId}/record', { params, body, headers });
    const { production, obstacles, problems, needs, agreed, again } = body;
    const marketing = `Dititip di tiga warung, ${SECRET}.`;
    const reason = 'Salah hitung warung.';
    return { params, body: { production, marketing, obstacles, problems, needs, agreed, again, reason } };
  },
  'POST /visits/{visitId}/story': async (s, who) => {
    const { params, body, headers, goes } = await visitOf(s, who);
    await s.town.as(goes)('POST /visits/{visitId}/record', { params, body, headers });
    return { params, body: { text: `Dibuat tangan sejak 2009, ${SECRET}.`, photos: [] } };
  },
  'GET /merchants/{merchantId}/story': (s) => ({ params: ofShop(s) }),
  'POST /merchants/{merchantId}/story/consent': async (s) => ({
    params: ofShop(s),
    body: { version: await storyOf(s) },
  }),
  'POST /merchants/{merchantId}/story/decline': async (s) => ({
    params: ofShop(s),
    body: { version: await storyOf(s), reason: 'Fotonya gelap.' },
  }),
  'POST /merchants/{merchantId}/story/withdraw': async (s) => {
    const version = await storyOf(s);
    await s.town.as(s.shop.owner)('POST /merchants/{merchantId}/story/consent', {
      params: ofShop(s),
      body: { version },
    });
    return { params: ofShop(s) };
  },
  'POST /cities/{city}/complaints': () => ({ params: { city: OURS }, body: told }),
  'POST /cities/{city}/typed-complaints': () => ({ params: { city: OURS }, body: { ...told, channel: 'phone' } }),
  'POST /complaints/{number}/track': async (s) => {
    const { number, secret } = await complained(s);
    return { params: { number }, body: { secret } };
  },
  'POST /complaints/{number}/reply': async (s) => {
    const { number, secret } = await complained(s);
    const params = { number };
    const admin = s.town.as(s.town.adminOf(OURS));
    await admin('POST /complaints/{number}/verify', { params, body: { decision: 'assign', ...ofOffice(s) } });
    const answer = { outcome: 'fixed', text: 'Izin sudah terbit.' } as const;
    await admin('POST /complaints/{number}/answer', { params, body: answer });
    return { params, body: { secret, reply: 'confirm', stars: 4 } };
  },
  'GET /cities/{city}/complaints': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/complaints/sheet/{format}': () => ({ params: { city: OURS, format: 'csv' } }),
  'GET /agencies/{agencyId}/complaints': (s) => ({ params: ofOffice(s) }),
  'GET /complaints/{number}': async (s) => ({ params: await given(s) }),
  'POST /complaints/{number}/verify': async (s) => {
    const { number } = await complained(s);
    return { params: { number }, body: { decision: 'not-ours', reason: 'Ini urusan provinsi.' } };
  },
  'POST /complaints/{number}/forward': async (s) => ({
    params: await given(s),
    body: { agencyId: (await s.town.seatsOffice(OURS)).agencyId, reason: 'Sesuai bidangnya.' },
  }),
  'POST /complaints/{number}/start': async (s) => ({ params: await given(s) }),
  'POST /complaints/{number}/answer': async (s) => ({
    params: await given(s),
    body: { outcome: 'not-fixed', text: 'Tanahnya belum bersertifikat.' },
  }),
  'GET /cities/{city}/banks': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/banks': () => ({ params: { city: OURS }, body: bankOf() }),
  'GET /banks/{bankId}': ({ bank: { bankId } }) => ({ params: { bankId } }),
  'PUT /banks/{bankId}': ({ bank: { bankId, schemeIds } }) => ({
    params: { bankId },
    body: bankOf({ schemes: schemeIds.map((schemeId) => schemeOf({ schemeId })) }),
  }),
  'POST /merchants/{merchantId}/capital-applications': (s) => ({ params: ofShop(s), body: capitalBody(s) }),
  'GET /merchants/{merchantId}/capital-applications': (s) => ({ params: ofShop(s) }),
  'POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw': async (s) => {
    const { applicationId } = await wishes(s, 'ours');
    return { params: { ...ofShop(s), applicationId } };
  },
  'GET /merchants/{merchantId}/capital-openings': (s) => ({ params: ofShop(s) }),
  'GET /merchants/{merchantId}/statement-pack': (s) => ({ params: ofShop(s) }),
  'GET /banks/{bankId}/applications': ({ bank: { bankId } }) => ({ params: { bankId } }),
  'GET /banks/{bankId}/applications/{applicationId}': async (s) => ({ params: await wishes(s) }),
  'POST /banks/{bankId}/applications/{applicationId}/open': async (s) => ({
    params: await wishes(s),
    body: { purpose: 'loan' },
  }),
  'POST /banks/{bankId}/applications/{applicationId}/answer': async (s) => ({
    params: await wishes(s),
    body: { outcome: 'accepted', reason: 'Penjualannya cukup.' },
  }),
  'GET /cities/{city}/capital-statistics/{year}': () => ({ params: { city: OURS, year: '2026' } }),
  'GET /statement-packs/{code}': async (s) => {
    const params = await wishes(s);
    const { pack } = await s.town.as(s.bank.officer)('POST /banks/{bankId}/applications/{applicationId}/open', {
      params,
      body: { purpose: 'loan' },
    });
    return { params: { code: pack.code } };
  },
  'GET /merchants/{merchantId}/capital-readiness': (s) => ({ params: ofShop(s) }),
  'GET /cities/{city}/complaint-routes': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/complaint-routes': (s) => ({
    params: { city: OURS },
    body: { routes: { licence: s.office.agencyId } },
  }),
  'GET /me/merchants/{merchantId}/selling-terms': (s) => ({ params: ofShop(s) }),
  'GET /orders/{orderId}/deliveries': async (s) => ({ params: await sentOwn(s) }),
  'GET /orders/{orderId}/delivery-quotes/{partner}': async (s) => {
    await keysOf(s);
    return { params: { ...(await order(s, 'accepted')), partner: 'grab' } };
  },
  'POST /orders/{orderId}/deliveries': async (s) => ({ params: await order(s, 'accepted'), body: { by: 'own' } }),
  'POST /orders/{orderId}/deliveries/{attempt}/say': async (s) => ({
    params: await sentOwn(s),
    body: { state: 'in-transit' },
  }),
  'POST /orders/{orderId}/deliveries/{attempt}/cancel': async (s) => ({ params: await sentOwn(s), body: reason }),
  'GET /merchants/{merchantId}/deliveries': async (s) => {
    await broughtOwn(s);
    return { params: ofShop(s), query: { which: 'over' } };
  },
  'GET /merchants/{merchantId}/courier-partners': (s) => ({ params: ofShop(s) }),
  'PUT /merchants/{merchantId}/courier-partners/{partner}': (s) => ({
    params: { ...ofShop(s), partner: 'grab' },
    body: simulatedKeys(s.shop.merchantId, 'grab'),
  }),
  'POST /merchants/{merchantId}/delivery-notices/{partner}': courierNotice,
  'GET /cities/{city}/centres': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/centres/{slug}': async (s) => ({ params: await market(s) }),
  'PUT /cities/{city}/centres/{slug}': (s) => ({
    params: { city: OURS, slug: `sentra-${s.town.somebody('sentra').replace(/\D/g, '')}` },
    body: centre,
  }),
  'GET /cities/{city}/centres/{slug}/calendar': async (s) => ({ params: await market(s) }),
  'GET /cities/{city}/centres/{slug}/sales': async (s) => ({ params: await market(s), query: { month: MONTH } }),
  'GET /cities/{city}/centres/{slug}/sellers': async (s) => ({ params: await market(s), query: { month: MONTH } }),
  'GET /cities/{city}/centres/{slug}/days/{day}': async (s) => ({ params: await market(s) }),
  'PUT /cities/{city}/centres/{slug}/days/{day}': async (s) => ({
    params: { ...(await market(s)), day: '2026-11-27' },
    body: { name: 'Pasar', opensAt: '08:00', closesAt: '14:00', stalls: 2, applyUntil: '2026-11-20' },
  }),
  'POST /cities/{city}/centres/{slug}/days/{day}/draw': async (s) => ({ params: await market(s, 'to-draw') }),
  'PUT /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}': async (s) => ({
    params: { ...(await market(s)), ...ofShop(s) },
  }),
  'DELETE /cities/{city}/centres/{slug}/days/{day}/applicants/{merchantId}': async (s) => ({
    params: { ...(await market(s)), ...ofShop(s) },
  }),
  'GET /merchants/{merchantId}/market-days': (s) => ({ params: ofShop(s) }),
  'GET /open311/{city}/services/{code}': () => ({ params: { city: OURS, code: 'place' } }),
  'GET /open311/{city}/tokens/{token}': async (s) => {
    const { number } = await openTold(s);
    return { params: { city: OURS, token: number } };
  },
  'GET /cities/{city}/complaint-statistics': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/series': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/series': () => ({
    params: { city: OURS },
    body: { ...plan, enrolUntil: '2026-11-28', sessions: [meeting('2026-12-10')] },
  }),
  'GET /me/series': () => ({}),
  'GET /series/{seriesId}': async (s) => ({ params: { seriesId: (await announced(s)).seriesId } }),
  'GET /series/{seriesId}/calendar': async (s) => ({ params: { seriesId: (await announced(s)).seriesId } }),
  'PUT /series/{seriesId}': async (s) => ({
    params: { seriesId: (await announced(s)).seriesId },
    body: { ...plan, enrolUntil: '2026-11-28', sessions: [meeting('2026-12-10')] },
  }),
  'GET /series/{seriesId}/enrolments': async (s) => ({ params: { seriesId: (await queued(s)).seriesId } }),
  'GET /series/{seriesId}/effect': async (s) => ({ params: { seriesId: (await queued(s)).seriesId } }),
  'POST /series/{seriesId}/enrolments': async (s) => ({
    params: { seriesId: (await announced(s)).seriesId },
    body: ofShop(s),
  }),
  'POST /series/{seriesId}/enrolments/{merchantId}/withdraw': async (s) => ({ params: await queued(s) }),
  'POST /series/{seriesId}/draw': async (s) => ({ params: { seriesId: (await queued(s)).seriesId } }),
  'POST /series/{seriesId}/attendance': async (s) => {
    const { seriesId } = await seatedIn(s);
    const admin = s.town.as(s.town.adminOf(OURS));
    const { items } = await admin('GET /series/{seriesId}/enrolments', { params: { seriesId } });
    return { params: { seriesId }, body: { session: 1, code: items[0]?.codes[0], at: s.clock.now() } };
  },
  'POST /series/{seriesId}/enrolments/{merchantId}/notes': async (s) => ({
    params: await seatedIn(s),
    body: { text: 'Foto sudah terang.' },
  }),
  'POST /series/{seriesId}/certificates': async (s) => ({ params: await certified(s) }),
  'GET /certificates/{code}': async (s) => ({ params: await certificateOf(s) }),
  'GET /certificates/{code}/pdf': async (s) => ({ params: await certificateOf(s) }),
  'POST /certificates/{code}/revoke': async (s) => ({ params: await certificateOf(s), body: reason }),
  'GET /merchants/{merchantId}/enrolments': (s) => ({ params: ofShop(s) }),
  'GET /open311/{city}/{list}': () => ({ params: { city: OURS, list: 'requests.xml' } }),
  'GET /open311/{city}/requests/{number}': async (s) => ({ params: { city: OURS, ...(await openTold(s)) } }),
  'POST /open311/{city}/{list}': () => ({
    params: { city: OURS, list: 'requests.json' },
    rawBody: 'service_code=place&description=Lampu%20pasar%20mati',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }),
  'GET /cities/{city}/partners': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/partners': () => ({
    params: { city: OURS },
    body: { legalName: 'PT Baru', brand: 'Ojek Baru', kind: 'ride' },
  }),
  'GET /provinces/{province}/partners': () => ({ params: { province: '35' } }),
  'GET /provinces/{province}/today': () => ({ params: { province: '35' } }),
  'POST /provinces/{province}/partners': () => ({
    params: { province: '35' },
    body: { legalName: 'PT Baru', brand: 'Ojek Baru', kind: 'ride', cities: [OURS, THEIRS] },
  }),
  'GET /partners/{partnerId}': ({ partnerId }) => ({ params: { partnerId } }),
  'GET /merchants/{merchantId}/usability': (s) => ({ params: ofShop(s) }),
  'POST /merchants/{merchantId}/usability': (s) => ({
    params: ofShop(s),
    body: { partnerId: s.partnerId, answers: [5, 1, 5, 1, 5, 1, 5, 1, 5, 1] },
  }),
  'GET /partners/{partnerId}/usability': ({ partnerId }) => ({ params: { partnerId } }),
  'GET /partners/{partnerId}/usability/{mark}': async (s) => ({ params: await linkOf(s) }),
  'POST /partners/{partnerId}/usability/{mark}': async (s) => ({
    params: await linkOf(s),
    body: { answers: [3, 3, 3, 3, 3, 3, 3, 3, 3, 3] },
  }),
  'POST /partners/{partnerId}/agreements': ({ partnerId }) => ({ params: { partnerId }, body: terms }),
  'PUT /partners/{partnerId}/agreements/{agreementId}': async (s) => ({ params: (await agreed(s)).of, body: terms }),
  'POST /partners/{partnerId}/agreements/{agreementId}/obligations/{obligationId}': async (s) => {
    const { of, obligationId } = await agreed(s);
    return { params: { ...of, obligationId }, body: { done: true, note: 'Sudah dilatih.' } };
  },
  'POST /partners/{partnerId}/agreements/{agreementId}/documents': async (s) => ({
    params: (await agreed(s)).of,
    ...paper,
  }),
  'GET /partners/{partnerId}/agreements/{agreementId}/documents/{documentId}': async (s) => {
    const { of } = await agreed(s);
    const key = 'POST /partners/{partnerId}/agreements/{agreementId}/documents';
    const { body } = await s.town.ask(key, s.town.adminOf(OURS), { params: of, ...paper });
    return { params: { ...of, documentId: (body as Documented).documents[0]?.documentId ?? '' } };
  },
  'GET /partners/{partnerId}/keys': ({ partnerId }) => ({ params: { partnerId } }),
  'POST /partners/{partnerId}/keys': async (s) => {
    const { keyId } = await keyed(s);
    const params = { partnerId: s.partnerId };
    await s.town.as(s.town.adminOf(OURS))('POST /partners/{partnerId}/keys/{keyId}/revoke', {
      params: { ...params, keyId },
    });
    return { params, body: { name: 'Laporan' } };
  },
  'POST /partners/{partnerId}/keys/{keyId}/revoke': async (s) => ({
    params: { partnerId: s.partnerId, keyId: (await keyed(s)).keyId },
  }),
  'POST /partner-feeds/parts': async (s) => {
    const { rawBody, headers } = activity('2026-10');
    return { rawBody, headers: { ...headers, ...(await keyed(s)).headers } };
  },
  'POST /partner-feeds': async (s) => ({ body: await feedOf(s), headers: (await keyed(s)).headers }),
  'POST /partners/{partnerId}/feed-parts': ({ partnerId }) => ({ params: { partnerId }, ...activity('2026-10') }),
  'POST /partners/{partnerId}/feeds': async (s) => ({ params: { partnerId: s.partnerId }, body: await feedOf(s) }),
  'GET /partners/{partnerId}/feeds': ({ partnerId }) => ({
    params: { partnerId },
    query: { city: OURS, kind: 'activity' },
  }),
  'GET /cities/{city}/sought': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/sought-words': () => ({ params: { city: OURS } }),
  'PUT /cities/{city}/sought-words': () => ({
    params: { city: OURS },
    body: { shown: ['es pleret'], struck: ['penipu'] },
  }),
  'GET /cities/{city}/partner-figures/{month}': () => ({ params: { city: OURS, month: MONTH } }),
  'POST /agencies/{agencyId}/plan/{year}/import': (s) => ({
    params: { ...ofOffice(s), year: '2026' },
    ...planOf(s).asked,
  }),
  'GET /agencies/{agencyId}/plan-columns': (s) => ({ params: ofOffice(s) }),
  'PUT /agencies/{agencyId}/plan-columns': (s) => ({ params: ofOffice(s), body: { name: 'Nama Belanja' } }),
  'GET /cities/{city}/demand/{year}': () => ({ params: { city: OURS, year: '2026' } }),
  'GET /cities/{city}/demand/{year}/sheet/{format}': () => ({ params: { city: OURS, year: '2026', format: 'csv' } }),
  'GET /cities/{city}/demand/{year}/lines': () => ({
    params: { city: OURS, year: '2026' },
    query: { category: 'meeting-food' },
  }),
  'GET /cities/{city}/demand/{year}/lines/sheet/{format}': () => ({
    params: { city: OURS, year: '2026', format: 'csv' },
    query: { category: 'meeting-food' },
  }),
  'PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category': async (s) => ({
    params: await planned(s),
    body: { category: 'culinary' },
  }),
  'GET /cities/{city}/demand-corrections': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/integrity-questions/sheet/{format}': () => ({ params: { city: OURS, format: 'csv' } }),
  'GET /cities/{city}/integrity-questions': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/integrity-rules': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/integrity-questions/{questionId}/outcome': async ({ world, shop }) => {
    const { questionId } = await asksQuestion(world, OURS, { merchantIds: [shop.merchantId], question: SECRET });
    return {
      params: { city: OURS, questionId },
      body: { outcome: 'explained', reason: 'Sudah dijelaskan pemiliknya.' },
    };
  },
  'GET /orders/{orderId}/integrity-questions': async (s) => ({ params: await asked(s) }),
  'POST /orders/{orderId}/integrity-answers': async (s) => ({
    params: await asked(s),
    body: { rule: 'both-sides', answer: 'Nomor kantor bersama.' },
  }),
  'GET /cities/{city}/owner-questions': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/owner-rulings': (s) => ({
    params: { city: OURS },
    body: { rule: 'no_evidence', kind: 'phone', shopId: s.shop.merchantId, reason: 'Telepon kelurahan' },
  }),
  'GET /cities/{city}/live/{month}': () => ({ params: { city: OURS, month: MONTH } }),
  'GET /provinces/{province}/live/{month}': () => ({ params: { province: '35', month: MONTH } }),
  'GET /country/live/{month}': () => ({ params: { month: MONTH } }),
  'GET /definitions': () => ({}),
  'GET /cities/{city}/reports/{month}/{format}': () => ({ params: { city: OURS, month: MONTH, format: 'cells.csv' } }),
  'GET /provinces/{province}/reports/{month}/{format}': () => ({
    params: { province: '35', month: MONTH, format: 'cells.csv' },
  }),
  'GET /country/reports/{month}/{format}': () => ({ params: { month: MONTH, format: 'cells.csv' } }),
  'GET /cities/{city}/months/{month}/report/{format}': () => ({ params: { city: OURS, month: MONTH, format: 'csv' } }),
  'GET /cities/{city}/today': () => ({ params: { city: OURS } }),
  'GET /me': () => ({}),
  'GET /me/audit': () => ({}),
  'GET /me/data': () => ({}),
  'GET /me/erasure': () => ({}),
  'DELETE /me/erasure': () => ({}),
  'GET /cities/{city}/audit': () => ({ params: { city: OURS } }),
  'GET /provinces/{province}/audit': () => ({ params: { province: '35' } }),
  'GET /country/audit': () => ({}),
  'GET /me/invitations': () => ({}),
  'GET /me/notices': () => ({}),
  'GET /me/notices/count': () => ({}),
  'POST /me/notices/read': () => ({ body: { until: '2026-11-10T02:00:00.000Z' } }),
  // One's own: an order somebody else's shop just accepted.
  'POST /me/notices/{noticeId}/read': async (s, { person = 'somebody' }) => ({
    params: { noticeId: await noticed(s, person) },
  }),
  'GET /me/notice-settings': () => ({}),
  'PUT /me/notice-settings': () => ({
    body: {
      push: { orders: true, payments: true, papers: false, reviews: true, register: true, disputes: true },
      quiet: null,
    },
  }),
  'GET /me/devices': () => ({}),
  'PUT /me/devices': (_, { person = 'somebody' }) => ({ body: deviceOf(person) }),
  'DELETE /me/devices/{deviceId}': async ({ town }, { person = 'somebody' }) => {
    const { deviceId } = await town.as(person)('PUT /me/devices', { body: deviceOf(person) });
    return { params: { deviceId } };
  },
  'GET /cities/{city}/agencies': () => ({ params: { city: OURS } }),
  'POST /cities/{city}/agencies': () => ({
    params: { city: OURS },
    body: { name: 'Dinas Baru', address: 'Jl. Baru 1' },
  }),
  'GET /agencies/{agencyId}': (s) => ({ params: ofOffice(s) }),
  'GET /agencies/{agencyId}/budgets/{year}': (s) => ({ params: { ...ofOffice(s), year: '2026' } }),
  'GET /cities/{city}/participation/{month}': () => ({ params: { city: OURS, month: MONTH } }),
  'GET /cities/{city}/participation/{month}/{file}': () => ({
    params: { city: OURS, month: MONTH, file: 'partisipasi-asn.csv' },
  }),
  'PUT /cities/{city}/participation-goals/{month}': () => ({
    params: { city: OURS, month: '2027-06' },
    body: { percent: 60 },
  }),
  'POST /cities/{city}/civil-servants/import': (s) => ({
    params: { city: OURS },
    query: { mode: 'good' },
    // Somebody new each time: the same list again would change nothing, and be on no record.
    rawBody: `NIP;UNIT KERJA\n${newNip()};${s.bureau}\n`,
    headers: { 'content-type': 'text/csv' },
  }),
  'POST /cities/{city}/civil-servants/release': async (s) => ({
    params: { city: OURS },
    body: { nip: await joins(s.town, OURS, s.town.somebody('asn'), s.bureau), reason: 'Salah akun' },
  }),
  'GET /cities/{city}/purchase-proofs': () => ({ params: { city: OURS } }),
  'GET /cities/{city}/purchase-proofs/{proofId}/photo': async (s) => ({ params: { city: OURS, ...(await proven(s)) } }),
  'POST /cities/{city}/purchase-proofs/{proofId}/decide': async (s) => ({
    params: { city: OURS, ...(await proven(s)) },
    body: { decision: 'accept' },
  }),
  'GET /me/civil-servant': () => ({}),
  'PUT /me/civil-servant': async (s, { person }) => ({
    body: { cityCode: OURS, nip: await lists(s.town, OURS, person ?? '', s.bureau) },
  }),
  'POST /me/purchase-proofs': async (s, { person }) => {
    const who = person ?? s.town.somebody('asn');
    await joins(s.town, OURS, who, s.bureau);
    return { body: await proofOf(s.town, who) };
  },
  'POST /me/purchase-proof-photos': async (s, { person }) => {
    if (person !== undefined) await joins(s.town, OURS, person, s.bureau);
    return receiptPhoto();
  },
  'GET /cities/{city}/spending/{year}': () => ({ params: { city: OURS, year: '2026' } }),
  'GET /cities/{city}/spending/{year}/{file}': () => ({
    params: { city: OURS, year: '2026', file: 'belanja-dinas.csv' },
  }),
  'POST /cities/{city}/procurements/{year}/import': (s) => ({
    params: { city: OURS, year: '2026' },
    query: { mode: 'good' },
    // Another sum each time: the same file again would change nothing, and be on no record.
    rawBody: `NAMA SATKER;BELANJA PENGADAAN\n${s.bureau};${s.town.somebody('pagu').split('-')[1]}000\n`,
    headers: { 'content-type': 'text/csv' },
  }),
  'GET /agencies/{agencyId}/spending/{year}': (s) => ({ params: { ...ofOffice(s), year: '2026' } }),
  'PUT /agencies/{agencyId}/procurements/{year}': (s) => ({
    params: { ...ofOffice(s), year: '2026' },
    body: { procurementRupiah: 1_000_000, plannedSmallRupiah: null, source: 'SIRUP' },
  }),
  'GET /agencies/{agencyId}/waiting-payments': (s) => ({ params: ofOffice(s) }),
  'PUT /merchants/{merchantId}/scale': (s) => ({
    params: ofShop(s),
    body: { scale: 'micro', fromYear: '2026', basis: 'NIB' },
  }),
  'PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}': (s) => ({
    params: { ...ofOffice(s), year: '2026', budgetCode: '5.1.02.01.01.0099' },
    body: { name: 'Belanja cetak', ceilingRupiah: 1_000_000 },
  }),
};
const memberRoutes: Key[] = [
  // Whoever holds a seat leaves it first: test/api/people/erasure.test.ts.
  'POST /me/erasure',
  // Links have a test of their own: test/api/people/invitation-links.test.ts.
  'POST /scopes/{scope}/invitation-links',
  'GET /scopes/{scope}/invitation-links',
  'DELETE /scopes/{scope}/invitation-links/{linkId}',
  'POST /me/invitation-links/accept',
  'POST /me/invitations/{scope}/accept',
  'DELETE /me/invitations/{scope}',
  'GET /scopes/{scope}/members',
  'PUT /scopes/{scope}/members/{person}',
  'DELETE /scopes/{scope}/members/{person}',
];

let s: Scene;
beforeAll(async () => {
  s = await scene();
});

type Who = Scene['people'][number];
/** Does the route's `who` name this person, standing where they stand? */
const serves = (who: readonly Kind[], { kind, elsewhere }: Who): boolean =>
  who.includes('anybody') ||
  (kind !== 'nobody' && (who.includes('signed-in') || (!elsewhere && who.includes(kind as Kind))));

const refused = [401, 403, 404];
/** Keys of an answer that its schema does not name, at any depth. */
const undeclared = (schema: Route['response'], body: unknown): string[] => {
  const parsed = schema.safeParse(body);
  if (!parsed.success) return [parsed.error.message];
  const stray = (given: unknown, named: unknown, at: string): string[] => {
    if (Array.isArray(given))
      return given.flatMap((one, place) => stray(one, (named as unknown[])?.[place], `${at}/${place}`));
    if (typeof given !== 'object' || given === null) return [];
    return Object.entries(given).flatMap(([key, value]) =>
      key in ((named ?? {}) as object)
        ? stray(value, (named as Record<string, unknown>)[key], `${at}/${key}`)
        : [`${at}/${key}`],
    );
  };
  return stray(body, parsed.data, '');
};

const check = async (key: Key, who: readonly Kind[], person: Who, ask: Ask): Promise<void> => {
  const route = routeOf(key);
  const name = `${key} by ${person.kind}${person.elsewhere ? ' elsewhere' : ''}`;
  const before = s.writes();
  const { status, headers, body }: Answer = await s.town.ask(key, person.person, ask);
  if (serves(who, person)) {
    expect(status, `${name}: ${JSON.stringify(body)}`).toBe(route.status ?? 200);
    expect(undeclared(route.response, body), name).toEqual([]);
    return;
  }
  expect(refused, `${name} was answered ${status} ${JSON.stringify(body)}`).toContain(status);
  if (person.kind === 'nobody') expect(status, name).toBe(401);
  expect(headers['content-type'], name).toBe('application/problem+json');
  expect(route.problems?.concat(['sign_in_required']) ?? ['sign_in_required'], name).toContain(
    (body as { code: string }).code,
  );
  expect(JSON.stringify(body), name).not.toContain(SECRET);
  expect(JSON.stringify(body), name).not.toMatch(/(mrc|ord|agc|own|prd|prt)_/);
  expect(s.writes(), `${name} wrote something`).toBe(before);
};

describe('a route', () => {
  test.each(routeKeys.filter((key) => !memberRoutes.includes(key)))(
    '%s serves whom it names and nobody else',
    async (key) => {
      const ask = asks[key];
      if (!ask) throw new Error(`${key} has no entry in this test: say how to ask it`);
      const { who } = contract[key];
      let untouched: Ask | undefined;
      for (const person of s.people) {
        const asked = untouched ?? (await ask(s, person));
        await check(key, who, person, asked);
        // Whoever reads, or is refused, leaves everything as it was: the next is asked about the same thing.
        const same = ask.length < 2 && (key.startsWith('GET ') || !serves(who, person));
        untouched = same ? asked : undefined;
      }
    },
  );

  test('asked about in this test is in the contract', () => {
    for (const key of Object.keys(asks)) expect(routeKeys).toContain(key);
  });

  test.each(routeKeys)('%s is public exactly when it serves anybody', (key) => {
    expect(routeOf(key).access === 'public').toBe(routeOf(key).who.includes('anybody'));
  });
});

/** Routes that are an officer's of a kecamatan by that seat, and not by being somebody. */
const ofDistricts = routeKeys.filter((key) => {
  const who: readonly Kind[] = contract[key].who;
  return who.includes('district-officer') && !who.includes('signed-in') && !who.includes('anybody');
});

describe('an officer of another kecamatan of the same city', () => {
  const NEIGHBOUR = 'officer-next-door';
  beforeAll(async () => {
    await s.town.seats(`district:${OURS}.03`, NEIGHBOUR, 'district-officer', s.town.adminOf(OURS));
  });

  test.each(ofDistricts)('reads nothing of our shop by %s, and writes nothing', async (key) => {
    const ours = s.people.find(({ kind, elsewhere }) => kind === 'district-officer' && !elsewhere) as Who;
    const asked = (await asks[key]?.(s, ours)) ?? {};
    const before = s.writes();
    const { status, body } = await s.town.ask(key, NEIGHBOUR, asked);
    if (!key.startsWith('GET ')) expect(refused).toContain(status);
    expect(s.writes()).toBe(before);
    const told = JSON.stringify(body);
    expect(told).not.toContain(SECRET);
    expect(told).not.toContain(s.shop.merchantId);
  });
});

/** Somebody seated in a place by its first admin, to be taken out again. */
const seated = async (scope: string, role: Role, admin: Kind): Promise<string> => {
  const person = `seated-${scope.replaceAll(':', '-')}-${s.town.somebody('x')}`;
  const by = s.people.find(({ kind, elsewhere }) => kind === admin && !elsewhere)?.person ?? '';
  await s.town.seats(scope, person, role, by);
  return person;
};

describe('a seat', () => {
  test.each(Object.entries(scopes))(
    'in %s is given, shown and taken by those who keep it',
    async (_, { of, role, admins, ...others }) => {
      const readers: readonly Kind[] = 'readers' in others ? others.readers : [];
      const scope = of(s);
      for (const [place, person] of s.people.entries()) {
        const newcomer = `newcomer-${scope.replaceAll(':', '-')}-${place}`;
        await check('GET /scopes/{scope}/members', [...admins, ...readers], person, { params: { scope } });
        await check('PUT /scopes/{scope}/members/{person}', admins, person, {
          params: { scope, person: newcomer },
          body: { role },
        });
        // Nobody else can answer for the invited.
        await check('DELETE /me/invitations/{scope}', [], person, { params: { scope } });
        if (person.elsewhere || person.kind === 'nobody' || person.kind === 'signed-in')
          await check('POST /me/invitations/{scope}/accept', [], person, { params: { scope } });
        if (serves(admins, person)) await s.town.consents(scope, newcomer);
        // Whoever keeps a place may take its people out, and the operator anybody.
        await check('DELETE /scopes/{scope}/members/{person}', [...admins, 'operator'], person, {
          params: { scope, person: serves(admins, person) ? newcomer : await seated(scope, role, admins[0]) },
        });
      }
    },
  );

  test('in no place that does not exist', async () => {
    for (const scope of [
      `merchant:mrc_${'0'.repeat(26)}`,
      `agency:agc_${'0'.repeat(26)}`,
      'city:99.99',
      `district:${OURS}.99`,
      'district:99.99.01',
      `bank:bnk_${'0'.repeat(26)}`,
    ]) {
      const { status } = await s.town.ask('PUT /scopes/{scope}/members/{person}', 'operator', {
        params: { scope, person: 'x' },
        body: { role: 'staff' },
      });
      expect(status).toBe(404);
    }
  });

  test('of the last admin cannot be left empty', async () => {
    const { town } = s;
    await town.founds('33.74');
    const leaves = (scope: string, person: string, by: string) =>
      town.ask('DELETE /scopes/{scope}/members/{person}', by, { params: { scope, person } });
    expect((await leaves('city:33.74', 'admin-33.74', 'operator')).body).toMatchObject({ code: 'last_admin' });
    expect((await leaves(`merchant:${s.shop.merchantId}`, 'owner', 'owner')).body).toMatchObject({
      code: 'last_admin',
    });
    const demoted = await town.ask('PUT /scopes/{scope}/members/{person}', 'operator', {
      params: { scope: 'city:33.74', person: 'admin-33.74' },
      body: { role: 'inspectorate' },
    });
    expect(demoted.body).toMatchObject({ code: 'last_admin' });
    await town.seats('city:33.74', 'admin-two', 'city-admin');
    expect((await leaves('city:33.74', 'admin-33.74', 'operator')).status).toBe(204);
  });
});

/** Who acts by virtue of an office, of a city or of an office that buys. */
const officials: ReadonlySet<string> = new Set<Kind>([
  'city-admin',
  'inspectorate',
  'mentor',
  'district-officer',
  'field-officer',
  'province-admin',
  'operator',
  'buyer',
  'approver',
  'treasurer',
  'bank-officer',
]);
/** What leaves no entry in the audit trail, and why. */
const unrecorded: Partial<Record<Key, string>> = {
  'POST /cities/{city}/ranking-policy/simulations': 'a trial decides nothing',
  'POST /cities/{city}/allocations': 'a proposal decides nothing',
  'POST /series/{seriesId}/attendance': 'stands with the participant, with who and when',
  'POST /series/{seriesId}/enrolments/{merchantId}/notes': 'stands with the participant, with who and when',
  'PUT /cities/{city}/saved-views': 'a view is an address with a name, and decides nothing',
  'POST /agencies/{agencyId}/addresses': 'an address decides nothing: each order keeps its own, with who and when',
  'DELETE /agencies/{agencyId}/addresses/{addressId}': 'an address decides nothing: each order keeps its own',
  'POST /merchants/{merchantId}/tasks/{taskId}/photo': 'is a picture of the proof that is said next, on record',
  'POST /visits/{visitId}/photos/{hash}': 'is a picture that its record, which is on record, names',
  'POST /orders/{orderId}/approve': 'stands in the order’s own history, with who and when',
  'POST /orders/{orderId}/reject': 'stands in the order’s own history, with who and when',
  'POST /orders/{orderId}/receive': 'is a handover of its own in the order, signed',
  'POST /orders/{orderId}/dispute': 'stands in the order’s own history, with who and when',
  'POST /orders/{orderId}/reschedule': 'stands in the order’s own history, with who and when',
  'PUT /orders/{orderId}/payment/way': 'stands in the payment’s own history, with who and when',
  'POST /orders/{orderId}/payment/deny': 'stands in the payment’s own history, with who and when',
  'POST /orders/{orderId}/integrity-answers': 'stands with the order, with who and when',
  'POST /banks/{bankId}/applications/{applicationId}/open': 'is a record of its own, which the owner reads',
  'POST /banks/{bankId}/applications/{applicationId}/answer': 'stands with the application, with who and when',
  'POST /orders/{orderId}/papers/{kind}': 'is a numbered paper of its own, which anybody can check',
};
const official = routeKeys.filter(
  (key) =>
    !key.startsWith('GET ') && !memberRoutes.includes(key) && routeOf(key).who.every((kind) => officials.has(kind)),
);

describe('an act of office', () => {
  test.each(official.filter((key) => !(key in unrecorded)))('%s is on record in the audit trail', async (key) => {
    const kind = routeOf(key).who.at(-1);
    const person = s.people.find((one) => one.kind === kind && !one.elsewhere)?.person;
    const asked = await asks[key]?.(s, { person });
    const before = s.entries();
    expect((await s.town.ask(key, person, asked)).status).toBeLessThan(300);
    expect(s.entries()).toBe(before + 1);
  });

  test('is left out of it by name and with a reason only', () => {
    expect(Object.keys(unrecorded).filter((key) => !official.includes(key as Key))).toEqual([]);
    expect(official.length - Object.keys(unrecorded).length).toBeGreaterThan(15);
  });
});

describe('a role taken away', () => {
  test('is lost at once by whoever writes, in the same process and in another one', async () => {
    const { town, world, office } = s;
    const elsewhere = marketOf({ ...world, cache: new Map() });
    const placed = await town.orders(office, s.product, 1);
    for (const [place, market] of [town, elsewhere].entries()) {
      const person = `approver-revoked-${place}`;
      const scope = `agency:${office.agencyId}`;
      await town.seats(scope, person, 'approver', town.adminOf(OURS));
      expect((await market.ask('GET /orders/{orderId}', person, { params: { orderId: placed.orderId } })).status).toBe(
        200,
      );
      await town.as(town.adminOf(OURS))('DELETE /scopes/{scope}/members/{person}', { params: { scope, person } });
      expect(
        (await market.ask('POST /orders/{orderId}/approve', person, { params: { orderId: placed.orderId } })).status,
      ).toBe(404);
    }
  });
});

describe('an object of ours under another’s name', () => {
  test('is not found: a product under another shop', async () => {
    const mine = s.product;
    const other = await s.town.opens(OURS, {}, 'owner-curious');
    for (const [key, body] of [
      ['GET /merchants/{merchantId}/products/{productId}', undefined],
      ['PATCH /merchants/{merchantId}/products/{productId}', { priceRupiah: 1 }],
      ['PUT /merchants/{merchantId}/products/{productId}/stock', { amount: 0 }],
    ] as const) {
      const { status, body: told } = await s.town.ask(key, 'owner-curious', {
        params: { merchantId: other.merchantId, productId: mine.productId },
        body,
      });
      expect([status, (told as { code: string }).code]).toEqual([404, 'product_not_found']);
    }
  });

  test('cannot be ordered: another shop’s product under mine', async () => {
    const other = await s.town.opens(OURS);
    const mine = s.product;
    const cart = s.town.cart([{ product: { ...mine, merchantId: other.merchantId }, quantity: 1 }]);
    expect((await s.town.ask('POST /orders', 'a-stranger', { body: cart })).body).toMatchObject({
      code: 'product_withdrawn',
    });
  });

  test('cannot be ordered for: an office one does not buy for, one of another city, with no right but reading', async () => {
    const cart = (by: Office) => async () =>
      s.town.cart([{ product: s.product, quantity: 1 }], { agency: s.town.purposeOf(by) });
    const abroad = await s.town.seatsOffice(THEIRS);
    for (const [person, office] of [
      ['a-stranger', s.office],
      [s.office.treasurer, s.office],
      [s.town.adminOf(OURS), s.office],
      [abroad.buyer, abroad],
    ] as const)
      expect((await s.town.ask('POST /orders', person, { body: await cart(office)() })).body).toMatchObject({
        code: 'agency_not_found',
      });
  });

  test('is told apart from what does not exist by nothing', async () => {
    const { orderId } = await order(s, 'placed');
    const ask = async (id: string) => {
      const { status, body } = await s.town.ask('GET /orders/{orderId}', 'a-stranger', { params: { orderId: id } });
      return { status, ...(body as object), instance: '' };
    };
    expect(await ask(orderId)).toEqual(await ask(`ord_${'0'.repeat(26)}`));
  });
});

describe('where a shop’s money goes', () => {
  test('is for its owner alone to say, whoever else may read it', async () => {
    const params = ofShop(s);
    const body = { account: { ...account, number: '9988776655' } };
    for (const { kind, person, elsewhere } of s.people) {
      if (person === undefined || (kind === 'owner' && !elsewhere)) continue;
      expect((await s.town.ask('PATCH /merchants/{merchantId}', person, { params, body })).status, person).toBe(404);
    }
    const file = await s.town.as('owner')('GET /merchants/{merchantId}/file', { params });
    expect(file.account?.number).toBe('••••••3344');
  });

  test('is not in the file that staff reads', async () => {
    const params = ofShop(s);
    const file = await s.town.as('staff')('GET /merchants/{merchantId}/file', { params });
    expect(JSON.stringify(file)).not.toMatch(/3344|account|Sri RAHASIA/);
    for (const person of [s.shop.owner, s.town.adminOf(OURS), `inspectorate-${OURS}`])
      expect((await s.town.as(person)('GET /merchants/{merchantId}/file', { params })).account).toBeDefined();
  });
});

describe('nobody decides about the own', () => {
  test('shop: it is verified by another officer', async () => {
    const admin = s.town.adminOf(OURS);
    const { merchantId } = await s.town.applies(OURS, {}, admin);
    expect(
      (await s.town.ask('POST /merchants/{merchantId}/verify', admin, { params: { merchantId } })).body,
    ).toMatchObject({ code: 'own_shop' });
  });

  test('order: its maker does not approve it, nor buys from the own shop', async () => {
    const { town, office } = s;
    const cart = town.cart([{ product: s.product, quantity: 1 }], { agency: town.purposeOf(office) });
    const [placed] = await town.places(office.approver, cart);
    expect(
      (
        await town.ask('POST /orders/{orderId}/approve', office.approver, {
          params: { orderId: placed?.orderId ?? '' },
        })
      ).body,
    ).toMatchObject({
      code: 'own_order',
    });
    expect(
      (await town.ask('POST /orders', s.shop.owner, { body: town.cart([{ product: s.product, quantity: 1 }]) })).body,
    ).toMatchObject({
      code: 'own_order',
    });
  });
});

describe('the rights of', () => {
  const seldom: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    catalogue: { DeleteItem: 'a word by which a good was found, when it is renamed or withdrawn' },
    today: { GetItem: 'a city, where none was read a moment ago' },
    audit: { GetItem: 'a city, where none was read a moment ago', 'Query of list2': 'what others did about oneself' },
    'follow-ups': { 'Query of list2': 'what one officer has, apart from the city’s whole list' },
    register: { DeleteItem: 'the look of a former name' },
    orders: { DeleteItem: 'a dispute that was ruled on leaves the list of its city' },
    demand: { DeleteItem: 'a line that a revision of its plan ends' },
    reports: { GetItem: 'the report of a revision by its number' },
    turnover: {
      UpdateItem: 'the months after one that is written after its reporting deadline',
      'Query of list1': 'who reported, in time or late; the walk asks who did not',
    },
  };
  test.each(Object.keys(contexts))(
    '%s are all used by whoever walks its routes, but for those with a reason',
    (context) => {
      const known = Object.keys(seldom[context] ?? {});
      expect(rights.unused(`${context}/api`).filter((right) => !known.includes(right))).toEqual([]);
    },
  );
});
