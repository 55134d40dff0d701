import type { Role } from '../../../shared/domain/people/caller.ts';
import type { Sim } from '../sim.ts';
import { cities, cityCodes } from './cities.ts';
import type { Intent } from './intent.ts';

/** A wish as its maker tells it; the rest is the same for all. */
export type Wish = Omit<Intent, 'id' | 'tag' | 'sent' | 'settled' | 'answers' | 'headers' | 'params' | 'repeatable'> & {
  params?: Record<string, string>;
  headers?: Record<string, string>;
  repeatable?: boolean;
};
/** What somebody may want as the market stands; nothing, when there is nothing to want. */
export type Wisher = (sim: Sim, tag: string) => Wish | undefined;

export const buyers = ['ani', 'budi', 'citra', 'dedi'];
export const some = <T>(sim: Sim, list: readonly T[]): T | undefined =>
  list.length === 0 ? undefined : sim.random.pick(list);
export const keyOf = (tag: string) => ({ 'idempotency-key': `key-${tag.replace(' ', '-')}` });
export const peopleOf = (sim: Sim, scope: string, roles: readonly Role[]): string[] =>
  sim.ledger
    .all('Membership')
    .filter((one) => one.scope === scope && roles.includes(one.role))
    .map(({ person }) => person);
/** Now and then a person who has no business there. */
export const oneOf = (sim: Sim, scope: string, roles: readonly Role[]): string =>
  some(sim, sim.random.chance(0.05) ? [] : peopleOf(sim, scope, roles)) ??
  sim.random.pick(sim.random.chance(0.5) ? buyers : cityCodes.map((city) => `admin-${city}`));

export const merchantRoles = ['owner', 'staff'] as const;
export const buyerRoles = ['buyer', 'approver', 'treasurer'] as const;
export const atMerchant = (merchantId: string) => [{ scope: `merchant:${merchantId}`, roles: merchantRoles }];
export const zoneOf = (city: string) => cities[city as keyof typeof cities].zone;

export const shopOf = (sim: Sim, but: (status: string) => boolean = () => true) =>
  some(
    sim,
    sim.ledger.all('Merchant').filter(({ status }) => but(status)),
  );
