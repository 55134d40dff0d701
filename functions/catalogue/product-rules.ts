import { dayOf } from '../../shared/domain/basics/month.ts';
import { requireMeasurable } from '../../shared/domain/catalogue/ceiling.ts';
import { MOST_OFFERS, MOST_PRODUCTS, type Product } from '../../shared/domain/catalogue/product.ts';
import { Problem } from '../../shared/problem.ts';
import { getPhoto } from '../../shared/table/photos.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { expectCity } from '../http/access.ts';
import { ceilingsFor } from '../reads/ceilings.ts';
import type { World } from '../world.ts';
import { requireSellable } from './watched/city-bans.ts';

export const requireServedDistricts = async (
  world: World,
  cityCode: string,
  deliversTo: readonly string[] = [],
): Promise<void> => {
  const { districts, name } = await expectCity(world, cityCode);
  const known = new Set(districts.map(({ code }) => code));
  const flaws = deliversTo.flatMap((code, index) =>
    known.has(code) ? [] : [{ pointer: `/deliversTo/${index}`, detail: `Bukan kecamatan ${name}.` }],
  );
  if (flaws.length > 0) throw new Problem('region_not_found', `Ada kecamatan di luar ${name}.`, flaws);
};

/** Only what the shop itself uploaded: a picture of another shop, or none, is not its goods'. */
export const requireOwnPhoto = async ({ table }: World, merchantId: string, photo: string | null | undefined) => {
  if (photo && !(await getPhoto(table, { merchantId, photo })))
    throw new Problem('photo_not_found', 'Foto ini belum diunggah oleh toko Anda. Unggah dulu fotonya.', [
      { pointer: '/photo', detail: 'Belum diunggah oleh toko ini.' },
    ]);
};

/**
 * Withdrawn goods do not count against what a shop offers. Not exact: whoever adds in many tabs at once may pass it, so
 * nothing that follows a shop's products relies on it.
 */
export const requireRoom = (products: readonly Product[]): void => {
  if (products.filter(({ active }) => active).length >= MOST_OFFERS)
    throw new Problem('product_limit', `Satu toko menjual paling banyak ${MOST_OFFERS} barang. Tarik dulu salah satu.`);
  if (products.length >= MOST_PRODUCTS)
    throw new Problem(
      'product_limit',
      `Satu toko menyimpan paling banyak ${MOST_PRODUCTS} barang. Ubah salah satu yang sudah ditarik.`,
    );
};

/** Goods with an official ceiling are offered where and how their price can be held against it. */
export const requireWithinRules = async (
  world: World,
  { cityCode }: MerchantRecord,
  product: Pick<Product, 'name' | 'unit' | 'category'>,
): Promise<void> => {
  const { zone } = await expectCity(world, cityCode);
  requireMeasurable(product, dayOf(world.now(), zone), await ceilingsFor(world, { cityCode }));
  await requireSellable(world, cityCode, product.name);
};
