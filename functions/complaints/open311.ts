import { DAY_MS, later } from '../../shared/domain/basics/month.ts';
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
import { everyPage } from '../../shared/table/engine/pages.ts';
import { expectCity } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { asOf } from './moment.ts';
import { keepComplaint } from './send-complaint.ts';

/** Read at once. */
const LOOKED = 100;
/** As the standard has it: a thousand requests, of ninety days. */
const MOST_SHOWN = 1000;
const MOST_DAYS = 90;

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

/** Ours ask for nothing besides what every request has. */
export const openService = endpoint('GET /open311/{city}/services/{code}', async ({ params }, world) => {
  await expectCity(world, params.city);
  if (!Object.hasOwn(complaintCategories, params.code))
    throw new Problem('service_not_found', 'Layanan ini tidak ada. Lihat daftar layanannya.');
  return [{ service_code: params.code, attributes: [] }];
});

type Span = { readonly from: string; readonly until: string };
/** The days asked about, 90 at most. @throws Problem invalid_request */
const spanOf = (
  { start_date, end_date }: { start_date?: string | undefined; end_date?: string | undefined },
  now: string,
): Span => {
  const until = end_date ?? (start_date === undefined ? later(now, 1) : later(start_date, MOST_DAYS * DAY_MS));
  const from = start_date ?? later(until, -MOST_DAYS * DAY_MS);
  if (from > until || Date.parse(until) - Date.parse(from) > MOST_DAYS * DAY_MS)
    throw new Problem('invalid_request', `Minta paling banyak ${MOST_DAYS} hari, dari yang awal ke yang akhir.`, [
      { pointer: '#/query/start_date', detail: `Paling banyak ${MOST_DAYS} hari sebelum end_date.` },
    ]);
  return { from, until };
};

type Waits = Parameters<typeof complaintsOfCity>[2];
/** Cards of a list that came in a span. Whatever came in it was not moved before it, so the list is read no further back. */
const cardsIn = async (
  world: World,
  cityCode: string,
  waits: Waits,
  { from, until }: Span,
): Promise<ComplaintCard[]> => {
  const found: ComplaintCard[] = [];
  const read = (after: string | undefined) =>
    complaintsOfCity(world.table, cityCode, waits, { limit: LOOKED, descending: true, after });
  for await (const cards of everyPage(read)) {
    found.push(...cards.filter(({ secret, receivedAt }) => !secret && receivedAt >= from && receivedAt < until));
    if (found.length >= MOST_SHOWN || (cards.at(-1)?.updatedAt ?? '') < from) break;
  }
  return found;
};

export const openRequests = endpoint('GET /open311/{city}/requests', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  const span = spanOf(query, world.now());
  const lists = query.status === 'open' ? (['city', 'office', 'reporter'] as const) : (['over', 'reporter'] as const);
  const cards = await Promise.all(lists.map((waits) => cardsIn(world, cityCode, waits, span)));
  return cards
    .flat()
    .filter(({ category }) => query.service_code === undefined || category === query.service_code)
    .map((card) => shown(asOf(card, world.now())))
    .filter(({ status }) => status === query.status)
    .sort((a, b) => (a.requested_datetime < b.requested_datetime ? 1 : -1))
    .slice(0, MOST_SHOWN);
});

/** A complaint that anybody may read; a secret one is as if there were none. */
const expectOpen = async (world: World, city: string, number: string) => {
  const { cityCode } = await expectCity(world, city);
  const complaint = await getComplaint(world.table, number);
  if (!complaint || complaint.secret || complaint.cityCode !== cityCode)
    throw new Problem('complaint_not_found', 'Pengaduan tidak ditemukan. Periksa nomornya.');
  return complaint;
};

export const openRequest = endpoint('GET /open311/{city}/requests/{number}', async ({ params }, world) => [
  shown(asOf(await expectOpen(world, params.city, params.number), world.now())),
]);

export const openToken = endpoint('GET /open311/{city}/tokens/{token}', async ({ params }, world) => {
  const { number } = await expectOpen(world, params.city, params.token);
  return [{ service_request_id: number, token: number }];
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
