import { beforeAll, describe, expect, test } from 'vitest';
import { followOrders } from '../../functions/payments/follow-orders.ts';
import { sumOffices } from '../../functions/spending/sum-offices.ts';
import { countParticipation } from '../../functions/targets/count-participation.ts';
import { worldFor } from '../../infra/local/origin/guard.ts';
import type { Product } from '../../shared/domain/catalogue/product.ts';
import { joins, lists, newNip, photographs, proofOf, receiptShot } from '../civil-servants.ts';
import { testClock, testWorld } from '../engine.ts';
import { hear } from '../hear.ts';
import { manyOffices } from '../many-offices.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../market.ts';
import { records } from './equity/report-files.ts';

const CITY = '35.73';
const MONTH = '2026-11';
const clock = testClock('2026-11-10T09:00:00.000+07:00');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let office: string;
let small: string;
let shop: Shop;
let product: Product;
const admin = () => town.adminOf(CITY);

const addsOffice = async (name: string): Promise<string> => {
  const asked = { params: { city: CITY }, body: { name, address: 'Jl. Tugu 1' } };
  return (await town.as(admin())('POST /cities/{city}/agencies', asked)).agencyId;
};
/** From cart to money, and told to who counts, twice as a queue may. */
const shops = async (person: string, phone: string, of: { shop: Shop; product: Product } = { shop, product }) => {
  const order = await town.buys(person, of.product, 1, { contact: { name: 'Ani', phone } });
  for (const move of ['accept', 'deliver'] as const) await town.moves(of.shop.owner, move, order);
  await town.receives(person, order);
  const { orderId } = order;
  await hear(
    followOrders(() => world),
    ['OrderReceived', { orderId }],
  );
  await town.as(of.shop.owner)('POST /orders/{orderId}/payment/confirm', {
    params: { orderId },
    body: { rupiah: order.totalRupiah },
  });
  await counts(orderId);
  return orderId;
};
const counts = (orderId: string) =>
  hear(
    countParticipation(() => worldFor('targets/count-participation', world)),
    ['OrderReceived', { orderId }],
    ['PaymentMoved', { orderId }],
  );
const read = async (month = MONTH) =>
  town.as(admin())('GET /cities/{city}/participation/{month}', { params: { city: CITY, month } });
/** How many of an office really took part: only a test looks there. */
const participants = async (agencyId: string, month = MONTH): Promise<number> => {
  const found = (await everything(world)).find(
    (item) => item['type'] === 'OfficeMonth' && item['agencyId'] === agencyId && item['month'] === month,
  );
  return Number(found?.['participants'] ?? 0);
};
const tookPart = async (person: string) => (await town.as(person)('GET /me/civil-servant')).tookPart;

beforeAll(async () => {
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  office = await addsOffice('Dinas Pendidikan');
  small = await addsOffice('Dinas Arsip');
  shop = await town.opens(CITY);
  product = await town.offers(shop, { amount: 10_000 });
  for (let at = 0; at < 12; at++) await lists(town, CITY, `guru-${at}`, office);
  for (let at = 0; at < 3; at++) await lists(town, CITY, `arsip-${at}`, small);
});

describe('the list of civil servants', () => {
  test('keeps no number and no name, and grows by who is new alone', async () => {
    await lists(town, CITY, 'guru-0', office);
    const kept = JSON.stringify(await everything(world));
    expect(kept).not.toMatch(/Nama Rahasia|19\d{6}200501/);
    const { items: offices } = await read();
    expect(offices.map(({ name, members }) => [name, members]).sort()).toEqual([
      ['Dinas Arsip', 3],
      ['Dinas Pendidikan', 12],
    ]);
  });

  test('says row by row what is wrong without repeating a number, and writes all or none', async () => {
    const sends = (rawBody: string, mode: 'all' | 'good') =>
      town.ask('POST /cities/{city}/civil-servants/import', admin(), {
        params: { city: CITY },
        query: { mode },
        rawBody,
        headers: { 'content-type': 'text/csv' },
      });
    const nip = newNip();
    const sheet = `NIP;UNIT KERJA\n${nip};Dinas Arsip\n${nip};Dinas Arsip\n1.98E+17;Dinas Arsip\n${newNip()};Dinas Antah\n`;
    const { body } = await sends(sheet, 'all');
    expect(body).toMatchObject({ written: false, rows: 4, flawCount: 3 });
    expect(JSON.stringify(body)).not.toContain(nip);
    expect((await read()).items.find(({ agencyId }) => agencyId === small)?.members).toBe(3);
    expect((await sends('NAMA;ALAMAT\na;b\n', 'all')).body).toMatchObject({ code: 'sheet_not_readable' });
  });

  test('lets somebody move to another office and leave, and their account with them', async () => {
    const nip = await joins(town, CITY, 'pindah', office);
    const sends = (line: string) =>
      town.ask('POST /cities/{city}/civil-servants/import', admin(), {
        params: { city: CITY },
        query: { mode: 'all' },
        headers: { 'content-type': 'text/csv' },
        rawBody: `NIP;UNIT KERJA;STATUS\n${line}\n`,
      });
    await sends(`${nip};Dinas Arsip;aktif`);
    expect((await town.as('pindah')('GET /me/civil-servant')).office?.name).toBe('Dinas Arsip');
    await sends(`${nip};Dinas Arsip;pensiun`);
    expect((await town.as('pindah')('GET /me/civil-servant')).office).toBeNull();
    expect((await read()).items.map(({ members }) => members).sort()).toEqual([12, 3]);
  });
});

describe('a civil servant', () => {
  test('is one account, and an account is one: however many reach for a number at once', async () => {
    const nip = await lists(town, CITY, 'rebutan', office);
    const joining = (person: string) => town.ask('PUT /me/civil-servant', person, { body: { cityCode: CITY, nip } });
    const answers = await Promise.all(['rebutan', 'pencuri'].map(joining));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = answers[0]?.status === 200 ? 'rebutan' : 'pencuri';
    const other = await lists(town, CITY, 'lain', office);
    const second = town.as(winner)('PUT /me/civil-servant', { body: { cityCode: CITY, nip: other } });
    expect(await refusalOf(second)).toMatchObject({ code: 'already_claimed' });
    const released = await town.as(admin())('POST /cities/{city}/civil-servants/release', {
      params: { city: CITY },
      body: { nip, reason: 'Bukan pemilik NIP' },
    });
    expect(released).toEqual({ released: true });
    expect((await joining(winner === 'rebutan' ? 'pencuri' : 'rebutan')).status).toBe(200);
  });

  test('is not found by trying numbers: five a day', async () => {
    for (let at = 0; at < 5; at++)
      expect(
        await refusalOf(town.as('penebak')('PUT /me/civil-servant', { body: { cityCode: CITY, nip: newNip() } })),
      ).toMatchObject({ code: 'civil_servant_not_found' });
    const nip = await lists(town, CITY, 'korban', office);
    expect(
      await refusalOf(town.as('penebak')('PUT /me/civil-servant', { body: { cityCode: CITY, nip } })),
    ).toMatchObject({ code: 'limit_reached' });
  });
});

describe('taking part', () => {
  test('counts somebody once a month, when goods came and the shop has its money', async () => {
    await joins(town, CITY, 'guru-0', office);
    const before = await participants(office);
    await shops('guru-0', '0812-0000-0001');
    await shops('guru-0', '0812-0000-0001');
    expect(await participants(office)).toBe(before + 1);
    expect(await tookPart('guru-0')).toBe(true);
    const unpaid = await town.buys('guru-1', product);
    await joins(town, CITY, 'guru-1', office);
    await counts(unpaid.orderId);
    expect(await tookPart('guru-1')).toBe(false);
  });

  test('counts no second account behind the same phone, and nobody at their own shop', async () => {
    const before = await participants(office);
    await joins(town, CITY, 'guru-2', office);
    await shops('guru-2', '0812-0000-0001');
    expect(await tookPart('guru-2')).toBe(false);
    await joins(town, CITY, 'guru-3', office);
    const own = await town.opens(CITY, { nik: '3573024508800055', phone: '081200000055' }, 'guru-3');
    const goods = await town.offers(own);
    const order = await refusalOf(town.buys('guru-3', goods)).catch(() => undefined);
    if (!order) await shops('guru-3', '0812-0000-0003', { shop: own, product: goods });
    expect(await tookPart('guru-3')).toBe(false);
    expect(await participants(office)).toBe(before);
  });

  test('is told in numbers that tell of nobody, on the page and in the file alike', async () => {
    for (const at of [4, 5, 6, 7, 8]) {
      await joins(town, CITY, `guru-${at}`, office);
      await shops(`guru-${at}`, `0812-0000-010${at}`);
    }
    const running = await read();
    expect(running.running).toBe(true);
    for (const { participants: told } of running.items) expect((told ?? 0) % 5).toBe(0);
    expect(running.items.find(({ agencyId }) => agencyId === small)).toMatchObject({
      participants: null,
      hidden: 'small-office',
    });
    const file = await town.as(admin())('GET /cities/{city}/participation/{month}/{file}', {
      params: { city: CITY, month: MONTH, file: 'partisipasi-asn.csv' },
    });
    const rows = records(Buffer.from(file.bytes).toString('utf8').replace('\ufeff', ''), ';');
    expect(rows).toHaveLength(running.items.length + 1);
    for (const [at, one] of running.items.entries())
      expect(rows[at]).toMatchObject({
        Dinas: one.name,
        ASN: String(one.members),
        'Ikut belanja': one.participants === null ? '' : String(one.participants),
      });
    expect(JSON.stringify(running)).not.toMatch(/nipKey|guru-|Nasi/);
  });
});

describe('an office that looks for a better share', () => {
  test('gains none by striking people off the list who bought nothing', async () => {
    const before = (await read()).items.find(({ agencyId }) => agencyId === office);
    const nip = await lists(town, CITY, 'guru-11', office);
    await town.ask('POST /cities/{city}/civil-servants/import', admin(), {
      params: { city: CITY },
      query: { mode: 'all' },
      headers: { 'content-type': 'text/csv' },
      rawBody: `NIP;UNIT KERJA;STATUS\n${nip};Dinas Pendidikan;keluar\n`,
    });
    expect((await read()).items.find(({ agencyId }) => agencyId === office)).toEqual(before);
  });
});

describe('a goal', () => {
  const sets = (month: string, percent = 60) =>
    town.as(admin())('PUT /cities/{city}/participation-goals/{month}', {
      params: { city: CITY, month },
      body: { percent },
    });
  test('holds from its month on; the first may begin now, and no month that runs is moved', async () => {
    await sets(MONTH, 50);
    expect((await read()).goalPercent).toBe(50);
    expect(await refusedWithoutTrace(world, () => sets(MONTH, 10))).toMatchObject({ code: 'month_invalid' });
    await sets('2026-12', 70);
    expect([
      (await read()).goalPercent,
      (await read('2026-12')).goalPercent,
      (await read('2027-03')).goalPercent,
    ]).toEqual([50, 70, 70]);
  });
});

describe('a proof of a purchase elsewhere', () => {
  const sends = async (person: string, but: object = {}) =>
    town.ask('POST /me/purchase-proofs', person, { body: { ...(await proofOf(town, person)), ...but } });
  const decides = (proofId: string, body: object, by = admin()) =>
    town.ask('POST /cities/{city}/purchase-proofs/{proofId}/decide', by, { params: { city: CITY, proofId }, body });
  beforeAll(async () => {
    for (const person of ['guru-9', 'guru-10']) await joins(town, CITY, person, office);
  });

  test('counts once when the city accepts it, and opens its photo to the city alone', async () => {
    const before = await participants(office);
    const { proofId } = (await sends('guru-9')).body as { proofId: string };
    expect(await participants(office)).toBe(before);
    const { items } = await town.as(admin())('GET /cities/{city}/purchase-proofs', {
      params: { city: CITY },
      query: {},
    });
    expect(items.find((one) => one.proofId === proofId)).toMatchObject({
      agencyName: 'Dinas Pendidikan',
      alike: false,
    });
    expect(JSON.stringify(items)).not.toMatch(/guru-9|nipKey/);
    const asked = { params: { city: CITY, proofId } };
    const { link } = await town.as(admin())('GET /cities/{city}/purchase-proofs/{proofId}/photo', asked);
    const token = link.split('/').at(-1) ?? '';
    expect((await town.ask('GET /private-photos/{token}', undefined, { params: { token } })).status).toBe(200);
    expect((await decides(proofId, { decision: 'accept' })).status).toBe(200);
    expect((await decides(proofId, { decision: 'accept' })).body).toMatchObject({ code: 'already_answered' });
    await decides(((await sends('guru-9')).body as { proofId: string }).proofId, { decision: 'accept' });
    expect(await participants(office)).toBe(before + 1);
  });

  test('is refused where its photo was shown before, by whomever and around whatever else', async () => {
    const first = await photographs(town, 'guru-9', 900);
    const proof = { ...(await proofOf(town, 'guru-9')), photoId: first.photoId };
    expect((await town.ask('POST /me/purchase-proofs', 'guru-9', { body: proof })).status).toBe(201);
    expect(await photographs(town, 'guru-10', 900)).toMatchObject({ status: 409, code: 'proof_repeated' });
    expect(await photographs(town, 'guru-9', 900)).toMatchObject({ status: 409, code: 'proof_repeated' });
    const taken = await town.ask('POST /me/purchase-proofs', 'guru-10', { body: { ...proof, receiptNumber: 'Z-1' } });
    expect(taken.body).toMatchObject({ code: 'photo_not_found' });
    // Sent again after a lost answer it is the same proof.
    const again = await town.ask('POST /me/purchase-proofs', 'guru-9', { body: proof });
    expect(again.status).toBe(201);
  });

  test('is refused where number, sum and day were shown before, however the number is written', async () => {
    const receipt = { rupiah: 41_000, boughtOn: '2026-11-09' };
    expect((await sends('guru-9', { ...receipt, receiptNumber: 'INV-0099' })).status).toBe(201);
    const { body } = await sends('guru-10', { ...receipt, receiptNumber: 'inv 0099', shopName: 'Toko Lain' });
    expect(body).toMatchObject({ code: 'proof_repeated' });
  });

  test('without a number is not refused, but the city is told that another is alike', async () => {
    const receipt = { rupiah: 15_000, boughtOn: '2026-11-09', receiptNumber: undefined, shopName: 'Warung Pecel' };
    expect((await sends('guru-9', receipt)).status).toBe(201);
    const { proofId } = (await sends('guru-10', { ...receipt, shopName: 'WARUNG  PECEL' })).body as { proofId: string };
    const { items } = await town.as(admin())('GET /cities/{city}/purchase-proofs', {
      params: { city: CITY },
      query: { limit: 100 },
    });
    expect(items.find((one) => one.proofId === proofId)?.alike).toBe(true);
  });

  test('without a number stays known when one like it is refused, also where that was another’s', async () => {
    const receipt = { rupiah: 16_000, boughtOn: '2026-11-09', receiptNumber: undefined, shopName: 'Warung Rawon' };
    const alikeOf = async (person: string) => {
      const { proofId } = (await sends(person, receipt)).body as { proofId: string };
      const { items } = await town.as(admin())('GET /cities/{city}/purchase-proofs', {
        params: { city: CITY },
        query: { limit: 100 },
      });
      return { proofId, alike: items.find((one) => one.proofId === proofId)?.alike };
    };
    const refuses = (proofId: string) => decides(proofId, { decision: 'refuse', reason: 'Fotonya buram.' });
    const own = await alikeOf('guru-9');
    await refuses(own.proofId);
    // The better picture that they were asked for.
    expect(await alikeOf('guru-9')).toMatchObject({ alike: false });
    const copied = await alikeOf('guru-10');
    expect(copied.alike).toBe(true);
    await refuses(copied.proofId);
    expect(await alikeOf('guru-10')).toMatchObject({ alike: true });
  });

  test('whose picture looks like that of another is told apart for the city: packed again, smaller, brighter', async () => {
    for (const person of ['guru-21', 'guru-22']) await joins(town, CITY, person, office);
    const shown = async (person: string, ...shot: Parameters<typeof receiptShot>) => {
      const sent = await town.ask('POST /me/purchase-proof-photos', person, receiptShot(...shot));
      const { photoId } = sent.body as { photoId: string };
      const receipt = { shopName: 'Warung Soto', receiptNumber: photoId.slice(0, 12), rupiah: 20_000 };
      const body = { photoId, ...receipt, boughtOn: '2026-11-09' };
      const { proofId } = (await town.ask('POST /me/purchase-proofs', person, { body })).body as { proofId: string };
      return proofId;
    };
    const first = await shown('guru-21', 41);
    const again = [
      await shown('guru-22', 41, { quality: 30 }),
      await shown('guru-22', 41, { width: 150, brighter: 12 }),
    ];
    const others = [await shown('guru-22', 42), await shown('guru-21', 43), await shown('guru-21', 44)];
    const { items } = await town.as(admin())('GET /cities/{city}/purchase-proofs', {
      params: { city: CITY },
      query: { limit: 100 },
    });
    const likeOf = (proofId: string) => items.find((one) => one.proofId === proofId)?.likeProof;
    expect(again.map(likeOf)).toEqual([first, expect.stringMatching(/^prf_/)]);
    expect([first, ...others].map(likeOf)).toEqual([null, null, null, null]);
    const own = await town.as('guru-22')('GET /me/civil-servant');
    expect(JSON.stringify(own)).not.toContain('likeProof');
    // Refused for a better picture, the better picture is no second receipt.
    await decides(others[1] ?? '', { decision: 'refuse', reason: 'Foto buram' });
    const better = await shown('guru-21', 43, { quality: 85 });
    const waiting = await town.as(admin())('GET /cities/{city}/purchase-proofs', {
      params: { city: CITY },
      query: { limit: 100 },
    });
    expect(waiting.items.find((one) => one.proofId === better)?.likeProof).toBeNull();
  });

  test('that is refused says why to who sent it, and frees its receipt for a better photo', async () => {
    const receipt = { rupiah: 52_000, boughtOn: '2026-11-08', receiptNumber: 'B-77' };
    const { proofId } = (await sends('guru-10', receipt)).body as { proofId: string };
    expect((await decides(proofId, { decision: 'refuse' })).status).toBe(400);
    await decides(proofId, { decision: 'refuse', reason: 'Foto buram' });
    const { proofs } = await town.as('guru-10')('GET /me/civil-servant');
    expect(proofs.find((one) => one.proofId === proofId)).toMatchObject({
      state: 'refused',
      decision: { reason: 'Foto buram' },
    });
    expect((await sends('guru-10', receipt)).status).toBe(201);
  });

  test('is not decided by who sent it, and not taken for a day to come or a month long over', async () => {
    await joins(town, CITY, admin(), office);
    const { proofId } = (await sends(admin())).body as { proofId: string };
    expect((await decides(proofId, { decision: 'accept' })).body).toMatchObject({ code: 'own_proof' });
    for (const boughtOn of ['2026-11-11', '2026-09-30'])
      expect((await sends('guru-9', { boughtOn })).body).toMatchObject({ code: 'date_not_possible' });
    expect(await photographs(town, 'bukan-asn')).toMatchObject({ code: 'civil_servant_not_found' });
  });
});

describe('a city of many offices', () => {
  const CITY_OF_MANY = '35.78';
  const adds = (what?: string) =>
    sumOffices(() => worldFor('spending/sum-offices', world))({
      'detail-type': what === undefined ? 'LedgerDue' : 'PreparationAsked',
      detail: { eventId: 'due', version: 1, at: clock.now(), cityCode: CITY_OF_MANY, what },
    });
  const told = async () => {
    const params = { city: CITY_OF_MANY, month: clock.now().slice(0, 7) };
    return town.as(town.adminOf(CITY_OF_MANY))('GET /cities/{city}/participation/{month}', { params });
  };

  test('is told as it was last added up, and again when somebody came or a list changed', async () => {
    const asked = { params: { city: CITY_OF_MANY }, body: { name: 'Dinas Sosial', address: 'Jl. Tugu 2' } };
    const { agencyId } = await town.as(town.adminOf(CITY_OF_MANY))('POST /cities/{city}/agencies', asked);
    for (let at = 0; at < 12; at++) await lists(town, CITY_OF_MANY, `sosial-${at}`, agencyId);
    const few = await told();
    expect(few.total.members).toBe(12);
    await manyOffices(world, CITY_OF_MANY);
    await expect(told()).rejects.toMatchObject({ status: 503, code: 'being_prepared' });
    expect(await adds(`participation ${few.month}`)).toEqual({ summed: 1 });
    expect(await told()).toEqual(few);
    await adds();
    await lists(town, CITY_OF_MANY, 'sosial-12', agencyId);
    expect((await told()).total.members).toBe(12);
    await adds();
    expect((await told()).total.members).toBe(13);
    const near = await town.opens(CITY_OF_MANY, { name: 'Dapur Dekat', phone: '081200000077' });
    const there = { shop: near, product: await town.offers(near, { amount: 1000 }) };
    for (let at = 0; at < 5; at++) {
      await joins(town, CITY_OF_MANY, `sosial-${at}`, agencyId);
      await shops(`sosial-${at}`, `08123000010${at}`, there);
    }
    expect((await told()).total.participants).toBe(0);
    await adds();
    expect((await told()).total.participants).toBe(5);
  });
});
