import type { SheetRow } from '../../../shared/domain/register/import/read-row.ts';
import { recordAct } from '../../../shared/table/audit.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import type { Write } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { seatsStand } from '../../http/access.ts';
import type { Ask } from '../../http/endpoint.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import type { World } from '../../world.ts';
import { type Entered, enterShop, idOfRow } from './enter-shop.ts';

type Import = Ask<'POST /cities/{city}/register/import'>;
/** Shops entered at once: the engine of one machine has one writer. */
export const AT_ONCE = 4;
const RERUNS = 8;

/** On record with the first shop of a range that is written, so that an import that breaks off is on record too. */
const actOf = async (world: World, ask: Import, cityCode: string, rows: number): Promise<Write[]> => [
  countToday('register-range', cityCode, world.now()),
  ...(await recordAct(
    world.table,
    {
      chain: cityCode,
      at: world.now(),
      by: ask.caller.person,
      act: 'register-imported',
      person: null,
      subjects: [cityCode],
      details: { from: String(ask.query.from), rows: String(rows) },
    },
    ask.caller,
  )),
];

/** What became of each row of a range, the first that is written with the act; those that are there already are known. */
export const enterRange = async (
  world: World,
  ask: Import,
  cityCode: string,
  rows: readonly SheetRow[],
  writes: boolean,
) => {
  const ids = rows.map(({ application }) => idOfRow(world, application));
  const known = await getMerchants(world.table, ids);
  const became = new Map<number, Entered & { row: number }>();
  const stands = seatsStand(ask.caller, `city:${cityCode}`);
  const enter = async ({ row, application }: SheetRow, beside: () => Promise<readonly Write[]>) => {
    const done = await rerunOnStale(world.table, RERUNS, async () =>
      enterShop(world, application, ask.caller.person, { writes, alongside: writes ? await beside() : [] }),
    );
    became.set(row, { ...done, row });
    return done;
  };
  const waiting: SheetRow[] = [];
  for (const [index, one] of rows.entries())
    if (known[index]) became.set(one.row, { became: 'known', sameAs: [], row: one.row });
    else waiting.push(one);
  let recorded = !writes;
  while (!recorded && waiting.length > 0) {
    const done = await enter(waiting.shift() as SheetRow, () => actOf(world, ask, cityCode, rows.length));
    recorded = done.became === 'added';
  }
  await inParallel(waiting, AT_ONCE, async (one) => {
    await enter(one, async () => stands);
  });
  return [...became.values()].sort((a, b) => a.row - b.row);
};
