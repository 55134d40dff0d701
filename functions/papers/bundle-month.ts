import type { Download } from '../../shared/contract/route/download.ts';
import type { Paper } from '../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../shared/domain/papers/paper-kinds.ts';
import { Problem } from '../../shared/problem.ts';
import { papersOfOrder } from '../../shared/table/papers.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { bundleXlsx } from './bundle-xlsx.ts';
import { drawBundle } from './draw/draw-bundle.ts';
import { receivedIn } from './month-payments.ts';
import { picturesOf } from './pictures-of.ts';

/** So many orders are one file: what one answer can carry with their pictures, and drawn while somebody waits. */
const ORDERS_A_PART = 20;
const kinds = Object.keys(paperKinds);

const inOrder = (papers: readonly Paper[]): Paper[] =>
  [...papers].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));

const papersOf = async ({ table }: World, orders: readonly { orderId: string }[]): Promise<Paper[]> => {
  const papers: Paper[] = [];
  for (const { orderId } of orders) papers.push(...inOrder(await papersOfOrder(table, orderId)));
  return papers;
};

const office = ['buyer', 'approver', 'treasurer'] as const;
const noPapers = () =>
  new Problem('paper_not_found', 'Belum ada surat yang terbit untuk bulan ini. Terbitkan dulu di halaman pesanannya.');

/** Every issued paper of the orders whose goods came in a month: pages with bookmarks, in parts, or rows of a sheet. */
export const bundleMonth = endpoint(
  'GET /agencies/{agencyId}/papers/{month}/{file}',
  async ({ params, query, caller }, world): Promise<Download> => {
    const { month, file } = params;
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, office);
    const { zone } = await expectCity(world, cityCode);
    const orders = await receivedIn(world, { agencyId, zone }, month);
    if (file === 'surat.xlsx') {
      const bytes = await bundleXlsx(await papersOf(world, orders));
      return {
        name: `surat-${month}.xlsx`,
        type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes,
      };
    }
    const first = (query.part - 1) * ORDERS_A_PART;
    const papers = await papersOf(world, orders.slice(first, first + ORDERS_A_PART));
    if (papers.length === 0) throw noPapers();
    const found = new Map(
      (await Promise.all(papers.map((paper) => picturesOf(world, paper, 'list')))).flatMap((one) => [...one]),
    );
    const bytes = await drawBundle(papers, found, world.origin, `Surat ${month}, bagian ${query.part}`);
    return { name: `surat-${month}-${query.part}.pdf`, type: 'application/pdf', bytes };
  },
);

export const readMonthPapers = endpoint(
  'GET /agencies/{agencyId}/papers/{month}',
  async ({ params, caller }, world) => {
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, office);
    const { zone } = await expectCity(world, cityCode);
    const orders = await receivedIn(world, { agencyId, zone }, params.month);
    const papers = await papersOf(world, orders);
    return { orders: orders.length, papers: papers.length, parts: Math.ceil(orders.length / ORDERS_A_PART) };
  },
);
