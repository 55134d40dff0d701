import { isDeepStrictEqual } from 'node:util';
import type { EventType } from '../../../events/contract.ts';
import type { Item } from '../../../infra/local/memory/item.ts';
import type { Change } from '../../../infra/local/memory/lists.ts';
import { fromItem } from '../../../shared/table/engine/card.ts';

const merchantEvents: Record<string, EventType> = {
  verified: 'MerchantVerified',
  returned: 'MerchantReturned',
  pending: 'MerchantResubmitted',
  suspended: 'MerchantSuspended',
};

/**
 * The event a change must announce, told without looking at events/changes.ts: every version of an order or a
 * review, every step of a payment, every decision about a merchant, every report, snapshot, wish to close, and every role given, changed or taken.
 */
export const describe = ({ before, after }: Pick<Change, 'before' | 'after'>): EventType | undefined => {
  const [old, now] = [before ?? {}, after ?? {}].map(fromItem) as [Item, Item];
  const handed = (item: Item) => ((item['handovers'] ?? []) as unknown[]).length;
  switch ((after ?? before)?.['type']) {
    case 'Order':
      if (!before) return 'OrderPlaced';
      return handed(now) > handed(old) ? 'OrderReceived' : 'OrderMoved';
    case 'Payment':
      if (!before) return 'PaymentOpened';
      return ['state', 'way', 'handedOverAt', 'dueRupiah', 'unplaced'].some(
        (name) => !isDeepStrictEqual(old[name], now[name]),
      )
        ? 'PaymentMoved'
        : undefined;
    case 'Paper':
      return before ? undefined : 'PaperIssued';
    case 'Review':
      return 'ReviewChanged';
    case 'Merchant':
      if (!before) return 'MerchantRegistered';
      if (old['status'] !== now['status']) return merchantEvents[String(now['status'])];
      if (!['verified', 'suspended'].includes(String(now['status']))) return undefined;
      if (['name', 'district', 'village'].some((name) => old[name] !== now[name])) return 'MerchantChanged';
      if (['phone', 'accountKey', 'ownerId'].some((name) => old[name] !== now[name])) return 'OwnerEvidenceChanged';
      return ['description', 'pausedUntil', 'phoneShown'].some((name) => old[name] !== now[name])
        ? 'ShopEdited'
        : undefined;
    case 'Turnover':
      return 'TurnoverReported';
    case 'Snapshot':
      return 'SnapshotTaken';
    case 'CloseRequest':
      return 'CloseRequested';
    case 'Invitation':
      return before && after && old['version'] === now['version'] ? undefined : 'InvitationMoved';
    case 'AwaitedVisit':
      return before && after && old['notedAt'] === now['notedAt'] ? undefined : 'VisitAwaited';
    case 'Membership':
      if (!after) return 'MembershipRevoked';
      return old['role'] === now['role'] ? undefined : 'MembershipGranted';
    case 'Product':
      return 'ProductChanged';
    case 'Stock':
      return before && old['day'] === null && Number(old['free']) > 0 !== Number(now['free']) > 0
        ? 'ShelfTurned'
        : undefined;
    case 'Application': {
      const ended = ({ consent }: Item) => (consent as { withdrawnAt: string | null } | undefined)?.withdrawnAt ?? null;
      return before && old['state'] === now['state'] && ended(old) === ended(now) ? undefined : 'ApplicationMoved';
    }
    case 'PaymentWays':
      return 'PaymentWaysChanged';
    case 'DeliveryTerms':
      return 'DeliveryTermsChanged';
    case 'City':
      return 'CityChanged';
    case 'Policy':
      return before ? undefined : 'PolicyDecided';
    case 'LedgerPointer': {
      const same = old['ledgerVersion'] === now['ledgerVersion'] && old['day'] === now['day'];
      return before && same ? undefined : 'LedgerMade';
    }
    default:
      return undefined;
  }
};
