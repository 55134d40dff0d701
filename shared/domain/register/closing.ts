import type { Instant } from '../basics/month.ts';
import type { Merchant } from './merchant.ts';
import { moveMerchant } from './merchant-moves.ts';

const REASON = 'Ditutup pemiliknya.';

/**
 * A shop that its owner closes for good: one that sells is out of the catalogue, as if it were suspended; an application is
 * taken out of the city's queue. What the city decided before stays as it is. Nothing of it is deleted: its sales are in the
 * city's sums, and whoever comes back with the same number is the owner they were.
 */
export const closedByOwner = <M extends Merchant>(merchant: M, by: string, at: Instant): M => {
  const closed = { closedAt: at, pausedUntil: null };
  if (merchant.status === 'verified') return { ...moveMerchant(merchant, 'suspended', by, at, REASON), ...closed };
  if (merchant.status === 'pending') return { ...moveMerchant(merchant, 'returned', by, at, REASON), ...closed };
  return { ...merchant, ...closed, version: merchant.version + 1 };
};
