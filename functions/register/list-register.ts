import { PAGE_LIMIT } from '../../shared/contract/route/paging.ts';
import { categories } from '../../shared/domain/basics/category-labels.ts';
import { dateTime } from '../../shared/domain/basics/wording.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { evidenceKey } from '../../shared/domain/register/owners/evidence.ts';
import { askedOf } from '../../shared/domain/register/register-search.ts';
import { statusNames } from '../../shared/domain/register/status-names.ts';
import { fullPage, type Page } from '../../shared/table/engine/pages.ts';
import { shownIn } from '../../shared/table/register/evidence.ts';
import {
  type MerchantEntry,
  merchantEntries,
  merchantsOfCity,
  placeInCity,
} from '../../shared/table/register/merchants.ts';
import { shopsByWords } from '../../shared/table/register/register-words.ts';
import { expectCity, requireFieldReader } from '../http/access.ts';
import type { Ask } from '../http/endpoint.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { Column } from '../print/column-sheet.ts';
import { listSheet } from '../print/list-sheet.ts';
import type { World } from '../world.ts';

type Filter = Omit<Ask<'GET /cities/{city}/register'>['query'], 'limit' | 'cursor'> & {
  /** Where who asks may read; everywhere, if not said. */
  readonly within: readonly string[] | undefined;
};
type Request = { readonly limit: number; readonly after: string | undefined };
/** Keys of one batch of reads. */
const AT_ONCE = 100;

const isWanted = (entry: MerchantEntry, { status, category, proposal, district, within }: Filter): boolean =>
  (within === undefined || within.includes(entry.district)) &&
  (status === undefined || entry.status === status) &&
  (district === undefined || entry.district === district) &&
  (category === undefined || entry.category === category) &&
  (proposal === undefined || entry.proposed?.state === proposal);

/** Shops that show one number or one phone: found by its keyed hash, all at once. */
const byNumber = async (
  world: World,
  cityCode: string,
  { identity, phone }: { readonly identity?: string; readonly phone?: string },
  filter: Filter,
): Promise<Page<MerchantEntry>> => {
  const { keyed } = world.identitySealer(cityCode);
  const shown = await Promise.all([
    ...(identity === undefined ? [] : [shownIn(world.table, cityCode, evidenceKey('identity', identity, keyed))]),
    ...(phone === undefined ? [] : [shownIn(world.table, cityCode, evidenceKey('phone', phone, keyed))]),
  ]);
  const ids = [...new Set(shown.flat().map(({ merchantId }) => merchantId))].slice(0, AT_ONCE);
  const entries = await merchantEntries(world.table, ids);
  return {
    items: entries.filter((entry) => entry !== undefined && isWanted(entry, filter)) as MerchantEntry[],
    next: undefined,
  };
};

type Found = { readonly entry: MerchantEntry | undefined; readonly at: string };

/** Shops with words that begin as typed; what lists show of them is read with each page. */
const byWords = async (
  world: World,
  cityCode: string,
  words: readonly string[],
  filter: Filter,
  request: Request,
): Promise<Page<MerchantEntry>> => {
  const read = async ({ limit, after }: Request): Promise<Page<Found>> => {
    const { items, next } = await shopsByWords(world.table, cityCode, words, {
      limit: Math.min(limit, AT_ONCE),
      after,
    });
    const entries = await merchantEntries(
      world.table,
      items.map(({ merchantId }) => merchantId),
    );
    return { items: items.map(({ at }, index) => ({ entry: entries[index], at })), next };
  };
  const found = await fullPage(
    request,
    read,
    ({ entry }) => entry !== undefined && isWanted(entry, filter),
    ({ at }) => at,
  );
  return { items: found.items.map(({ entry }) => entry as MerchantEntry), next: found.next };
};

/** A register by status, in the order of its list. */
const byStatus = (world: World, cityCode: string, filter: Filter, request: Request): Promise<Page<MerchantEntry>> => {
  const { status = 'pending', district } = filter;
  const sorted = status === 'verified' || status === 'suspended';
  return fullPage(
    request,
    (wider) => merchantsOfCity(world.table, cityCode, status, { ...wider, ...(sorted ? { district } : {}) }),
    (entry) => isWanted(entry, filter),
    placeInCity,
  );
};

/** A search that says nothing finds nobody, rather than everybody. */
const NOBODY: Page<MerchantEntry> = { items: [], next: undefined };

type Asked = Pick<Ask<'GET /cities/{city}/register'>, 'params' | 'query' | 'caller'>;

const registerPage = async ({ params, query, caller }: Asked, world: World) => {
  const { cityCode } = await expectCity(world, params.city);
  const within = requireFieldReader(caller, cityCode);
  const { limit, cursor, ...asked } = query;
  const { status, category, proposal, q } = asked;
  // Who reads one district reads its part of the list.
  const district = asked.district ?? (within?.length === 1 ? within[0] : undefined);
  const filter = { ...asked, district, within };
  const name = `register ${cityCode} ${[status, category, proposal, district, q].map((part) => part ?? '').join('#')}`;
  return page(world, name, { limit, cursor }, async (request) => {
    if (q === undefined) return byStatus(world, cityCode, filter, request);
    const search = askedOf(q);
    if (!search) return NOBODY;
    return search.by === 'number'
      ? byNumber(world, cityCode, search, filter)
      : byWords(world, cityCode, search.words, filter, request);
  });
};

export const listRegister = endpoint('GET /cities/{city}/register', registerPage);

const columnsOf = ({ districts, zone }: City): readonly Column<MerchantEntry>[] => [
  ['Usaha', ({ name }) => name],
  ['Kecamatan', ({ district }) => districts.find(({ code }) => code === district)?.name ?? district],
  ['Jenis usaha', ({ category }) => categories[category]],
  ['Keadaan', ({ status }) => statusNames[status]],
  ['Mendaftar', ({ registeredAt }) => dateTime(registeredAt, zone)],
  ['Kode usaha', ({ merchantId }) => merchantId],
];

export const printRegister = endpoint('GET /cities/{city}/register/sheet/{format}', async (ask, world) => {
  const { params, query, caller } = ask;
  const city = await expectCity(world, params.city);
  const { cursor: from, ...filters } = query;
  const { q, status, district, category } = filters;
  const says = [
    q === undefined ? statusNames[status ?? 'pending'] : `Yang cocok dengan "${q}"`,
    ...(district === undefined ? [] : [`kecamatan ${district}`]),
    ...(category === undefined ? [] : [categories[category]]),
  ].join(', ');
  const sheet = { city, file: `usaha-${q === undefined ? (status ?? 'pending') : 'dicari'}`, title: 'Usaha', says };
  return listSheet(world, { ...sheet, columns: columnsOf(city) }, { format: params.format, cursor: from }, (cursor) =>
    registerPage({ params, query: { ...filters, limit: PAGE_LIMIT, cursor }, caller }, world),
  );
});
