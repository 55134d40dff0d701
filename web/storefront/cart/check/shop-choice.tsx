import type { PaymentWay } from '../../../../shared/domain/basics/payment-way.ts';
import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import { wayNames } from '../../../../shared/domain/payments/payment-words.ts';
import { longDay } from '../../../kit/days.ts';
import { type Choice, SelectField } from '../../../kit/form.tsx';
import { WayFields } from '../../payments/way-fields.tsx';
import type { ShopChoice } from './shop-choices.ts';

/** What the buyer does next, once the order is made. */
const nextOf = ({ way, ways, told, totalRupiah, qrisName }: ShopChoice, pickUp: boolean): string => {
  if (way === 'cod') return `Siapkan uang pas ${rupiah(totalRupiah)} saat barang ${pickUp ? 'diambil' : 'diantar'}.`;
  if (way === 'qris')
    return `QRIS ${qrisName ?? 'toko'} tampil di halaman pesanan. Anda mengetik ${rupiah(totalRupiah)}.`;
  if (way === 'transfer') return 'Nomor rekening toko tampil di halaman pesanan.';
  if (way === 'treasury') return 'Bendahara membayar setelah barang diterima.';
  if (!told) return 'Cara bayar dipilih di halaman pesanan.';
  if (ways.length > 0) return 'Toko ini belum punya cara bayar lain. Tanyakan ke penjual setelah pesanan diterima.';
  return 'Toko ini belum menulis cara bayar. Tanyakan ke penjual setelah pesanan diterima.';
};

type Props = {
  readonly choice: ShopChoice;
  readonly pickUp: boolean;
  /** What the market said of the day or the way. */
  readonly flaw: string | undefined;
  readonly onDay: (day: string) => void;
  readonly onWay: (way: PaymentWay) => void;
};

/** When one shop's goods come, among the days it can keep, and how it is paid. */
export const ShopChoiceFields = ({ choice, pickUp, flaw, onDay, onWay }: Props) => {
  const { merchantId, day, days, way, ways } = choice;
  const shown = days ?? [day];
  return (
    <>
      <SelectField
        label={pickUp ? 'Hari diambil' : 'Hari diantar'}
        name={`hari-${merchantId}`}
        value={day}
        choices={shown.map((one): Choice => [one, longDay(one)])}
        onChange={onDay}
        flaw={flaw}
      />
      <WayFields name={`bayar-${merchantId}`} choices={ways} chosen={way} onWay={onWay} />
      {ways.length === 1 && way && (
        <p>
          Cara bayar: <b>{wayNames[way]}</b>
        </p>
      )}
      <p class="small quiet">{nextOf(choice, pickUp)}</p>
    </>
  );
};
