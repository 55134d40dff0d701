import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Complaint } from '../../../shared/domain/complaints/complaint.ts';
import { isLate, stateAt, workingDaysAfter } from '../../../shared/domain/complaints/due.ts';
import { assigned, forwarded, MOST_FORWARDED } from '../../../shared/domain/complaints/forward.ts';
import type { Moment } from '../../../shared/domain/complaints/moved.ts';
import { answered, declined, duplicated, started } from '../../../shared/domain/complaints/moves.ts';
import { received } from '../../../shared/domain/complaints/receive.ts';
import { MOST_REOPENED, replied } from '../../../shared/domain/complaints/reply.ts';
import { waitsFor } from '../../../shared/domain/complaints/states.ts';
import { countedBy, countedOnLeaving, meanStars, toldAfter } from '../../../shared/domain/complaints/tally.ts';
import { masked } from '../../../shared/domain/people/masked.ts';
import { Problem } from '../../../shared/problem.ts';
import { everyHoliday } from '../../../shared/rules/holidays.ts';

const zone = 'Asia/Jakarta';
const holidays: ReadonlySet<string> = new Set(everyHoliday.map(({ day }) => day));
const moment = (at: string, by: string | null = 'petugas') => ({ at, zone, holidays, by }) as Moment & { by: string };
const byOffice = (at: string, byCity = false) => ({ ...moment(at), byCity });
const MONDAY = '2026-11-09T02:00:00.000Z';
const OFFICE = { agencyId: 'agc_1', agencyName: 'Dinas Koperasi' } as never;
const fresh = (at = MONDAY) =>
  received(
    { kind: 'problem', category: 'licence', text: 'Izin lama.', address: null, reporter: null, secret: false },
    { number: 'k7qm2xpa9r', cityCode: '35.73', channel: 'web' },
    moment(at, null),
  );
const given = () => assigned(fresh(), OFFICE, 'licence', moment(MONDAY));
const FIXED = { outcome: 'fixed', text: 'Izin terbit.' } as const;

describe('working days', () => {
  test.each([
    ['2026-11-09T02:00:00.000Z', 3, '2026-11-12T17:00:00.000Z', 'from Monday'],
    ['2026-11-12T02:00:00.000Z', 3, '2026-11-17T17:00:00.000Z', 'over a weekend'],
    ['2026-12-24T02:00:00.000Z', 3, '2026-12-30T17:00:00.000Z', 'over Christmas and a weekend'],
    ['2026-11-14T02:00:00.000Z', 5, '2026-11-20T17:00:00.000Z', 'from a Saturday'],
    ['2026-11-08T17:30:00.000Z', 1, '2026-11-10T17:00:00.000Z', 'by the city’s own midnight'],
  ])('end with a day of the city: %s + %i', (at, days, end) => {
    expect(workingDaysAfter(at, days, zone, holidays)).toBe(end);
  });
});

describe('a complaint', () => {
  test('waits for the city three, for its office five, for its reporter ten working days', () => {
    expect(fresh().dueAt).toBe('2026-11-12T17:00:00.000Z');
    expect(given().dueAt).toBe('2026-11-16T17:00:00.000Z');
    expect(answered(given(), FIXED, moment(MONDAY)).dueAt).toBe('2026-11-23T17:00:00.000Z');
    expect(isLate(given(), '2026-11-16T17:00:00.000Z')).toBe(true);
    expect(isLate(given(), '2026-11-16T16:59:59.999Z')).toBe(false);
  });

  test('closes by time as what its office said, and a late clock changes nothing of that', () => {
    const fixed = answered(given(), FIXED, moment(MONDAY));
    const not = answered(given(), { outcome: 'not-fixed', text: 'Belum bisa.' }, moment(MONDAY));
    expect(stateAt(fixed, '2026-11-23T16:59:59.999Z')).toBe('answered');
    for (const late of ['2026-11-23T17:00:00.000Z', '2030-01-01T00:00:00.000Z']) {
      expect([stateAt(fixed, late), stateAt(not, late)]).toEqual(['closed-fixed', 'closed-not-fixed']);
      expect(() => replied(fixed, { secret: '', reply: 'reopen', text: 'Belum.' }, moment(late, null))).toThrow(
        Problem,
      );
      expect(() => answered(fixed, FIXED, moment(late, 'lain'))).toThrow(Problem);
    }
  });

  test('keeps nobody who is anonymous', () => {
    expect(JSON.stringify(fresh())).not.toMatch(/phone":"|name":"/);
    const nobody = { name: null, phone: null };
    const empty = received({ ...fresh(), reporter: nobody } as never, fresh(), moment(MONDAY, null));
    expect(empty.reporter).toBeNull();
  });

  test('is opened again so often and no oftener, each time for its office', () => {
    let one: Complaint = given();
    for (let time = 0; time < MOST_REOPENED; time++) {
      one = replied(
        answered(one, FIXED, moment(MONDAY)),
        { secret: '', reply: 'reopen', text: `Belum ${time}.` },
        moment(MONDAY, null),
      );
      expect([one.state, waitsFor(one.state)]).toEqual(['reopened', 'office']);
    }
    const last = answered(one, FIXED, moment(MONDAY));
    expect(() => replied(last, { secret: '', reply: 'reopen', text: 'Lagi.' }, moment(MONDAY, null))).toThrow(/3 kali/);
  });

  test('goes on from no end, is counted once for each move, and repeats of a move are nothing', () => {
    const end = [declined(fresh(), 'Provinsi.', moment(MONDAY)), duplicated(fresh(), 'aaaaaaaaaa', moment(MONDAY))];
    for (const over of end) {
      expect(() => assigned(over, OFFICE, 'licence', moment(MONDAY))).toThrow(Problem);
      expect(() => answered(over, FIXED, moment(MONDAY))).toThrow(Problem);
      expect(() => started(over, moment(MONDAY))).toThrow(Problem);
    }
    const once = answered(given(), FIXED, moment(MONDAY));
    expect(answered(once, FIXED, moment(MONDAY))).toBe(once);
    expect(() => answered(once, FIXED, moment(MONDAY, 'petugas lain'))).toThrow(Problem);
    expect(countedBy(once, once)).toEqual({});
    expect(countedBy(given(), once)).toEqual({ answered: 1, late: 0, fixed: 1 });
    expect(forwarded(given(), OFFICE, 'Sama.', byOffice(MONDAY)).state).toBe('assigned');
  });

  test('opened again counts as dealt with no more', () => {
    const once = answered(given(), FIXED, moment(MONDAY));
    const again = replied(once, { secret: '', reply: 'reopen', text: 'Belum.' }, moment(MONDAY, null));
    expect(countedBy(once, again)).toEqual({ reopened: 1, fixed: -1 });
    const other = answered(again, { outcome: 'not-fixed', text: 'Bukan kami.' }, moment(MONDAY));
    expect(countedBy(again, other)).toMatchObject({ answered: 1, notFixed: 1 });
  });

  test('that is over stays as it is however often its reporter says so, and takes stars once', () => {
    const says = (one: Complaint, stars?: number) =>
      replied(one, { secret: '', reply: 'confirm', ...(stars === undefined ? {} : { stars }) }, moment(MONDAY, null));
    const closed = says(answered(given(), FIXED, moment(MONDAY)));
    expect(says(closed)).toBe(closed);
    const rated = says(closed, 4);
    expect(rated).toMatchObject({ state: 'closed-fixed', stars: 4, version: closed.version + 1 });
    expect(says(rated, 1)).toBe(rated);
    expect(() => says(given())).toThrow(Problem);
  });

  test('that its city looks at again without naming an office has no more time', () => {
    const seen = assigned(fresh(), undefined, 'licence', moment(MONDAY));
    expect(assigned(seen, undefined, 'licence', moment('2026-11-13T02:00:00.000Z'))).toBe(seen);
    expect(assigned(seen, undefined, 'place', moment('2026-11-13T02:00:00.000Z'))).toMatchObject({
      category: 'place',
      dueAt: seen.dueAt,
    });
  });

  test('that goes to and fro between offices ends at the city, and each that let its time pass was late', () => {
    const offices = ['agc_2', 'agc_1', 'agc_3'].map((agencyId) => ({ agencyId, agencyName: agencyId }));
    let one: Complaint = given();
    for (const office of offices) {
      const before = one;
      one = forwarded(one, office, 'Bukan kami.', byOffice('2026-11-30T02:00:00.000Z'));
      expect(countedOnLeaving(before, one)).toEqual(
        before.agencyId === 'agc_1' && before.steps.length < 3 ? { late: 1 } : {},
      );
    }
    expect(offices.length).toBe(MOST_FORWARDED);
    const last = offices[0] as never;
    expect(() => forwarded(one, last, 'Lagi.', byOffice('2026-11-30T02:00:00.000Z'))).toThrow(/3 kali/);
    expect(forwarded(one, last, 'Ini dinasnya.', byOffice(MONDAY, true)).agencyId).toBe('agc_2');
    expect(countedOnLeaving(given(), answered(given(), FIXED, moment(MONDAY)))).toEqual({});
  });

  test('has stars that nobody finds by looking before and after', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { maxLength: 30 }), (given) => {
        let tally = { rated: 0, stars: 0, toldRated: 0, toldStars: 0 };
        for (const [at, stars] of given.entries()) {
          const [before, counted] = [meanStars(tally), { rated: 1, stars }];
          tally = { rated: tally.rated + 1, stars: tally.stars + stars, ...toldAfter(tally, counted) };
          if ((at + 1) % 5 !== 0) expect(meanStars(tally)).toBe(before);
        }
        const told = given.slice(0, given.length - (given.length % 5));
        const sum = told.reduce((all, one) => all + one, 0);
        expect(meanStars(tally)).toBe(told.length === 0 ? null : Math.round((10 * sum) / told.length) / 10);
      }),
    );
  });

  test('in any order of moves never goes from an end, and its version counts its moves', () => {
    type Move = (one: Complaint) => Complaint;
    const moves: Record<string, Move> = {
      assign: (one) => assigned(one, OFFICE, 'licence', moment(MONDAY)),
      start: (one) => started(one, moment(MONDAY)),
      answer: (one) => answered(one, FIXED, moment(MONDAY)),
      reopen: (one) => replied(one, { secret: '', reply: 'reopen', text: 'Belum.' }, moment(MONDAY, null)),
      confirm: (one) => replied(one, { secret: '', reply: 'confirm', stars: 5 }, moment(MONDAY, null)),
      decline: (one) => declined(one, 'Bukan.', moment(MONDAY)),
    };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 12 }), (names) => {
        let one = fresh();
        for (const name of names) {
          const before = one;
          try {
            one = moves[name]?.(one) ?? one;
          } catch (refused) {
            expect(refused).toBeInstanceOf(Problem);
          }
          if (before !== one) expect(one.version).toBe(before.version + 1);
          if (waitsFor(before.state) === 'over') expect(waitsFor(one.state)).toBe('over');
        }
      }),
    );
  });
});

describe('a text in public', () => {
  test.each([
    'NIK saya 3573024508850001.',
    'NIK 3573 0245 0885 0001',
    'NIK 3573.0245-0885/0001',
    'HP 0812-3456-7890 atau +62 812 3456 7890',
    'NIK ٣٥٧٣٠٢٤٥٠٨٨٥٠٠٠١',
    'NIK ３５７３０２４５０８８５０００１',
    'NIK 3573_0245_0885_0001',
    'NIK 3573:0245:0885:0001 • 3573•0245•0885•0001',
    'surel ani.rahasia@contoh.id',
    '3 5 7 3 0 2 4 5 0 8 8 5 0 0 0 1',
    'NIK 3573.....0245.....0885.....0001',
    'NIK 3573 , , 0245 , , 0885 , , 0001',
    'surel ani @ contoh.id',
    'surel ani (at) contoh.id, lalu budi[at]contoh.id',
    'Instagram @dapur.ani',
  ])('holds no number or address of a person: %s', (text) => {
    expect(masked(text)).toContain('•••');
    expect(masked(text).match(/\p{Nd}{4,}/u)).toBeNull();
    expect(masked(text)).not.toContain('@');
  });
  test('keeps what is no such number', () => {
    for (const text of [
      'Harga Rp150.000 untuk 20 kotak, Jl. Ijen 25, 9 November 2026.',
      '20 kotak @ Rp10.000 dan 5 kotak @10.000',
    ])
      expect(masked(text)).toBe(text);
  });
  test('is read in the time of its length, whatever its letters are', () => {
    const took = (text: string) => {
      const from = process.cpuUsage();
      for (let time = 0; time < 20; time += 1) masked(text);
      return process.cpuUsage(from).user + process.cpuUsage(from).system;
    };
    const plain = took('Lampu pasar mati sejak kemarin. '.repeat(125));
    for (const text of ['a', 'a@', '1,', '@ ', '( at'].map((part) => part.repeat(4000).slice(0, 4000)))
      expect(took(text)).toBeLessThan(40 * plain + 200_000);
  });
});
