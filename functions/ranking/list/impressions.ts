import { addDays, dayOf } from '../../../shared/domain/basics/month.ts';
import { expectCity } from '../../http/access.ts';
import { endpoint } from '../../http/endpoint.ts';
import { noDecision } from '../../reads/city-ledger.ts';
import { expectDecision, redraw } from '../../reads/lists/redraw.ts';
import { countSeen } from './show-list.ts';

/**
 * A page written ahead asks for no list, so it tells what of one was looked at. It can move the ledger no further than
 * asking for the list would: once a visitor, shop and day, only where a whole screen was shown, only a list of these days.
 */
export const countImpressions = endpoint(
  'POST /rankings/{decisionId}/impressions',
  async ({ params, body, address }, world) => {
    const decision = await expectDecision(world, params.decisionId);
    const city = await expectCity(world, decision.city);
    if (decision.drawnOn < addDays(dayOf(world.now(), city.zone), -1)) throw noDecision();
    const drawn = await redraw(world, city, decision);
    await countSeen(world, city, drawn, { from: body.from, limit: body.count, address });
    return { seen: true as const };
  },
);
