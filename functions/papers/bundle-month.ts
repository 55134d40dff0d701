import type { Download } from '../../shared/contract/route/download.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import { bundleParts } from '../../shared/domain/papers/bundle-parts.ts';
import type { Paper } from '../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../shared/domain/papers/paper-kinds.ts';
import { Problem } from '../../shared/problem.ts';
import { papersOfOrder } from '../../shared/table/papers.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { bundleXlsx } from './bundle-xlsx.ts';
import { drawBundle } from './draw/draw-bundle.ts';
import { receivedIn } from './month-payments.ts';
import { picturesOf } from './pictures-of.ts';

const kinds = Object.keys(paperKinds);

const inOrder = (papers: readonly Paper[]): Paper[] =>
  [...papers].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));

/** The papers of each order, in the order in which they are filed. */
export const papersOf = async ({ table }: World, orders: readonly { orderId: string }[]): Promise<Paper[][]> => {
  const found: Paper[][] = orders.map(() => []);
  await inParallel([...orders.entries()], AT_ONCE, async ([index, { orderId }]) => {
    found[index] = inOrder(await papersOfOrder(table, orderId));
  });
  return found;
};
const AT_ONCE = 8;

/** Papers as one file, with small pictures. */
export const bundleOf = async (world: World, papers: readonly Paper[], title: string): Promise<Uint8Array> => {
  const found = new Map<string, Uint8Array>();
  await inParallel(papers, AT_ONCE, async (paper) => {
    for (const [photoId, bytes] of await picturesOf(world, paper, 'list')) found.set(photoId, bytes);
  });
  return drawBundle(papers, found, world.origin, title);
};

export const office = ['buyer', 'approver', 'treasurer'] as const;
const noPapers = () =>
  new Problem('paper_not_found', 'Belum ada surat yang terbit untuk bulan ini. Terbitkan dulu di halaman pesanannya.');

/** Every issued paper of the orders whose goods came in a month: pages with bookmarks, or rows of a sheet. */
export const bundleMonth = endpoint(
  'GET /agencies/{agencyId}/papers/{month}/{file}',
  async ({ params, query, caller }, world): Promise<Download> => {
    const { month, file } = params;
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, office);
    const { zone } = await expectCity(world, cityCode);
    const orders = await receivedIn(world, { agencyId, zone }, month);
    if (file === 'surat.xlsx') {
      const bytes = await bundleXlsx((await papersOf(world, orders)).flat());
      return {
        name: `surat-${month}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes,
      };
    }
    const parts = bundleParts(await papersOf(world, orders));
    const papers = parts[query.part - 1];
    if (!papers) throw noPapers();
    const title = `Surat ${monthName(month)}${parts.length > 1 ? `, bagian ${query.part} dari ${parts.length}` : ''}`;
    const bytes = await bundleOf(world, papers, title);
    const name = `surat-${month}${parts.length > 1 ? `-${query.part}` : ''}.pdf`;
    return { name, type: 'application/pdf', bytes };
  },
);
