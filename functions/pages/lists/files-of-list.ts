import { fileOf } from '../../../shared/domain/pages/address.ts';
import type { World } from '../../world.ts';
import { categoryKeys } from '../list-pages.ts';
import type { ListName } from '../page-names.ts';
import { searchIndexKey } from '../search-index.ts';
import { cityNow } from './every-list.ts';
import { singlePage } from './single-page.ts';

/** Files of the pages that are made of one reading of all goods, whoever needed it first. */
export const filesOf = async (world: World, name: ListName): Promise<string[]> => {
  const city = await cityNow(world, name.cityCode);
  if (!city) return [];
  if (name.page === 'search') return [searchIndexKey(city)];
  if (name.page === 'category') return categoryKeys(city, name.category);
  const [address] = singlePage(world, city, name) ?? [];
  return address === undefined ? [] : [fileOf(address)];
};
