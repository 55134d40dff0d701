import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextNotice, type Recipient, type Subject } from '../../../shared/domain/notices/next-notice.ts';
import type { PersonNotice } from '../../../shared/domain/notices/notice.ts';
import { isUnread } from '../../../shared/domain/notices/notice.ts';
import { orderSubject } from '../../../shared/domain/notices/of-order.ts';
import { topics } from '../../../shared/domain/notices/topics.ts';
import { noticeWords } from '../../../shared/domain/notices/words.ts';
import { moved } from '../../../shared/domain/orders/move-order.ts';
import { clockTermsOf } from '../../../shared/domain/orders/order-clocks.ts';
import { type OrderState, orderMoves } from '../../../shared/domain/orders/order-states.ts';
import { malang, officeOrderIn, orderIn } from '../examples.ts';

const terms = clockTermsOf(malang());
const at = (minute: number) => new Date(Date.UTC(2026, 10, 10, 2, minute)).toISOString();
const staff = (place: string): Recipient => ({ person: 'sri', scope: place, role: 'owner' });
const sides = ['merchant', 'buyer', 'approver', 'city'] as const;

/** Every version an order went through, by steps somebody drew along the table of its life. */
const livesOf = fc
  .record({ office: fc.boolean(), steps: fc.array(fc.nat(), { maxLength: 7 }) })
  .map(({ office, steps }) => {
    let order = office ? officeOrderIn('awaiting_approval') : orderIn('placed');
    const life = [order];
    for (const [minute, step] of steps.entries()) {
      const moves = Object.values(orderMoves[order.state]) as { by: readonly string[]; to: OrderState }[];
      const move = moves[step % Math.max(1, moves.length)];
      if (!move) break;
      const side = move.by[step % move.by.length] as 'merchant';
      order = moved(order, move.to, { by: side, side, at: at(minute + 1), ...terms });
      life.push(order);
    }
    return life;
  });

const tellAll = (subjects: readonly Subject[], recipient: Recipient) => {
  const notices = new Map<string, PersonNotice>();
  let written = 0;
  for (const subject of subjects)
    for (const message of subject.messages) {
      const after = nextNotice(notices.get(message.side), subject, message, recipient);
      if (!after) continue;
      written += 1;
      notices.set(message.side, after);
    }
  return { notices, written };
};

describe('the notices of an order', () => {
  test('say in the end what the last of it says, in whatever order and however often it is told', () => {
    fc.assert(
      fc.property(livesOf, fc.array(fc.nat(), { maxLength: 12 }), (life, order) => {
        const last = orderSubject(life.at(-1) as never);
        // Each event reads the thing as it is: some see an older version, the last always comes too.
        const seen = [...order.map((place) => orderSubject(life[place % life.length] as never)), last, last];
        const { notices } = tellAll(seen, staff('merchant:x'));
        for (const message of last.messages) {
          const notice = notices.get(message.side);
          expect(notice?.topic ?? null).toBe(message.topic);
          expect(notice?.waits ?? false).toBe(message.topic !== null && topics[message.topic].waits);
        }
      }),
    );
  });

  test('are written once for each version, and a version told again writes nothing', () => {
    fc.assert(
      fc.property(livesOf, (life) => {
        const once = tellAll(life.map(orderSubject), staff('merchant:x'));
        const thrice = tellAll(
          life.map(orderSubject).flatMap((one) => [one, one, one]),
          staff('merchant:x'),
        );
        expect(thrice.written).toBe(once.written);
      }),
    );
  });

  test('are no news to who did it, nor to those beside them; to the other side they are', () => {
    const accepted = moved(orderIn('placed'), 'accepted', { by: 'sri', side: 'merchant', at: at(1), ...terms });
    const { notices } = tellAll([orderSubject(accepted)], { person: 'somebody', scope: null, role: null });
    expect(notices.get('merchant')).toMatchObject({ topic: 'order-to-prepare', waits: true, readAt: at(1) });
    expect(isUnread(notices.get('buyer') as PersonNotice)).toBe(true);
  });

  test('leave nothing waiting of an order that is over', () => {
    for (const state of Object.keys(orderMoves) as OrderState[]) {
      if (Object.keys(orderMoves[state]).length > 0) continue;
      const waiting = orderSubject(officeOrderIn(state)).messages.filter(({ topic }) => topic && topics[topic].waits);
      expect(waiting, state).toEqual([]);
    }
  });

  test('call the city to rule only when the clock does', () => {
    const disputed = moved(orderIn('delivered'), 'disputed', { by: 'ani', side: 'buyer', at: at(1), ...terms });
    const escalated = moved(disputed, 'disputed', { by: 'clock', at: at(2), ...terms });
    const cityOf = (subject: Subject) => subject.messages.find(({ side }) => side === 'city')?.topic;
    expect(cityOf(orderSubject(disputed))).toBe('order-in-dispute');
    expect(cityOf(orderSubject(escalated))).toBe('order-to-rule');
    expect(cityOf(orderSubject(orderIn('delivered')))).toBeUndefined();
    expect(sides).toContain('city');
  });
});

describe('the words of a notice', () => {
  test('are there for every topic, whatever is known of it', () => {
    for (const topic of Object.keys(topics) as (keyof typeof topics)[]) {
      const { title, text } = noticeWords(topic, {});
      expect(title.length, topic).toBeGreaterThan(3);
      expect(text, topic).not.toMatch(/undefined|NaN/);
    }
  });

  test('of a push name nobody and no sum', () => {
    for (const { push } of Object.values(topics)) {
      expect(push).not.toMatch(/Rp|\d|\$/);
      expect(push.length).toBeLessThan(60);
    }
  });
});
