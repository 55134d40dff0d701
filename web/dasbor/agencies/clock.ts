import type { Output } from '../../../shared/contract.ts';
import { count } from '../../../shared/domain/basics/wording.ts';

export type OfficeClock = Output<'GET /cities/{city}/payment-clock'>['offices'][number];

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
