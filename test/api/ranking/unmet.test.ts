import { beforeEach, describe, expect, test } from 'vitest';
import { testClock, testWorld } from '../../engine.ts';
import { everything, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
let town: Town;
let world: Awaited<ReturnType<typeof testWorld>>;
let clock: ReturnType<typeof testClock>;
beforeEach(async () => {
  clock = testClock('2026-10-10T09:00:00.000+07:00');
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  await town.founds(CITY, { name: 'Kota Malang' });
  await town.offers(await town.opens(CITY, { name: 'Dapur Bu Sari' }), { name: 'Nasi kotak rapat' });
});
const search = (text: string, query: object = {}, address = '127.0.0.1') =>
  town.as()('GET /cities/{city}/search', { params: { city: CITY }, query: { text, ...query }, address });
const counts = async () => (await everything(world)).filter(({ type }) => type === 'UnmetSearch');

describe('a search that finds nothing', () => {
  test('is counted once a month for a place and a term, in its month and hour, with nobody in it', async () => {
    for (const text of ['pecel tumpang', 'PECEL  tumpang', 'pecel tumpang']) await search(text);
    await search('pecel tumpang', { district: `${CITY}.02` });
    await search('nasi kotak');
    const [first, ...others] = await counts();
    expect(first).toMatchObject({ term: expect.stringContaining('pecel'), times: 1, hour09: 1 });
    expect(others).toEqual([]);
    expect(JSON.stringify(await counts())).not.toMatch(/vis_|\d+\.\d+\.\d+\.\d+/);
    clock.set('2026-11-01T09:00:00.000+07:00');
    await search('pecel tumpang', { district: `${CITY}.02` });
    expect((await counts()).map((one) => one['district']).sort()).toEqual([`${CITY}.02`, null].sort());
  });

  test('ends being counted for one place after thirty terms, and is answered all the same', async () => {
    for (let at = 0; at < 33; at++)
      expect((await search(`zqx${'abcdefghijklmnopqrstuvwxyzABCDEFG'[at]}${at}`)).items).toEqual([]);
    expect((await counts()).length).toBeLessThanOrEqual(30);
  });

  test('is of no kecamatan that its city does not have', async () => {
    await search('kue lupis', { district: '11.01.01' });
    await search('kue cucur', { district: `${CITY}.99` });
    expect(await counts()).toEqual([]);
  });

  test('is no ten of one place, however many days it comes back', async () => {
    for (let day = 0; day < 12; day++) {
      await search('kue lupis');
      clock.pass(86_400_000);
    }
    expect((await counts()).map(({ times }) => times)).toEqual([1]);
  });

  test('is no ten of one house, whatever networks its provider gives it', async () => {
    for (let network = 0; network < 12; network++) await search('kue lupis', {}, `2001:db8:1:2${network.toString(16)}`);
    for (let network = 0; network < 12; network++)
      await search('kue lupis', {}, `2001:db8:1:2${network.toString(16).padStart(3, '0')}`);
    expect((await counts()).map(({ times }) => times)).toEqual([2]);
  });

  test('is told when its month is over, of ten places and more, beside what partners say', async () => {
    for (let place = 0; place < 12; place++) await search('kue lupis', { category: 'culinary' }, `10.0.0.${place}`);
    const read = () => town.as()('GET /cities/{city}/sought', { params: { city: CITY } });
    expect((await read()).own).toEqual({ month: '2026-09', items: [] });
    clock.set('2026-11-02T09:00:00.000+07:00');
    const { own, items } = await read();
    expect(items).toEqual([]);
    expect(own).toMatchObject({ month: '2026-10', items: [{ district: null, category: 'culinary', times: 10 }] });
  });
});
