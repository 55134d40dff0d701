import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import { type Cart, type CartLine, readCart, sumOf, withoutShop, withPickUp, writeCart } from '../cart.ts';
import type { Coming } from '../terms.ts';

type Props = {
  readonly cart: Cart;
  readonly merchantId: string;
  readonly lines: readonly CartLine[];
  readonly coming: readonly Coming[];
};

/** How one shop's goods come and for how much; where they cannot come that way, the mend as buttons. */
export const ComingLines = ({ merchantId, lines, coming }: Props) => {
  const how = coming.find((one) => one.merchantId === merchantId);
  if (!how) return null;
  const { pickUp, at, centre, fee, terms } = how;
  if (fee === null)
    return (
      <div class="mend">
        <p class="flaw">
          {pickUp
            ? `Barang toko ini tidak bisa diambil ${centre === undefined ? 'sendiri' : 'di sentra itu lagi'}.`
            : 'Toko ini tidak mengantar ke kecamatan Anda.'}
        </p>
        <div class="acts">
          {(pickUp ? terms?.courier : terms?.pickUp) && (
            <button class="button" type="button" onClick={() => writeCart(withPickUp(readCart(), merchantId, !pickUp))}>
              {pickUp ? 'Minta diantar' : 'Ambil sendiri'}
            </button>
          )}
          <button class="line" type="button" onClick={() => writeCart(withoutShop(readCart(), merchantId))}>
            Hapus barang toko ini
          </button>
        </div>
      </div>
    );
  return (
    <>
      <p class="sum">
        <span>
          {pickUp ? (
            <>
              Ambil sendiri di <bdi>{at?.address}</bdi>, {at?.hours}
            </>
          ) : (
            'Ongkos antar'
          )}
        </span>
        <b>{fee === undefined ? '…' : fee === 0 ? 'Gratis' : rupiah(fee)}</b>
      </p>
      <p class="sum">
        <span>Jumlah</span> <b>{rupiah(sumOf(lines) + (fee ?? 0))}</b>
      </p>
    </>
  );
};
