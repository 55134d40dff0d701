import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRange } from '../../../functions/equity/close/open-month.ts';
import { rangesOf } from '../../../functions/reads/register.ts';
import { MemoryTable } from '../../../infra/local/memory/memory-table.ts';
import { addMonths, monthOf } from '../../../shared/domain/basics/month.ts';
import { carriesRight, stillCarries } from '../../../shared/domain/equity/standing/carry-over.ts';
import { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import { testClock, testWorld } from '../../engine.ts';
import { Refusal, type Shop, townOf } from '../../market.ts';
import { tampered } from '../../table/clients.ts';

const CITY = '35.73';
const ZONE = 'Asia/Jakarta';
const DAY_MS = 86_400_000;
const SHOPS = 3;

const shop = fc.nat(SHOPS - 1);
const back = fc.oneof(fc.constant(1), fc.nat(14));
const event = fc.oneof(
  fc.record({ does: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ does: fc.constant('sell' as const), shop }),
  fc.record({ does: fc.constant('report' as const), shop, back, rupiah: fc.integer({ min: 1, max: 9_000_000 }) }),
  fc.record({ does: fc.constant('suspend' as const), shop }),
  fc.record({ does: fc.constant('verify' as const), shop }),
  // Months are opened one merchant a range; `killed` at that call, if it comes so far.
  fc.record({ does: fc.constant('open' as const), back, killed: fc.option(fc.integer({ min: 1, max: 40 })) }),
);
type Event = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** A market of a few shops, one of them new, in memory: two years of it cost a second. */
const market = async () => {
  const clock = testClock('2026-01-05T09:00:00.000+07:00');
  const memory = new MemoryTable();
  const table = { client: memory.client, name: memory.name, pause: async () => {} };
  const world = await testWorld({ now: clock.now, table });
  const town = await townOf(world);
  await town.founds(CITY);
  const shops: Shop[] = [];
  for (let at = 0; at < SHOPS; at++) shops.push(await town.opens(CITY));
  const standings = () =>
    [...memory.all()].filter(({ type }) => type === 'Standing').map((item) => Standing.parse(fromItem(item)));
  return { clock, world, town, shops, standings };
};
type Market = Awaited<ReturnType<typeof market>>;

const dead = new Error('killed');
const open = async ({ world, standings }: Market, month: string, killed: number | null): Promise<void> => {
  let calls = 0;
  const die = () => {
    calls += 1;
    if (calls === killed) throw dead;
  };
  const mortal = { ...world, cache: new Map(), table: tampered(world.table, { before: die }) };
  try {
    for (const range of await rangesOf(mortal, CITY, 1)) await openRange(mortal, CITY, range, month);
  } catch (error) {
    if (error === dead) return;
    throw error;
  }
  for (const standing of standings())
    if (standing.month === month || standing.month === addMonths(month, 1))
      expect(carriesRight(standing, monthsOf(standings(), standing)), `${standing.merchantId} ${standing.month}`).toBe(
        true,
      );
};
const monthsOf = (all: readonly Standing[], { merchantId }: Standing) =>
  all.filter((one) => one.merchantId === merchantId);

const happens = async (here: Market, it: Event): Promise<void> => {
  const { clock, town, shops } = here;
  const admin = town.as(town.adminOf(CITY));
  const now = monthOf(clock.now(), ZONE);
  if (it.does === 'wait') return clock.pass(it.days * DAY_MS);
  if (it.does === 'open') return it.back === 0 ? undefined : open(here, addMonths(now, -it.back), it.killed);
  const of = shops[it.shop] as Shop;
  const params = { merchantId: of.merchantId };
  if (it.does === 'sell') await town.sells(of, await town.offers(of, { amount: 1 }), 1);
  else if (it.does === 'verify') await town.verifies(of);
  else if (it.does === 'suspend')
    await admin('POST /merchants/{merchantId}/suspend', { params, body: { reason: 'x' } });
  else {
    const month = addMonths(now, -it.back);
    const path = { params: { ...params, month } };
    await admin('POST /merchants/{merchantId}/turnover/{month}/reopen', { ...path, body: { reason: 'Nota' } });
    const body = { outside: [{ channel: 'event' as const, rupiah: it.rupiah }] };
    await town.as(of.owner)('PUT /merchants/{merchantId}/turnover/{month}', { ...path, body });
  }
};

test('a month carries right after every opening, whatever came before it and in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 20, maxLength: 60, size: 'max' }), async (events) => {
      const here = await market();
      for (const it of events) {
        await happens(here, it).catch((error) => {
          if (!(error instanceof Refusal)) throw error;
        });
        const all = here.standings();
        for (const standing of all) {
          const months = monthsOf(all, standing);
          const before = months.find(({ month }) => month === addMonths(standing.month, -1));
          if (stillCarries(standing, before))
            expect(carriesRight(standing, months), `${standing.month} after ${JSON.stringify(it)}`).toBe(true);
        }
      }
    }),
    { numRuns: Number(process.env['CARRY_RUNS'] ?? 5) },
  );
});
