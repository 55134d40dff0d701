import { beforeAll, describe, expect, test } from 'vitest';
import { bankOf, schemeOf, seatsBank } from '../../banks.ts';
import { freshTable, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock('2026-01-05T02:00:00.000Z');
let town: Town;
const admin = () => town.as(town.adminOf(CITY));
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now, table: await freshTable() }));
  await town.founds(CITY);
});

describe('a bank', () => {
  test('is written down by its city, and shows everybody the schemes of the day', async () => {
    const over = schemeOf({ name: 'Skema lama', validTo: '2026-01-04' });
    const coming = schemeOf({ name: 'Skema nanti', validFrom: '2026-02-01' });
    const bank = await admin()('POST /cities/{city}/banks', {
      params: { city: CITY },
      body: bankOf({ schemes: [schemeOf(), over, coming] }),
    });
    expect(bank.schemes).toHaveLength(3);
    const { banks, kur } = await town.as()('GET /cities/{city}/banks', { params: { city: CITY } });
    expect(banks.map(({ name, schemes }) => [name, schemes.map((one) => one.name)])).toEqual([
      ['BPR Tugu Artha', ['KUR mikro']],
    ]);
    expect(kur.map(({ code }) => code)).toEqual(['super-micro', 'micro', 'small']);
  });

  test('is changed over the version that was read, and each scheme stays itself', async () => {
    const { bankId, schemeId } = await seatsBank(town, CITY, { name: 'Bank Jatim' });
    const params = { bankId };
    const body = bankOf({ name: 'Bank Jatim', schemes: [schemeOf({ schemeId, upToRupiah: 90_000_000 }), schemeOf()] });
    const headers = { 'if-match': '"1"' };
    const changed = await admin()('PUT /banks/{bankId}', { params, body, headers });
    expect(changed).toMatchObject({ version: 2, schemes: [{ schemeId, upToRupiah: 90_000_000 }, {}] });
    expect(await refusalOf(admin()('PUT /banks/{bankId}', { params, body, headers }))).toMatchObject({
      code: 'version_mismatch',
    });
    const wrong = bankOf({ schemes: [schemeOf({ kur: 'small' })] });
    expect(await refusalOf(admin()('PUT /banks/{bankId}', { params, body: wrong }))).toMatchObject({
      code: 'invalid_request',
      body: { errors: [{ pointer: '/schemes/0/fromRupiah' }] },
    });
  });
});

describe('readiness for capital', () => {
  test('goes by what the market knows of the shop', async () => {
    const { bankId } = await seatsBank(town, CITY);
    const shop = await town.opens(CITY, { nib: '1234567890123' });
    clock.set('2026-08-06T02:00:00.000Z');
    const read = () =>
      town.as(shop.owner)('GET /merchants/{merchantId}/capital-readiness', { params: { merchantId: shop.merchantId } });
    const { facts, banks, bills } = await read();
    expect(facts).toMatchObject({ since: '2026-01-05', monthsListed: 7, monthsSold: 0, nib: true, npwp: false });
    expect(bills).toEqual({ count: 0, rupiah: '0', oldestOn: null });
    const lines = banks.find((bank) => bank.bankId === bankId)?.schemes[0]?.lines ?? [];
    expect(lines.map(({ need, state }) => `${need} ${state}`)).toEqual([
      'time there',
      'ktp bring',
      'nib there',
      'npwp missing',
      'sales missing',
    ]);
  });
});
