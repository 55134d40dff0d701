import type { Month } from '../../../shared/domain/basics/month.ts';
import { carriesRight } from '../../../shared/domain/equity/standing/carry-over.ts';
import type { CarryingMonth } from '../../../shared/domain/equity/standing/earlier-month.ts';
import type { Standing } from '../../../shared/domain/equity/standing/standing.ts';
import type { City } from '../../../shared/domain/places/city.ts';
import { inParallel } from '../../reads/in-parallel.ts';
import type { World } from '../../world.ts';
import { type Known, opening, openLacking } from './open-lacking.ts';
import { setRight, WRITES_AT_ONCE } from './set-right.ts';

/** Opens the month of whoever it belongs to, and sets right what open ones carry over; answers what they now are. */
export const settle = async (
  world: World,
  city: City,
  month: Month,
  merchants: ReadonlyMap<string, Known>,
): Promise<ReadonlyMap<string, CarryingMonth>> => {
  const settled = new Map<string, CarryingMonth>();
  const lacking: Standing[] = [];
  const wrong: string[] = [];
  for (const [merchantId, known] of merchants) {
    const { open } = known;
    const opened = !open && known.merchant && opening(known.merchant, month, city, known);
    if (opened) lacking.push(opened);
    if (!open) continue;
    if (open.carriedFrom === known.from && carriesRight(open, known.months)) settled.set(merchantId, open);
    else wrong.push(merchantId);
  }
  const existing = new Set(await openLacking(world, city, month, lacking));
  for (const opened of lacking) {
    // Whoever opened it in between may have known less.
    if (existing.has(opened)) wrong.push(opened.merchantId);
    else settled.set(opened.merchantId, opened);
  }
  await inParallel(wrong, WRITES_AT_ONCE, async (merchantId) => {
    settled.set(merchantId, await setRight(world, city, merchantId, month));
  });
  return settled;
};
