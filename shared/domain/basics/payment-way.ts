import * as z from 'zod';

/** How the money goes from the buyer to the shop. */
export const PaymentWay = z.enum(['cod', 'qris', 'transfer', 'treasury']).meta({ id: 'PaymentWay' });
export type PaymentWay = z.infer<typeof PaymentWay>;
