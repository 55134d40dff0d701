import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';
import type { Call } from '../../entry/client.ts';

export type OfficeClock = Output<'GET /cities/{city}/payment-clock'>['offices'][number];

/** Nothing that it was handed waits for money. */
const owesNothing = { waiting: 0, medianDays: null, oldestDays: null, oldestWorkingDays: null };

/**
 * Offices of a city with how long their shops wait. The clock is ten minutes old at most: where it knows of no office yet, the
 * list of offices is asked, so that the first one stands there as soon as it was added.
 */
export const officesOf = async (call: Call, city: string): Promise<readonly OfficeClock[]> => {
  const params = { city };
  const { offices } = await call('GET /cities/{city}/payment-clock', { params });
  if (offices.length > 0) return offices;
  const headers = { 'cache-control': 'no-cache' };
  const { items } = await call('GET /cities/{city}/agencies', { params, query: { limit: 100 }, headers });
  return items.map(({ agencyId, name }) => ({ agencyId, name, ...owesNothing }));
};

/** In which order offices stand: who lets its shops wait longest first, unless the address says otherwise. */
const orders = {
  terlama: ({ oldestDays }: OfficeClock) => oldestDays ?? -1,
  tengah: ({ medianDays }: OfficeClock) => medianDays ?? -1,
  jumlah: ({ waiting }: OfficeClock) => waiting,
} as const;
export type Order = keyof typeof orders | 'nama';

export const orderOf = ({ urut }: Partial<Record<string, string>>): Order =>
  urut === 'nama' || (urut !== undefined && Object.hasOwn(orders, urut)) ? (urut as Order) : 'terlama';

/** Offices in an order; who stands alike stands by name. */
export const inOrder = (offices: readonly OfficeClock[], order: Order): OfficeClock[] => {
  const byName = [...offices].sort((a, b) => a.name.localeCompare(b.name, 'id'));
  return order === 'nama' ? byName : byName.sort((a, b) => orders[order](b) - orders[order](a));
};

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
