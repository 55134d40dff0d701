import { describe, expect, test } from 'vitest';
import type { Month } from '../../../shared/domain/basics/month.ts';
import { type View, viewAsked } from '../../../web/dasbor/asked-view.ts';
import { monthAsked, runningMonths } from '../../../web/dasbor/months.ts';
import { pages } from '../../../web/dasbor/pages.ts';
import { kindsAt } from '../../../web/dasbor/place.ts';
import type { Me } from '../../../web/entry/me.ts';

const city = (cityCode: string, name: string, provinceName: string) => ({
  cityCode,
  name,
  provinceName,
  provinceCode: cityCode.slice(0, 2),
  zone: 'Asia/Jakarta' as const,
  accent: null,
});
const cities = [
  city('18.71', 'Kota Bandar Lampung', 'Lampung'),
  city('35.73', 'Kota Malang', 'Jawa Timur'),
  city('35.78', 'Kota Surabaya', 'Jawa Timur'),
];

type Seats = Me['memberships'];
const seat = (scope: string, role: Seats[number]['role']): Seats => [
  { scope, role, person: 'p', city: null, name: scope, grantedBy: 'p', grantedAt: '', version: 1 },
];
/** Every kind of person there is, each at home in Malang or its province. */
const people: Readonly<Record<string, Seats>> = {
  nobody: [],
  owner: seat('merchant:mrc_1', 'owner'),
  staff: seat('merchant:mrc_1', 'staff'),
  buyer: seat('agency:agc_1', 'buyer'),
  approver: seat('agency:agc_1', 'approver'),
  treasurer: seat('agency:agc_1', 'treasurer'),
  'city-admin': seat('city:35.73', 'city-admin'),
  inspectorate: seat('city:35.73', 'inspectorate'),
  mentor: seat('city:35.73', 'mentor'),
  'district-officer': seat('district:35.73.02', 'district-officer'),
  'field-officer': seat('city:35.73', 'field-officer'),
  'bank-officer': [{ ...seat('bank:bnk_1', 'bank-officer')[0], city: '35.73' }] as Seats,
  'province-admin': seat('province:35', 'province-admin'),
  partner: seat('partner:prt_1', 'partner'),
  operator: seat('country', 'operator'),
};

const viewOf = (seats: Seats, path: string, query: Record<string, string> = {}): View =>
  viewAsked(pages, { path, query }, seats, cities);
const placesOfLevel = {
  city: [{ kota: '35.73' }, { kota: '35.78' }, { kota: '18.71' }],
  province: [{ provinsi: '35' }, { provinsi: '18' }],
} as const;

describe('a page of the dasbor', () => {
  // Who came by a link sees in the navigation where they are. What is sought stands nowhere.
  test.each(pages.filter(({ name, slug }) => name === undefined && slug !== 'cari'))(
    '$slug stands within one that has a name',
    ({ within, for: kinds }) => {
      const section = pages.find(({ slug }) => slug === within);
      expect(section?.name).toBeDefined();
      const open = section?.for.includes('anybody');
      expect(kinds.filter((kind) => !open && !section?.for.includes(kind))).toEqual([]);
    },
  );

  test.each(pages.map((page) => [page.slug, page] as const))(
    '%s opens for its own people, at their own place',
    (_, page) => {
      for (const [kind, seats] of Object.entries(people))
        for (const query of placesOfLevel[page.level]) {
          const [code] = Object.values(query) as [string];
          const own = seats.some(
            ({ scope, city }) =>
              scope === `${page.level}:${code}` ||
              (page.level === 'city' && scope.startsWith(`district:${code}.`)) ||
              (page.level === 'city' && scope.startsWith('bank:') && city === code) ||
              (scope === 'country' && page.level === 'province'),
          );
          const opens = page.for.includes('anybody') || (own && page.for.some((one) => one === kind));
          const view = viewOf(seats, `/dasbor/${page.slug}`, query);
          expect([kind, code, view.is]).toEqual([kind, code, opens ? 'page' : 'not-yours']);
          expect('place' in view && view.place.code).toBe(code);
        }
    },
  );

  test.each(pages.map(({ slug }) => slug))('%s has one address, in plain words', (slug) => {
    expect(slug).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(pages.filter((page) => page.slug === slug)).toHaveLength(1);
  });

  test('that nobody knows leads back to the dasbor', () => {
    expect(viewOf([], '/dasbor/helikopter')).toMatchObject({ is: 'unknown' });
    expect(viewOf([], '/dasbor/__proto__')).toMatchObject({ is: 'unknown' });
  });

  test('takes what stands behind its name', () => {
    expect(viewOf([], '/dasbor/rekap/a%2Fb/c')).toMatchObject({ is: 'page', rest: 'a/b/c' });
    expect(viewOf([], '/dasbor/rekap/%E0%A4%A')).toMatchObject({ is: 'page', rest: '%E0%A4%A' });
  });
});

describe('somebody without an address', () => {
  const landing = (kind: string) => viewOf(people[kind] ?? [], '/dasbor/');
  test('lands by role, at their own place', () => {
    expect(landing('city-admin')).toMatchObject({ to: expect.stringMatching(/\?kota=35\.73$/) });
    expect(landing('inspectorate')).toEqual(landing('city-admin'));
    expect(landing('mentor')).toEqual({ is: 'elsewhere', to: '/dasbor/program?kota=35.73' });
    expect(landing('district-officer')).toEqual({ is: 'elsewhere', to: '/dasbor/perlu-didatangi?kota=35.73' });
    expect(landing('province-admin')).toEqual({ is: 'elsewhere', to: '/dasbor/provinsi?provinsi=35' });
    expect(landing('operator')).toEqual({ is: 'elsewhere', to: '/dasbor/provinsi?provinsi=18' });
    for (const kind of ['nobody', 'owner', 'treasurer'])
      expect(landing(kind)).toMatchObject({ to: expect.stringMatching(/^\/dasbor\/rekap\?kota=/) });
  });
  test('lands at the city of their office or shop, where what anybody reads is theirs', () => {
    for (const kind of ['treasurer', 'owner']) {
      const seats = (people[kind] ?? []).map((one) => ({ ...one, city: '35.78' }));
      expect(viewOf(seats, '/dasbor/')).toEqual({ is: 'elsewhere', to: '/dasbor/rekap?kota=35.78' });
    }
  });
  test('is told while there is no city at all', () => {
    expect(viewAsked(pages, { path: '/dasbor/', query: {} }, [], [])).toEqual({ is: 'nothing' });
  });
  test('sees the province of a city, and a city of a province, where a page is about the other', () => {
    expect(viewOf([], '/dasbor/provinsi', { kota: '35.73' })).toMatchObject({ place: { code: '35' } });
    expect(viewOf(people['city-admin'] ?? [], '/dasbor/rekap', { provinsi: '35' })).toMatchObject({
      place: { code: '35.73' },
    });
  });
  test('never comes to a place by what an address makes up', () => {
    for (const query of [{ kota: '99.99' }, { kota: '../..' }, { provinsi: 'ID' }, { kota: 'constructor' }])
      expect(['18.71']).toContain((viewOf([], '/dasbor/rekap', query) as { place: { code: string } }).place.code);
  });
});

describe('a seat', () => {
  test('makes nobody anything at another place', () => {
    for (const seats of Object.values(people))
      expect(kindsAt(seats, { level: 'city', code: '35.78' })).toEqual(['anybody']);
    expect(kindsAt(people['operator'] ?? [], { level: 'city', code: '35.73' })).toEqual(['anybody']);
  });
});

describe('the months of a place', () => {
  test.each<[last: Month | undefined, present: Month, running: Month[]]>([
    [undefined, '2026-11', ['2026-11']],
    ['2026-10', '2026-11', ['2026-11']],
    ['2026-08', '2026-11', ['2026-11', '2026-10', '2026-09']],
    // A device whose clock is behind, and one far ahead.
    ['2026-10', '2025-01', ['2026-11']],
    ['2026-10', '2030-01', ['2027-01', '2026-12', '2026-11']],
  ])('closed to %s run on in %s', (last, present, running) => {
    expect(runningMonths(last, present)).toEqual(running);
  });
  test('open on the last closed one, or the running one where none is', () => {
    const running = { month: '2026-11', phase: 'running' } as const;
    const closed = { month: '2026-10', phase: 'final' } as const;
    expect(monthAsked(undefined, [running, closed])).toBe(closed);
    expect(monthAsked('2026-11', [running, closed])).toBe(running);
    expect(monthAsked('2020-01', [running])).toBe(running);
    expect(monthAsked('2020-01', [])).toBeUndefined();
  });
});
