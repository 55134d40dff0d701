import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Pack } from '../../../shared/domain/capital/pack/pack.ts';
import { isIntact } from '../../../shared/domain/capital/pack/signed-pack.ts';
import { paperHash } from '../../../shared/domain/papers/check-code.ts';
import { appliesAt, type SeatedBank, schemeOf, seatsBank } from '../../banks.ts';
import { freshTable, testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock('2026-01-05T02:00:00.000Z');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let bank: SeatedBank;
let other: SeatedBank;
let shop: Shop;
beforeAll(async () => {
  world = await testWorld({ now: clock.now, table: await freshTable() });
  town = await townOf(world);
  await town.founds(CITY);
  const schemes = Array.from({ length: 12 }, (_, at) => schemeOf({ name: `Skema ${at}` }));
  [bank, other] = [await seatsBank(town, CITY, { schemes }), await seatsBank(town, CITY, { name: 'Bank Jatim' })];
  shop = await town.opens(CITY, { name: 'Dapur Bu Sri' });
  clock.set('2026-08-05T02:00:00.000Z');
});

type Application = Awaited<ReturnType<typeof appliesAt>>;
/** Every application on a day of its own, as owners do, and for another scheme: what was asked for before may still wait. */
let asked = 0;
const applies = (consent: Parameters<typeof appliesAt>[3] = {}, at: SeatedBank = bank) => {
  clock.set(new Date(Date.parse(clock.now()) + 86_400_000).toISOString());
  asked += 1;
  return appliesAt(town, shop, { ...at, schemeId: at.schemeIds[asked % at.schemeIds.length] ?? '' }, consent);
};
const paramsOf = ({ applicationId }: Application) => ({ bankId: bank.bankId, applicationId });
const opens = (one: Application, key?: string, purpose: 'loan' | 'invoice' = 'loan') =>
  town.ask('POST /banks/{bankId}/applications/{applicationId}/open', bank.officer, {
    params: paramsOf(one),
    body: { purpose },
    headers: key === undefined ? {} : { 'idempotency-key': key },
  });
const packOf = ({ body }: { body: unknown }): Pack => (body as { pack: Pack }).pack;
const reads = (one: Application, by = bank.officer) =>
  town.ask('GET /banks/{bankId}/applications/{applicationId}', by, { params: paramsOf(one) });
const withdraws = ({ applicationId }: Application) =>
  town.as(shop.owner)('POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw', {
    params: { merchantId: shop.merchantId, applicationId },
  });
const inbox = async (view: 'waiting' | 'answered' = 'waiting', of: SeatedBank = bank) => {
  const params = { bankId: of.bankId };
  const { items } = await town.as(of.officer)('GET /banks/{bankId}/applications', { params, query: { view } });
  return items.map(({ applicationId }) => applicationId);
};
const log = async () => {
  const params = { merchantId: shop.merchantId };
  return (await town.as(shop.owner)('GET /merchants/{merchantId}/capital-openings', { params })).items;
};

describe('an application for capital', () => {
  test('is read by the bank it names and by no other', async () => {
    const one = await applies();
    expect(one).toMatchObject({ state: 'sent', ended: null, consent: { from: '2026-02', to: '2026-07', openings: 0 } });
    expect(await inbox()).toContain(one.applicationId);
    expect(await inbox('waiting', other)).toEqual([]);
    expect((await reads(one)).body).toMatchObject({ phone: '+6281234567890', mayOpen: true });
    for (const by of [other.officer, town.adminOf(CITY), shop.owner]) expect((await reads(one, by)).status).toBe(404);
    const astray = { bankId: other.bankId, applicationId: one.applicationId };
    const asked = { params: astray };
    expect((await town.ask('GET /banks/{bankId}/applications/{applicationId}', other.officer, asked)).status).toBe(404);
  });

  test('for one loan waits once: of two at once one is told, and again once it was answered, taken back or ran out', async () => {
    const lender = await seatsBank(town, CITY, {
      name: 'BPR Lain',
      schemes: [schemeOf(), schemeOf({ kind: 'invoice' })],
    });
    const maker = await town.opens(CITY, {
      name: 'Batik Kanjuruhan',
      nik: '3573024508800009',
      phone: '0812-9999-0009',
    });
    const of = { merchantId: maker.merchantId };
    const asks = (at = lender, days = 30) => appliesAt(town, maker, at, { days });
    const both = await Promise.allSettled([asks(), asks()]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await refusalOf(asks())).toMatchObject({ code: 'already_applied' });
    expect(await inbox('waiting', lender)).toHaveLength(1);
    // Anlender scheme is anlender loan, and bills are sold one by one.
    const bills = { ...lender, schemeId: lender.schemeIds[1] ?? '' };
    await asks(bills);
    await asks(bills);
    const [first] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    if (!first) throw new Error('none was taken');
    const params = { ...of, applicationId: first.applicationId };
    await town.as(maker.owner)('POST /merchants/{merchantId}/capital-applications/{applicationId}/withdraw', {
      params,
    });
    const second = await asks();
    await town.as(lender.officer)('POST /banks/{bankId}/applications/{applicationId}/answer', {
      params: { bankId: lender.bankId, applicationId: second.applicationId },
      body: { outcome: 'declined', reason: 'Belum cukup lama.' },
    });
    clock.set(new Date(Date.parse(clock.now()) + 86_400_000).toISOString());
    await asks(lender, 1);
    clock.set(new Date(Date.parse(clock.now()) + 86_400_000).toISOString());
    expect(await asks()).toMatchObject({ state: 'sent' });
  });

  test('is for a scheme that takes it, and for an amount of it', async () => {
    const closed = await seatsBank(town, CITY, { name: 'Bank Tutup', open: false });
    expect(await refusalOf(applies({}, closed))).toMatchObject({ code: 'scheme_not_open' });
    const params = { merchantId: shop.merchantId };
    const { bankId, schemeId } = bank;
    const consent = { months: 12, days: 1, repeated: false };
    const body = { bankId, schemeId, amountRupiah: 80_000_001, phone: '081234567890', consent };
    const asked = town.as(shop.owner)('POST /merchants/{merchantId}/capital-applications', { params, body });
    expect(await refusalOf(asked)).toMatchObject({ code: 'amount_not_possible' });
  });

  test('is answered once, with reasons, and its owner reads no officer’s account', async () => {
    const one = await applies();
    const answers = (outcome: 'accepted' | 'declined') =>
      town.ask('POST /banks/{bankId}/applications/{applicationId}/answer', bank.officer, {
        params: paramsOf(one),
        body: { outcome, reason: 'Penjualannya cukup.' },
      });
    for (const _ of [1, 2]) expect((await answers('accepted')).body).toMatchObject({ state: 'accepted' });
    expect((await answers('declined')).body).toMatchObject({ code: 'application_moved_on' });
    const params = { merchantId: shop.merchantId };
    const own = await town.as(shop.owner)('GET /merchants/{merchantId}/capital-applications', { params });
    expect(own.items[0]).toMatchObject({ state: 'accepted', answer: { reason: 'Penjualannya cukup.' } });
    expect(JSON.stringify(own)).not.toContain(bank.officer);
    expect([await inbox(), await inbox('answered')].map((ids) => ids.includes(one.applicationId))).toEqual([
      false,
      true,
    ]);
  });
});

describe('a consent', () => {
  test('that is withdrawn shows and opens nothing any more, and each try is on record', async () => {
    const one = await applies();
    expect((await opens(one)).status).toBe(201);
    expect(await withdraws(one)).toMatchObject({ state: 'withdrawn', ended: 'withdrawn', phone: null });
    const answer = { outcome: 'accepted', reason: 'Terlambat.' } as const;
    const asked = { params: paramsOf(one), body: answer };
    const answered = await town.ask('POST /banks/{bankId}/applications/{applicationId}/answer', bank.officer, asked);
    expect([(await reads(one)).status, (await opens(one)).status, answered.status]).toEqual([404, 404, 404]);
    expect(await inbox()).not.toContain(one.applicationId);
    const own = (await log()).filter(({ applicationId }) => applicationId === one.applicationId);
    expect(own.map(({ outcome, cause }) => `${outcome} ${cause}`).sort()).toEqual([
      'opened null',
      ...[1, 2, 3].map(() => 'refused withdrawn'),
    ]);
    expect(JSON.stringify(own)).not.toContain(bank.officer);
    expect((await withdraws(one)).version).toBe(one.version + 2);
  });

  test('that has run out is as if it were withdrawn', async () => {
    const one = await applies({ days: 1 });
    clock.set(new Date(Date.parse(one.consent.expiresAt) - 1).toISOString());
    expect((await opens(one)).status).toBe(201);
    clock.set(one.consent.expiresAt);
    expect([(await reads(one)).status, (await opens(one)).status]).toEqual([404, 404]);
    expect(await inbox()).not.toContain(one.applicationId);
    expect((await log())[0]).toMatchObject({ outcome: 'refused', cause: 'expired' });
  });

  test('for one opening opens once, however many tabs ask', async () => {
    const one = await applies({ repeated: false });
    const tabs = await Promise.all([1, 2, 3, 4].map((tab) => opens(one, `tab-${tab}-${one.applicationId}`)));
    expect(tabs.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
    expect((await reads(one)).body).toMatchObject({ mayOpen: false, consent: { openings: 1 } });
    const own = (await log()).filter(({ applicationId }) => applicationId === one.applicationId);
    expect(own.filter(({ outcome }) => outcome === 'opened')).toHaveLength(1);
  });

  test('answers a request whose answer was lost again, until it ends', async () => {
    const one = await applies({ repeated: false });
    const first = packOf(await opens(one, 'hilang'));
    expect(packOf(await opens(one, 'hilang'))).toEqual(first);
    const another = await applies();
    expect((await opens(another, 'hilang')).body).toMatchObject({ code: 'key_reused' });
    expect((await opens(another, undefined, 'invoice')).body).toMatchObject({ code: 'purpose_not_agreed' });
    await withdraws(one);
    expect((await opens(one, 'hilang')).status).toBe(404);
  });

  test('opens nothing after it was withdrawn, at whatever moment that happens', async () => {
    for (let time = 0; time < 6; time++) {
      const one = await applies({}, { ...bank, schemeIds: bank.schemeIds.slice(-1) });
      const key = `balapan-${time}`;
      const [, ...opened] = await Promise.all([withdraws(one), opens(one), opens(one, key), opens(one, key)]);
      const item = (await everything(world)).find(
        (entry) => entry['type'] === 'Application' && entry['applicationId'] === one.applicationId,
      ) as { consent: { openings: number; withdrawnAt: string; openedAt: string | null }; version: number };
      const own = (await log()).filter(({ applicationId }) => applicationId === one.applicationId);
      expect(own.filter(({ outcome }) => outcome === 'opened')).toHaveLength(item.consent.openings);
      const stood = (await everything(world)).filter(
        (entry) => entry['type'] === 'Opening' && entry['applicationId'] === one.applicationId && entry['pack'],
      );
      // Each stands on a version before the withdrawal's own.
      for (const entry of stood) expect(entry['consentVersion']).toBeLessThan(item.version);
      expect(opened.filter(({ status }) => status === 201).length).toBeGreaterThanOrEqual(item.consent.openings);
      expect((await opens(one, key)).status).toBe(404);
    }
  });
});

describe('a statement pack', () => {
  test('says what happened, is signed, and is checked by whoever holds a copy', async () => {
    const one = await applies();
    const answer = await opens(one);
    const pack = packOf(answer);
    expect(
      Buffer.from((answer.body as { pdf: string }).pdf, 'base64')
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(pack.content.months).toHaveLength(6);
    expect(paperHash(pack.content)).toBe(pack.hash);
    expect(isIntact(pack)).toBe(true);
    expect(isIntact({ ...pack, content: { ...pack.content, madeOn: '2026-01-01' } })).toBe(false);
    const { code, hash, publicKey } = pack;
    const check = await town.as()('GET /statement-packs/{code}', { params: { code: code.toLowerCase() } });
    expect(check).toMatchObject({ code, hash, publicKey, intact: true, shopName: 'Dapur Bu Sri' });
    expect(Object.keys(check)).not.toContain('content');
    const pdf = Buffer.from((answer.body as { pdf: string }).pdf, 'base64');
    expect(check.pdfHash).toBe(createHash('sha256').update(pdf).digest('hex'));
    const params = { code: 'K7M42-9QXAB' };
    expect(await refusalOf(town.as()('GET /statement-packs/{code}', { params }))).toMatchObject({
      code: 'pack_not_found',
    });
  });

  test('names nobody but the shop, and judges nothing', async () => {
    const params = { merchantId: shop.merchantId };
    const own = await town.as(shop.owner)('GET /merchants/{merchantId}/statement-pack', {
      params,
      query: { months: 12 },
    });
    expect(own.months.map(({ month }) => month)).toHaveLength(12);
    expect(JSON.stringify(own)).not.toMatch(/"Sri"|0812|3573024508|skor|score|rank|grade/);
  });
});

describe('what became of applications', () => {
  test('is told to the city in steps of five, per bank and per district', async () => {
    const read = async () => {
      const params = { city: CITY, year: '2026' };
      return town.as(town.adminOf(CITY))('GET /cities/{city}/capital-statistics/{year}', { params });
    };
    const { banks, districts } = await read();
    expect(banks.every(({ sent, accepted, declined }) => (sent + accepted + declined) % 5 === 0)).toBe(true);
    expect(banks.every(({ sent }) => sent >= 5)).toBe(true);
    expect(districts).toHaveLength(1);
    expect(districts[0]?.sent).toBeGreaterThanOrEqual(5);
  });
});
