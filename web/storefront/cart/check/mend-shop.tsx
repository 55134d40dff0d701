import { addDays } from '../../../../shared/domain/basics/month.ts';
import { longDay } from '../../../kit/days.ts';
import { today } from '../../../kit/today.ts';
import { readCart, withoutShop, withPickUp, writeCart } from '../cart.ts';
import type { Coming } from '../terms.ts';

/* What stands at a shop of which something is to be mended before it is ordered from: few orders need it, and its code comes then. */

const NO_DAY = 'Toko ini sedang tutup, atau tidak bisa mengantar sebanyak ini dalam tiga minggu.';

const LeaveOut = ({ merchantId }: { readonly merchantId: string }) => (
  <button class="line" type="button" onClick={() => writeCart(withoutShop(readCart(), merchantId))}>
    Hapus barang toko ini
  </button>
);

/** Until when it is closed, and from when goods can be ordered of it again. */
const closedWords = (until: string): string =>
  `Toko ini tutup ${until === today(readCart().city) ? 'hari ini' : `sampai ${longDay(until)}`}. Bisa dipesan lagi ${longDay(addDays(until, 1))}.`;

type Closed = {
  readonly merchantId: string;
  /** What the market said of it when it was ordered from. */
  readonly detail?: string | undefined;
  /** Through which day it takes no order, where it said so. */
  readonly until?: string | undefined;
};
/** A shop that takes no such order now: what is in the cart of it may stay for later, or go. */
export const ClosedShop = ({ merchantId, detail, until }: Closed) => (
  <div class="mend">
    <p class="flaw">{detail ?? (until ? closedWords(until) : NO_DAY)}</p>
    <p class="small">
      Isi keranjang tetap tersimpan di HP ini.{' '}
      {until ? (
        'Buka lagi keranjang ini saat toko buka, atau hapus barang toko ini dan pesan yang lain sekarang.'
      ) : (
        <>
          Pesan saat toko buka, <a href="#isi">ubah jumlahnya</a>, atau hapus.
        </>
      )}
    </p>
    <div class="acts">
      <LeaveOut merchantId={merchantId} />
    </div>
  </div>
);

/** A shop whose goods cannot come in the way that was chosen: another way, or without them. */
export const WayGone = ({ merchantId, pickUp, centre, terms }: Coming) => (
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
      <LeaveOut merchantId={merchantId} />
    </div>
  </div>
);
