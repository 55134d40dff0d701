import { beforeAll, describe, expect, test } from 'vitest';
import { verifyAttainable } from '../../../functions/equity/close/verify-attainable.ts';
import { refreshLedgers } from '../../../functions/ranking/ledger/refresh-ledgers.ts';
import { getPacked, putNamed } from '../../../functions/reads/packed-files.ts';
import type { World } from '../../../functions/world.ts';
import type { FullFormat } from '../../../shared/contract/reports.ts';
import type { Attainable } from '../../../shared/domain/equity/attainable/attainable.ts';
import type { AttainableInputs } from '../../../shared/domain/equity/attainable/inputs.ts';
import { monthlyIndicators } from '../../../shared/domain/equity/definitions/definition.ts';
import { getAttainable } from '../../../shared/table/equity/attainables.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { type Town, townOf } from '../../market.ts';
import { pages, records, text, workbook } from './report-files.ts';

const CITY = '35.73';
const MONTH = '2026-10';
const params = { city: CITY, month: MONTH };
const files = memoryFiles();
const clock = testClock('2026-10-05T09:00:00.000+07:00');

let [world, town]: [World, Town] = [undefined as never, undefined as never];
/** Twenty-four shops of which twenty-two sold once; the month ends, its first ledger is made, then it is closed. */
beforeAll(async () => {
  world = await testWorld({ now: clock.now, files });
  town = await townOf(world);
  await town.founds(CITY, { name: 'Kota Malang' });
  const shops = [];
  for (let at = 0; at < 24; at += 1) {
    const number = String(at + 1).padStart(4, '0');
    const own = { name: `Dapur ${at}`, nik: `357302450880${number}`, phone: `0812345${number}` };
    shops.push(await town.opens(CITY, own));
  }
  const goods = [];
  for (const [at, shop] of shops.entries()) {
    const product = await town.offers(shop, { amount: 100, priceRupiah: at === 22 ? 19_800 : 18_000 });
    goods.push(product);
    if (at < 21) await town.sells(shop, product, 2 + at);
  }
  clock.set('2026-10-31T20:00:00.000+07:00');
  for (const query of [{}, { district: `${CITY}.02` }])
    await town.as()('GET /cities/{city}/products', { params: { city: CITY }, query: { ...query, limit: 10 } });
  // One more is chosen from the list of its category, dearer than the cheapest there.
  const query = { category: 'meeting-food', limit: 30 } as const;
  const { items } = await town.as()('GET /cities/{city}/products', { params: { city: CITY }, query });
  const card = items.find(({ priceRupiah }) => priceRupiah === 19_800);
  const [dear, product] = [shops[22], goods[22]];
  if (!card?.choiceToken || !dear || !product) throw new Error('the dear good is in no list');
  const line = { productId: card.productId, quantity: 2, choice: { token: card.choiceToken } };
  const order = await town.buys('ani', product, 2, { shops: [{ merchantId: card.merchantId, lines: [line] }] });
  await town.moves(dear.owner, 'accept', order);
  clock.set('2026-11-01T00:10:00.000+07:00');
  await refresh();
  clock.set('2026-11-12T09:00:00.000+07:00');
  await closeCity(world, files, CITY, { month: MONTH, phase: 'final', takenAt: '2026-11-11T00:00:00.000Z' });
});

const refresh = (cityCode = CITY) => refreshLedgers(() => world)({ 'detail-type': 'LedgerDue', detail: { cityCode } });
const stored = async (): Promise<Attainable> => {
  const found = await getAttainable(world.table, CITY, MONTH);
  if (!found) throw new Error('the month has none');
  return found;
};

describe('what could have been attained in a month', () => {
  test('is computed with the first ledger after its end, from the orders there were', async () => {
    const { total, waiting, newcomers, definition } = await stored();
    expect(total).toMatchObject({ orders: 22, owners: 24, sellers: 22 });
    // Twenty-two orders reach twenty-two of twenty-four at the most.
    expect(total.giniAssigned.value).toBeGreaterThan(2 / 24);
    expect(total.giniActual.value).toBeGreaterThanOrEqual(total.giniAssigned.value ?? 1);
    expect([waiting, newcomers, definition]).toEqual([24, 24, 'tercapai-1']);
  });

  test('tells how evenly shops were shown, by kind of list', async () => {
    const { exposure } = await stored();
    expect(exposure.map(({ channel, owners }) => [channel, owners])).toEqual([
      ['category', 24],
      ['default', 24],
    ]);
    expect(exposure[1]?.exposureGini.value).toBeGreaterThan(14 / 24);
  });

  test('tells what was paid beside the cheapest like goods of the same list', async () => {
    const { chosenLines, cheapestRatio } = await stored();
    expect([chosenLines, cheapestRatio.value]).toEqual([1, 1.1]);
    // Of one choice everybody would know whose it was.
    const open = await town.as()('GET /cities/{city}/snapshots/{month}', { params });
    expect(open.attainable?.cheapestRatio).toEqual({ value: null, reason: 'small_cell' });
  });

  test('stays as it was published, however often ledgers are made', async () => {
    const before = await stored();
    await refresh();
    world.cache.clear();
    await refresh();
    expect(await stored()).toEqual(before);
  });

  test('is the same again from what was kept, which names nobody; a file that is lost or changed is told', async () => {
    const where = { place: CITY, month: MONTH };
    const { inputs } = await stored();
    const kept = (await getPacked(files, inputs?.key ?? '')) as AttainableInputs;
    expect(JSON.stringify(kept)).not.toMatch(/mrc_|own_|Dapur/);
    expect(await verifyAttainable(world, files, where)).toEqual({ verdict: 'match' });
    expect(await verifyAttainable(world, files, { ...where, month: '2026-09' })).toEqual({ verdict: 'none' });
    expect(await verifyAttainable(world, memoryFiles(), where)).toMatchObject({ verdict: 'impossible' });
    const other = memoryFiles();
    await putNamed(other, inputs?.key ?? '', { ...kept, orders: kept.orders.slice(1) });
    expect(await verifyAttainable(world, other, where)).toMatchObject({ verdict: 'differs' });
  });

  test('is read with the month: in full by the city, in hundredths by everybody', async () => {
    const full = await town.as(`admin-${CITY}`)('GET /cities/{city}/months/{month}', { params });
    expect(full.attainable).toEqual(await stored());
    const open = await town.as()('GET /cities/{city}/snapshots/{month}', { params });
    expect(open.attainable).toMatchObject({ categories: [], envyChosenRupiah: null, inputs: null });
    const { value } = (await stored()).total.giniActual;
    expect(open.attainable?.total.giniActual.value).toBe(Math.round((value ?? 0) * 100) / 100);
  });

  test('is hidden with the turnover of a month', async () => {
    const few = '18.71';
    clock.set('2026-11-15T09:00:00.000+07:00');
    await town.founds(few);
    const shop = await town.opens(few);
    await town.sells(shop, await town.offers(shop), 2);
    clock.set('2026-12-01T00:10:00.000+07:00');
    await refresh(few);
    await closeCity(world, files, few, { month: '2026-11', phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' });
    const of = { params: { city: few, month: '2026-11' } };
    const full = await town.as(`admin-${few}`)('GET /cities/{city}/months/{month}', of);
    expect(full.attainable?.total).toMatchObject({ orders: 1, giniActual: { reason: 'few_orders' } });
    const open = await town.as()('GET /cities/{city}/snapshots/{month}', of);
    expect([open.total.turnoverRupiah, open.attainable]).toEqual([null, undefined]);
  });

  test('is in every file of the month: a table, a sheet, a sentence; explained by the same words', async () => {
    const open = (format: string) =>
      town.as()('GET /cities/{city}/reports/{month}/{format}', { params: { ...params, format: format as 'pdf' } });
    const [whole] = records(text(await open('attainable.csv')));
    expect(whole).toMatchObject({ kind: 'total', code: CITY, span: 'month' });
    const explained = records(text(await open('definitions.csv'))).map(({ id }) => id);
    for (const { measures } of monthlyIndicators)
      for (const { id } of measures) {
        expect(Object.keys(whole ?? {}), id).toContain(id);
        expect(explained, id).toContain(id);
      }
    const full = (format: FullFormat) =>
      town.as(`admin-${CITY}`)('GET /cities/{city}/months/{month}/report/{format}', { params: { ...params, format } });
    const sheets = workbook((await full('xlsx')).bytes);
    expect(sheets.get('Yang bisa dicapai')?.[0]).toContain('Jarak yang ditempuh');
    const said = sheets.get('Ringkasan')?.find(([name]) => name === 'Yang bisa dicapai');
    expect(said?.[1]).toMatch(/^Gini dari 22 pesanan bulan itu 0,\d+\. Dengan daftar terlaris/);
    expect(pages(await full('pdf'))).toBe(2);
  });
});
