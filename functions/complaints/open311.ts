import { type ComplaintCard, NewComplaint } from '../../shared/domain/complaints/complaint.ts';
import { masked } from '../../shared/domain/complaints/masked.ts';
import {
  type ComplaintCategoryCode,
  complaintCategories,
  stateWords,
  waitsFor,
} from '../../shared/domain/complaints/states.ts';
import { Problem } from '../../shared/problem.ts';
import { complaintsOfCity, getComplaint } from '../../shared/table/complaints.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { asOf } from './moment.ts';
import { keepComplaint } from './send-complaint.ts';

/** So many of a list are looked through for an answer; a client that wants more asks for one status after the other. */
const LOOKED = 100;

const shown = (card: ComplaintCard) => ({
  ...{
    service_request_id: card.number,
    status: waitsFor(card.state) === 'over' ? ('closed' as const) : ('open' as const),
  },
  status_notes: card.answer ? `${stateWords[card.state]}. ${masked(card.answer.text)}` : stateWords[card.state],
  ...{ service_name: complaintCategories[card.category], service_code: card.category, description: masked(card.text) },
  ...{ agency_responsible: card.agencyName, service_notice: null, requested_datetime: card.receivedAt },
  ...{ updated_datetime: card.updatedAt, expected_datetime: card.dueAt },
  address: card.address === null ? null : masked(card.address),
});

export const openServices = endpoint('GET /open311/{city}/services', async ({ params }, world) => {
  await expectCity(world, params.city);
  return (Object.entries(complaintCategories) as [ComplaintCategoryCode, string][]).map(
    ([service_code, service_name]) => ({
      ...{ service_code, service_name, description: service_name, metadata: false, type: 'realtime' as const },
      ...{ keywords: 'umkm', group: 'Pasar Rata' },
    }),
  );
});

export const openRequests = endpoint('GET /open311/{city}/requests', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const lists = query.status === 'open' ? (['city', 'office', 'reporter'] as const) : (['over', 'reporter'] as const);
  const pages = await Promise.all(
    lists.map((waits) => complaintsOfCity(world.table, cityCode, waits, { limit: LOOKED, descending: true })),
  );
  return pages
    .flatMap(({ items }) => items)
    .filter(({ secret, category }) => !secret && (query.service_code === undefined || category === query.service_code))
    .map((card) => shown(asOf(card, world.now())))
    .filter(({ status }) => status === query.status)
    .sort((a, b) => (a.requested_datetime < b.requested_datetime ? 1 : -1))
    .slice(0, LOOKED);
});

export const openRequest = endpoint('GET /open311/{city}/requests/{number}', async ({ params }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const complaint = await getComplaint(world.table, params.number);
  if (!complaint || complaint.secret || complaint.cityCode !== cityCode)
    throw new Problem('complaint_not_found', 'Pengaduan tidak ditemukan. Periksa nomornya.');
  return [shown(asOf(complaint, world.now()))];
});

/** The fields of the standard, as a complaint; what the market does not ask for is left out. */
const complaintOf = (form: URLSearchParams): NewComplaint => {
  const name = [form.get('first_name'), form.get('last_name')].filter(Boolean).join(' ') || null;
  const phone = form.get('phone');
  const parsed = NewComplaint.safeParse({
    ...{ category: form.get('service_code'), text: form.get('description') ?? '' },
    address: form.get('address_string') || null,
    reporter: name === null && !phone ? null : { name, phone: phone || null },
  });
  if (parsed.success) return parsed.data;
  const field: Record<string, string> = { category: 'service_code', text: 'description', address: 'address_string' };
  throw new Problem(
    'invalid_request',
    'Ada isian yang belum benar.',
    parsed.error.issues.map(({ path, message }) => {
      const name = String(path.at(-1));
      return { pointer: `/${field[name] ?? name}`, detail: message };
    }),
  );
};

export const openSendRequest = endpoint('POST /open311/{city}/requests', async (ask, world) => {
  const city = await expectCity(world, ask.params.city);
  const given = complaintOf(new URLSearchParams(Buffer.from(ask.bytes).toString('utf8')));
  const sent = { newId: ask.newId, fingerprint: () => world.keyedIds.fingerprint(given) };
  const { number, secret } = await keepComplaint(world, city, given, sent, { channel: 'open311', by: null });
  return [
    {
      service_request_id: number,
      service_notice: `Kode rahasia untuk melihat jawabannya: ${secret}`,
      account_id: null,
    },
  ];
});
