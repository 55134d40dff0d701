import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../shared/domain/basics/month.ts';
import { Phone } from '../../shared/domain/basics/typed/phone.ts';
import {
  count,
  dateTime,
  day,
  deadline,
  monthName as domainMonthName,
  index,
  lastDay,
  monthName,
  percent,
  phone,
  roughRupiah,
  rupiah,
  shortRupiah,
  whatsApp,
} from '../../shared/domain/basics/wording.ts';
import { lorenzAt, lorenzSentence } from '../../shared/domain/equity/snapshot/sentences.ts';
import { accentOf, contrast } from '../../web/kit/accent.ts';
import { address, given } from '../../web/kit/address.ts';
import { lorenzRows } from '../../web/kit/charts/lorenz.ts';
import { BINS, strip } from '../../web/kit/charts/strip.ts';
import { commonDay, longDay } from '../../web/kit/days.ts';

describe('the day a cart proposes', () => {
  const maker = fc.record({
    leadDays: fc.integer({ min: 0, max: 30 }),
    closedDays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 6 }),
  });
  test('is the first that every maker can keep, or none', () => {
    expect(commonDay([], '2026-11-28', '2026-11-26')).toBe('2026-11-28');
    expect(commonDay([{ leadDays: 1, closedDays: [7] }], '2026-11-29', '2026-11-26')).toBe('2026-11-30');
    expect(commonDay([{ leadDays: 5, closedDays: [] }], '2026-11-27', '2026-11-26')).toBe('2026-12-01');
    fc.assert(
      fc.property(fc.array(maker, { maxLength: 4 }), fc.nat(20), (makers, ahead) => {
        const now = '2026-11-26';
        const from = addDays(now, ahead);
        const lead = Math.max(0, ...makers.map(({ leadDays }) => leadDays));
        const open = (day: string) => makers.every(({ closedDays }) => !closedDays.includes(isoWeekday(day)));
        const can = (day: string) => day >= from && day >= addDays(now, lead) && open(day);
        const day = commonDay(makers, from, now);
        if (day === undefined) {
          expect(new Set(makers.flatMap(({ closedDays }) => closedDays)).size).toBe(7);
          return;
        }
        expect(can(day)).toBe(true);
        for (let before = now; before < day; before = addDays(before, 1)) expect(can(before)).toBe(false);
      }),
    );
  });
});
const isoWeekday = (day: string): number =>
  ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'].indexOf(longDay(day).split(',')[0] ?? '') + 1;

describe('an index', () => {
  test('never says that one shop has all, or that all have the same, where it is not so', () => {
    expect([0, 1, 0.714, 0.5, 0.998, 0.99996, 0.004].map(index)).toEqual([
      '0,00',
      '1,00',
      '0,71',
      '0,50',
      '0,998',
      '0,99996',
      '0,004',
    ]);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (billionths) => {
        const told = Number(index(billionths / 1e9).replace(',', '.'));
        expect(told > 0 && told < 1).toBe(true);
      }),
    );
  });
});

describe('rupiah', () => {
  test('is written without a space and with dots', () => {
    expect([0, 500, 12_500, 1_250_000, '10250000', 9_007_199_254_740_993n].map(rupiah)).toEqual([
      'Rp0',
      'Rp500',
      'Rp12.500',
      'Rp1.250.000',
      'Rp10.250.000',
      'Rp9.007.199.254.740.993',
    ]);
    expect(rupiah(-12_500)).toBe('−Rp12.500');
  });
  test('loses no digit of any amount', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 30n }), (amount) => {
        expect(BigInt(rupiah(amount).replace(/\D/g, ''))).toBe(amount);
        expect(rupiah(amount)).toMatch(/^Rp\d{1,3}(\.\d{3})*$/);
        expect(count(amount)).toBe(rupiah(amount).slice(2));
      }),
    );
  });
  test('is short on axes, and never says M', () => {
    expect([999, 100_000, 999_949, 999_950, 1_000_000, 12_500_000, 1_200_000_000, 10 ** 12].map(shortRupiah)).toEqual([
      'Rp999',
      'Rp100 rb',
      'Rp999,9 rb',
      'Rp1 jt',
      'Rp1 jt',
      'Rp12,5 jt',
      'Rp1,2 miliar',
      'Rp1 triliun',
    ]);
  });
  test('is rough in sentences, and never a thousand thousand', () => {
    expect([999, 999_949, 999_970, '12540000', 1_200_000_000].map(roughRupiah)).toEqual([
      'Rp999',
      'Rp999,9 ribu',
      'Rp1 juta',
      'Rp12,5 juta',
      'Rp1,2 miliar',
    ]);
  });
});

describe('a share', () => {
  test('has a comma where it is small and a whole number where it is not', () => {
    expect([0, 0.0004, 0.064, 0.07, 0.61, 0.999, 1].map(percent)).toEqual([
      '0%',
      '<0,1%',
      '6,4%',
      '7%',
      '61%',
      '>99%',
      '100%',
    ]);
  });
  test('is never nothing for something, nor all for less', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        if (share > 0) expect(percent(share)).not.toBe('0%');
        if (share < 1) expect(percent(share)).not.toBe('100%');
      }),
    );
  });
});

describe('a time', () => {
  test('is the clock on the wall of its zone, with a dot', () => {
    const at = '2026-11-21T16:30:00.000Z';
    expect(dateTime(at, 'Asia/Jakarta')).toBe('21 November 2026 pukul 23.30 WIB');
    expect(dateTime(at, 'Asia/Makassar')).toBe('22 November 2026 pukul 00.30 WITA');
    expect(dateTime(at, 'Asia/Jayapura')).toBe('22 November 2026 pukul 01.30 WIT');
    // What ends at midnight ends with its day.
    expect(deadline(at, 'Asia/Jakarta')).toBe(dateTime(at, 'Asia/Jakarta'));
    expect(deadline('2026-11-29T17:00:00.000Z', 'Asia/Jakarta')).toBe('29 November 2026 pukul 24.00 WIB');
    expect(deadline('2026-12-31T15:00:00.000Z', 'Asia/Jayapura')).toBe('31 Desember 2026 pukul 24.00 WIT');
  });
  test('names months as the domain does', () => {
    for (let month = 1; month <= 12; month++) {
      const text = `2026-${String(month).padStart(2, '0')}`;
      expect(monthName(text)).toBe(domainMonthName(text));
    }
    expect(day('2026-03-07')).toBe('7 Maret 2026');
    expect(['2026-10', '2026-02', '2028-02', '2026-12'].map(lastDay)).toEqual([
      '31 Oktober 2026',
      '28 Februari 2026',
      '29 Februari 2028',
      '31 Desember 2026',
    ]);
  });
});

describe('a phone number', () => {
  test('is written as people write it', () => {
    expect(['+6281234567890', '+62812345678', '+628123456789012', '+62341551234', '+62215551234'].map(phone)).toEqual([
      '0812-3456-7890',
      '0812-3456-78',
      '0812-3456-7890-12',
      '0341-5512-34',
      '021-5551-234',
    ]);
  });
  test('reads back as the very number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+62(8\d{7,11}|[1-79]\d{7,10})$/), (number) => {
        expect(Phone.parse(phone(number))).toBe(number);
      }),
    );
  });
  test('opens WhatsApp with a text ready to send', () => {
    expect(whatsApp('Nasi & lauk: Rp1', '+6281234567890')).toBe(
      'https://wa.me/6281234567890?text=Nasi%20%26%20lauk%3A%20Rp1',
    );
    expect(whatsApp('a')).toBe('https://wa.me/?text=a');
  });
});

describe('an address', () => {
  test('keeps what is asked and leaves out what is not', () => {
    expect(address('/', { kota: '35.73', cari: undefined, lanjut: '' })).toBe('/?kota=35.73');
    expect(address('/', {})).toBe('/');
    expect({ ...given('?a=%201%20&a=2&b=&__proto__=x') }).toEqual({ a: '1', ['__proto__']: 'x' });
  });
});

describe('a city’s accent', () => {
  test('can be read on light and on dark paper, whatever the city chose', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^#[0-9a-f]{6}$/), (colour) => {
        const { light, dark } = accentOf(colour);
        for (const ground of ['#fbfaf6', '#f1eee6', '#ffffff'])
          expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
        for (const ground of ['#15161a', '#212329', '#1a1b20'])
          expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
      }),
    );
    expect(accentOf('#1f3b73').light).toBe('#1f3b73');
  });
});

describe('a strip plot', () => {
  test('loses nobody: every shop is a zero or a dot in its place', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.nat({ max: 10 ** 9 }))), (lists) => {
        const { rows, ticks } = strip(lists.map((turnovers, at) => ({ name: String(at), turnovers })));
        for (const [at, { zeros, dots, lines }] of rows.entries()) {
          // Each by its place in the list, so that a dot can lead to its shop.
          const found = [...zeros, ...dots.map(({ of }) => of)].sort((a, b) => a - b);
          expect(found).toEqual([...(lists[at] ?? []).keys()]);
          expect(dots.every(({ bin, height }) => bin >= 0 && bin < BINS && height < lines)).toBe(true);
          expect(new Set(dots.map(({ bin, height }) => `${bin} ${height}`)).size).toBe(dots.length);
        }
        expect(ticks[0]?.at).toBe(0);
        expect(ticks.at(-1)?.at).toBe(1);
      }),
    );
  });
});

describe('a Lorenz curve', () => {
  const points = [...new Array<number>(10).fill(0), 0.02, 0.04, 0.06, 0.08, 0.1, 0.14, 0.18, 0.24, 0.39, 0.6, 1];
  test('is told in people and rupiah', () => {
    expect(lorenzSentence(points)).toBe(
      'Bayangkan 10 usaha berbagi Rp100: 1 yang terbesar menerima Rp61, 4 yang terkecil bersama-sama belum menerima apa pun.',
    );
    expect(lorenzAt(points, 0.5)).toBe(0.02);
    expect(lorenzRows(points).at(-1)).toEqual(['100% usaha terkecil', '100%']);
    expect(lorenzRows(points, [0, 15, 20]).map(([shops]) => shops)).toEqual([
      '75% usaha terkecil',
      '100% usaha terkecil',
    ]);
  });
});
