import * as z from 'zod';
import { monthStart } from '../../../shared/domain/basics/month.ts';
import { monthName } from '../../../shared/domain/basics/wording.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { type GapFilter, GapFinding, GapSummary } from '../../../shared/domain/ranking/support/gap.ts';
import {
  monthsUnsoldOf,
  supportCauses,
  supportList,
  type UnsoldOwner,
} from '../../../shared/domain/ranking/support/support.ts';
import { Problem } from '../../../shared/problem.ts';
import { expectCity, requireFieldReader } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import { cachedByContent } from '../../reads/cached-by-content.ts';
import { cachedFor } from '../../reads/cached-for.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import { ownersOffering } from '../../reads/lists/offers.ts';
import { getPacked, putPacked } from '../../reads/packed-files.ts';
import type { Within } from '../../reads/shops-within.ts';
import type { World } from '../../world.ts';
import { type Met, MOST_REQUESTS, meetDemand } from './meet-demand.ts';
import { toVisit } from './to-visit.ts';
import { type UnsoldShop, unsoldOwners } from './unsold-owners.ts';

const GAP_SECONDS = 60;
const BASIS =
  `Permintaan ialah pesanan yang diterima penjual lain pada bulan-bulan itu, paling banyak ${MOST_REQUESTS} terakhir tiap ` +
  'kategori, dihadapkan pada penawaran dan aturan hari ini: yang ditunjukkan ialah apa yang menghalangi sekarang.';

const Gap = z.object({ lines: z.array(GapFinding), summary: GapSummary });
type Gap = z.infer<typeof Gap>;

/** What an owner met; one with nothing on offer is held against the demand of its shops' categories. */
const encountersOf = (ownerId: string, shops: readonly UnsoldShop[], hasOffer: boolean, met: Met) =>
  hasOffer
    ? (met.encounters.get(ownerId) ?? [])
    : [...new Set(shops.map(({ category }) => category))]
        .flatMap((category) => met.demand.get(category) ?? [])
        .flatMap(({ encounter, sellerId }) => (sellerId === ownerId ? [] : [encounter]));

const summaryOf = (lines: readonly GapFinding[], ledgerVersion: string): GapSummary => {
  const count = (cause: GapFinding['cause']) => lines.filter((line) => line.cause === cause).length;
  return {
    owners: lines.length,
    byCause: Object.fromEntries(supportCauses.map((cause) => [cause, count(cause)])) as GapSummary['byCause'],
    neverShown: count('never_shown'),
    missedRupiah: lines.reduce((sum, { missedRupiah }) => sum + missedRupiah, 0),
    ledgerVersion,
    basis: BASIS,
  };
};

const gapOf = async (world: World, city: City, month: string): Promise<Gap> => {
  const { ledger } = await presentLedger(world, city);
  const owners = await unsoldOwners(world, city, month, ledger);
  const met = await meetDemand(world, city, month);
  const offering = await ownersOffering(world, city, ledger);
  const unsold = [...owners].map(([ownerId, shops]): UnsoldOwner => {
    const hasOffer = offering.has(ownerId);
    return {
      ...{ ownerId, hasOffer, monthsUnsold: monthsUnsoldOf(shops), reachable: !met.silent.has(ownerId) },
      hasPhoto: met.photos.has(ownerId),
      encounters: encountersOf(ownerId, shops, hasOffer, met),
    };
  });
  const lines = supportList(unsold).map(
    (line): GapFinding => ({
      ...line,
      shops: (owners.get(line.ownerId) ?? []).map(({ unsold: _, soldInYear: _sold, ...shop }) => shop),
      requestsMet: met.encounters.get(line.ownerId)?.length ?? 0,
    }),
  );
  return { lines, summary: summaryOf(lines, ledger.version) };
};

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
  return { lines, summary: summaryOf(lines, gap.summary.ledgerVersion) };
};

/** What a narrowed list holds: an owner with a shop there, of that kind, or held back by that. */
const narrowed = (lines: readonly GapFinding[], { district, category, cause }: GapFilter): readonly GapFinding[] =>
  lines.filter(
    (line) =>
      (cause === undefined || line.cause === cause) &&
      line.shops.some(
        (shop) =>
          (district === undefined || shop.district === district) &&
          (category === undefined || shop.category === category),
      ),
  );

export const listGap = endpoint('GET /cities/{city}/gap/{month}', async ({ params, query, caller }, world) => {
  const city = await expectCity(world, params.city);
  const districts = requireFieldReader(caller, city.cityCode);
  if (world.now() < monthStart(params.month, city.zone))
    throw new Problem('month_invalid', `${monthName(params.month)} belum mulai.`, [
      { pointer: '#/path/month', detail: 'Pilih bulan berjalan atau sebelumnya.' },
    ]);
  const { limit: _, cursor: _cursor, ...filter } = query;
  const list = `gap ${city.cityCode} ${params.month}`;
  const view = `${list} ${filter.district ?? ''} ${filter.category ?? ''} ${filter.cause ?? ''}`;
  const present = () => cachedFor(world, list, GAP_SECONDS, () => gapOf(world, city, params.month));
  const stored = (key: string) => cachedByContent(world, key, async () => Gap.parse(await getPacked(world.files, key)));
  let summary: GapSummary | undefined;
  const { items, next } = await page(world, view, query, async ({ limit, after }) => {
    const goesOn = after === undefined ? undefined : readAfter(after);
    const whole = goesOn ? await stored(goesOn.key) : await present();
    const gap = gapWithin(whole, districts);
    summary = gap.summary;
    const to = (goesOn?.from ?? 0) + limit;
    const key = async () => goesOn?.key ?? (await putPacked(world.files, `ranking/${city.cityCode}/gaps`, whole));
    const lines = narrowed(gap.lines, filter);
    const items = await toVisit(world, lines.slice(to - limit, to), districts);
    return { items, next: to < lines.length ? `${await key()} ${to}` : undefined };
  });
  return { items, next, summary: summary ?? gapWithin(await present(), districts).summary };
});
