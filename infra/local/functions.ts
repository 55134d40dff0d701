import { followMerchants } from '../../functions/catalogue/follow-merchants.ts';
import { closeMonths } from '../../functions/equity/close/close-months.ts';
import { followStandings } from '../../functions/equity/live/follow-standings.ts';
import type { Files } from '../../functions/files.ts';
import type { Endpoint } from '../../functions/http/endpoint.ts';
import { type Handler, serve } from '../../functions/http/serve.ts';
import { runClocks } from '../../functions/orders/run-clocks.ts';
import { publishChanges } from '../../functions/outbox/publish-changes.ts';
import { callLedgers } from '../../functions/ranking/ledger/call-ledgers.ts';
import { followOrders } from '../../functions/ranking/ledger/follow-orders.ts';
import { refreshLedgers } from '../../functions/ranking/ledger/refresh-ledgers.ts';
import type { World } from '../../functions/world.ts';
import { type Context, contexts, type Key, routeOf } from '../../shared/contract.ts';
import { monthCloseDefinition } from '../month-close-definition.ts';
import { localBus, rule } from './bus.ts';
import type { GatewayRoute } from './routing.ts';

/** Each is loaded when it is first asked, as on AWS: nobody needs the papers of a market at rest in memory. */
const served: Record<Context, () => Promise<{ endpoints: readonly Endpoint[] }>> = {
  agencies: () => import('../../functions/agencies/api.ts'),
  catalogue: () => import('../../functions/catalogue/api.ts'),
  equity: () => import('../../functions/equity/api.ts'),
  people: () => import('../../functions/people/api.ts'),
  ranking: () => import('../../functions/ranking/api.ts'),
  orders: () => import('../../functions/orders/api.ts'),
  photos: () => import('../../functions/photos/api.ts'),
  register: () => import('../../functions/register/api.ts'),
  reports: () => import('../../functions/reports/api.ts'),
  turnover: () => import('../../functions/turnover/api.ts'),
};

type Handle = GatewayRoute['handler'];

/** The contract's routes, with one handler per context, as deployed. */
export const contractRoutes = (handlerOf: (context: Context) => Handle): GatewayRoute[] =>
  Object.entries(contexts).flatMap(([context, keys]) => {
    const handler = handlerOf(context as Context);
    return (Object.keys(keys) as Key[]).map((key) => ({
      key,
      open: routeOf(key).access === 'public',
      functionName: context,
      handler,
    }));
  });

/** The contract's routes over the real functions. */
export const marketRoutes = (world: () => World): GatewayRoute[] =>
  contractRoutes((context) => {
    let loaded: Promise<Handler> | undefined;
    return async (event, lambda) => {
      loaded ??= served[context]().then(({ endpoints }) => serve(endpoints, world));
      return (await loaded)(event, lambda);
    };
  });

/** What runs without a request: the stream's consumer with the bus and its rules behind it, the close, the clocks. */
export const marketTriggers = (world: () => World, files: () => Files) => {
  // The machine is a large library, needed for a moment twice a month.
  const closeMonth = async (input: Record<string, unknown>) => {
    const { localStateMachine } = await import('./state-machine.ts');
    return localStateMachine(monthCloseDefinition('close-months'), closeMonths(world, files))(input);
  };
  const bus = localBus([
    rule(['MerchantVerified', 'MerchantSuspended'], followMerchants(world)),
    rule(['OrderMoved', 'OrderReceived'], (event) => followOrders(world)(event as never)),
    rule(['MerchantVerified', 'MerchantSuspended', 'OwnerEvidenceChanged', 'OwnersRuled'], refreshLedgers(world)),
    // As behind a queue: a city's fault is not the caller's.
    rule(['LedgerDue'], (event) =>
      refreshLedgers(world)(event).catch((error) =>
        world().logger.error('ledger', { city: event.detail.cityCode, error: error as Error }),
      ),
    ),
    rule(['CloseRequested'], ({ detail: { cityCode, month, phase, at } }) =>
      closeMonth({ cityCode, month, phase, scheduledAt: at }),
    ),
  ]);
  const publish = publishChanges(bus);
  const live = followStandings(world);
  /** Both readers of the stream, one after the other; what either could not take comes again for both. */
  const consume: typeof publish = async (event, context) => {
    const answers = [await live(event), await publish(event, context)];
    return { batchItemFailures: answers.flatMap(({ batchItemFailures }) => batchItemFailures) };
  };
  return { consume, closeMonth, runClocks: runClocks(world), callLedgers: callLedgers(world, bus) };
};
