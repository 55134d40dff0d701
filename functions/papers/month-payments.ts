import { type Instant, type Month, monthEnd, monthStart, type Zone } from '../../shared/domain/basics/month.ts';
import type { PaymentCard } from '../../shared/domain/payments/payment.ts';
import { paymentsHandedOver } from '../../shared/table/payments/payments.ts';
import type { World } from '../world.ts';

type Office = { readonly agencyId: string; readonly zone: Zone };

/** Payments of an office whose goods came in a span: those that wait for money, and those that are settled. */
const handedOver = async (
  { table }: World,
  agencyId: string,
  span: { readonly from: Instant; readonly until: Instant },
): Promise<PaymentCard[]> => {
  const [waiting, settled] = await Promise.all([
    paymentsHandedOver(table, agencyId, 'waiting', span),
    paymentsHandedOver(table, agencyId, 'settled', span),
  ]);
  return [...waiting, ...settled].filter(({ handedOverAt }) => handedOverAt !== null);
};

/** Those whose goods first came in a month, oldest first. */
export const receivedIn = async (world: World, { agencyId, zone }: Office, month: Month): Promise<PaymentCard[]> =>
  (await handedOver(world, agencyId, { from: monthStart(month, zone), until: monthEnd(month, zone) })).sort((a, b) =>
    (a.handedOverAt ?? '') < (b.handedOverAt ?? '') ? -1 : 1,
  );

/** Those that are not before the month in which the treasurer paid them. */
export const perhapsPaidIn = async (world: World, { agencyId, zone }: Office, month: Month): Promise<PaymentCard[]> =>
  // Nobody pays before the goods came, and what is confirmed names its day.
  (await handedOver(world, agencyId, { from: '', until: monthEnd(month, zone) })).filter(
    ({ paidOn }) => paidOn === null || paidOn.startsWith(month),
  );
