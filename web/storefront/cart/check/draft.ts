import { addDays } from '../../../../shared/domain/basics/month.ts';
import type { PaymentWay } from '../../../../shared/domain/basics/payment-way.ts';
import { today } from '../../../kit/today.ts';
import { type Delivery, savedDelivery } from './delivery.ts';
import type { Office } from './wish.ts';

/** What was typed on the way to an order; it survives a reload and a sign-in. */
export type Draft = {
  readonly delivery: Partial<Delivery>;
  /** The address is one of those that are kept already. */
  readonly kept?: boolean | undefined;
  readonly deliverOn: string;
  readonly office?: Office | undefined;
  /** Of shops for which another day than that of all was chosen. */
  readonly days?: Readonly<Record<string, string>> | undefined;
  /** How shops are paid, where the buyer has chosen. */
  readonly pays?: Readonly<Record<string, PaymentWay>> | undefined;
};
export const DRAFT = 'pesanan-draf';
export const readDraft = (): Draft => {
  try {
    const stored = JSON.parse(sessionStorage.getItem(DRAFT) ?? 'null') as Draft | null;
    if (stored) return stored;
  } catch {}
  return { delivery: savedDelivery(), deliverOn: addDays(today(), 2) };
};
export const writeDraft = (draft: Draft): void => {
  try {
    sessionStorage.setItem(DRAFT, JSON.stringify(draft));
  } catch {}
};
