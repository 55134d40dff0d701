import type { Output } from '../../../shared/contract.ts';

type Bringer = Output<'GET /orders/{orderId}/deliveries'>['items'][number]['by'];

/** Who brings it, as people say. */
export const bringerNames: Readonly<Record<Bringer, string>> = {
  own: 'kurir toko',
  grab: 'GrabExpress',
  gojek: 'GoSend',
  lalamove: 'Lalamove',
};
