import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/basics/month.ts';
import { AgreementTerms, remindersOf } from '../../../shared/domain/partners/agreement.ts';
import { changed, documented, entered, fulfilled } from '../../../shared/domain/partners/change-agreement.ts';
import type { Partner } from '../../../shared/domain/partners/partner.ts';
import { Problem } from '../../../shared/problem.ts';

const idOf = (prefix: string, at: number) => `${prefix}_${String(at).padStart(26, '0')}`;
const partner: Partner = {
  partnerId: idOf('prt', 1),
  place: '35.72',
  legalName: 'PT Ojek',
  brand: 'Ojek',
  kind: 'ride',
  cities: ['35.72'],
  addedAt: '2026-01-01T00:00:00.000Z',
};
const terms = (but: object = {}) =>
  AgreementTerms.parse({
    number: '1',
    title: 'Kerja sama',
    parties: ['Wali Kota', 'PT Ojek'],
    offices: ['Dinas Koperasi'],
    scope: 'Pemasaran.',
    data: [],
    start: '2026-01-01',
    end: '2026-12-31',
    ...but,
  });
const at = '2026-11-10T02:00:00.000Z';
const now = { at, by: 'bu-retno' };
const made = (but: object = {}) =>
  entered(terms(but), partner, { agreementId: idOf('agm', 1), addedAt: at }, (place) => idOf('obl', place));
const owed = (dueOn: string, text = 'Pelatihan') => ({ text, owner: 'partner', dueOn });

describe('an agreement', () => {
  test('wakes people sixty days before it ends, and two weeks before something is due', () => {
    expect(made()).toMatchObject({ next: { on: '2026-12-31', text: null }, wakeOn: '2026-11-01' });
    const { next, wakeOn } = made({ obligations: [owed('2026-03-20'), owed('2026-06-01', 'Data')] });
    expect([next, wakeOn]).toEqual([{ on: '2026-03-20', text: 'Pelatihan' }, '2026-03-06']);
    expect(made({ obligations: [owed('2026-03-20')], closed: true })).toMatchObject({ next: null, wakeOn: null });
  });

  test('is due next with the earliest of all that is open, and wakes no later than that', () => {
    const days = fc.integer({ min: 0, max: 700 }).map((day) => addDays('2026-01-01', day));
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fc.boolean()), { maxLength: 8 }), days, (list, end) => {
        const obligations = list.map(([dueOn, isDone], place) => ({
          obligationId: idOf('obl', place),
          text: 'x',
          owner: 'partner',
          dueOn,
          done: isDone ? { at, by: 'a', note: 'x', documentId: null } : null,
        }));
        const { next, wakeOn } = remindersOf({ closed: false, end, obligations });
        const open = [end, ...list.flatMap(([dueOn, isDone]) => (isDone ? [] : [dueOn]))].sort();
        expect(next?.on).toBe(open[0]);
        expect(wakeOn !== null && wakeOn <= (next?.on ?? '')).toBe(true);
      }),
    );
  });

  test('refuses an owner who takes no part, an end before its start, and one side alone', () => {
    const flaws = (but: object) =>
      AgreementTerms.safeParse({ ...terms(), ...but }).error?.issues.map(({ path }) => path.join('/'));
    expect(flaws({ obligations: [{ ...owed('2026-03-20'), owner: 'Dinas Lain' }] })).toEqual(['obligations/0/owner']);
    expect(flaws({ end: '2025-12-31' })).toEqual(['end']);
    expect(flaws({ parties: ['Wali Kota'] })).toEqual(['parties']);
  });

  test('does not forget what was done, whatever is left out of its terms later', () => {
    const before = made({ obligations: [owed('2026-03-20'), owed('2026-06-01', 'Data')] });
    const [first = '', second = ''] = before.obligations.map(({ obligationId }) => obligationId);
    const after = fulfilled(before, first, { done: true, note: '40 penjual dilatih.' }, now);
    expect(after.next).toEqual({ on: '2026-06-01', text: 'Data' });
    const left = changed(after, terms({ obligations: [] }), () => idOf('obl', 9));
    expect(left.obligations.map(({ obligationId }) => obligationId)).toEqual([first]);
    const named = changed(after, terms({ obligations: [{ ...owed('2027-01-01', 'Lain'), obligationId: first }] }), () =>
      idOf('obl', 9),
    );
    expect(named.obligations).toEqual([after.obligations[0]]);
    expect(fulfilled(after, first, { done: false, note: 'Baru separuh.' }, now).next?.on).toBe('2026-03-20');
    expect(() =>
      changed(left, terms({ obligations: [{ ...owed('2026-06-01'), obligationId: second }] }), () => ''),
    ).toThrow(Problem);
  });

  test('takes a paper once, and proof that is one of its own papers', () => {
    const before = made({ obligations: [owed('2026-03-20')] });
    const document = {
      documentId: idOf('doc', 1),
      name: 'Naskah',
      size: 9,
      addedAt: at,
      by: 'a',
      type: 'application/pdf' as const,
    };
    const once = documented(before, document);
    expect(documented(once, document)).toBe(once);
    const proof = (documentId: string) =>
      fulfilled(once, idOf('obl', 0), { done: true, note: 'Lihat naskah.', documentId }, now).obligations[0]?.done;
    expect(proof(idOf('doc', 1))).toMatchObject({ documentId: idOf('doc', 1), by: 'bu-retno' });
    expect(() => proof(idOf('doc', 2))).toThrow('tidak ada di perjanjian ini');
  });
});
