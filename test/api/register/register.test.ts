import { beforeEach, describe, expect, test } from 'vitest';
import { type Clock, testClock, testWorld } from '../../engine.ts';
import { marketOf, QRIS, refusalOf, refusedWithoutTrace, type Shop, type Town, townOf } from '../../market.ts';
import { isWrite, tampered } from '../../table/clients.ts';

const CITY = '35.73';
let clock: Clock;
let town: Town;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
});

describe('an officer', () => {
  test('decides about the file they read, not about what its applicant wrote meanwhile', async () => {
    const shop = await town.applies(CITY);
    const params = { merchantId: shop.merchantId };
    const [admin, owner] = [town.as(town.adminOf(CITY)), town.as(shop.owner)];
    const read = await admin('GET /merchants/{merchantId}/file', { params });
    await owner('PATCH /merchants/{merchantId}', { params, body: { nik: '3573024508800099' } });
    const headers = { 'if-match': `"${read.version}"` };
    const body = { reason: 'Barang tiruan' };
    const reasons = [{ field: 'nik' as const, reason: 'Foto buram' }];
    for (const decide of [
      () => admin('POST /merchants/{merchantId}/verify', { params, headers }),
      () => admin('POST /merchants/{merchantId}/return', { params, headers, body: { reasons } }),
    ])
      expect((await refusedWithoutTrace(town.world, decide)).code).toBe('version_mismatch');
    const now = { 'if-match': `"${read.version + 1}"` };
    expect((await admin('POST /merchants/{merchantId}/verify', { params, headers: now })).status).toBe('verified');
    const late = () => admin('POST /merchants/{merchantId}/suspend', { params, headers: now, body });
    expect((await refusedWithoutTrace(town.world, late)).code).toBe('version_mismatch');
  });

  test('by one of two officers: the other reasons are not taken for said', async () => {
    const { merchantId } = await town.applies(CITY);
    const headers = {
      'if-match': `"${(await town.as(town.adminOf(CITY))('GET /merchants/{merchantId}/file', { params: { merchantId } })).version}"`,
    };
    const returns = (reason: string) =>
      town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/return', {
        params: { merchantId },
        headers,
        body: { reasons: [{ field: 'nik', reason }] },
      });
    const first = await returns('Foto buram');
    expect(await returns('Foto buram')).toEqual(first);
    expect((await refusedWithoutTrace(town.world, () => returns('NIK milik orang lain'))).code).toBe(
      'version_mismatch',
    );
  });
});

const decides = (shop: Shop, what: 'verify' | 'return' | 'suspend') => {
  const params = { merchantId: shop.merchantId };
  const admin = town.as(town.adminOf(CITY));
  if (what === 'verify') return admin('POST /merchants/{merchantId}/verify', { params });
  if (what === 'suspend')
    return admin('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'Barang tiruan' } });
  return admin('POST /merchants/{merchantId}/return', {
    params,
    body: { reasons: [{ field: 'nik', reason: 'Buram' }] },
  });
};
const changes = ({ merchantId, owner }: Shop, body: object, headers?: Record<string, string>) =>
  town.as(owner)('PATCH /merchants/{merchantId}', {
    params: { merchantId },
    body: body as never,
    ...(headers ? { headers } : {}),
  });
const register = async (status: string) =>
  (
    await town.as(town.adminOf(CITY))('GET /cities/{city}/register', {
      params: { city: CITY },
      query: { status: status as 'pending' },
    })
  ).items.map(({ merchantId }) => merchantId);

describe('an application', () => {
  test('returned with a reason per field goes back to the city when it is mended', async () => {
    const shop = await town.applies(CITY);
    expect(await register('pending')).toEqual([shop.merchantId]);
    expect(await decides(shop, 'return')).toMatchObject({
      status: 'returned',
      reasons: [{ field: 'nik', reason: 'Buram' }],
    });
    expect(await register('returned')).toEqual([shop.merchantId]);
    expect(await changes(shop, { nik: '3573024508800007' })).toMatchObject({
      status: 'pending',
      reasons: [],
      nik: '••••••••••••0007',
    });
    expect((await decides(shop, 'verify')).history.map(({ status }) => status)).toEqual([
      'pending',
      'returned',
      'pending',
      'verified',
    ]);
    expect([await register('pending'), await register('verified')]).toEqual([[], [shop.merchantId]]);
  });

  test('returned for several fields waits until each is mended, in whatever order, and nothing else sends it', async () => {
    const shop = await town.applies(CITY);
    const reasons = [
      { field: 'nik', reason: 'Buram' },
      { field: 'address', reason: 'Tanpa nomor rumah' },
      { field: 'account', reason: 'Nama lain' },
    ];
    const params = { merchantId: shop.merchantId };
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/return', { params, body: { reasons } as never });
    const account = { bank: '014', number: '0011223344', holder: 'Sri Handayani' } as const;
    const left = async (body: object) => {
      const { status, reasons } = await changes(shop, body);
      return [status, ...reasons.map(({ field }) => field)];
    };
    expect(await left({ account })).toEqual(['returned', 'nik', 'address']);
    expect(await left({ description: 'Kue basah' })).toEqual(['returned', 'nik', 'address']);
    expect(await register('pending')).toEqual([]);
    expect((await refusedWithoutTrace(town.world, () => decides(shop, 'verify'))).code).toBe('merchant_moved_on');
    expect(await left({ nik: '3573024508800007', phoneShown: false })).toEqual(['returned', 'address']);
    expect(await left({ address: 'Jl. Ijen 12' })).toEqual(['pending']);
    expect(await register('pending')).toEqual([shop.merchantId]);
  });

  test('is decided once: a second click finds it decided, another decision finds it moved on', async () => {
    const shop = await town.applies(CITY);
    const first = await decides(shop, 'verify');
    expect(await decides(shop, 'verify')).toEqual(first);
    expect((await refusedWithoutTrace(town.world, () => decides(shop, 'return'))).code).toBe('merchant_moved_on');
    const other = await town.applies(CITY);
    expect((await refusedWithoutTrace(town.world, () => decides(other, 'suspend'))).code).toBe('merchant_moved_on');
  });

  test('is nobody’s business until it is verified', async () => {
    const { merchantId } = await town.applies(CITY);
    for (const key of ['GET /merchants/{merchantId}', 'GET /merchants/{merchantId}/products'] as const)
      expect((await town.ask(key, undefined, { params: { merchantId } })).status).toBe(404);
    expect((await town.as()('GET /cities/{city}/merchants', { params: { city: CITY } })).items).toEqual([]);
  });

  test('verified by two officers at once opens one standing', async () => {
    const shop = await town.applies(CITY);
    const answers = await Promise.all([decides(shop, 'verify'), decides(shop, 'verify')]);
    expect(answers.map(({ version }) => version)).toEqual([2, 2]);
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/standings/{month}', {
      params: { city: CITY, month: '2026-11' },
    });
    expect(items).toHaveLength(1);
  });
});

describe('a verified shop', () => {
  test('changes how it is reached and when it is open, not who and where it is', async () => {
    const shop = await town.opens(CITY);
    expect(await changes(shop, { phone: '0813 0000 1111', pausedUntil: '2026-11-20' })).toMatchObject({
      phone: '+6281300001111',
      pausedUntil: '2026-11-20',
    });
    for (const field of [{ nik: '3573024508800007' }, { category: 'batik' }, { ownerName: 'Budi' }])
      expect((await refusedWithoutTrace(town.world, () => changes(shop, field))).code).toBe('not_allowed');
  });

  test('paused takes orders again the day after, by the clock of its city', async () => {
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop);
    await changes(shop, { pausedUntil: '2026-11-20' });
    clock.set('2026-11-20T23:59:59.999+07:00');
    expect((await refusalOf(town.buys('ani', nasi))).code).toBe('merchant_closed');
    clock.pass(1);
    expect((await town.buys('ani', nasi)).state).toBe('placed');
  });

  test('suspended sells nothing and keeps its orders to finish', async () => {
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop);
    const order = await town.buys('ani', nasi);
    await town.moves(shop.owner, 'accept', order);
    await decides(shop, 'suspend');
    expect((await refusalOf(town.buys('budi', nasi))).code).toBe('merchant_closed');
    await town.moves(shop.owner, 'deliver', order);
    expect((await town.receives('ani', order)).state).toBe('received');
  });

  test('changed by two at once keeps both changes, or tells the one who did not see the other', async () => {
    const shop = await town.opens(CITY);
    await Promise.all([changes(shop, { address: 'Jl. Baru 2' }), changes(shop, { description: 'Pedas' })]);
    const file = await town.as(shop.owner)('GET /merchants/{merchantId}/file', {
      params: { merchantId: shop.merchantId },
    });
    expect(file).toMatchObject({ address: 'Jl. Baru 2', description: 'Pedas', version: 4 });
    const seen = { 'if-match': '"4"' };
    const ended = await Promise.allSettled([
      changes(shop, { address: 'Jl. A' }, seen),
      changes(shop, { address: 'Jl. B' }, seen),
    ]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a write that comes too late', () => {
  test('is made again from its reads, and counts both', async () => {
    const shop = await town.opens(CITY);
    let meddled = false;
    const table = tampered(town.world.table, {
      before: async (sent) => {
        if (meddled || !isWrite(sent)) return;
        meddled = true;
        await changes(shop, { description: 'Sela' });
      },
    });
    const late = await marketOf({ ...town.world, table }).as(shop.owner)('PATCH /merchants/{merchantId}', {
      params: { merchantId: shop.merchantId },
      body: { address: 'Jl. Telat 1' },
    });
    expect(late).toMatchObject({ address: 'Jl. Telat 1', description: 'Sela', version: 4 });
  });

  test('again and again is told so, and nothing of it is written', async () => {
    const shop = await town.opens(CITY);
    let times = 0;
    const table = tampered(town.world.table, {
      before: async (sent) => {
        if (!isWrite(sent)) return;
        times += 1;
        await changes(shop, { description: `Sela ${times}` });
      },
      pause: async () => {},
    });
    const refused = await refusalOf(
      marketOf({ ...town.world, table }).as(shop.owner)('PATCH /merchants/{merchantId}', {
        params: { merchantId: shop.merchantId },
        body: { address: 'Jl. Telat 1' },
      }),
    );
    expect(refused).toMatchObject({ status: 409, code: 'changed_meanwhile' });
    expect(times).toBeLessThanOrEqual(10);
    const file = await town.as(shop.owner)('GET /merchants/{merchantId}/file', {
      params: { merchantId: shop.merchantId },
    });
    expect(file).toMatchObject({ address: 'Jl. Ijen 1', description: `Sela ${times}` });
  });

  test('is too busy when the engine is, with a time to come back, and nothing written', async () => {
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop);
    const { named } = await import('../../table/clients.ts');
    const table = tampered(town.world.table, {
      before: (sent) => {
        if (isWrite(sent)) throw named('ThrottlingException');
      },
      pause: async () => {},
    });
    const body = town.cart([{ product: nasi, quantity: 1 }]);
    const answer = await marketOf({ ...town.world, table }).ask('POST /orders', 'ani', { body });
    expect([answer.status, (answer.body as { code: string }).code, answer.headers['retry-after']]).toEqual([
      503,
      'too_busy',
      '2',
    ]);
    expect((await town.shelfOf(nasi))?.free).toBe(10);
  });
});

describe('a bank account', () => {
  const account = { bank: '014', number: '0011 2233-4455', holder: 'Sri Wahyuni' } as const;
  const other = { bank: 'other', bankName: 'BPR Tugu Artha', number: '77-0099-8811', holder: 'Sri' } as const;
  const fileOf = ({ merchantId }: Shop, person: string) =>
    town.as(person)('GET /merchants/{merchantId}/file', { params: { merchantId } });
  const trailOf = async ({ merchantId }: Shop, person: string) =>
    (await town.as(person)('GET /merchants/{merchantId}/account-changes', { params: { merchantId } })).items;

  test('comes with the application or later, and can be taken away again', async () => {
    const shop = await town.opens(CITY, { account });
    expect(await fileOf(shop, shop.owner)).toMatchObject({
      account: { bank: '014', bankName: 'BCA', number: '••••••••4455', holder: 'Sri Wahyuni' },
      accountChange: { change: 'given', by: shop.owner, at: clock.now() },
    });
    const none = await changes(shop, { account: null });
    expect([none.account, none.accountChange?.change]).toEqual([undefined, 'removed']);
    const later = await town.opens(CITY);
    expect((await fileOf(later, later.owner)).accountChange).toBeUndefined();
    expect(await changes(later, { account: other })).toMatchObject({
      account: { bank: 'other', bankName: 'BPR Tugu Artha', number: '••••••8811' },
      accountChange: { change: 'given', by: later.owner },
    });
  });

  test('that is taken away takes transfers to it along, and nothing else that buyers pay by', async () => {
    const shop = await town.opens(CITY, { account });
    const params = { merchantId: shop.merchantId };
    const ways = { cod: { maxRupiah: 100_000, districts: [] }, qris: QRIS, transfer: true };
    await town.as(shop.owner)('PUT /merchants/{merchantId}/payment-ways', { params, body: ways });
    await changes(shop, { account: other });
    const shown = () => town.as('ani')('GET /merchants/{merchantId}/payment-ways', { params });
    expect(await shown()).toMatchObject({ transfer: true, version: 1 });
    await changes(shop, { account: null });
    expect(await shown()).toMatchObject({
      transfer: false,
      cod: ways.cod,
      qris: { nmid: 'ID1020000000001' },
      version: 2,
    });
  });

  test('changed after the verification is seen by the city: what became of it, by whom, when', async () => {
    const shop = await town.opens(CITY, { account });
    const given = clock.now();
    clock.pass(60_000);
    await changes(shop, { account: other });
    await changes(shop, { account: { ...other, number: '770099 8811' } });
    await changes(shop, { description: 'Pedas' });
    clock.pass(60_000);
    await changes(shop, { account: null });
    await changes(shop, { account: null });
    const admin = town.adminOf(CITY);
    const trail = await trailOf(shop, admin);
    expect(trail.map(({ change, by }) => [change, by])).toEqual([
      ['removed', shop.owner],
      ['changed', shop.owner],
      ['given', shop.owner],
    ]);
    expect(trail.at(-1)?.at).toBe(given);
    // What was taken away is gone: the trail tells of changes, not of former accounts.
    expect(JSON.stringify(trail)).not.toMatch(/4455|8811|Sri/);
    expect(await fileOf(shop, admin)).toMatchObject({ accountChange: { change: 'removed', by: shop.owner } });
  });

  test('is the owner’s to change: neither staff nor the city can lead the money elsewhere', async () => {
    const shop = await town.opens(CITY, { account });
    await town.seats(`merchant:${shop.merchantId}`, 'clerk', 'staff', shop.owner);
    for (const person of ['clerk', town.adminOf(CITY)]) {
      const asked = () => changes({ ...shop, owner: person }, { account: other });
      expect((await refusedWithoutTrace(town.world, asked)).code).toBe('merchant_not_found');
    }
    // Nor can the clerk become an owner to do it.
    const seat = () => town.seats(`merchant:${shop.merchantId}`, 'clerk', 'owner', 'clerk');
    expect((await refusedWithoutTrace(town.world, seat)).status).toBe(404);
    expect((await fileOf(shop, shop.owner)).account?.number).toBe('••••••••4455');
    // Who only helps in the shop is not even told which account it is.
    expect((await fileOf(shop, 'clerk')).account).toBeUndefined();
    const trail = town.ask('GET /merchants/{merchantId}/account-changes', 'clerk', {
      params: { merchantId: shop.merchantId },
    });
    expect((await trail).status).toBe(403);
  });

  test('is told with the names of the city’s seats to the city alone', async () => {
    const shop = await town.opens(CITY, { account });
    const read = (person: string) =>
      town.as(person)('GET /merchants/{merchantId}/account-changes', { params: { merchantId: shop.merchantId } });
    expect((await read(town.adminOf(CITY))).people).toEqual({ [shop.owner]: { name: null, role: 'owner' } });
    expect((await read(shop.owner)).people).toEqual({});
  });

  test('stays with a mended identity, and the identity with a changed account', async () => {
    const shop = await town.applies(CITY, { account });
    const { ownerId } = await fileOf(shop, shop.owner);
    await decides(shop, 'return');
    const mended = await changes(shop, { nik: '3573024508800007' });
    expect(mended.account?.number).toBe('••••••••4455');
    // Whose the shop is, the city says when it verifies; until then nothing tells one number from another.
    expect(mended.ownerId).toBe(ownerId);
    const paid = await changes(shop, { account: other });
    expect([paid.nik, paid.ownerId]).toEqual([mended.nik, mended.ownerId]);
    expect((await trailOf(shop, shop.owner)).map(({ change }) => change)).toEqual(['changed', 'given']);
  });

  test('written wrongly is told by field, in Indonesian', async () => {
    const wrong = { bank: 'other', number: '12x', holder: '' } as const;
    const body = town.application(CITY, { account: wrong });
    const refused = await refusedWithoutTrace(town.world, () => town.as('sri')('POST /merchants', { body }));
    const told = refused.body['errors'] as { pointer: string; detail: string }[];
    expect(told.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/account/number', '/account/holder']));
    expect(told.find(({ pointer }) => pointer === '/account/number')?.detail).toBe(
      'Nomor rekening ditulis dengan angka saja.',
    );
    const listed = { ...account, bank: 'other', bankName: 'Bank Jatim' } as const;
    const again = await refusalOf(
      town.as('sri')('POST /merchants', { body: town.application(CITY, { account: listed }) }),
    );
    expect(again.body['errors']).toEqual([
      { pointer: '/account/bankName', detail: 'Bank ini ada di daftar; pilih kode 114.' },
    ]);
  });

  test('registered twice under one key is registered once, with one entry of its trail', async () => {
    const body = town.application(CITY, { account });
    const headers = { 'idempotency-key': 'k1' };
    const first = await town.as('sri')('POST /merchants', { body, headers });
    expect(await town.as('sri')('POST /merchants', { body, headers })).toEqual(first);
    expect(await trailOf({ ...first, owner: 'sri' }, 'sri')).toHaveLength(1);
    const another = { ...body, account: other };
    const refused = await refusalOf(town.as('sri')('POST /merchants', { body: another, headers }));
    expect(refused.code).toBe('key_reused');
  });
});

describe('a name', () => {
  const file = (shop: Shop, who: string) =>
    town.as(who)('GET /merchants/{merchantId}/file', { params: { merchantId: shop.merchantId } });
  const told = async (shop: Shop) =>
    (await file(shop, town.adminOf(CITY))).namesakes?.map(({ merchantId }) => merchantId).sort();

  test('that looks like another shop’s is told to the city, and to nobody else', async () => {
    const first = await town.opens(CITY, { name: 'Toko Sari' });
    const second = await town.applies(CITY, { name: 'TOKO-5ARI', district: `${CITY}.03`, village: `${CITY}.03.1001` });
    await town.applies(CITY, { name: 'Toko Sari Dua' });
    expect((await file(second, town.adminOf(CITY))).namesakes).toEqual([
      { merchantId: first.merchantId, name: 'Toko Sari', district: `${CITY}.02` },
    ]);
    expect(await told(first)).toEqual([second.merchantId]);
    expect(await file(second, second.owner)).not.toHaveProperty('namesakes');
    expect(await decides(second, 'verify')).not.toHaveProperty('namesakes');
  });

  test('that was mended is told as it is now, in its own city', async () => {
    await town.founds('35.78');
    const first = await town.opens(CITY, { name: 'Toko Sari' });
    await town.applies('35.78', { name: 'Toko Sari' });
    const second = await town.applies(CITY, { name: 'Toko Lain' });
    expect(await told(first)).toEqual([]);
    await changes(second, { name: '\u0422\u043e\u043a\u043e Sari' });
    expect(await told(first)).toEqual([second.merchantId]);
    await changes(second, { name: 'Toko Lain' });
    expect(await told(first)).toEqual([]);
  });
});

describe('the register of a city', () => {
  test('narrowed to a category has every page full until the last', async () => {
    for (const [index, category] of (['culinary', 'meeting-food', 'culinary', 'meeting-food'] as const).entries())
      await town.applies(CITY, { category, nik: `357302450880001${index}` });
    for (const limit of [1, 2, 3]) {
      const sizes: number[] = [];
      let cursor: string | undefined;
      do {
        const query = {
          status: 'pending' as const,
          category: 'culinary' as const,
          limit,
          ...(cursor ? { cursor } : {}),
        };
        const page = await town.as(town.adminOf(CITY))('GET /cities/{city}/register', {
          params: { city: CITY },
          query,
        });
        sizes.push(page.items.length);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(sizes).toEqual(limit === 1 ? [1, 1] : [2]);
    }
  });
});
