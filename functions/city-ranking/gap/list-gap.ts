import {
  later,
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
import { commit } from '../../../shared/table/engine/writes.ts';
import { askForGap, getGapAsked, getGapList } from '../../../shared/table/ranking/gap-lists.ts';
import { expectCity, requireFieldReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import type { Within } from '../../http/shops-within.ts';
import { cachedByContent } from '../../reads/cached-by-content.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { isLarge } from '../../reads/large-city.ts';
import { getPacked, putPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { Gap, gapOf, summaryOf } from './gap-of.ts';
import { toVisit } from './to-visit.ts';

const GAP_SECONDS = 60;
/** A list that was made anew may be this late on a page. */
const KEY_SECONDS = 15;
/** Where a list goes on: the file it lies in, so that its pages neither skip nor repeat anybody, and how far it was read. */
const readAfter = (after: string) => {
  const [key = '', from = '0'] = after.split(' ');
  return { key, from: Number(from) };
};

/** The list as far as somebody reads it: owners with a shop in their districts, and those shops alone. */
const gapWithin = (gap: Gap, districts: Within): Gap => {
  if (districts === undefined) return gap;
  const lines = gap.lines.flatMap((line) => {
    const shops = line.shops.filter(({ district }) => districts.includes(district));
    return shops.length === 0 ? [] : [{ ...line, shops }];
  });
  return { lines, summary: summaryOf(lines, gap.summary) };
};

type Whole = { readonly gap: Gap; readonly key: string | undefined };
/** A list as it lies in a file: read and parsed once in a container. */
const storedGap = async (world: World, key: string): Promise<Whole> => ({
  gap: await cachedByContent(world, key, async () => Gap.parse(await getPacked(world.files, key))),
  key,
});

/** Who waits for a list that was never made asks again after this; making it takes a large city some minutes. */
const ASK_AGAIN_SECONDS = 60;
/** After so long what was asked for is asked for anew: whoever was to make it may have failed. */
const ASKED_MS = 10 * 60_000;

/** Lets `city-ranking/gap/make-gaps` know that somebody waits, once for all who do. */
const ask = async (world: World, of: { readonly cityCode: string; readonly month: Month }): Promise<void> => {
  const before = await getGapAsked(world.table, of);
  const now = world.now();
  if (before && later(before.askedAt, ASKED_MS) > now) return;
  await commit(world.table, [askForGap({ ...of, askedAt: now, version: (before?.version ?? 0) + 1 })]);
};

const beingPrepared = (month: Month) =>
  new Problem(
    'being_prepared',
    `Daftar ${monthName(month)} sedang disiapkan: semua usaha kota diperiksa satu per satu. Coba lagi dalam satu menit.`,
    [],
    ASK_AGAIN_SECONDS,
  );

/**
 * The list that was made behind the pages, of a city of many shops; of one with few it is made now.
 * @throws Problem being_prepared where many shops' list was never made: it is asked for
 */
const presentGap = async (world: World, city: City, month: Month): Promise<Whole> => {
  const { cityCode } = city;
  const list = `gap ${cityCode} ${month}`;
  const made = await cachedFor(world, `${list} file`, KEY_SECONDS, () => getGapList(world.table, { cityCode, month }));
  if (made) return storedGap(world, made.key);
  if (isLarge((await presentLedger(world, city)).ledger)) {
    await ask(world, { cityCode, month });
    throw beingPrepared(month);
  }
  return { gap: await cachedFor(world, list, GAP_SECONDS, () => gapOf(world, city, month)), key: undefined };
};

/** How many months nothing was sold in, of who did not sell since one of them; a month counts when it is over. */
const monthsSince = (world: World, { month, zone }: { month: Month; zone: Zone }, since: Month | undefined): number =>
  since === undefined ? 0 : monthsBetween(since, month) + (world.now() >= monthEnd(month, zone) ? 1 : 0);

/** What a narrowed list holds: an owner with a shop there, of that kind, held back by that, unsold so long. */
const narrowed = (
  lines: readonly GapFinding[],
  { district, category, cause, merchant }: GapFilter,
  months: number,
): readonly GapFinding[] =>
  lines.filter(
    (line) =>
      (cause === undefined || line.cause === cause) &&
      line.monthsUnsold >= months &&
      line.shops.some(
        (shop) =>
          (merchant === undefined || shop.merchantId === merchant) &&
          (district === undefined || shop.district === district) &&
          (category === undefined || shop.category === category),
      ),
  );

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
    const whole = await (goesOn ? storedGap(world, goesOn.key) : presentGap(world, city, params.month));
    const gap = gapWithin(whole.gap, districts);
    summary = gap.summary;
    const to = (goesOn?.from ?? 0) + limit;
    const key = async () => whole.key ?? (await putPacked(world.files, `ranking/${city.cityCode}/gaps`, whole.gap));
    const months = monthsSince(world, { month: params.month, zone: city.zone }, filter.unsoldSince);
    const lines = narrowed(gap.lines, filter, months);
    const items = await toVisit(world, lines.slice(to - limit, to), districts);
    return { items, next: to < lines.length ? `${await key()} ${to}` : undefined };
  });
  if (!summary) throw new Error('a page was answered without its list');
  return { items, next, summary };
});
