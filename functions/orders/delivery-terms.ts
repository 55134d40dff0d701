import {
  boundedTerms,
  type DeliveryTerms,
  requireTerms,
  STARTING_TERMS,
} from '../../shared/domain/deliveries/terms.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getTerms, saveTerms } from '../../shared/table/orders/delivery-terms.ts';
import { expectCity, expectOwnMerchant, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';

const requireDistricts = ({ courier }: DeliveryTerms, { districts, name }: City): void => {
  const known = new Set(districts.map(({ code }) => code));
  const strange = courier?.districts.findIndex(({ district }) => !known.has(district)) ?? -1;
  if (strange >= 0)
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${name}.`, [
      { pointer: `/courier/districts/${strange}/district`, detail: 'Pilih kecamatan di kota ini.' },
    ]);
};

const shown = ({ courier, pickUp }: DeliveryTerms, version: number, { policies }: City) => ({
  ...boundedTerms({ courier, pickUp }, policies.deliveryFeeMaxRupiah),
  version,
});

export const readDeliveryTerms = endpoint('GET /merchants/{merchantId}/delivery-terms', async ({ params }, world) => {
  const { merchantId, cityCode } = await expectShop(world, params.merchantId);
  const found = await getTerms(world.table, merchantId, { consistent: false });
  return shown(found ?? STARTING_TERMS, found?.version ?? 0, await expectCity(world, cityCode));
});

export const setDeliveryTerms = endpoint('PUT /merchants/{merchantId}/delivery-terms', async (ask, world) => {
  const { merchantId, cityCode } = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const before = await getTerms(world.table, merchantId);
  requireVersion(ask, { version: before?.version ?? 0 });
  const city = await expectCity(world, cityCode);
  requireTerms(ask.body, city.policies.deliveryFeeMaxRupiah);
  requireDistricts(ask.body, city);
  const version = (before?.version ?? 0) + 1;
  await commit(world.table, [saveTerms({ ...ask.body, merchantId, changedAt: world.now(), version })]);
  return shown(ask.body, version, city);
});
