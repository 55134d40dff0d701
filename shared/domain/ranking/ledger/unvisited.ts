import { addMonths, type Instant, type Month, monthStart, type Zone } from '../../basics/month.ts';
import { policyIn, type RankingPolicy } from '../policy/policy.ts';

/**
 * From when on owners who enter are to be confirmed: so many months after the first of the policies that ask for it without a
 * break up to now. Null where the present one does not ask. Who was there before is never asked.
 */
export const confirmedFrom = (policies: readonly RankingPolicy[], month: Month, zone: Zone): Instant | null => {
  const now = policyIn(policies, month);
  if (now.confirmAfterMonths === 0) return null;
  let since = now.effectiveFrom;
  for (const { effectiveFrom, confirmAfterMonths } of policies.toSorted((a, b) => b.version - a.version)) {
    if (effectiveFrom > now.effectiveFrom) continue;
    if (confirmAfterMonths === 0) break;
    since = effectiveFrom;
  }
  return monthStart(addMonths(since, now.confirmAfterMonths), zone);
};

type SeenOwner = {
  readonly ownerId: string;
  readonly shopIds: readonly string[];
  readonly enteredAt?: Instant | undefined;
};
/** Owners who entered since then and none of whose shops anybody from the city has met somebody in. Of whom no entry is known was there. */
export const unvisitedOf = (
  owners: readonly SeenOwner[],
  visited: ReadonlySet<string>,
  from: Instant | null,
): ReadonlySet<string> =>
  new Set(
    owners.flatMap(({ ownerId, shopIds, enteredAt }) =>
      from !== null && enteredAt !== undefined && enteredAt >= from && !shopIds.some((shop) => visited.has(shop))
        ? ownerId
        : [],
    ),
  );
