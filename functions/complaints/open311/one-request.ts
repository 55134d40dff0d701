import { OpenRequest, OpenToken } from '../../../shared/contract/complaints/open311.ts';
import { ComplaintNumber } from '../../../shared/domain/complaints/complaint.ts';
import { Problem } from '../../../shared/problem.ts';
import { getComplaint } from '../../../shared/table/complaints.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import type { World } from '../../world.ts';
import { asOf } from '../moment.ts';
import { listDocument, namedIn } from '../open311-document.ts';
import { shown } from './shown-request.ts';

export const REQUESTS = ['service_requests', 'request'] as const;

/** A complaint that anybody may read; a secret one is as if there were none. */
const expectOpen = async (world: World, city: string, typed: string) => {
  const { cityCode } = await expectCity(world, city);
  const number = ComplaintNumber.safeParse(typed).data;
  const complaint = number === undefined ? undefined : await getComplaint(world.table, number);
  if (!complaint || complaint.secret || complaint.cityCode !== cityCode)
    throw new Problem('complaint_not_found', 'Pengaduan tidak ditemukan. Periksa nomornya.');
  return complaint;
};

export const openRequest = endpoint('GET /open311/{city}/requests/{number}', async ({ params }, world) => {
  const { name, format } = namedIn(params.number);
  const complaint = await expectOpen(world, params.city, name);
  return listDocument(format, REQUESTS, [OpenRequest.parse(shown(asOf(complaint, world.now())))]);
});

export const openToken = endpoint('GET /open311/{city}/tokens/{token}', async ({ params }, world) => {
  const { name, format } = namedIn(params.token);
  const { number } = await expectOpen(world, params.city, name);
  return listDocument(format, REQUESTS, [OpenToken.parse({ service_request_id: number, token: number })]);
});
