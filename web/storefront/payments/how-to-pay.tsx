import type { Output } from '../../../shared/contract.ts';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { QrisCode } from './qris-code.tsx';

/** An order's money as its parties see it. */
export type Payment = Output<'GET /orders/{orderId}/payment'>;

/** To whom, how much, and what to write with it: everything a buyer types into another app stands here in text. */
export const HowToPay = ({ payment: { way, howToPay } }: { payment: Payment }) => {
  if (!howToPay || !way) return null;
  const { qris, transfer } = howToPay;
  if (way === 'cod') return <p>Siapkan uang pas {rupiah(howToPay.rupiah)} saat menerima barang.</p>;
  return (
    <>
      {qris && (
        <>
          <QrisCode payload={qris.payload} name={qris.name} />
          <dl class="facts">
            <dt>Nama di QRIS</dt>
            <dd>
              <bdi>{qris.name}</bdi>
            </dd>
            <dt>NMID</dt>
            <dd>{qris.nmid}</dd>
            <dt>Ketik jumlah</dt>
            <dd>
              <b>{rupiah(howToPay.rupiah)}</b>
            </dd>
          </dl>
          <p class="small quiet">Cocokkan nama di aplikasi Anda dengan nama di atas sebelum membayar.</p>
        </>
      )}
      {transfer && (
        <dl class="facts">
          <dt>Bank</dt>
          <dd>{transfer.bank}</dd>
          <dt>Nomor rekening</dt>
          <dd>{transfer.number}</dd>
          <dt>Atas nama</dt>
          <dd>
            <bdi>{transfer.holder}</bdi>
          </dd>
          <dt>Jumlah</dt>
          <dd>
            <b>{rupiah(howToPay.rupiah)}</b>
          </dd>
          <dt>Tulis di berita</dt>
          <dd>{transfer.code}</dd>
        </dl>
      )}
    </>
  );
};
