import type { Instant } from '../basics/month.ts';
import type { Offer } from '../ranking/rule/request.ts';
import type { SimulatedRequest } from './simulated.ts';
import type { Stall } from './stall.ts';

/** What an owner does with an order: deliver; refuse; accept and fail; deliver beside the platform. */
type Answer = 'delivers' | 'refuses' | 'fails' | 'hides';

/** How owners behave; an attack (attacks.ts) changes some of it for some owners. */
export type Behaviour = {
  /** Before the year: prices, capacities, accounts. */
  open?: (stall: Stall) => void;
  /** Every morning. */
  day?: (stall: Stall, at: Instant, unitRupiah: number) => void;
  answer?: (
    stall: Stall,
    offer: Offer,
    valueRupiah: number,
    units: number,
    unitRupiah: number,
    request: SimulatedRequest,
  ) => Answer;
};

export const honest: Behaviour = {};
