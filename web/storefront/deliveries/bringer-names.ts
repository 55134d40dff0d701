import type { Output } from '../../../shared/contract.ts';

type Bringer = Output<'GET /orders/{orderId}/deliveries'>['items'][number]['by'];

/** Who brings it, as people say. */
export const bringerNames: Readonly<Record<Bringer, string>> = {
  own: 'Kurir toko',
  grab: 'GrabExpress',
  gojek: 'GoSend',
  lalamove: 'Lalamove',
};
