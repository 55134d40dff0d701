import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  asking as asks,
  type MarketDay,
  MOST_APPLICANTS,
  NewMarketDay,
  requireMarketDay,
} from '../../../shared/domain/centres/market-day.ts';
import { type Applicant, drawnRoster, replayRoster, withoutShop } from '../../../shared/domain/centres/roster.ts';
import { isOpenOn, scheduleWords } from '../../../shared/domain/centres/schedule-words.ts';
import { UNVISITED_RUPIAH, WAITING_STEP } from '../../../shared/domain/ranking/ledger/unvisited-sales.ts';
import { standardPolicy } from '../../../shared/domain/ranking/policy/policy.ts';
import { centreOf } from './examples.ts';

const CITY = '35.73';
const policy = standardPolicy(CITY);
const dayKey = 'ab'.repeat(32);
const drawnWhen = { drawnAt: '2026-12-02T02:00:00.000Z', drawnOn: '2026-12-02' };

type Given = { asking: Applicant[]; sales: number[]; stalls: number };
const anyGiven: fc.Arbitrary<Given> = fc
  .record({
    shops: fc.array(
      fc.record({ owner: fc.nat(12), had: fc.nat(2), sales: fc.nat(5), waits: fc.boolean(), verified: fc.boolean() }),
      {
        maxLength: 25,
      },
    ),
    stalls: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ shops, stalls }) => {
    // What an owner had and sold is the owner's, whichever of the shops asks.
    const first = new Map<number, (typeof shops)[number]>();
    for (const shop of shops) if (!first.has(shop.owner)) first.set(shop.owner, shop);
    return {
      asking: shops.map(({ owner, verified }, at) => ({
        merchantId: `mrc_${at}`,
        merchantName: `Toko ${at}`,
        ownerId: `own_${owner}`,
        verified,
        stallsHad: first.get(owner)?.had ?? 0,
      })),
      sales: Array.from({ length: 13 }, (_, owner) => {
        const { sales = 0, waits = false } = first.get(owner) ?? {};
        return sales * 60_000 + (waits ? UNVISITED_RUPIAH : 0);
      }),
      stalls,
    };
  });
const rosterOf = ({ asking, sales, stalls }: Given) => {
  const owners = new Map(sales.map((recentSalesRupiah, at) => [`own_${at}`, { recentSalesRupiah, exposure: 0 }]));
  const ledger = { version: 'led_1', owners };
  const facts = { cityCode: CITY, ledger, policy, unitRupiah: 100_000, rentRupiah: 10_000, dayKey };
  return drawnRoster(asking, stalls, drawnWhen, facts);
};

describe('a roster', () => {
  test('gives one stall to an owner, to who had fewest first, and then sold least; nobody who may not sell has one', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const { rows } = rosterOf(given);
        const placed = rows.filter(({ stall }) => stall !== null);
        const may = new Set(given.asking.filter(({ verified }) => verified).map(({ ownerId }) => ownerId));
        expect(placed.length).toBe(Math.min(given.stalls, may.size));
        expect(new Set(placed.map(({ ownerId }) => ownerId)).size).toBe(placed.length);
        expect(placed.map(({ stall }) => stall)).toEqual(placed.map((_, at) => at + 1));
        expect(rows.filter(({ verified, rank }) => !verified && rank !== null)).toEqual([]);
        const turns = rows.filter(({ rank }) => rank !== null);
        for (const [at, row] of turns.entries()) {
          const next = turns[at + 1];
          if (!next) continue;
          const [a, b] = [row, next].map(({ stallsHad, step }) => stallsHad * 2 * WAITING_STEP + step) as [
            number,
            number,
          ];
          expect(a).toBeLessThanOrEqual(b);
        }
      }),
    );
  });

  test('is the same whoever asked first, and is drawn again from what is published of it alone', () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        const roster = rosterOf(given);
        const other = rosterOf({ ...given, asking: [...given.asking].reverse() });
        const turns = (rows: typeof roster.rows) =>
          rows.filter(({ rank }) => rank !== null).map(({ merchantId }) => merchantId);
        expect(turns(other.rows)).toEqual(turns(roster.rows));
        const published = JSON.parse(JSON.stringify(roster)) as typeof roster;
        expect(replayRoster(published, { cityCode: CITY, policy, dayKey })).toMatchObject({ matches: true });
      }),
    );
  });

  test('that was written over is found out', () => {
    const asking = [1, 2].map((at) => ({
      merchantId: `mrc_${at}`,
      merchantName: `Toko ${at}`,
      ownerId: `own_${at}`,
      verified: true,
      stallsHad: at,
    }));
    const roster = rosterOf({ asking, sales: [0, 0, 0], stalls: 1 });
    expect(roster.rows[0]?.merchantId).toBe('mrc_1');
    const [first, second] = roster.rows as [(typeof roster.rows)[number], (typeof roster.rows)[number]];
    const forged = { ...roster, rows: [{ ...second, stallsHad: 0 }, first] };
    expect(replayRoster(forged, { cityCode: CITY, policy, dayKey }).matches).toBe(false);
  });

  test('passes a stall on to who waits first, keeps everybody else’s, and lets nobody come back', () => {
    fc.assert(
      fc.property(anyGiven, fc.array(fc.nat(24), { maxLength: 30 }), (given, leaving) => {
        let roster = rosterOf(given);
        for (const at of leaving) {
          const before = roster;
          roster = withoutShop(roster, `mrc_${at}`);
          const kept = before.rows.filter(({ merchantId, stall }) => stall !== null && merchantId !== `mrc_${at}`);
          for (const { merchantId, stall } of kept)
            expect(roster.rows.find((row) => row.merchantId === merchantId)?.stall).toBe(stall);
          expect(withoutShop(roster, `mrc_${at}`)).toBe(roster);
        }
        const held = roster.rows.flatMap(({ stall }) => stall ?? []);
        expect(new Set(held).size).toBe(held.length);
        const waits = roster.rows.some(({ rank, stall, stepsBack }) => rank !== null && stall === null && !stepsBack);
        const all = rosterOf(given).rows.filter(({ stall }) => stall !== null).length;
        if (waits) expect(held.length).toBe(all);
        expect(replayRoster(roster, { cityCode: CITY, policy, dayKey }).matches).toBe(true);
      }),
    );
  });
});

describe('the hours of a centre', () => {
  test('are told as people say them', () => {
    const { schedules } = centreOf();
    expect(scheduleWords(schedules)).toBe('Senin–Jumat 08.00–17.00; Sabtu 08.00–12.00');
    expect(scheduleWords([{ byDay: ['SU', 'MO', 'TU', 'FR'], opensAt: '06:00', closesAt: '10:30' }])).toBe(
      'Senin, Selasa, Jumat, Minggu 06.00–10.30',
    );
    expect([isOpenOn(schedules, '2026-12-04'), isOpenOn(schedules, '2026-12-06')]).toEqual([true, false]);
  });
});

describe('asking for a stall', () => {
  const shop = (at: number): string => `mrc_${at}`;
  const marketOf = (but: Partial<MarketDay> = {}): MarketDay => ({
    name: 'Pasar Minggu',
    opensAt: '06:00',
    closesAt: '11:00',
    stalls: 1,
    applyUntil: '2026-12-01',
    cancelled: false,
    cityCode: CITY,
    slug: 'ijen',
    day: '2026-12-06',
    applicants: [],
    roster: null,
    changedAt: drawnWhen.drawnAt,
    version: 1,
    ...but,
  });

  test('counts once, and is refused to who gave its stall up, because nothing would come of it', () => {
    const one = asks(marketOf(), shop(1), '2026-12-01');
    expect(asks(one, shop(1), '2026-12-05')).toBe(one);
    const asking = [1, 2].map((at) => ({
      merchantId: shop(at),
      merchantName: `Toko ${at}`,
      ownerId: `own_${at}`,
      verified: true,
      stallsHad: 0,
    }));
    const roster = withoutShop(rosterOf({ asking, sales: [], stalls: 1 }), shop(1));
    const drawn = marketOf({ applicants: [shop(1), shop(2)], roster });
    expect(() => asks(drawn, shop(1), '2026-12-02')).toThrow('sudah ditutup');
    expect(asks(drawn, shop(2), '2026-12-02')).toBe(drawn);
  });

  test('ends today or later, and never on another day once the key of its draw is known', () => {
    const { day, applicants, roster, changedAt, version, cityCode, slug, ...wanted } = marketOf();
    const until = (applyUntil: string, before: MarketDay | undefined, today: string) => () =>
      requireMarketDay({ ...wanted, applyUntil }, day, today, before);
    expect(until('2026-11-30', undefined, '2026-12-01')).toThrow('paling cepat hari ini');
    expect(until('2026-12-01', undefined, '2026-12-01')).not.toThrow();
    const asked = marketOf({ applicants: [shop(1), shop(2)] });
    // Whatever else is changed of it, the day stays.
    expect(until('2026-12-01', asked, '2026-12-04')).not.toThrow();
    expect(until('2026-11-20', asked, '2026-12-01')).toThrow('paling cepat hari ini');
    expect(until('2026-12-03', asked, '2026-12-02')).not.toThrow();
    expect(until('2026-12-04', asked, '2026-12-03')).toThrow('sudah terbit');
    // Where nobody asked nobody wins.
    expect(until('2026-12-04', marketOf(), '2026-12-03')).not.toThrow();
  });

  test('is for as many shops as a centre can have stalls', () => {
    const stalls = MOST_APPLICANTS;
    const given = { name: 'Pasar', opensAt: '06:00', closesAt: '11:00', applyUntil: '2026-12-01' };
    expect([stalls, stalls + 1].map((many) => NewMarketDay.safeParse({ ...given, stalls: many }).success)).toEqual([
      true,
      false,
    ]);
    const full = marketOf({ applicants: Array.from({ length: stalls }, (_, at) => shop(at)) });
    expect(() => asks(full, 'mrc_lain', '2026-12-01')).toThrow('Pilih hari pasar lain');
  });
});
