import type { Output } from '../../../shared/contract.ts';
import { longDay } from '../../kit/days.ts';

export type Order = Output<'GET /orders/{orderId}'>;
export type OrderCard = Output<'GET /me/orders'>['items'][number];
export type State = OrderCard['state'];

/** The five words people know; an order's exact state is told on its own page. */
export const tabs = ['Menunggu', 'Diproses', 'Dikirim', 'Selesai', 'Dibatalkan'] as const;
export type Tab = (typeof tabs)[number];

const tabOfState: Record<State, Tab> = {
  awaiting_approval: 'Menunggu',
  placed: 'Menunggu',
  accepted: 'Diproses',
  delivered: 'Dikirim',
  partly_received: 'Dikirim',
  disputed: 'Dikirim',
  received: 'Selesai',
  rejected: 'Dibatalkan',
  declined: 'Dibatalkan',
  cancelled: 'Dibatalkan',
  lapsed: 'Dibatalkan',
};
export const tabOf = (state: State): Tab => tabOfState[state];
/** Every state that one of the words tells of. */
export const statesOf = (tab: Tab): State[] =>
  (Object.keys(tabOfState) as State[]).filter((state) => tabOfState[state] === tab);

export const stateNames: Record<State, string> = {
  awaiting_approval: 'Menunggu persetujuan PPK',
  placed: 'Menunggu diterima penjual',
  accepted: 'Diproses penjual',
  delivered: 'Dikirim',
  partly_received: 'Diterima sebagian',
  disputed: 'Dipersoalkan',
  received: 'Selesai',
  rejected: 'Ditolak PPK',
  declined: 'Ditolak penjual',
  cancelled: 'Dibatalkan',
  lapsed: 'Kedaluwarsa',
};

/** Fetched at the shop's own counter: nobody is on the way with it, and nobody says so. What is fetched at a centre is brought there. */
export const isFetched = ({ delivery }: Pick<Order, 'delivery'>): boolean =>
  delivery?.way === 'pick-up' && delivery.centre === undefined;

/** Where an order stands, in the words of how its goods come. */
export const stateName = (state: State, fetched: boolean): string =>
  fetched && state === 'delivered' ? 'Sudah diambil' : stateNames[state];

/** What a step of its history was: a new day leaves the state as it is. */
export const stepName = (
  { state, deliverOn }: Pick<Order['history'][number], 'state' | 'deliverOn'>,
  fetched = false,
): string => (deliverOn === undefined ? stateName(state, fetched) : `Hari diganti menjadi ${longDay(deliverOn)}`);

/** Who holds an order up, by name. */
export const holderOf = (order: Pick<Order, 'state' | 'merchantName' | 'buyerName' | 'agency'>): string | undefined => {
  switch (order.state) {
    case 'awaiting_approval':
      return `PPK ${order.agency?.name ?? ''}`.trim();
    case 'placed':
    case 'accepted':
    // The rest is still to be brought.
    case 'partly_received':
      return order.merchantName;
    case 'delivered':
      return order.agency?.name ?? order.buyerName;
    case 'disputed':
      return 'penjual dan pembeli';
    default:
      return undefined;
  }
};

/** On which side of an order a person stands; one person may stand on several. */
export type Side = 'buyer' | 'approver' | 'merchant';

export type Act = {
  readonly key:
    | 'POST /orders/{orderId}/approve'
    | 'POST /orders/{orderId}/reject'
    | 'POST /orders/{orderId}/accept'
    | 'POST /orders/{orderId}/decline'
    | 'POST /orders/{orderId}/deliver'
    | 'POST /orders/{orderId}/cancel'
    | 'POST /orders/{orderId}/dispute';
  readonly name: string;
  readonly side: Side;
  /** Needs a reason in the person's own words. */
  readonly why?: string;
};

const approve: Act = { key: 'POST /orders/{orderId}/approve', name: 'Setujui', side: 'approver' };
const reject: Act = { key: 'POST /orders/{orderId}/reject', name: 'Tolak', side: 'approver', why: 'Mengapa ditolak?' };
const accept: Act = { key: 'POST /orders/{orderId}/accept', name: 'Terima', side: 'merchant' };
const decline: Act = {
  key: 'POST /orders/{orderId}/decline',
  name: 'Tolak',
  side: 'merchant',
  why: 'Mengapa tidak bisa?',
};
const deliver: Act = { key: 'POST /orders/{orderId}/deliver', name: 'Sudah diantar', side: 'merchant' };
const handOver: Act = { ...deliver, name: 'Sudah diambil' };
const cancel = (side: Side): Act => ({
  key: 'POST /orders/{orderId}/cancel',
  name: 'Batalkan pesanan',
  side,
  why: 'Mengapa dibatalkan?',
});
const dispute: Act = {
  key: 'POST /orders/{orderId}/dispute',
  name: 'Ada masalah',
  side: 'buyer',
  why: 'Apa yang tidak sesuai?',
};

/** What each side can do next, the likeliest first. Receiving is a form of its own. */
const acts: Partial<Record<State, readonly Act[]>> = {
  awaiting_approval: [approve, reject, cancel('buyer')],
  placed: [accept, decline, cancel('buyer')],
  accepted: [deliver, cancel('merchant'), cancel('buyer')],
  delivered: [dispute],
  partly_received: [deliver, dispute],
  disputed: [cancel('merchant')],
};
export const actsOf = (state: State, sides: readonly Side[], fetched: boolean): readonly Act[] =>
  (acts[state] ?? [])
    .filter(({ side }) => sides.includes(side))
    .map((one) => (fetched && one === deliver ? handOver : one));

/** Not accepted yet. */
export const waits = (state: State): boolean => state === 'awaiting_approval' || state === 'placed';
/** Who may choose another day: the buying side; what an office already approved, its approver. */
export const reschedules = ({ state, agencyId }: Pick<Order, 'state' | 'agencyId'>, sides: readonly Side[]): boolean =>
  waits(state) && sides.includes(agencyId !== null && state === 'placed' ? 'approver' : 'buyer');

const receivable: readonly State[] = ['delivered', 'partly_received', 'disputed'];
export const isReceivable = (state: State, sides: readonly Side[]): boolean =>
  receivable.includes(state) && sides.includes('buyer');
