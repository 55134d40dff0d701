import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextNotice } from '../../../shared/domain/notices/next-notice.ts';
import { isSaid, type PersonNotice } from '../../../shared/domain/notices/notice.ts';
import { seatSubject } from '../../../shared/domain/notices/of-seat.ts';
import { noticeWords } from '../../../shared/domain/notices/words.ts';
import { expiryOf, type Invitation } from '../../../shared/domain/people/invitation.ts';

const SCOPE = 'merchant:mrc_00000000000000000000000000';
const invitedOn = (day: number): Invitation => {
  const invitedAt = new Date(Date.UTC(2026, 10, day)).toISOString();
  const place = { scope: SCOPE, role: 'staff', city: '35.73', name: 'Dapur Bu Sri' } as const;
  return { person: 'tono', ...place, invitedBy: 'sri', invitedAt, expiresAt: expiryOf(invitedAt), version: 1 };
};
type Heard = { readonly of: Invitation; readonly now: Invitation | undefined };
const tellAll = (heard: readonly Heard[]): PersonNotice | undefined =>
  heard.reduce<PersonNotice | undefined>((before, { of, now }) => {
    const subject = seatSubject(of, now, '35.73');
    return subject.messages.reduce(
      (known, message) => nextNotice(known, subject, message, { person: 'tono', scope: null, role: null }) ?? known,
      before,
    );
  }, undefined);

describe('the notice of an invitation', () => {
  test('says in the end whether one waits, however often it was made and ended, in whatever order that is heard', () => {
    const life = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean());
    fc.assert(
      fc.property(life, fc.infiniteStream(fc.nat()), ([invitations, ends], chance) => {
        const draw = (below: number) => (chance.next().value as number) % below;
        // What the table held after each change: an invitation, nothing, another invitation …
        const made = Array.from({ length: invitations }, (_, at) => invitedOn(at + 1));
        const states = made.flatMap((one) => [one, undefined]).slice(0, ends ? undefined : -1);
        const changes = states.map((_, at) => ({ of: made[Math.floor(at / 2)] as Invitation, at }));
        // Every change is heard, some twice, in any order; who hears later reads nothing older than who heard before.
        const deliveries = [...changes, ...changes.filter(() => draw(2) === 0)].sort(() => draw(3) - 1);
        let read = 0;
        const heard = deliveries.map(({ of, at }) => {
          read = Math.max(read, at);
          read += draw(states.length - read);
          return { of, now: states[read] };
        });
        const notice = tellAll(heard);
        expect(notice?.topic ?? null).toBe(ends ? null : 'seat-offered');
        expect(notice?.waits ?? false).toBe(!ends);
      }),
      { numRuns: 500 },
    );
  });

  test('names place and role, leads to the account, and runs out with the invitation', () => {
    const of = invitedOn(1);
    const notice = tellAll([{ of, now: of }]) as PersonNotice;
    expect(noticeWords('seat-offered', notice.facts)).toMatchObject({
      title: 'Undangan menjadi karyawan',
      text: 'Dapur Bu Sri mengundang Anda. Terima atau tolak di halaman Akun.',
    });
    expect([notice.link, notice.until]).toEqual(['/akun/', of.expiresAt]);
    expect([isSaid(notice, of.invitedAt), isSaid(notice, of.expiresAt)]).toEqual([true, false]);
    expect(notice.ttl).toBe(Math.ceil(Date.parse(of.expiresAt) / 1000));
  });
});
