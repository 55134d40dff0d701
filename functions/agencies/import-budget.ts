import { type BudgetLine, withCeiling } from '../../shared/domain/agencies/budget-line.ts';
import { budgetOfSheet, type SheetLine } from '../../shared/domain/agencies/budget-sheet.ts';
import type { RowFlaw } from '../../shared/domain/basics/sheets/sheet.ts';
import { rupiah } from '../../shared/domain/basics/wording.ts';
import { Problem } from '../../shared/problem.ts';
import { budgetLinesOf, saveBudgetLine } from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { expectAgency, seatsStand } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import { readSheet } from '../reads/sheets/read-sheet.ts';
import type { World } from '../world.ts';

/** So many rows are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;
/** Lines in one transaction, and transactions at once: the engine of one machine has one writer. */
const TOGETHER = 50;
const AT_ONCE = 4;

type Planned = {
  readonly changed: readonly BudgetLine[];
  readonly unchanged: number;
  readonly flaws: readonly RowFlaw[];
};

/** What a sheet changes of the lines that are there. A ceiling below what was ordered is a flaw of its row. */
const planned = (
  lines: readonly SheetLine[],
  known: readonly BudgetLine[],
  of: { agencyId: string; year: string },
): Planned => {
  const before = new Map(known.map((line) => [line.budgetCode, line]));
  const changed: BudgetLine[] = [];
  const flaws: RowFlaw[] = [];
  let unchanged = 0;
  for (const { budgetCode, name, ceilingRupiah, row } of lines) {
    const line = before.get(budgetCode);
    if (line?.ceilingRupiah === ceilingRupiah && line.name === name) unchanged += 1;
    else if (!line)
      changed.push({
        ...of,
        budgetCode,
        name,
        ceilingRupiah,
        committedRupiah: 0,
        leftRupiah: ceilingRupiah,
        version: 1,
      });
    else if (ceilingRupiah >= line.committedRupiah) changed.push(withCeiling(line, name, ceilingRupiah));
    else
      flaws.push({
        row,
        column: 'PAGU',
        detail: `Rekening ${budgetCode} sudah dipesan ${rupiah(line.committedRupiah)}; pagunya paling sedikit itu.`,
      });
  }
  return { changed, unchanged, flaws };
};

const inGroups = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

/**
 * Written in groups, each whole and each on the seat of who sends it. The act is written with the first: an import that breaks
 * off is on record, and the same file sent again does what was left undone, with an act of its own.
 */
const write = async (
  world: World,
  changed: readonly BudgetLine[],
  act: () => Promise<Write[]>,
  stands: readonly Write[],
) => {
  const [first, ...groups] = inGroups(changed.map(saveBudgetLine), TOGETHER);
  if (!first) return;
  await commit(world.table, [...first, ...(await act())]);
  await inParallel(groups, AT_ONCE, async (writes) => {
    await commit(world.table, [...writes, ...stands]);
  });
};

/** A budget of an office and year has far fewer lines; what no lookup can hold any more is none. */
const MOST_LINES = 20_000;
const requireFewer = (known: readonly BudgetLine[], changed: readonly BudgetLine[]): void => {
  const added = changed.filter(({ version }) => version === 1).length;
  if (known.length + added > MOST_LINES)
    throw new Problem(
      'limit_reached',
      `Anggaran satu dinas memuat paling banyak ${MOST_LINES} rekening; sudah ada ${known.length}. Periksa lembarnya.`,
    );
};

/**
 * Reads a sheet and says what it would change; writes it when asked: the good lines, or all of them where nothing is
 * wrong. The same file again changes nothing.
 */
export const importBudget = endpoint('POST /agencies/{agencyId}/budgets/{year}/import', async (ask, world) => {
  const { agencyId, year } = ask.params;
  const { mode, unit } = ask.query;
  const { cityCode } = await expectAgency(world, agencyId, ask.caller, ['approver', 'treasurer']);
  const sheet = budgetOfSheet(await readSheet(ask.bytes), year, unit);
  const known = await everyEntry((after) => budgetLinesOf(world.table, agencyId, year, { limit: 500, after }));
  const plan = planned(sheet.lines, known, { agencyId, year });
  const flaws = [...sheet.flaws, ...plan.flaws].sort((a, b) => a.row - b.row);
  const writes = mode === 'good' || (mode === 'all' && flaws.length === 0);
  const total = plan.changed.reduce((sum, { ceilingRupiah }) => sum + BigInt(ceilingRupiah), 0n);
  const about = { year, lines: String(plan.changed.length), ceilingRupiah: String(total) };
  const act = () =>
    recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'budget-imported',
        person: null,
        subjects: [agencyId],
        details: about,
      },
      ask.caller,
    );
  if (writes) requireFewer(known, plan.changed);
  if (writes) await write(world, plan.changed, act, seatsStand(ask.caller, `agency:${agencyId}`));
  return {
    rows: sheet.rows,
    lines: sheet.lines.length,
    written: writes,
    unchanged: plan.unchanged,
    changed: plan.changed.length,
    flaws: flaws.slice(0, MOST_REPORTED),
    flawCount: flaws.length,
  };
});
