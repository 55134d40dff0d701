import { beforeEach, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { everything, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let first: Shop;

const file = ({ merchantId }: Shop, person: string) =>
  town.as(person)('GET /merchants/{merchantId}/file', { params: { merchantId } });
const distinct = { nik: '3573024508800007', name: 'Batik Tugu', phone: '0813-9999-0000', address: 'Jl. Kawi 9' };

beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
  first = await town.applies(CITY, {}, 'sri');
});

describe('a second application of one person', () => {
  test.each([
    ['the same name at the same address', { nik: distinct.nik, phone: distinct.phone }, '/name'],
    [
      'the same name and address in other letters',
      { nik: distinct.nik, phone: distinct.phone, name: 'DAPUR  bu-Srı', address: 'jl ijen, 1' },
      '/name',
    ],
    ['the same phone', { nik: distinct.nik, name: distinct.name, phone: '+62 812 3456 7890' }, '/phone'],
    ['the same identity number', { name: distinct.name, phone: distinct.phone }, '/nik'],
    [
      'the identity number as a company’s NPWP',
      {
        kind: 'entity',
        nik: undefined,
        npwp: '3573024508800001',
        nib: '9120001234567',
        name: 'PT Sri',
        phone: distinct.phone,
      } as const,
      '/npwp',
    ],
  ] as const)('with %s is pointed to the first', async (_, but, pointer) => {
    const refused = await refusedWithoutTrace(town.world, () => town.applies(CITY, { another: false, ...but }, 'sri'));
    expect([refused.status, refused.code]).toEqual([409, 'already_applied']);
    expect(refused.body['title']).toContain(`Dapur Bu Sri menunggu verifikasi`);
    expect(refused.body['errors']).toEqual([
      { pointer, detail: 'Sama dengan pendaftaran Dapur Bu Sri, yang menunggu verifikasi.' },
    ]);
  });

  test('is told how the first stands by now', async () => {
    await town.verifies(first);
    const refused = await refusalOf(town.applies(CITY, {}, 'sri'));
    expect(refused.body['title']).toContain('sudah diverifikasi');
  });

  test('of another business is taken when it says so, but not of the same name at the same address', async () => {
    const { name, address } = distinct;
    const second = await town.applies(CITY, { name, address, another: true }, 'sri');
    expect(second.merchantId).not.toBe(first.merchantId);
    const same = await refusalOf(town.applies(CITY, { name, address, another: true }, 'sri'));
    expect([same.code, same.body['title']]).toEqual(['already_applied', expect.stringContaining(name)]);
    expect(
      (await town.applies(CITY, { ...distinct, name: 'Toko Lain', another: false }, 'sri')).merchantId,
    ).toBeTruthy();
  });

  test('sent at once with the first is one application', async () => {
    const ended = await Promise.allSettled([1, 2, 3].map(() => town.applies(CITY, {}, 'budi')));
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('under the first’s key is the first', async () => {
    const asked = { body: town.application(CITY), headers: { 'idempotency-key': 'daftar' } };
    const one = await town.as('ani')('POST /merchants', asked);
    expect(await town.as('ani')('POST /merchants', asked)).toEqual(one);
    const other = { ...asked, body: { ...asked.body, address: 'Jl. Lain 2' } };
    expect((await refusalOf(town.as('ani')('POST /merchants', other))).code).toBe('key_reused');
  });

  test('finds what the first shows now, not what it showed before', async () => {
    const params = { merchantId: first.merchantId };
    await town.as('sri')('PATCH /merchants/{merchantId}', { params, body: distinct });
    expect((await town.applies(CITY, { another: false }, 'sri')).merchantId).toBeTruthy();
    expect((await refusalOf(town.applies(CITY, { ...distinct, name: 'Lain', another: false }, 'sri'))).code).toBe(
      'already_applied',
    );
  });
});

describe('an application like another person’s', () => {
  test('is taken like any other, and told to the city alone', async () => {
    const second = await town.applies(CITY, { name: 'Dapur Dua' }, 'tono');
    const stranger = await town.applies(CITY, { ...distinct, name: 'Tanpa Sama' }, 'wati');
    expect((await file(second, town.adminOf(CITY))).sameAs).toEqual([
      { merchantId: first.merchantId, name: 'Dapur Bu Sri', by: ['phone', 'identity', 'address'] },
    ]);
    expect((await file(stranger, town.adminOf(CITY))).sameAs).toEqual([]);
    expect(await file(second, 'tono')).not.toHaveProperty('sameAs');
    const params = { merchantId: second.merchantId };
    await town.as('tono')('PATCH /merchants/{merchantId}', { params, body: { phone: '0819-1111-2222' } });
    expect((await file(first, town.adminOf(CITY))).sameAs).toEqual([
      { merchantId: second.merchantId, name: 'Dapur Dua', by: ['identity', 'address'] },
    ]);
  });

  test('from one house is told to the city by the house alone, however it is written, and refused by nobody', async () => {
    const neighbour = { nik: distinct.nik, phone: distinct.phone, name: 'Keripik Bu Tin', address: 'JL  IJEN, 1' };
    const second = await town.applies(CITY, neighbour, 'tini');
    expect((await file(second, town.adminOf(CITY))).sameAs).toEqual([
      { merchantId: first.merchantId, name: 'Dapur Bu Sri', by: ['address'] },
    ]);
    const other = { ...neighbour, nik: '3573024508800009', phone: '0813-9999-1111', name: 'Sambal Bu Tin' };
    await town.applies(CITY, { ...other, another: false }, 'sri');
    const far = {
      ...other,
      name: 'Rempeyek Pak Dul',
      nik: '3573024508800010',
      phone: '0813-9999-2222',
      village: `${CITY}.02.1002`,
    } as const;
    expect((await file(await town.applies(CITY, far, 'tono'), town.adminOf(CITY))).sameAs).toEqual([]);
  });

  test('answers no guess of a number: known or not, the answers differ in nothing but the shop', async () => {
    const known = await town.as('tono')('POST /merchants', {
      body: { ...town.application(CITY), phone: '0811-0000-1111' },
    });
    const unknown = await town.as('wati')('POST /merchants', {
      body: { ...town.application(CITY), phone: '0811-0000-1111', nik: distinct.nik },
    });
    expect(Object.keys(known).sort()).toEqual(Object.keys(unknown).sort());
    const hidden = (await everything(town.world)).filter(({ type }) => type === 'Evidence');
    for (const { key } of hidden) expect(JSON.stringify([known, unknown])).not.toContain(String(key));
  });
});
