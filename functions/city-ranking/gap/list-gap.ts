import {
  type Month,
  monthEnd,
  monthOf,
  monthStart,
  monthsBetween,
  type Zone,
} from '../../../shared/domain/basics/month.ts';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { GapFilter, GapFinding, GapSummary } from '../../../shared/domain/ranking/support/gap.ts';
import { Problem } from '../../../shared/problem.ts';
import { getGapList } from '../../../shared/table/ranking/gap-lists.ts';
import { expectCity, requireFieldReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import type { Within } from '../../http/shops-within.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { isLarge } from '../../reads/large-city.ts';
import { beingPrepared } from '../../reads/prepared/being-prepared.ts';
import { gapName } from '../../reads/prepared/names.ts';
import type { World } from '../../world.ts';
import { type GapPages, type GapRow, getGap, pagesOfGap, putGap } from './gap-files.ts';
import { gapOf, summaryOf } from './gap-of.ts';
import { toVisit } from './to-visit.ts';

const GAP_SECONDS = 60;
/** A list that was made anew may be this late on a page. */
const KEY_SECONDS = 15;
/** Where a list goes on: the file it lies in, so that its pages neither skip nor repeat anybody, and how far it was read. */
const readAfter = (after: string) => {
  const [key = '', from = '0'] = after.split(' ');
  return { key, from: Number(from) };
};

/** Rows as far as somebody reads them: owners with a shop in their districts, and those shops alone. */
const rowsWithin = (rows: readonly GapRow[], districts: Within): readonly GapRow[] =>
  districts === undefined
    ? rows
    : rows.flatMap((row) => {
        const shops = row.shops.filter(({ district }) => districts.includes(district));
        return shops.length === 0 ? [] : [{ ...row, shops }];
      });
const lineWithin = (line: GapFinding, districts: Within): GapFinding =>
  districts === undefined
    ? line
    : { ...line, shops: line.shops.filter(({ district }) => districts.includes(district)) };

type Whole = { readonly pages: GapPages; readonly key: () => Promise<string> };
const stored = async (world: World, key: string): Promise<Whole> => ({
  pages: await getGap(world, key),
  key: async () => key,
});

/**
 * The list that was made behind the pages, of a city of many shops; of one with few it is made now.
 * @throws Problem being_prepared where many shops' list was never made: it is asked for
 */
const presentGap = async (world: World, city: City, month: Month): Promise<Whole> => {
  const { cityCode } = city;
  const list = `gap ${cityCode} ${month}`;
  const made = await cachedFor(world, `${list} file`, KEY_SECONDS, () => getGapList(world.table, { cityCode, month }));
  if (made) return stored(world, made.key);
  if (isLarge((await presentLedger(world, city)).ledger)) {
    const told = `Daftar ${monthName(month)} sedang disiapkan: semua usaha kota diperiksa satu per satu`;
    return beingPrepared(world, { cityCode, what: gapName(month), told });
  }
  const gap = await cachedFor(world, list, GAP_SECONDS, () => gapOf(world, city, month));
  return { pages: pagesOfGap(gap), key: () => putGap(world, cityCode, gap) };
};

/** How many months nothing was sold in, of who did not sell since one of them; a month counts when it is over. */
const monthsSince = (world: World, { month, zone }: { month: Month; zone: Zone }, since: Month | undefined): number =>
  since === undefined ? 0 : monthsBetween(since, month) + (world.now() >= monthEnd(month, zone) ? 1 : 0);

type Shop = GapRow['shops'][number];
const isSought = (shop: Shop, { district, category }: GapFilter): boolean =>
  (district === undefined || shop.district === district) && (category === undefined || shop.category === category);

/** What a narrowed list holds: an owner with a shop there, of that kind, held back by that, unsold so long. */
const narrowed = (rows: readonly GapRow[], filter: GapFilter, months: number): readonly GapRow[] =>
  rows.filter(
    ({ cause, monthsUnsold, shops }) =>
      (filter.cause === undefined || cause === filter.cause) &&
      monthsUnsold >= months &&
      shops.some((shop) => isSought(shop, filter)),
  );

/** The lines a page may show, by where they stand in the list. */
const placesIn = async (
  { lines, linesOf }: GapPages,
  rows: readonly GapRow[],
  filter: GapFilter,
  { months, districts }: { readonly months: number; readonly districts: Within },
): Promise<number[]> => {
  const found = narrowed(rows, filter, months).map(({ at }) => at);
  if (filter.merchant === undefined) return found;
  const own = await linesOf(filter.merchant);
  const places = found.filter((at) => own.includes(at));
  const read = await lines(places);
  return places.filter((_, at) =>
    read
      .slice(at, at + 1)
      .some((line) =>
        lineWithin(line, districts).shops.some((shop) => shop.merchantId === filter.merchant && isSought(shop, filter)),
      ),
  );
};

const requireMonth = (world: World, city: City, month: Month): void => {
  const first = monthOf(city.foundedAt, city.zone);
  if (month < first)
    throw new Problem('month_invalid', `${city.name} belum ada di Pasar Rata pada ${monthName(month)}.`, [
      { pointer: '#/path/month', detail: `Paling awal ${monthName(first)}.` },
    ]);
  if (world.now() < monthStart(month, city.zone))
    throw new Problem('month_invalid', `${monthName(month)} belum mulai.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan berjalan atau sebelumnya.' },
    ]);
};

export const listGap = endpoint('GET /cities/{city}/gap/{month}', async ({ params, query, caller }, world) => {
  const city = await expectCity(world, params.city);
  const districts = requireFieldReader(caller, city.cityCode);
  requireMonth(world, city, params.month);
  const { limit: _, cursor: _cursor, ...filter } = query;
  const list = `gap ${city.cityCode} ${params.month}`;
  // A place in one reader's list is none in another's: who reads some districts counts through fewer owners.
  const reads = districts?.join(',');
  const view = `${list} ${[reads, filter.district, filter.category, filter.cause, filter.unsoldSince, filter.merchant].map((part) => part ?? '').join(' ')}`;
  let summary: GapSummary | undefined;
  const { items, next } = await page(world, view, query, async ({ limit, after }) => {
    const goesOn = after === undefined ? undefined : readAfter(after);
    const { pages, key } = await (goesOn ? stored(world, goesOn.key) : presentGap(world, city, params.month));
    const rows = rowsWithin(pages.rows, districts);
    summary = districts === undefined ? pages.summary : summaryOf(rows, pages.summary);
    const to = (goesOn?.from ?? 0) + limit;
    const months = monthsSince(world, { month: params.month, zone: city.zone }, filter.unsoldSince);
    const places = await placesIn(pages, rows, filter, { months, districts });
    const lines = await pages.lines(places.slice(to - limit, to));
    const items = await toVisit(
      world,
      lines.map((line) => lineWithin(line, districts)),
      districts,
    );
    return { items, next: to < places.length ? `${await key()} ${to}` : undefined };
  });
  if (!summary) throw new Error('a page was answered without its list');
  return { items, next, summary };
});
