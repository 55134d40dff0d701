import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import type { ClockOrder } from '../../../shared/domain/payments/payment-clock.ts';
import type { Call } from '../../entry/client.ts';

type Clocks = Output<'GET /cities/{city}/payment-clock'>;
export type OfficeClock = Clocks['items'][number];

/** Nothing that it was handed waits for money. */
const owesNothing = { waiting: 0, medianDays: null, oldestDays: null, oldestWorkingDays: null };

type Wanted = {
  readonly order?: ClockOrder;
  readonly text?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
};
/**
 * Offices of a city with how long their shops wait, a page of them. The clock is ten minutes old at most: where it knows of no
 * office yet, the list of offices is asked, so that the first one stands there as soon as it was added.
 */
export const officesOf = async (call: Call, city: string, wanted: Wanted): Promise<Clocks> => {
  const params = { city };
  const found = await call('GET /cities/{city}/payment-clock', { params, query: wanted });
  if (found.officeCount > 0) return found;
  const headers = { 'cache-control': 'no-cache' };
  const { items } = await call('GET /cities/{city}/agencies', { params, query: { limit: 100 }, headers });
  const offices = items.map(({ agencyId, name }) => ({ agencyId, name, ...owesNothing }));
  return { items: offices, next: null, officeCount: offices.length, owingCount: 0 };
};

/** By what offices stand, as an address says it. */
const orders = { terlama: 'oldest', tengah: 'median', jumlah: 'waiting', nama: 'name' } as const satisfies Readonly<
  Record<string, ClockOrder>
>;
export type Order = keyof typeof orders;
export const clockOrderOf = (order: Order): ClockOrder => orders[order];

export const orderOf = ({ urut }: Partial<Record<string, string>>): Order =>
  urut !== undefined && Object.hasOwn(orders, urut) ? (urut as Order) : 'terlama';

export const days = (number: number | null): string =>
  number === null ? '–' : number === 0 ? 'hari ini' : `${count(number)} hari`;

/** How long an office lets its shops wait, in a sentence. */
const worked = (number: number | null): string => (number === null ? '' : ` (${count(number)} hari kerja)`);
export const clockSentence = ({
  waiting,
  medianDays,
  oldestDays,
  oldestWorkingDays,
}: Omit<OfficeClock, 'agencyId' | 'name'>): string =>
  waiting === 0
    ? 'Tidak ada pembayaran yang menunggu.'
    : `${count(waiting)} pembayaran menunggu. Lamanya sejak serah terima: tengah ${days(medianDays)}, terlama ${days(oldestDays)}${worked(oldestWorkingDays)}.`;
