import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attendanceCode, participantOf } from '../../../shared/domain/programmes/attendance.ts';
import { calendarOf } from '../../../shared/domain/programmes/calendar.ts';
import { drawn, markOf, needByLot } from '../../../shared/domain/programmes/draw.ts';
import { type Enrolment, nextInLine, oncePerOwner, queueOf } from '../../../shared/domain/programmes/enrolment.ts';
import { changed, enrolled, present, seated, withdrawn } from '../../../shared/domain/programmes/moves.ts';
import { needOf } from '../../../shared/domain/programmes/need.ts';
import { NewSeries, type Series, wholeSpan } from '../../../shared/domain/programmes/series.ts';
import { idOf } from '../examples.ts';

const ZONE = 'Asia/Jakarta';
const session = (day: string, from = '09:00', to = '12:00') => ({ day, from, to, place: 'Balai Kota, ruang 2' });
const given = {
  kind: 'training',
  title: 'Foto produk',
  about: 'Belajar memotret; dengan HP, tanpa studio.',
  mentor: 'wira',
  mentorName: 'Wira',
  seats: 2,
  enrolUntil: '2026-11-10',
  sessions: [session('2026-11-12'), session('2026-11-19')],
} as const;
const series: Series = {
  ...NewSeries.parse(given),
  seriesId: idOf('srs', 'foto'),
  cityCode: '35.73',
  lotMark: markOf('seed'),
  lot: null,
  ...wholeSpan(given.sessions as never, ZONE),
  createdAt: '2026-11-01T00:00:00.000Z',
  version: 1,
};
const at = '2026-11-05T02:00:00.000Z';
const shop = (name: string, ownerId = `own_${name}`) => ({
  merchantId: idOf('mrc', name),
  ownerId,
  name,
  cityCode: '35.73',
});
const waiting = (name: string, ownerId?: string, when = at): Enrolment =>
  enrolled(undefined, series, shop(name, ownerId), { at: when, by: name });
const derive = (prefix: string, ...parts: readonly string[]) => `${prefix}_${markOf(parts.join('|'))}`;

describe('a series', () => {
  test('is refused in words where its meetings are out of order, or enrolment ends with the first of them', () => {
    const flaws = (but: object) =>
      NewSeries.safeParse({ ...given, ...but }).error?.issues.map(({ path, message }) => [path.join('/'), message]) ??
      [];
    expect(flaws({})).toEqual([]);
    expect(flaws({ sessions: [session('2026-11-19'), session('2026-11-12')] })).toEqual([
      ['sessions', expect.stringMatching(/Urutkan/)],
    ]);
    expect(flaws({ enrolUntil: '2026-11-12' })).toEqual([['enrolUntil', expect.stringMatching(/ditutup sebelum/)]]);
    expect(flaws({ sessions: [session('2026-11-12', '12:00', '09:00')] })[0]?.[0]).toBe('sessions/0/to');
    for (const url of [
      'http://a.id/x',
      'https://user:pass@a.id/',
      'javascript:alert(1)',
      'https://localhost/',
      'materi',
    ])
      expect(flaws({ materials: [{ title: 'Materi', url }] })).toHaveLength(1);
  });
  test('keeps the day and hour of what has begun, and the end of its queue once drawn', () => {
    const now = '2026-11-13T00:00:00.000Z';
    const parsed = NewSeries.parse(given);
    const later = { ...parsed, sessions: [session('2026-11-12'), session('2026-11-26')] };
    expect(changed(series, later, ZONE, now)).toMatchObject({ version: 2, endsAt: '2026-11-26T05:00:00.000Z' });
    const other = { ...parsed, sessions: [session('2026-11-19'), session('2026-11-26')] };
    expect(() => changed(series, other, ZONE, now)).toThrow(expect.objectContaining({ code: 'programme_moved_on' }));
    const lot = { seed: 'seed', rule: 1, at };
    expect(() => changed({ ...series, lot }, { ...parsed, enrolUntil: '2026-11-11' }, ZONE, at)).toThrow(
      expect.objectContaining({ code: 'programme_moved_on' }),
    );
  });
  test('stands in a calendar by instants, in lines of 75 bytes, with its marks escaped', () => {
    const text = calendarOf({ ...series, title: 'Foto, dan 写真 '.repeat(8) }, ZONE, at);
    expect(text).toContain('DTSTART:20261112T020000Z\r\nDTEND:20261112T050000Z\r\n');
    expect(text).toContain('LOCATION:Balai Kota\\, ruang 2\r\n');
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    const lines = text.split('\r\n');
    expect(lines.every((line) => new TextEncoder().encode(line).length <= 75)).toBe(true);
    expect(text.replaceAll('\r\n ', '')).toContain(`SUMMARY:${'Foto\\, dan 写真 '.repeat(8)} (1 dari 2)`);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('the draw', () => {
  const queues = fc.uniqueArray(
    fc.record({ merchantId: fc.string({ minLength: 1 }), monthsUnsold: fc.integer({ min: 0, max: 30 }) }),
    { selector: ({ merchantId }) => merchantId, maxLength: 60 },
  );
  test('puts greater need first, and is the same however the queue is written', () => {
    fc.assert(
      fc.property(queues, fc.string(), (queue, seed) => {
        const ranked = drawn(queue, seed);
        expect(ranked.map(({ need }) => need)).toEqual(ranked.map(({ need }) => need).sort((a, b) => b - a));
        expect(drawn([...queue].reverse(), seed)).toEqual(ranked);
        expect(ranked).toHaveLength(queue.length);
      }),
    );
  });
  test('gives everybody of one need the same chance', () => {
    const queue = ['a', 'b', 'c', 'd'].map((merchantId) => ({ merchantId, monthsUnsold: 3 }));
    const first = Array.from({ length: 4000 }, (_, at) => drawn(queue, `seed ${at}`)[0]?.merchantId);
    // 1,000 each with a deviation of 27; five of them.
    for (const { merchantId } of queue)
      expect(Math.abs(first.filter((one) => one === merchantId).length - 1000)).toBeLessThan(140);
  });
  test('says by which need chance decided, where it did', () => {
    const ranked = drawn(
      [9, 3, 3, 3, 0].map((monthsUnsold, at) => ({ merchantId: `m${at}`, monthsUnsold })),
      's',
    );
    expect([1, 2, 3, 4, 5].map((seats) => needByLot({ ranked, seats }))).toEqual([null, 2, 2, null, null]);
    expect([0, 1, 2, 5, 6, 40].map(needOf)).toEqual([1, 1, 2, 2, 3, 3]);
  });
});

describe('the queue', () => {
  const ranked = drawn(
    ['a', 'b', 'c'].map((name) => ({ merchantId: idOf('mrc', name), monthsUnsold: 3 })),
    'seed',
  );
  const draw = { ranked, at: '2026-11-10T17:00:00.000Z' };
  test('goes as drawn, then by who came later', () => {
    const all = [
      waiting('e', undefined, '2026-11-11T02:00:00.000Z'),
      ...['c', 'b', 'a'].map((one) => waiting(one)),
      waiting('d', undefined, '2026-11-11T01:00:00.000Z'),
    ];
    expect(queueOf(all, draw).map(({ merchantId }) => merchantId)).toEqual([
      ...ranked.map(({ merchantId }) => merchantId),
      idOf('mrc', 'd'),
      idOf('mrc', 'e'),
    ]);
  });
  test('has one lot of an owner, of the shop they entered first: ten shops are no ten lots for a seat', () => {
    const earlier = waiting('z', 'own_1', '2026-01-01T01:00:00.000Z');
    const many = ['a', 'b', 'c', 'd'].map((one) => waiting(one, 'own_1'));
    const all = [...many, earlier, waiting('e', 'own_2')];
    expect(oncePerOwner(all).map(({ merchantId }) => merchantId)).toEqual([idOf('mrc', 'z'), idOf('mrc', 'e')]);
    expect(oncePerOwner(all.toReversed())).toEqual(oncePerOwner(all));
  });
  test('gives one seat to an owner, whatever shops they entered', () => {
    const all = [waiting('a', 'own_1'), waiting('b', 'own_1'), waiting('c', 'own_2')];
    expect(
      nextInLine(all, draw, 3)
        .map(({ ownerId }) => ownerId)
        .sort(),
    ).toEqual(['own_1', 'own_2']);
    const first = all.map((one, at) => (at === 0 ? seated(one, at2) : one));
    expect(nextInLine(first, draw, 3).map(({ ownerId }) => ownerId)).toEqual(['own_2']);
    expect(nextInLine(all, draw, -1)).toEqual([]);
  });
  const at2 = '2026-11-11T02:00:00.000Z';
  test('is left and entered again at its end, and not after the first meeting began', () => {
    const left = withdrawn(seated(waiting('a'), at));
    expect(left).toMatchObject({ state: 'withdrawn', seatedAt: null, version: 3 });
    expect(withdrawn(left)).toBe(left);
    expect(enrolled(left, series, shop('a'), { at: at2, by: 'a' })).toMatchObject({
      state: 'waiting',
      enrolledAt: at2,
      version: 4,
    });
    const first = ranked[0]?.merchantId ?? '';
    const queue = ['a', 'b', 'c'].map((one) => waiting(one));
    const back = queue.map((one) => {
      const came = { at: at2, by: one.name };
      return one.merchantId === first ? enrolled(withdrawn(one), series, shop(one.name), came) : one;
    });
    expect(queueOf(queue, draw)[0]?.merchantId).toBe(first);
    expect(queueOf(back, draw).at(-1)?.merchantId).toBe(first);
    expect(() => enrolled(left, series, shop('a'), { at: series.startsAt, by: 'a' })).toThrow(
      expect.objectContaining({ code: 'programme_closed' }),
    );
  });
});

describe('attendance', () => {
  const people = ['a', 'b'].map((name) => seated(waiting(name), at));
  const [first] = people as [Enrolment];
  const during = '2026-11-19T03:00:00.000Z';
  const codeOf = (meeting: number, name: string) => attendanceCode(derive, series, meeting, idOf('mrc', name));
  test('is of whose code it is, at its own meeting alone', () => {
    expect(participantOf(derive, series, people, { session: 1, code: codeOf(1, 'b') }).name).toBe('b');
    const refused = (code: string) => () => participantOf(derive, series, people, { session: 2, code });
    expect(refused(codeOf(1, 'b'))).toThrow('Kode ini untuk pertemuan 1, bukan pertemuan 2.');
    expect(refused('zzzzzzzz')).toThrow('bukan milik peserta');
    expect(new Set([1, 2].flatMap((meeting) => ['a', 'b'].map((name) => codeOf(meeting, name)))).size).toBe(4);
  });
  test('is counted once, at a time between the beginning and now, and never of a meeting to come', () => {
    const mark = (session: number, seen: string, now = during) =>
      present(first, series, { session, at: seen, now, zone: ZONE, by: 'wira' });
    const came = mark(2, during);
    expect(came.attended).toEqual([{ session: 2, at: during, by: 'wira' }]);
    expect(present(came, series, { session: 2, at: during, now: during, zone: ZONE, by: 'x' })).toBe(came);
    expect(mark(2, '2031-01-01T00:00:00.000Z').attended[0]?.at).toBe(during);
    expect(mark(2, '2020-01-01T00:00:00.000Z').attended[0]?.at).toBe('2026-11-19T02:00:00.000Z');
    expect(() => mark(2, during, at)).toThrow(expect.objectContaining({ code: 'attendance_not_possible' }));
    expect(() => mark(3, during)).toThrow(expect.objectContaining({ code: 'attendance_not_possible' }));
  });
});
