import { endpoints as agencies } from '../../functions/agencies/api.ts';
import { endpoints as catalogue } from '../../functions/catalogue/api.ts';
import { followMerchants } from '../../functions/catalogue/follow-merchants.ts';
import { endpoints as equity } from '../../functions/equity/api.ts';
import { closeMonths } from '../../functions/equity/close/close-months.ts';
import { followStandings } from '../../functions/equity/live/follow-standings.ts';
import type { Files } from '../../functions/files.ts';
import type { Endpoint } from '../../functions/http/endpoint.ts';
import { serve } from '../../functions/http/serve.ts';
import { endpoints as orders } from '../../functions/orders/api.ts';
import { runClocks } from '../../functions/orders/run-clocks.ts';
import { publishChanges } from '../../functions/outbox/publish-changes.ts';
import { endpoints as people } from '../../functions/people/api.ts';
import { endpoints as photos } from '../../functions/photos/api.ts';
import { endpoints as ranking } from '../../functions/ranking/api.ts';
import { callLedgers } from '../../functions/ranking/ledger/call-ledgers.ts';
import { followOrders } from '../../functions/ranking/ledger/follow-orders.ts';
import { refreshLedgers } from '../../functions/ranking/ledger/refresh-ledgers.ts';
import { endpoints as register } from '../../functions/register/api.ts';
import { endpoints as reports } from '../../functions/reports/api.ts';
import { endpoints as turnover } from '../../functions/turnover/api.ts';
import type { World } from '../../functions/world.ts';
import { type Context, contexts, type Key, routeOf } from '../../shared/contract.ts';
import { monthCloseDefinition } from '../month-close-definition.ts';
import { localBus, rule } from './bus.ts';
import type { GatewayRoute } from './routing.ts';
import { localStateMachine } from './state-machine.ts';

const served: Record<Context, readonly Endpoint[]> = {
  agencies,
  catalogue,
  equity,
  people,
  ranking,
  orders,
  photos,
  register,
  reports,
  turnover,
};

/** The contract's routes over the real functions: one handler per context, as deployed. */
export const marketRoutes = (world: () => World): GatewayRoute[] =>
  Object.entries(contexts).flatMap(([context, keys]) => {
    const handler = serve(served[context as Context], world);
    return (Object.keys(keys) as Key[]).map((key) => ({
      key,
      open: routeOf(key).access === 'public',
      functionName: context,
      handler,
    }));
  });

/** What runs without a request: the stream's consumer with the bus and its rules behind it, the close, the clocks. */
export const marketTriggers = (world: () => World, files: () => Files) => {
  const closeMonth = localStateMachine(monthCloseDefinition('close-months'), closeMonths(world, files));
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
