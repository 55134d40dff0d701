import { useState } from 'preact/hooks';
import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';
import { marketTime } from '../../entry/market-time.ts';
import { longDay } from '../../kit/days.ts';
import { ActButtons } from './act-buttons.tsx';
import type { OrderCard } from './states.ts';
import { Wanted } from './wanted.tsx';

const HOUR = 3_600_000;
/** `Batal otomatis dalam 3 jam 10 menit` */
const timeLeft = (dueAt: string | null): string | undefined => {
  if (!dueAt) return undefined;
  const left = Date.parse(dueAt) - marketTime();
  if (left <= 0) return 'Sebentar lagi batal otomatis';
  const [hours, minutes] = [Math.floor(left / HOUR), Math.floor((left % HOUR) / 60_000)];
  const told = hours >= 24 ? `${Math.floor(hours / 24)} hari ${hours % 24} jam` : `${hours} jam ${minutes} menit`;
  return `Batal otomatis dalam ${told}`;
};

type Props = {
  readonly call: Call;
  readonly order: OrderCard;
  /** Its goods are read and shown: nobody says yes to a sum alone. */
  readonly whole: boolean;
  readonly onDone: () => void;
};

/** An order that a shop is to answer or to hand over: of what, by when. */
export const Incoming = ({ call, order, whole, onDone }: Props) => {
  const [fetched, setFetched] = useState(false);
  return (
    <li class="block urgent">
      <p class="sum">
        <a href={`/pesanan/${order.orderId}`}>
          <b>
            <bdi>{order.buyerName}</bdi>
          </b>
        </a>
        <b>{rupiah(order.totalRupiah)}</b>
      </p>
      {whole && <Wanted call={call} orderId={order.orderId} forShop onFetched={setFetched} />}
      <p class="quiet">untuk {longDay(order.deliverOn)}</p>
      {order.state === 'placed' && <p class="flaw small">{timeLeft(order.dueAt)}</p>}
      <ActButtons call={call} order={order} sides={['merchant']} fetched={fetched} onDone={onDone} />
    </li>
  );
};
