import { beforeEach, describe, expect, test } from 'vitest';
import { closeMonths } from '../../../functions/equity/close/close-months.ts';
import { mergeCountry, mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { openRange } from '../../../functions/equity/close/open-month.ts';
import type { Files } from '../../../functions/files.ts';
import { EVERYBODY, type Range, rangesOf, registerOf } from '../../../functions/reads/register.ts';
import type { World } from '../../../functions/world.ts';
import { later, monthEnd, monthStart } from '../../../shared/domain/basics/month.ts';
import { Zone } from '../../../shared/domain/basics/month-schema.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { getSnapshot } from '../../../shared/table/equity/snapshots.ts';
import { getStanding } from '../../../shared/table/equity/standings.ts';
import { closeCity } from '../../close-city.ts';
import { type Clock, memoryFiles, testClock, testWorld } from '../../engine.ts';
import { everything, type Shop, stored, type Town, townOf } from '../../market.ts';
import { tampered } from '../../table/clients.ts';

const CITY = '35.73';
const MONTH = '2026-11';
const CLOSE = { month: MONTH, phase: 'final', takenAt: '2026-12-11T00:00:00.000Z' } as const;
let clock: Clock;
let world: World;
let town: Town;
let files: Files;

beforeEach(async () => {
  clock = testClock('2026-11-10T09:00:00.000+07:00');
  world = await testWorld({ now: clock.now });
  town = await townOf(world);
  files = memoryFiles();
});

/** A world that dies at its n-th call, before or after the engine has heard of it. */
const dyingAt = (kill: number, whole: World) => {
  let [left, died] = [kill, false];
  const die = () => {
    left -= 1;
    if (left !== 0) return;
    died = true;
    throw new Error('killed');
  };
  const table = tampered(whole.table, kill % 2 ? { before: die } : { after: die });
  return { dying: { ...whole, cache: new Map(), table }, die, died: () => died };
};

/** Opens a shop that has sold so much this month. */
const selling = async (city: string, rupiah: number, but: Parameters<Town['opens']>[1] = {}): Promise<Shop> => {
  const shop = await town.opens(city, but);
  if (rupiah > 0) await town.sells(shop, await town.offers(shop, { priceRupiah: rupiah }), 1);
  return shop;
};
const standings = async (city: string, month: string, query: object = {}) => {
  const seen: { turnoverRupiah: number; monthsUnsold: number; merchantId: string }[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: typeof seen; next: string | null } = await town.as(town.adminOf(city))(
      'GET /cities/{city}/standings/{month}',
      {
        params: { city, month },
        query: { ...query, ...(cursor === null ? {} : { cursor }) },
      },
    );
    seen.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return seen;
};
const rupiahOf = (list: readonly { turnoverRupiah: number }[]) => list.map(({ turnoverRupiah }) => turnoverRupiah);

describe.each([1, 4, 16] as const)('the standings of a city of %d shards', (shards) => {
  test('name everybody, the unsold first or last, each once, however they are paged', async () => {
    await town.founds(CITY, { shards });
    const amounts = [0, 40_000, 0, 10_000, 0, 25_000, 10_000, 0, 7_000];
    for (const [place, rupiah] of amounts.entries())
      await selling(
        CITY,
        rupiah,
        place % 2 ? { district: `${CITY}.03`, village: `${CITY}.03.1001`, category: 'batik' } : {},
      );
    const sorted = [...amounts].sort((a, b) => a - b);
    for (const limit of [1, 2, 4, 9, 100]) {
      expect(rupiahOf(await standings(CITY, MONTH, { limit }))).toEqual(sorted);
      expect(rupiahOf(await standings(CITY, MONTH, { limit, order: 'most' }))).toEqual(sorted.toReversed());
    }
    const odd = amounts.filter((_, place) => place % 2).sort((a, b) => a - b);
    for (const limit of [1, 2, 100]) {
      expect(rupiahOf(await standings(CITY, MONTH, { limit, district: `${CITY}.03` }))).toEqual(odd);
      expect(rupiahOf(await standings(CITY, MONTH, { limit, category: 'batik' }))).toEqual(odd);
    }
    expect(new Set((await standings(CITY, MONTH, { limit: 2 })).map(({ merchantId }) => merchantId)).size).toBe(
      amounts.length,
    );
  });

  test('close to a snapshot that counts what a person would count', async () => {
    await town.founds(CITY, { shards });
    const amounts = [0, 0, 30_000, 10_000];
    for (const rupiah of amounts) await selling(CITY, rupiah);
    clock.set('2026-12-01T00:00:00.000+07:00');
    const { total, sentence, control } = await closeCity(world, files, CITY, CLOSE);
    expect(total).toMatchObject({
      merchants: 4,
      sold: 2,
      unsold: 2,
      orders: 2,
      turnoverRupiah: '40000',
      newcomers: 4,
      departed: 0,
    });
    // Half the mean difference by hand: pairs 0-30, 0-10 twice, 30-10 once, over 4 merchants and a mean of 10.
    expect(total.spread?.gini.value).toBeCloseTo((2 * (2 * 30 + 2 * 10 + 20)) / (2 * 4 * 40), 9);
    expect(sentence).toBe('2 dari 4 usaha belum menjual apa pun pada November 2026.');
    expect(control).toEqual({ merchants: 4, turnoverRupiah: '40000' });
  });
});

describe('a close', () => {
  beforeEach(async () => {
    await town.founds(CITY);
    for (const rupiah of [0, 0, 30_000, 10_000]) await selling(CITY, rupiah);
    clock.set('2026-12-01T00:00:00.000+07:00');
  });

  test('run twice, or twice at once, writes nothing new', async () => {
    const first = await closeCity(world, files, CITY, CLOSE);
    const before = await everything(world);
    const again = await Promise.all([
      closeCity(world, files, CITY, CLOSE),
      closeCity(world, files, CITY, { ...CLOSE, takenAt: '2026-12-12T00:00:00.000Z' }),
    ]);
    expect(again.map(({ hash, revision }) => [hash, revision])).toEqual([
      [first.hash, 1],
      [first.hash, 1],
    ]);
    expect(await everything(world)).toEqual(before);
  });

  test('started by three at once makes one revision', async () => {
    const made = await Promise.all([1, 2, 3].map(() => closeCity(world, files, CITY, CLOSE)));
    expect(new Set(made.map(({ hash, revision }) => `${hash} ${revision}`)).size).toBe(1);
    expect((await everything(world)).filter(({ type }) => type === 'Snapshot')).toHaveLength(1);
  });

  test('opens the next month for everybody, with what each carries over', async () => {
    await closeCity(world, files, CITY, CLOSE);
    const next = await standings(CITY, '2026-12');
    expect(rupiahOf(next)).toEqual([0, 0, 0, 0]);
    expect(next.map(({ monthsUnsold }) => monthsUnsold).sort()).toEqual([0, 0, 1, 1]);
  });

  test('killed at any of its calls and run again has the same result', async () => {
    const whole = await closeCity(world, memoryFiles(), CITY, CLOSE);
    const untouched = await stored(world);
    let calls = 0;
    for (let kill = 1; ; kill++) {
      clock.set('2026-11-10T09:00:00.000+07:00');
      const fresh = await testWorld({ now: clock.now });
      for (const item of untouched.filter(({ type, sk }) => type !== 'Snapshot' && sk !== 'STANDING#2026-12'))
        await fresh.table.client.send(
          new (await import('@aws-sdk/lib-dynamodb')).PutCommand({ TableName: fresh.table.name, Item: item }),
        );
      clock.set('2026-12-01T00:00:00.000+07:00');
      const { dying, die, died } = dyingAt(kill, fresh);
      const kept = memoryFiles();
      const mortal: Files = {
        put: async (...args) => {
          die();
          await kept.put(...args);
        },
        get: kept.get,
      };
      await closeCity(dying, mortal, CITY, CLOSE).catch((error: Error) => expect(error.message).toBe('killed'));
      const again = await closeCity({ ...fresh, cache: new Map() }, kept, CITY, CLOSE);
      expect([again.hash, again.revision], `killed at call ${kill}`).toEqual([whole.hash, 1]);
      const rest = await everything(fresh);
      expect(rest.filter(({ type }) => type === 'Snapshot')).toHaveLength(1);
      expect(rest.filter(({ type, month }) => type === 'Standing' && month === '2026-12')).toHaveLength(4);
      calls = kill;
      if (!died()) break;
    }
    expect(calls).toBeGreaterThan(15);
  });

  test('corrected late is the next revision, and the first one stays as it was', async () => {
    const first = await closeCity(world, files, CITY, CLOSE);
    const [shop] = (await everything(world)).filter(({ type }) => type === 'Merchant');
    const owner = (await everything(world)).find(({ type, role }) => type === 'Membership' && role === 'owner' && true);
    const merchantId = String(owner?.['scope']).slice('merchant:'.length);
    expect(shop).toBeDefined();
    clock.set('2026-12-12T09:00:00.000+07:00');
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/turnover/{month}/reopen', {
      params: { merchantId, month: MONTH },
      body: { reason: 'Nota' },
    });
    await town.as(String(owner?.['person']))('PUT /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId, month: MONTH },
      body: { outside: [{ channel: 'event', rupiah: 9_000 }] },
    });
    const second = await closeCity(world, files, CITY, CLOSE);
    expect([second.revision, second.total.reportedRupiah]).toEqual([2, '9000']);
    expect(await getSnapshot(world.table, CITY, MONTH, 1)).toEqual(first);
    expect((await getSnapshot(world.table, CITY, MONTH))?.revision).toBe(2);
    const listed = await town.as()('GET /cities/{city}/snapshots', { params: { city: CITY } });
    expect(listed.items.map(({ revision }) => revision)).toEqual([2, 1]);
  });

  test('that comes early after the final one changes nothing', async () => {
    const final = await closeCity(world, files, CITY, CLOSE);
    expect(await closeCity(world, files, CITY, { ...CLOSE, phase: 'preliminary' })).toEqual(final);
    const preliminary = await closeCity(world, files, CITY, {
      month: '2026-12',
      phase: 'preliminary',
      takenAt: '2027-01-01T00:00:00.000Z',
    });
    const after = await closeCity(world, files, CITY, {
      month: '2026-12',
      phase: 'final',
      takenAt: '2027-01-11T00:00:00.000Z',
    });
    expect([preliminary.revision, after.revision, after.phase]).toEqual([1, 2, 'final']);
  });

  test('asked for by the city is written down for the machine, with the phase of the day', async () => {
    const ask = () =>
      town.as(town.adminOf(CITY))('POST /cities/{city}/months/{month}/close', { params: { city: CITY, month: MONTH } });
    expect(await ask()).toMatchObject({ city: CITY, month: MONTH, phase: 'preliminary' });
    clock.set('2026-12-11T00:00:00.000+07:00');
    expect((await ask()).phase).toBe('final');
  });

  type Entry = { card?: { turnoverRupiah?: number } };
  type Asked = { input: { IndexName?: string; ExpressionAttributeValues?: Record<string, string> } };
  /** A world whose standing list is wrong in one way for as long as `wrong` says. */
  const mistaken = (change: (entries: Entry[]) => Entry[], wrong: () => boolean, pause: () => void) => {
    const send = async (command: Asked) => {
      const answer = await (world.table.client.send as (one: unknown) => Promise<{ Items?: Entry[] }>)(command);
      const { IndexName: index, ExpressionAttributeValues: values } = command.input;
      const standings = index === 'list1' && values?.[':p']?.startsWith('STANDING');
      return wrong() && standings ? { ...answer, Items: change(answer.Items ?? []) } : answer;
    };
    return { ...world, table: { ...world.table, pause: async () => pause(), client: { send: send as never } } };
  };

  const lists: [string, (entries: Entry[]) => Entry[]][] = [
    ['loses an entry', (entries) => entries.slice(1)],
    ['names an entry twice', (entries) => [...entries.slice(0, 1), ...entries]],
    [
      'lags behind a sale',
      (entries) =>
        entries.map((entry, place) =>
          place === entries.length - 1
            ? { ...entry, card: { ...entry.card, turnoverRupiah: (entry.card?.turnoverRupiah ?? 0) - 1 } }
            : entry,
        ),
    ],
  ];
  test.each(lists)('of a list that %s is discarded, and streamed again when it has caught up', async (_, change) => {
    let wrong = true;
    const world = mistaken(
      change,
      () => wrong,
      () => {
        wrong = false;
      },
    );
    const snapshot = await closeCity(world, files, CITY, CLOSE);
    expect(snapshot.total.merchants).toBe(4);
    expect(wrong).toBe(false);
  });

  test.each(lists)('of a list that %s for good is refused, and writes nothing', async (_, change) => {
    const forever = mistaken(
      change,
      () => true,
      () => {},
    );
    await expect(closeCity(forever, files, CITY, CLOSE)).rejects.toMatchObject({ name: 'ControlTotalsDiffer' });
    expect((await everything(world)).filter(({ type }) => type === 'Snapshot')).toEqual([]);
  });
});

describe('an order received at the edge of a month', () => {
  test.each(Zone.options)('in %s falls into the month of the clock on the wall', async (zone) => {
    await town.founds(CITY, { zone });
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop, { amount: 50, priceRupiah: 10_000 });
    const end = monthEnd(MONTH, zone);
    const delivered = async () => {
      const order = await town.buys('ani', nasi);
      await town.moves(shop.owner, 'accept', order);
      return town.moves(shop.owner, 'deliver', order);
    };
    const [last, first, clocked]: Order[] = [await delivered(), await delivered(), await delivered()] as [
      Order,
      Order,
      Order,
    ];
    clock.set(later(end, -1));
    await town.receives('ani', last);
    clock.set(end);
    await town.receives('ani', first);
    await town.runsClocks();
    expect((await town.as('ani')('GET /orders/{orderId}', { params: { orderId: clocked.orderId } })).state).toBe(
      'received',
    );
    expect(rupiahOf(await standings(CITY, MONTH))).toEqual([10_000]);
    expect(rupiahOf(await standings(CITY, '2026-12'))).toEqual([20_000]);
    const month = (await closeCity(world, files, CITY, CLOSE)).total;
    const next = (await closeCity(world, files, CITY, { ...CLOSE, month: '2026-12' })).total;
    expect([month.turnoverRupiah, month.orders, next.turnoverRupiah, next.orders, next.newcomers]).toEqual([
      '10000',
      1,
      '20000',
      2,
      0,
    ]);
  });

  test('is one instant for the order and for the month, even where the month turns while it is received', async () => {
    await town.founds(CITY);
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop, { amount: 50, priceRupiah: 10_000 });
    const end = Date.parse(monthEnd(MONTH, 'Asia/Jakarta'));
    for (let before = 1; before <= 6; before++) {
      clock.set('2026-11-20T09:00:00.000+07:00');
      const order = await town.buys('ani', nasi);
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
      let at = end - before;
      const { marketOf } = await import('../../market.ts');
      const ticking = marketOf({ ...world, cache: new Map(), now: () => new Date(at++).toISOString() });
      await ticking.as('ani')('POST /orders/{orderId}/receive', { params: { orderId: order.orderId }, body: {} });
    }
    const items = await everything(world);
    const handed = (month: string) =>
      items
        .filter(({ type }) => type === 'Order')
        .flatMap(({ handovers }) => handovers as { at: string; rupiah: number }[])
        .filter(({ at }) => monthStart(month, 'Asia/Jakarta') <= at && at < monthEnd(month, 'Asia/Jakarta'))
        .reduce((sum, { rupiah }) => sum + rupiah, 0);
    for (const month of [MONTH, '2026-12']) {
      const standing = items.find((item) => item['type'] === 'Standing' && item['month'] === month);
      expect(Number(standing?.['turnoverRupiah'] ?? 0), month).toBe(handed(month));
    }
  });

  test('over the end of a year and a leap day', async () => {
    await town.founds(CITY);
    clock.set('2027-12-20T09:00:00.000+07:00');
    const shop = await town.opens(CITY);
    const nasi = await town.offers(shop, { amount: 50, priceRupiah: 10_000 });
    for (const at of [
      '2027-12-31T23:59:59.999+07:00',
      '2028-01-01T00:00:00.000+07:00',
      '2028-02-29T23:59:59.999+07:00',
      '2028-03-01T00:00:00.000+07:00',
    ]) {
      clock.set(at);
      clock.pass(-60_000);
      const order = await town.buys('ani', nasi);
      await town.moves(shop.owner, 'accept', order);
      await town.moves(shop.owner, 'deliver', order);
      clock.set(at);
      await town.receives('ani', order);
    }
    for (const month of ['2027-12', '2028-01', '2028-02', '2028-03'])
      expect(rupiahOf(await standings(CITY, month)), month).toEqual([10_000]);
  });
});

describe('a province and the country', () => {
  const cities = ['35.73', '35.78', '18.71'];
  const amounts: Record<string, number[]> = {
    '35.73': [0, 30_000, 5_000],
    '35.78': [0, 0, 12_000, 90_000],
    '18.71': [7_000],
  };
  const gini = (values: readonly number[]) => {
    let differences = 0;
    for (const a of values) for (const b of values) differences += Math.abs(a - b);
    return differences / (2 * values.length * values.reduce((sum, one) => sum + one, 0));
  };
  beforeEach(async () => {
    for (const city of cities) {
      await town.founds(city);
      for (const rupiah of amounts[city] ?? []) await selling(city, rupiah);
    }
    clock.set('2026-12-11T00:00:00.000+07:00');
  });

  test('are merged exactly: as if all their merchants stood in one list', async () => {
    for (const city of cities) await closeCity(world, files, city, CLOSE);
    const all = (of: string[]) => of.flatMap((city) => amounts[city] ?? []);
    for (const [snapshot, of] of [
      [await mergeProvince(world, files, '35', CLOSE), ['35.73', '35.78']],
      [await mergeCountry(world, files, CLOSE), cities],
    ] as const) {
      const values = all([...of]);
      expect(snapshot).toMatchObject({ phase: 'final', missing: [] });
      expect(snapshot?.total).toMatchObject({
        merchants: values.length,
        unsold: values.filter((rupiah) => rupiah === 0).length,
        turnoverRupiah: String(values.reduce((sum, one) => sum + one, 0)),
      });
      expect(snapshot?.total.spread?.gini.value).toBeCloseTo(gini(values), 9);
      expect(snapshot?.cities.map(({ code }) => code).sort()).toEqual([...of].sort());
    }
  });

  test('name a city that has not closed, or whose file is lost or damaged, and are preliminary until it has', async () => {
    await closeCity(world, files, '35.73', CLOSE);
    expect(await mergeProvince(world, files, '35', CLOSE)).toMatchObject({
      missing: ['35.78'],
      phase: 'preliminary',
      total: { merchants: 3 },
    });
    const { files: kept } = await closeCity(world, files, '35.78', CLOSE);
    const key = kept?.month.key ?? '';
    const bytes = (await files.get(key)) ?? new Uint8Array();
    const damaged: Files = {
      ...files,
      get: async (name) =>
        name === key ? bytes.map((byte, place) => (place === bytes.length - 40 ? byte ^ 1 : byte)) : files.get(name),
    };
    expect(await mergeProvince(world, damaged, '35', CLOSE)).toMatchObject({
      missing: ['35.78'],
      phase: 'preliminary',
    });
    const lost: Files = { ...files, get: async (name) => (name === key ? undefined : files.get(name)) };
    expect(await mergeProvince(world, lost, '35', CLOSE)).toMatchObject({ missing: ['35.78'] });
    expect(await mergeProvince(world, files, '35', CLOSE)).toMatchObject({
      missing: [],
      phase: 'final',
      total: { merchants: 7 },
    });
  });

  test('merged twice write once; of a place without a closed city there is nothing', async () => {
    for (const city of cities) await closeCity(world, files, city, CLOSE);
    const first = await mergeCountry(world, files, CLOSE);
    expect(await mergeCountry(world, files, CLOSE)).toEqual(first);
    expect(await mergeProvince(world, files, '99', CLOSE)).toBeUndefined();
    expect(await mergeProvince(world, files, '35', { ...CLOSE, month: '2026-05' })).toBeUndefined();
  });

  test('are open to everybody, without a city too small to be seen', async () => {
    for (const city of cities) await closeCity(world, files, city, CLOSE);
    await mergeProvince(world, files, '35', CLOSE);
    const province = await town.as()('GET /provinces/{province}/snapshots/{month}', {
      params: { province: '35', month: MONTH },
    });
    expect(province.cities.map(({ code, turnoverRupiah }) => [code, turnoverRupiah])).toEqual([['lainnya', null]]);
    const whole = await town.as()('GET /cities/{city}/snapshots/{month}', { params: { city: '18.71', month: MONTH } });
    expect(whole.total).toMatchObject({ merchants: 1, turnoverRupiah: null, spread: null });
    expect(JSON.stringify(whole)).not.toContain('7000');
    const own = await town.as(town.adminOf('18.71'))('GET /cities/{city}/months/{month}', {
      params: { city: '18.71', month: MONTH },
    });
    expect(own.total.turnoverRupiah).toBe('7000');
  });

  test('planned by the scheduler: late, twice or at the edge of a zone, it is always the month that has just ended', async () => {
    clock.set('2026-11-10T09:00:00+07:00');
    await town.founds('71.71', { zone: 'Asia/Makassar' });
    clock.set('2026-12-01T00:00:00.000+07:00');
    const plan = (zone: string, scheduledAt: string) =>
      closeMonths(() => ({ ...world, files }))({
        task: 'plan',
        input: { zone, phase: 'preliminary', scheduledAt },
      }) as Promise<{
        month: string;
        cities: { cityCode: string }[];
        provinces: { province: string }[];
      }>;
    for (const at of ['2026-12-01T00:00:00+07:00', '2026-12-01T00:15:00+07:00', '2026-12-29T12:00:00+07:00'])
      expect(await plan('Asia/Jakarta', at)).toMatchObject({
        month: '2026-11',
        provinces: [{ province: '18' }, { province: '35' }],
      });
    expect((await plan('Asia/Jakarta', '2026-11-30T23:59:59.999+07:00')).month).toBe('2026-10');
    expect((await plan('Asia/Makassar', '2026-12-01T00:00:00+08:00')).month).toBe('2026-11');
    expect((await plan('Asia/Makassar', '2026-12-01T00:00:00+07:00')).cities).toEqual([{ cityCode: '71.71' }]);
    expect((await plan('Asia/Jayapura', '2027-01-01T00:00:00+09:00')).month).toBe('2026-12');
    expect((await plan('Asia/Jakarta', '2026-12-01T00:00:00+07:00')).cities.map(({ cityCode }) => cityCode)).toEqual([
      '18.71',
      '35.73',
      '35.78',
    ]);
  });

  test('that ended before a city was founded is none of that city’s', async () => {
    clock.set('2026-12-01T00:00:00+07:00');
    await town.founds('35.79');
    const cities = async (scheduledAt: string) => {
      const planned = await closeMonths(() => ({ ...world, files }))({
        task: 'plan',
        input: { zone: 'Asia/Jakarta', phase: 'preliminary', scheduledAt },
      });
      return (planned as { cities: { cityCode: string }[] }).cities.map(({ cityCode }) => cityCode);
    };
    // Founded in the first minutes of December: November is closed without it, December with it.
    expect(await cities('2026-12-01T00:05:00+07:00')).toEqual(['18.71', '35.73', '35.78']);
    expect(await cities('2027-01-01T00:05:00+07:00')).toEqual(['18.71', '35.73', '35.78', '35.79']);
  });

  test('closed through the machine’s tasks, twice, in any order of cities', async () => {
    const run = closeMonths(() => ({ ...world, files }), 3);
    const answers: unknown[] = [];
    const divided = new Set<string>();
    for (const round of [cities, cities.toReversed()]) {
      for (const cityCode of round) {
        const { ranges } = (await run({ task: 'city', cityCode, ...CLOSE })) as { ranges?: object[] };
        if (!ranges) continue;
        divided.add(cityCode);
        for (const range of ranges) await run({ task: 'open', cityCode, range, ...CLOSE });
        await run({ task: 'opened-city', cityCode, ...CLOSE });
      }
      answers.push([
        await run({ task: 'province', province: '35', ...CLOSE }),
        await run({ task: 'country', ...CLOSE }),
      ]);
    }
    expect(answers[1]).toEqual(answers[0]);
    expect([...divided]).toEqual(['35.78']);
    await expect(run({ task: 'city', cityCode: '99.99', ...CLOSE })).rejects.toThrow('99.99');
    await expect(run({ task: 'elsewhere' })).rejects.toThrow();
  });
});

describe('who is in a month', () => {
  beforeEach(async () => town.founds(CITY));

  test('a shop verified in it counts from then on, one suspended in it counts as left, one that only applied does not', async () => {
    await selling(CITY, 10_000);
    await town.applies(CITY);
    const gone = await selling(CITY, 0);
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
      params: { merchantId: gone.merchantId },
      body: { reason: 'Barang tiruan' },
    });
    clock.set('2026-12-01T00:00:00.000+07:00');
    expect((await closeCity(world, files, CITY, CLOSE)).total).toMatchObject({
      merchants: 2,
      departed: 1,
      newcomers: 2,
    });
    clock.set('2027-01-01T00:00:00.000+07:00');
    expect((await closeCity(world, files, CITY, { ...CLOSE, month: '2026-12' })).total).toMatchObject({
      merchants: 1,
      departed: 0,
      newcomers: 0,
    });
  });

  test('one suspended and verified again in one month never left', async () => {
    const shop = await selling(CITY, 0);
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
      params: { merchantId: shop.merchantId },
      body: { reason: 'Salah paham' },
    });
    const lifted = await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/verify', {
      params: { merchantId: shop.merchantId },
    });
    expect(lifted.suspendedReason).toBeUndefined();
    clock.set('2026-12-01T00:00:00.000+07:00');
    expect((await closeCity(world, files, CITY, CLOSE)).total).toMatchObject({ merchants: 1, departed: 0 });
  });
});

describe('a register in ranges', () => {
  const sizes = [1, 2, 3, 4, 20_000];
  const idsIn = async (range: Range): Promise<string[]> => {
    const ids: string[] = [];
    for await (const page of registerOf(world, CITY, range)) ids.push(...page);
    return ids;
  };
  const opened = async () =>
    (await everything(world))
      .filter(({ type }) => type === 'Standing')
      .map(({ merchantId, month, rollingRupiah, monthsUnsold }) =>
        [merchantId, month, rollingRupiah, monthsUnsold].join(),
      )
      .sort();

  beforeEach(async () => {
    await town.founds(CITY);
    for (const [place, rupiah] of [0, 30_000, 0, 10_000].entries())
      await selling(CITY, rupiah, place % 2 ? { district: `${CITY}.03`, village: `${CITY}.03.1001` } : {});
    const gone = await selling(CITY, 0);
    await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
      params: { merchantId: gone.merchantId },
      body: { reason: 'Pindah kota' },
    });
    clock.set('2026-12-01T00:00:00.000+07:00');
  });

  test.each(sizes)('of %d has everybody in exactly one of them, also who enters afterwards', async (size) => {
    const ranges = await rangesOf(world, CITY, size);
    expect(ranges).toHaveLength(Math.max(1, Math.ceil(5 / size)));
    const together = async () => (await Promise.all(ranges.map(idsIn))).flat();
    expect(await together()).toEqual(await idsIn(EVERYBODY));
    await town.opens(CITY);
    await town.opens(CITY, { district: `${CITY}.03`, village: `${CITY}.03.1001` });
    const entered = await together();
    expect([new Set(entered).size, entered.length]).toEqual([7, 7]);
    expect(entered.toSorted()).toEqual((await idsIn(EVERYBODY)).toSorted());
  });

  test('of nobody is one range', async () => {
    await town.founds('35.78');
    expect(await rangesOf(world, '35.78', 1)).toEqual([EVERYBODY]);
  });

  test.each(sizes)('of %d, opened backwards, twice and at once, opens what one run would', async (size) => {
    const ranges = await rangesOf(world, CITY, size);
    const open = (range: Range) => openRange(world, CITY, range, MONTH);
    await Promise.all([...ranges.toReversed(), ...ranges].map(open));
    const inRanges = await opened();
    await open(EVERYBODY);
    expect(await opened()).toEqual(inRanges);
    // The fifth left in the month before: it has its place in the twelve months.
    const next = inRanges.filter((one) => one.includes('2026-12'));
    expect(next).toHaveLength(5);
  });

  test('killed at any call of a range and opened again opens the same', async () => {
    const [first, second, ...rest] = await rangesOf(world, CITY, 2);
    const others = [second, ...rest].filter((range) => range !== undefined);
    let again = true;
    for (let kill = 1; again; kill++) {
      const { dying, died } = dyingAt(kill, world);
      await openRange(dying, CITY, first ?? EVERYBODY, MONTH).catch((error: Error) =>
        expect(error.message).toBe('killed'),
      );
      again = died();
    }
    for (const range of others) await openRange(world, CITY, range, MONTH);
    const { total } = await closeCity(world, files, CITY, CLOSE);
    expect(total).toMatchObject({ merchants: 5, departed: 1, turnoverRupiah: '40000' });
    expect((await opened()).filter((one) => one.includes('2026-12'))).toHaveLength(5);
  });

  test('keeps what is sold, offered and left between its look and its writing', async () => {
    clock.set('2026-11-20T09:00:00.000+07:00');
    const shops = [await selling(CITY, 10_000), await selling(CITY, 0), await selling(CITY, 0)] as const;
    clock.set('2026-12-01T00:10:00.000+07:00');
    let meanwhile = true;
    const table = tampered(world.table, {
      before: async ({ name }) => {
        if (name !== 'BatchExecuteStatement' || !meanwhile) return;
        meanwhile = false;
        await town.sells(shops[0], await town.offers(shops[0], { priceRupiah: 7000 }), 1);
        await town.offers(shops[1], {});
        await town.as(town.adminOf(CITY))('POST /merchants/{merchantId}/suspend', {
          params: { merchantId: shops[2].merchantId },
          body: { reason: 'Pindah kota.' },
        });
      },
    });
    await openRange({ ...world, cache: new Map(), table }, CITY, EVERYBODY, MONTH);
    expect(meanwhile).toBe(false);
    const next = await Promise.all(
      shops.map(({ merchantId }) => getStanding(world.table, merchantId, '2026-12', { consistent: true })),
    );
    expect(next[0]).toMatchObject({ turnoverRupiah: 7000, orders: 1, rollingRupiah: 17_000, monthsUnsold: 0 });
    expect(next[1]).toMatchObject({ turnoverRupiah: 0, offering: true, monthsUnsold: 1 });
    expect(next[2]).toMatchObject({ left: true, monthsUnsold: 1 });
    const before = await everything(world);
    await openRange(world, CITY, EVERYBODY, MONTH);
    const later = await everything(world);
    const figures = (all: typeof before) =>
      all.map(({ carriedFrom: _, version: _version, ...rest }) => JSON.stringify(rest)).sort();
    expect(figures(later)).toEqual(figures(before));
  });

  test('opened by many runs while people buy loses no rupiah', async () => {
    clock.set('2026-11-20T09:00:00.000+07:00');
    const shops: Shop[] = [];
    for (let at = 0; at < 4; at++) shops.push(await selling(CITY, 0));
    clock.set('2026-12-01T00:10:00.000+07:00');
    const goods = await Promise.all(
      shops.map(async (shop) => [shop, await town.offers(shop, { priceRupiah: 5000 })] as const),
    );
    const buying = goods.map(async ([shop, good]) => {
      for (let order = 0; order < 3; order++) await town.sells(shop, good, 1);
    });
    const opening = [1, 2, 3].map(async () => {
      for (const range of await rangesOf(world, CITY, 3)) await openRange(world, CITY, range, MONTH);
    });
    await Promise.all([...buying, ...opening]);
    await openRange(world, CITY, EVERYBODY, MONTH);
    for (const { merchantId } of shops) {
      const standing = await getStanding(world.table, merchantId, '2026-12', { consistent: true });
      expect(standing).toMatchObject({ turnoverRupiah: 15_000, orders: 3, rollingRupiah: 15_000, monthsUnsold: 1 });
    }
  });
});
