import { Problem } from '../../problem.ts';
import type { Day } from '../basics/month.ts';
import { moved, type Person, requireOtherHand, sideOf } from './move-order.ts';
import type { Order } from './order.ts';
import { partiesOf } from './order-parties.ts';
import { requireMove } from './order-rules.ts';

/** So often one order is given another day: each stays in its trail, and a record that grows for ever can no longer be written. */
const MOST_DAYS = 5;

const requireDayLeft = ({ history }: Order): void => {
  if (history.filter((step) => step.deliverOn !== undefined).length >= MOST_DAYS)
    throw new Problem(
      'date_not_possible',
      `Hari pesanan ini sudah ${MOST_DAYS} kali diganti. Batalkan, lalu pesan lagi untuk hari yang cocok.`,
      [{ pointer: '/deliverOn', detail: `Paling banyak ${MOST_DAYS} kali.` }],
    );
};

/**
 * The order on another day, for which its clock does not begin again. What an office already approved is moved by an
 * approver who did not make it, as it was approved. The year of its budget is the year of its delivery.
 */
export const rescheduleOrder = <O extends Order>(order: O, deliverOn: Day, { caller, ...how }: Person): O => {
  const parties = partiesOf(order, caller);
  const rule = requireMove(order, 'reschedule', parties);
  if (order.agencyId !== null && order.state === 'placed') {
    if (!parties.includes('approver'))
      throw new Problem('not_allowed', 'Pesanan ini sudah disetujui; hari barunya dipilih oleh pejabat.');
    requireOtherHand(order, caller);
  }
  requireDayLeft(order);
  const after = moved(order, rule.to, { ...how, by: caller.person, side: sideOf(rule, parties) });
  const { agency } = order;
  return {
    ...after,
    deliverOn,
    dueAt: order.dueAt,
    ...(agency
      ? {
          agency: {
            ...agency,
            budgetYear: deliverOn.slice(0, 4),
            eventDate: agency.eventDate < deliverOn ? deliverOn : agency.eventDate,
          },
        }
      : {}),
    history: after.history.map((step, index) => (index < order.history.length ? step : { ...step, deliverOn })),
  };
};
