import { beforeAll, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { everything, marketOf, type Office, type Town, townOf } from '../../market.ts';
import { isWrite, tampered } from '../../table/clients.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let office: Office;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  office = await town.seatsOffice(CITY, 1_000_000);
});

const HEAD = 'KODE REKENING;NAMA REKENING;PAGU';
const csv = (...rows: string[]) => [HEAD, ...rows].join('\n');
type Imported = {
  changed: number;
  unchanged: number;
  written: boolean;
  flawCount: number;
  flaws: { row: number; column: string; detail: string }[];
};
const imports = async (rawBody: string, mode = 'all', person = office.treasurer, year = '2027') => {
  const { status, body } = await town.ask('POST /agencies/{agencyId}/budgets/{year}/import', person, {
    params: { agencyId: office.agencyId, year },
    query: { mode },
    rawBody,
    headers: { 'content-type': 'text/csv' },
  });
  return { status, ...(body as Imported) };
};
const lines = async (year = '2027') => {
  const asked = { params: { agencyId: office.agencyId, year }, query: { limit: 100 } };
  return (await town.as(office.treasurer)('GET /agencies/{agencyId}/budgets/{year}', asked)).items;
};

describe('an imported budget', () => {
  test('is looked at first, written when asked, and the same file again changes nothing', async () => {
    const file = csv('5.1.02.01.01.0052;Makan rapat;5.000.000', '5.1.02.01.01.0024;Alat tulis;250000');
    expect(await imports(file, 'check')).toMatchObject({ status: 200, changed: 2, written: false });
    expect(await lines()).toEqual([]);
    expect(await imports(file)).toMatchObject({ changed: 2, written: true });
    expect((await lines()).map(({ ceilingRupiah }) => ceilingRupiah).sort()).toEqual([250_000, 5_000_000]);
    expect(await imports(file)).toMatchObject({ changed: 0, unchanged: 2, written: true });
    expect((await lines()).every(({ version }) => version === 1)).toBe(true);
  });

  test('with a wrong row is written in its good lines or not at all, as was asked', async () => {
    const file = csv('5.1.02.02.01.0001;Sewa;1.000', '5.1.x;Salah;2', '5.1.02.02.01.0002;Honor;dua');
    const before = await lines('2028');
    expect(await imports(file, 'all', office.approver, '2028')).toMatchObject({ written: false, flawCount: 2 });
    expect(await lines('2028')).toEqual(before);
    const { flaws } = await imports(file, 'good', office.approver, '2028');
    expect(flaws).toMatchObject([
      { row: 3, column: 'KODE REKENING' },
      { row: 4, column: 'PAGU' },
    ]);
    expect(await lines('2028')).toMatchObject([{ budgetCode: '5.1.02.02.01.0001', ceilingRupiah: 1_000 }]);
  });

  test('never goes below what was ordered, and says in which row', async () => {
    const shop = await town.opens(CITY);
    const product = await town.offers(shop, { priceRupiah: 18_000 });
    await town.orders(office, product, 2);
    const year = clock.now().slice(0, 4);
    expect(await imports(csv(`${office.budgetCode};Makan;35999`), 'good', office.treasurer, year)).toMatchObject({
      changed: 0,
      flaws: [{ row: 2, detail: expect.stringContaining('Rp36.000') }],
    });
    expect(await imports(csv(`${office.budgetCode};Makan;36000`), 'good', office.treasurer, year)).toMatchObject({
      changed: 1,
    });
    expect((await lines(year))[0]).toMatchObject({ committedRupiah: 36_000, leftRupiah: 0 });
  });

  test('of ten thousand rows is written whole, and is on record once', async () => {
    const rows = Array.from({ length: 10_000 }, (_, at) => `5.1.02.${at % 500}.01;Belanja ${at % 500};1000`);
    expect(await imports(csv(...rows), 'all', office.treasurer, '2029')).toMatchObject({ changed: 500, written: true });
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', { params: { city: CITY } });
    expect(
      items.filter(({ act, details: about }) => act === 'budget-imported' && about['year'] === '2029'),
    ).toMatchObject([{ details: { lines: '500', ceilingRupiah: '10000000' } }]);
  });

  test('that breaks off is on record, and sent again does the rest, each line once', async () => {
    const rows = Array.from({ length: 230 }, (_, at) => `5.1.02.${at}.01;Belanja ${at};1000`);
    let writes = 0;
    const table = tampered(town.world.table, {
      before: (sent) => {
        if (isWrite(sent)) writes += 1;
        if (isWrite(sent) && writes > 2) throw new Error('the line is gone');
      },
    });
    const asked = {
      params: { agencyId: office.agencyId, year: '2030' },
      query: { mode: 'all' },
      rawBody: csv(...rows),
      headers: { 'content-type': 'text/csv' },
    };
    const broken = await marketOf({ ...town.world, table }).ask(
      'POST /agencies/{agencyId}/budgets/{year}/import',
      office.treasurer,
      asked,
    );
    expect(broken.status).toBe(500);
    const acts = async () =>
      (await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', { params: { city: CITY } })).items.filter(
        ({ act, details: about }) => act === 'budget-imported' && about['year'] === '2030',
      );
    expect((await acts()).map(({ details: about }) => about['lines'])).toEqual(['230']);
    const done = (await lines('2030')).length;
    expect(done).toBeGreaterThanOrEqual(50);
    expect(await imports(csv(...rows), 'all', office.treasurer, '2030')).toMatchObject({ written: true });
    expect(await imports(csv(...rows), 'all', office.treasurer, '2030')).toMatchObject({ changed: 0, unchanged: 230 });
    expect(await acts()).toHaveLength(2);
  });

  test('ends with the seat of who sends it', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `5.1.02.${at}.02;Belanja ${at};1000`);
    const scope = `agency:${office.agencyId}`;
    await town.seats(scope, 'sementara', 'treasurer', office.approver);
    let writes = 0;
    let gone: Promise<unknown> | undefined;
    const leaves = () =>
      town.as(office.approver)('DELETE /scopes/{scope}/members/{person}', { params: { scope, person: 'sementara' } });
    const table = tampered(town.world.table, {
      before: async (sent) => {
        if (isWrite(sent)) writes += 1;
        if (writes < 2) return;
        gone ??= leaves();
        await gone;
      },
    });
    const { status } = await marketOf({ ...town.world, table }).ask(
      'POST /agencies/{agencyId}/budgets/{year}/import',
      'sementara',
      {
        params: { agencyId: office.agencyId, year: '2031' },
        query: { mode: 'all' },
        rawBody: csv(...rows),
        headers: { 'content-type': 'text/csv' },
      },
    );
    expect(status).toBe(404);
    const written = (await everything(town.world)).filter(({ type, year }) => type === 'BudgetLine' && year === '2031');
    expect(written.length).toBe(50);
  });

  test('is of its own people, and no other file is taken', async () => {
    expect((await imports(csv('5.1.1;x;1'), 'all', office.buyer)).status).toBe(404);
    expect((await imports(csv('5.1.1;x;1'), 'all', 'orang-lewat')).status).toBe(404);
    expect(await imports('%PDF-1.7 anggaran.xlsx')).toMatchObject({ status: 422, code: 'sheet_not_readable' });
    expect((await imports('x'.repeat(6_000_000))).status).toBe(413);
  });
});
