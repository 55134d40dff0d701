import { fileOf } from '../../../shared/domain/pages/address.ts';
import type { World } from '../../world.ts';
import { writeFront } from '../front.ts';
import { htmlOf } from '../html.ts';
import { categoryKeys, categoryPages } from '../list-pages.ts';
import type { ListName } from '../page-names.ts';
import { type Before, publish } from '../publish.ts';
import { searchIndex, searchIndexKey } from '../search-index.ts';
import { presentShell } from '../shell.ts';
import { writeSitemaps } from '../sitemap.ts';
import { cityNow } from './every-list.ts';
import { singlePage } from './single-page.ts';

/** Each page over the file that was there before the goods were read that all of them show. */
export const writeList =
  (world: World, read: ReadonlyMap<string, Before>) =>
  async (name: ListName): Promise<void> => {
    const city = await cityNow(world, name.cityCode);
    if (!city) return;
    const shell = await presentShell(world);
    const start = { read, forget: () => world.cache.clear() };
    if (name.page === 'cities') return writeFront(world, city, shell);
    if (name.page === 'sitemap') return writeSitemaps(world, city, shell.origin);
    if (name.page === 'search')
      return publish(world, [searchIndexKey(city)], async () => [await searchIndex(world, city)], start);
    if (name.page === 'category')
      return publish(
        world,
        categoryKeys(city, name.category),
        async (wanted) =>
          (await categoryPages(world, city, name.category))
            .map(({ address, page, onlyOver }) => ({ key: fileOf(address), text: htmlOf(page, shell), onlyOver }))
            .filter(({ key }) => wanted.includes(key)),
        start,
      );
    const one = singlePage(world, city, name);
    if (!one) return;
    const [address, make] = one;
    const key = fileOf(address);
    const render = async () => {
      const page = await make();
      return page ? [{ key, text: htmlOf(page, shell) }] : [];
    };
    await publish(world, [key], render, start);
  };
