import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { orderSubject } from '../../../shared/domain/notices/of-order.ts';
import { noticeIdOf, type Subject, type Told } from '../../../shared/domain/notices/told.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Sim } from '../sim.ts';
import type { Triggers } from './triggers.ts';

/** Who must have been told: the person, or whoever has been in the place for so long that every container knows. */
const peopleOf = (sim: Sim, { audience }: Told, { history }: Order): string[] => {
  if ('person' in audience) return [audience.person];
  const known = later(history.at(-1)?.at ?? '', -DAY_MS);
  return sim.ledger
    .all('Membership')
    .filter(
      ({ scope, role, grantedAt }) => scope === audience.scope && audience.roles.includes(role) && grantedAt < known,
    )
    .map(({ person }) => person);
};

const check = (sim: Sim, subject: Subject, told: Told, person: string): void => {
  const notice = sim.ledger.find('Notice', `PERSON#${person} NOTICE#${noticeIdOf(subject, told)}`);
  const said = notice?.topic ?? null;
  if (said !== told.topic || (notice && said !== null && notice.at !== told.at))
    sim.violated(
      `${subject.id} says ${told.topic} of ${told.at} to ${person} (${told.side}), who was told ${said} of ${notice?.at}`,
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
    for (const told of subject.told) for (const person of peopleOf(sim, told, order)) check(sim, subject, told, person);
  }
};
