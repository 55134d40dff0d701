import { dayOf } from '../../../shared/domain/basics/month.ts';
import { headingOf } from '../../../shared/domain/basics/sheets/sheet-heading.ts';
import { gazetteerOf } from '../../../shared/domain/register/import/gazetteer.ts';
import {
  EXAMPLE_TITLES,
  missingColumns,
  registerColumns,
} from '../../../shared/domain/register/import/register-columns.ts';
import { type SheetRow, shopsOfSheet } from '../../../shared/domain/register/import/register-sheet.ts';
import { recordAct } from '../../../shared/table/audit.ts';
import { rerunOnStale } from '../../../shared/table/engine/retries.ts';
import type { Write } from '../../../shared/table/engine/writes.ts';
import { countToday } from '../../../shared/table/people/daily-counts.ts';
import { getImportColumns } from '../../../shared/table/register/import-columns.ts';
import { getMerchants } from '../../../shared/table/register/merchants.ts';
import { expectCity, requireCityAdmin, seatsStand } from '../../http/access.ts';
import { type Ask, endpoint } from '../../http/endpoint.ts';
import { villagesOf } from '../../reads/districts.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { readSheet } from '../../reads/sheets/read-sheet.ts';
import type { World } from '../../world.ts';
import { type Entered, enterShop, idOfRow } from './enter-shop.ts';
import { verifyDecreed } from './verify-decreed.ts';

type Import = Ask<'POST /cities/{city}/register/import'>;

/** Rows of one request: a list of ten thousand is a hundred of them, each far below the time a request has. */
const RANGE = 100;
/** Shops entered at once: the engine of one machine has one writer. */
const AT_ONCE = 4;
/** So many flaws and likenesses are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;
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
const enterRange = async (world: World, ask: Import, cityCode: string, rows: readonly SheetRow[], writes: boolean) => {
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

/**
 * Reads a city's list of shops and says what of a range of it would be added; adds it when asked: the good rows, or all of
 * them where nothing in the whole list is wrong. The same list again adds nothing, so a stopped import is sent again.
 */
export const importRegister = endpoint('POST /cities/{city}/register/import', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const { cityCode } = city;
  requireCityAdmin(ask.caller, cityCode);
  const { mode, from } = ask.query;
  const sheet = await readSheet(ask.bytes);
  const chosen = (await getImportColumns(world.table, cityCode))?.columns ?? {};
  const heading = headingOf(sheet, registerColumns, chosen, EXAMPLE_TITLES);
  const missing = missingColumns(heading);
  const columns = Object.fromEntries(
    Object.entries(heading.places).map(([name, at]) => [name, heading.titles[at] ?? '']),
  );
  const titles = heading.titles.filter((title) => title !== '').map((title) => title.slice(0, 80));
  const nothing = {
    rows: 0,
    good: 0,
    added: 0,
    known: 0,
    decreed: 0,
    verified: 0,
    duplicates: [],
    flaws: [],
    flawCount: 0,
    sample: [],
  };
  if (missing.length > 0) return { ...nothing, titles, columns, missing, written: false, from, next: null };
  const gazetteer = gazetteerOf(await villagesOf(world, city));
  const { rows, good, flaws } = shopsOfSheet(sheet, heading, {
    cityCode,
    gazetteer,
    today: dayOf(world.now(), city.zone),
  });
  const writes = mode === 'good' || (mode === 'all' && flaws.length === 0);
  const range = good.slice(from - 1, from - 1 + RANGE);
  const done = await enterRange(world, ask, cityCode, range, writes);
  const decreed = decreedRows(range, done);
  let verified = 0;
  if (writes && ask.query.verified === 'true')
    await inParallel(decreed, AT_ONCE, async (one) => {
      if (await verifyDecreed(world, ask.caller, one)) verified += 1;
    });
  const many = (what: Entered['became']) => done.filter(({ became }) => became === what).length;
  return {
    titles,
    columns,
    missing,
    rows,
    good: good.length,
    written: writes,
    from,
    next: from - 1 + RANGE < good.length ? from + RANGE : null,
    added: many('added'),
    known: many('known'),
    decreed: decreed.length,
    verified,
    duplicates: done.flatMap(({ row, became, sameAs }) =>
      sameAs.length > 0 ? [{ row, entered: became === 'added', sameAs: [...sameAs] }] : [],
    ),
    flaws: flaws.slice(0, MOST_REPORTED),
    flawCount: flaws.length,
    sample: from > 1 ? [] : good.slice(0, 5).map(({ row, application }) => ({ row, ...sampled(application) })),
  };
});

/** Rows that the city verified before, without those that are like another shop: these wait for somebody to look. */
const decreedRows = (range: readonly SheetRow[], done: readonly (Entered & { row: number })[]): SheetRow[] => {
  const alike = new Set(done.filter(({ sameAs }) => sameAs.length > 0).map(({ row }) => row));
  return range.filter(({ row, decree }) => decree && !alike.has(row));
};

/** Of the first rows, what tells whether the columns are the right ones; no number of anybody. */
const sampled = ({ name, ownerName, district, village, category, address }: SheetRow['application']) => ({
  name,
  ownerName,
  district,
  village,
  category,
  address,
});
