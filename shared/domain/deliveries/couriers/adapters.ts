import * as z from 'zod';
import { Problem } from '../../../problem.ts';
import { jsonOf, type SentNotice } from '../../basics/webhooks/signed-notice.ts';
import type { CourierPartner } from '../delivery.ts';
import type { Adapter, SaidOfDelivery } from './courier.ts';
import { GojekSecret, gojek } from './gojek.ts';
import { GrabSecret, grab } from './grab.ts';
import { LalamoveSecret, lalamove } from './lalamove.ts';

/** What a shop has from a ride company to order its couriers, and to tell its notices by. */
export const CourierSecret = z.discriminatedUnion('partner', [GrabSecret, GojekSecret, LalamoveSecret]);
export type CourierSecret = z.infer<typeof CourierSecret>;

const adapters: { readonly [P in CourierPartner]: Adapter<Extract<CourierSecret, { partner: P }>> } = {
  grab,
  gojek,
  lalamove,
};
export const adapterOf = ({ partner }: Pick<CourierSecret, 'partner'>): Adapter<CourierSecret> =>
  adapters[partner] as Adapter<CourierSecret>;

/** What people call a ride company. */
export const courierNames: Readonly<Record<CourierPartner, string>> = {
  grab: 'GrabExpress',
  gojek: 'GoSend',
  lalamove: 'Lalamove',
};

/** Clocks differ by so much; what is said to have happened later than that has not happened yet. */
const AHEAD_MS = 5 * 60_000;

/** A notice of a shop's ride company: verified first, read after. @throws Problem notice_not_genuine, malformed_json */
export const receiveDeliveryNotice = (sent: SentNotice, secret: CourierSecret): SaidOfDelivery => {
  const adapter = adapterOf(secret);
  adapter.verify(sent, secret);
  const said = adapter.read(jsonOf(sent.raw));
  if (Date.parse(said.notice.at) - Date.parse(sent.receivedAt) > AHEAD_MS)
    throw new Problem('notice_not_genuine', 'Pemberitahuan ini bercerita tentang waktu yang belum terjadi.');
  return said;
};
