import type { City } from '../../shared/domain/places/city.ts';
import type { Procurement } from '../../shared/domain/spending/procurement.ts';
import { procurementOfSheet, type SheetOffice } from '../../shared/domain/spending/procurement-sheet.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import { procurementAt, saveProcurement } from '../../shared/table/spending/procurements.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { readSheet } from '../reads/sheets/read-sheet.ts';
import type { World } from '../world.ts';

/** So many rows are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;
/** Offices in one transaction, each with the act it stands in. */
const TOGETHER = 50;
const SOURCE = 'Struktur anggaran perangkat daerah (SIRUP)';

type Import = Ask<'POST /cities/{city}/procurements/{year}/import'>;

/** Budgets that a sheet says otherwise than they are known; what is planned for small businesses stays as it was said. */
const changedBy = async (world: World, { cityCode }: City, year: string, offices: readonly SheetOffice[]) => {
  const { known } = await readTogether(world.table, {
    known: offices.map(({ agencyId }) => procurementAt(agencyId, year)),
  });
  return offices.flatMap(({ agencyId, procurementRupiah }, index): Procurement[] => {
    const before = known[index];
    if (before?.procurementRupiah === procurementRupiah) return [];
    const plannedSmallRupiah = before?.plannedSmallRupiah ?? null;
    const version = (before?.version ?? 0) + 1;
    return [{ agencyId, cityCode, year, procurementRupiah, plannedSmallRupiah, source: SOURCE, version }];
  });
};

/** Groups one after the other, each whole and on record: a repeat of one that broke off does what was left. */
const write = async (world: World, ask: Import, { cityCode }: City, changed: readonly Procurement[]): Promise<void> => {
  for (let from = 0; from < changed.length; from += TOGETHER) {
    const group = changed.slice(from, from + TOGETHER);
    const about = { year: ask.params.year, offices: String(group.length) };
    const act = {
      chain: cityCode,
      at: world.now(),
      by: ask.caller.person,
      act: 'procurements-imported' as const,
      person: null,
      subjects: [cityCode],
      details: about,
    };
    await commit(world.table, [
      ...group.map(saveProcurement),
      noteSumsDue({ cityCode, year: ask.params.year, news: world.newId('new') }),
      ...(await recordAct(world.table, act, ask.caller)),
    ]);
  }
};

export const importProcurements = endpoint('POST /cities/{city}/procurements/{year}/import', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  const { year } = ask.params;
  const offices = await everyEntry((after) => agenciesOfCity(world.table, city.cityCode, { limit: 1000, after }));
  const sheet = procurementOfSheet(await readSheet(ask.bytes), { offices, cityName: city.name, year });
  const changed = await changedBy(world, city, year, sheet.offices);
  const { mode } = ask.query;
  const writes = mode === 'good' || (mode === 'all' && sheet.flaws.length === 0);
  if (writes) await write(world, ask, city, changed);
  return {
    rows: sheet.rows,
    changed: changed.length,
    unchanged: sheet.offices.length - changed.length,
    written: writes,
    flaws: sheet.flaws.slice(0, MOST_REPORTED),
    flawCount: sheet.flaws.length,
  };
});
