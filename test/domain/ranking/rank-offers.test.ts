import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toldBy } from '../../../shared/domain/ranking/ledger/rungs.ts';
import { listSentence } from '../../../shared/domain/ranking/rule/counting-sentence.ts';
import { lineOf } from '../../../shared/domain/ranking/rule/price-line.ts';
import { rankOffers } from '../../../shared/domain/ranking/rule/rank-offers.ts';
import type { RankingInput } from '../../../shared/domain/ranking/rule/ranking.ts';
import { AmountNotWhole } from '../../../shared/domain/ranking/rule/request.ts';
import { inRounds } from '../../../shared/domain/ranking/rule/rounds.ts';
import { sentenceAbove } from '../../../shared/domain/ranking/rule/sentence.ts';
import { anyInput, input, offer, policy } from './offers.ts';

const runs = { numRuns: 10_000 };
const placeOf = (given: RankingInput, ownerId: string) =>
  rankOffers(given).above.find((here) => here.offer.ownerId === ownerId)?.rank ?? Number.POSITIVE_INFINITY;
const withStanding = (given: RankingInput, ownerId: string, recentSalesRupiah: number): RankingInput => {
  const owners = new Map(given.ledger.owners);
  const { exposure = 0, offset = 0 } = owners.get(ownerId) ?? {};
  owners.set(ownerId, { exposure, offset, recentSalesRupiah });
  return { ...given, ledger: { ...given.ledger, owners } };
};

describe('a fair order', () => {
  test('asks at most the line price above the line', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { above, line } = rankOffers(given);
        for (const here of above) {
          const own = lineOf(here.offer, line, given.policy.tolerancePercent).lineRupiah;
          expect(here.offer.priceRupiah).toBeLessThanOrEqual(own ?? Number.POSITIVE_INFINITY);
          expect(here.offer.priceRupiah).toBeLessThanOrEqual(here.offer.ceilingRupiah ?? Number.POSITIVE_INFINITY);
        }
      }),
      runs,
    );
  });

  test('never ranks an owner lower for having sold less', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(6), fc.nat(500), (given, owner, less) => {
        const ownerId = `own-${owner}`;
        const standing = given.ledger.owners.get(ownerId)?.recentSalesRupiah ?? 0;
        const poorer = withStanding(given, ownerId, Math.max(0, standing - less));
        if (placeOf(poorer, ownerId) > placeOf(given, ownerId)) throw new Error('ranked lower with less');
      }),
      runs,
    );
  });

  test('never ranks an owner lower for a lower price, though the median moves with it', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(11), fc.nat(60), (any, at, less) => {
        // A search looks for words first: there a lower price may bring another of the owner's goods forward.
        const given = { ...any, offers: any.offers.map(({ tier: _, ...one }) => one) };
        const chosen = given.offers[at];
        // An offer that fails for another reason has no rank; it only counts in the owner's lowest price.
        const failures = rankOffers(given).below.find((here) => here.offer === chosen)?.failures ?? [];
        if (!chosen || failures.some(({ reason }) => !reason.startsWith('price'))) return;
        const cheaper = { ...chosen, priceRupiah: Math.max(0, chosen.priceRupiah - less) };
        const offers = given.offers.with(at, cheaper);
        if (placeOf({ ...given, offers }, chosen.ownerId) > placeOf(given, chosen.ownerId))
          throw new Error('ranked lower for a lower price');
      }),
      runs,
    );
  });

  test('measures offers without evidence among themselves: the price of unlike goods does not move their line', () => {
    const like = { medianRupiah: 80, owners: 1, source: 'like' as const };
    const offers = [
      offer('a', { priceRupiah: 80 }),
      offer('b', { priceRupiah: 82 }),
      offer('c', { priceRupiah: 82 }),
      offer('d', { ownerId: 'own-b', priceRupiah: 84, like }),
    ];
    const dear = rankOffers(input(offers));
    const cheaper = rankOffers(input(offers.with(3, offer('d', { ownerId: 'own-b', priceRupiah: 50, like }))));
    expect(dear.line).toEqual(cheaper.line);
    expect(dear.line.medianRupiah).toBe(82);
  });

  test('does not depend on the order in which offers and owners come', () => {
    fc.assert(
      fc.property(
        anyInput.chain((given) =>
          fc.tuple(fc.constant(given), fc.shuffledSubarray([...given.offers], { minLength: given.offers.length })),
        ),
        ([given, offers]) => {
          const owners = new Map([...given.ledger.owners].reverse());
          const again = rankOffers({ ...given, offers, ledger: { ...given.ledger, owners } });
          if (JSON.stringify(again) !== JSON.stringify(rankOffers(given))) throw new Error('another list');
        },
      ),
      runs,
    );
  });

  test('shows every offer once: above, folded into its owner, or below with a reason', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        const { above, below } = rankOffers(given);
        const shown = [
          ...above
            .flatMap((here) => [here, ...here.others.map((offer) => ({ offer }))])
            .map(({ offer }) => offer.offerId),
        ];
        shown.push(...below.map((here) => here.offer.offerId));
        if (
          shown.sort().join() !==
          given.offers
            .map((one) => one.offerId)
            .sort()
            .join()
        )
          throw new Error('lost');
        if (new Set(above.map((here) => `${here.tier} ${here.offer.ownerId}`)).size !== above.length)
          throw new Error('owner twice');
        if (below.some((here) => here.failures.length === 0)) throw new Error('no reason');
        const rows = inRounds({ above, below });
        if (rows.some(({ rank }, index) => rank !== index + 1)) throw new Error('ranks have gaps');
        if (rows.some((here) => here.above && here.round === 0 && here.rank !== here.turn.rank))
          throw new Error('a turn is elsewhere');
      }),
      runs,
    );
  });

  test.each([
    ['u (until rule version 3)', 3],
    ['the step where who is first stands', 4],
  ])(
    'keeps owners within max(what they were apart, %s + the order) where each order goes to the first',
    (_, ruleVersion) => {
      fc.assert(
        fc.property(
          fc.array(fc.record({ sold: fc.nat(1000), offset: fc.nat(65_535) }), { minLength: 2, maxLength: 6 }),
          fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 25 }),
          fc.integer({ min: 1, max: 300 }),
          (start, orders, unitRupiah) => {
            const offers = start.map((_, index) => offer(String(index), { priceRupiah: 100 + index }));
            const owners = new Map(
              start.map(({ sold, offset }, i) => [
                `own-${i}`,
                { recentSalesRupiah: sold, offset, exposure: (i * 7) % 3 },
              ]),
            );
            const apart = () => {
              const all = [...owners.values()].map((standing) => standing.recentSalesRupiah);
              return Math.max(...all) - Math.min(...all);
            };
            let bound = apart();
            for (const value of orders) {
              const given = input(offers, { ledger: { version: 'v', owners }, unitRupiah, ruleVersion });
              const [first] = rankOffers(given).above;
              const standing = owners.get(first?.offer.ownerId ?? '');
              if (!first || !standing) throw new Error('nobody above the line');
              const { from, to } = toldBy(first.step, unitRupiah);
              bound = Math.max(bound, (ruleVersion === 3 ? unitRupiah : to - from) + value);
              standing.recentSalesRupiah += value;
              if (apart() > bound) throw new Error(`${apart()} > ${bound}`);
            }
          },
        ),
        { numRuns: 10_000 },
      );
    },
  );

  test('gives one rank to an owner with many shops and offers', () => {
    const many = Array.from({ length: 50 }, (_, index) =>
      offer(`a${index}`, { ownerId: 'own-a', priceRupiah: 18_050 - index }),
    );
    const { above } = rankOffers(input([...many, offer('b', { priceRupiah: 18_500 })]));
    expect(above.map((here) => here.offer.offerId)).toEqual(['off-a49', 'off-b']);
    expect(above[0]?.others.map(({ priceRupiah }) => priceRupiah)).toEqual(
      Array.from({ length: 49 }, (_, index) => 18_002 + index),
    );
  });

  test('compares by step, exposure, price, recent sales, then the draw of the day, and says so', () => {
    const owners = new Map([
      ['own-a', { recentSalesRupiah: 250_000, exposure: 0 }],
      ['own-b', { recentSalesRupiah: 90_000, exposure: 0 }],
      ['own-c', { recentSalesRupiah: 10_000, exposure: 5 }],
      ['own-d', { recentSalesRupiah: 95_000, exposure: 0 }],
    ]);
    const offers = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
      offer(id, { priceRupiah: id === 'e' || id === 'f' ? 19_000 : 18_000 }),
    );
    const { above } = rankOffers(input(offers, { ledger: { version: 'v', owners } }));
    expect(above.map((here) => here.offer.ownerId.slice(4)).join('')).toMatch(/^bd(ef|fe)ca$/);
    expect(above.map((here) => here.decidedBy)).toEqual([
      'first',
      'recent_sales',
      'price',
      'draw',
      'exposure',
      'recent_sales_step',
    ]);
    const of = { passing: above.length, windowDays: 90 };
    expect(above.map((here) => sentenceAbove(here, of))).toEqual([
      'Urutan 1 dari 6: pesanan 90 hari terakhir di jenjang terbawah, di kelompok yang paling sedikit menerima pesanan.',
      'Urutan 2 dari 6: pesanan 90 hari terakhir di jenjang terbawah, sedikit lebih banyak daripada urutan di atasnya.',
      'Urutan 3 dari 6: pesanan 90 hari terakhir di jenjang terbawah, setara urutan di atasnya tetapi harganya lebih tinggi di antara barang sejenis, Rp19.000.',
      'Urutan 4 dari 6: pesanan 90 hari terakhir di jenjang terbawah, sama dengan urutan di atasnya, sehingga diundi dengan kunci hari ini.',
      'Urutan 5 dari 6: pesanan 90 hari terakhir di jenjang terbawah, setara urutan di atasnya tetapi sudah lebih sering ditampilkan.',
      'Urutan 6 dari 6: pesanan 90 hari terakhir di jenjang 4, lebih banyak daripada urutan di atasnya.',
    ]);
    const plain =
      'Diurutkan dari UMKM yang paling sedikit menerima pesanan 90 hari terakhir, di antara yang harganya wajar dan mutunya memenuhi.';
    expect(listSentence(policy)).toBe(plain);
    expect(listSentence({ ...policy, pricePowerAbove: 3, newcomerDays: 90 })).toBe(
      `${plain} Pesanan di atas harga acuan dihitung lebih besar; usaha baru didahulukan untuk pesanan pertamanya.`,
    );
  });

  test('lets every good of an owner follow after everybody had a turn, and none comes twice', () => {
    const goods = (owner: string, prices: readonly number[]) =>
      prices.map((priceRupiah, at) => offer(`${owner}${at}`, { ownerId: `own-${owner}`, priceRupiah }));
    const offers = [...goods('a', [18_000, 19_000, 20_000]), ...goods('b', [18_500]), ...goods('c', [18_600, 18_700])];
    const rows = inRounds(rankOffers(input(offers)));
    expect(rows.map((here) => here.offer.offerId.slice(4))).toEqual(['a0', 'b0', 'c0', 'a1', 'c1', 'a2']);
    expect(rows.map((here) => here.above && here.turn.rank)).toEqual([1, 2, 3, 1, 3, 1]);
  });

  test('breaks no tie by an id: whoever can choose ids gains no rank', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 4, maxLength: 8 }), { minLength: 2, maxLength: 2 }),
        ([one = '', two = '']) => {
          // The same offers under other ids: sorted ids tell nothing of the order, over many days both come first.
          const first = Array.from({ length: 24 }, (_, day) => {
            const pair = [one, two].map((id) => ({ ...offer(id), offerId: id, ownerId: 'own-p' }));
            const key = day.toString(16).padStart(64, '0');
            return rankOffers(input(pair, { dayKey: key })).above[0]?.offer.offerId;
          });
          expect(new Set(first).size).toBeGreaterThan(1);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('compares prices of goods that are not alike by what like goods cost', () => {
    const rice = { like: { medianRupiah: 15_000, owners: 5, source: 'like' as const } };
    const soap = { like: { medianRupiah: 4_000, owners: 5, source: 'like' as const } };
    const given = input([
      offer('soap', { ...soap, priceRupiah: 4_400 }),
      offer('rice', { ...rice, priceRupiah: 14_000 }),
      offer('dear', { ...soap, priceRupiah: 4_801 }),
      offer('only', { like: { medianRupiah: 900_000, owners: 1, source: 'few' }, priceRupiah: 900_000 }),
    ]);
    const { above, below } = rankOffers(given);
    expect(above.map((here) => here.offer.offerId)).toEqual(['off-rice', 'off-only', 'off-soap']);
    expect(below.map((here) => [here.offer.offerId, here.failures[0].reason])).toEqual([
      ['off-dear', 'price_above_fair'],
    ]);
  });

  test('another day draws ties anew', () => {
    const offers = Array.from({ length: 20 }, (_, index) => offer(String(index)));
    const order = (dayKey: string) => rankOffers(input(offers, { dayKey })).above.map((here) => here.offer.ownerId);
    expect(order('01')).not.toEqual(order('02'));
    expect([...order('01')].sort()).toEqual([...order('02')].sort());
  });

  test('refuses amounts that are not whole', () => {
    expect(() => rankOffers(input([offer('a', { priceRupiah: 1.5 })]))).toThrow(AmountNotWhole);
    expect(() => rankOffers(input([], { unitRupiah: 0 }))).toThrow(AmountNotWhole);
    const owners = new Map([['own-a', { recentSalesRupiah: 2 ** 53, exposure: 0 }]]);
    expect(() => rankOffers(input([offer('a')], { ledger: { version: 'v', owners } }))).toThrow(AmountNotWhole);
  });

  test('of nothing is nothing', () => {
    expect(rankOffers(input([]))).toMatchObject({
      above: [],
      below: [],
      line: { medianRupiah: null, lineRupiah: null },
    });
  });
});
