import { monthOf, previousMonth } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { type ListChange, type Listed, listChange } from '../../shared/domain/targets/civil-servant.ts';
import { servantsOfSheet } from '../../shared/domain/targets/civil-servant-sheet.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import {
  getCivilLink,
  getCivilServants,
  officeMembersAt,
  removeCivilLink,
  removeCivilServant,
  saveCivilServant,
  saveOfficeMembers,
} from '../../shared/table/targets/civil-servants.ts';
import { expectCity, requireCityAdmin, seatsStand } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { readSheet } from '../reads/sheets/read-sheet.ts';
import type { World } from '../world.ts';
import { nipKeyOf } from './nip-key.ts';

/** So many rows are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;
/** People in one transaction, beside their offices' numbers, the act and the seat it stands on. */
const TOGETHER = 30;
const RERUNS = 8;

type Import = Ask<'POST /cities/{city}/civil-servants/import'>;

const changeOf = async ({ table }: World, cityCode: string, listed: readonly Listed[]): Promise<ListChange> => {
  const keys = listed.map(({ nipKey }) => nipKey);
  const found = await getCivilServants(table, cityCode, keys);
  return listChange(cityCode, listed, new Map(found.flatMap((one) => (one ? [[one.nipKey, one]] : []))));
};

/** How many each office has now, and the links of those who left. */
const besides = async ({ table }: World, cityCode: string, { growth, removed }: ListChange): Promise<Write[]> => {
  const offices = [...growth.keys()];
  const { known } = await readTogether(table, { known: offices.map(officeMembersAt) });
  const left = await Promise.all(
    removed.flatMap(({ person }) => (person === null ? [] : [getCivilLink(table, person)])),
  );
  return [
    ...offices.map((agencyId, at) =>
      saveOfficeMembers({
        agencyId,
        cityCode,
        members: (known[at]?.members ?? 0) + (growth.get(agencyId) ?? 0),
        version: (known[at]?.version ?? 0) + 1,
      }),
    ),
    ...left.flatMap((link) => (link ? [removeCivilLink(link)] : [])),
  ];
};

type Told = { added: number; removed: number; unchanged: number };
/** A group of a list, whole or not at all; the act is written with the first that changes something. */
const enter = (
  world: World,
  { cityCode }: City,
  listed: readonly Listed[],
  alongside: () => Promise<Write[]>,
): Promise<Told> =>
  rerunOnStale(world.table, RERUNS, async () => {
    const change = await changeOf(world, cityCode, listed);
    const { saved, removed, unchanged } = change;
    if (saved.length + removed.length > 0)
      await commit(world.table, [
        ...saved.map(saveCivilServant),
        ...removed.map(removeCivilServant),
        ...(await besides(world, cityCode, change)),
        ...(await alongside()),
      ]);
    return { added: saved.length, removed: removed.length, unchanged };
  });

const writeAll = async (world: World, ask: Import, city: City, listed: readonly Listed[]): Promise<Told> => {
  const told: Told = { added: 0, removed: 0, unchanged: 0 };
  const stands = seatsStand(ask.caller, `city:${city.cityCode}`);
  const act = {
    chain: city.cityCode,
    at: world.now(),
    by: ask.caller.person,
    act: 'civil-servants-imported' as const,
    person: null,
    subjects: [city.cityCode],
    details: { rows: String(listed.length) },
  };
  let onRecord = false;
  for (let from = 0; from < listed.length; from += TOGETHER) {
    const alongside = async () => (onRecord ? stands : recordAct(world.table, act, ask.caller));
    const group = await enter(world, city, listed.slice(from, from + TOGETHER), alongside);
    onRecord ||= group.added + group.removed > 0;
    for (const name of ['added', 'removed', 'unchanged'] as const) told[name] += group[name];
  }
  return told;
};

/** The months whose shares it moves: the running one, and the last, which may still be counted. Others keep who was there. */
const newsOfMonths = (world: World, { cityCode, zone }: City): Write[] => {
  const running = monthOf(world.now(), zone);
  return [running, previousMonth(running)].map((year) => noteSumsDue({ cityCode, year, news: world.newId('new') }));
};

/** What a list would change, without writing it. */
const lookedAt = async (world: World, cityCode: string, listed: readonly Listed[]): Promise<Told> => {
  const told: Told = { added: 0, removed: 0, unchanged: 0 };
  for (let from = 0; from < listed.length; from += 100) {
    const { saved, removed, unchanged } = await changeOf(world, cityCode, listed.slice(from, from + 100));
    told.added += saved.length;
    told.removed += removed.length;
    told.unchanged += unchanged;
  }
  return told;
};

export const importCivilServants = endpoint('POST /cities/{city}/civil-servants/import', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, city.cityCode);
  const { cityCode } = city;
  const offices = await everyEntry((after) => agenciesOfCity(world.table, cityCode, { limit: 1000, after }));
  const sheet = servantsOfSheet(await readSheet(ask.bytes), { offices, cityName: city.name });
  const listed = sheet.servants.map(({ nip, ...servant }) => ({ ...servant, nipKey: nipKeyOf(world, cityCode, nip) }));
  const { mode } = ask.query;
  const writes = mode === 'good' || (mode === 'all' && sheet.flaws.length === 0);
  const told = writes ? await writeAll(world, ask, city, listed) : await lookedAt(world, cityCode, listed);
  if (writes && told.added + told.removed > 0) await commit(world.table, newsOfMonths(world, city));
  return {
    rows: sheet.rows,
    ...told,
    written: writes,
    flaws: sheet.flaws.slice(0, MOST_REPORTED),
    flawCount: sheet.flaws.length,
  };
});
