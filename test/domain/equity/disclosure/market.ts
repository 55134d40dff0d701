import { addMonths } from '../../../../shared/domain/basics/month.ts';
import { type Crossed, crossingCounter } from '../../../../shared/domain/equity/disclosure/crossing.ts';
import { withDecisionsAbove } from '../../../../shared/domain/equity/disclosure/decisions-above.ts';
import type { Past, PastMonth } from '../../../../shared/domain/equity/disclosure/past.ts';
import { publicSnapshot } from '../../../../shared/domain/equity/disclosure/public-snapshot.ts';
import { unionOf } from '../../../../shared/domain/equity/disclosure/sensitive-sums.ts';
import { type Prices, pricesOf } from '../../../../shared/domain/equity/disclosure/small-prices.ts';
import type { MergeSources } from '../../../../shared/domain/equity/disclosure/suppressed-cells.ts';
import { suppressionOf } from '../../../../shared/domain/equity/disclosure/suppression.ts';
import type { Cell, NamedCell } from '../../../../shared/domain/equity/snapshot/cell.ts';
import { cellCounter } from '../../../../shared/domain/equity/snapshot/cell-counter.ts';
import { monthContributorsCounter } from '../../../../shared/domain/equity/snapshot/month-contributors.ts';
import { partOf, type Span, type StandingEntry } from '../../../../shared/domain/equity/snapshot/part.ts';
import {
  DEFINITION,
  type Snapshot,
  type SnapshotYear,
  type Suppressed,
} from '../../../../shared/domain/equity/snapshot/snapshot.ts';
import { activityBefore } from '../../../../shared/domain/equity/standing/activity-before.ts';
import { monthsInYear } from '../../../../shared/domain/equity/standing/carried.ts';
import { backInRegister, openGone, openStanding } from '../../../../shared/domain/equity/standing/open-standing.ts';
import type { PricesPaid } from '../../../../shared/domain/equity/standing/prices-paid.ts';
import type { Standing } from '../../../../shared/domain/equity/standing/standing.ts';
import { withSale } from '../../../../shared/domain/equity/standing/with-sale.ts';
import { shopOf } from '../../examples.ts';

/** Made-up markets in which shops come and go, and all that is published of them: what attackers work with. */
export const MONTHS = 15;
const CITIES = ['35.01', '35.02', '35.03', '36.01', '36.02'];
export type Merchant = {
  city: string;
  district: string;
  category: string;
  sales: number[];
  from: number;
  until: number;
};

const random = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};
/**
 * Cities of very different sizes, in districts and categories of which some are tiny; many months without a sale. In
 * some cities a district makes nearly one kind of goods: crossing the two then tells the few that do not.
 */
export const anyMarket = (seed: number): Merchant[] => {
  const next = random(seed);
  return CITIES.flatMap((city) => {
    const size = [4, 40, 120, 200][Math.floor(next() * 4)] ?? 12;
    const isNested = seed % 2 === 0 && next() < 0.5;
    return Array.from({ length: size }, (): Merchant => {
      const place = Math.min(2, Math.floor(next() * 2.15));
      const large = next() < 0.04;
      const [from, stays] = [next() < 0.2 ? Math.floor(next() * 8) : 0, next() < 0.85];
      return {
        from,
        until: stays ? MONTHS : from + 1 + Math.floor(next() * 7),
        city,
        district: `${city}.0${place + 1}`,
        category:
          ['batik', 'culinary', 'crafts'][isNested && next() < 0.97 ? place : Math.min(2, Math.floor(next() * 2.3))] ??
          'batik',
        sales: Array.from({ length: MONTHS }, () =>
          next() < 0.35 ? 0 : Math.floor(next() * (large ? 90_000 : 900)) + 1,
        ),
      };
    });
  });
};

export const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
/** Of some sales a list was the origin: of many in one city, of few in another. */
const pricesPaidOf = (city: string, rupiah: number): PricesPaid | undefined =>
  rupiah > 0 && rupiah % (3 * Number(city.slice(-1)) + 1) === 0
    ? {
        comparedRupiah: rupiah,
        referenceRupiah: rupiah + 7,
        below: rupiah % 5 === 0 ? { price_above_fair: 1 } : {},
      }
    : undefined;
/** In some cities most report each month, in others hardly anybody. */
const reportOf = ({ city }: Merchant, month: number, rupiah: number): number | null =>
  (rupiah + 13 * month) % 7 < Number(city.slice(-1)) * 2 ? rupiah * 3 + month : null;

export const monthCode = (month: number) => addMonths('2026-01', month);
type Lived = Standing & StandingEntry;
const lives = new WeakMap<Merchant, Lived[]>();
/** All the months of a shop, opened and kept as the market does. */
const lifeOf = (merchant: Merchant): Lived[] => {
  const known = lives.get(merchant);
  if (known) return known;
  const { city, district, category, from, until, sales } = merchant;
  const shop = shopOf('shop', { cityCode: city, district, category: category as 'batik' });
  const months: Standing[] = [];
  for (let month = from; month < MONTHS; month += 1) {
    const code = monthCode(month);
    if (month >= until) {
      if (monthsInYear(code, months).length > 0) months.push(openGone(shop, code, months));
      continue;
    }
    const opened = backInRegister(openStanding(shop, code, months), month === until - 1 && until < MONTHS);
    const rupiah = sales[month] ?? 0;
    const pricesPaid = pricesPaidOf(city, rupiah);
    const sale = { rupiah, firstReceipt: true, newAgency: false, pricesPaid };
    // A sale of some orders: as many as its rupiah end in.
    const more = Array.from({ length: rupiah % 7 }, () => ({ rupiah: 0, firstReceipt: true, newAgency: false }));
    const sold = rupiah > 0 ? more.reduce(withSale, withSale(opened, sale)) : opened;
    months.push({ ...sold, reportedRupiah: reportOf(merchant, month, rupiah) });
  }
  const lived = months.map((one) => ({ ...one, earlier: activityBefore(one) }));
  lives.set(merchant, lived);
  return lived;
};
export const entriesOf = (merchants: readonly Merchant[], month: number, span: Span): StandingEntry[] =>
  merchants
    .flatMap((merchant) => lifeOf(merchant).filter((one) => one.month === monthCode(month)))
    .filter(({ gone }) => span === 'year' || !gone);
export const cellOf = (merchants: readonly Merchant[], month: number, span: Span): Cell => {
  const parts = entriesOf(merchants, month, span).map(partOf[span]);
  const counter = cellCounter({ count: parts.length, total: BigInt(sum(parts.map(({ rupiah }) => rupiah))) });
  for (const part of parts.sort((a, b) => a.rupiah - b.rupiah)) {
    counter.amount(part.rupiah);
    counter.part(part);
  }
  return counter.end().cell;
};
export const cellsOf = (merchants: readonly Merchant[], month: number) => ({
  month: cellOf(merchants, month, 'month'),
  year: cellOf(merchants, month, 'year'),
});
export const contributorsOf = (merchants: readonly Merchant[], month: number) => {
  const counter = monthContributorsCounter();
  for (const entry of entriesOf(merchants, month, 'month')) counter.add(entry);
  return counter.end();
};
const codesOf = (merchants: readonly Merchant[], by: 'district' | 'category') =>
  [...new Set(merchants.map((one) => one[by]))].sort();

export const base = () => ({
  placeName: '',
  revision: 1,
  phase: 'final' as const,
  definition: DEFINITION,
  sentence: '',
  missing: [],
  files: null,
  takenAt: '2027-01-01T00:00:00.000Z',
  hash: '',
});
export const periodOf = (total: Cell, districts: NamedCell[] = [], categories: NamedCell[] = []): SnapshotYear => ({
  total,
  districts,
  categories,
  between: { districts: null, categories: null },
  agencies: [],
  control: { merchants: total.merchants, turnoverRupiah: total.turnoverRupiah ?? '0' },
});

/** The groups common to a district and a category, as the close counts them. */
const crossingOf = (merchants: readonly Merchant[], month: number, span: Span): Crossed[] => {
  const counter = crossingCounter();
  const sales = merchants.flatMap(({ district, category, ...merchant }) =>
    entriesOf([{ district, category, ...merchant }], month, span).map((entry) => ({
      district,
      category,
      rupiah: partOf[span](entry).rupiah,
    })),
  );
  for (const { district, category, rupiah } of sales.sort((x, y) => x.rupiah - y.rupiah))
    counter.add(district, category, rupiah);
  return counter.end();
};

export type Published = { open: Snapshot; kept: Snapshot; suppressed: Suppressed; at: number };
/** What was decided of a place's months: what later ones look back on. */
type History = Map<string, (PastMonth & { suppressed: Suppressed })[]>;
const COUNTRY = 'ID';
const above = (place: string): string[] =>
  place === COUNTRY ? [] : place.length === 2 ? [COUNTRY] : [place.slice(0, 2), COUNTRY];

/** A month of a city, with all its parts. */
const cityMonth = (merchants: readonly Merchant[], city: string, at: number): Snapshot => {
  const period = (span: Span) => {
    const named = (by: 'district' | 'category') =>
      codesOf(merchants, by).map((code) => ({
        code,
        name: code,
        ...cellOf(
          merchants.filter((one) => one[by] === code),
          at,
          span,
        ),
      }));
    return periodOf(cellOf(merchants, at, span), named('district'), named('category'));
  };
  return { ...base(), place: city, month: monthCode(at), ...period('month'), cities: [], year: period('year') };
};

/** Closes every month of every place as the close does, deciding what is suppressed with or without looking back. */
export const published = (market: readonly Merchant[], lookingBack: boolean, months = MONTHS): Published[] => {
  const all: Published[] = [];
  const history: History = new Map();
  for (let at = 0; at < months; at += 1) {
    const ofMonth = new Map<string, Omit<Published, 'open'>>();
    const decide = (kept: Snapshot, sources: MergeSources): Suppressed => {
      const past: Past = { months: (history.get(kept.place) ?? []).slice(-11) };
      const found = suppressionOf(kept, past, sources);
      const naive = { yearTotal: found.total, year: found.month, yearPrices: found.prices, yearReports: found.reports };
      const suppressed = lookingBack ? found : { ...found, ...naive };
      ofMonth.set(kept.place, { kept, suppressed, at });
      return suppressed;
    };
    const wholes: NamedCell[] = [];
    const [hidden, silent, prices] = [[] as string[], [] as string[], new Map<string, Prices>()];
    for (const city of CITIES) {
      const merchants = market.filter((one) => one.city === city);
      const snapshot = cityMonth(merchants, city, at);
      const suppressed = decide(snapshot, {
        contributors: contributorsOf(merchants, at),
        crossing: { month: crossingOf(merchants, at, 'month'), year: crossingOf(merchants, at, 'year') },
      });
      if (suppressed.total) hidden.push(city);
      if (suppressed.reports !== false) silent.push(city);
      prices.set(city, pricesOf({ ...snapshot, suppressed }));
      wholes.push({ code: city, name: city, ...snapshot.total });
    }
    for (const place of ['35', '36', COUNTRY]) {
      const merchants = market.filter(({ city }) => place === COUNTRY || city.startsWith(place));
      const { month, year } = cellsOf(merchants, at);
      const cities = wholes.filter(({ code }) => place === COUNTRY || code.startsWith(place));
      const of = (codes: readonly string[]) => codes.filter((code) => cities.some((city) => city.code === code));
      const merged = (whole: Cell, parts: readonly Cell[]) =>
        periodOf({ ...whole, topTwoShare: unionOf(parts).topTwoShare });
      const suppressed = decide(
        {
          ...base(),
          place,
          month: monthCode(at),
          ...merged(month, cities),
          cities,
          year: periodOf({ ...year, topTwoShare: null }),
        },
        { cities: [...of(hidden), ...(place === COUNTRY ? hidden : [])], reports: of(silent), prices },
      );
      if (place !== COUNTRY) hidden.push(...suppressed.month, ...(suppressed.total ? [place] : []));
    }
    for (const [place, { kept, suppressed }] of ofMonth) {
      const decisions = lookingBack ? above(place).map((code) => ofMonth.get(code)?.suppressed) : [];
      const decided = withDecisionsAbove(place, suppressed, decisions);
      history.set(place, [...(history.get(place) ?? []), { suppressed: decided, has: kept }]);
      all.push({ open: publicSnapshot({ ...kept, suppressed }, decisions), kept, suppressed: decided, at });
    }
  }
  return all;
};
