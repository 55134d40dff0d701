import { QrCode } from '../../kit/charts/qr-code.tsx';

/** The shop's own QRIS, drawn from its checked payload. It carries no amount: the buyer types it. */
export const QrisCode = ({ payload, name }: { payload: string; name: string }) => (
  <QrCode text={payload} label={`QRIS ${name}`} class="qris" waiting="Memuat QRIS…" />
);
