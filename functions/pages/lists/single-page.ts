import {
  centreAddress,
  cityAddress,
  districtAddress,
  equityAddress,
  methodAddress,
  seldomSeenAddress,
} from '../../../shared/domain/pages/address.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import type { PublicPage } from '../../../web/storefront/public/page.ts';
import type { World } from '../../world.ts';
import { centrePage } from '../centre-page.ts';
import { districtPage, equityPage, homePage, seldomPage } from '../list-pages.ts';
import type { ListName } from '../page-names.ts';

/** The one address of a page that is alone, and what it shows now. */
export const singlePage = (
  world: World,
  city: City,
  name: ListName,
): [address: string, make: () => Promise<PublicPage | undefined>] | undefined => {
  switch (name.page) {
    case 'home':
      return [cityAddress(city), () => homePage(world, city)];
    case 'seldom':
      return [seldomSeenAddress(city), () => seldomPage(world, city)];
    case 'method':
      return [methodAddress(city), async () => ({ kind: 'method', city })];
    case 'centre':
      return [centreAddress(city, name), () => centrePage(world, city, name.slug)];
    case 'equity':
      return [equityAddress(city, name.month), () => equityPage(world, city, name.month)];
    case 'district': {
      const district = city.districts.find(({ code }) => code === name.district);
      return district && [districtAddress(city, district), () => districtPage(world, city, name.district)];
    }
    default:
      return undefined;
  }
};
