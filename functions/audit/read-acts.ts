import { type AuditEntry, COUNTRY_CHAIN } from '../../shared/domain/audit/act.ts';
import { actsAbout, actsBy, actsOfChain, actsOfShop } from '../../shared/table/audit.ts';
import { merchantEntries } from '../../shared/table/register/merchants.ts';
import { expectCity, expectReadableMerchant, requireCityReader, requireReaderAbove } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import type { World } from '../world.ts';
import { findActs } from './find-acts.ts';

const chainPage = (world: World, chain: string, query: Parameters<typeof page>[2]) =>
  page(world, `acts of ${chain}`, query, (request) => actsOfChain(world.table, chain, request));

const MOST_NAMED = 100;
/** The shops that acts are about, by name: an id says nothing to anyone who reads. */
const namesIn = async ({ table }: World, acts: readonly AuditEntry[]): Promise<Record<string, string>> => {
  const ids = acts.flatMap(({ subjects }) => subjects.map((subject) => subject.slice(subject.indexOf(':') + 1)));
  const shops = [...new Set(ids.filter((id) => id.startsWith('mrc_')))].slice(0, MOST_NAMED);
  const entries = shops.length > 0 ? await merchantEntries(table, shops) : [];
  return Object.fromEntries(entries.flatMap((entry) => (entry ? [[entry.merchantId, entry.name]] : [])));
};

export const listActs = endpoint('GET /cities/{city}/audit', async ({ params, query, caller }, world) => {
  const city = await expectCity(world, params.city);
  const { cityCode } = city;
  requireCityReader(caller, cityCode);
  const { by, act, day, ...paging } = query;
  const list = `acts of ${cityCode} ${by ?? ''} ${act ?? ''} ${day ?? ''}`;
  const { items, next } = await page(world, list, paging, (request) =>
    findActs(world.table, city, { by, act, day }, request),
  );
  return { items, next, names: await namesIn(world, items) };
});

/** What only the city’s people have use for, an officer’s account above all, is not told a shop. */
const TOLD = new Set(['role', 'month', 'effectiveFrom', 'outcome', 'state', 'scale', 'fromYear']);
const toldOf = (details: AuditEntry['details']) =>
  Object.fromEntries(Object.entries(details).filter(([name]) => TOLD.has(name)));

export const listShopActs = endpoint('GET /merchants/{merchantId}/audit', async ({ params, query, caller }, world) => {
  const { merchantId } = await expectReadableMerchant(world, caller, params.merchantId);
  const { items, next } = await page(world, `acts about ${merchantId}`, query, (request) =>
    actsOfShop(world.table, merchantId, request),
  );
  return {
    items: items.map(({ chain, seq, at, act, details }) => ({ chain, seq, at, act, details: toldOf(details) })),
    next,
  };
});

/** Who was seated in a province, by whom: what its cities decided stands in their own chains. */
export const listProvinceActs = endpoint('GET /provinces/{province}/audit', ({ params, query, caller }, world) => {
  requireReaderAbove(caller, params.province);
  return chainPage(world, params.province, query);
});

export const listCountryActs = endpoint('GET /country/audit', ({ query, caller }, world) => {
  requireReaderAbove(caller, COUNTRY_CHAIN);
  return chainPage(world, COUNTRY_CHAIN, query);
});

export const listMyActs = endpoint('GET /me/audit', ({ query, caller }, world) => {
  const { side, ...paging } = query;
  const read = side === 'by-me' ? actsBy : actsAbout;
  return page(world, `acts ${side} ${caller.person}`, paging, (request) => read(world.table, caller.person, request));
});
