import { describe } from 'vitest';
import { firstViews } from './first-view.ts';
import { openSite } from './open-site.ts';
import { buyingPages } from './storefront/buying.ts';
import { storefrontPages } from './storefront/storefront.ts';
import { walkPages } from './walks.ts';

const { visit, site } = openSite();
describe('the first view', () => firstViews(visit, site));
describe('the storefront', () => storefrontPages(visit, site));
describe('buying', () => buyingPages(visit, site));
describe('a walk', () => walkPages(visit, site));
