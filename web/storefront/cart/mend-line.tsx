import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { judging } from '../../kit/typed-bounds.ts';
import { type CartLine, readCart, withChange, without, writeCart } from './cart.ts';
import type { Trouble } from './troubles.ts';

const sentenceOf = ({ minQuantity, priceRupiah, quantity, unit }: CartLine, { code, detail, figure }: Trouble) => {
  if (figure === undefined) return detail;
  if (code === 'price_changed') return `Tadinya ${rupiah(priceRupiah)}, sekarang ${rupiah(figure)}.`;
  if (code !== 'stock_too_little') return detail;
  if (figure === 0) return 'Barang ini habis.';
  if (figure < minQuantity) return `Tinggal ${figure} ${unit}, padahal pesan paling sedikit ${minQuantity} ${unit}.`;
  return `Tinggal ${figure} ${unit}, Anda memesan ${quantity}.`;
};

/** The one change that lets a line be ordered, in the words of its button. */
const mendOf = ({ minQuantity, unit }: CartLine, { code, figure }: Trouble) => {
  if (code === 'choice_not_valid') return { name: 'Pakai harga sekarang', change: { choice: undefined } };
  if (figure === undefined) return undefined;
  if (code === 'price_changed') return { name: 'Setujui harga', change: { priceRupiah: figure, choice: undefined } };
  if (code === 'stock_too_little' && figure >= minQuantity)
    return { name: `Kurangi jadi ${figure} ${unit}`, change: { quantity: figure } };
  if (code === 'quantity_not_possible')
    return { name: `Jadikan ${figure} ${unit}`, change: { quantity: figure, minQuantity: figure } };
  return undefined;
};

/** Who mended goes on where the line stood: its button is gone. */
const stayAt = (button: HTMLElement): void => button.closest<HTMLElement>('section')?.focus();

/** What is wrong with one line, and the mend as buttons. */
export const MendLine = ({ line, trouble }: { line: CartLine; trouble: Trouble }) => {
  const mend = mendOf(line, trouble);
  const change = (values: Partial<CartLine>) => writeCart(withChange(readCart(), line, values));
  return (
    <div class="mend">
      <p class="flaw">{sentenceOf(line, trouble)}</p>
      {trouble.code === 'reason_required' && (
        <label class="entry">
          Mengapa Anda memilih barang ini?
          <input
            class="control"
            value={line.reason ?? ''}
            {...judging({}, 200)}
            onChange={({ currentTarget }) =>
              currentTarget.reportValidity() && change({ reason: currentTarget.value.trim() || undefined })
            }
          />
        </label>
      )}
      <div class="acts">
        {mend && (
          <button
            class="button"
            type="button"
            onClick={({ currentTarget }) => {
              stayAt(currentTarget);
              change(mend.change);
            }}
          >
            {mend.name}
          </button>
        )}
        <button
          class="line"
          type="button"
          aria-label={`Hapus ${line.name}`}
          onClick={({ currentTarget }) => {
            stayAt(currentTarget);
            writeCart(without(readCart(), line));
          }}
        >
          Hapus
        </button>
      </div>
    </div>
  );
};
