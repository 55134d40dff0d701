import { meanStars } from '../../shared/domain/complaints/tally.ts';
import { complaintsOfAgency, complaintsOfCity, complaintTallies } from '../../shared/table/complaints.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { expectAgency, expectCity, requireCityReader } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { asOf } from './moment.ts';

type Asked = Pick<Ask<'GET /cities/{city}/complaints'>, 'params' | 'query' | 'caller'>;

export const complaintsPage = async ({ params, query, caller }: Asked, world: World) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const { waits, ...paging } = query;
  const descending = waits === 'over';
  const { items, next } = await page(world, `complaints ${cityCode} ${waits}`, paging, (request) =>
    complaintsOfCity(world.table, cityCode, waits, { ...request, descending }),
  );
  return { items: items.map((card) => asOf(card, world.now())), next };
};

export const listComplaints = endpoint('GET /cities/{city}/complaints', complaintsPage);

export const listOfficeComplaints = endpoint(
  'GET /agencies/{agencyId}/complaints',
  async ({ params, query, caller }, world) => {
    const { agencyId } = await expectAgency(world, params.agencyId, caller, ['approver', 'buyer']);
    const { waits, ...paging } = query;
    const descending = waits === 'over';
    const { items, next } = await page(world, `complaints ${agencyId} ${waits}`, paging, (request) =>
      complaintsOfAgency(world.table, agencyId, waits, { ...request, descending }),
    );
    return { items: items.map((card) => asOf(card, world.now())), next };
  },
);

export const readComplaintStatistics = endpoint(
  'GET /cities/{city}/complaint-statistics',
  async ({ params }, world) => {
    const { cityCode } = await expectCity(world, params.city);
    const tallies = await everyEntry((after) => complaintTallies(world.table, cityCode, { limit: 1000, after }));
    const offices = tallies.map((tally) => ({ ...tally, meanStars: meanStars(tally) }));
    return { offices: offices.sort((a, b) => b.assigned - a.assigned) };
  },
);
