import * as z from 'zod';
import { Instant } from '../basics/month-schema.ts';
import { idOf, type Membership, Person, type Scope } from '../people/caller.ts';
import { provinceOf } from '../places/region.ts';

/** What somebody did by virtue of an office they hold, or about one. */
export const ActKind = z
  .enum([
    'seat-offered',
    'seat-taken',
    'seat-declined',
    'seat-changed',
    'seat-named',
    'seat-left',
    'seat-revoked',
    'offer-withdrawn',
    'link-made',
    'link-withdrawn',
    'merchant-verified',
    'merchant-returned',
    'merchant-suspended',
    'merchant-closed',
    'proposal-confirmed',
    'proposal-refused',
    'owners-ruled',
    'policy-decided',
    'ceiling-set',
    'ceiling-ended',
    'appeal-answered',
    'report-reopened',
    'close-requested',
    'dispute-decided',
    'review-moderated',
    'integrity-closed',
    'identity-corrected',
    'payment-recorded',
    'cash-refusal-struck',
    'paper-settings-set',
    'city-founded',
    'city-changed',
    'agency-added',
    'budget-set',
    'budget-imported',
    'procurement-set',
    'procurements-imported',
    'scale-stated',
    'goal-set',
    'civil-servants-imported',
    'civil-servant-released',
    'proof-decided',
    'register-imported',
    'columns-chosen',
    'claim-offered',
    'owner-confirmed',
    'reasons-set',
    'sought-words-set',
    'bans-set',
    'goods-withdrawn',
    'goods-kept',
    'follow-up-assigned',
    'follow-up-recorded',
    'tax-numbers-taken',
    'plan-imported',
    'plan-columns-chosen',
    'demand-corrected',
    'complaint-handled',
    'complaint-routes-set',
    'partner-added',
    'agreement-set',
    'obligation-set',
    'document-added',
    'bank-set',
    'centre-set',
    'market-day-set',
    'roster-drawn',
    'visit-planned',
    'visit-cancelled',
    'visit-recorded',
    'visit-corrected',
    'visit-task-moved',
    'story-proposed',
    'story-withdrawn',
    'programme-set',
    'programme-enrolled',
    'programme-seated',
    'certificate-issued',
    'certificate-revoked',
    'partner-key-made',
    'partner-key-revoked',
    'feed-taken',
  ])
  .meta({ id: 'ActKind' });
export type ActKind = z.infer<typeof ActKind>;

/**
 * One act, as it was committed together with what it did: who, when, what, about which ids. No name and no free text:
 * the reason stands with the thing decided.
 */
export const Act = z
  .object({
    chain: z.string().describe('Whose acts are chained: a city (35.73), a province (35) or ID'),
    at: Instant,
    by: Person,
    act: ActKind,
    subjects: z.array(z.string()).describe('Ids of what it is about'),
    person: Person.nullable().describe('Whom it is about, when it is about a person'),
    details: z.record(z.string(), z.string()).describe('What was decided, in codes: a role, a month, a number'),
  })
  .meta({ id: 'Act' });
export type Act = z.infer<typeof Act>;

/** Links to the act before it by that one's hash, so that none can be changed, taken out or moved unseen. */
export const AuditEntry = Act.extend({
  seq: z.int().describe('1 for the first of its chain'),
  previous: z.string().describe('Hash of the act before it; empty for the first'),
  hash: z.string().describe('SHA-256 of this act and of the hash before it'),
}).meta({ id: 'AuditEntry' });
export type AuditEntry = z.infer<typeof AuditEntry>;

export const COUNTRY_CHAIN = 'ID';

/** The chain of a place: its city's for a shop or an office, else its own. */
export const chainOf = (scope: Scope, city: string | null): string => {
  if (city !== null) return city;
  if (scope.startsWith('province:')) return provinceOf(scope.slice('province:'.length));
  return scope.startsWith('city:') ? scope.slice('city:'.length) : COUNTRY_CHAIN;
};

/**
 * The seats an act stands on: what its maker holds in its place, above it, or in what it is about. Whoever loses one of them
 * while the act is on its way has not done it. A seat that the act itself changes is guarded by that change.
 */
export const seatsBehind = (held: readonly Membership[], { chain, subjects: on, by, person }: Act): Membership[] => {
  const places = new Set([`city:${chain}`, `province:${chain}`, 'country']);
  return held.filter(
    (seat) =>
      seat.person === by &&
      (places.has(seat.scope) || on.includes(seat.scope) || on.includes(idOf(seat.scope))) &&
      !(person === by && on.includes(seat.scope)),
  );
};

/** Whether two acts are about one and the same thing, so that the second stands on what became of the first. */
export const isSameMatter = (one: Pick<Act, 'subjects' | 'person'>, other: Pick<Act, 'subjects' | 'person'>): boolean =>
  one.person === other.person &&
  one.subjects.length === other.subjects.length &&
  one.subjects.every((subject) => other.subjects.includes(subject));
