import type { ComponentChildren } from 'preact';
import type { PaymentWay } from '../../../shared/domain/basics/payment-way.ts';
import { openUnplaced } from '../../../shared/domain/payments/notices/unplaced.ts';
import { chosenFiles } from '../../entry/upload.ts';
import { Form, TextField } from '../../kit/form.tsx';
import { HowToPay, type Payment } from './how-to-pay.tsx';
import { WayFields } from './way-fields.tsx';

type Props = {
  readonly payment: Payment;
  readonly waits: boolean;
  readonly busy: boolean;
  readonly onWay: (way: PaymentWay) => void;
  readonly flaw: string | undefined;
  readonly onPaid: (proof: File | undefined) => void;
};

/** Nobody pays a second time by a code that stands open while their money is being looked for. */
const Folded = ({ folded, children }: { folded: boolean; children: ComponentChildren }) =>
  folded ? (
    <details>
      <summary>Lihat cara membayar</summary>
      {children}
    </details>
  ) : (
    children
  );

/** What the buyer does about the money: how, with what, and that it went. */
export const BuyerPart = ({ payment, waits, busy, onWay, flaw, onPaid }: Props) => {
  const open = payment.state === 'unpaid' || payment.state === 'not_found';
  return (
    <Folded folded={open && openUnplaced(payment) !== undefined}>
      {open && <WayFields name="way" choices={payment.choices} chosen={payment.way} busy={busy} onWay={onWay} />}
      {open && payment.choices.length === 0 && <p>Toko ini belum menulis cara bayar. Tanyakan ke penjual.</p>}
      {open && waits && (payment.way === 'qris' || payment.way === 'transfer') && (
        <p>Penjual belum menerima pesanan ini. Sebaiknya tunggu dulu: bila ditolak, uang Anda harus dikembalikan.</p>
      )}
      {open && <HowToPay payment={payment} />}
      {open && (payment.way === 'qris' || payment.way === 'transfer') && (
        <Form onSubmit={(form) => onPaid(chosenFiles(form, 'proof')[0])}>
          <TextField label="Foto bukti bayar (boleh kosong)" name="proof" type="file" accept="image/*" flaw={flaw} />
          <button class="button" type="submit" disabled={busy}>
            Saya sudah bayar
          </button>
        </Form>
      )}
      {payment.state === 'claimed' && <p>Penjual sedang mencocokkan uang Anda. Anda tidak perlu melakukan apa-apa.</p>}
    </Folded>
  );
};
