import { DAY_MS, type Instant, later } from '../../basics/month.ts';
import type { Attack } from '../attacks.ts';
import { visitAfter } from '../hardships.ts';
import { START } from '../market.ts';
import type { SimulatedOwner } from '../simulated.ts';
import type { Stall } from '../stall.ts';

/** An attack with what is aimed at: how much its attackers may gain, or its victims lose, as a share of their income. */
export type RankAttack = Attack & { readonly sufferers: 'attackers gain' | 'victims lose'; readonly most: number };

const dayOf = (at: Instant): number => Math.floor((Date.parse(at) - Date.parse(START)) / DAY_MS);

type Sink = { readonly everyDays: number; readonly heldDays: number; readonly known?: true };
/**
 * A helper of a rival orders ten usual orders every so many days, for a day that far ahead; `heldDays` after the shop accepted,
 * the buyer cancels. Who is known has received as much from others before, and is believed one usual order.
 */
const cancelSink = ({ everyDays, heldDays, known }: Sink): Behaviour => {
  const orderId = (day: number) => `sink-${Math.floor(day / everyDays)}`;
  return (stall, at, unitRupiah) => {
    const day = dayOf(at);
    if (day % everyDays === 0) {
      const valueRupiah = 10 * unitRupiah;
      const ahead = { countsFrom: later(at, everyDays * DAY_MS), sureRupiah: known ? unitRupiah : 0 };
      stall.entries.push({ orderId: orderId(day), valueRupiah, state: 'accepted', at, ...ahead });
      // Until V is next counted from the entries, which holds it then.
      stall.figures.recentSalesRupiah += valueRupiah;
    }
    if (day % everyDays !== heldDays) return;
    stall.entries = stall.entries.map((entry) =>
      entry.orderId === orderId(day)
        ? { ...entry, state: 'cancelled' as const, cancelledAt: at, cancelledBy: 'buyer' as const }
        : entry,
    );
  };
};
type Behaviour = (stall: Stall, at: Instant, unitRupiah: number) => void;
const SINK_DAYS = 28;
/** Who called an order off is believed nothing before its day for so long. */
const DISTRUST_DAYS = 90;

const sunk = (name: string, what: string, how: Sink): RankAttack => ({
  name,
  what: `${what} (income is the victim's)`,
  attackersPerCategory: 4,
  sufferers: 'victims lose',
  most: 0,
  behaviour: (plays) => {
    const sink = cancelSink(how);
    return {
      day: (stall, at, unitRupiah) => (plays(stall.owner.ownerId) ? sink(stall, at, unitRupiah) : undefined),
    };
  },
});

/** Everything a newcomer has not: no sales, no impressions, no ratings, no fame. */
const startAnew = (stall: Stall, at: Instant): void => {
  stall.entries = [];
  stall.enteredAt = at;
  stall.owner = { ...stall.owner, visitedAt: visitAfter(at) };
  stall.orders = 0;
  Object.assign(stall.figures, { recentSalesRupiah: 0, exposure: 0 });
  for (const offer of stall.offers) Object.assign(offer, { ratingSum: 0, ratingCount: 0 });
};

/** Four more shops of an owner: there from the beginning, or new, and then nobody visits them. */
const accountsOf = (owner: SimulatedOwner, more: Partial<SimulatedOwner> = {}): SimulatedOwner[] => [
  owner,
  ...[2, 3, 4, 5].map((account) => Object.assign({}, owner, more, { ownerId: `${owner.ownerId}#${account}` })),
];

/** One owner as five, of whom nobody knows that they are one; of the four more, what makes them others than the first. */
const fiveAccounts = (name: string, what: string, more?: Partial<SimulatedOwner>): RankAttack => ({
  name: `five accounts, ${name}`,
  what,
  attackersPerCategory: 2,
  sufferers: 'attackers gain',
  most: 0.1,
  behaviour: () => ({}),
  market: (market, plays) => ({
    ...market,
    owners: market.owners.flatMap((owner) => (plays(owner.ownerId) ? accountsOf(owner, more) : [owner])),
  }),
});

/** Attacks on a rank: to sink another's, or to have a better one than one's sales give. */
export const rankAttacks: readonly RankAttack[] = [
  sunk('cancel-sink', 'a rival’s helper orders 10 u every 28 days; accepted, and cancelled by the buyer at once', {
    everyDays: SINK_DAYS,
    heldDays: 0,
  }),
  sunk('cancel-sink, held', 'the same, cancelled by the buyer a day before the next', {
    everyDays: SINK_DAYS,
    heldDays: SINK_DAYS - 1,
  }),
  sunk(
    'cancel-sink, held by a known buyer',
    'held for 28 days once in 118, by who received 10 u from three others before',
    {
      everyDays: SINK_DAYS + DISTRUST_DAYS,
      heldDays: SINK_DAYS,
      known: true,
    },
  ),
  fiveAccounts(
    'undetected',
    'opens five shops with five identities, phones and bank accounts, where nobody is visited',
  ),
  fiveAccounts(
    'one visited',
    'the same, four of them opened after the rule began that newcomers are to be visited: the city found one at the address',
    { joinsAt: START, pastOrders: 0, pastRatingSum: 0 },
  ),
  fiveAccounts(
    'there before',
    'all five were there before the rule, and the turn of each to be visited has come: the city found one at the address',
    { askedAt: START },
  ),
  {
    name: 'registering anew',
    what: 'closes every 60 days and opens as somebody nobody knows',
    attackersPerCategory: 4,
    sufferers: 'attackers gain',
    most: 0,
    behaviour: (plays) => ({
      day: (stall, at) => {
        const day = dayOf(at);
        if (plays(stall.owner.ownerId) && day > 0 && day % 60 === 0) startAnew(stall, at);
      },
    }),
  },
];
