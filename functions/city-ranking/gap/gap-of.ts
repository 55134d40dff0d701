import * as z from 'zod';
import type { City } from '../../../shared/domain/places/city.ts';
import { GapFinding, GapSummary } from '../../../shared/domain/ranking/support/gap.ts';
import { gapEvidence } from '../../../shared/domain/ranking/support/gap-evidence.ts';
import {
  monthsUnsoldOf,
  supportCauses,
  supportList,
  type UnsoldOwner,
} from '../../../shared/domain/ranking/support/support.ts';
import { presentLedger } from '../../reads/city-ledger.ts';
import type { World } from '../../world.ts';
import { marketToday, missedBy } from './market-today.ts';
import { type Met, MOST_REQUESTS, meetDemand } from './meet-demand.ts';
import { type UnsoldShop, unsoldOwners } from './unsold-owners.ts';

const BASIS =
  `Permintaan ialah pesanan yang diterima penjual lain pada bulan-bulan itu, paling banyak ${MOST_REQUESTS} terakhir tiap ` +
  'kategori, dihadapkan pada penawaran dan aturan hari ini.';

export const Gap = z.object({ lines: z.array(GapFinding), summary: GapSummary });
export type Gap = z.infer<typeof Gap>;

/** What an owner met; one with nothing on offer is held against the demand of its shops' categories. */
const encountersOf = (ownerId: string, shops: readonly UnsoldShop[], hasOffer: boolean, met: Met) =>
  hasOffer
    ? (met.encounters.get(ownerId) ?? [])
    : [...new Set(shops.map(({ category }) => category))]
        .flatMap((category) => met.demand.get(category) ?? [])
        .flatMap(({ encounter, sellerId }) => (sellerId === ownerId ? [] : [encounter]));

export const summaryOf = (
  lines: readonly Pick<GapFinding, 'cause' | 'fairShareRupiah'>[],
  { ledgerVersion, madeAt }: Pick<GapSummary, 'ledgerVersion' | 'madeAt'>,
): GapSummary => {
  const count = (cause: GapFinding['cause']) => lines.filter((line) => line.cause === cause).length;
  return {
    owners: lines.length,
    byCause: Object.fromEntries(supportCauses.map((cause) => [cause, count(cause)])) as GapSummary['byCause'],
    neverShown: count('never_shown'),
    fairShareRupiah: lines.reduce((sum, { fairShareRupiah }) => sum + fairShareRupiah, 0),
    ledgerVersion,
    madeAt,
    basis: BASIS,
  };
};

/** Everybody who did not sell for two months or more, with the cheapest cause to fix. */
export const gapOf = async (world: World, city: City, month: string): Promise<Gap> => {
  const madeAt = world.now();
  const { ledger } = await presentLedger(world, city);
  const owners = await unsoldOwners(world, city, month, ledger);
  const met = await meetDemand(world, city, month);
  const market = await marketToday(world, city, month);
  const unsold = [...owners].map(([ownerId, shops]): UnsoldOwner => {
    const hasOffer = market.shelves.has(ownerId);
    return {
      ownerId,
      hasOffer,
      monthsUnsold: monthsUnsoldOf(shops),
      reachable: !met.silent.has(ownerId),
      hasPhoto: met.photos.has(ownerId),
      unvisited: ledger.unvisited.has(ownerId),
      encounters: encountersOf(ownerId, shops, hasOffer, met),
    };
  });
  const lines = supportList(unsold).map(
    (line): GapFinding => ({
      ...line,
      shops: (owners.get(line.ownerId) ?? []).map(({ unsold: _, soldInYear: _sold, ...shop }) => shop),
      missed: missedBy(line.ownerId, owners.get(line.ownerId) ?? [], market),
      evidence: gapEvidence(
        {
          ...(market.shelves.get(line.ownerId) ?? { offers: 0, soldOut: 0 }),
          impressions: (ledger.owners.get(line.ownerId)?.exposure ?? 0) / 1_000_000,
        },
        met.encounters.get(line.ownerId) ?? [],
      ),
    }),
  );
  return { lines, summary: summaryOf(lines, { ledgerVersion: ledger.version, madeAt }) };
};
