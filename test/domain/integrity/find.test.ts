import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MonthFacts, Reported } from '../../../shared/domain/integrity/facts.ts';
import { findingsOf, MOST_A_RULE } from '../../../shared/domain/integrity/find.ts';
import type { Purchase } from '../../../shared/domain/integrity/purchase.ts';
import type { RuleCode } from '../../../shared/domain/integrity/rule-code.ts';
import type { VisitMade } from '../../../shared/domain/integrity/visit-made.ts';

const OFFICE = 'agc_1';
const MONTH = '2026-11';
let made = 0;
const purchase = (but: Partial<Purchase> & { rupiah?: number; priceRupiah?: number } = {}): Purchase => {
  made += 1;
  const { rupiah = 500_000, priceRupiah = 20_000, ...rest } = but;
  const day = rest.day ?? '2026-11-10';
  return {
    orderId: `ord_${made}`,
    buyer: OFFICE,
    agencyId: OFFICE,
    merchantId: 'mrc_1',
    ownerId: 'own_1',
    category: 'meeting-food',
    day,
    at: `${day}T02:00:00.000Z`,
    month: day.slice(0, 7),
    packageId: `pkg_${made}`,
    goodsRupiah: rupiah,
    feeRupiah: 0,
    passing: 30,
    sides: [],
    lines: [
      {
        goods: 'kotak/nasi',
        name: 'Nasi kotak',
        unit: 'kotak',
        priceRupiah,
        quantity: rupiah / priceRupiah,
        offeredAt: null,
      },
    ],
    ...rest,
  };
};
const from = (shop: number, but: Parameters<typeof purchase>[0] = {}) =>
  purchase({ merchantId: `mrc_${shop}`, ownerId: `own_${shop}`, ...but });
const shopsOf = (evidence: Record<string, string[]>): MonthFacts['shops'] =>
  new Map(
    Object.entries(evidence).map(([id, marks]) => [
      id,
      { merchantId: id, name: `Toko ${id}`, ownerId: id.replace('mrc', 'own'), evidence: marks },
    ]),
  );
const report = (shop: number, now: number, before: number | null = null, earlier: number | null = null): Reported => ({
  merchantId: `mrc_${shop}`,
  name: `Toko ${shop}`,
  ownerId: `own_${shop}`,
  category: 'culinary',
  rupiah: [now, before, earlier],
});
const facts = (but: Partial<MonthFacts>): MonthFacts => ({
  month: MONTH,
  purchases: [],
  prices: new Map(),
  shops: new Map(),
  offices: new Map([[OFFICE, 'Dinas A']]),
  cancelled: [],
  reports: [],
  visits: [],
  ...but,
});
const asked = (but: Partial<MonthFacts>, rule: RuleCode) => findingsOf(facts(but)).filter((one) => one.rule === rule);
const several = (count: number, make: (index: number) => Purchase) =>
  Array.from({ length: count }, (_, at) => make(at));

describe('a pair of an office and an owner', () => {
  test('is asked about when fair rotation would hardly bring it, with its probability', () => {
    const purchases = [...several(5, () => from(1)), ...several(4, (at) => from(at + 2))];
    const [finding] = asked({ purchases }, 'repeated-pair');
    expect(finding).toMatchObject({ agencyId: OFFICE, merchantIds: ['mrc_1'] });
    // P(Bin(9, 1/30) ≥ 5) = 4.6e-6.
    expect(finding?.facts.find(({ label }) => label.startsWith('Peluang'))?.value).toBe('1 banding 220.000');
    expect(finding?.question).toContain('5 kali dari 9');
  });

  test('is not, among three that pass, nor for three orders, nor for one cart of many', () => {
    expect(asked({ purchases: several(6, (at) => from(at % 3, { passing: 3 })) }, 'repeated-pair')).toEqual([]);
    expect(asked({ purchases: several(3, () => from(1)) }, 'repeated-pair')).toEqual([]);
    expect(asked({ purchases: several(6, () => from(1, { packageId: 'pkg_same' })) }, 'repeated-pair')).toEqual([]);
  });

  test('is not asked about again without an order of the month', () => {
    expect(asked({ purchases: several(9, () => from(1, { day: '2026-10-10' })) }, 'repeated-pair')).toEqual([]);
  });
});

describe('a circle of few owners', () => {
  test('is asked about though none of them is repeated often', () => {
    const purchases = several(9, (at) => from(at % 3, { day: at < 5 ? '2026-10-20' : '2026-11-10' }));
    expect(asked({ purchases }, 'repeated-pair')).toEqual([]);
    expect(asked({ purchases }, 'few-owners')[0]?.merchantIds).toHaveLength(3);
  });

  test('is not, where an office goes round', () => {
    expect(asked({ purchases: several(12, (at) => from(at)) }, 'few-owners')).toEqual([]);
  });
});

describe('shops that share a phone', () => {
  const purchases = [1, 2, 1, 2].map((shop) => from(shop, { passing: null }));
  test('are asked about when both serve one office', () => {
    const shops = shopsOf({ mrc_1: ['phone 1'], mrc_2: ['phone 1'] });
    expect(asked({ purchases, shops }, 'linked-shops')[0]?.merchantIds).toEqual(['mrc_1', 'mrc_2']);
  });

  test('are joined through a third, and not by what half the town shows', () => {
    const chain = shopsOf({ mrc_1: ['phone 1'], mrc_2: ['account 9'], mrc_3: ['phone 1', 'account 9'] });
    const three = [...purchases, from(3)];
    expect(asked({ purchases: three, shops: chain }, 'linked-shops')[0]?.merchantIds).toHaveLength(3);
    const everybody = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((shop) => [`mrc_${shop}`, ['phone kelurahan']]));
    expect(asked({ purchases, shops: shopsOf(everybody) }, 'linked-shops')).toEqual([]);
  });
});

describe('packages under a limit', () => {
  const split = (sums: readonly number[], days = ['2026-11-10', '2026-11-12', '2026-11-30']) =>
    asked(
      { purchases: sums.map((rupiah, at) => from(at, { rupiah, day: days[at] ?? '2026-11-10' })) },
      'split-packages',
    );

  test('are asked about when they pass it together within a week', () => {
    expect(split([9_600_000, 9_200_000])[0]?.question).toContain('masing-masing di bawah Rp10.000.000');
    expect(split([48_000_000, 49_000_000])[0]?.question).toContain('di bawah Rp50.000.000');
  });

  test('are not when one is over it, small, or weeks later', () => {
    expect(split([10_200_000, 9_600_000])).toEqual([]);
    expect(split([5_900_000, 9_900_000])).toEqual([]);
    expect(split([9_600_000, 9_200_000], ['2026-11-02', '2026-11-20'])).toEqual([]);
  });

  test('are one package when they are one cart, whoever delivers it', () => {
    const parts = [1, 2].map((shop) => from(shop, { rupiah: 9_600_000, packageId: 'pkg_cart' }));
    expect(asked({ purchases: parts }, 'split-packages')).toEqual([]);
  });

  test('at the limit itself are under it: a sum at a ceiling belongs to the lower form', () => {
    expect(split([10_000_000, 10_000_000])).toHaveLength(1);
  });
});

describe('a price', () => {
  const prices = new Map([
    ['kotak/nasi', new Map([18, 18.5, 19, 20, 21, 40].map((price, at) => [`own_${at}`, price * 1000]))],
  ]);
  test('far above like goods of five other owners is asked about', () => {
    const purchases = [purchase({ priceRupiah: 40_000, ownerId: 'own_5', rupiah: 400_000 })];
    expect(asked({ purchases, prices }, 'far-price')[0]?.facts[1]?.value).toBe('Rp19.000 dari 5 pemilik lain');
  });

  test('is not with four others, or within a third of the median', () => {
    const few = new Map([['kotak/nasi', new Map([18, 19, 20, 21].map((price, at) => [`own_${at}`, price * 1000]))]]);
    const purchases = [purchase({ priceRupiah: 40_000, ownerId: 'own_9', rupiah: 400_000 })];
    expect(asked({ purchases, prices: few }, 'far-price')).toEqual([]);
    const near = [purchase({ priceRupiah: 24_000, ownerId: 'own_9', rupiah: 240_000 })];
    expect(asked({ purchases: near, prices }, 'far-price')).toEqual([]);
  });
});

describe('a new product', () => {
  const line = (offeredAt: string, rupiah: number) => {
    const one = purchase({ rupiah });
    return { ...one, lines: one.lines.map((own) => ({ ...own, offeredAt })) };
  };
  test('bought for much within a day of being offered is asked about; a small order of a newcomer is not', () => {
    expect(asked({ purchases: [line('2026-11-09T20:00:00.000Z', 2_000_000)] }, 'new-product')).toHaveLength(1);
    expect(asked({ purchases: [line('2026-11-09T20:00:00.000Z', 400_000)] }, 'new-product')).toEqual([]);
    expect(asked({ purchases: [line('2026-11-01T20:00:00.000Z', 2_000_000)] }, 'new-product')).toEqual([]);
  });
});

describe('what stands on both sides', () => {
  test('is asked about once for each shop', () => {
    const purchases = [from(1, { sides: ['phone'] }), from(1, { sides: ['applicant'] }), from(2)];
    const found = asked({ purchases }, 'both-sides');
    expect(found).toHaveLength(1);
    expect(found[0]?.question).toContain('nomor telepon yang sama dan akun yang mendaftarkan toko');
  });
});

describe('a fee', () => {
  const bought = (rupiah: number, feeRupiah: number) =>
    several(4, () => from(1, { agencyId: null, buyer: `ani ${made}`, rupiah, feeRupiah }));
  test('out of proportion to the goods of a month is asked about', () => {
    expect(asked({ purchases: bought(20_000, 50_000) }, 'delivery-fee')).toHaveLength(1);
    expect(asked({ purchases: bought(200_000, 50_000) }, 'delivery-fee')).toEqual([]);
    expect(asked({ purchases: bought(20_000, 20_000) }, 'delivery-fee')).toEqual([]);
  });
});

describe('one buyer', () => {
  const bought = (times: number) => [
    ...several(times, () => from(1, { rupiah: 800_000 })),
    ...several(2, () => from(1, { agencyId: null, buyer: 'ani', rupiah: 200_000 })),
  ];
  test('above four fifths of an owner’s sales is asked about, and a person is not named', () => {
    expect(asked({ purchases: bought(6) }, 'one-buyer')[0]?.question).toContain('berasal dari Dinas A');
    const private_ = several(8, () => from(1, { agencyId: null, buyer: 'sidik', rupiah: 800_000 }));
    const [finding] = asked({ purchases: private_ }, 'one-buyer');
    expect(finding?.question).toContain('satu pembeli perorangan');
    expect(JSON.stringify(finding)).not.toContain('sidik');
  });
});

describe('a buyer who cancels', () => {
  test('three accepted orders is asked about', () => {
    const orderIds = ['a', 'b', 'c'];
    expect(asked({ cancelled: [{ buyer: 'x', orderIds }] }, 'buyer-cancels')).toHaveLength(1);
    expect(asked({ cancelled: [{ buyer: 'x', orderIds: ['a', 'b'] }] }, 'buyer-cancels')).toEqual([]);
  });
});

describe('a visit', () => {
  const malang = { latitude: -7.98, longitude: 112.63, accuracyMeters: 10 };
  const north = (meters: number) => ({ ...malang, latitude: malang.latitude + meters / 111_195 });
  const visit = (shop: number, but: Partial<VisitMade> = {}): VisitMade => ({
    visitor: 'lapangan',
    visitorName: 'Pak Dwi',
    merchantId: `mrc_${shop}`,
    name: `Toko ${shop}`,
    ownerId: `own_${shop}`,
    district: '35.73.02',
    day: `${MONTH}-10`,
    receivedOn: `${MONTH}-10`,
    place: north(500 * shop),
    photos: [],
    ...but,
  });
  const visits = (count: number, but: (shop: number) => Partial<VisitMade> = () => ({})) =>
    Array.from({ length: count }, (_, shop) => visit(shop, but(shop)));

  test('of a hundred shops in a day is asked about, whether they were planned for it or sent on it; of twenty is not', () => {
    const days = (shop: number) => `${MONTH}-${String(1 + (shop % 28)).padStart(2, '0')}`;
    for (const but of [
      () => ({}),
      (shop: number) => ({ day: days(shop) }),
      (shop: number) => ({ receivedOn: days(shop) }),
    ]) {
      const found = asked({ visits: visits(100, but) }, 'many-visits');
      expect(found.map(({ question }) => question)).toEqual([expect.stringContaining('100 usaha dalam satu hari')]);
    }
    expect(asked({ visits: visits(20) }, 'many-visits')).toEqual([]);
    expect(asked({ visits: visits(40, (shop) => ({ visitor: `p${shop % 2}` })) }, 'many-visits')).toEqual([]);
  });

  test('of three owners at one place, or of two with one picture, is asked about once; of one owner’s shops is not', () => {
    const together = asked({ visits: visits(5, (shop) => ({ place: north(5 * shop) })) }, 'one-visit-place');
    expect(together.map(({ merchantIds }) => merchantIds.length)).toEqual([5]);
    expect(
      asked({ visits: visits(5, (shop) => ({ place: north(5 * shop), ownerId: 'own' })) }, 'one-visit-place'),
    ).toEqual([]);
    expect(asked({ visits: visits(2, () => ({ place: malang })) }, 'one-visit-place')).toEqual([]);
    const rough = visits(5, () => ({ place: { ...malang, accuracyMeters: 400 } }));
    expect(asked({ visits: rough }, 'one-visit-place')).toEqual([]);
    const picture = asked({ visits: visits(2, () => ({ photos: ['a'] })) }, 'one-visit-place');
    expect(picture.map(({ question }) => question)).toEqual([expect.stringContaining('dengan foto yang sama')]);
    // Without a visit of this month there is no news.
    expect(
      asked({ visits: visits(5, () => ({ place: malang, receivedOn: '2020-01-02' })) }, 'one-visit-place'),
    ).toEqual([]);
  });

  test('far from where others of its kecamatan were visited is asked about, where enough were', () => {
    const far = visit(9, { place: north(60_000) });
    const found = asked({ visits: [...visits(6), far] }, 'far-visit');
    expect(found.map(({ merchantIds }) => merchantIds)).toEqual([['mrc_9']]);
    expect(asked({ visits: [...visits(4), far] }, 'far-visit')).toEqual([]);
    expect(asked({ visits: visits(6, (shop) => ({ place: north(20_000 * shop) })) }, 'far-visit')).toEqual([]);
  });
});

describe('a report', () => {
  test('of the same figure three months running is asked about; of none is not', () => {
    const reports = [report(1, 1_250_000, 1_250_000, 1_250_000), report(2, 0, 0, 0), report(3, 1_000, 1_000)];
    expect(asked({ reports }, 'same-report').map(({ subject }) => subject)).toEqual(['mrc_1']);
  });

  test('that three owners share is asked about, unless it is round', () => {
    expect(asked({ reports: [1, 2, 3].map((shop) => report(shop, 1_234_567)) }, 'shared-report')).toHaveLength(1);
    expect(asked({ reports: [1, 2, 3].map((shop) => report(shop, 1_500_000)) }, 'shared-report')).toEqual([]);
  });

  test('that leaps where its category does not is asked about; a leap of all together is not', () => {
    const steady = Array.from({ length: 12 }, (_, at) => report(at, 1_000_000 + at * 40_000, 1_020_000 + at * 30_000));
    expect(
      asked({ reports: [...steady, report(99, 9_000_000, 1_000_000)] }, 'report-jump').map(({ subject }) => subject),
    ).toEqual(['mrc_99']);
    const all = steady.map(({ rupiah: [now, before], ...rest }) => ({
      ...rest,
      rupiah: [now * 3, before, null] as const,
    }));
    expect(asked({ reports: all }, 'report-jump')).toEqual([]);
  });
});

describe('what is asked of a month', () => {
  const any = fc.array(
    fc.record({ shop: fc.nat(5), rupiah: fc.integer({ min: 1, max: 600 }), day: fc.integer({ min: 1, max: 28 }) }),
    { maxLength: 40 },
  );
  test('is the same in any order of the facts, each subject of a rule once', () => {
    fc.assert(
      fc.property(any, (rows) => {
        made = 0;
        const purchases = rows.map(({ shop, rupiah, day }) =>
          from(shop, { rupiah: rupiah * 20_000, day: `2026-11-${String(day).padStart(2, '0')}` }),
        );
        const found = findingsOf(facts({ purchases }));
        expect(findingsOf(facts({ purchases: purchases.toReversed() }))).toEqual(found);
        const names = found.map(({ rule, subject }) => `${rule} ${subject}`);
        expect(new Set(names).size).toBe(names.length);
      }),
    );
  });

  test('is never more than officers can answer, the furthest from usual first', () => {
    const reports = Array.from({ length: 100 }, (_, shop) => report(shop, 1_001 + shop, 1_001 + shop, 1_001 + shop));
    const found = asked({ reports }, 'same-report');
    expect(found).toHaveLength(MOST_A_RULE);
    expect(found[0]?.subject).toBe('mrc_99');
  });
});
