import { type DeliveryTerms, requireTerms } from '../../shared/domain/deliveries/terms.ts';
import type { City } from '../../shared/domain/places/city.ts';
import { Problem } from '../../shared/problem.ts';
import { centresOf } from '../../shared/table/centres/centres.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getTerms, saveTerms } from '../../shared/table/orders/delivery-terms.ts';
import { expectCity, expectOwnMerchant, expectShop } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import { shownTerms } from '../reads/shops/shown-terms.ts';
import type { World } from '../world.ts';

const requireDistricts = ({ courier }: DeliveryTerms, { districts, name }: City): void => {
  const known = new Set(districts.map(({ code }) => code));
  const strange = courier?.districts.findIndex(({ district }) => !known.has(district)) ?? -1;
  if (strange >= 0)
    throw new Problem('region_not_found', `Kecamatan ini tidak ada di ${name}.`, [
      { pointer: `/courier/districts/${strange}/district`, detail: 'Pilih kecamatan di kota ini.' },
    ]);
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
  const shop = await expectShop(world, params.merchantId);
  return shownTerms(world, shop, await getTerms(world.table, shop.merchantId, { consistent: false }));
});

export const setDeliveryTerms = endpoint('PUT /merchants/{merchantId}/delivery-terms', async (ask, world) => {
  const shop = await expectOwnMerchant(world, ask.caller, ask.params.merchantId);
  const { merchantId, cityCode } = shop;
  const before = await getTerms(world.table, merchantId);
  requireVersion(ask, { version: before?.version ?? 0 });
  const city = await expectCity(world, cityCode);
  requireTerms(ask.body, city.policies.deliveryFeeMaxRupiah);
  requireDistricts(ask.body, city);
  await requireCentres(world, ask.body, city);
  const terms = { ...ask.body, merchantId, changedAt: world.now(), version: (before?.version ?? 0) + 1 };
  await commit(world.table, [saveTerms(terms)]);
  return shownTerms(world, shop, terms);
});
