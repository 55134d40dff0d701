import * as z from 'zod';
import type { World } from '../world.ts';
import { publish } from './publish.ts';

const files = { shops: 'pages/cities.json', sitemaps: 'pages/sitemaps.json' } as const;
type Counted = keyof typeof files;
type Counts = Readonly<Record<string, number>>;

const Counts = z.record(z.string(), z.int()).default({});
const Kept = z.looseObject({ shops: Counts, sitemaps: Counts });

/** What was counted in each city when it last changed, by the city's code: a page of all cities reads none of them for it. */
export const countsNow = async ({ site }: World, counted: Counted): Promise<Counts> => {
  const found = await site.get(files[counted]);
  return Kept.parse(found ? JSON.parse(Buffer.from(found.bytes).toString('utf8')) : {})[counted];
};

/** Keeps what is counted in one city; the others are known from when theirs changed. */
export const keepCount = (
  world: World,
  counted: Counted,
  cityCode: string,
  count: () => Promise<number> | number,
): Promise<void> =>
  publish(world, [files[counted]], async () => {
    const [counts, known] = await Promise.all([count(), countsNow(world, counted)]);
    const all = Object.entries({ ...known, [cityCode]: counts }).sort(([a], [b]) => (a < b ? -1 : 1));
    return [{ key: files[counted], text: JSON.stringify({ [counted]: Object.fromEntries(all) }) }];
  });
