import { addDays, dayOf } from '../../../shared/domain/basics/month.ts';
import { requireWithin } from '../../../shared/domain/orders/delivery-day.ts';
import type { MerchantChange } from '../../../shared/domain/register/merchant.ts';
import { Problem } from '../../../shared/problem.ts';
import type { MerchantRecord } from '../../../shared/table/register/merchants.ts';
import { expectCity } from '../../http/access.ts';
import type { World } from '../../world.ts';

const free: readonly string[] = [
  'name',
  'district',
  'village',
  'phone',
  'phoneShown',
  'address',
  'description',
  'pausedUntil',
  'account',
];

export const isOpen = ({ status }: MerchantRecord): boolean => status === 'pending' || status === 'returned';

/** Once verified, who a shop is was checked by the city: changing it would be another shop. */
export const requireChangeable = (merchant: MerchantRecord, change: MerchantChange): void => {
  if (isOpen(merchant)) return;
  const flaws = Object.keys(change)
    .filter((field) => !free.includes(field))
    .map((field) => ({
      pointer: `/${field}`,
      detail: 'Sudah diverifikasi kota; minta kota mengembalikan berkasnya dulu.',
    }));
  if (flaws.length > 0)
    throw new Problem('not_allowed', 'Isian ini sudah diverifikasi dan tidak bisa diubah sendiri.', flaws);
};

/** A shop may be on leave for a year at most; for longer it is asked again. */
const LEAVE_DAYS = 366;
export const requireLeave = async (world: World, { cityCode }: MerchantRecord, until: string | null | undefined) => {
  if (!until) return;
  const today = dayOf(world.now(), (await expectCity(world, cityCode)).zone);
  requireWithin(until, '0000-01-01', addDays(today, LEAVE_DAYS), '/pausedUntil', 'Hari buka kembali');
};
