import type { Item } from '../../../infra/local/memory/item.ts';
import type { Change } from '../../../infra/local/memory/lists.ts';
import type { BudgetLine } from '../../../shared/domain/agencies/budget-line.ts';
import type { AuditEntry } from '../../../shared/domain/audit/act.ts';
import type { Application } from '../../../shared/domain/capital/application.ts';
import type { Opening } from '../../../shared/domain/capital/opening.ts';
import type { Product } from '../../../shared/domain/catalogue/product.ts';
import type { Stock } from '../../../shared/domain/catalogue/stock.ts';
import type { Complaint } from '../../../shared/domain/complaints/complaint.ts';
import type { ComplaintTally } from '../../../shared/domain/complaints/tally.ts';
import type { Delivery } from '../../../shared/domain/deliveries/delivery.ts';
import type { Snapshot } from '../../../shared/domain/equity/snapshot/snapshot.ts';
import type { Spending } from '../../../shared/domain/equity/standing/spending.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { PersonNotice } from '../../../shared/domain/notices/notice.ts';
import type { Dispute } from '../../../shared/domain/orders/dispute.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Paper } from '../../../shared/domain/papers/paper.ts';
import type { Feed } from '../../../shared/domain/partners/feeds/feed.ts';
import type { Partner } from '../../../shared/domain/partners/partner.ts';
import type { CodStanding } from '../../../shared/domain/payments/cash-on-delivery/cod-standing.ts';
import type { Payment } from '../../../shared/domain/payments/payment.ts';
import type { Membership } from '../../../shared/domain/people/caller.ts';
import type { Invitation } from '../../../shared/domain/people/invitation.ts';
import type { SeriesDraw } from '../../../shared/domain/programmes/draw.ts';
import type { Enrolment } from '../../../shared/domain/programmes/enrolment.ts';
import type { Series } from '../../../shared/domain/programmes/series.ts';
import type { AccountChange } from '../../../shared/domain/register/bank.ts';
import type { Merchant } from '../../../shared/domain/register/merchant.ts';
import type { MerchantRating } from '../../../shared/domain/reviews/merchant-rating.ts';
import type { Review } from '../../../shared/domain/reviews/review.ts';
import type { Purchase } from '../../../shared/domain/spending/purchase.ts';
import type { ShopYear } from '../../../shared/domain/spending/shop-year.ts';
import type { CivilServant } from '../../../shared/domain/targets/civil-servant.ts';
import type { OfficeMonth, TookPart } from '../../../shared/domain/targets/participation.ts';
import type { PurchaseProof } from '../../../shared/domain/targets/purchase-proof.ts';
import type { TurnoverRevision } from '../../../shared/domain/turnover/turnover.ts';
import type { VisitTask } from '../../../shared/domain/visits/task.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';
import type { TermsRecord } from '../../../shared/table/orders/delivery-terms.ts';
import type { PaymentNoticeRecord } from '../../../shared/table/payments/notices.ts';
import type { SeriesSeats } from '../../../shared/table/programmes/series.ts';
import type { StoredVisit } from '../../../shared/table/visits/visits.ts';
import type { Intent } from './intent.ts';

/** Counters, by the key of their item: `PERSON#…` or `SCOPE#…`. */
type SeatCounts = { pk: string };
type Kept = {
  Order: Order;
  Dispute: Dispute;
  Payment: Payment;
  PaymentNotice: PaymentNoticeRecord;
  CodStanding: CodStanding;
  Notice: PersonNotice;
  Paper: Paper;
  PaperSeries: { agencyId: string; year: string; kind: string; last: number };
  Review: Review;
  Visit: StoredVisit;
  VisitTask: VisitTask;
  Series: Series;
  SeriesSeats: SeriesSeats;
  SeriesDraw: SeriesDraw;
  Enrolment: Enrolment;
  Complaint: Complaint;
  ComplaintTally: ComplaintTally;
  ShopVisit: { merchantId: string; visitId: string };
  VisitedShop: { merchantId: string };
  MerchantRating: MerchantRating;
  /** Sets of order ids: `open`, and one beside each shop's id. */
  OpenOrders: { pk: string };
  Delivery: Delivery;
  Partner: Partner;
  Feed: Feed;
  DeliveryTerms: TermsRecord;
  Application: Application;
  Opening: Opening;
  /** With its schemes; of each city there is one. */
  Bank: { bankId: string; cityCode: string; schemes: readonly { schemeId: string }[] };
  Product: Product;
  Stock: Stock;
  Merchant: Merchant;
  AccountChange: AccountChange;
  Membership: Membership;
  Invitation: Invitation;
  AuditEntry: AuditEntry;
  AuditHead: { chain: string; seq: number; hash: string };
  ScopeSeats: SeatCounts & { members: number; admins?: number; invited?: number };
  PersonSeats: SeatCounts & { seats: number; unverified?: number; shops?: ReadonlySet<string> };
  BudgetLine: BudgetLine;
  Standing: Standing;
  Spending: Spending;
  CivilServant: CivilServant;
  TookPart: TookPart;
  OfficeMonth: OfficeMonth;
  PurchaseProof: PurchaseProof;
  Purchase: Purchase;
  ShopYear: ShopYear;
  Snapshot: Snapshot;
  Turnover: TurnoverRevision;
  Agency: { agencyId: string; cityCode: string; name: string };
  City: { cityCode: string; zone: 'Asia/Jakarta' | 'Asia/Makassar' | 'Asia/Jayapura'; version: number };
};
type Kind = keyof Kept;

/** Everything in the table by kind, followed as it changes: what the simulator knows and no process does. */
export type Ledger = {
  readonly all: <K extends Kind>(kind: K) => Kept[K][];
  readonly find: <K extends Kind>(kind: K, key: string) => Kept[K] | undefined;
  readonly follow: (changes: readonly Change[]) => void;
  readonly holds: (intent: Intent) => boolean;
  readonly roleOf: (person: string, scope: string) => string | undefined;
  readonly cityOf: (item: Item) => string | undefined;
};

export const ledgerOf = (table: { readonly all: () => Iterable<Item> }): Ledger => {
  const kinds = new Map<string, Map<string, Item>>();
  const put = (key: string, item: Item) => {
    const kind = kinds.get(String(item['type'])) ?? new Map<string, Item>();
    kinds.set(String(item['type']), kind);
    kind.set(key, item);
  };
  for (const item of table.all()) put(`${item['pk']} ${item['sk']}`, fromItem(item));
  const find = <K extends Kind>(kind: K, key: string) => kinds.get(kind)?.get(key) as Kept[K] | undefined;
  const roleOf = (person: string, scope: string) => find('Membership', `PERSON#${person} MEMBER#${scope}`)?.role;
  return {
    all: <K extends Kind>(kind: K) => [...(kinds.get(kind)?.values() ?? [])] as unknown as Kept[K][],
    find,
    follow: (changes) => {
      for (const { key, before, after } of changes)
        if (after) put(key, after);
        else kinds.get(String(before?.['type']))?.delete(key);
    },
    roleOf,
    holds: ({ needs, person }) =>
      needs === undefined ||
      needs.some(({ scope, roles }) => (roles as readonly string[]).includes(roleOf(person ?? '', scope) ?? '')),
    cityOf: (item) => {
      if (typeof item['cityCode'] === 'string') return item['cityCode'];
      if (typeof item['city'] === 'string') return item['city'];
      if (typeof item['merchantId'] === 'string')
        return find('Merchant', `MERCHANT#${item['merchantId']} MERCHANT`)?.cityCode;
      if (typeof item['agencyId'] === 'string') return find('Agency', `AGENCY#${item['agencyId']} AGENCY`)?.cityCode;
      return undefined;
    },
  };
};
