import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { jsonLogger } from '../../../functions/log.ts';
import { NewMerchant } from '../../../shared/domain/register/merchant.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, marketOf, stored, type Town, townOf } from '../../market.ts';
import { named, tampered } from '../../table/clients.ts';

/*
 * Numbers no one else has, given to the market in every way it takes them, then looked for wherever they must not be:
 * in the whole table, in every line of the log, in every answer.
 */
const NIK = '3573024508817263';
const OTHER_NIK = '3573024508819988';
const NPWP = '0918273645546372';
const NIB = '9182736455463';
const PHONE = '81987654321';
const CITY = '35.73';
const ACCOUNT = '90817263544';
const OTHER_ACCOUNT = '81726354499127';
const THIRD_ACCOUNT = '7263544990133';
const numbers = [NIK, OTHER_NIK, NPWP, NIB, ACCOUNT, OTHER_ACCOUNT, THIRD_ACCOUNT];
const accountOf = (number: string) => ({ bank: '014', number, holder: 'Sri Wahyuni Rahasia' }) as const;

let town: Town;
const logged: string[] = [];
const answers: string[] = [];
const person = { nik: NIK, phone: `0${PHONE}`, ownerName: 'Sri Wahyuni Rahasia', account: accountOf(ACCOUNT) };
const entity = { kind: 'entity', nik: undefined, npwp: NPWP, nib: NIB, name: 'CV Rahasia' } as const;

beforeAll(async () => {
  const base = await testWorld({
    now: testClock().now,
    logger: jsonLogger('orders', (line) => logged.push(line)),
  });
  town = await townOf(base);
  for (const city of [CITY, '35.78']) await town.founds(city);
  const shop = await town.opens(CITY, person);
  await town.applies(CITY, { ...entity });
  const returned = await town.applies(CITY, person);
  const { merchantId, owner } = returned;
  await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/return', {
    params: { merchantId },
    body: { reasons: [{ field: 'nik', reason: 'Buram' }] },
  });
  await town.as(owner)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: { nik: OTHER_NIK } });
  const keep = async (asked: Promise<unknown>) => answers.push(JSON.stringify(await asked));
  for (const by of [shop.owner, town.adminOf(CITY)])
    await keep(town.as(by)('GET /merchants/{merchantId}/file', { params: { merchantId: shop.merchantId } }));
  await keep(town.ask('GET /merchants/{merchantId}', undefined, { params: { merchantId: shop.merchantId } }));
  await keep(town.ask('GET /cities/{city}/register', town.adminOf(CITY), { params: { city: CITY } }));
  // Changed to another account, to one nobody may have, and taken away; by the owner, and by who may not.
  const of = { params: { merchantId: shop.merchantId } };
  const typed = OTHER_ACCOUNT.replace(/(\d{4})/g, '$1-');
  for (const by of [shop.owner, 'sri'])
    for (const account of [
      accountOf(typed),
      { ...accountOf(THIRD_ACCOUNT), bank: '000' },
      accountOf(`${THIRD_ACCOUNT}x`),
    ])
      await keep(town.ask('PATCH /merchants/{merchantId}', by, { ...of, body: { account } }));
  await keep(town.ask('GET /merchants/{merchantId}/account-changes', town.adminOf(CITY), of));
  await keep(town.ask('PATCH /merchants/{merchantId}', owner, { params: { merchantId }, body: { account: null } }));
  // Refused for other reasons, and repeated under a key with another body.
  await keep(town.ask('POST /merchants', 'sri', { body: { ...town.application(CITY, person), district: '35.78.02' } }));
  for (const name of ['Satu', 'Dua'])
    await keep(
      town.ask('POST /merchants', 'sri', {
        body: town.application(CITY, { ...person, name }),
        headers: { 'idempotency-key': 'k' },
      }),
    );
  await keep(town.ask('POST /merchants', 'sri', { body: { ...town.application(CITY, person), nik: `${NIK}9` } }));
  await keep(town.ask('POST /merchants', 'sri', { rawBody: `{"nik":"${NIK}"` }));
  // Faults of ours, at the very write that carries the file.
  for (const error of [named('ValidationException'), new Error('socket hang up')]) {
    const broken = {
      ...base,
      cache: new Map(),
      table: tampered(base.table, {
        before: ({ name }) => {
          if (name === 'TransactWrite') throw error;
        },
      }),
    };
    await keep(marketOf(broken).ask('POST /merchants', 'sri', { body: town.application(CITY, person) }));
  }
});

describe('an identity number, or the number of a bank account,', () => {
  test('is nowhere in the table', async () => {
    const table = JSON.stringify(await everything(town.world));
    for (const number of numbers) expect(table).not.toContain(number);
    // Nor as bytes that only look different.
    for (const number of numbers)
      expect(table).not.toContain(Buffer.from(number).toString('base64').replaceAll('=', ''));
  });

  test('stands on no card, which list indexes project; nor do phones, addresses and names of owners', async () => {
    const cards = (await stored(town.world)).flatMap(({ card }) => (card ? [card as object] : []));
    expect(cards.length).toBeGreaterThan(10);
    const secrets = [
      'phone',
      'buyerPhone',
      'address',
      'deliverTo',
      'ownerName',
      'nik',
      'npwp',
      'nib',
      'sealed',
      'request',
    ];
    for (const card of cards) for (const name of secrets) expect(Object.keys(card)).not.toContain(name);
  });

  test('is in no line of the log; nor are names, phones or addresses', () => {
    expect(logged.length).toBeGreaterThan(10);
    for (const line of logged) {
      for (const secret of [...numbers, PHONE, 'Rahasia', 'Jl. Ijen']) expect(line).not.toContain(secret);
    }
  });

  test('is in no answer, but for its last four digits', () => {
    for (const answer of answers) for (const number of numbers) expect(answer).not.toContain(number.slice(0, -4));
    expect(answers[0]).toContain(`••••••••••••${NIK.slice(-4)}`);
    expect(answers[0]).toContain(`•••••••${ACCOUNT.slice(-4)}`);
  });

  test('cannot be guessed from a hash that needs no key', async () => {
    const sent = town.application(CITY, person);
    const said = [sent, NewMerchant.parse(sent)].flatMap((body) => [body, [{}, body], [{}, JSON.stringify(body)]]);
    const merchants = (await everything(town.world)).filter(({ type }) => type === 'Merchant');
    expect(merchants.length).toBeGreaterThan(3);
    const bare = said.map((one) => createHash('sha256').update(JSON.stringify(one)).digest('base64url').slice(0, 22));
    for (const { request } of merchants) expect(bare).not.toContain(request);
  });

  test('can be opened by its own tenant, for its own shop, only', async () => {
    const merchants = (await everything(town.world)).filter(({ type }) => type === 'Merchant');
    for (const { sealed, merchantId } of merchants as { sealed: string; merchantId: string }[]) {
      expect(town.world.identitySealer(CITY).open(sealed, merchantId)).toMatch(/nik|npwp/);
      expect(town.world.identitySealer('35.78').open(sealed, merchantId)).toBeUndefined();
      expect(town.world.identitySealer(CITY).open(sealed, 'mrc_other')).toBeUndefined();
    }
  });

  test('makes its shops one owner in a city, and tells nothing across cities', async () => {
    const ownerOf = async (city: string, but: object) => {
      const { merchantId, owner } = await town.opens(city, but);
      return (await town.as(owner)('GET /merchants/{merchantId}/file', { params: { merchantId } })).ownerId;
    };
    const [a, b, another, elsewhere, company] = [
      await ownerOf(CITY, person),
      await ownerOf(CITY, { ...person, name: 'Toko Kedua' }),
      await ownerOf(CITY, { nik: OTHER_NIK }),
      await ownerOf('35.78', person),
      await ownerOf(CITY, { ...entity, npwp: NIK }),
    ];
    expect(b).toBe(a);
    expect(new Set([a, another, elsewhere]).size).toBe(3);
    expect(a).toMatch(/^own_/);
    // A resident's NPWP is the NIK: a person's company under it counts as that person.
    expect(company).toBe(a);
  });

  test('is behind no id that an applicant sees: a number written into an application tells nothing', async () => {
    const known = await town.opens(CITY, person);
    const { ownerId } = await town.as(known.owner)('GET /merchants/{merchantId}/file', {
      params: { merchantId: known.merchantId },
    });
    const guess = await town.applies(CITY, { nik: OTHER_NIK, name: 'Toko Penebak' });
    const params = { merchantId: guess.merchantId };
    const before = await town.as(guess.owner)('GET /merchants/{merchantId}/file', { params });
    const right = await town.as(guess.owner)('PATCH /merchants/{merchantId}', { params, body: { nik: NIK } });
    const wrong = await town.as(guess.owner)('PATCH /merchants/{merchantId}', { params, body: { nik: OTHER_NIK } });
    expect([right.ownerId, wrong.ownerId]).toEqual([before.ownerId, before.ownerId]);
    expect(before.ownerId).not.toBe(ownerId);
    // Nor is there a third guess.
    const third = await town.ask('PATCH /merchants/{merchantId}', guess.owner, { params, body: { nik: NIK } });
    expect([third.status, (third.body as { code: string }).code]).toEqual([409, 'identity_limit']);
    expect(
      (await town.ask('PATCH /merchants/{merchantId}', guess.owner, { params, body: { nik: OTHER_NIK } })).status,
    ).toBe(200);
  });

  test('is in no id at all: the same number founds another owner id in another market', async () => {
    const keys = (await everything(town.world)).filter(({ type }) => type === 'Identity');
    expect(keys.length).toBeGreaterThan(0);
    for (const { identityKey, ownerId } of keys as { identityKey: string; ownerId: string }[]) {
      expect(ownerId).toMatch(/^own_[0-9a-z]{26}$/);
      for (const answer of answers) expect(answer).not.toContain(identityKey);
    }
  });
});

describe('the hash of a bank account', () => {
  test('is the same for its shops in a city, in no answer, and tells nothing across cities', async () => {
    const keyOf = async (city: string, but: object) => {
      const { merchantId, owner } = await town.applies(city, but);
      const file = await town.ask('GET /merchants/{merchantId}/file', owner, { params: { merchantId } });
      const stored = (await everything(town.world)).find((item) => item['nik'] && item['merchantId'] === merchantId);
      expect(JSON.stringify(file)).not.toContain(String(stored?.['accountKey']));
      return stored?.['accountKey'];
    };
    const [a, b, another, bank, elsewhere] = [
      await keyOf(CITY, person),
      await keyOf(CITY, { nik: OTHER_NIK, account: { ...accountOf(ACCOUNT), holder: 'Joko' } }),
      await keyOf(CITY, { account: accountOf(OTHER_ACCOUNT) }),
      await keyOf(CITY, { account: { ...accountOf(ACCOUNT), bank: '008' } }),
      await keyOf('35.78', person),
    ];
    expect(a).toMatch(/^[\w-]{26}$/);
    expect(b).toBe(a);
    expect(new Set([a, another, bank, elsewhere]).size).toBe(4);
  });
});

describe('a public answer about a shop', () => {
  test('names neither its owner, phone, address, account nor identity', async () => {
    const { items } = await town.as()('GET /cities/{city}/merchants', { params: { city: CITY } });
    const [card] = items;
    const shop = await town.as()('GET /merchants/{merchantId}', { params: { merchantId: card?.merchantId ?? '' } });
    expect(Object.keys(shop).sort()).toEqual([
      'category',
      'cityCode',
      'district',
      'merchantId',
      'name',
      'pausedUntil',
      'status',
      'village',
    ]);
  });
});
