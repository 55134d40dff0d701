import { categories } from '../../shared/domain/basics/category-labels.ts';
import { corrected } from '../../shared/domain/demand/plan.ts';
import type { PlanLine, PlanLineCard } from '../../shared/domain/demand/plan-line.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import {
  correctionsOf,
  getCorrection,
  getPlanLine,
  planLinesLike,
  saveCorrection,
  savePlanLine,
} from '../../shared/table/demand.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity, requireCityAdmin, requireCityReader } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { requireVersion } from '../http/request-meta.ts';
import { calledIn } from '../reads/called-in.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { summarise } from './summarise.ts';

type Correct = Ask<'PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category'>;
const AT_ONCE = 4;
const RERUNS = 8;

const expectLine = async (world: World, cityCode: string, { agencyId, year, rupCode }: Correct['params']) => {
  const line = await getPlanLine(world.table, agencyId, year, rupCode);
  if (line?.cityCode !== cityCode)
    throw new Problem('plan_line_not_found', 'Paket ini tidak ada di rencana kota ini. Muat ulang halamannya.');
  return line;
};

/** What a colleague said since this officer looked is told before it is written over. */
const requireSeen = ({ body: { category, seen } }: Pick<Correct, 'body'>, line: PlanLine): void => {
  if (seen === undefined || line.category === seen || line.category === category) return;
  const said = line.category === null ? 'tidak dijual di pasar ini' : categories[line.category];
  throw new Problem(
    'version_mismatch',
    `Petugas lain baru saja menyatakan paket ini: ${said}. Tekan lagi bila keliru.`,
  );
};

/** Keeps what an officer says, with the line it was said of; said again, nothing is written. */
const keep = async (world: World, { body, caller }: Correct, line: PlanLine): Promise<void> => {
  const { cityCode, likeness, agencyId, name, rupCode } = line;
  const before = await getCorrection(world.table, cityCode, likeness);
  if (before?.category === body.category) return;
  const at = world.now();
  const after = { cityCode, likeness, category: body.category, example: name, by: caller.person, at };
  await commit(world.table, [
    saveCorrection({ ...after, version: (before?.version ?? 0) + 1 }),
    ...(before ? [] : [countToday('demand-correction', cityCode, at)]),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at,
        by: caller.person,
        act: 'demand-corrected',
        person: null,
        subjects: [agencyId, rupCode],
        details: { category: body.category ?? 'none' },
      },
      caller,
    )),
  ]);
};

/** Each line by itself: an import may be writing the same ones, and has what is kept by then. */
const relabel = async (world: World, line: PlanLineCard, category: PlanLine['category']): Promise<void> =>
  rerunOnStale(world.table, RERUNS, async () => {
    const now = await getPlanLine(world.table, line.agencyId, line.year, line.rupCode);
    const after = now && now.likeness === line.likeness ? corrected(now, category) : undefined;
    if (after && after !== now) await commit(world.table, [savePlanLine(after)]);
  });

/**
 * What an officer says of one line is kept first, then every line like it is named so, then the cells of their offices. A break
 * in between is mended by saying it again, and by every import.
 */
export const correctDemandLine = endpoint(
  'PUT /cities/{city}/demand/{year}/lines/{agencyId}/{rupCode}/category',
  async (ask, world) => {
    const { cityCode } = await expectCity(world, ask.params.city);
    requireCityAdmin(ask.caller, cityCode);
    const line = await expectLine(world, cityCode, ask.params);
    requireVersion(ask, line);
    requireSeen(ask, line);
    await keep(world, ask, line);
    const listed = await everyEntry((after) =>
      planLinesLike(world.table, cityCode, line.likeness, { limit: 500, after }),
    );
    const isOther = ({ agencyId, year, rupCode }: PlanLineCard) =>
      agencyId !== line.agencyId || year !== line.year || rupCode !== line.rupCode;
    const alike: PlanLineCard[] = [line, ...listed.filter(isOther)];
    await inParallel(alike, AT_ONCE, (one) => relabel(world, one, ask.body.category));
    const offices = new Map(alike.map((one) => [`${one.agencyId} ${one.year}`, one]));
    await inParallel(offices.values(), AT_ONCE, (one) => summarise(world, one));
    return { line: await expectLine(world, cityCode, ask.params), alike: alike.length };
  },
);

export const listDemandCorrections = endpoint(
  'GET /cities/{city}/demand-corrections',
  async ({ params, query, caller }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    requireCityReader(caller, cityCode);
    const list = await page(world, `demand-corrections ${cityCode}`, query, (request) =>
      correctionsOf(world.table, cityCode, request),
    );
    const by = list.items.map((one) => one.by);
    return { ...list, people: await calledIn(world, cityCode, by) };
  },
);
