import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import type { Refusal } from '../../../entry/client.ts';
import type { Act } from '../../../kit/act.ts';
import type { Coming } from '../terms.ts';
import type { Troubles } from '../troubles.ts';
import type { ShopChoice } from './shop-choices.ts';

const sendName = (refusal: Refusal | undefined): string => {
  if (refusal?.code === 'price_changed') return 'Setuju, buat pesanan';
  return refusal ? 'Kirim lagi' : 'Buat pesanan';
};

type Props = {
  readonly act: Act;
  readonly how: readonly Coming[];
  readonly choices: readonly ShopChoice[];
  readonly troubles: Troubles;
  /** Every shop was asked for its days and ways. */
  readonly ready: boolean;
  readonly signedIn: boolean;
  readonly onSend: () => void;
  readonly onSignIn: () => void;
};

/** The sum, and the one thing to do now: mend, wait, sign in or send. */
export const SendBar = ({ act, how, choices, troubles, ready, signedIn, onSend, onSignIn }: Props) => {
  const total = choices.reduce((sum, { totalRupiah }) => sum + totalRupiah, 0);
  const next = () => {
    // A reason is written, and sent as it is.
    if ([...troubles.values()].some(({ code }) => code !== 'reason_required'))
      return <p class="small">Perbaiki barang yang ditandai dulu.</p>;
    if (how.some(({ fee }) => fee === null)) return <p class="small">Pilih dulu cara menerima barang yang ditandai.</p>;
    if (choices.some(({ days }) => days?.length === 0)) return <p class="small">Perbaiki toko yang ditandai dulu.</p>;
    if (!ready || how.some(({ fee }) => fee === undefined)) return <p class="small">Memuat hari dan ongkos antar…</p>;
    return signedIn && act.refusal?.status !== 401 ? (
      <button class="button" type="button" disabled={act.busy} onClick={onSend}>
        {act.busy ? 'Mengirim…' : sendName(act.refusal)}
      </button>
    ) : (
      <button class="button" type="button" onClick={onSignIn}>
        Masuk untuk memesan
      </button>
    );
  };
  return (
    <section class="act-bar" aria-label="Total dan langkah berikutnya">
      <p>
        <span class="small quiet">Total</span>
        <b>{rupiah(total)}</b>
      </p>
      {next()}
    </section>
  );
};
