import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { type Message, noticeIdOf, type Subject } from '../../../shared/domain/notices/next-notice.ts';
import { orderSubject } from '../../../shared/domain/notices/of-order.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Sim } from '../sim.ts';
import type { Triggers } from './triggers.ts';

/** Who must have been told: the person, or whoever has been in the place for so long that every container knows. */
const peopleOf = (sim: Sim, { audience }: Message, { history }: Order): string[] => {
  if ('person' in audience) return [audience.person];
  const known = later(history.at(-1)?.at ?? '', -DAY_MS);
  return sim.ledger
    .all('Membership')
    .filter(
      ({ scope, role, grantedAt }) => scope === audience.scope && audience.roles.includes(role) && grantedAt < known,
    )
    .map(({ person }) => person);
};

const check = (sim: Sim, subject: Subject, message: Message, person: string): void => {
  const notice = sim.ledger.find('Notice', `PERSON#${person} NOTICE#${noticeIdOf(subject, message)}`);
  const said = notice?.topic ?? null;
  if (said !== message.topic || (notice && said !== null && notice.at !== message.at))
    sim.violated(
      `${subject.id} says ${message.topic} of ${message.at} to ${person} (${message.side}), who was told ${said} of ${notice?.at}`,
    );
};

/** When everything was delivered, each side of an order has been told what it now says, and nothing older stands behind. */
export const checkNotices = (sim: Sim, { taken }: Triggers): void => {
  const heard = new Set(
    taken.flatMap(({ type, detail }) => (type.startsWith('Order') && 'orderId' in detail ? [detail.orderId] : [])),
  );
  for (const order of sim.ledger.all('Order')) {
    if (!heard.has(order.orderId)) continue;
    const subject = orderSubject(order);
    for (const message of subject.messages)
      for (const person of peopleOf(sim, message, order)) check(sim, subject, message, person);
  }
};
