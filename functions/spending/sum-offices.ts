import * as z from 'zod';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { monthOf } from '../../shared/domain/basics/month.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { getCity } from '../../shared/table/cities.ts';
import { rerunOnStale, Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  getOfficeSums,
  type SumsDue,
  saveOfficeSums,
  settleSumsDue,
  sumsDueOf,
} from '../../shared/table/spending/office-sums.ts';
import { officeParts } from '../reads/offices/office-parts.ts';
import { officePlans, plansOfOffices } from '../reads/offices/office-plans.ts';
import { hasManyOffices, packedSums } from '../reads/offices/office-sums.ts';
import { officeWaits } from '../reads/offices/office-waits.ts';
import {
  demandIn,
  demandName,
  participationMonth,
  participationName,
  WAITS,
  yearIn,
  yearName,
} from '../reads/prepared/names.ts';
import { s3Files } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { spendingNow } from './city-spending.ts';

const RERUNS = 4;

const Called = z.object({ detail: z.object({ cityCode: z.string(), what: z.string().optional() }) });
const InQueue = z.object({ Records: z.array(z.object({ body: z.string() })).length(1) });
/** By its queue on AWS, by the bus itself on one machine. */
const Asked = z.union([Called, InQueue.transform(({ Records: [call] }) => Called.parse(JSON.parse(call?.body ?? '')))]);

/** The version is read before what is added up: of two runs at once the one that read first writes nothing. */
const sum = (world: World, { cityCode }: City, of: string, value: () => Promise<unknown>): Promise<void> =>
  rerunOnStale(world.table, RERUNS, async () => {
    const before = await getOfficeSums(world.table, cityCode, of);
    const madeAt = world.now();
    const packed = packedSums(await value());
    await commit(world.table, [saveOfficeSums({ cityCode, of, madeAt, packed, version: (before?.version ?? 0) + 1 })]);
  });

/** What became known meanwhile stays due. */
const settle = (world: World, due: SumsDue): Promise<void> =>
  commit(world.table, [settleSumsDue(due)]).then(
    () => undefined,
    (error: unknown) => {
      if (!(error instanceof Stale)) throw error;
    },
  );

/** How what has a name is added up; nothing for names of what others make. */
const sumOf = (world: World, city: City, what: string): (() => Promise<unknown>) | undefined => {
  const [year, month, plans] = [yearIn(what), participationMonth(what), demandIn(what)];
  if (what === WAITS) return () => officeWaits(world, city);
  if (year !== undefined) return () => spendingNow(world, city, year);
  if (month !== undefined) return () => officeParts(world, city, month);
  if (plans) return async () => officePlans(await plansOfOffices(world, city, plans.year), plans.category);
  return undefined;
};
const sumAll = async (world: World, city: City, names: readonly string[]): Promise<number> => {
  let summed = 0;
  for (const what of names) {
    const value = sumOf(world, city, what);
    if (!value) continue;
    await sum(world, city, what, value);
    summed += 1;
  }
  return summed;
};

const known = async (world: World, { cityCode }: City, names: readonly string[]): Promise<string[]> => {
  const found = await Promise.all(names.map((what) => getOfficeSums(world.table, cityCode, what)));
  return names.filter((_, at) => found[at]);
};
/** Of one category plans are made once somebody asked for them, and from then on again. */
const demandNames = (year: string): string[] =>
  [undefined, ...Object.keys(categories), 'none'].map((category) => demandName(year, category));

/** What is due by notes: years with what waits and what is planned, and months of who took part. */
const dueBy = async (world: World, city: City, dues: readonly SumsDue[]): Promise<string[]> => {
  const ofNotes = dues.map(async ({ year }) =>
    year.length === 4
      ? [WAITS, yearName(year), ...(await known(world, city, demandNames(year)))]
      : [participationName(year)],
  );
  return (await Promise.all(ofNotes)).flat();
};

/** What pages open on, of a city that has not been added up yet, or not in this month. */
const openedFirst = async (world: World, city: City): Promise<string[]> => {
  const month = monthOf(world.now(), city.zone);
  const year = month.slice(0, 4);
  const names = [WAITS, yearName(year), participationName(month), demandName(year)];
  const made = await known(world, city, names);
  return names.filter((what) => !made.includes(what));
};

/**
 * Adds up what a city's offices spent, owe and plan, and how many of their people took part, a quarter of an hour after there is news at the
 * latest: what a page of a city of hundreds of offices would read office by office, and shop by shop. Called with every ledger, and by
 * who opens what was never added up.
 */
export const sumOffices =
  (world: () => World) =>
  async (event: unknown): Promise<{ summed: number }> => {
    const here = world();
    const { cityCode, what: asked } = Asked.parse(event).detail;
    const city = await getCity(here.table, cityCode);
    if (!city) return { summed: 0 };
    const many = await hasManyOffices(here, city);
    if (asked !== undefined) {
      const due = many && (await known(here, city, [asked])).length === 0 ? [asked] : [];
      return { summed: await sumAll(here, city, due) };
    }
    const dues = await sumsDueOf(here.table, cityCode);
    const names = many ? [...(await dueBy(here, city, dues)), ...(await openedFirst(here, city))] : [];
    const summed = await sumAll(here, city, [...new Set(names)]);
    for (const due of dues) await settle(here, due);
    return { summed };
  };

export const handler = sumOffices(workingWorld({ files: s3Files }));
