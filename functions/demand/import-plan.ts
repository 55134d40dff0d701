import { headingOf, toldHeading } from '../../shared/domain/basics/sheets/sheet-heading.ts';
import { lineOf, type PlanChange, planChange } from '../../shared/domain/demand/plan.ts';
import { missingPlanColumns, PLAN_TITLES, planColumns } from '../../shared/domain/demand/plan-columns.ts';
import { planOfSheet } from '../../shared/domain/demand/plan-sheet.ts';
import { Problem } from '../../shared/problem.ts';
import { getPlanColumns } from '../../shared/table/demand.ts';
import { endpoint } from '../http/endpoint.ts';
import { readSheet } from '../reads/sheets/read-sheet.ts';
import { readCorrections, requireSameCorrections } from './corrections.ts';
import { planningAgency } from './planning-agency.ts';
import { everyLine, summarise } from './summarise.ts';
import { writePlan } from './write-plan.ts';

/** So many flaws are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;
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
 * Lines that a colleague brought since the file was looked at are neither replaced nor removed unseen. What this very request
 * wrote before it was run again makes them fewer, never more.
 */
const requireSeen = ({ changed, removed }: PlanChange, seen: number | undefined): void => {
  const over = changed.length + removed.length;
  if (seen === undefined || over <= seen) return;
  throw new Problem(
    'changed_meanwhile',
    `Rencana ini baru saja diubah petugas lain: sekarang ${over} paketnya akan berubah atau dihapus, tadi ${seen}. Lihat lagi sebelum memuat.`,
  );
};

/** Of a plan whose columns are not found. */
const NOTHING = {
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

/**
 * Reads a plan and says what it would change; writes it when asked: the good rows, or all of them where nothing is wrong. Lines
 * are replaced by their code; the same file again changes nothing.
 */
export const importPlan = endpoint('POST /agencies/{agencyId}/plan/{year}/import', async (ask, world) => {
  const { mode, unit, replaces, over } = ask.query;
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
  const told = { ...toldHeading(heading), missing };
  if (missing.length > 0) return { ...NOTHING, ...told, written: false, sample: [] };
  const plan = planOfSheet(sheet, heading, { year, agencyName, unit });
  const corrections = await readCorrections(world, cityCode);
  const of = { agencyId, agencyName, cityCode, year };
  const lines = plan.purchases.map((purchase) => lineOf(purchase, of, corrections));
  const known = await everyLine(world, agencyId, year);
  const isWhole = replaces === 'plan' && plan.flaws.length === 0;
  const change = planChange(known, lines, { ended: plan.ended, isWhole });
  const writes = mode === 'good' || (mode === 'all' && plan.flaws.length === 0);
  if (writes) {
    requireSeen(change, over);
    requireFewer(change, known.length);
    await writePlan(world, ask, agency, change);
    await requireSameCorrections(world, cityCode, corrections);
    await summarise(world, of);
  }
  return {
    ...told,
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
