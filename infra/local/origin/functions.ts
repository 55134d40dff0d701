import type { Endpoint } from '../../../functions/http/endpoint.ts';
import { type Handler, serve } from '../../../functions/http/serve.ts';
import type { World } from '../../../functions/world.ts';
import { keysOf } from '../../../shared/contract/route/route.ts';
import { type Context, contexts, type Key, routeOf } from '../../../shared/contract.ts';
import { worldFor } from './guard.ts';
import type { GatewayRoute } from './routing.ts';

/** Each is loaded when it is first asked, as on AWS: nobody needs the papers of a market at rest in memory. */
const served: Record<Context, () => Promise<{ endpoints: readonly Endpoint[] }>> = {
  agencies: () => import('../../../functions/agencies/api.ts'),
  audit: () => import('../../../functions/audit/api.ts'),
  catalogue: () => import('../../../functions/catalogue/api.ts'),
  centres: () => import('../../../functions/centres/api.ts'),
  'city-ranking': () => import('../../../functions/city-ranking/api.ts'),
  capital: () => import('../../../functions/capital/api.ts'),
  stories: () => import('../../../functions/stories/api.ts'),
  complaints: () => import('../../../functions/complaints/api.ts'),
  deliveries: () => import('../../../functions/deliveries/api.ts'),
  demand: () => import('../../../functions/demand/api.ts'),
  equity: () => import('../../../functions/equity/api.ts'),
  'follow-ups': () => import('../../../functions/follow-ups/api.ts'),
  integrity: () => import('../../../functions/integrity/api.ts'),
  notices: () => import('../../../functions/notices/api.ts'),
  partners: () => import('../../../functions/partners/api.ts'),
  people: () => import('../../../functions/people/api.ts'),
  programmes: () => import('../../../functions/programmes/api.ts'),
  ranking: () => import('../../../functions/ranking/api.ts'),
  orders: () => import('../../../functions/orders/api.ts'),
  papers: () => import('../../../functions/papers/api.ts'),
  payments: () => import('../../../functions/payments/api.ts'),
  photos: () => import('../../../functions/photos/api.ts'),
  register: () => import('../../../functions/register/api.ts'),
  reports: () => import('../../../functions/reports/api.ts'),
  reviews: () => import('../../../functions/reviews/api.ts'),
  spending: () => import('../../../functions/spending/api.ts'),
  targets: () => import('../../../functions/targets/api.ts'),
  today: () => import('../../../functions/today/api.ts'),
  turnover: () => import('../../../functions/turnover/api.ts'),
  visits: () => import('../../../functions/visits/api.ts'),
};

/** Loads all of them at once, for who does not wait until each is asked. */
export const loadFunctions = (): Promise<unknown> => Promise.all(Object.values(served).map((load) => load()));

type Handle = GatewayRoute['handler'];

/** The contract's routes, with one handler per context, as deployed. */
export const contractRoutes = (handlerOf: (context: Context) => Handle): GatewayRoute[] =>
  Object.entries(contexts).flatMap(([context, keys]) => {
    const handler = handlerOf(context as Context);
    return (Object.keys(keys) as Key[]).flatMap((key) =>
      keysOf(key, routeOf(key)).map((reached) => ({
        key: reached,
        open: routeOf(key).access === 'public',
        functionName: context,
        handler,
      })),
    );
  });

/** The contract's routes over the real functions, each over the world as its function may see it. */
export const marketRoutes = (world: () => World): GatewayRoute[] =>
  contractRoutes((context) => {
    const own = () => worldFor(`${context}/api`, world());
    let loaded: Promise<Handler> | undefined;
    return async (event, lambda) => {
      loaded ??= served[context]().then(({ endpoints }) => serve(contexts[context], endpoints, own));
      return (await loaded)(event, lambda);
    };
  });
