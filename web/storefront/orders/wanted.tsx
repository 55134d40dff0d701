import { useEffect, useState } from 'preact/hooks';
import { count, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { isFetched, type Order } from './states.ts';

/** As many are read in full; whoever has more waiting opens the others. */
export const MOST_READ = 12;

type Props = {
  readonly call: Call;
  readonly orderId: string;
  /** A shop does not know yet which office it is. */
  readonly forShop?: boolean;
  /** Told how its goods come, once that is read. */
  readonly onFetched?: (fetched: boolean) => void;
};

/** What for and what exactly, or what is still to come of it: read of the order itself, for who has to answer or make it. */
export const Wanted = ({ call, orderId, forShop = false, onFetched }: Props) => {
  const [order, setOrder] = useState<Order>();
  useEffect(() => {
    void call('GET /orders/{orderId}', { params: { orderId } }).then(
      (read) => {
        setOrder(read);
        onFetched?.(isFetched(read));
      },
      () => {},
    );
  }, [orderId]);
  if (!order) return null;
  return (
    <>
      {order.agency && (
        <p>
          {forShop && (
            <>
              <bdi>{order.agency.name}</bdi> ·{' '}
            </>
          )}
          <bdi>{order.agency.purpose}</bdi>
        </p>
      )}
      {forShop && order.delivery?.pickUp && (
        <p>
          <b>Diambil sendiri</b> di {order.delivery.pickUp.address}
        </p>
      )}
      <ul class="plain">
        {order.lines
          .filter(({ quantity, received }) => received < quantity)
          .map(({ productId, name, quantity, received, unit, priceRupiah }) => (
            <li key={productId}>
              {count(quantity - received)} {unit} {received > 0 && 'lagi '}
              <bdi>{name}</bdi>, {rupiah(priceRupiah)} per {unit}
            </li>
          ))}
      </ul>
    </>
  );
};
