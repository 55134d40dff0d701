import { describe, expect, test } from 'vitest';
import { makeGaps } from '../../../functions/city-ranking/gap/make-gaps.ts';
import { FEW_SHOPS } from '../../../functions/reads/large-city.ts';
import { gapName } from '../../../functions/reads/prepared/names.ts';
import { worldFor } from '../../../infra/local/origin/guard.ts';
import { getPreparation } from '../../../shared/table/preparations.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles } from '../../engine.ts';
import { CITY, stallsOf } from './stalls.ts';

const FEW = 3;
/** More than a request looks at one by one. */
const MANY = FEW_SHOPS + 1;
const MONTH = '2026-12';
const HOUR_MS = 3_600_000;

/** A city of that many shops, of which nobody but the first ever sold anything, in the middle of January. */
const winter = async (shops: number) => {
  const { clock, opens, refresh, sells, town, world, faults } = await stallsOf([], { files: memoryFiles() });
  const first = await opens();
  const offered = await town.offers(first, { amount: 1000 });
  for (let at = 1; at < shops; at++) await opens();
  await sells({ shop: first, product: offered }, 5);
  clock.set('2027-01-12T09:00:00.000+07:00');
  for (const month of ['2026-11', MONTH, '2027-01'])
    await closeCity(world, memoryFiles(), CITY, { month, phase: 'final', takenAt: world.now() });
  await refresh('OwnersRuled');
  const makes = (month?: string) =>
    makeGaps(
      () => worldFor('city-ranking/gap/make-gaps', world),
      FEW,
    )({
      'detail-type': month === undefined ? 'LedgerDue' : 'PreparationAsked',
      detail: { eventId: 'due', version: 1, at: clock.now(), cityCode: CITY, what: month && gapName(month) },
    });
  const asked = async (month = MONTH) =>
    (await getPreparation(world.table, { cityCode: CITY, what: gapName(month) }))?.version;
  const reads = async (month = MONTH, cursor?: string) => {
    world.cache.clear();
    const query = { limit: 2, ...(cursor === undefined ? {} : { cursor }) };
    return town.as(town.adminOf(CITY))('GET /cities/{city}/gap/{month}', { params: { city: CITY, month }, query });
  };
  return { asked, clock, first, makes, offered, opens, reads, refresh, town, faults };
};

describe('the list of whom to visit', () => {
  test('of a city of many shops is read as it was made behind the page, says since when, and is made again', async () => {
    const { clock, makes, opens, reads, town, refresh } = await winter(FEW + 1);
    const now = await reads();
    const madeAt = clock.now();
    expect(now.summary).toMatchObject({ owners: FEW + 1, madeAt });
    expect(await makes()).toEqual({ made: 3 });
    clock.pass(HOUR_MS / 2);
    // What became known since is not on it: nobody waits for a list to be made.
    const late = await opens({ category: 'crafts' });
    await town.offers(late, { category: 'crafts', name: 'Kerajinan rotan' });
    const made = await reads();
    expect({ ...made, next: null }).toEqual({ ...now, next: null });
    expect(await makes()).toEqual({ made: 0 });
    clock.pass(HOUR_MS / 2);
    await refresh();
    expect(await makes()).toEqual({ made: 2 });
    const later = await reads();
    expect(later.summary.madeAt > madeAt).toBe(true);
    // Who went on over the pages of the list before goes on in it.
    const next = await reads(MONTH, made.next ?? '');
    expect(next.summary.madeAt).toBe(madeAt);
    expect(next.items.length).toBe(2);
    // Months that are over were made once.
    clock.pass(2 * HOUR_MS);
    await makes();
    expect((await reads('2026-11')).summary.madeAt).toBe(madeAt);
  });

  test('of a city of many shops that was never made is asked for once, and never made while somebody waits', async () => {
    const { clock, makes, reads, town, asked } = await winter(MANY);
    const refused = await town.ask('GET /cities/{city}/gap/{month}', town.adminOf(CITY), {
      params: { city: CITY, month: MONTH },
      query: { limit: 2 },
    });
    expect([refused.status, (refused.body as { code: string }).code, refused.headers['retry-after']]).toEqual([
      503,
      'being_prepared',
      '60',
    ]);
    expect(await asked()).toBe(1);
    // Whoever asks meanwhile waits for the same; after ten minutes it is asked for anew.
    await expect(reads()).rejects.toMatchObject({ code: 'being_prepared' });
    expect(await asked()).toBe(1);
    clock.pass(HOUR_MS / 5);
    await expect(reads()).rejects.toMatchObject({ code: 'being_prepared' });
    expect(await asked()).toBe(2);
    expect(await makes(MONTH)).toEqual({ made: 1 });
    expect(await makes(MONTH)).toEqual({ made: 0 });
    expect((await reads()).summary.owners).toBe(MANY);
  }, 60_000);

  test('of a month before the city was there is refused', async () => {
    const { reads } = await winter(1);
    await expect(reads('2020-01')).rejects.toMatchObject({ code: 'month_invalid' });
  });

  test('of a city of few shops is made while it is read', async () => {
    const { clock, makes, reads } = await winter(3);
    await reads();
    expect(await makes()).toEqual({ made: 0 });
    clock.pass(HOUR_MS / 60 + 1);
    expect((await reads()).summary.madeAt).toBe(clock.now());
  });
});
