import type { Sent } from '../../../../shared/contract.ts';
import type { PaymentWay } from '../../../../shared/domain/basics/payment-way.ts';
import type { Delivery } from './delivery.ts';

export type Body = Sent<'POST /orders'>['body'];
export type Office = NonNullable<Body['agency']>;
/** When, where and for whom what lies in the cart is ordered. */
export type Wish = {
  readonly deliverOn: string;
  readonly delivery: Delivery;
  readonly office?: Office | undefined;
  /** How each shop's goods come, and the fee that was shown for it. */
  readonly ways?: Ways | undefined;
  /** What is chosen of each shop besides: its day, and how it is paid. */
  readonly shops?: Readonly<Record<string, { readonly day: string; readonly way: PaymentWay | undefined }>> | undefined;
};
export type Ways = Readonly<Record<string, NonNullable<Body['shops'][number]['delivery']>>>;
/** A wish that was sent when there was no network, and which person sent it: nobody else's account orders it, of the same name neither. */
export type Unsent = Wish & { readonly by: string };
