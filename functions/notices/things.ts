import type { MarketEvent } from '../../events/contract.ts';
import type { AskedErasure } from '../../shared/domain/notices/of-erasure.ts';
import type { OfferedSeat } from '../../shared/domain/notices/of-seat.ts';
import type { PaperKind } from '../../shared/domain/papers/paper-kinds.ts';
import type { AskedVisit } from '../../shared/domain/visits/awaited-subject.ts';

/** What people are told of. */
export type Thing =
  | { readonly kind: 'order' | 'payment' | 'review' | 'appeal' | 'shop' | 'application' | 'story'; readonly id: string }
  | { readonly kind: 'visit'; readonly id: string; readonly asked: AskedVisit }
  | { readonly kind: 'erasure'; readonly id: string; readonly asked: AskedErasure }
  | { readonly kind: 'goods'; readonly id: string; readonly merchantId: string }
  | { readonly kind: 'paper'; readonly id: string; readonly paper: PaperKind }
  | { readonly kind: 'seat'; readonly id: string; readonly offered: OfferedSeat; readonly cityCode: string | null };

/** What an event is about: an order, a payment, a paper, a review, a shop, an objection, an invitation. */
export const thingsIn = ({ type, detail }: MarketEvent): Thing[] => {
  switch (type) {
    case 'OrderPlaced':
    case 'OrderMoved':
    case 'OrderReceived':
      return [{ kind: 'order', id: detail.orderId }];
    case 'PaymentOpened':
    case 'PaymentMoved':
      // It is written with every order, and while nothing is asked for it says nothing to anybody: not worth a look.
      return type === 'PaymentOpened' && detail.state === 'unpaid' ? [] : [{ kind: 'payment', id: detail.orderId }];
    case 'PaperIssued':
      return [{ kind: 'paper', id: detail.orderId, paper: detail.kind }];
    case 'ReviewChanged':
      return [{ kind: 'review', id: detail.reviewId }];
    case 'InvitationMoved': {
      const { person, scope, cityCode } = detail;
      return [{ kind: 'seat', id: `${scope} ${person}`, offered: detail, cityCode }];
    }
    case 'VisitAwaited':
      return [{ kind: 'visit', id: detail.ownerId, asked: detail }];
    case 'ErasureMoved':
      return [{ kind: 'erasure', id: detail.person, asked: detail }];
    case 'AppealOpened':
    case 'AppealAnswered':
      return [{ kind: 'appeal', id: detail.appealId }];
    case 'ApplicationMoved':
      return [{ kind: 'application', id: detail.applicationId }];
    case 'StoryChanged':
      return [{ kind: 'story', id: detail.merchantId }];
    case 'GoodsCaseMoved':
      return [{ kind: 'goods', id: detail.productId, merchantId: detail.merchantId }];
    default:
      return 'merchantId' in detail ? [{ kind: 'shop', id: detail.merchantId }] : [];
  }
};
