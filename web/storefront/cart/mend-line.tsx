import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Refusal } from '../../entry/client.ts';
import { type CartLine, readCart, withChange, without, writeCart } from './cart.ts';

/** What is wrong with one line, and the mend as buttons. */
export type Trouble = { readonly detail: string; readonly code: Refusal['code'] };

const priceIn = (detail: string): number | undefined => {
  const found = /Rp ?([\d.]+)/.exec(detail)?.[1];
  return found === undefined ? undefined : Number(found.replaceAll('.', ''));
};

export const MendLine = ({ line, trouble: { detail, code } }: { line: CartLine; trouble: Trouble }) => {
  const price = code === 'price_changed' ? priceIn(detail) : undefined;
  const change = (values: Partial<CartLine>) => writeCart(withChange(readCart(), line, values));
  return (
    <div class="mend">
      <p class="flaw">
        {price === undefined ? detail : `Tadinya ${rupiah(line.priceRupiah)}, sekarang ${rupiah(price)}.`}
      </p>
      {code === 'reason_required' && (
        <label class="entry">
          Mengapa Anda memilih barang ini?
          <input
            class="control"
            value={line.reason ?? ''}
            maxLength={200}
            onChange={({ currentTarget }) => change({ reason: currentTarget.value.trim() || undefined })}
          />
        </label>
      )}
      <div class="acts">
        {price !== undefined && (
          <button class="button" type="button" onClick={() => change({ priceRupiah: price, choice: undefined })}>
            Setujui harga
          </button>
        )}
        {code === 'choice_not_valid' && (
          <button class="button" type="button" onClick={() => change({ choice: undefined })}>
            Pakai harga sekarang
          </button>
        )}
        <button class="line" type="button" onClick={() => writeCart(without(readCart(), line))}>
          Hapus
        </button>
      </div>
    </div>
  );
};
