import { type Month, monthOf } from '../../shared/domain/basics/month.ts';
import type { PaymentCard } from '../../shared/domain/payments/payment.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { paymentsOfAgency } from '../../shared/table/payments/payments.ts';
import type { World } from '../world.ts';

type Office = { readonly agencyId: string; readonly zone: Parameters<typeof monthOf>[1] };

/** Every payment of an office whose goods have come: those that wait for money, and those that are settled. */
const handedOver = async ({ table }: World, agencyId: string): Promise<PaymentCard[]> => {
  const all = (which: 'waiting' | 'settled') =>
    everyEntry((after) => paymentsOfAgency(table, agencyId, which, { limit: 500, after }));
  return [...(await all('waiting')), ...(await all('settled'))];
};

/** Those whose goods first came in a month, oldest first. */
export const receivedIn = async (world: World, { agencyId, zone }: Office, month: Month): Promise<PaymentCard[]> =>
  (await handedOver(world, agencyId))
    .filter(({ handedOverAt }) => handedOverAt !== null && monthOf(handedOverAt, zone) === month)
    .sort((a, b) => ((a.handedOverAt ?? '') < (b.handedOverAt ?? '') ? -1 : 1));

/** Those that are not before the month in which the treasurer paid them. */
export const perhapsPaidIn = async (world: World, { agencyId, zone }: Office, month: Month): Promise<PaymentCard[]> =>
  (await handedOver(world, agencyId)).filter(
    // Nobody pays before the goods came, and what is confirmed names its day.
    ({ handedOverAt, paidOn }) =>
      handedOverAt !== null && monthOf(handedOverAt, zone) <= month && (paidOn === null || paidOn.startsWith(month)),
  );
