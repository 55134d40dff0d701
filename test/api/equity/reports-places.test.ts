import { beforeAll, describe, expect, test } from 'vitest';
import { closeCity } from '../../../functions/equity/close/close-city.ts';
import { mergeCountry, mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { pdf } from '../../../functions/reports/pdf/pdf.ts';
import type { OpenFormat } from '../../../shared/contract/reports.ts';
import type { Download } from '../../../shared/contract/route/download.ts';
import { publicSnapshot } from '../../../shared/domain/equity/disclosure/public-snapshot.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { refusalOf, type Town, townOf } from '../../market.ts';
import { pages, records, text, workbook } from './report-files.ts';

const MONTH = '2026-10';
const close = { month: MONTH, phase: 'final', takenAt: '2026-11-11T00:00:00.000Z' } as const;

let s: { town: Town; province: Snapshot; early: Awaited<ReturnType<typeof cityMonth>>[] };
/** What everybody may see of a city's month. */
const cityMonth = (town: Town, city: string) =>
  town.as()('GET /cities/{city}/snapshots/{month}', { params: { city, month: MONTH }, query: {} });
/** A province of two closed cities and one that never closed; the country is whole after it has. */
beforeAll(async () => {
  const clock = testClock('2026-10-05T09:00:00.000+07:00');
  const world = await testWorld({ now: clock.now });
  const town = await townOf(world);
  const files = memoryFiles();
  for (const [city, name] of [
    ['35.73', 'Kota Malang'],
    ['35.78', 'Kota Surabaya'],
    ['35.01', 'Kabupaten Pacitan'],
  ] as const)
    await town.founds(city, { name });
  for (const city of ['35.73', '35.78'])
    for (let at = 0; at < 12; at += 1) {
      const shop = await town.opens(city, { name: `Dapur ${at}` });
      if (at < 11) await town.sells(shop, await town.offers(shop, { amount: 100 }), 2 + at);
    }
  clock.set('2026-11-12T09:00:00.000+07:00');
  for (const city of ['35.73', '35.78']) await closeCity(world, files, city, close);
  const early = [await cityMonth(town, '35.73')];
  const province = await mergeProvince(world, files, '35', close);
  if (!province) throw new Error('nothing was merged');
  await closeCity(world, files, '35.01', close);
  early.push(await cityMonth(town, '35.01'));
  await mergeCountry(world, files, close);
  s = { town, province, early };
});

const ofProvince = (format: OpenFormat, province = '35'): Promise<Download> =>
  s.town.as()('GET /provinces/{province}/reports/{month}/{format}', { params: { province, month: MONTH, format } });
const ofCountry = (format: OpenFormat): Promise<Download> =>
  s.town.as()('GET /country/reports/{month}/{format}', { params: { month: MONTH, format } });
const LACKING =
  'Belum lengkap: 1 kota atau kabupaten belum punya rekap yang dapat digabung (Kabupaten Pacitan). Angka di sini tanpa mereka.';

describe('a city’s month', () => {
  test('keeps its money back until its province is merged with it, which may have to hide it for another’s sake', async () => {
    expect(s.early.map(({ total }) => [total.turnoverRupiah, total.spread])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(s.early[0]?.total).toMatchObject({ merchants: 12, sold: 11 });
    expect((await cityMonth(s.town, '35.73')).total.turnoverRupiah).not.toBeNull();
  });
});

describe('the report of a province', () => {
  test('has its cities side by side, with the snapshot’s own numbers', async () => {
    const rows = records(text(await ofProvince('csv')));
    const months = rows.filter(({ span }) => span === 'month');
    expect(months.map(({ kind, code }) => [kind, code])).toEqual([
      ['total', '35'],
      ['city', '35.73'],
      ['city', '35.78'],
      ['missing', '35.01'],
    ]);
    expect(months[0]).toMatchObject({
      merchants: '24',
      unsold: '2',
      turnoverRupiah: s.province.total.turnoverRupiah,
      gini: String(Math.round((s.province.total.spread?.gini.value ?? 0) * 1000) / 1000),
    });
    expect(months[1]).toMatchObject({ name: 'Kota Malang', merchants: '12', sold: '11' });
    expect(rows.filter(({ span }) => span === 'year').map(({ kind }) => kind)).toEqual(['total']);
  });

  test('says in words which cities it lacks, and invents no number for them', async () => {
    const [missing] = records(text(await ofProvince('csv'))).filter(({ kind }) => kind === 'missing');
    expect(missing).toMatchObject({ name: 'Kabupaten Pacitan', hidden: 'false', merchants: '', turnoverRupiah: '' });
    expect(text(await ofProvince('csv-id'))).toContain('Belum ada rekap;35.01;Kabupaten Pacitan');
    expect(JSON.parse(text(await ofProvince('datapackage.json'))).description).toContain(LACKING);
    const sheets = workbook((await ofProvince('xlsx')).bytes);
    expect(sheets.get('Ringkasan')).toContainEqual(['Kelengkapan', LACKING]);
    expect(sheets.get('Ringkasan')).toContainEqual(['Keadaan', 'Angka sementara: belum semua kota masuk']);
    expect(sheets.get('Tanpa nilai')).toContainEqual([
      'Kabupaten Pacitan',
      'Bulan ini',
      'Semua ukuran',
      'belum ada rekap yang dapat digabung',
    ]);
    const whole = await pdf({ snapshot: publicSnapshot(s.province), zone: 'Asia/Jakarta', missing: [] });
    expect(Buffer.from((await ofProvince('pdf')).bytes).equals(whole)).toBe(false);
  });

  test('leaves out what a province has not', async () => {
    const sheets = workbook((await ofProvince('xlsx')).bytes);
    const names = ['Ringkasan', 'Bulan', '12 bulan', 'Lorenz', 'Mutu data', 'Tanpa nilai', 'Penjelasan'];
    expect([...sheets.keys()]).toEqual(names);
    const { resources } = JSON.parse(text(await ofProvince('datapackage.json'))) as { resources: { path: string }[] };
    const paths = ['cells.csv', 'lorenz.csv', 'quality.csv', 'definitions.csv'];
    expect(resources.map(({ path }) => path)).toEqual(paths);
    expect(await refusalOf(ofProvince('between.csv'))).toMatchObject({ code: 'report_part_not_found', status: 404 });
    expect(await refusalOf(ofProvince('pdf', '36'))).toMatchObject({ code: 'snapshot_not_found', status: 404 });
  });

  test('is a PDF of two pages by its name', async () => {
    const file = await ofProvince('pdf');
    expect(file.name).toBe('pasar-rata-35-2026-10-r1.pdf');
    expect(pages(file)).toBe(2);
  });
});

describe('the report of the country', () => {
  test('has all cities, and is not called partial when none is missing', async () => {
    const rows = records(text(await ofCountry('csv'))).filter(({ span }) => span === 'month');
    expect(rows.map(({ kind, code }) => [kind, code])).toEqual([
      ['total', 'ID'],
      ['city', '35.01'],
      ['city', '35.73'],
      ['city', '35.78'],
    ]);
    expect(JSON.parse(text(await ofCountry('datapackage.json'))).description).not.toContain('Belum lengkap');
    expect(pages(await ofCountry('pdf'))).toBe(2);
  });

  test('sends readers to each city for what it does not repeat', async () => {
    const reasons = workbook((await ofCountry('xlsx')).bytes).get('Tanpa nilai') ?? [];
    const where = reasons.find(([name, , measure]) => name === 'Kota Malang' && measure === 'Semua ukuran sebaran');
    expect(where?.[3]).toBe('ada di laporan wilayah itu sendiri');
  });

  test('names nobody', async () => {
    for (const format of ['csv', 'csv-id', 'datapackage.json', 'quality.csv'] as const)
      expect(text(await ofCountry(format))).not.toMatch(/Dapur|mrc_|agc_/);
  });
});
