import { MOST_CENTRES } from '../../shared/domain/centres/centre.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { centresOf, saveCentre } from '../../shared/table/centres/centres.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

export const setCentre = endpoint('PUT /cities/{city}/centres/{slug}', async (ask, world) => {
  const { body, caller } = ask;
  const { slug } = ask.params;
  const { cityCode, districts, name } = await expectCity(world, ask.params.city);
  requireCityAdmin(caller, cityCode);
  if (!districts.some(({ code }) => code === body.district))
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${name}.`, [
      { pointer: '/district', detail: 'Pilih kecamatan di kota ini.' },
    ]);
  const known = await centresOf(world.table, cityCode);
  const before = known.find((one) => one.slug === slug);
  if (before && ask.ifMatch === 0)
    throw new Problem('version_mismatch', 'Sudah ada sentra dengan nama ini. Pakai nama lain, atau ubah sentra itu.', [
      { pointer: '/name', detail: 'Pilih nama yang belum dipakai.' },
    ]);
  requireVersion(ask, { version: before?.version ?? 0 });
  if (!before && known.length >= MOST_CENTRES)
    throw new Problem('limit_reached', `Satu kota mencatat paling banyak ${MOST_CENTRES} sentra. Ubah yang sudah ada.`);
  const at = world.now();
  const centre = { ...body, cityCode, slug, changedAt: at, version: (before?.version ?? 0) + 1 };
  const act = { chain: cityCode, at, by: caller.person, act: 'centre-set', person: null } as const;
  await commit(world.table, [
    saveCentre(centre),
    ...(await recordAct(world.table, { ...act, subjects: [slug], details: { status: body.status } }, caller)),
  ]);
  return centre;
});
