import { rupiah } from '../../../../shared/domain/basics/wording.ts';
import { later } from '../../../kit/later.tsx';
import { type Cart, type CartLine, sumOf } from '../cart.ts';
import type { Coming } from '../terms.ts';

const WayGone = later(() => import('./mend-shop.tsx').then((module) => module.WayGone));

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
  const { pickUp, at, fee } = how;
  if (fee === null) return <WayGone {...how} />;
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
