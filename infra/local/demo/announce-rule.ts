import { addMonths, type Month, monthOf } from '../../../shared/domain/basics/month.ts';
import { newestStandard } from '../../../shared/domain/ranking/policy/policy.ts';
import { policyNumbers } from '../../../shared/domain/ranking/policy/policy-change.ts';
import type { Ask } from './pictures/photograph-handovers.ts';

/** A city of the demo that is about to change its rule, and who decides there. */
const CITY = '35.73';
const BY = 'admin-malang';
/**
 * A city that was founded by an older standard goes over to the newest, for the next month and tried on its own past first, so that
 * its shops can be seen to be told of it. Behind the open market, because trying takes a second; what was decided before, here or by
 * hand, is left alone.
 */
export const announceRule = async (ask: Ask, now: string): Promise<void> => {
  const params = { city: CITY };
  const { inForce, planned } = await ask('GET /cities/{city}/ranking-policy', BY, { params });
  if (planned.length > 0) return;
  const newest = newestStandard(CITY);
  const turned = policyNumbers.filter((name) => newest[name] !== inForce[name]);
  if (turned.length === 0) return;
  const change = Object.fromEntries(turned.map((name) => [name, newest[name]]));
  const { simulationId } = await ask('POST /cities/{city}/ranking-policy/simulations', BY, { params, body: change });
  const effectiveFrom: Month = addMonths(monthOf(now, 'Asia/Jakarta'), 1);
  await ask('PUT /cities/{city}/ranking-policy', BY, { params, body: { ...change, effectiveFrom, simulationId } });
};
