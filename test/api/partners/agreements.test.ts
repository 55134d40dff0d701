import { beforeEach, describe, expect, test } from 'vitest';
import type { Output } from '../../../shared/contract.ts';
import { testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Town, townOf } from '../../market.ts';

const [BLITAR, LAMPUNG] = ['35.72', '18.71'];
let town: Town;
let clock: ReturnType<typeof testClock>;
beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  for (const city of [BLITAR, LAMPUNG, '35.73']) await town.founds(city);
  for (const province of ['35', '18']) await town.seats(`province:${province}`, `prov-${province}`, 'province-admin');
});

const admin = () => town.as(town.adminOf(BLITAR));
const grab = { legalName: 'PT Ojek Contoh', brand: 'Ojek Contoh', kind: 'ride' } as const;
const partnered = async () =>
  (await admin()('POST /cities/{city}/partners', { params: { city: BLITAR }, body: grab })).partnerId;
const terms = {
  number: '1/MOU/2026',
  title: 'Data dan pelatihan',
  scope: 'Pemasaran UMKM.',
  parties: ['Wali Kota Blitar', 'PT Ojek Contoh'],
  offices: ['Dinas Koperasi', 'Dinas Perhubungan'],
  data: ['Pengemudi per kecamatan'],
  start: '2026-01-01',
  end: '2027-06-30',
  obligations: [{ text: 'Pelatihan 40 penjual', owner: 'partner', dueOn: '2026-11-20' }],
};
const agreed = (partnerId: string, but: object = {}) =>
  admin()('POST /partners/{partnerId}/agreements', { params: { partnerId }, body: { ...terms, ...but } });
const pdf = (text = 'naskah') => ({ rawBody: `%PDF-1.7 ${text}`, headers: { 'content-type': 'application/pdf' } });
const DOCUMENTS = 'POST /partners/{partnerId}/agreements/{agreementId}/documents';

describe('a city’s partner', () => {
  test('has what was agreed in the list of its city, and what is due soon stands in Hari ini until it is done', async () => {
    const partnerId = await partnered();
    const { agreementId, obligations } = await agreed(partnerId);
    const read = async () => {
      const { queues } = await admin()('GET /cities/{city}/today', { params: { city: BLITAR } });
      return queues.find(({ queue }) => queue === 'agreements')?.first;
    };
    expect(await read()).toEqual([
      {
        id: partnerId,
        name: 'Ojek Contoh: Pelatihan 40 penjual',
        since: '2026-11-05T17:00:00.000Z',
        due: '2026-11-20T17:00:00.000Z',
      },
    ]);
    const params = { partnerId, agreementId, obligationId: obligations[0]?.obligationId ?? '' };
    const key = 'POST /partners/{partnerId}/agreements/{agreementId}/obligations/{obligationId}';
    await admin()(key, { params, body: { done: true, note: '42 penjual hadir.' } });
    expect(await read()).toBeUndefined();
    const found = await admin()('GET /cities/{city}/partners', { params: { city: BLITAR } });
    expect(found.agreements).toMatchObject([{ agreementId, next: { on: '2027-06-30', text: null } }]);
  });

  test('is nobody else’s: another city, a province, a partner of another place find none', async () => {
    const partnerId = await partnered();
    await town.seats(`partner:${partnerId}`, 'orang-ojek', 'partner', town.adminOf(BLITAR));
    expect((await town.as('orang-ojek')('GET /partners/{partnerId}', { params: { partnerId } })).partner.brand).toBe(
      'Ojek Contoh',
    );
    for (const person of [town.adminOf('35.73'), 'prov-35', 'operator', 'somebody'])
      expect((await refusalOf(town.as(person)('GET /partners/{partnerId}', { params: { partnerId } }))).code).toBe(
        'partner_not_found',
      );
    expect(
      (await refusalOf(town.as('orang-ojek')('GET /cities/{city}/partners', { params: { city: BLITAR } }))).code,
    ).toBe('not_allowed');
  });

  test('keeps a paper as it was sent, once, for those who take part; no other kind of file', async () => {
    const partnerId = await partnered();
    const { agreementId } = await agreed(partnerId);
    const params = { partnerId, agreementId };
    const send = async (asked: object, name = 'Naskah') => {
      const { body } = await town.ask(DOCUMENTS, town.adminOf(BLITAR), { params, query: { name }, ...asked });
      return body as unknown as Output<typeof DOCUMENTS>;
    };
    const first = await send(pdf());
    expect(await send(pdf(), 'Lagi')).toEqual(first);
    expect((await send(pdf('lampiran'))).documents).toHaveLength(2);
    const html = { rawBody: '<html>', headers: { 'content-type': 'application/pdf' } };
    expect(await send(html)).toMatchObject({ code: 'document_not_accepted' });
    const documentId = first.documents[0]?.documentId ?? '';
    const key = 'GET /partners/{partnerId}/agreements/{agreementId}/documents/{documentId}';
    const { bytes } = await admin()(key, { params: { ...params, documentId } });
    expect(Buffer.from(bytes).toString()).toBe('%PDF-1.7 naskah');
    // A paper of one agreement is not read under another's name.
    const other = await agreed(partnerId, { number: '2' });
    const asked = admin()(key, { params: { partnerId, agreementId: other.agreementId, documentId } });
    expect((await refusalOf(asked)).code).toBe('document_not_found');
  });

  test('is changed over the version that was seen', async () => {
    const partnerId = await partnered();
    const { agreementId } = await agreed(partnerId);
    const change = (version: number, title: string) =>
      admin()('PUT /partners/{partnerId}/agreements/{agreementId}', {
        params: { partnerId, agreementId },
        body: { ...terms, title },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await change(1, 'Perpanjangan')).version).toBe(2);
    expect((await refusalOf(change(1, 'Terlambat'))).code).toBe('version_mismatch');
  });
});

describe('a province’s partner', () => {
  const adds = (cities: string[]) =>
    town.as('prov-18')('POST /provinces/{province}/partners', {
      params: { province: '18' },
      body: { ...grab, cities },
    });

  test('is seen by the cities it works in, who change nothing of it, and seats its people by the province', async () => {
    const { partnerId } = await adds([LAMPUNG]);
    const inCity = await town.as(town.adminOf(LAMPUNG))('GET /cities/{city}/partners', { params: { city: LAMPUNG } });
    expect(inCity.partners.map((one) => one.partnerId)).toEqual([partnerId]);
    await town.as(town.adminOf(LAMPUNG))('GET /partners/{partnerId}', { params: { partnerId } });
    const reported = (person: string, city: string) =>
      town.as(person)('GET /partners/{partnerId}/feeds', { params: { partnerId }, query: { city, kind: 'activity' } });
    for (const person of [town.adminOf(LAMPUNG), 'prov-18']) {
      expect((await reported(person, LAMPUNG)).items).toEqual([]);
      expect((await refusalOf(reported(person, BLITAR))).code).toBe('partner_not_found');
    }
    const enter = (person: string) =>
      town.as(person)('POST /partners/{partnerId}/agreements', { params: { partnerId }, body: terms });
    expect((await refusalOf(enter(town.adminOf(LAMPUNG)))).code).toBe('partner_not_found');
    expect((await enter('prov-18')).place).toBe('18');
    await town.seats(`partner:${partnerId}`, 'orang-ojek', 'partner', 'prov-18');
    expect(
      (await town.as('prov-18')('GET /provinces/{province}/audit', { params: { province: '18' } })).items,
    ).toHaveLength(6);
    expect((await admin()('GET /cities/{city}/partners', { params: { city: BLITAR } })).partners).toEqual([]);
  });

  test('works in cities of that province alone', async () => {
    const refused = await refusalOf(adds([LAMPUNG, BLITAR]));
    expect([refused.code, refused.body['errors']]).toEqual([
      'city_not_found',
      [{ pointer: '/cities/1', detail: 'Pilih kota provinsi ini.' }],
    ]);
    expect((await refusalOf(adds(['18.99']))).code).toBe('city_not_found');
  });
});
