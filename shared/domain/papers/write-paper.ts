import { stampDutyOn } from '../../rules/stamp-duty.ts';
import type { Agency } from '../agencies/agency.ts';
import { type Day, dayOf, type Zone } from '../basics/month.ts';
import { earnedFee, feeOf } from '../deliveries/order-delivery.ts';
import type { Order } from '../orders/order.ts';
import type { OrderPhoto } from '../orders/order-photos.ts';
import { endedUndelivered, stateLabels } from '../orders/order-states.ts';
import type { Payment } from '../payments/payment.ts';
import type { Merchant } from '../register/merchant.ts';
import type { Paper, PaperCheck, PaperContent } from './paper.ts';
import type { SettledPapers } from './paper-defaults.ts';
import { type PaperKind, paperKinds } from './paper-kinds.ts';
import { type SellerTaxes, sellerOn } from './seller-tax.ts';
import { type TaxLine, taxLines } from './tax-lines.ts';

export type PaperFacts = {
  readonly order: Order;
  readonly payment: Payment | undefined;
  readonly agency: Agency;
  readonly merchant: Merchant;
  readonly settings: SettledPapers;
  readonly sellerTaxes: SellerTaxes | undefined;
  /** The city's name, the first line of a letterhead that names no other. */
  readonly cityName: string;
  readonly logo: string | undefined;
  /** Pictures of the goods, oldest first. */
  readonly photos: readonly OrderPhoto[];
  readonly day: Day;
  readonly zone: Zone;
};

/** Prepared food and drink, by category: taxed by the city, never by VAT. */
const preparedFood: ReadonlySet<string | undefined> = new Set(['meeting-food', 'culinary']);

export const taxesOf = ({ order, payment, merchant, day, sellerTaxes }: PaperFacts): readonly TaxLine[] =>
  payment?.treasury
    ? taxLines({
        day,
        rupiah: payment.treasury.rupiah,
        purse: payment.treasury.kind,
        preparedFood: order.lines.every(({ category }) => preparedFood.has(category)),
        seller: sellerOn(day, merchant, sellerTaxes),
      })
    : [];

/** A receipt of money over the ceiling bears a stamp; other papers do not. */
const stampOf = (kind: PaperKind, rupiah: number, day: Day): number | null =>
  kind === 'kuitansi' ? (stampDutyOn(day, rupiah)?.rupiah ?? null) : null;

/** The letterhead: what the office wrote, and otherwise what the register knows. */
const officeOf = ({ agency, settings: { letterhead }, cityName, logo }: PaperFacts): PaperContent['office'] => ({
  name: letterhead.name ?? agency.name,
  address: letterhead.address ?? agency.address,
  government: letterhead.government ?? `Pemerintah ${cityName}`,
  ...(letterhead.contact === undefined ? {} : { contact: letterhead.contact }),
  ...(logo === undefined ? {} : { logo }),
});

/** What a paper says, from the order and its money as they stand. */
export const paperContent = (kind: PaperKind, number: string | null, facts: PaperFacts): PaperContent => {
  const { order, payment, merchant, settings, day, zone } = facts;
  const before = kind === 'surat-pesanan' || kind === 'spk';
  const fee = before ? feeOf(order) : earnedFee(order);
  const rupiah = before ? order.totalRupiah : order.receivedRupiah + fee;
  const handover = order.handovers.at(-1);
  const withTaxes = kind === 'kuitansi' || kind === 'pajak' || kind === 'bukti-bayar';
  return {
    kind,
    number,
    on: day,
    orderId: order.orderId,
    office: officeOf(facts),
    shop: { name: merchant.name, owner: merchant.ownerName, address: merchant.address },
    purpose: order.agency?.purpose ?? '',
    budgetCode: order.agency?.budgetCode ?? '',
    orderedOn: dayOf(order.placedAt, zone),
    lines: order.lines.map(({ name, unit, quantity, received, priceRupiah }) => ({
      name,
      unit,
      quantity,
      received,
      priceRupiah,
    })),
    ...(fee > 0 ? { feeRupiah: fee } : {}),
    rupiah,
    handover:
      before || !handover
        ? null
        : {
            at: handover.at,
            receivedBy: handover.receivedBy,
            condition: handover.condition === 'good' ? 'Baik' : 'Ada catatan',
            ...(handover.remarks === undefined ? {} : { remarks: handover.remarks }),
          },
    photos: kind === 'foto' ? facts.photos.map(({ photoId, side, at }) => ({ photoId, side, at })) : [],
    payment: payment?.treasury
      ? { kind: payment.treasury.kind, number: payment.treasury.number, on: payment.treasury.on }
      : null,
    taxes: withTaxes
      ? taxesOf(facts).map(({ name, rate, baseRupiah, rupiah: tax, source, confirmed }) => ({
          name,
          rate,
          baseRupiah,
          rupiah: tax,
          source,
          confirmed,
        }))
      : [],
    stampRupiah: stampOf(kind, rupiah, day),
    signatories: settings.signatories,
  };
};

/** What its check page tells of a paper and of what became of its order: enough to compare, nothing of a person. */
export const paperCheck = (
  { code, kind, hash, content, issuedAt }: Paper,
  { state }: Pick<Order, 'state'>,
): PaperCheck => ({
  code,
  kind,
  hash,
  issuedAt,
  name: paperKinds[kind].name,
  number: content.number,
  on: content.on,
  office: content.office.name,
  shop: content.shop.name,
  rupiah: content.rupiah,
  state: stateLabels[state],
  ended: endedUndelivered.includes(state),
});
