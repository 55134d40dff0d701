import {
  OpenDefinition,
  OpenDiscovery,
  OpenReceipt,
  OpenRequest,
  OpenService,
  OpenToken,
} from '../../shared/contract/complaints/open311.ts';
import { DAY_MS, later } from '../../shared/domain/basics/month.ts';
import { type ComplaintCard, ComplaintNumber } from '../../shared/domain/complaints/complaint.ts';
import {
  type ComplaintCategoryCode,
  complaintCategories,
  stateWords,
  waitsFor,
} from '../../shared/domain/complaints/states.ts';
import { masked } from '../../shared/domain/people/masked.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { complaintsOfCity, getComplaint } from '../../shared/table/complaints.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { expectCity } from '../http/access.ts';
import { type Ask, endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';
import { asOf } from './moment.ts';
import { discoveryDocument, listDocument, namedIn, oneDocument } from './open311-document.ts';
import { complaintOf, formOf, placeOf } from './open311-form.ts';
import { toldAsOpen311 } from './open311-refusal.ts';
import { keepComplaint } from './send-complaint.ts';

/** Read at once. */
const LOOKED = 100;
/** As the standard has it: a thousand requests, of ninety days. */
const MOST_SHOWN = 1000;
const MOST_DAYS = 90;

/**
 * Anybody writes a complaint, about anybody: its words and place stand in public once the city has read it and taken it for its
 * own. What is not the city's, an insult above all, never does.
 */
const UNREAD = 'Belum dibaca kota, jadi belum ditampilkan.';
const NOT_OURS = 'Tidak ditampilkan.';
const wordsOf = ({ state, text, address, place }: ComplaintCard) => {
  if (state === 'received' || state === 'not-ours')
    return { description: state === 'received' ? UNREAD : NOT_OURS, address: null, lat: null, long: null };
  return {
    description: masked(text),
    address: address === null ? null : masked(address),
    lat: place?.latitude ?? null,
    long: place?.longitude ?? null,
  };
};

const shown = (card: ComplaintCard): OpenRequest => ({
  service_request_id: card.number,
  status: waitsFor(card.state) === 'over' ? ('closed' as const) : ('open' as const),
  status_notes: card.answer ? `${stateWords[card.state]}. ${masked(card.answer.text)}` : stateWords[card.state],
  service_name: complaintCategories[card.category],
  service_code: card.category,
  agency_responsible: card.agencyName,
  service_notice: null,
  requested_datetime: card.receivedAt,
  updated_datetime: card.updatedAt,
  expected_datetime: card.dueAt,
  ...wordsOf(card),
});
const REQUESTS = ['service_requests', 'request'] as const;

const services = (): OpenService[] =>
  (Object.entries(complaintCategories) as [ComplaintCategoryCode, string][]).map(([service_code, service_name]) => ({
    service_code,
    service_name,
    description: service_name,
    metadata: false,
    type: 'realtime' as const,
    keywords: 'umkm',
    group: 'Pasar Rata',
  }));

/** Ours ask for nothing besides what every request has. */
const openService = endpoint('GET /open311/{city}/services/{code}', async ({ params }, world) => {
  await expectCity(world, params.city);
  const { name, format } = namedIn(params.code);
  if (!Object.hasOwn(complaintCategories, name))
    throw new Problem('service_not_found', 'Layanan ini tidak ada. Lihat daftar layanannya.');
  return oneDocument(format, 'service_definition', OpenDefinition.parse({ service_code: name, attributes: [] }));
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

type Asked = Ask<'GET /open311/{city}/{list}'>['query'];
const openAndClosed = ['open', 'closed'] as const;
const listsOf: Readonly<Record<(typeof openAndClosed)[number], readonly Waits[]>> = {
  open: ['city', 'office', 'reporter'],
  closed: ['over', 'reporter'],
};
/** Those that are named, as far as anybody may read them. */
const named = async (world: World, cityCode: string, numbers: readonly string[]): Promise<ComplaintCard[]> =>
  (await Promise.all(numbers.map((number) => getComplaint(world.table, number)))).filter(
    (one) => one?.cityCode === cityCode && !one.secret,
  ) as ComplaintCard[];

const requestsOf = async (world: World, cityCode: string, query: Asked): Promise<OpenRequest[]> => {
  const now = world.now();
  if (query.service_request_id)
    return (await named(world, cityCode, [...new Set(query.service_request_id)])).map((card) => shown(asOf(card, now)));
  const span = spanOf(query, now);
  const statuses = query.status ?? openAndClosed;
  const lists = new Set(statuses.flatMap((status) => listsOf[status]));
  const cards = await Promise.all([...lists].map((waits) => cardsIn(world, cityCode, waits, span)));
  return cards
    .flat()
    .filter(({ category }) => query.service_code?.includes(category) ?? true)
    .map((card) => shown(asOf(card, now)))
    .filter(({ status }) => statuses.includes(status))
    .sort((a, b) => (a.requested_datetime < b.requested_datetime ? 1 : -1))
    .slice(0, MOST_SHOWN);
};

const noDocument = () =>
  new Problem('not_found', 'Open311 kota ini punya discovery, services, dan requests. Periksa lagi alamatnya.');

/** When what is spoken here last changed. */
const CHANGED = '2026-11-27T00:00:00.000Z';
/** Nobody needs a key; who has none to ask for writes to the office that helps. */
const discoveryOf = (world: World, { cityCode, name, helpPhone }: City): OpenDiscovery => ({
  changeset: CHANGED,
  contact: helpPhone === undefined ? name : `${name}, WhatsApp ${helpPhone}`,
  key_service: 'Tidak perlu api_key.',
  endpoints: [
    {
      specification: 'http://wiki.open311.org/GeoReport_v2',
      url: `${world.origin}/api/open311/${cityCode}`,
      changeset: CHANGED,
      type: 'production',
      formats: ['text/xml', 'application/json'],
    },
  ],
});

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

/** A complaint that anybody may read; a secret one is as if there were none. */
const expectOpen = async (world: World, city: string, typed: string) => {
  const { cityCode } = await expectCity(world, city);
  const number = ComplaintNumber.safeParse(typed).data;
  const complaint = number === undefined ? undefined : await getComplaint(world.table, number);
  if (!complaint || complaint.secret || complaint.cityCode !== cityCode)
    throw new Problem('complaint_not_found', 'Pengaduan tidak ditemukan. Periksa nomornya.');
  return complaint;
};

const openRequest = endpoint('GET /open311/{city}/requests/{number}', async ({ params }, world) => {
  const { name, format } = namedIn(params.number);
  const complaint = await expectOpen(world, params.city, name);
  return listDocument(format, REQUESTS, [OpenRequest.parse(shown(asOf(complaint, world.now())))]);
});

const openToken = endpoint('GET /open311/{city}/tokens/{token}', async ({ params }, world) => {
  const { name, format } = namedIn(params.token);
  const { number } = await expectOpen(world, params.city, name);
  return listDocument(format, REQUESTS, [OpenToken.parse({ service_request_id: number, token: number })]);
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
