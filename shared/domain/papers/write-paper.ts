import { spkTermsOn } from '../../rules/spk-terms.ts';
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
import { signersFor } from './signing-parts.ts';
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
  /** The name of the kecamatan the goods are brought to. */
  readonly districtName: string;
  /** The order letter that was issued, if one was. */
  readonly orderPaper?: { readonly number: string; readonly on: Day } | undefined;
  readonly logo: string | undefined;
  /** Pictures of the goods, oldest first. */
  readonly photos: readonly OrderPhoto[];
  readonly day: Day;
  readonly zone: Zone;
};

/** Prepared food and drink, by category: taxed by the city, never by VAT. */
const preparedFood: ReadonlySet<string | undefined> = new Set(['meeting-food', 'culinary']);

/** What the goods of an order are to the taxes. */
export const goodsTaxed = ({ lines }: Pick<Order, 'lines'>) => ({
  preparedFood: lines.every(({ category }) => preparedFood.has(category)),
  catering: lines.every(({ category }) => category === 'meeting-food'),
});

export const taxesOf = ({ order, payment, merchant, day, sellerTaxes }: PaperFacts): readonly TaxLine[] =>
  payment?.treasury
    ? taxLines({
        day,
        rupiah: payment.treasury.rupiah,
        purse: payment.treasury.kind,
        ...goodsTaxed(order),
        seller: sellerOn(day, merchant, sellerTaxes),
      })
    : [];

/** What the rules of a day say of a payment that nobody recorded yet, from whichever purse: what its treasurer keeps back. */
export const expectedTaxes = ({ order, payment, merchant, day, sellerTaxes }: PaperFacts): readonly TaxLine[] =>
  order.state === 'received' && payment && !payment.treasury && payment.dueRupiah > 0
    ? taxLines({
        day,
        rupiah: payment.dueRupiah,
        purse: null,
        ...goodsTaxed(order),
        seller: sellerOn(day, merchant, sellerTaxes),
      })
    : [];

/** A receipt of money over the ceiling bears a stamp, and so does an agreement of such a sum; other papers do not. */
const stampOf = (kind: PaperKind, rupiah: number, day: Day): number | null =>
  kind === 'kuitansi' || kind === 'spk' ? (stampDutyOn(day, rupiah)?.rupiah ?? null) : null;

/** The letterhead: what the office wrote, and otherwise what the register knows. */
const officeOf = ({ agency, settings: { letterhead }, cityName, logo }: PaperFacts): PaperContent['office'] => ({
  name: letterhead.name ?? agency.name,
  address: letterhead.address ?? agency.address,
  government: letterhead.government ?? `Pemerintah ${cityName}`,
  ...(letterhead.contact === undefined ? {} : { contact: letterhead.contact }),
  ...(logo === undefined ? {} : { logo }),
});

const receivedOn = (zone: Zone, { at, receivedBy, condition, remarks }: Order['handovers'][number]) => ({
  on: dayOf(at, zone),
  receivedBy,
  condition: condition === 'good' ? 'Baik' : 'Ada catatan',
  ...(remarks === undefined ? {} : { remarks }),
});

/** The handovers of an order: the last one completes it, and what was noted at those before it is not lost. */
const handoverOf = ({ order: { handovers }, zone }: PaperFacts): PaperContent['handover'] => {
  const last = handovers.at(-1);
  if (!last) return null;
  const earlier = handovers.slice(0, -1).map((one) => receivedOn(zone, one));
  return { at: last.at, ...receivedOn(zone, last), ...(earlier.length > 0 ? { earlier } : {}) };
};

/** Papers that order goods are about what was ordered; the others about what came. */
const isBefore = (kind: PaperKind): boolean => kind === 'surat-pesanan' || kind === 'spk';
const ofMoney: ReadonlySet<PaperKind> = new Set(['kuitansi', 'bukti-bayar', 'pajak']);
/** Such a paper is issued of a payment as it stands in that very moment. */
export const tellsOfMoney = (kind: PaperKind): boolean => ofMoney.has(kind);
/** A payment proof tells what was kept back, not what the rules say. */
const ofTaxes: ReadonlySet<PaperKind> = new Set(['kuitansi', 'pajak']);

/** When and where the goods are to be. */
const deliveryOf = ({ order, districtName }: PaperFacts): PaperContent['delivery'] => {
  const { delivery, deliverTo, deliverOn, agency } = order;
  const { pickUp } = delivery ?? {};
  const remarks = [pickUp?.hours, deliverTo.note].filter(Boolean).join('; ');
  const place = pickUp?.address ?? [deliverTo.address, districtName, agency?.room].filter(Boolean).join(', ');
  return { on: deliverOn, fetched: pickUp !== undefined, place, ...(remarks === '' ? {} : { remarks }) };
};

const paidBy = ({ payment }: PaperFacts): PaperContent['payment'] => {
  if (!payment?.treasury) return null;
  const { kind, number, on, rupiah, withheld } = payment.treasury;
  return { kind, number, on, rupiah, withheld };
};

/** What both sides of a work order promise: their city's terms, and otherwise those of the rule of the day. */
const termsOf = ({ settings: { terms }, cityName, day }: PaperFacts): Pick<PaperContent, 'terms'> => {
  if (terms.length > 0) return { terms: { lines: [...terms], source: `ketentuan ${cityName}`, confirmed: true } };
  const rule = spkTermsOn(day);
  return rule ? { terms: { lines: [...rule.terms], source: rule.source, confirmed: rule.confirmed } } : {};
};

/** What stands on papers of one kind only. */
const ofKind = (kind: PaperKind, facts: PaperFacts) => {
  const { orderPaper, settings } = facts;
  return {
    ...(isBefore(kind) ? { delivery: deliveryOf(facts) } : {}),
    ...(kind === 'spk' ? termsOf(facts) : {}),
    ...(orderPaper && kind !== 'surat-pesanan' ? { orderPaper } : {}),
    ...(settings.npwp !== undefined && (kind === 'pajak' || kind === 'bukti-bayar')
      ? { officeNpwp: settings.npwp }
      : {}),
    handover: isBefore(kind) ? null : handoverOf(facts),
    photos:
      kind === 'foto'
        ? facts.photos.map(({ photoId, side, at }) => ({ photoId, side, at, on: dayOf(at, facts.zone) }))
        : [],
    payment: ofMoney.has(kind) ? paidBy(facts) : null,
    taxes: ofTaxes.has(kind)
      ? taxesOf(facts).map(({ name, rate, baseRupiah, rupiah: tax, source, confirmed }) => ({
          name,
          rate,
          baseRupiah,
          rupiah: tax,
          source,
          confirmed,
        }))
      : [],
  };
};

/** `Malang` of `Kota Malang`: as a place is written before a date. */
const placeName = (cityName: string): string => cityName.replace(/^(?:Kota Administrasi|Kota|Kabupaten) /, '');

/** What a paper says, from the order and its money as they stand. */
export const paperContent = (kind: PaperKind, number: string | null, facts: PaperFacts): PaperContent => {
  const { order, merchant, settings, day, zone, cityName } = facts;
  const fee = isBefore(kind) ? feeOf(order) : earnedFee(order);
  const rupiah = isBefore(kind) ? order.totalRupiah : order.receivedRupiah + fee;
  return {
    kind,
    number,
    on: day,
    orderId: order.orderId,
    office: officeOf(facts),
    shop: { name: merchant.name, owner: merchant.ownerName, address: merchant.address },
    place: placeName(cityName),
    purpose: order.agency?.purpose ?? '',
    budgetCode: order.agency?.budgetCode ?? '',
    ...(order.agency ? { budgetYear: order.agency.budgetYear } : {}),
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
    ...ofKind(kind, facts),
    stampRupiah: stampOf(kind, rupiah, day),
    signatories: signersFor(kind, settings.signatories).map(({ role, name, nip }) => ({
      role,
      name,
      ...(nip === undefined ? {} : { nip }),
    })),
  };
};

const recordText = ({ kind, number, on, rupiah, withheld }: NonNullable<PaperContent['payment']>): string =>
  JSON.stringify([
    kind,
    number,
    on,
    rupiah,
    (withheld ?? []).map((tax) => [tax.name, tax.rupiah, tax.receiptNumber ?? '']),
  ]);

/** A paper never changes; what it tells of a payment may be contradicted by the shop, or recorded otherwise, after it was issued. */
const isDoubted = ({ content }: Pick<Paper, 'content'>, payment: Payment | undefined): boolean => {
  if (!content.payment) return false;
  const { treasury, state } = payment ?? {};
  return !treasury || state === 'not_found' || state === 'void' || recordText(treasury) !== recordText(content.payment);
};

/** What its check page tells of a paper and of what became of its order: enough to compare, nothing of a person. */
export const paperCheck = (
  { code, kind, hash, content, issuedAt }: Paper,
  { state, deliverOn }: Pick<Order, 'state' | 'deliverOn'>,
  payment: Payment | undefined,
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
  doubted: isDoubted({ content }, payment),
  movedTo: content.delivery && content.delivery.on !== deliverOn ? deliverOn : null,
});
