import { type Caller, isCityAdmin, isMentor, readsCity } from '../../shared/domain/people/caller.ts';
import type { Series } from '../../shared/domain/programmes/series.ts';
import { Problem } from '../../shared/problem.ts';
import { getMembership } from '../../shared/table/people/memberships.ts';
import { getSeries, type SeriesRecord } from '../../shared/table/programmes/series.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';

type Does = (caller: Caller, series: Series) => boolean;
const mentors: Does = (caller, { cityCode, mentor }) => mentor === caller.person && isMentor(caller, cityCode);
export const ofCity: Does = (caller, { cityCode }) => isCityAdmin(caller, cityCode);
/** Who leads it: its city, and the mentor it names while they are one. */
export const leads: Does = (caller, series) => ofCity(caller, series) || mentors(caller, series);
export const sees: Does = (caller, series) => readsCity(caller, series.cityCode) || mentors(caller, series);

/** A series with its city; to whom it is none of their business there is none. */
export const expectSeries = async (world: World, seriesId: string, caller?: Caller, may: Does = () => true) => {
  const series = await getSeries(world.table, seriesId);
  if (!series || (caller && !may(caller, series)))
    throw new Problem('series_not_found', 'Program tidak ditemukan. Periksa lagi tautannya.');
  return { series, city: await expectCity(world, series.cityCode) };
};

/** Refuses to name somebody as mentor who holds no such role in the city. @throws Problem membership_not_found */
export const requireMentor = async ({ table }: World, cityCode: string, mentor: string): Promise<void> => {
  const seat = await getMembership(table, mentor, `city:${cityCode}`);
  if (seat?.role !== 'mentor')
    throw new Problem('membership_not_found', 'Akun ini bukan pendamping kota ini. Undang dulu di halaman Petugas.', [
      { pointer: '/mentor', detail: 'Tulis akun yang sudah menjadi pendamping.' },
    ]);
};

/** Without what only the city knows. */
export const shown = (series: SeriesRecord, free: number) => ({ ...series, free });
