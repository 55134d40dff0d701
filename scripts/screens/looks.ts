import type { Look } from './look.ts';
import { dasborPages } from './looks/dasbor-pages.ts';
import { orderPages } from './looks/order-pages.ts';
import { ownPages } from './looks/own-pages.ts';
import { publicPages } from './looks/public-pages.ts';

/** One list of all pages; what has an id in its address is reached by its link, as people reach it, or by where it stands. */
export const looks: Readonly<Record<string, Look>> = { ...publicPages, ...ownPages, ...dasborPages, ...orderPages };
