import type { Output } from '../../../shared/contract.ts';
import { useAct } from '../../kit/act.ts';
import { downloadFile } from '../../kit/files/download-file.ts';
import { Summary } from '../../kit/form.tsx';

type Order = Pick<Output<'GET /orders/{orderId}'>, 'orderId' | 'agencyId' | 'receivedRupiah'>;

/** A person keeps what they bought: goods, sum and whether it is paid, on one page. An office has papers instead. */
export const ReceiptButton = ({ token, order }: { token: string; order: Order }) => {
  const act = useAct();
  if (order.agencyId !== null || order.receivedRupiah === 0) return null;
  const take = () => act.run(() => downloadFile(token, `/orders/${order.orderId}/receipt`, 'Bukti belanja.pdf'));
  return (
    <>
      {act.refusal && <Summary refusal={act.refusal} />}
      <button class="line" type="button" disabled={act.busy} onClick={take}>
        {act.busy ? 'Mengambil…' : 'Simpan bukti belanja (PDF)'}
      </button>
    </>
  );
};
