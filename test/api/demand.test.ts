import { beforeAll, describe, expect, test } from 'vitest';
import { freshTable, testClock, testWorld } from '../engine.ts';
import { type Office, refusalOf, refusedWithoutTrace, type Town, townOf } from '../market.ts';

const CITY = '35.73';
const YEAR = '2027';
const clock = testClock('2026-11-10T02:00:00.000Z');
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let office: Office;
const admin = () => town.adminOf(CITY);
beforeAll(async () => {
  world = await testWorld({ now: clock.now, table: await freshTable() });
  town = await townOf(world);
  for (const city of [CITY, '35.78']) await town.founds(city);
  await town.seats(`city:${CITY}`, 'inspektur', 'inspectorate');
  office = await town.seatsOffice(CITY);
});

const HEAD = 'kd_rup;nama_paket;pagu;tgl_awal_pemanfaatan;volume_pekerjaan;nama_ppk;nip_ppk';
const fileOf = (...rows: string[]) => [HEAD, ...rows.map((row) => `${row};Drs. Rahasia;197310011993031005`)].join('\n');
const MEETINGS = '501;Belanja mamin rapat;36000000;2027-05-03;1.200 kotak';
const RAGS = '502;Kain lap;1000000;2027-06-01;';
type Query = { mode?: 'check' | 'all' | 'good'; replaces?: 'lines' | 'plan'; unit?: string; over?: number };
const sends = (rawBody: string, query: Query = { mode: 'all' }, { by = office.approver, to = office } = {}) =>
  town.ask('POST /agencies/{agencyId}/plan/{year}/import', by, {
    params: { agencyId: to.agencyId, year: YEAR },
    query,
    rawBody,
    headers: { 'content-type': 'text/csv' },
  });
const read = (category?: 'meeting-food' | 'daily-needs' | 'none') =>
  town.as()('GET /cities/{city}/demand/{year}', {
    params: { city: CITY, year: YEAR },
    query: category === undefined ? {} : { category },
  });
const listed = async (category: 'meeting-food' | 'daily-needs' | 'none', month?: string) =>
  (
    await town.as()('GET /cities/{city}/demand/{year}/lines', {
      params: { city: CITY, year: YEAR },
      query: month === undefined ? { category } : { category, month },
    })
  ).items;
const corrects = (rupCode: string, category: 'daily-needs' | 'meeting-food' | null, by = admin(), to = office) =>
  town.as(by)('PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category', {
    params: { city: CITY, year: YEAR, agencyId: to.agencyId, rupCode },
    body: { category },
  });

describe('the plan of an office', () => {
  test('is looked at first, then written, and is told by month and category with its office', async () => {
    expect((await sends(fileOf(MEETINGS, RAGS), { mode: 'check' })).body).toMatchObject({
      added: 2,
      sold: 1,
      written: false,
    });
    expect((await read()).cells).toEqual([]);
    expect((await sends(fileOf(MEETINGS, RAGS))).body).toMatchObject({ added: 2, written: true });
    const { offices, plans, planCount } = await read('meeting-food');
    expect(offices).toMatchObject([
      {
        month: '2027-05',
        lines: 1,
        rupiah: '36000000',
        wanted: [{ unit: 'kotak', count: 1200 }],
        agencyId: office.agencyId,
      },
    ]);
    expect([planCount, plans]).toMatchObject([1, [{ lines: 2, rupiah: '37000000' }]]);
    expect(JSON.stringify(await listed('meeting-food'))).not.toMatch(/Rahasia|1973/);
  });

  test('is the same after the same file, replaced by a revision, and shorter by what ends', async () => {
    expect((await sends(fileOf(MEETINGS, RAGS))).body).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect((await sends(fileOf(MEETINGS.replace('36000000', '48000000')))).body).toMatchObject({
      changed: 1,
      removed: 0,
    });
    expect((await read('meeting-food')).offices[0]?.rupiah).toBe('48000000');
    const whole = { mode: 'all', replaces: 'plan' } as const;
    expect((await sends(fileOf(MEETINGS), whole)).body).toMatchObject({ changed: 1, removed: 1 });
    expect((await read()).plans).toMatchObject([{ lines: 1, rupiah: '36000000' }]);
    expect((await sends(fileOf(MEETINGS, RAGS))).body).toMatchObject({ added: 1, unchanged: 1 });
  });

  test('of one officer neither replaces nor removes what another brought since it was looked at', async () => {
    const to = await town.seatsOffice(CITY);
    const brings = (by: string, file: string, query: Query) => sends(file, query, { by, to });
    const mine = fileOf(MEETINGS);
    const seen = (await brings(to.approver, mine, { mode: 'check', replaces: 'plan' })).body;
    expect(seen).toMatchObject({ added: 1, changed: 0, removed: 0 });
    await brings(admin(), fileOf(MEETINGS.replace('36000000', '48000000'), RAGS), { mode: 'all' });
    const loads = (over: number) => brings(to.approver, mine, { mode: 'all', replaces: 'plan', over });
    const late = await loads(0);
    expect([late.status, late.body]).toMatchObject([409, { code: 'changed_meanwhile' }]);
    expect((late.body as { title: string }).title).toMatch(/sekarang 2 paketnya akan berubah atau dihapus, tadi 0\./);
    expect((await brings(admin(), fileOf(RAGS), { mode: 'check' })).body).toMatchObject({ unchanged: 1 });
    expect((await loads(2)).body).toMatchObject({ written: true, changed: 1, removed: 1 });
  });

  test('with a wrong row is not written as it is, and its good rows are when asked', async () => {
    const to = await town.seatsOffice(CITY);
    const file = fileOf('601;Spanduk;500000;2027-07-01;', '602;ATK;tidak tahu;2027-07-01;');
    const refused = await sends(file, { mode: 'all' }, { by: to.treasurer, to });
    expect(refused.body).toMatchObject({ written: false, flawCount: 1, flaws: [{ row: 3, column: 'pagu' }] });
    expect((await sends(file, { mode: 'good' }, { by: to.treasurer, to })).body).toMatchObject({
      written: true,
      added: 1,
    });
  });

  test('is brought by its own people or by its city, and by nobody else', async () => {
    expect((await sends(fileOf(MEETINGS), { mode: 'check' }, { by: admin() })).status).toBe(200);
    for (const by of [office.buyer, 'inspektur', town.adminOf('35.78'), (await town.seatsOffice(CITY)).approver])
      expect((await sends(fileOf(MEETINGS), { mode: 'check' }, { by })).status).toBe(404);
  });

  test('may name its columns otherwise once it has said which say what', async () => {
    const to = await town.seatsOffice(CITY);
    const file = 'Nomor;Belanja apa;Anggaran kami;Bulan\n701;Sewa tenda;2000000;Agustus 2027\n';
    const asks = { by: to.approver, to };
    expect((await sends(file, { mode: 'check' }, asks)).body).toMatchObject({ missing: ['rupCode', 'name', 'rupiah'] });
    const params = { agencyId: to.agencyId };
    const body = { rupCode: 'Nomor', name: 'Belanja apa', rupiah: 'Anggaran kami' };
    await town.as(to.approver)('PUT /agencies/{agencyId}/plan-columns', { params, body });
    expect((await sends(file, { mode: 'all' }, asks)).body).toMatchObject({ written: true, added: 1, sold: 1 });
    const stale = town.as(to.approver)('PUT /agencies/{agencyId}/plan-columns', {
      params,
      body,
      headers: { 'if-match': '"0"' },
    });
    expect((await refusalOf(stale)).code).toBe('version_mismatch');
  });
});

describe('a line that an officer corrects', () => {
  test('is corrected with all like it, in every office, and so are those of plans to come', async () => {
    const other = await town.seatsOffice(CITY);
    await sends(
      fileOf('801;Pengadaan kain lap (Seksi Umum);2000000;2027-06-01;'),
      { mode: 'all' },
      { by: other.approver, to: other },
    );
    expect(await corrects('502', 'daily-needs')).toMatchObject({
      alike: 2,
      line: { category: 'daily-needs', by: 'correction' },
    });
    expect((await listed('daily-needs', '2027-06')).map(({ rupCode }) => rupCode).sort()).toEqual(['502', '801']);
    expect((await read('daily-needs')).offices.map(({ rupiah }) => rupiah).sort()).toEqual(['1000000', '2000000']);
    await sends(
      fileOf('802;KAIN LAP bagi kelurahan;3000000;2027-08-01;'),
      { mode: 'all' },
      { by: other.approver, to: other },
    );
    expect((await listed('daily-needs', '2027-08')).map(({ by }) => by)).toEqual(['correction']);
    const kept = await town.as('inspektur')('GET /cities/{city}/demand-corrections', { params: { city: CITY } });
    expect(kept.items).toMatchObject([{ category: 'daily-needs', example: 'Kain lap', by: admin() }]);
  });

  test('says the same twice with one act on record, and may be said otherwise later', async () => {
    const acts = async () =>
      (await town.as('inspektur')('GET /cities/{city}/audit', { params: { city: CITY } })).items.filter(
        ({ act }) => act === 'demand-corrected',
      ).length;
    const before = await acts();
    await corrects('502', 'daily-needs');
    expect(await acts()).toBe(before);
    expect((await corrects('502', null)).line).toMatchObject({ category: null, by: 'correction' });
    expect(await acts()).toBe(before + 1);
    expect(await listed('daily-needs', '2027-06')).toEqual([]);
  });

  test('holds whatever comes first when a file with such lines is written at the same time', async () => {
    const to = await town.seatsOffice(CITY);
    const rows = Array.from({ length: 120 }, (_, at) => `${1000 + at};Tali rafia;1000;2027-09-01;`);
    await sends(fileOf('999;Tali rafia;1000;2027-09-01;'), { mode: 'all' }, { by: to.approver, to });
    await Promise.all([
      sends(fileOf(...rows), { mode: 'all' }, { by: to.approver, to }),
      corrects('999', 'daily-needs', admin(), to),
    ]);
    expect(await listed('none', '2027-09')).toEqual([]);
    const { offices } = await read('daily-needs');
    expect(offices.find(({ agencyId }) => agencyId === to.agencyId)?.lines).toBe(121);
  });

  test('says to the second of two officers what the first said, and writes over it only once that was seen', async () => {
    const says = (category: 'batik' | 'crafts', seen?: null) =>
      town.as(admin())('PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category', {
        params: { city: CITY, year: YEAR, agencyId: office.agencyId, rupCode: '502' },
        body: seen === undefined ? { category } : { category, seen },
      });
    await corrects('502', null);
    await says('batik', null);
    await says('batik', null);
    const refused = await refusalOf(says('crafts', null));
    expect([refused.code, refused.body['title']]).toEqual([
      'version_mismatch',
      'Petugas lain baru saja menyatakan paket ini: Batik. Tekan lagi bila keliru.',
    ]);
    expect((await says('crafts')).line.category).toBe('crafts');
  });

  test('is there for its city’s admins alone', async () => {
    expect(await refusedWithoutTrace(world, () => corrects('502', 'daily-needs', 'inspektur'))).toMatchObject({
      code: 'not_allowed',
    });
    expect((await refusalOf(corrects('77', 'daily-needs'))).code).toBe('plan_line_not_found');
  });
});
