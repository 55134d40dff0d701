import * as z from 'zod';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { placesInCity } from '../../shared/table/register/merchants.ts';
import type { World } from '../world.ts';

/** Keys of one batch of reads, and entries of one query. */
const PAGE = 100;
const LONG_PAGE = 1000;

/** Every status of a shop that was ever verified: the register is read as one sequence, status by status. */
const statuses = ['verified', 'suspended'] as const;

/** A place in the register: after whom a range begins, or with whom it ends. */
const Mark = z.object({ status: z.enum(statuses), at: z.string() });
type Mark = z.infer<typeof Mark>;
/** A range of the register. Without a beginning or an end it is open there: ranges that tile leave no gap. */
export const Range = z.object({ after: Mark.nullable(), until: Mark.nullable() });
export type Range = z.infer<typeof Range>;
export const EVERYBODY: Range = { after: null, until: null };

type Page = { merchantIds: string[]; last: Mark | undefined };

async function* pagesOf({ table }: World, cityCode: string, { after, until }: Range, limit: number) {
  const first = after ? statuses.indexOf(after.status) : 0;
  const end = until ? statuses.indexOf(until.status) : statuses.length - 1;
  for (const status of statuses.slice(first, end + 1)) {
    const from = after?.status === status ? after.at : undefined;
    const last = until?.status === status ? until.at : undefined;
    const read = (next: string | undefined) => placesInCity(table, cityCode, status, { limit, after: next });
    for await (const items of everyPage(read, from)) {
      const within = last === undefined ? items : items.filter(({ place }) => place <= last);
      const ended = within.at(-1);
      const page: Page = {
        merchantIds: within.map(({ merchantId }) => merchantId),
        last: ended && { status, at: ended.place },
      };
      yield page;
      if (within.length < items.length) break;
    }
  }
}

/** Every merchant that ever was verified in a city, a hundred ids at a time: everyone who may have a standing. */
export async function* registerOf(world: World, cityCode: string, range = EVERYBODY): AsyncGenerator<string[]> {
  for await (const { merchantIds } of pagesOf(world, cityCode, range, LONG_PAGE))
    for (let at = 0; at < merchantIds.length; at += PAGE) yield merchantIds.slice(at, at + PAGE);
}

/** Merchants in a range: some five minutes of opening a month, where a run may take fifteen. */
const MERCHANTS = 20_000;

/**
 * The register in ranges of about so many merchants that tile it: who enters or moves afterwards is in one of them.
 * A city of up to that many is one range.
 */
export const rangesOf = async (world: World, cityCode: string, merchants = MERCHANTS): Promise<Range[]> => {
  const ranges: Range[] = [];
  let after: Mark | null = null;
  let count = 0;
  for await (const { merchantIds, last } of pagesOf(world, cityCode, EVERYBODY, Math.min(LONG_PAGE, merchants))) {
    count += merchantIds.length;
    if (count < merchants || !last) continue;
    ranges.push({ after, until: last });
    after = last;
    count = 0;
  }
  // What is left, and whoever enters behind the last of today, belongs to the last range.
  const tail: Range | undefined = count === 0 ? ranges.pop() : undefined;
  return [...ranges, { after: tail ? tail.after : after, until: null }];
};
