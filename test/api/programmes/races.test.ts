import { describe, expect, test } from 'vitest';
import { readTogether } from '../../../shared/table/engine/reads.ts';
import { enrolmentsOf } from '../../../shared/table/programmes/enrolments.ts';
import { seatsAt } from '../../../shared/table/programmes/series.ts';
import { engineTable, testClock, testWorld } from '../../engine.ts';
import { type Shop, townOf } from '../../market.ts';
import { putItems, type Sent, tampered } from '../../table/clients.ts';

const CITY = '35.73';
const ENROL = '2026-11-02T02:00:00.000Z';
const DRAWN = '2026-11-11T02:00:00.000Z';

/** A town on the engine, in which one commit is held up by whoever sets `hold`. */
const open = async () => {
  const clock = testClock(ENROL);
  let hold: ((sent: Sent) => Promise<void> | undefined) | undefined;
  const before = (sent: Sent) => hold?.(sent);
  const world = await testWorld({ now: clock.now, table: tampered(await engineTable(), { before }) });
  const town = await townOf(world);
  await town.founds(CITY);
  await town.seats(`city:${CITY}`, 'wira', 'mentor');
  const body = {
    kind: 'training' as const,
    title: 'Foto produk',
    about: 'Memotret dengan HP.',
    mentor: 'wira',
    mentorName: 'Wira',
    seats: 5,
    enrolUntil: '2026-11-10',
    sessions: [{ day: '2026-11-20', from: '09:00', to: '12:00', place: 'Balai Kota' }],
  };
  const { seriesId } = await town.as(town.adminOf(CITY))('POST /cities/{city}/series', {
    params: { city: CITY },
    body,
  });
  const params = { seriesId };
  const enrols = ({ merchantId, owner }: Shop) =>
    town.as(owner)('POST /series/{seriesId}/enrolments', { params, body: { merchantId } });
  const leaves = ({ merchantId, owner }: Shop) =>
    town.as(owner)('POST /series/{seriesId}/enrolments/{merchantId}/withdraw', { params: { seriesId, merchantId } });
  const draws = () => town.as(town.adminOf(CITY))('POST /series/{seriesId}/draw', { params });
  const seated = async () => {
    const [all, { seats }] = await Promise.all([
      enrolmentsOf(world.table, seriesId),
      readTogether(world.table, { seats: seatsAt(seriesId) }),
    ]);
    const who = all.filter(({ state }) => state === 'seated');
    expect(seats).toMatchObject({ taken: who.length, free: 5 - who.length });
    return who.map(({ merchantId }) => merchantId);
  };
  /** Runs `first` up to the commit by which it seats somebody, then all of `between`, then the rest of `first`. */
  const whileItCommits = async (first: () => Promise<unknown>, between: () => Promise<void>): Promise<void> => {
    let holds = true;
    hold = (sent) => {
      const seats = putItems(sent).some(({ type, state }) => type === 'Enrolment' && state === 'seated');
      if (!holds || !seats) return undefined;
      holds = false;
      return between();
    };
    await first();
    expect(holds).toBe(false);
  };
  return { clock, town, enrols, leaves, draws, seated, whileItCommits };
};

describe('two draws of one series at once', () => {
  test('give one owner one seat, though an enrolment under way is earlier than the one that was read', async () => {
    const { clock, town, enrols, draws, seated, whileItCommits } = await open();
    const one = await town.opens(CITY);
    const other = await town.opens(CITY, { name: 'Dapur Kedua' }, one.owner);
    clock.set(DRAWN);
    await draws();
    clock.set('2026-11-11T03:00:02.000Z');
    await enrols(other);
    await whileItCommits(draws, async () => {
      // It began before the other was there, and is written only now.
      clock.set('2026-11-11T03:00:01.000Z');
      await enrols(one);
      clock.set('2026-11-11T03:00:03.000Z');
      await draws();
    });
    expect(await seated()).toEqual([one.merchantId]);
  });

  test('also where a seat is let go in between, so that as many are taken as before', async () => {
    const { clock, town, enrols, leaves, draws, seated, whileItCommits } = await open();
    const [third, one] = [await town.opens(CITY, { nik: '3573025008900002' }), await town.opens(CITY)];
    const other = await town.opens(CITY, { name: 'Dapur Kedua' }, one.owner);
    await enrols(third);
    clock.set(DRAWN);
    await draws();
    clock.set('2026-11-11T03:00:02.000Z');
    await enrols(other);
    await whileItCommits(draws, async () => {
      await leaves(third);
      clock.set('2026-11-11T03:00:01.000Z');
      await enrols(one);
      clock.set('2026-11-11T03:00:03.000Z');
      await draws();
    });
    expect(await seated()).toEqual([one.merchantId]);
  });

  test('give every seat once, many at once', async () => {
    const { clock, town, enrols, draws, seated } = await open();
    const shops = await Promise.all(
      Array.from({ length: 7 }, (_, at) => town.opens(CITY, { name: `Warung ${at}`, nik: `357302450885${1000 + at}` })),
    );
    for (const shop of shops) await enrols(shop);
    clock.set(DRAWN);
    const drawn = await Promise.allSettled(Array.from({ length: 4 }, draws));
    expect(drawn.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    expect(await seated()).toHaveLength(5);
  });
});
