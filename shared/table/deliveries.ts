import * as z from 'zod';
import { derivedId } from '../domain/basics/id.ts';
import { Instant } from '../domain/basics/month-schema.ts';
import { CourierPartner, Delivery, DeliveryCard, MOST_ATTEMPTS } from '../domain/deliveries/delivery.ts';
import { isEnd } from '../domain/deliveries/delivery-states.ts';
import { OrderId } from '../domain/orders/order.ts';
import { OrderPhotoId } from '../domain/orders/order-photos.ts';
import { MerchantId } from '../domain/register/merchant.ts';
import { existsNot, is } from './engine/fields.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { get } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { check, insert, put, replace, type Write } from './engine/writes.ts';

/** Which of our deliveries a company's job is. */
const CourierJob = z.object({
  merchantId: MerchantId,
  partner: CourierPartner,
  partnerId: z.string(),
  orderId: z.string(),
  attempt: z.int(),
});
type CourierJob = z.infer<typeof CourierJob>;
/** What a shop has from a ride company, sealed to the shop. */
const CourierKeys = z.object({
  merchantId: MerchantId,
  partner: CourierPartner,
  sealed: z.string(),
  changedAt: Instant,
});
type CourierKeys = z.infer<typeof CourierKeys>;

/** Of which order a picture first showed that goods were handed over. */
const HandoverProof = z.object({ merchantId: MerchantId, photoId: OrderPhotoId, orderId: OrderId });
type HandoverProof = z.infer<typeof HandoverProof>;

// | entity      | pk          | sk                            | list 2                                                      |
// | Delivery    | ORDER#id    | DELIVERY#01                   | MERCHANT#id / DELIVERY#<open or over>#requestedAt, id, 01 |
// | CourierJob  | MERCHANT#id | COURIER-JOB#grab#<hash of id> |                                                             |
// | CourierKeys | MERCHANT#id | COURIER-KEYS#grab             |                                                             |
// | HandoverProof | MERCHANT#id | HANDOVER-PROOF#<hash of picture> |                                                        |
const numbered = (attempt: number): string => String(attempt).padStart(2, '0');
const deliveryKey = (orderId: string, attempt: number) => ({
  pk: `ORDER#${orderId}`,
  sk: `DELIVERY#${numbered(attempt)}`,
});
const deliveries = entity({
  type: 'Delivery',
  schema: Delivery,
  key: ({ orderId, attempt }: Pick<Delivery, 'orderId' | 'attempt'>) => deliveryKey(orderId, attempt),
  list2: ({ merchantId, state, requestedAt, orderId, attempt }) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `DELIVERY#${isEnd(state) ? 'over' : 'open'}#${requestedAt}#${orderId}#${numbered(attempt)}`,
  }),
  card: namesIn(DeliveryCard),
});
/** A company's id is its own text: only its hash is fit for a key. */
const jobKey = ({ merchantId, partner, partnerId }: Pick<CourierJob, 'merchantId' | 'partner' | 'partnerId'>) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `COURIER-JOB#${partner}#${derivedId('job', partnerId)}`,
});
const jobs = entity({ type: 'CourierJob', schema: CourierJob, key: jobKey });
const keysKey = (merchantId: string, partner: CourierPartner) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `COURIER-KEYS#${partner}`,
});
const keys = entity({
  type: 'CourierKeys',
  schema: CourierKeys,
  key: ({ merchantId, partner }: Pick<CourierKeys, 'merchantId' | 'partner'>) => keysKey(merchantId, partner),
});

const proofKey = ({ merchantId, photoId }: Pick<HandoverProof, 'merchantId' | 'photoId'>) => ({
  pk: `MERCHANT#${merchantId}`,
  sk: `HANDOVER-PROOF#${photoId}`,
});
const handoverProofs = entity({ type: 'HandoverProof', schema: HandoverProof, key: proofKey });
export const getHandoverProof = (table: Table, of: Parameters<typeof proofKey>[0]) =>
  get(table, handoverProofs, proofKey(of));
export const insertHandoverProof = (proof: HandoverProof): Write => insert(handoverProofs, proof);

export const getDelivery = (table: Table, orderId: string, attempt: number) =>
  get(table, deliveries, deliveryKey(orderId, attempt));
/** Everything that was tried for an order, first to last. */
export const deliveriesOf = async (table: Table, orderId: string): Promise<Delivery[]> =>
  (
    await list(table, Delivery, undefined, {
      pk: `ORDER#${orderId}`,
      prefix: 'DELIVERY#',
      limit: MOST_ATTEMPTS,
      consistent: true,
    })
  ).items;
/** A shop's deliveries that are under way, oldest first; or those that are over, newest first. */
export const deliveriesOfShop = (
  table: Table,
  merchantId: string,
  which: 'open' | 'over',
  request: Omit<PageRequest, 'pk' | 'prefix' | 'descending'>,
) =>
  list(table, DeliveryCard, 'list2', {
    pk: `MERCHANT#${merchantId}`,
    prefix: `DELIVERY#${which}#`,
    descending: which === 'over',
    ...request,
  });
/** That every attempt is as it was read, and none came since: what is said of the goods is said of all a courier told. */
export const deliveriesStand = (orderId: string, found: readonly Delivery[]): Write[] => [
  ...found.map(({ attempt, version }) => check('Delivery', deliveryKey(orderId, attempt), is('version', version))),
  check('Delivery', deliveryKey(orderId, found.length + 1), existsNot),
];
export const insertDelivery = (delivery: Delivery): Write => insert(deliveries, delivery);
export const replaceDelivery = (delivery: Delivery): Write => replace(deliveries, delivery);

export const getCourierJob = (table: Table, of: Parameters<typeof jobKey>[0]) => get(table, jobs, jobKey(of));
/** Every attempt to write it writes the same. */
export const putCourierJob = (job: CourierJob): Write => put(jobs, job);

export const getCourierKeys = (table: Table, merchantId: string, partner: CourierPartner) =>
  get(table, keys, keysKey(merchantId, partner));
/** Which ride companies a shop has keys of; what they are is for nobody to read. */
export const couriersOf = async (table: Table, merchantId: string): Promise<CourierPartner[]> => {
  const { items } = await list(table, CourierKeys, undefined, {
    pk: `MERCHANT#${merchantId}`,
    prefix: 'COURIER-KEYS#',
    limit: CourierPartner.options.length,
  });
  return items.map(({ partner }) => partner);
};
/** The last keys given hold; whoever gives them gives them whole. */
export const putCourierKeys = (record: CourierKeys): Write => put(keys, record);
