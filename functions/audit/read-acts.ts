import { type AuditEntry, COUNTRY_CHAIN } from '../../shared/domain/audit/act.ts';
import { agenciesAt } from '../../shared/table/agencies.ts';
import { actsAbout, actsBy, actsOfChain, actsOfShop } from '../../shared/table/audit.ts';
import { merchantEntries } from '../../shared/table/register/merchants.ts';
import { expectCity, expectReadableMerchant, requireCityReader, requireReaderAbove } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { calledIn } from '../reads/called-in.ts';
import type { World } from '../world.ts';
import { findActs } from './find-acts.ts';

/** Whoever acts made, and whom they are about. */
const peopleIn = (world: World, place: string, acts: readonly AuditEntry[]) =>
  calledIn(
    world,
    place,
    acts.flatMap(({ by, person }) => (person === null ? [by] : [by, person])),
  );

const chainPage = async (world: World, chain: string, query: Parameters<typeof page>[2]) => {
  const list = await page(world, `acts of ${chain}`, query, (request) => actsOfChain(world.table, chain, request));
  return { ...list, people: await peopleIn(world, chain, list.items) };
};

const MOST_NAMED = 100;
/** The shops and offices that acts are about, by name: an id says nothing to anyone who reads. */
const namesIn = async ({ table }: World, acts: readonly AuditEntry[]): Promise<Record<string, string>> => {
  const ids = acts.flatMap(({ subjects }) => subjects.map((subject) => subject.slice(subject.indexOf(':') + 1)));
  const distinct = (kind: string) => [...new Set(ids.filter((id) => id.startsWith(kind)))].slice(0, MOST_NAMED);
  const [shops, offices] = [distinct('mrc_'), distinct('agc_')];
  const [entries, agencies] = await Promise.all([
    shops.length > 0 ? merchantEntries(table, shops) : [],
    offices.length > 0 ? agenciesAt(table, offices) : [],
  ]);
  return Object.fromEntries([
    ...entries.flatMap((entry) => (entry ? [[entry.merchantId, entry.name]] : [])),
    ...agencies.flatMap((agency) => (agency ? [[agency.agencyId, agency.name]] : [])),
  ]);
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
  const [names, people] = await Promise.all([namesIn(world, items), peopleIn(world, cityCode, items)]);
  return { items, next, names, people };
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
