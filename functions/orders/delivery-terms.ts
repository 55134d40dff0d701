import {
  boundedTerms,
  type DeliveryTerms,
  requireTerms,
  STARTING_TERMS,
} from '../../shared/domain/deliveries/terms.ts';
import { shownCentres } from '../../shared/domain/deliveries/terms-words.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { centresOf } from '../../shared/table/centres/centres.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getTerms, saveTerms } from '../../shared/table/orders/delivery-terms.ts';
import { expectCity, expectOwnMerchant, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { World } from '../world.ts';

const requireDistricts = ({ courier }: DeliveryTerms, { districts, name }: City): void => {
  const known = new Set(districts.map(({ code }) => code));
  const strange = courier?.districts.findIndex(({ district }) => !known.has(district)) ?? -1;
  if (strange >= 0)
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${name}.`, [
      { pointer: `/courier/districts/${strange}/district`, detail: 'Pilih kecamatan di kota ini.' },
    ]);
};

/** Centres of the city are kept so long: a shop's terms are read with every cart. */
const CENTRE_SECONDS = 30;

/** What a shop says, with what its centres are called and where they are; one that hands nothing over now is left out. */
const shown = async (world: World, { courier, pickUp, centres = [] }: DeliveryTerms, version: number, city: City) => {
  const { cityCode, policies } = city;
  const terms = boundedTerms({ courier, pickUp, centres }, policies.deliveryFeeMaxRupiah);
  if (centres.length === 0) return { ...terms, centres: [], version };
  const known = await cachedFor(world, `centres ${cityCode}`, CENTRE_SECONDS, () => centresOf(world.table, cityCode));
  return { ...terms, centres: shownCentres(terms, known), version };
};

/** A shop hands over where the city lets shops hand over. */
const requireCentres = async ({ table }: World, { centres = [] }: DeliveryTerms, { cityCode, name }: City) => {
  if (centres.length === 0) return;
  const known = await centresOf(table, cityCode);
  const strange = centres.findIndex(({ centre }) => !known.some(({ slug, pickUp }) => slug === centre && pickUp));
  if (strange >= 0)
    throw new Problem('delivery_not_offered', `Sentra ini tidak menerima titipan pesanan di ${name}.`, [
      { pointer: `/centres/${strange}/centre`, detail: 'Pilih sentra lain.' },
    ]);
};

export const readDeliveryTerms = endpoint('GET /merchants/{merchantId}/delivery-terms', async ({ params }, world) => {
  const { merchantId, cityCode } = await expectShop(world, params.merchantId);
  const found = await getTerms(world.table, merchantId, { consistent: false });
  return shown(world, found ?? STARTING_TERMS, found?.version ?? 0, await expectCity(world, cityCode));
});

export const setDeliveryTerms = endpoint('PUT /merchants/{merchantId}/delivery-terms', async (ask, world) => {
  const { merchantId, cityCode } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const before = await getTerms(world.table, merchantId);
  requireVersion(ask, { version: before?.version ?? 0 });
  const city = await expectCity(world, cityCode);
  requireTerms(ask.body, city.policies.deliveryFeeMaxRupiah);
  requireDistricts(ask.body, city);
  await requireCentres(world, ask.body, city);
  const version = (before?.version ?? 0) + 1;
  await commit(world.table, [saveTerms({ ...ask.body, merchantId, changedAt: world.now(), version })]);
  return shown(world, ask.body, version, city);
});
