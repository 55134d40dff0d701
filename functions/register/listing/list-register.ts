import { askedOf } from '../../../shared/domain/register/register-search.ts';
import { fullPage, type Page } from '../../../shared/table/engine/pages.ts';
import { type MerchantEntry, merchantsOfCity, placeInCity } from '../../../shared/table/register/merchants.ts';
import { expectCity, requireFieldReader } from '../../http/access.ts';
import { type Ask, endpoint } from '../../http/endpoint.ts';
import { page } from '../../http/page.ts';
import type { World } from '../../world.ts';
import { byNumber } from './by-number.ts';
import { byWords } from './by-words.ts';
import { type Filter, isWanted, type Request } from './filter.ts';

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

export const registerPage = async ({ params, query, caller }: Asked, world: World) => {
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
      : byWords(world, cityCode, { q, words: search.words }, filter, request);
  });
};

export const listRegister = endpoint('GET /cities/{city}/register', registerPage);
