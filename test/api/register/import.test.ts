import { beforeEach, describe, expect, test } from 'vitest';
import type { Output } from '../../../shared/contract.ts';
import { testClock, testWorld } from '../../engine.ts';
import { everything, marketOf, type Refusal, refusalOf, refusedWithoutTrace, type Town, townOf } from '../../market.ts';
import { isWrite, tampered } from '../../table/clients.ts';

const CITY = '35.73';
let town: Town;

beforeEach(async () => {
  town = await townOf(await testWorld({ now: testClock('2026-11-10T09:00:00.000+07:00').now }));
  await town.founds(CITY);
});

const TITLES = 'No;Nama Usaha;Pemilik;NIK;No. HP;Kecamatan;Kelurahan;Alamat;Jenis Usaha';
const row = (
  at: number,
  but: Partial<Record<'name' | 'nik' | 'phone' | 'village' | 'address' | 'kind', string>> = {},
) =>
  [
    at,
    but.name ?? `Warung ${at}`,
    `Pemilik ${at}`,
    but.nik ?? `35730245088${String(at).padStart(5, '0')}`,
    but.phone ?? `0813${String(at).padStart(8, '0')}`,
    'Kec. Kecamatan 02',
    but.village ?? 'Kelurahan 1001',
    but.address ?? `Jl. Ijen ${at}`,
    but.kind ?? 'Kuliner',
  ].join(';');
const list = (...rows: string[]) => ['DAFTAR UMKM KOTA;;;;;;;;', TITLES, ...rows].join('\n');
const many = (count: number) => list(...Array.from({ length: count }, (_, at) => row(at + 1)));

type Range = Output<'POST /cities/{city}/register/import'>;
const imports = async (rawBody: string, query: object = {}, market: Pick<Town, 'ask'> = town): Promise<Range> => {
  const asked = { params: { city: CITY }, query: { mode: 'good', ...query }, rawBody };
  const { status, body } = await market.ask('POST /cities/{city}/register/import', town.adminOf(CITY), {
    ...asked,
    headers: { 'content-type': 'text/csv' },
  });
  if (status >= 400) throw Object.assign(new Error(JSON.stringify(body)), body) as unknown as Refusal;
  return body;
};
const register = async (query: object = {}) =>
  (await town.as(town.adminOf(CITY))('GET /cities/{city}/register', { params: { city: CITY }, query })).items;
const merchants = async () => (await everything(town.world)).filter(({ type }) => type === 'Merchant');

describe('a list of shops', () => {
  test('is looked at first: what its columns are taken for, what is right, what is wrong where', async () => {
    const found = await imports(
      list(
        row(1),
        row(2, { nik: '3,57302E+15' }),
        row(3, { village: 'Atlantis' }),
        '',
        row(4, { kind: 'Ruang angkasa' }),
        row(1),
      ),
      { mode: 'check' },
    );
    expect(found).toMatchObject({ rows: 5, good: 1, added: 1, known: 0, written: false, missing: [], flawCount: 4 });
    expect(found.columns).toMatchObject({ name: 'Nama Usaha', ownerName: 'Pemilik', phone: 'No. HP' });
    expect(found.flaws.map(({ row: at, column }) => [at, column])).toEqual([
      [4, 'NIK'],
      [5, 'Kelurahan'],
      [7, 'Jenis Usaha'],
      [8, 'Nama Usaha'],
    ]);
    expect(found.flaws[0]?.detail).toBe(
      'Angkanya dibulatkan oleh lembar. Jadikan kolom ini teks, lalu salin lagi angkanya.',
    );
    expect(found.flaws[3]?.detail).toBe('Sama dengan baris 3. Hapus salah satunya.');
    expect(found.sample).toEqual([
      {
        row: 3,
        name: 'Warung 1',
        ownerName: 'Pemilik 1',
        address: 'Jl. Ijen 1',
        category: 'culinary',
        district: '35.73.02',
        village: '35.73.02.1001',
      },
    ]);
    expect(await merchants()).toEqual([]);
  });

  test('that comes in turns with another one is never taken for it', async () => {
    const [one, other] = [many(120), list(row(500), row(501, { village: 'Atlantis' }))];
    const first = await imports(one, { mode: 'check' });
    expect(await imports(other, { mode: 'check' })).toMatchObject({ good: 1, flawCount: 1, next: null });
    expect(await imports(one, { mode: 'check', from: first.next })).toMatchObject({
      good: 120,
      flawCount: 0,
      added: 20,
    });
  });

  test('is loaded whole or, where asked, what is right of it', async () => {
    const some = list(row(1), row(2, { village: 'Atlantis' }), row(3));
    expect(await imports(some, { mode: 'all' })).toMatchObject({ written: false, flawCount: 1 });
    expect(await merchants()).toEqual([]);
    expect(await imports(some)).toMatchObject({ written: true, added: 2, next: null });
    expect((await register()).map(({ name }) => name).sort()).toEqual(['Warung 1', 'Warung 3']);
  });

  test('adds nothing when it is sent again, and only what is new of a longer one', async () => {
    await imports(many(2));
    const before = await everything(town.world);
    expect(await imports(many(2))).toMatchObject({ added: 0, known: 2 });
    expect(await everything(town.world)).toEqual(before);
    expect(await imports(many(3))).toMatchObject({ added: 1, known: 2 });
  });

  test('is taken whole however many of its shops stand in one market hall, or under one phone', async () => {
    const stalls = list(
      ...Array.from({ length: 205 }, (_, at) => row(at + 1, { phone: '0813-1111-2222', address: 'Pasar Besar' })),
    );
    for (const from of [1, 101, 201]) await imports(stalls, { from });
    expect(await merchants()).toHaveLength(205);
  });

  test('is taken in ranges, and one that was stopped half way is gone on with', async () => {
    const { world } = town;
    let left = 40;
    const broken = marketOf({
      ...world,
      cache: new Map(),
      table: tampered(world.table, {
        before: (command) => {
          if (isWrite(command) && --left < 0) throw new Error('the line is cut');
        },
      }),
    });
    await imports(many(130), {}, broken).catch(() => undefined);
    const half = (await merchants()).length;
    expect(half).toBeGreaterThan(10);
    expect(half).toBeLessThan(100);
    let from: number | null = 1;
    const told: number[] = [];
    while (from !== null) {
      const range: Range = await imports(many(130), { from });
      told.push(range.added + range.known);
      from = range.next;
    }
    expect(told).toEqual([100, 30]);
    expect(await merchants()).toHaveLength(130);
    // Each part that wrote is on record, also the one that broke off.
    const acts = (await everything(world)).filter(
      ({ type, act }) => type === 'AuditEntry' && act === 'register-imported',
    );
    expect(acts).toHaveLength(3);
  });

  test('says where a shop is like one of the register: not entered where it is that one, else told', async () => {
    const shop = await town.applies(CITY, { name: 'Dapur Bu Sari', nik: '3573024508800001', phone: '0813-9999-0000' });
    const found = await imports(
      list(
        row(1, { name: 'Dapur Ibu Sari', nik: '3573024508800001' }),
        row(2, { name: 'Laundry Kilat', nik: '3573024508800001' }),
        row(3, { phone: '0813 9999 0000' }),
      ),
    );
    expect(found).toMatchObject({ added: 2, known: 0 });
    expect(
      found.duplicates.map(({ row: at, entered, sameAs }) => [
        at,
        entered,
        sameAs.find(({ merchantId }) => merchantId === shop.merchantId)?.by,
      ]),
    ).toEqual([
      [3, false, ['identity']],
      [4, true, ['identity']],
      [5, true, ['phone']],
    ]);
  });

  test('of shops that the city verified before, each by a decision, is verified where that is asked for', async () => {
    const titles = `${TITLES};Sudah diverifikasi;Tanggal SK;Nomor SK`;
    const decreed = (at: number, said: string, on: string, number: string, but: Parameters<typeof row>[1] = {}) =>
      [row(at, but), said, on, number].join(';');
    const sheet = [
      titles,
      decreed(1, 'Sudah diverifikasi', '1 Maret 2025', '188.45/12/2025'),
      decreed(2, 'ya', '2025-03-01', '=188.45/12'),
      decreed(3, 'belum', '', ''),
      decreed(4, '', '', ''),
      decreed(5, 'ya', '', '188.45/12/2025'),
      decreed(6, 'ya', '01/03/2025', ''),
      decreed(7, 'ya', '31/02/2025', '188.45/12/2025'),
      decreed(8, 'ya', '2027-03-01', '188.45/12/2025'),
      // Like another by its phone: somebody looks at it.
      decreed(9, 'ya', '2025-03-01', '188.45/12/2025', { phone: '0813-0000-0003' }),
    ].join('\n');
    const looked = await imports(sheet, { mode: 'check' });
    expect(looked).toMatchObject({ rows: 9, good: 5, decreed: 3, verified: 0 });
    expect(looked.flaws.map(({ row: at, column }) => [at, column])).toEqual([
      [6, 'Tanggal SK'],
      [7, 'Nomor SK'],
      [8, 'Tanggal SK'],
      [9, 'Tanggal SK'],
    ]);
    expect(await imports(sheet)).toMatchObject({ added: 5, verified: 0 });
    expect(await register({ status: 'verified' })).toEqual([]);
    // Asked for later, or after a stop, the same list goes on where it was.
    expect(await imports(sheet, { verified: 'true' })).toMatchObject({ added: 0, known: 5, verified: 2 });
    const before = await everything(town.world);
    expect(await imports(sheet, { verified: 'true' })).toMatchObject({ verified: 0 });
    expect(await everything(town.world)).toEqual(before);
    const names = (await register({ status: 'verified' })).map(({ name }) => name).sort();
    expect(names).toEqual(['Warung 1', 'Warung 2']);
    const [first] = await register({ status: 'verified' });
    const params = { merchantId: first?.merchantId ?? '' };
    const file = await town.as(town.adminOf(CITY))('GET /merchants/{merchantId}/file', { params });
    expect(file).toMatchObject({ status: 'verified', imported: { decree: { on: '2025-03-01' } } });
    const acts = (await everything(town.world)).filter(
      ({ type, act }) => type === 'AuditEntry' && act === 'merchant-verified',
    );
    expect(acts.map(({ by }) => by)).toEqual([town.adminOf(CITY), town.adminOf(CITY)]);
  });

  test('keeps the number of a decision as any line: nothing in it that nobody sees, and all of it', async () => {
    const decreed = (at: number, number: string) => [row(at), 'ya', '2025-03-01', number].join(';');
    const sheet = [
      `${TITLES};Terverifikasi;Tgl SK;No SK`,
      decreed(1, '188.45/\u200b12\u00a0 /2025'),
      decreed(2, '"188.45/\n12/2025"'),
      decreed(3, `188.45/${'1'.repeat(80)}`),
      decreed(4, '"188.45/\u0007"'),
    ].join('\n');
    const looked = await imports(sheet, { mode: 'check' });
    expect(looked.flaws.map(({ row: at, column }) => [at, column])).toEqual([
      [3, 'No SK'],
      [4, 'No SK'],
      [5, 'No SK'],
    ]);
    expect(await imports(sheet, { verified: 'true' })).toMatchObject({ added: 1, verified: 1 });
    const params = { merchantId: (await register({ status: 'verified' }))[0]?.merchantId ?? '' };
    const file = await town.as(town.adminOf(CITY))('GET /merchants/{merchantId}/file', { params });
    expect(file.imported?.decree?.number).toBe('188.45/12 /2025');
  });

  test('verifies nothing that its owner or the city has touched since', async () => {
    const sheet = (said: string) =>
      [`${TITLES};Terverifikasi;Tgl SK;No SK`, [row(1), said, '2025-03-01', '12/2025'].join(';')].join('\n');
    await imports(sheet('belum'));
    const [shop] = await register();
    const params = { merchantId: shop?.merchantId ?? '' };
    const reasons = [{ field: 'address' as const, reason: 'Alamat tidak ditemukan' }];
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/return', { params, body: { reasons } });
    expect(await imports(sheet('ya'), { verified: 'true' })).toMatchObject({ decreed: 1, verified: 0 });
    expect(await register({ status: 'verified' })).toEqual([]);
  });

  test('has columns that the city names once', async () => {
    const own = `Label Dagang;Juragan;NIK;Nomor Kontak;Kelurahan;Domisili;Jenis Usaha\n${['Batik Tugu', 'Joko', '3573024508800007', '081399990000', 'Kelurahan 1001', 'Jl. Kawi 9', 'Batik'].join(';')}`;
    const { missing } = await imports(own, { mode: 'check' });
    expect(missing).toEqual(['name', 'ownerName', 'phone', 'address']);
    const admin = town.as(town.adminOf(CITY));
    const columns = { name: 'Label dagang', ownerName: 'JURAGAN', phone: 'Nomor Kontak', address: 'Domisili' };
    const params = { city: CITY };
    const chosen = await admin('PUT /cities/{city}/register/import-columns', { params, body: columns });
    expect(await admin('GET /cities/{city}/register/import-columns', { params })).toEqual(chosen);
    const stale = () =>
      admin('PUT /cities/{city}/register/import-columns', { params, body: {}, headers: { 'if-match': '"0"' } });
    expect((await refusalOf(stale())).code).toBe('version_mismatch');
    // The village says the district where only one of the city is called so; here two are.
    expect(await imports(own, { mode: 'check' })).toMatchObject({
      missing: [],
      good: 0,
      flaws: [{ column: 'Kecamatan' }],
    });
    expect(await imports(own.replaceAll('Kelurahan 1001', '35.73.03.1001'))).toMatchObject({ added: 1 });
  });

  test.each([
    ['', 'sheet_not_readable'],
    ['%PDF-1.7', 'sheet_not_readable'],
    ['a;b;c\n1;2;3', 'sheet_not_readable'],
  ])('that is none is refused: %j', async (body, code) => {
    await expect(imports(body)).rejects.toMatchObject({ code });
  });
});

describe('a shop that the city entered', () => {
  const claim = (merchantId: string, person = town.adminOf(CITY)) =>
    town.as(person)('POST /merchants/{merchantId}/claim-link', { params: { merchantId } });
  const accept = (person: string, { scope, token }: { scope: string; token: string }) =>
    town.as(person)('POST /me/invitation-links/accept', { body: { scope, token } });
  const enter = async () => {
    await imports(many(1));
    return (await register())[0]?.merchantId ?? '';
  };

  test('is found, checked and verified like any other, by who entered it too', async () => {
    const merchantId = await enter();
    expect((await register({ q: 'pemilik' })).map((one) => one.merchantId)).toEqual([merchantId]);
    const admin = town.as(town.adminOf(CITY));
    const verified = await admin('POST /merchants/{merchantId}/verify', { params: { merchantId } });
    expect(verified).toMatchObject({ status: 'verified', imported: {} });
  });

  test('is its owner’s who claims it by a link, once', async () => {
    const merchantId = await enter();
    const [first, link] = [await claim(merchantId), await claim(merchantId)];
    const refused = (asked: () => Promise<unknown>) => refusedWithoutTrace(town.world, asked);
    // Another link takes the place of the first; who works for the city takes none.
    expect((await refused(() => accept('sri', first))).code).toBe('invitation_not_found');
    await town.seats(`city:${CITY}`, 'lapangan', 'field-officer');
    for (const officer of [town.adminOf(CITY), 'lapangan'])
      expect((await refused(() => accept(officer, link))).code).toBe('not_allowed');
    const waiting = async () => {
      const told = await town.as(town.adminOf(CITY))('GET /cities/{city}/today', { params: { city: CITY } });
      return told.queues.find(({ queue }) => queue === 'unclaimed-shops')?.first.map(({ id }) => id);
    };
    expect(await waiting()).toEqual([merchantId]);
    expect(await accept('sri', link)).toMatchObject({ role: 'owner', scope: `merchant:${merchantId}` });
    expect(await waiting()).toBeUndefined();
    expect((await refused(() => accept('joko', link))).code).toBe('invitation_not_found');
    expect((await refused(() => claim(merchantId))).code).toBe('already_claimed');
    const file = await town.as('sri')('GET /merchants/{merchantId}/file', { params: { merchantId } });
    expect(file.imported).toMatchObject({ claimedBy: 'sri' });
    await town.as('sri')('PATCH /merchants/{merchantId}', {
      params: { merchantId },
      body: { phone: '0812-1111-2222' },
    });
    expect((await register({ q: '081211112222' })).map((one) => one.merchantId)).toEqual([merchantId]);
  });

  test('has one link, however many officers make one at once', async () => {
    const merchantId = await enter();
    const links = await Promise.all([1, 2, 3, 4].map(() => claim(merchantId)));
    const taken = await Promise.all(
      links.map((link, at) =>
        accept(`pemilik-${at}`, link).then(
          () => at,
          () => null,
        ),
      ),
    );
    expect(taken.filter((at) => at !== null)).toHaveLength(1);
  });

  test('that somebody applied for has an owner, and gives no link', async () => {
    const shop = await town.applies(CITY);
    expect((await refusalOf(claim(shop.merchantId))).code).toBe('already_claimed');
    await town.founds('35.07');
    expect((await refusalOf(claim(await enter(), town.adminOf('35.07')))).code).toBe('merchant_not_found');
  });
});
