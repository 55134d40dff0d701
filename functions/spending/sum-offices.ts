import * as z from 'zod';
import type { City } from '../../shared/domain/places/city.ts';
import { agenciesOfCity } from '../../shared/table/agencies.ts';
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
import { packedSums, WAITS, yearSums } from '../reads/offices/office-sums.ts';
import { officeWaits } from '../reads/offices/office-waits.ts';
import { s3Files } from '../s3-files.ts';
import { type World, workingWorld } from '../world.ts';
import { spendingNow } from './city-spending.ts';

/** Of so many offices a page reads what each says; of more it reads what was added up here. */
const FEW_OFFICES = 20;
const RERUNS = 4;

const Called = z.object({ detail: z.object({ cityCode: z.string() }) });
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

/**
 * Adds up what a city's offices spent and owe, a quarter of an hour after there is news at the latest: what a page of a city of
 * hundreds of offices would read office by office, and shop by shop.
 */
export const sumOffices =
  (world: () => World) =>
  async (event: unknown): Promise<{ summed: number }> => {
    const here = world();
    const city = await getCity(here.table, Asked.parse(event).detail.cityCode);
    const dues = city ? await sumsDueOf(here.table, city.cityCode) : [];
    if (!city || dues.length === 0) return { summed: 0 };
    const { next } = await agenciesOfCity(here.table, city.cityCode, { limit: FEW_OFFICES });
    const many = next !== undefined;
    if (many) await sum(here, city, WAITS, () => officeWaits(here, city));
    for (const due of dues) {
      if (many) await sum(here, city, yearSums(due.year), () => spendingNow(here, city, due.year));
      await settle(here, due);
    }
    return { summed: many ? dues.length : 0 };
  };

export const handler = sumOffices(workingWorld({ files: s3Files }));
