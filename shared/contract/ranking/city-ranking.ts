import * as z from 'zod';
import { Month } from '../../domain/basics/month-schema.ts';
import { CeilingEnd, CeilingId, NewCeiling, PublishedCeiling } from '../../domain/catalogue/ceiling.ts';
import { FollowUpCard } from '../../domain/follow-ups/follow-up.ts';
import { CityCode } from '../../domain/places/region.ts';
import { PolicyAnnouncement } from '../../domain/ranking/policy/announcement.ts';
import { NewPolicy, PolicyChange, PolicyRule, PolicySimulation } from '../../domain/ranking/policy/policy-change.ts';
import { GapFilter, GapLine, GapSummary } from '../../domain/ranking/support/gap.ts';
import { MerchantId } from '../../domain/register/merchant.ts';
import { OwnerQuestion } from '../../domain/register/owners/owner-question.ts';
import { NewRuling, OwnerChanged, OwnerRulingRecord } from '../../domain/register/owners/owner-record.ts';
import { MeasuredPlace } from '../../domain/visits/place.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';

const OfCity = z.object({ city: CityCode });

/** A shop of the list of whom to visit, and where it is, as far as somebody has measured it there. */
const ShopToReach = GapLine.shape.shops.element.extend({ place: MeasuredPlace.nullable() });
const OfMerchant = z.object({ merchantId: MerchantId });

/** A question with the names its shops have now, so that who answers reads whom it is about. */
const NamedQuestion = OwnerQuestion.extend({
  shops: z.array(OwnerQuestion.shape.shops.element.extend({ name: z.string().describe('Its name as it stands now') })),
}).meta({ id: 'NamedOwnerQuestion' });

/** What a city decides about the order of offers, what it sees of it, and what a shop hears of that. */
export const cityRanking = {
  'GET /cities/{city}/ranking-policy': {
    operation: 'read-ranking-policy',
    summary: 'The rule in force, and those that will be',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.object({
      inForce: PolicyRule,
      planned: z.array(PolicyRule),
      past: z.array(PolicyRule),
      announcements: z
        .array(PolicyAnnouncement.pick({ policyVersion: true, shops: true, announcedAt: true }))
        .describe('How many shops were told of which version, and when the last was'),
    }),
    problems: ['city_not_found'],
  },
  'PUT /cities/{city}/ranking-policy': {
    operation: 'set-ranking-policy',
    summary: 'Change the rule from the first of a later month; needs a simulation of the same numbers',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewPolicy,
    response: PolicyRule,
    problems: [
      'city_not_found',
      'not_allowed',
      'policy_out_of_range',
      'policy_not_simulated',
      'policy_too_early',
      'simulation_not_found',
      'version_mismatch',
    ],
  },
  'POST /cities/{city}/ranking-policy/simulations': {
    operation: 'simulate-ranking-policy',
    summary: "Try a rule on the city's own last months beside the present one",
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: PolicyChange,
    response: PolicySimulation,
    status: 201,
    idempotent: true,
    problems: ['limit_reached', 'city_not_found', 'not_allowed', 'policy_out_of_range', 'key_reused', 'being_prepared'],
  },
  'GET /cities/{city}/ranking-policy/simulations/{simulationId}': {
    operation: 'read-policy-simulation',
    summary: 'A simulation as it was made',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity.extend({ simulationId: PolicySimulation.shape.simulationId }),
    response: PolicySimulation,
    problems: ['city_not_found', 'not_allowed', 'simulation_not_found'],
  },
  'GET /cities/{city}/price-ceilings': {
    operation: 'list-price-ceilings',
    summary: 'Official price ceilings, the country’s and the city’s own, each with its days and its source',
    access: 'public',
    who: ['anybody'],
    params: OfCity,
    response: z.object({ items: z.array(PublishedCeiling) }),
    problems: ['city_not_found'],
    cacheSeconds: 60,
  },
  'POST /cities/{city}/price-ceilings': {
    operation: 'set-price-ceiling',
    summary: 'The city enters an official price ceiling of its own; a change is a new one',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewCeiling,
    response: PublishedCeiling,
    status: 201,
    idempotent: true,
    problems: ['limit_reached', 'date_not_possible', 'city_not_found', 'not_allowed', 'key_reused'],
  },
  'POST /cities/{city}/price-ceilings/{ceilingId}/end': {
    operation: 'end-price-ceiling',
    summary: 'Say on which day a ceiling of the city ends',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity.extend({ ceilingId: CeilingId }),
    body: CeilingEnd,
    response: PublishedCeiling,
    problems: ['city_not_found', 'not_allowed', 'ceiling_not_found', 'date_not_possible', 'version_mismatch'],
  },
  'GET /cities/{city}/gap/{month}': {
    operation: 'list-gap',
    summary: 'Owners unsold for two months or more: why, one action, rupiah missed',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate', 'district-officer'],
    params: OfCity.extend({ month: Month }),
    query: GapFilter.extend(Paging),
    response: Paged(GapLine.extend({ shops: z.array(ShopToReach), followUp: FollowUpCard.nullable() })).extend({
      summary: GapSummary,
    }),
    problems: ['city_not_found', 'not_allowed', 'month_invalid', 'malformed_cursor', 'being_prepared'],
  },
  'GET /cities/{city}/owner-changes': {
    operation: 'list-owner-changes',
    summary: 'Shops found to have one owner, or no longer, newest first',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject(Paging),
    response: Paged(OwnerChanged).extend({
      names: z.record(z.string(), z.string()).describe('Of the shops on this page, by their ids'),
    }),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'GET /cities/{city}/owner-questions': {
    operation: 'list-owner-questions',
    summary:
      'Shops that show one phone, account or applicant: whether they have one owner is the city’s to answer, and moves nobody until then',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: OfCity,
    query: z.strictObject({ state: OwnerQuestion.shape.state.default('open'), ...Paging }),
    response: Paged(NamedQuestion),
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'POST /cities/{city}/owner-rulings': {
    operation: 'rule-on-owners',
    summary:
      'The city decides that two shops have one owner, or that a shared phone, account or applicant proves nothing',
    access: 'signed-in',
    who: ['city-admin'],
    params: OfCity,
    body: NewRuling,
    response: OwnerRulingRecord,
    status: 201,
    idempotent: true,
    problems: [
      'limit_reached',
      'city_not_found',
      'not_allowed',
      'merchant_not_found',
      'own_shop',
      'evidence_not_found',
      'key_reused',
    ],
  },
  'GET /merchants/{merchantId}/owner-rulings': {
    operation: 'list-own-rulings',
    summary:
      'What the city decided about whose a shop is, with its reasons, newest first; never which other shop it was',
    access: 'signed-in',
    who: ['owner'],
    params: OfMerchant,
    response: z.object({ rulings: z.array(OwnerRulingRecord.pick({ rulingId: true, reason: true, at: true })) }),
    problems: ['merchant_not_found'],
    rate: 10,
  },
} as const satisfies Routes;
