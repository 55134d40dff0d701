import * as z from 'zod';
import { type GapFinding, GapSummary } from '../../../shared/domain/ranking/support/gap.ts';
import { supportCauses } from '../../../shared/domain/ranking/support/support.ts';
import { cachedByContent } from '../../reads/cached-by-content.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import { getPacked, putPacked } from '../../reads/packed-files.ts';
import type { World } from '../../world.ts';
import { Gap } from './gap-of.ts';

/** Findings in one file: a page reads the files of its own, some tens of kilobytes each, never the list. */
const TOGETHER = 200;
const AT_ONCE = 8;

/** What a line is narrowed by and counted as. */
export type GapRow = Pick<GapFinding, 'cause' | 'monthsUnsold' | 'fairShareRupiah'> & {
  /** Where in the list it stands. */
  readonly at: number;
  readonly shops: readonly { readonly district: string; readonly category: string }[];
};

const Numbers = z.array(z.int());
/** A long list: what its lines are narrowed by in columns, and where the lines themselves lie. */
const Head = z.object({
  summary: GapSummary,
  causes: Numbers,
  months: Numbers,
  fairShares: Numbers,
  shops: Numbers.describe('How many of each line; the next two columns are of shops'),
  districts: Numbers,
  categories: Numbers,
  names: z.array(z.string()).describe('Of districts and categories, by their number'),
  files: z.array(z.string()),
  together: z.int().min(1).describe('Lines of a file'),
  merchants: z.string().describe('The file of shops by line'),
});
type Head = z.infer<typeof Head>;
const Merchants = z.array(z.array(z.string()));
/** Of few lines one file holds all: whoever goes on over its pages made it. */
const Stored = z.union([Gap, Head]);

/** A list as its pages are read. */
export type GapPages = {
  readonly summary: GapSummary;
  readonly rows: readonly GapRow[];
  /** Where in the list a shop's owner stands. */
  readonly linesOf: (merchantId: string) => Promise<number[]>;
  readonly lines: (at: readonly number[]) => Promise<GapFinding[]>;
};

/** The pages of a list that is at hand. */
export const pagesOfGap = ({ lines, summary }: Gap): GapPages => ({
  summary,
  rows: lines.map((line, at) => ({ ...line, at })),
  linesOf: async (merchantId) =>
    lines.flatMap(({ shops }, at) => (shops.some((shop) => shop.merchantId === merchantId) ? [at] : [])),
  lines: async (wanted) => wanted.flatMap((at) => lines[at] ?? []),
});

const folderOf = (cityCode: string): string => `ranking/${cityCode}/gaps`;

/** Keeps a list whole, and answers its file's name. */
export const putGap = (world: World, cityCode: string, gap: Gap): Promise<string> =>
  putPacked(world.files, folderOf(cityCode), gap);

const headOf = ({ lines, summary }: Gap): Omit<Head, 'files' | 'together' | 'merchants'> => {
  const shops = lines.flatMap((line) => line.shops);
  const names = [...new Set(shops.flatMap(({ district, category }) => [district, category]))];
  const numbers = new Map(names.map((name, at) => [name, at]));
  const numberOf = (name: string) => numbers.get(name) ?? -1;
  return {
    summary,
    causes: lines.map(({ cause }) => supportCauses.indexOf(cause)),
    months: lines.map(({ monthsUnsold }) => monthsUnsold),
    fairShares: lines.map(({ fairShareRupiah }) => fairShareRupiah),
    shops: lines.map((line) => line.shops.length),
    districts: shops.map(({ district }) => numberOf(district)),
    categories: shops.map(({ category }) => numberOf(category)),
    names,
  };
};

/** Keeps a long list in files of some lines each, and answers the name of the one that leads to them. */
export const putLongGap = async (world: World, cityCode: string, gap: Gap, together = TOGETHER): Promise<string> => {
  const folder = folderOf(cityCode);
  const parts = Array.from({ length: Math.ceil(gap.lines.length / together) }, (_, at) => at);
  const files: string[] = [];
  await inParallel(parts, AT_ONCE, async (at) => {
    files[at] = await putPacked(world.files, folder, gap.lines.slice(at * together, (at + 1) * together));
  });
  const shops = gap.lines.map((line) => line.shops.map(({ merchantId }) => merchantId));
  const merchants = await putPacked(world.files, folder, shops);
  return putPacked(world.files, folder, { ...headOf(gap), files, together, merchants });
};

const rowsOf = ({ causes, months, fairShares, shops, districts, categories, names }: Head): GapRow[] => {
  let shop = 0;
  return causes.map((cause, at) => {
    const own = Array.from({ length: shops[at] ?? 0 }, () => {
      const found = { district: names[districts[shop] ?? -1] ?? '', category: names[categories[shop] ?? -1] ?? '' };
      shop += 1;
      return found;
    });
    return {
      at,
      cause: supportCauses[cause] ?? supportCauses[0],
      monthsUnsold: months[at] ?? 0,
      fairShareRupiah: fairShares[at] ?? 0,
      shops: own,
    };
  });
};

const Lines = Gap.shape.lines;
const pagesOfHead = (world: World, head: Head): GapPages => {
  const { files, merchants, together } = head;
  const fileOf = (at: number) => Math.floor(at / together);
  const part = (file: number) =>
    cachedByContent(world, files[file] ?? '', async () => Lines.parse(await getPacked(world.files, files[file] ?? '')));
  return {
    summary: head.summary,
    rows: rowsOf(head),
    linesOf: async (merchantId) => {
      const read = async () => Merchants.parse(await getPacked(world.files, merchants));
      const byLine = await cachedByContent(world, merchants, read);
      return byLine.flatMap((own, at) => (own.includes(merchantId) ? [at] : []));
    },
    lines: async (wanted) => {
      const parts = new Map<number, readonly GapFinding[]>();
      await inParallel([...new Set(wanted.map(fileOf))], AT_ONCE, async (file) => {
        parts.set(file, await part(file));
      });
      return wanted.flatMap((at) => parts.get(fileOf(at))?.[at % together] ?? []);
    },
  };
};

/** A list by its file's name: its rows are read once in a container, its lines as pages ask for them. */
export const getGap = (world: World, key: string): Promise<GapPages> =>
  cachedByContent(world, key, async () => {
    const stored = Stored.parse(await getPacked(world.files, key));
    return 'lines' in stored ? pagesOfGap(stored) : pagesOfHead(world, stored);
  });
