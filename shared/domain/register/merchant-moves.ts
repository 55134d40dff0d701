import { Problem } from '../../problem.ts';
import { type Day, type Instant, type Month, monthEnd, monthStart, type Zone } from '../basics/month.ts';
import { type Merchant, type MerchantCard, type MerchantStatus, merchantNext } from './merchant.ts';

/** Where a shop stands, as it is said in a sentence. */
export const statusWords: Readonly<Record<MerchantStatus, string>> = {
  pending: 'menunggu verifikasi',
  returned: 'dikembalikan untuk diperbaiki',
  verified: 'sudah diverifikasi',
  suspended: 'ditangguhkan',
};

/** Moves a merchant along the table above, or says where it stands. */
export const moveMerchant = <M extends Merchant>(
  merchant: M,
  status: MerchantStatus,
  by: string,
  at: Instant,
  reason?: string,
): M => {
  const possible: readonly MerchantStatus[] = merchantNext[merchant.status];
  if (!possible.includes(status))
    throw new Problem(
      'merchant_moved_on',
      `Usaha ini ${statusWords[merchant.status]}; langkah itu tidak berlaku lagi.`,
    );
  // Whatever moves a shop on after its owner closed it opens it again.
  const { closedAt: _closed, ...open } = merchant;
  return {
    ...(open as M),
    status,
    version: merchant.version + 1,
    history: [...merchant.history, { status, at, by, ...(reason === undefined ? {} : { reason }) }],
    ...(status === 'verified' ? { reasons: [], verifiedAt: merchant.verifiedAt ?? at } : {}),
  };
};

/** Open for orders on this day: verified and not paused. */
export const isOpen = (merchant: Pick<MerchantCard, 'status' | 'pausedUntil'>, day: Day): boolean =>
  merchant.status === 'verified' && (merchant.pausedUntil === null || merchant.pausedUntil < day);

/** Suspended, and not lifted before an instant, as its trail tells. */
export const leftBy = ({ history }: Pick<Merchant, 'history'>, end: Instant): boolean =>
  history.findLast(({ at }) => at < end)?.status === 'suspended';

/**
 * Verified at some instant of the month, as its trail tells: what is written of a month later, by a close that is run
 * again or by a report, must not put into it who was suspended all through it.
 */
export const wasActive = ({ history }: Pick<Merchant, 'history'>, month: Month, zone: Zone): boolean => {
  const [start, end] = [monthStart(month, zone), monthEnd(month, zone)];
  const until = (index: number) => history[index + 1]?.at ?? end;
  return history.some(({ status, at }, index) => status === 'verified' && at < end && until(index) > start);
};
