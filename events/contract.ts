import * as z from 'zod';
import { AgencyId } from '../shared/domain/agencies/agency.ts';
import { Category } from '../shared/domain/basics/category.ts';
import { Month } from '../shared/domain/basics/month-schema.ts';
import { PaymentWay } from '../shared/domain/basics/payment-way.ts';
import { ApplicationId, ApplicationState } from '../shared/domain/capital/application.ts';
import { BankId } from '../shared/domain/capital/bank.ts';
import { CaseState } from '../shared/domain/catalogue/goods-case.ts';
import { ProductId } from '../shared/domain/catalogue/new-product.ts';
import { Phase } from '../shared/domain/equity/snapshot/snapshot.ts';
import { OrderId } from '../shared/domain/orders/order.ts';
import { OrderState } from '../shared/domain/orders/order-states.ts';
import { PaperKind } from '../shared/domain/papers/paper-kinds.ts';
import { PaymentState } from '../shared/domain/payments/payment-states.ts';
import { MerchantId } from '../shared/domain/register/merchant.ts';
import { ReviewState } from '../shared/domain/reviews/review.ts';

/**
 * What the market announces. The name is EventBridge's detail-type; `version` is in every detail and rises when a reader
 * of the former version would misread it. Details carry ids, states and sums: no name, phone or address leaves by this way.
 */
const event = <S extends z.ZodRawShape>(shape: S) =>
  z.object({
    eventId: z.string().describe('The same for every delivery of one change'),
    version: z.literal(1),
    at: z.string(),
    ...shape,
  });

const OrderDetail = event({
  orderId: OrderId,
  merchantId: MerchantId,
  agencyId: AgencyId.nullable(),
  cityCode: z.string(),
  state: OrderState,
  totalRupiah: z.int(),
  receivedRupiah: z.int(),
  orderVersion: z.int(),
});
const MerchantDetail = event({
  merchantId: MerchantId,
  cityCode: z.string(),
  status: z.string(),
  merchantVersion: z.int(),
});

const PaymentDetail = event({
  orderId: OrderId,
  merchantId: MerchantId,
  agencyId: AgencyId.nullable(),
  cityCode: z.string(),
  state: PaymentState,
  way: PaymentWay.nullable(),
  dueRupiah: z.int(),
  paymentVersion: z.int(),
});

export const eventTypes = {
  OrderPlaced: OrderDetail,
  OrderMoved: OrderDetail,
  OrderReceived: OrderDetail.extend({ month: Month.describe('Whose turnover the latest handover is') }),
  PaymentOpened: PaymentDetail,
  PaymentMoved: PaymentDetail,
  ReviewChanged: event({
    reviewId: z.string(),
    orderId: OrderId,
    merchantId: MerchantId,
    cityCode: z.string(),
    state: ReviewState,
    stars: z.int(),
    reviewVersion: z.int(),
  }),
  PaperIssued: event({ orderId: OrderId, agencyId: AgencyId, kind: PaperKind }),
  MerchantRegistered: MerchantDetail,
  MerchantVerified: MerchantDetail,
  MerchantReturned: MerchantDetail,
  MerchantResubmitted: MerchantDetail,
  MerchantSuspended: MerchantDetail,
  OwnerEvidenceChanged: MerchantDetail,
  /** What its pages say of it by its own word: its description, a leave, whether it may be asked. */
  ShopEdited: MerchantDetail,
  MerchantChanged: MerchantDetail,
  /** A verified shop proposed another name or place, or the city decided about it without changing either. */
  ProposalMoved: MerchantDetail,
  TurnoverReported: event({ merchantId: MerchantId, month: z.string(), revision: z.int(), outsideRupiah: z.int() }),
  MembershipGranted: event({ person: z.string(), scope: z.string(), role: z.string() }),
  MembershipRevoked: event({ person: z.string(), scope: z.string(), role: z.string() }),
  /** Somebody is invited to a place, or an invitation is answered or withdrawn. */
  InvitationMoved: event({
    person: z.string(),
    scope: z.string(),
    invitedAt: z.string(),
    cityCode: z.string().nullable().describe('Null for a place above cities'),
  }),
  /** Somebody asked to be erased, took it back, or was erased. */
  ErasureMoved: event({ person: z.string(), askedAt: z.string() }),
  SnapshotTaken: event({ place: z.string(), month: z.string(), revision: z.int(), phase: Phase, sentence: z.string() }),
  AppealOpened: event({ appealId: z.string(), merchantId: MerchantId, cityCode: z.string() }),
  AppealAnswered: event({ appealId: z.string(), merchantId: MerchantId, cityCode: z.string(), outcome: z.string() }),
  OwnersRuled: event({ cityCode: z.string(), rulingId: z.string() }),
  /** A product is offered, changed, withdrawn or listed again. */
  ProductChanged: event({
    productId: ProductId,
    merchantId: MerchantId,
    cityCode: z.string(),
    district: z.string(),
    formerDistrict: z.string().nullable().describe('Where it was listed before, when that is another place'),
    category: Category,
    formerCategory: Category.nullable().describe('What it was before, when that is another one'),
    productVersion: z.int(),
  }),
  /** Goods were reported, or the city decided about them. */
  GoodsCaseMoved: event({
    productId: ProductId,
    merchantId: MerchantId,
    cityCode: z.string(),
    state: CaseState,
    caseVersion: z.int(),
  }),
  /** An application for capital was sent or answered, or its consent taken back. */
  ApplicationMoved: event({
    applicationId: ApplicationId,
    bankId: BankId,
    cityCode: z.string(),
    state: ApplicationState,
    applicationVersion: z.int(),
  }),
  /** A story of a maker is proposed, answered or taken back. */
  StoryChanged: event({ merchantId: MerchantId, cityCode: z.string(), storyVersion: z.int() }),
  /** An owner is to be visited before it takes turns, nobody was met there, or it waits no longer. */
  VisitAwaited: event({ ownerId: z.string(), merchantId: MerchantId, cityCode: z.string(), notedAt: z.string() }),
  /** A city says again what may not be sold there. */
  BansSet: event({ cityCode: z.string(), bansVersion: z.int() }),
  /** The last piece on a shelf is gone, or there are pieces again. */
  ShelfTurned: event({ productId: ProductId, merchantId: MerchantId, free: z.boolean() }),
  PaymentWaysChanged: event({ merchantId: MerchantId, waysVersion: z.int() }),
  DeliveryTermsChanged: event({ merchantId: MerchantId, termsVersion: z.int() }),
  /** A centre, one of its market days or a roster says something new. */
  CentreChanged: event({ cityCode: z.string(), slug: z.string() }),
  CityChanged: event({ cityCode: z.string(), cityVersion: z.int() }),
  PolicyDecided: event({ cityCode: z.string(), policyVersion: z.int() }),
  /** A city's lists are ranked by another version from now on, or another day has begun there. */
  LedgerMade: event({ cityCode: z.string(), ledgerVersion: z.string() }),
  /** Somebody asks for a city's pages again; with shops, for these shops' pages. */
  PagesDue: event({ cityCode: z.string(), shops: z.array(MerchantId).optional() }),
  /** Nothing changed: it is time. */
  LedgerDue: event({ cityCode: z.string() }),
  /** Somebody waits for what is made behind the pages of a large city, and was never made (functions/reads/prepared/being-prepared.ts). */
  PreparationAsked: event({ cityCode: z.string(), what: z.string() }),
  /** It is time to look at a city's closed month. */
  IntegrityDue: event({ cityCode: z.string(), month: Month }),
  CloseRequested: event({ cityCode: z.string(), month: z.string(), phase: Phase }),
} as const;
export type EventType = keyof typeof eventTypes;
export type MarketEvent = {
  [T in EventType]: { readonly type: T; readonly detail: z.infer<(typeof eventTypes)[T]> };
}[EventType];
