import { OpenDiscovery, OpenReceipt, OpenRequest, OpenService } from '../../../shared/contract/complaints/open311.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { discoveryDocument, listDocument, namedIn } from '../open311-document.ts';
import { complaintOf, formOf, placeOf } from '../open311-form.ts';
import { toldAsOpen311 } from '../open311-refusal.ts';
import { keepComplaint } from '../send-complaint.ts';
import { discoveryOf, noDocument } from './discovery.ts';
import { requestsOf } from './list-requests.ts';
import { openRequest, openToken, REQUESTS } from './one-request.ts';
import { openService, services } from './service-list.ts';

const openList = endpoint('GET /open311/{city}/{list}', async ({ params, query }, world) => {
  const city = await expectCity(world, params.city);
  const { name, format } = namedIn(params.list);
  if (name === 'discovery') return discoveryDocument(format, OpenDiscovery.parse(discoveryOf(world, city)));
  if (name === 'services')
    return listDocument(
      format,
      ['services', 'service'],
      services().map((one) => OpenService.parse(one)),
    );
  if (name !== 'requests') throw noDocument();
  const requests = await requestsOf(world, city.cityCode, query);
  return listDocument(
    format,
    REQUESTS,
    requests.map((one) => OpenRequest.parse(one)),
  );
});

const openSendRequest = endpoint('POST /open311/{city}/{list}', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const { name, format } = namedIn(ask.params.list);
  if (name !== 'requests') throw noDocument();
  const form = formOf(ask.bytes);
  const [given, place] = [complaintOf(form), placeOf(form)];
  const { newId, address } = ask;
  const sent = { newId, address, fingerprint: () => world.keyedIds.fingerprint([given, place]) };
  const { number, secret } = await keepComplaint(world, city, given, sent, { channel: 'open311', place, by: null });
  const notice = `Kode rahasia untuk melihat jawabannya: ${secret}`;
  return listDocument(format, REQUESTS, [
    OpenReceipt.parse({ service_request_id: number, service_notice: notice, account_id: null }),
  ]);
});

export const open311 = [openList, openService, openRequest, openToken, openSendRequest].map(toldAsOpen311);
