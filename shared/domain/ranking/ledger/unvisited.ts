import { derivedId } from '../../basics/id.ts';
import {
  addMonths,
  type Instant,
  type Month,
  monthOf,
  monthStart,
  monthsBetween,
  type Zone,
} from '../../basics/month.ts';
import { byText } from '../../basics/sort.ts';
import { policyIn, type RankingPolicy } from '../policy/policy.ts';

/** The month of the first of the policies that ask for something without a break up to the present one; null where that does not. */
const askedSince = (
  policies: readonly RankingPolicy[],
  now: RankingPolicy,
  asks: (policy: RankingPolicy) => boolean,
): Month | null => {
  if (!asks(now)) return null;
  let since = now.effectiveFrom;
  for (const policy of policies.toSorted((a, b) => b.version - a.version)) {
    if (policy.effectiveFrom > now.effectiveFrom) continue;
    if (!asks(policy)) break;
    since = policy.effectiveFrom;
  }
  return since;
};

/**
 * From when on owners who enter are to be confirmed: so many months after the first of the policies that ask for it without a
 * break up to now. Null where the present one does not ask.
 */
export const confirmedFrom = (policies: readonly RankingPolicy[], month: Month, zone: Zone): Instant | null => {
  const now = policyIn(policies, month);
  const since = askedSince(policies, now, ({ confirmAfterMonths }) => confirmAfterMonths > 0);
  return since === null ? null : monthStart(addMonths(since, now.confirmAfterMonths), zone);
};

/** Of those who were there before newcomers are asked, the share whose turn to be visited has come by a month: 0 to 1. */
export const oldShareIn = (policies: readonly RankingPolicy[], month: Month, zone: Zone): number => {
  const now = policyIn(policies, month);
  const from = confirmedFrom(policies, month, zone);
  const since = askedSince(policies, now, ({ confirmOldMonths }) => confirmOldMonths > 0);
  if (from === null || since === null) return 0;
  const begins = since > monthOf(from, zone) ? since : monthOf(from, zone);
  return Math.max(0, Math.min(1, (monthsBetween(begins, month) + 1) / now.confirmOldMonths));
};

type SeenOwner = {
  readonly ownerId: string;
  readonly shopIds: readonly string[];
  readonly enteredAt?: Instant | undefined;
  /** All of its shops are closed, suspended or nobody’s yet. */
  readonly dormant?: boolean | undefined;
};
/** Shops in which somebody from the city met somebody, and those where it went and met nobody. */
export type VisitedShops = { readonly met: ReadonlySet<string>; readonly tried: ReadonlySet<string> };
/** Since when who enters is asked, and of the others the share whose turn has come. */
export type Asked = { readonly from: Instant; readonly oldShare: number };

/** Of those who were there before, so many at a time wait for a city that has not come yet: one of ten. */
const MOST_WAITING = 10;

/**
 * The earliest lot of an owner's shops, from ids nobody chooses: who opens one more is asked no later. What an owner is called is no
 * lot, for it is another name with another shop.
 */
const lotOf = ({ shopIds }: SeenOwner): string => shopIds.map((shop) => derivedId('lot', shop)).sort(byText)[0] ?? '';

/** Who was there before, in the order of their turns. Of whom no entry is known was there. */
const oldInTurn = <O extends SeenOwner>(owners: readonly O[], from: Instant): O[] =>
  owners
    .filter(({ enteredAt }) => enteredAt === undefined || enteredAt < from)
    .map((owner) => [lotOf(owner), owner] as const)
    .sort(([a], [b]) => byText(a, b))
    .map(([, owner]) => owner);

/**
 * Owners who are to be visited first. Who entered since `from`, and in none of whose shops anybody from the city has met
 * somebody. Of those who were there before, each from its turn on: as many as the city keeps up with, for where it has not been
 * to a tenth of them no more are asked. Where it went and met nobody it was, and the owner waits. A shop that is closed is nobody's to
 * visit, and keeps no other from being asked.
 */
export const unvisitedOf = (owners: readonly SeenOwner[], { met, tried }: VisitedShops, asked: Asked | null) => {
  if (asked === null) return new Set<string>();
  const { from, oldShare } = asked;
  const waits = ({ shopIds }: SeenOwner) => !shopIds.some((shop) => met.has(shop));
  const unseen = ({ shopIds, dormant }: SeenOwner) => !dormant && !shopIds.some((shop) => tried.has(shop));
  const newcomers = owners.filter(({ enteredAt }) => enteredAt !== undefined && enteredAt >= from).filter(waits);
  const old = oldInTurn(owners, from);
  const turned = old.slice(0, Math.floor(old.length * oldShare)).filter(waits);
  const most = Math.ceil(old.length / MOST_WAITING);
  const waiting = [...turned.filter((owner) => !unseen(owner)), ...turned.filter(unseen).slice(0, most)];
  return new Set([...newcomers, ...waiting].map(({ ownerId }) => ownerId));
};
