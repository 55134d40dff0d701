import type { Behaviour } from '../behaviour.ts';
import { standardMarket } from '../market-options.ts';
import { rate, type Stall } from '../stall.ts';
import { priceAt, qualityBy } from './cost.ts';

/** One value of one way to deviate: what a deviating owner does from the first day of the year on. */
export type Deviation = {
  readonly value: string;
  /** As a share of the category's median price; left out, as honest. */
  readonly price?: number;
  /** Standard deviations better or worse. */
  readonly quality?: number;
  readonly open?: (stall: Stall) => void;
  readonly answer?: Behaviour['answer'];
};
/** What an owner may turn, with all that is tried. `efficiency`: what its goods cost it, over what they cost others. */
export type Lever = {
  readonly lever: string;
  readonly what: string;
  readonly efficiency: number;
  readonly tries: readonly Deviation[];
};

const signed = (share: number, digits = 0): string =>
  `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(digits)}%`;

/** −20 … +30% of the median price; 1.195 is just below a line of 20%. */
const prices = [0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.15, 1.195, 1.25, 1.3].map(
  (price): Deviation => ({ price, value: `median ${signed(price - 1, price === 1.195 ? 1 : 0)}` }),
);

const stating = (times: number): Deviation => ({
  value: `× ${times}`,
  open: (stall) => {
    stall.saidCapacity = Math.max(1, Math.round(times * stall.trueCapacity));
  },
  answer: (stall, offer, _value, units) => {
    const used = stall.saidCapacity - offer.capacityUnits;
    if (used + units <= stall.trueCapacity) return 'delivers';
    // Who waits for what never comes rates it.
    rate(offer, 1);
    return 'fails';
  },
});

const atLeast = (units: number): Deviation => ({
  value: `${units} units`,
  open: (stall) => {
    for (const offer of stall.offers) offer.minUnits = units;
  },
});

const cancelling = (ofUnit: number): Deviation => ({
  value: `below ${ofUnit} u`,
  answer: (_stall, _offer, valueRupiah, _units, unitRupiah) =>
    valueRupiah < ofUnit * unitRupiah ? 'fails' : 'delivers',
});

const cost = (efficiency: number, lever: string): Lever => ({
  lever,
  efficiency,
  tries: prices,
  what: 'asks another price than its cost and the usual margin come to',
});

/** Every lever of one owner alone. Honest is: cost and the usual margin as the price, all that is promised delivered. */
export const levers: readonly Lever[] = [
  cost(1, 'price'),
  cost(0.85, 'price, of who makes it 15% cheaper'),
  {
    lever: 'quality',
    efficiency: 1,
    what: 'makes better or worse goods at the same price',
    tries: [-2, -1, 1, 2].map((quality) => ({ quality, value: `${quality < 0 ? '−' : '+'}${Math.abs(quality)} sd` })),
  },
  {
    lever: 'capacity stated',
    efficiency: 1,
    what: 'states less or more than it can make, and fails what is above it',
    tries: [0.5, 0.75, 1.5, 2, 3].map(stating),
  },
  {
    lever: 'minimum order',
    efficiency: 1,
    what: 'takes no orders of fewer units (the median order has 20)',
    tries: [5, 10, 20, 40].map(atLeast),
  },
  {
    lever: 'cancelling',
    efficiency: 1,
    what: 'accepts, and cancels what is smaller than a share of a usual order',
    tries: [0.25, 0.5, 1].map(cancelling),
  },
];

/** Behaviour of a market in which those who play price by cost and the usual margin, and deviate. */
export const deviating = (
  plays: (ownerId: string) => boolean,
  medianPrices: readonly number[],
  { efficiency }: Pick<Lever, 'efficiency'>,
  deviation: Deviation | undefined,
): Behaviour => ({
  open: (stall) => {
    const { ownerId, category, quality } = stall.owner;
    if (!plays(ownerId)) return;
    const median = medianPrices[category] ?? 1;
    priceAt(stall, median * (deviation?.price ?? efficiency * Math.exp(standardMarket.priceQuality * quality)));
    if (deviation?.quality !== undefined) qualityBy(stall, deviation.quality, standardMarket.ratingSd);
    deviation?.open?.(stall);
  },
  answer: (stall, ...order) =>
    plays(stall.owner.ownerId) ? (deviation?.answer?.(stall, ...order) ?? 'delivers') : 'delivers',
});
