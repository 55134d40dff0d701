import { CitySpending } from '../../shared/contract/spending.ts';
import type { City } from '../../shared/domain/places/city.ts';
import type { Known, OfficeRows } from '../../shared/domain/spending/office-rows.ts';
import { spentBy } from '../../shared/domain/spending/office-year.ts';
import { oftenBought } from '../../shared/domain/spending/often-bought.ts';
import { scaleIn } from '../../shared/domain/spending/scale.ts';
import type { ShopYearCard } from '../../shared/domain/spending/shop-year.ts';
import { type SmallBusinessShare, smallBusinessShareOn } from '../../shared/rules/small-business-share.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
import { planSummaryAt } from '../../shared/table/demand.ts';
import { everyEntry, everyPage } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { procurementAt } from '../../shared/table/spending/procurements.ts';
import { shopYearsOfCity } from '../../shared/table/spending/purchases.ts';
import { getScales } from '../../shared/table/spending/scales.ts';
import { presentLedger } from '../reads/city-ledger.ts';
import { inBatches } from '../reads/in-batches.ts';
import { summedOr } from '../reads/offices/office-sums.ts';
import { yearName } from '../reads/prepared/names.ts';
import type { World } from '../world.ts';

const MOST_TOLD = 50;
type Office = { readonly agencyId: string; readonly name: string };

/** The rule a year is measured by: what is in force at its end. */
export const ruleOf = (year: string): SmallBusinessShare | undefined => smallBusinessShareOn(`${year}-12-31`);
/** The same as it is told. */
export const toldRule = (rule: SmallBusinessShare | undefined): CitySpending['rule'] =>
  rule ? { percent: rule.percent, counts: [...rule.counts], source: rule.source, confirmed: rule.confirmed } : null;

/** What is known of the shops in some rows: how large each is stated to be in the year, and whose it is. */
export const knownOf = async (
  world: World,
  city: City,
  year: string,
  rows: readonly ShopYearCard[],
): Promise<Known> => {
  const shops = [...new Set(rows.map(({ merchantId }) => merchantId))];
  const [{ ledger }, stated] = await Promise.all([
    presentLedger(world, city),
    inBatches(shops, (some) => getScales(world.table, some)),
  ]);
  const scales = new Map(shops.map((merchantId, index) => [merchantId, scaleIn(stated[index], year)]));
  return {
    scaleOf: (merchantId) => scales.get(merchantId) ?? null,
    ownerOf: ({ merchantId, ownerId }) => ledger.ownerOf.get(merchantId) ?? ownerId,
    counts: ruleOf(year)?.counts ?? [],
  };
};

const rowsByOffice = async ({ table }: World, { cityCode }: City, year: string) => {
  const rows = new Map<string, ShopYearCard[]>();
  for await (const page of everyPage((after) => shopYearsOfCity(table, cityCode, year, after)))
    for (const row of page) {
      const ofOffice = rows.get(row.agencyId);
      if (ofOffice) ofOffice.push(row);
      else rows.set(row.agencyId, [row]);
    }
  return rows;
};

const officesOf = async (world: World, city: City, year: string) => {
  const { table } = world;
  const [rows, agencies] = await Promise.all([
    rowsByOffice(world, city, year),
    everyEntry<Office>((after) => agenciesOfCity(table, city.cityCode, { limit: 1000, after })),
  ]);
  const { procurements, plans } = await readTogether(table, {
    procurements: agencies.map(({ agencyId }) => procurementAt(agencyId, year)),
    plans: agencies.map(({ agencyId }) => planSummaryAt(agencyId, year)),
  });
  return agencies.map((office, index) => ({
    ...office,
    rows: rows.get(office.agencyId) ?? [],
    procurement: procurements[index],
    markedSmallRupiah: plans[index]?.smallRupiah,
  }));
};

/** Shops bought from whose scale nobody stated, most bought from first: until then they count for nobody's share. */
const unstatedIn = (rows: readonly ShopYearCard[], { scaleOf }: Known) => {
  const sums = new Map<string, ShopYearCard & { sum: bigint }>();
  for (const row of rows)
    if (scaleOf(row.merchantId) === null)
      sums.set(row.merchantId, { ...row, sum: (sums.get(row.merchantId)?.sum ?? 0n) + BigInt(row.orderedRupiah) });
  return [...sums.values()]
    .sort((one, other) =>
      one.sum === other.sum ? (one.merchantId < other.merchantId ? -1 : 1) : one.sum < other.sum ? 1 : -1,
    )
    .map(({ merchantId, merchantName, sum }) => ({ merchantId, merchantName, orderedRupiah: String(sum) }));
};

/** A city's year of spending as it stands: every row of every office that bought of a shop, and how large the shops are. */
export const spendingNow = async (world: World, city: City, year: string): Promise<CitySpending> => {
  const at = world.now();
  const offices = await officesOf(world, city, year);
  const all = offices.flatMap(({ rows }) => rows);
  const known = await knownOf(world, city, year, all);
  const [unstated, often] = [unstatedIn(all, known), oftenBought(all)];
  const figures = ({ agencyId, name, ...office }: Office & OfficeRows) => ({
    agencyId,
    name,
    ...spentBy([office], known),
  });
  return {
    city: city.cityCode,
    year,
    at,
    rule: toldRule(ruleOf(year)),
    total: spentBy(offices, known),
    officesWithout: offices.filter(({ procurement }) => procurement === undefined).length,
    offices: offices.map(figures),
    unstatedShops: unstated.length,
    unstated: unstated.slice(0, MOST_TOLD),
    oftenShops: often.length,
    often: often.slice(0, MOST_TOLD),
  };
};

/** What a page tells of it. */
export const citySpending = (world: World, city: City, year: string): Promise<CitySpending> =>
  summedOr(world, city, {
    what: yearName(year),
    schema: CitySpending,
    told: `Belanja ${year}`,
    now: () => spendingNow(world, city, year),
  });
