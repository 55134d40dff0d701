import type { Provider } from '../../shared/domain/payments/notices/notice.ts';
import type { ProviderSecret } from '../../shared/domain/payments/notices/receive-notice.ts';
import { rsaPublicKey } from '../../shared/domain/payments/notices/snap-bi.ts';
import { Problem } from '../../shared/problem.ts';
import type { Ask } from '../http/endpoint.ts';

type Given = Ask<'PUT /merchants/{merchantId}/payment-providers/{provider}'>['body'];

const missing = (field: string): Problem =>
  new Problem('invalid_request', 'Isi kunci dari penyedia pembayaran Anda.', [
    { pointer: `/${field}`, detail: 'Wajib untuk penyedia ini.' },
  ]);

/** What this provider's profile needs of what was given; anything less is refused, never taken as an open door. */
export const secretOf = (provider: Provider, { serverKey, callbackToken, publicKey, path }: Given): ProviderSecret => {
  if (provider === 'midtrans') {
    if (serverKey === undefined) throw missing('serverKey');
    return { provider, serverKey };
  }
  if (provider === 'xendit') {
    if (callbackToken === undefined) throw missing('callbackToken');
    return { provider, callbackToken };
  }
  if (publicKey === undefined) throw missing('publicKey');
  const readable = rsaPublicKey(publicKey);
  if (readable === undefined)
    throw new Problem('invalid_request', 'Kunci publik ini tidak bisa dibaca.', [
      { pointer: '/publicKey', detail: 'Salin lagi seluruhnya, dari -----BEGIN PUBLIC KEY----- sampai akhir.' },
    ]);
  return { provider, kind: 'asymmetric', publicKey: readable, ...(path === undefined ? {} : { path }) };
};
