import { addMonths, type Month } from '../../shared/domain/basics/month.ts';
import { Standing } from '../../shared/domain/equity/standing/standing.ts';
import type { Reported } from '../../shared/domain/integrity/facts.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { namesIn } from '../../shared/table/engine/table.ts';
import { getStandings, streamStandings } from '../../shared/table/equity/standings.ts';
import { inBatches } from '../reads/in-batches.ts';
import type { World } from '../world.ts';

const Entry = Standing.pick({ merchantId: true, name: true, ownerId: true, category: true, reportedRupiah: true });

/** Who reported sales beside the platform in a month, with the two months before. The list streams by; who reported stays. */
export const reportsOf = async (
  { table }: World,
  { cityCode, shards }: City,
  month: Month,
  ownerOf: ReadonlyMap<string, string>,
): Promise<Reported[]> => {
  // The list of the twelve months says what was reported in this one.
  const entries = streamStandings(table, { cityCode, month, shards }, { span: 'year', only: namesIn(Entry) });
  const reported: { entry: ReturnType<typeof Entry.parse>; rupiah: number }[] = [];
  for await (const item of entries) {
    const entry = Entry.parse(item);
    if (entry.reportedRupiah !== null) reported.push({ entry, rupiah: entry.reportedRupiah });
  }
  const ids = reported.map(({ entry }) => entry.merchantId);
  const [before, earlier] = await Promise.all(
    [-1, -2].map((back) =>
      inBatches(ids, (some) => getStandings(table, some, addMonths(month, back), { consistent: false })),
    ),
  );
  return reported.map(({ entry: { merchantId, name, ownerId, category }, rupiah }, index) => ({
    merchantId,
    name,
    category,
    ownerId: ownerOf.get(merchantId) ?? ownerId,
    rupiah: [rupiah, before?.[index]?.reportedRupiah ?? null, earlier?.[index]?.reportedRupiah ?? null],
  }));
};
