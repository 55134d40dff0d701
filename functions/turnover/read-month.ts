import { reportingDeadline } from '../../shared/domain/basics/month.ts';
import { TURNOVER_READERS, type TurnoverMonth, turnoverState } from '../../shared/domain/turnover/turnover.ts';
import { getStanding } from '../../shared/table/equity/standings.ts';
import type { MerchantRecord } from '../../shared/table/register/merchants.ts';
import { getReopening, latestRevision } from '../../shared/table/turnovers.ts';
import { expectCity } from '../http/access.ts';
import type { World } from '../world.ts';

/** Everything known about a shop's month: its city, its standing, its last report, and a reopening if there is one. */
export const readMonth = async (world: World, merchant: MerchantRecord, month: string) => {
  const { merchantId } = merchant;
  const [city, standing, latest, reopening] = await Promise.all([
    expectCity(world, merchant.cityCode),
    getStanding(world.table, merchantId, month),
    latestRevision(world.table, merchantId, month),
    getReopening(world.table, merchantId, month),
  ]);
  return { merchant, month, city, standing, latest, reopening };
};
export type Known = Awaited<ReturnType<typeof readMonth>>;

export const shown = ({ merchant, month, city, standing, latest, reopening }: Known, now: string): TurnoverMonth => {
  const platformRupiah = standing?.turnoverRupiah ?? 0;
  return {
    merchantId: merchant.merchantId,
    month,
    platformRupiah,
    orders: standing?.orders ?? 0,
    outside: latest?.outside ?? [],
    outsideRupiah: latest?.outsideRupiah ?? 0,
    totalRupiah: platformRupiah + (latest?.outsideRupiah ?? 0),
    ...(latest?.note === undefined ? {} : { note: latest.note }),
    revision: latest?.revision ?? 0,
    state: turnoverState(month, city, reopening, now),
    deadline: reportingDeadline(month, city.zone),
    readers: TURNOVER_READERS,
  };
};
