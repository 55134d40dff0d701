import { calendarOf } from '../../shared/domain/programmes/calendar.ts';
import { Problem } from '../../shared/problem.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { seatsAt, seriesAt, seriesOfCity, seriesOfMentor } from '../../shared/table/programmes/series.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { expectSeries, shown } from './programme-access.ts';

export const listSeries = endpoint('GET /cities/{city}/series', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  return page(world, `series ${cityCode}`, query, (request) => seriesOfCity(world.table, cityCode, request));
});

export const listOwnSeries = endpoint('GET /me/series', async ({ caller, query }, world) =>
  page(world, `series of ${caller.person}`, query, (request) => seriesOfMentor(world.table, caller.person, request)),
);

export const readSeries = endpoint('GET /series/{seriesId}', async ({ params }, { table }) => {
  const { series, seats } = await readTogether(
    table,
    { series: seriesAt(params.seriesId), seats: seatsAt(params.seriesId) },
    { consistent: false },
  );
  if (!series) throw new Problem('series_not_found', 'Program tidak ditemukan. Periksa lagi tautannya.');
  return shown(series, seats?.free ?? 0);
});

export const readSeriesCalendar = endpoint('GET /series/{seriesId}/calendar', async ({ params }, world) => {
  const { series, city } = await expectSeries(world, params.seriesId);
  const text = calendarOf(series, city.zone, world.now());
  return { name: 'pelatihan.ics', type: 'text/calendar', bytes: new TextEncoder().encode(text) };
});
