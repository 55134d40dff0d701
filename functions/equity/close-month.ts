import { monthEnd, monthOf, reportingDeadline } from '../../shared/domain/basics/month.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { putCloseRequest } from '../../shared/table/equity/snapshots.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';

export const closeMonth = endpoint('POST /cities/{city}/months/{month}/close', async ({ params, caller }, world) => {
  const city = await expectCity(world, params.city);
  requireCityAdmin(caller, city.cityCode);
  const at = world.now();
  if (at < monthEnd(params.month, city.zone))
    throw new Problem('month_not_over', `${monthName(params.month)} belum selesai di ${city.name}.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan yang sudah lewat.' },
    ]);
  if (params.month < monthOf(city.foundedAt, city.zone))
    throw new Problem('month_invalid', `${city.name} belum ada di Pasar Rata pada ${monthName(params.month)}.`, [
      { pointer: '#/path/month', detail: `Paling awal ${monthOf(city.foundedAt, city.zone)}.` },
    ]);
  const phase = at < reportingDeadline(params.month, city.zone) ? ('preliminary' as const) : ('final' as const);
  const { cityCode, zone } = city;
  await commit(world.table, [
    putCloseRequest({ cityCode, zone, month: params.month, phase, by: caller.person, at }),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at,
        by: caller.person,
        act: 'close-requested',
        person: null,
        subjects: [cityCode],
        details: { month: params.month, phase },
      },
      caller,
    )),
  ]);
  return { city: cityCode, month: params.month, phase, requestedAt: at };
});
