import type { Day } from '../domain/basics/month.ts';
import { type Dated, inForce } from './dated.ts';

/** Bea meterai of a receipt of money: so much, when it states more than so much. */
export const stampDuties: readonly (Dated & { readonly rupiah: number; readonly aboveRupiah: number })[] = [
  {
    rupiah: 10_000,
    aboveRupiah: 5_000_000,
    validFrom: '2021-01-01',
    validTo: null,
    source: 'UU 10/2020 tentang Bea Meterai, pasal 3 ayat (2) huruf g dan pasal 5',
    confirmed: false,
  },
];

/** The duty on a receipt of this sum, or null: exactly five million needs none. */
export const stampDutyOn = (day: Day, rupiah: number): { rupiah: number; source: string } | null => {
  const found = stampDuties.find((one) => inForce(one, day) && rupiah > one.aboveRupiah);
  return found ? { rupiah: found.rupiah, source: found.source } : null;
};
