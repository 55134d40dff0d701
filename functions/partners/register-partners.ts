import { managesPartner, type Partner } from '../../shared/domain/partners/partner.ts';
import type { SeatedCaller } from '../../shared/domain/people/caller.ts';
import { cityOf, provinceOf } from '../../shared/domain/places/region.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { getCity } from '../../shared/table/cities.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  agreementsOfPartner,
  everyAgreementOf,
  insertPartner,
  PartnerRecord,
  partnersOf,
} from '../../shared/table/partners/partners.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity, requireCityAdmin, requireCityReader, requireReaderAbove } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import type { RequestMeta } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { expectPartner, reads } from './expect-partner.ts';

/** Partners and agreements of a place, those of others left out. */
const partnersIn = async (world: World, place: string, isWanted: (partner: Pick<Partner, 'cities'>) => boolean) => {
  const [partners, agreements] = await Promise.all([
    partnersOf(world.table, place),
    everyAgreementOf(world.table, place),
  ]);
  const wanted = partners.filter(isWanted);
  const ids = new Set(wanted.map(({ partnerId }) => partnerId));
  return { partners: wanted, agreements: agreements.filter(({ partnerId }) => ids.has(partnerId)) };
};

export const listCityPartners = endpoint('GET /cities/{city}/partners', async ({ params, caller }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  requireCityReader(caller, cityCode);
  const [own, above] = await Promise.all([
    partnersIn(world, cityCode, () => true),
    partnersIn(world, provinceOf(cityCode), ({ cities }) => cities.includes(cityCode)),
  ]);
  return {
    partners: [...own.partners, ...above.partners],
    agreements: [...own.agreements, ...above.agreements],
  };
});

export const listProvincePartners = endpoint(
  'GET /provinces/{province}/partners',
  async ({ params, caller }, world) => {
    requireReaderAbove(caller, params.province);
    return partnersIn(world, params.province, () => true);
  },
);

type Adding = Pick<RequestMeta, 'newId' | 'fingerprint'> & { readonly caller: SeatedCaller };
type Given = Pick<Partner, 'place' | 'legalName' | 'brand' | 'kind' | 'cities'>;
const add = async (world: World, ask: Adding, given: Given): Promise<Partner> => {
  const at = world.now();
  const partner = { ...given, partnerId: ask.newId('prt'), addedAt: at };
  const { place, partnerId } = partner;
  const act = {
    ...({ chain: place, at, by: ask.caller.person, act: 'partner-added', person: null } as const),
    subjects: [partnerId],
    details: {},
  };
  const existing = await commit(world.table, [
    insertPartner({ ...partner, request: ask.fingerprint() }),
    countToday('partner', place, at),
    ...(await recordAct(world.table, act, ask.caller)),
  ]);
  return existing ? firstResult(existing, ask, PartnerRecord) : partner;
};

export const addCityPartner = endpoint('POST /cities/{city}/partners', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  return add(world, ask, { ...ask.body, place: cityCode, cities: [cityCode] });
});

export const addProvincePartner = endpoint('POST /provinces/{province}/partners', async (ask, world) => {
  const { province } = ask.params;
  if (!managesPartner(ask.caller, { place: province }))
    throw new Problem('not_allowed', 'Langkah ini untuk admin provinsi itu.');
  for (const [at, city] of ask.body.cities.entries())
    if (provinceOf(cityOf(city)) !== province || !(await getCity(world.table, city)))
      throw new Problem('city_not_found', 'Ada kota yang belum ada di pasar provinsi ini.', [
        { pointer: `/cities/${at}`, detail: 'Pilih kota provinsi ini.' },
      ]);
  return add(world, ask, { ...ask.body, place: province });
});

export const readPartner = endpoint('GET /partners/{partnerId}', async ({ params, caller }, world) => {
  const partner = await expectPartner(world, caller, params.partnerId, reads);
  return { partner, agreements: await agreementsOfPartner(world.table, partner.partnerId) };
});
