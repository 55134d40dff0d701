import { headingOf } from '../../shared/domain/basics/sheets/sheet-heading.ts';
import { type Corrections, lineOf, type PlanChange, planChange } from '../../shared/domain/demand/plan.ts';
import { missingPlanColumns, PLAN_TITLES, planColumns } from '../../shared/domain/demand/plan-columns.ts';
import { planOfSheet } from '../../shared/domain/demand/plan-sheet.ts';
import { Problem } from '../../shared/problem.ts';
import type { AgencyRecord } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getPlanColumns, removePlanLine, savePlanLine } from '../../shared/table/demand.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { seatsStand } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { readSheet } from '../reads/sheets/read-sheet.ts';
import type { World } from '../world.ts';
import { readCorrections } from './corrections.ts';
import { planningAgency } from './planning-agency.ts';
import { everyLine, summarise } from './summarise.ts';

type Import = Ask<'POST /agencies/{agencyId}/plan/{year}/import'>;

/** So many flaws are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;
/** Lines in one transaction, and transactions at once: the engine of one machine has one writer. */
const TOGETHER = 50;
const AT_ONCE = 4;
/** An office of a city plans some hundred purchases a year. */
const MOST_LINES = 5_000;

const requireFewer = ({ added }: PlanChange, known: number): void => {
  if (added.length > 0 && known + added.length > MOST_LINES)
    throw new Problem(
      'limit_reached',
      `Rencana satu dinas memuat paling banyak ${MOST_LINES} paket setahun; sudah ada ${known}. Periksa berkasnya.`,
    );
};

/**
 * Written in groups, each on the seats of who sends it; the act with the first. What breaks off is on record, and the same file
 * sent again does the rest.
 */
const write = async (world: World, ask: Import, agency: AgencyRecord, change: PlanChange): Promise<void> => {
  const { agencyId, cityCode } = agency;
  const writes = [...[...change.added, ...change.changed].map(savePlanLine), ...change.removed.map(removePlanLine)];
  const groups = Array.from({ length: Math.ceil(writes.length / TOGETHER) }, (_, at) =>
    writes.slice(at * TOGETHER, (at + 1) * TOGETHER),
  );
  const [first, ...rest] = groups;
  if (!first) return;
  const details = { year: ask.params.year, lines: String(writes.length) };
  const act: Write[] = await recordAct(
    world.table,
    {
      chain: cityCode,
      at: world.now(),
      by: ask.caller.person,
      act: 'plan-imported',
      person: null,
      subjects: [agencyId],
      details,
    },
    ask.caller,
  );
  await commit(world.table, [...first, countToday('plan-import', agencyId, world.now()), ...act]);
  const stands = seatsStand(ask.caller, `agency:${agencyId}`, `city:${cityCode}`);
  await inParallel(rest, AT_ONCE, async (group) => {
    await commit(world.table, [...group, ...stands]);
  });
};

const isSame = (one: Corrections, other: Corrections): boolean =>
  one.size === other.size && [...one].every(([likeness, category]) => other.get(likeness) === category);

/** What was corrected while the lines were written is not in them yet: the import is run again and finds just those. */
const requireSameCorrections = async (world: World, cityCode: string, read: Corrections): Promise<void> => {
  if (!isSame(read, await readCorrections(world, cityCode))) throw new Stale('DemandCorrection');
};

/**
 * Reads a plan and says what it would change; writes it when asked: the good rows, or all of them where nothing is wrong. Lines
 * are replaced by their code; the same file again changes nothing.
 */
export const importPlan = endpoint('POST /agencies/{agencyId}/plan/{year}/import', async (ask, world) => {
  const { mode, unit, replaces } = ask.query;
  const { year } = ask.params;
  const agency = await planningAgency(world, ask.caller, ask.params.agencyId);
  const { agencyId, cityCode, name: agencyName } = agency;
  const sheet = await readSheet(ask.bytes);
  const heading = headingOf(
    sheet,
    planColumns,
    (await getPlanColumns(world.table, agencyId))?.columns ?? {},
    PLAN_TITLES,
  );
  const missing = missingPlanColumns(heading);
  const columns = Object.fromEntries(
    Object.entries(heading.places).map(([name, at]) => [name, heading.titles[at] ?? '']),
  );
  const titles = heading.titles.filter((title) => title !== '').map((title) => title.slice(0, 80));
  const nothing = {
    rows: 0,
    lines: 0,
    added: 0,
    changed: 0,
    removed: 0,
    unchanged: 0,
    sold: 0,
    flaws: [],
    flawCount: 0,
  };
  if (missing.length > 0) return { ...nothing, titles, columns, missing, written: false, sample: [] };
  const plan = planOfSheet(sheet, heading, { year, agencyName, unit });
  const corrections = await readCorrections(world, cityCode);
  const of = { agencyId, agencyName, cityCode, year };
  const lines = plan.purchases.map((purchase) => lineOf(purchase, of, corrections));
  const known = await everyLine(world, agencyId, year);
  const isWhole = replaces === 'plan' && plan.flaws.length === 0;
  const change = planChange(known, lines, { ended: plan.ended, isWhole });
  const writes = mode === 'good' || (mode === 'all' && plan.flaws.length === 0);
  if (writes) {
    requireFewer(change, known.length);
    await write(world, ask, agency, change);
    await requireSameCorrections(world, cityCode, corrections);
    await summarise(world, of);
  }
  return {
    titles,
    columns,
    missing,
    rows: plan.rows,
    lines: lines.length,
    written: writes,
    unchanged: change.unchanged,
    added: change.added.length,
    changed: change.changed.length,
    removed: change.removed.length,
    sold: lines.filter(({ category }) => category !== null).length,
    flaws: plan.flaws.slice(0, MOST_REPORTED),
    flawCount: plan.flaws.length,
    sample: lines.slice(0, 5),
  };
});
