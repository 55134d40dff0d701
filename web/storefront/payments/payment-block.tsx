import { useEffect, useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { paymentBadge, wayNames } from '../../../shared/domain/payments/payment-words.ts';
import type { Call } from '../../entry/client.ts';
import { uploadOrderPhoto } from '../../entry/upload.ts';
import { useAct } from '../../kit/act.ts';
import { ConfirmDialog } from '../../kit/desk/confirm-dialog.tsx';
import { flawAt, Summary } from '../../kit/form.tsx';
import type { Side } from '../orders/states.ts';
import { BuyerPart } from './buyer-part.tsx';
import { HowToPay, type Payment } from './how-to-pay.tsx';
import { DueSentence, LastWords, ProofHints, RefusedSentence, UnplacedSentence } from './payment-sentences.tsx';
import { TreasuryForm } from './treasury-form.tsx';
import { UnjustRefusal } from './unjust-refusal.tsx';

type Props = {
  readonly call: Call;
  readonly token: string;
  readonly orderId: string;
  /** The shop has not said yet that it takes the order. */
  readonly waits: boolean;
  /** The goods were brought: cash can have changed hands. */
  readonly brought: boolean;
  readonly sides: readonly Side[];
  readonly isTreasurer: boolean;
  /** Changes when the order does: the payment follows the order a moment later. */
  readonly version: number;
  /** Somebody said something of the money. */
  readonly onDone: () => void;
};

/** Where an office's money goes: to the account of the shop, which its treasurer reads here and its owner fills in. */
const OfficePays = ({ payment, pays, sells }: { payment: Payment; pays: boolean; sells: boolean }) => {
  if (sells)
    return (
      <p class="small">
        Dinas membayar ke rekening toko. Pastikan sudah terisi di <a href="/toko-saya/#rekening-toko">Rekening toko</a>.
      </p>
    );
  if (!pays) return null;
  return payment.howToPay?.transfer ? (
    <HowToPay payment={payment} />
  ) : (
    <p>Toko ini belum mengisi rekeningnya. Minta penjual mengisinya di Toko saya, atau bayar tunai dari UP.</p>
  );
};

type SellerProps = {
  readonly payment: Payment;
  readonly brought: boolean;
  readonly busy: boolean;
  readonly onMove: (move: SellerMove, reason?: string) => void;
};
type SellerMove = 'confirm' | 'collect' | 'not-find' | 'refuse' | 'give-back';
const SellerPart = ({ payment, brought, busy, onMove }: SellerProps) => {
  const { state, way } = payment;
  const button = (move: SellerMove, name: string) => (
    <button class="button" type="button" disabled={busy} onClick={() => onMove(move)}>
      {name}
    </button>
  );
  const why = (move: SellerMove, name: string, question: string) => (
    <ConfirmDialog name={name} question={question} onSend={(reason) => onMove(move, reason)} />
  );
  if (state === 'claimed' || state === 'recorded')
    return (
      <div class="acts">
        {button('confirm', `Uang ${rupiah(payment.dueRupiah)} sudah masuk`)}
        {why('not-find', 'Belum masuk', 'Apa yang Anda temukan di rekening?')}
      </div>
    );
  const isOwed = state === 'unpaid' || state === 'not_found';
  if (way === 'cod' && (isOwed || state === 'refused') && (brought || payment.handedOverAt))
    return (
      <div class="acts">
        {button('collect', `Terima tunai ${rupiah(payment.dueRupiah)}`)}
        {isOwed && why('refuse', 'Pembeli menolak', 'Mengapa tidak dibayar?')}
      </div>
    );
  if (state === 'return_owed')
    return <div class="acts">{why('give-back', 'Sudah dikembalikan', 'Dikembalikan lewat apa, kapan?')}</div>;
  return null;
};

const explained = {
  'not-find': 'POST /orders/{orderId}/payment/not-find',
  refuse: 'POST /orders/{orderId}/payment/refuse',
  'give-back': 'POST /orders/{orderId}/payment/give-back',
} as const;
const moveAsSeller = (call: Call, { orderId, dueRupiah }: Payment, move: SellerMove, reason = ''): Promise<Payment> => {
  const params = { orderId };
  if (move === 'confirm')
    return call('POST /orders/{orderId}/payment/confirm', { params, body: { rupiah: dueRupiah } });
  if (move === 'collect') return call('POST /orders/{orderId}/payment/collect', { params });
  return call(explained[move], { params, body: { reason } });
};

/** The money of one order: what is owed, how to pay it, who has said what. It never passes through the market. */
export const PaymentBlock = ({ call, token, orderId, waits, brought, sides, isTreasurer, version, onDone }: Props) => {
  const [payment, setPayment] = useState<Payment>();
  const act = useAct();
  const params = { orderId };
  useEffect(() => {
    void call('GET /orders/{orderId}/payment', { params }).then(setPayment, () => setPayment(undefined));
  }, [orderId, version]);
  if (!payment) return null;
  const run = (work: () => Promise<Payment>) =>
    void act.run(async () => {
      setPayment(await work());
      onDone();
    });
  /** The picture of the proof is sent first, so that what is told names it. */
  const proofOf = async (file: File | undefined) => {
    const { photoId } = file ? await uploadOrderPhoto(token, orderId, 'proof', file) : {};
    return photoId === undefined ? {} : { proofId: photoId };
  };
  const { state } = payment;
  return (
    <section class="block" id="bayar">
      <p class="sum">
        <span>
          <b>Pembayaran</b> {payment.way && <span class="quiet">{wayNames[payment.way]}</span>}
        </span>
        <span class="badge">{paymentBadge(state)}</span>
      </p>
      <DueSentence payment={payment} />
      {state === 'refused' && brought && payment.handedOverAt === null && (
        <RefusedSentence sells={sides.includes('merchant')} />
      )}
      {state === 'refused' && sides.includes('buyer') && <UnjustRefusal call={call} payment={payment} />}
      <LastWords payment={payment} sells={sides.includes('merchant')} />
      <UnplacedSentence payment={payment} sells={sides.includes('merchant')} />
      {act.refusal && <Summary refusal={act.refusal} />}
      {sides.includes('buyer') && payment.agencyId === null && (
        <BuyerPart
          payment={payment}
          waits={waits}
          busy={act.busy}
          onWay={(way) => run(() => call('PUT /orders/{orderId}/payment/way', { params, body: { way } }))}
          flaw={flawAt(act.refusal, '/photo') ?? flawAt(act.refusal, '/proofId')}
          onPaid={(file) =>
            run(async () => {
              const body = await proofOf(file);
              return call('POST /orders/{orderId}/payment/claim', { params, body });
            })
          }
        />
      )}
      {payment.agencyId !== null && (state === 'unpaid' || state === 'not_found') && (
        <OfficePays payment={payment} pays={isTreasurer} sells={sides.includes('merchant')} />
      )}
      {isTreasurer && (state === 'unpaid' || state === 'not_found') && payment.handedOverAt && (
        <TreasuryForm
          dueRupiah={payment.dueRupiah}
          busy={act.busy}
          refusal={act.refusal}
          onSend={(record, file) =>
            run(async () => {
              const body = { ...record, ...(await proofOf(file)) };
              return call('POST /orders/{orderId}/payment/record', { params, body });
            })
          }
        />
      )}
      {payment.treasury && (
        <p class="small">
          {payment.treasury.kind} {payment.treasury.number}, {rupiah(payment.treasury.rupiah)}
        </p>
      )}
      {sides.includes('merchant') && <ProofHints payment={payment} />}
      {sides.includes('merchant') && (
        <SellerPart
          payment={payment}
          brought={brought}
          busy={act.busy}
          onMove={(move, reason) => run(() => moveAsSeller(call, payment, move, reason))}
        />
      )}
      {sides.includes('buyer') && state === 'returned' && (
        <ConfirmDialog
          name="Uang belum saya terima"
          question="Apa yang belum sesuai?"
          onSend={(reason) => run(() => call('POST /orders/{orderId}/payment/deny', { params, body: { reason } }))}
        />
      )}
    </section>
  );
};
