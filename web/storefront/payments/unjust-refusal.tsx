import { useEffect, useState } from 'preact/hooks';
import type { Call } from '../../entry/client.ts';
import type { Payment } from './how-to-pay.tsx';

type Props = { readonly call: Call; readonly payment: Pick<Payment, 'cityCode' | 'orderId'> };

/** A refusal counts against the buyer's cash: where they say that it is not true, with which number, and what the city found. */
export const UnjustRefusal = ({ call, payment: { cityCode, orderId } }: Props) => {
  const [struck, setStruck] = useState(false);
  useEffect(() => {
    void call('GET /cities/{city}/cash-on-delivery', { params: { city: cityCode } }).then(
      ({ refusals }) => setStruck(refusals.some((one) => one.orderId === orderId && one.struck)),
      () => {},
    );
  }, [cityCode, orderId]);
  if (struck) return <p class="small">Kota memutuskan catatan ini tidak lagi dihitung terhadap Anda.</p>;
  return (
    <p class="small">
      Tidak benar? Dua catatan seperti ini menutup bayar di tempat bagi Anda.{' '}
      <a href={`/akun/pengaduan?kota=${cityCode}`}>Adukan ke kota</a> dengan nomor pesanan{' '}
      <span class="code">{orderId}</span>.
    </p>
  );
};
