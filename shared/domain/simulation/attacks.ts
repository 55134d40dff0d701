import type { RankingPolicy } from '../ranking/policy/policy.ts';
import type { Behaviour } from './behaviour.ts';
import type { PolicyName } from './lists.ts';
import type { Market } from './market.ts';
import { runYear } from './run.ts';
import type { Year } from './serving/scene.ts';
import { rate, type Stall } from './stall.ts';

/** One way to play the rules. `attackers` says who plays, by the owner's number in its category. */
export type Attack = {
  name: string;
  what: string;
  attackersPerCategory: number;
  behaviour: (plays: (ownerId: string) => boolean) => Behaviour;
  /** More owners than there are people behind them. */
  market?: (market: Market, plays: (ownerId: string) => boolean) => Market;
};

const place = (ownerId: string): number => Number(ownerId.slice(ownerId.indexOf('-o') + 2).split('#')[0]);

const withAccounts = (stall: Stall): void => {
  const [first] = stall.offers;
  if (!first) return;
  for (const account of [2, 3])
    stall.offers.push({ ...first, offerId: `${first.offerId}#${account}`, shopId: `${first.shopId}#${account}` });
};

const ring = (share: number): Attack => ({
  name: `price ring of ${share}%`,
  what: `${share} of 100 owners of every category raise their prices by 15% together`,
  attackersPerCategory: share,
  behaviour: (plays) => ({
    open: (stall) => {
      if (!plays(stall.owner.ownerId)) return;
      for (const offer of stall.offers) offer.priceRupiah = Math.round(offer.priceRupiah * 1.15);
    },
  }),
});

export const attacks: readonly Attack[] = [
  {
    name: 'self-purchase',
    what: 'buys one usual order (u) of its own goods each week, and rates it 5',
    attackersPerCategory: 1,
    behaviour: (plays) => ({
      day: (stall, at, unitRupiah) => {
        if (!plays(stall.owner.ownerId) || (Number(at.slice(8, 10)) - 1) % 7 !== 0) return;
        stall.entries.push({ orderId: `fake-${at}`, valueRupiah: unitRupiah, state: 'accepted', at });
        stall.fakeRupiah += unitRupiah;
        stall.orders++;
        for (const offer of stall.offers) rate(offer, 5);
      },
    }),
  },
  {
    name: 'three accounts, joined',
    what: 'opens three shops; identity, founder or a ruling joins them to one owner',
    attackersPerCategory: 1,
    behaviour: (plays) => ({ open: (stall) => (plays(stall.owner.ownerId) ? withAccounts(stall) : undefined) }),
  },
  {
    name: 'three accounts, undetected',
    what: 'the same with three identities, phones and bank accounts (what clustering is worth)',
    attackersPerCategory: 1,
    behaviour: () => ({}),
    market: (market, plays) => ({
      ...market,
      owners: market.owners.flatMap((owner) =>
        plays(owner.ownerId)
          ? [owner, ...[2, 3].map((account) => ({ ...owner, ownerId: `${owner.ownerId}#${account}` }))]
          : [owner],
      ),
    }),
  },
  {
    name: 'hidden sales',
    what: 'delivers every third order beside the platform (only residents can: offices pay on it)',
    attackersPerCategory: 1,
    behaviour: (plays) => ({
      answer: (stall, _offer, _value, _units, _unit, request) =>
        plays(stall.owner.ownerId) && request.mix % 3 === 0 ? 'hides' : 'delivers',
    }),
  },
  {
    name: 'refusing small orders',
    what: 'refuses every order under one usual order (u)',
    attackersPerCategory: 1,
    behaviour: (plays) => ({
      answer: (stall, _offer, valueRupiah, _units, unitRupiah) =>
        plays(stall.owner.ownerId) && valueRupiah < unitRupiah ? 'refuses' : 'delivers',
    }),
  },
  {
    name: 'capacity overstated',
    what: 'says three times its capacity, fails what is above it, and is rated 1 for it',
    attackersPerCategory: 1,
    behaviour: (plays) => ({
      open: (stall) => {
        if (plays(stall.owner.ownerId)) stall.saidCapacity = 3 * stall.trueCapacity;
      },
      answer: (stall, offer, _value, units) => {
        const used = stall.saidCapacity - offer.capacityUnits;
        if (!plays(stall.owner.ownerId) || used + units <= stall.trueCapacity) return 'delivers';
        rate(offer, 1);
        return 'fails';
      },
    }),
  },
  {
    name: 'made-up impressions',
    what: 'asks for lists by machine until its rivals count as shown without end (here: its own exposure is 0 every day)',
    attackersPerCategory: 1,
    behaviour: (plays) => ({
      day: (stall) => {
        if (plays(stall.owner.ownerId)) stall.figures.exposure = 0;
      },
    }),
  },
  ring(20),
  ring(60),
];

export type AttackGain = {
  /** Real income of the attackers (sales shown and hidden) honest and attacking, in rupiah. */
  honestRupiah: number;
  attackRupiah: number;
  /** Mean price paid by everybody, attack over honest, less one. */
  priceChange: number;
};

/** What an attack brings its attackers in the same market under the same policy, against everybody being honest. */
export const gainFrom = (
  attack: Attack,
  market: Market,
  honest: Year,
  name: PolicyName,
  policy: RankingPolicy,
): AttackGain => {
  const plays = (ownerId: string) => place(ownerId) < attack.attackersPerCategory;
  const attacked = runYear(attack.market?.(market, plays) ?? market, name, policy, attack.behaviour(plays));
  const income = (year: Year) =>
    year.stalls.reduce(
      (sum, { owner, turnoverRupiah, hiddenRupiah }) =>
        plays(owner.ownerId) ? sum + turnoverRupiah + hiddenRupiah : sum,
      0,
    );
  return {
    honestRupiah: income(honest),
    attackRupiah: income(attacked),
    priceChange: attacked.relativePrice / attacked.units / (honest.relativePrice / honest.units) - 1,
  };
};
