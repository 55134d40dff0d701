import { createHash } from 'node:crypto';
import { dayOf, later } from '../../../shared/domain/basics/month.ts';
import { headingOf, toldHeading } from '../../../shared/domain/basics/sheets/sheet-heading.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { gazetteerOf } from '../../../shared/domain/register/import/gazetteer.ts';
import type { SheetRow } from '../../../shared/domain/register/import/read-row.ts';
import {
  EXAMPLE_TITLES,
  missingColumns,
  registerColumns,
} from '../../../shared/domain/register/import/register-columns.ts';
import { shopsOfSheet } from '../../../shared/domain/register/import/register-sheet.ts';
import { getImportColumns } from '../../../shared/table/register/import-columns.ts';
import { expectCity, requireCityAdmin } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { villagesOf } from '../../reads/districts.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { readSheet } from '../../reads/sheets/read-sheet.ts';
import type { World } from '../../world.ts';
import { AT_ONCE, enterRange } from './enter-range.ts';
import type { Entered } from './enter-shop.ts';
import { verifyDecreed } from './verify-decreed.ts';

/** Rows of one request: a list of ten thousand is a hundred of them, each far below the time a request has. */
const RANGE = 100;
/** So many flaws and likenesses are told one by one; of more, how many there are. */
const MOST_REPORTED = 200;

/** Of a list whose columns are not found. */
const NOTHING = {
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

type Chosen = NonNullable<Awaited<ReturnType<typeof getImportColumns>>>['columns'];
const readList = async (world: World, city: City, bytes: Uint8Array, chosen: Chosen) => {
  const sheet = await readSheet(bytes);
  const heading = headingOf(sheet, registerColumns, chosen, EXAMPLE_TITLES);
  const missing = missingColumns(heading);
  const told = { ...toldHeading(heading), missing };
  if (missing.length > 0) return { told, shops: undefined };
  const gazetteer = gazetteerOf(await villagesOf(world, city));
  const today = dayOf(world.now(), city.zone);
  return { told, shops: shopsOfSheet(sheet, heading, { cityCode: city.cityCode, gazetteer, today }) };
};

const HELD = 'list of shops';
const HELD_MS = 60_000;
type Held = { readonly of: string; readonly list: Awaited<ReturnType<typeof readList>> };

/** A list comes whole with each of its ranges: the one that came last is read once for all of them. No other is held. */
const readOnce = async (world: World, city: City, bytes: Uint8Array): Promise<Held['list']> => {
  const chosen = (await getImportColumns(world.table, city.cityCode))?.columns ?? {};
  const now = world.now();
  const sent = createHash('sha256').update(bytes).digest('hex');
  const of = `${city.cityCode} ${dayOf(now, city.zone)} ${JSON.stringify(chosen)} ${sent}`;
  const known = world.cache.get(HELD);
  const held = known && now < known.until ? ((await known.value) as Held) : undefined;
  const list = held?.of === of ? held.list : await readList(world, city, bytes, chosen);
  world.cache.set(HELD, { until: later(now, HELD_MS), value: Promise.resolve({ of, list } satisfies Held) });
  return list;
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
  const { told, shops } = await readOnce(world, city, ask.bytes);
  if (!shops) return { ...NOTHING, ...told, written: false, from, next: null };
  const { rows, good, flaws } = shops;
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
    ...told,
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
