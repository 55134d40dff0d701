import { addDays, today } from '../../../kit/today.ts';
import { type Delivery, savedDelivery } from './delivery.ts';
import type { Office } from './wish.ts';

/** What was typed on the way to an order; it survives a reload and a sign-in. */
export type Draft = {
  readonly delivery: Partial<Delivery>;
  readonly deliverOn: string;
  readonly office?: Office | undefined;
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
