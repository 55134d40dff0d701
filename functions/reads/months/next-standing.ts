import type { Month } from '../../../shared/domain/basics/month.ts';
import { openStanding } from '../../../shared/domain/equity/standing/open-standing.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { Merchant } from '../../../shared/domain/register/merchant.ts';
import type { Table } from '../../../shared/table/engine/table.ts';
import { getStanding, standingsBefore } from '../../../shared/table/equity/standings.ts';

/**
 * A merchant's month as the next write changes it, its version already that of the write. Opened here where a decision,
 * a sale or an offer in the first minutes of a month comes before the close has opened it.
 */
export const nextStanding = async (table: Table, merchant: Merchant, month: Month): Promise<Standing> => {
  const standing = await getStanding(table, merchant.merchantId, month);
  if (standing) return { ...standing, version: standing.version + 1 };
  return openStanding(merchant, month, await standingsBefore(table, merchant.merchantId, month));
};
