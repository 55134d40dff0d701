/**
 * How long ranking and splitting take: `node test/bench/ranking.ts`. Prints tables, asserts nothing.
 * Goals (EQUITY.md §3): 500 offers p99 < 5 ms; 50,000 offers < 100 ms; a split < 1 ms.
 */

import { standardPolicy } from '../../shared/domain/ranking/policy/policy.ts';
import { rankOffers } from '../../shared/domain/ranking/rule/rank-offers.ts';
import type { RankingInput } from '../../shared/domain/ranking/rule/ranking.ts';
import type { Offer, OwnerFigures } from '../../shared/domain/ranking/rule/request.ts';
import { sentenceAbove } from '../../shared/domain/ranking/rule/sentence.ts';
import { sentenceBelow } from '../../shared/domain/ranking/rule/sentence-below.ts';
import { proposeSplit } from '../../shared/domain/ranking/split/propose-split.ts';
import { splitOrder } from '../../shared/domain/ranking/split/split.ts';
import { normal, randomFrom } from '../../shared/domain/simulation/random.ts';
import { quantile } from './kit/figures.ts';

const market = (count: number, kind: 'mixed' | 'all tied'): RankingInput => {
  const random = randomFrom(7);
  const offers: Offer[] = [];
  const owners = new Map<string, OwnerFigures>();
  for (let i = 0; i < count; i++) {
    const id = `own_${String(i).padStart(26, '0')}`;
    const tied = kind === 'all tied';
    offers.push({
      offerId: `off_${id}`,
      shopId: id,
      ownerId: id,
      verified: true,
      open: true,
      deliversTo: ['35.73'],
      capacityUnits: tied ? 100 : Math.ceil(200 * random()),
      priceRupiah: tied ? 18_000 : Math.round(18_000 * Math.exp(0.12 * normal(random))),
      ratingSum: 20,
      ratingCount: 5,
    });
    if (!tied) owners.set(id, { recentSalesRupiah: Math.floor(2e6 * random()), exposure: Math.floor(3e6 * random()) });
  }
  return {
    request: { category: 'snack', quantity: 20, place: '35.73.02' },
    offers,
    ledger: { version: 'bench', owners },
    policy: standardPolicy('35.73'),
    unitRupiah: 360_000,
    dayKey: '00'.repeat(32),
  };
};

/** By the clock, and by CPU: what else runs on the machine is in the first alone. */
const measure = (name: string, runs: number, work: () => unknown): string => {
  const [times, used]: [number[], number[]] = [[], []];
  for (let run = 0; run < Math.ceil(runs / 10) + 2; run++) work();
  for (let run = 0; run < runs; run++) {
    const [cpu, start] = [process.cpuUsage(), performance.now()];
    work();
    times.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    used.push((user + system) / 1000);
  }
  const figures = [times, used].flatMap((of) => [quantile(of, 0.5), quantile(of, 0.99)]);
  return `| ${name} | ${runs} | ${figures.map((ms) => ms.toFixed(3)).join(' | ')} |`;
};

const rows = ['| Work | runs | p50 ms | p99 ms | CPU p50 ms | CPU p99 ms |', '|---|--:|--:|--:|--:|--:|'];
for (const kind of ['mixed', 'all tied'] as const)
  for (const [count, runs] of [
    [500, 1000],
    [50_000, 20],
  ] as const) {
    const input = market(count, kind);
    rows.push(measure(`order ${count} offers, ${kind}`, runs, () => rankOffers(input)));
  }
// Lots are remembered from a day's second list on: with a key of its own, each run pays for drawing them all.
let day = 0;
for (const [count, runs] of [
  [500, 1000],
  [50_000, 20],
] as const) {
  const input = market(count, 'all tied');
  const fresh = () => rankOffers({ ...input, dayKey: (++day).toString(16).padStart(64, '0') });
  rows.push(measure(`order ${count} offers, all tied, the first list of a day`, runs, fresh));
}
const page = market(500, 'mixed');
rows.push(
  measure('order 500 offers and write 500 sentences', 500, () => {
    const { above, below } = rankOffers(page);
    const of = { passing: above.length, windowDays: page.policy.windowDays };
    return [
      ...above.map((here) => sentenceAbove(here, of)),
      ...below.map(({ failures }) => sentenceBelow(failures[0])),
    ];
  }),
);
for (const count of [500, 5_000]) {
  const candidates = market(count, 'mixed').offers.map(({ ownerId, capacityUnits }, index) => ({
    ownerId,
    capacityUnits,
    recentSalesRupiah: (index * 7919) % 2_000_000,
  }));
  rows.push(
    measure(`split 400 units among ${count} owners`, 1000, () =>
      splitOrder({ quantity: 400, lots: 5, maxSuppliers: 5, referencePriceRupiah: 18_000, candidates }),
    ),
  );
}
rows.push(
  measure('gate, order and split 400 units, 500 offers', 500, () =>
    proposeSplit({ ...page, request: { ...page.request, quantity: 400 } }),
  ),
);
console.log(rows.join('\n'));
