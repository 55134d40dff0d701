import { describe, expect, test } from 'vitest';
import { betweenShares, betweenTitle } from '../../../../web/dasbor/equity/between-figure.tsx';
import { changesOf, changeTitle } from '../../../../web/dasbor/equity/change-figure.tsx';
import { pairOf, wantedOf } from '../../../../web/dasbor/equity/compare/compare-wanted.ts';
import { districtsOnSheet } from '../../../../web/dasbor/equity/meeting-page.tsx';
import { tileFacts, tileTitle } from '../../../../web/dasbor/equity/tile-figure.tsx';
import { afterwards, handledIn } from '../../../../web/dasbor/equity/trends/handled.ts';
import { improvedSentence, movedWords } from '../../../../web/dasbor/equity/trends/trends.ts';
import { cityTrends, type ProvinceSnapshot } from '../../../../web/dasbor/province/city-trends.ts';
import { policySentence, policySteps } from '../../../../web/dasbor/province/policy-steps.ts';
import { headline, lastMonth, owing } from '../../../../web/dasbor/today/words.ts';
import { byGap, type Snapshot } from '../../../../web/kit/equity/words.ts';
import type { City } from '../../../../web/kit/places.ts';

const cell = (code: string, merchants: number, unsold: number) => ({ code, name: `Kota ${code}`, merchants, unsold });
const province = (cities: object[]) => ({ cities }) as ProvinceSnapshot;
const city = (districts: object[]) => ({ districts }) as Snapshot;

describe('a province through its months', () => {
  const months = [
    province([cell('a', 10, 5), cell('b', 10, 2)]),
    province([cell('a', 10, 3), cell('b', 10, 4), cell('c', 0, 0)]),
  ];
  test('shows each city of the last month once, the worst change first, a month without it as a gap', () => {
    expect(cityTrends(months).map(({ cell: { code }, moved, series }) => [code, moved, series.shares])).toEqual([
      ['b', 20, [0.2, 0.4]],
      ['c', null, [null, null]],
      ['a', -20, [0.5, 0.3]],
    ]);
    expect(cityTrends([])).toEqual([]);
  });
  test('says where it grew by name', () => {
    expect(improvedSentence(cityTrends(months), 'Mei 2026', 'kota')).toBe(
      'Di 1 dari 2 kota, bagian usaha yang belum menjual berkurang sejak Mei 2026. Bertambah di Kota b.',
    );
    expect(improvedSentence(cityTrends([province([cell('a', 10, 5)])]), 'Mei 2026', 'kota')).toBeUndefined();
    expect([movedWords(6), movedWords(-5), movedWords(0)]).toEqual(['naik 6 poin', 'turun 5 poin', 'tetap']);
  });
});

describe('two months of a city', () => {
  test('are compared in the districts both tell by themselves', () => {
    const before = city([cell('a', 10, 5), cell('b', 4, 1), cell('OTHERS', 5, 5), cell('leer', 0, 0)]);
    const after = city([cell('a', 10, 2), cell('new', 3, 0), cell('leer', 2, 1)]);
    expect(changesOf(before, after)).toEqual([{ name: 'Kota a', before: 0.5, after: 0.2 }]);
  });
  test('are told by what grew and what fell most', () => {
    const grew = { name: 'Sukun', before: 0.1, after: 0.2 };
    const fell = { name: 'Klojen', before: 0.6, after: 0.5 };
    const still = { name: 'Blimbing', before: 0.5, after: 0.5 };
    expect(changeTitle([grew, fell, still])).toBe('Sukun memburuk, Klojen membaik');
    expect(changeTitle([grew])).toBe('Sukun paling memburuk');
    expect(changeTitle([fell])).toBe('Klojen paling membaik');
    expect(changeTitle([fell, { ...fell, name: 'Blimbing' }])).toBe('Membaik di 2 kecamatan, memburuk di 0');
    expect(changeTitle([still])).toBe('Tidak ada kecamatan yang berubah');
  });
});

describe('the sentence of today', () => {
  const soFar = { month: '2026-11', merchants: 69, unsold: 34 };
  const closed = { month: '2026-10', phase: 'final' as const, merchants: 69, unsold: 31 };
  const before = { month: '2026-09', merchants: 60, unsold: 34 };
  test('is of the running month, or of the last one where nobody is in it', () => {
    expect(headline({ soFar, closed }, 'Kota Malang')).toBe(
      '34 dari 69 usaha belum menjual sejauh ini pada November 2026.',
    );
    const empty = { ...soFar, merchants: 0, unsold: 0 };
    expect(headline({ soFar: empty, closed }, 'Kota Malang')).toMatch(/^31 dari 69 .*Oktober 2026\.$/);
    expect(headline({ soFar: empty, closed: null }, 'Kota Malang')).toBe('Belum ada usaha aktif di Kota Malang.');
    expect(headline({ soFar: { ...soFar, unsold: 0 }, closed }, 'Kota Malang')).toMatch(/^Semua 69 usaha/);
  });
  test('compares whole months alone', () => {
    expect(lastMonth({ soFar, closed, before })).toBe(
      'Oktober 2026 berakhir dengan 31 dari 69 usaha belum menjual, 3 lebih sedikit daripada September 2026.',
    );
    expect(lastMonth({ soFar, closed, before: null })).not.toContain('daripada');
    expect(lastMonth({ soFar, closed: null, before: null })).toBeUndefined();
  });
  test('names offices that let shops wait, the longest first', () => {
    const office = (name: string, waiting: number, oldestDays: number | null) => ({
      agencyId: name,
      name,
      waiting,
      medianDays: oldestDays,
      oldestDays,
      oldestWorkingDays: oldestDays,
    });
    expect(owing([office('a', 1, 3), office('b', 0, null), office('c', 2, 40)]).map(({ name }) => name)).toEqual([
      'c',
      'a',
    ]);
  });
});

describe('what an officer did', () => {
  const sold = (...all: boolean[]) => all.map((one, at) => ({ month: `2026-1${at}`, sold: one }));
  test('is told by those for whom the month has begun', () => {
    expect(afterwards([{ soldAfter: sold(true, true) }, { soldAfter: sold(false) }, { soldAfter: [] }])).toEqual([
      { months: 1, known: 2, sold: 1 },
      { months: 2, known: 1, sold: 1 },
    ]);
    expect(afterwards([])).toEqual([]);
  });
  test('is counted in the months it lies between, district by district', () => {
    const handled = ['2026-08', '2026-09', '2026-10', '2026-11'].map((month) => ({ month, district: 'a' }));
    expect([...handledIn(handled, '2026-09', '2026-10')]).toEqual([['a', 2]]);
  });
});

describe('where the inequality lies', () => {
  const of = (districts: number | null, categories: number | null) =>
    ({
      between: {
        districts: districts === null ? null : { betweenShare: { value: districts } },
        categories: categories === null ? null : { betweenShare: { value: categories } },
      },
    }) as Snapshot;
  test('is told by the larger part, and not at all where it would tell of few', () => {
    expect(betweenTitle(betweenShares(of(0.1, 0.6)))).toBe('Ketimpangan terutama antar-kategori: 60%');
    expect(betweenTitle(betweenShares(of(0.1, 0.2)))).toBe('Ketimpangan terutama di dalam kategori yang sama: 80%');
    expect(betweenShares(of(null, null))).toEqual([]);
  });
});

describe('squares of districts', () => {
  const districts = [
    { code: 'a', name: 'Klojen' },
    { code: 'b', name: 'Sukun' },
  ];
  const cells = (unsoldA: number, unsoldB: number) =>
    [cell('a', 40, unsoldA), cell('b', 40, unsoldB)] as unknown as Snapshot['districts'];
  const titled = (unsoldA: number, unsoldB: number) =>
    tileTitle(tileFacts({ districts }, cells(unsoldA, unsoldB)), cells(unsoldA, unsoldB));
  test('say which is largest, and whether it may be chance', () => {
    expect(titled(38, 4)).toBe('Bagian terbesar di Kota a: 95%');
    expect(titled(20, 19)).toBe('Bagian terbesar di Kota a: 50% (mungkin kebetulan)');
    expect(titled(0, 0)).toBe('Di setiap kecamatan, semua usaha sudah menjual');
    expect(tileFacts({ districts }, [])).toEqual(districts.map((one) => ({ ...one, share: null })));
  });
});

describe('districts on the sheet of a meeting', () => {
  const made = (many: number) => Array.from({ length: many }, (_, at) => ({ code: `d${at}`, name: `Kecamatan ${at}` }));
  const cells = (many: number) =>
    made(many).map(({ code }, at) => ({ ...cell(code, at === 3 ? 4 : 40 + at, at === 3 ? 3 : 20 + at), name: code }));
  const sheet = (many: number) =>
    districtsOnSheet({ districts: made(many) } as unknown as City, cells(many) as unknown as Snapshot['districts']);

  test('stand under a finding over what is drawn', () => {
    const few = sheet(5);
    expect(few.title).toBe('Bagian terbesar di d3: 75% (mungkin kebetulan)');
    expect(few.squares?.facts.map(({ code }) => code)).toContain('d3');
    const many = sheet(31);
    expect(many.squares).toBeUndefined();
    expect(many.title).toBe('Terbanyak di d30: 50 dari 70 usaha belum menjual');
    expect(byGap(many.bars ?? [])[0]?.code).toBe('d30');
  });
});

describe('two things side by side', () => {
  test('are what the address says, and two different ones whatever it says', () => {
    expect(pairOf(['a', 'b', 'c'], 'c', 'a')).toEqual(['c', 'a']);
    expect(pairOf(['a', 'b', 'c'], 'b', 'b')).toEqual(['b', 'a']);
    expect(pairOf(['a', 'b'], undefined, 'x')).toEqual(['a', 'b']);
    expect(pairOf(['a'], 'a', undefined)).toBeUndefined();
  });
  test('are no shops for who may not name them, and nothing malformed', () => {
    const query = { jenis: 'usaha', a: 'mrc_1', b: "mrc_'", cariA: '0812' };
    expect(wantedOf(query, true)).toMatchObject({ kind: 'shops', a: 'mrc_1', b: undefined, findA: '0812' });
    expect(wantedOf(query, false)).toMatchObject({ kind: 'months', a: undefined, findA: undefined });
    expect(wantedOf({ jenis: '__proto__' }, true).kind).toBe('months');
  });
});

describe('a city’s rule and what came after', () => {
  const rule = (version: number, effectiveFrom: string, ratingFloor: number) => ({
    version,
    effectiveFrom,
    ratingFloor,
  });
  test('stand side by side, the best first, with what was turned', () => {
    const months = ['2026-08', '2026-09', '2026-10'];
    const trends = cityTrends([
      province([cell('a', 10, 5), cell('b', 10, 5)]),
      province([cell('a', 10, 5), cell('b', 10, 5)]),
      province([cell('a', 10, 6), cell('b', 10, 2)]),
    ]);
    const turned = { past: [rule(1, '2026-01', 3)], inForce: rule(2, '2026-09', 3.5), planned: [] };
    const policies = new Map(['a', 'b'].map((code) => [code, turned])) as unknown as Parameters<typeof policySteps>[1];
    expect(policySteps(trends, policies, months)).toEqual([
      {
        code: 'b',
        name: 'Kota b',
        from: '2026-09',
        turned: ['Nilai terendah: 3 dari 5 → 3,5 dari 5'],
        before: 0.5,
        since: 0.2,
      },
      {
        code: 'a',
        name: 'Kota a',
        from: '2026-09',
        turned: ['Nilai terendah: 3 dari 5 → 3,5 dari 5'],
        before: 0.5,
        since: 0.6,
      },
    ]);
    expect(policySteps(trends, new Map(), months)).toEqual([]);
  });
  test('are one sentence: who improved most after which change, and that nobody did where nobody did', () => {
    const step = (code: string, before: number | null, since: number | null) => ({
      code,
      name: `Kota ${code}`,
      from: '2026-09',
      turned: ['Nilai terendah: 3 dari 5 → 3,5 dari 5'],
      before,
      since,
    });
    expect(policySentence([])).toBeUndefined();
    expect(policySentence([step('a', 0.5, 0.2), step('b', 0.5, 0.4), step('c', 0.5, 0.6)])).toBe(
      'Kota a paling membaik sesudah mengubah aturannya sejak September 2026 (Nilai terendah: 3 dari 5 → 3,5 dari 5): ' +
        'yang belum menjual dari 50% menjadi 20%. 1 kota lain juga membaik sesudah mengubah aturannya.',
    );
    expect(policySentence([step('a', 0.5, 0.501)])).toContain('Belum ada kota yang membaik');
    expect(policySentence([step('a', null, 0.5)])).toContain('belum ada bulan yang bisa dibandingkan');
  });
});
