import { rupiah } from '../../../shared/domain/basics/wording.ts';
import { courierFee } from '../../../shared/domain/deliveries/courier-fee.ts';
import { type Cart, centreOf, isPickedUp, readCart, withPickUp, writeCart } from './cart.ts';
import { readDraft } from './check/draft.ts';
import type { Terms } from './terms.ts';

/** What bringing costs, where it is known already; else what the shop's table says in general. */
const feeWords = (terms: Terms, goodsRupiah: number): string => {
  const { district } = readDraft().delivery;
  const fee = courierFee(terms, district ?? '', goodsRupiah);
  if (fee === null) return 'tidak ke kecamatan Anda';
  if (fee === 0) return 'Gratis';
  return district || terms.courier?.districts.length === 0 ? rupiah(fee) : `mulai ${rupiah(fee)}`;
};

type Props = {
  readonly cart: Cart;
  readonly merchantId: string;
  readonly terms: Terms | undefined;
  readonly goodsRupiah: number;
};

/** Brought or picked up, for one shop; nothing to choose where there is one way that costs nothing. */
export const WayChoice = ({ cart, merchantId, terms, goodsRupiah }: Props) => {
  if (!terms) return null;
  const { courier, pickUp, centres = [] } = terms;
  const picked = isPickedUp(cart, merchantId);
  const chosen = picked ? centreOf(cart, merchantId) : undefined;
  const choose = (pick: boolean, centre?: string) => writeCart(withPickUp(readCart(), merchantId, pick, centre));
  const free = courier?.freeFromRupiah;
  const gap = free && goodsRupiah < free ? free - goodsRupiah : 0;
  if (courier && !pickUp && !picked && centres.length === 0 && feeWords(terms, goodsRupiah) === 'Gratis') return null;
  return (
    <fieldset class="ways">
      <legend class="away">Cara menerima barang</legend>
      {courier && (
        <label class="check">
          <input type="radio" name={`cara-${merchantId}`} checked={!picked} onChange={() => choose(false)} />
          <span>Diantar</span> <b>{feeWords(terms, goodsRupiah)}</b>
        </label>
      )}
      {(pickUp || (picked && chosen === undefined)) && (
        <label class="check">
          <input
            type="radio"
            name={`cara-${merchantId}`}
            checked={picked && chosen === undefined}
            onChange={() => choose(true)}
          />
          <span>
            Ambil sendiri{' '}
            <span class="small quiet">
              {pickUp ? `${pickUp.address}, ${pickUp.hours}` : 'sudah tidak bisa di toko ini'}
            </span>
          </span>{' '}
          <b>Gratis</b>
        </label>
      )}
      {centres.map(({ centre, name, address, hours, feeRupiah }) => (
        <label class="check" key={centre}>
          <input
            type="radio"
            name={`cara-${merchantId}`}
            checked={chosen === centre}
            onChange={() => choose(true, centre)}
          />
          <span>
            Ambil di <bdi>{name}</bdi>{' '}
            <span class="small quiet">
              {address}, {hours}
            </span>
          </span>{' '}
          <b>{feeRupiah === 0 ? 'Gratis' : rupiah(feeRupiah)}</b>
        </label>
      ))}
      {gap > 0 && !picked && <p class="small quiet">Tambah {rupiah(gap)} lagi, diantar gratis.</p>}
    </fieldset>
  );
};
