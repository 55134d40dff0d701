import * as z from 'zod';
import { AgencyId } from '../../../shared/domain/agencies/agency.ts';
import type { PaymentCard } from '../../../shared/domain/payments/payment.ts';
import { WaitingSince, waitingSince } from '../../../shared/domain/payments/payment-clock.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { agenciesOfCity } from '../../../shared/table/agencies.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { paymentsOfAgency } from '../../../shared/table/payments/payments.ts';
import type { World } from '../../world.ts';
import { inParallel } from '../in-parallel.ts';

const PAGE = 500;
const AT_ONCE = 8;

/** An office of a city, and since which days how many shops wait for its money. */
export const OfficeWaits = z.object({ agencyId: AgencyId, name: z.string(), since: WaitingSince });
export type OfficeWaits = z.infer<typeof OfficeWaits>;

/** Asks office by office: of a large city it is asked behind the pages (`spending/sum-offices`), which read what it said. */
export const officeWaits = async ({ table }: World, { cityCode, zone }: City): Promise<OfficeWaits[]> => {
  const agencies = await everyEntry((after) => agenciesOfCity(table, cityCode, { limit: 1000, after }));
  const found = new Map<string, WaitingSince>();
  await inParallel(agencies, AT_ONCE, async ({ agencyId }) => {
    const waiting = await everyEntry<PaymentCard>((after) =>
      paymentsOfAgency(table, agencyId, 'waiting', { limit: PAGE, after }),
    );
    found.set(agencyId, waitingSince(waiting, zone));
  });
  return agencies.map((agency) => ({ ...agency, since: found.get(agency.agencyId) ?? {} }));
};
