import type { Download } from '../../shared/contract/route/download.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import { bundleParts } from '../../shared/domain/papers/bundle-parts.ts';
import { Problem } from '../../shared/problem.ts';
import { expectAgency, expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { bundleXlsx } from './bundle-xlsx.ts';
import { bundleOf, paperReaders, papersOf } from './issued-papers.ts';
import { receivedIn } from './month-payments.ts';

const noPapers = () =>
  new Problem('paper_not_found', 'Belum ada surat yang terbit untuk bulan ini. Terbitkan dulu di halaman pesanannya.');

/** Every issued paper of the orders whose goods came in a month: pages with bookmarks, or rows of a sheet. */
export const bundleMonth = endpoint(
  'GET /agencies/{agencyId}/papers/{month}/{file}',
  async ({ params, query, caller }, world): Promise<Download> => {
    const { month, file } = params;
    const { agencyId, cityCode } = await expectAgency(world, params.agencyId, caller, paperReaders);
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
