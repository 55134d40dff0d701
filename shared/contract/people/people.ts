import * as z from 'zod';
import { AuditEntry } from '../../domain/audit/act.ts';
import { Instant } from '../../domain/basics/month-schema.ts';
import { GoodsReport } from '../../domain/catalogue/goods-report.ts';
import { SavedAddress } from '../../domain/deliveries/saved-address.ts';
import { Device } from '../../domain/notices/device.ts';
import { NoticeCard } from '../../domain/notices/notice.ts';
import { NoticeSettings } from '../../domain/notices/settings.ts';
import { Order } from '../../domain/orders/order.ts';
import { SavedCart } from '../../domain/orders/placing/saved-cart.ts';
import { CodStanding } from '../../domain/payments/cash-on-delivery/cod-standing.ts';
import { Payment } from '../../domain/payments/payment.ts';
import { Membership, People, Person, PersonName, Role, Scope } from '../../domain/people/caller.ts';
import { Invitation } from '../../domain/people/invitation.ts';
import { InvitationLink, LinkId, LinkToken } from '../../domain/people/invitation-link.ts';
import { Seat } from '../../domain/people/seat.ts';
import { CityCode } from '../../domain/places/region.ts';
import { Merchant, MerchantId } from '../../domain/register/merchant.ts';
import { Review } from '../../domain/reviews/review.ts';
import { CivilLink } from '../../domain/targets/civil-servant.ts';
import { OwnProof } from '../../domain/targets/purchase-proof.ts';
import { Paged, Paging } from '../route/paging.ts';
import type { Routes } from '../route/route.ts';
import { erasure } from './erasure.ts';
import { savedAddresses } from './saved-addresses.ts';
import { savedViews } from './saved-views.ts';

const OfScope = z.object({ scope: Scope });
const OfMember = OfScope.extend({ person: Person });
const Seats = Paged(Seat).extend({ people: People });

/** What an account reaches of its person. Seats' offices and shops keep their own papers: a role reads them, nobody takes them along. */
const MyData = z
  .object({
    madeAt: Instant,
    person: Person.describe('The account’s number. Name, mail and sign-ins are kept by whoever signs people in'),
    about: z
      .object({
        memberships: z.array(Membership),
        invitations: z.array(Invitation),
        shops: z.array(Merchant).describe('Files of shops one owns; identity numbers are kept sealed and shown masked'),
        notices: z.array(NoticeCard),
        noticeSettings: NoticeSettings,
        devices: z.array(Device),
        cashOnDelivery: z.array(CodStanding),
        civilServant: CivilLink.pick({ cityCode: true, agencyId: true, since: true }).nullable(),
        purchaseProofs: z.array(OwnProof),
        goodsReports: z.array(GoodsReport),
        savedCarts: z.array(SavedCart),
        savedAddresses: z.array(SavedAddress),
        acts: z.object({ byMe: z.array(AuditEntry), aboutMe: z.array(AuditEntry) }),
      })
      .nullable()
      .describe('Null on further pages'),
    orders: z.array(
      z.object({
        order: Order,
        payment: Payment.nullable(),
        review: Review.omit({ reports: true }).nullable(),
      }),
    ),
    next: z.string().nullable().describe('Cursor of the next page of orders; null at the end'),
  })
  .meta({ id: 'MyData' });

/** Who may do what, where. Roles live here, never in a token. */
export const people = {
  ...erasure,
  ...savedAddresses,
  ...savedViews,
  'GET /me': {
    operation: 'read-me',
    summary: 'Who I am and what I may do',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({ person: Person, memberships: z.array(Membership) }),
  },
  'GET /me/data': {
    operation: 'copy-my-data',
    summary: 'A copy of what my account reaches: everything but orders at once, orders a page at a time',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject({ cursor: Paging.cursor }),
    response: MyData,
    problems: ['too_many_requests', 'malformed_cursor'],
    rate: 5,
  },
  'GET /scopes/{scope}/members': {
    operation: 'list-members',
    summary: 'Who holds a role in a shop, office, city or province, or is invited to one',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'inspectorate', 'province-admin', 'operator'],
    params: OfScope,
    query: z.strictObject({ state: Seat.shape.state.default('held'), ...Paging }),
    response: Seats,
    problems: ['not_found', 'malformed_cursor'],
  },
  'GET /cities/{city}/district-officers': {
    operation: 'list-district-officers',
    summary: 'Who holds a role in a district of the city, or is invited to one, by district',
    access: 'signed-in',
    who: ['city-admin', 'inspectorate'],
    params: z.object({ city: CityCode }),
    query: z.strictObject({ state: Seat.shape.state.default('held'), ...Paging }),
    response: Seats,
    problems: ['city_not_found', 'not_allowed', 'malformed_cursor'],
  },
  'PUT /scopes/{scope}/members/{person}': {
    operation: 'grant-membership',
    summary:
      'Invite a person to a role, or change the role or name of somebody who belongs here; one role per person and place',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfMember,
    body: z.strictObject({ role: Role, personName: PersonName.optional() }).meta({ id: 'NewMembership' }),
    response: Seat,
    problems: ['limit_reached', 'not_found', 'invalid_request', 'last_admin', 'seat_limit', 'erasure_asked'],
  },
  'DELETE /scopes/{scope}/members/{person}': {
    operation: 'revoke-membership',
    summary: 'Leave a place, take a role away at once, or withdraw an invitation',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfMember,
    response: z.null(),
    status: 204,
    problems: ['not_found', 'membership_not_found', 'last_admin'],
  },
  'POST /scopes/{scope}/invitation-links': {
    operation: 'make-invitation-link',
    summary: 'A link by which one person may take a role that seats nobody; its token is told once and expires',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfScope,
    body: z.strictObject({ role: Role, personName: PersonName.optional() }).meta({ id: 'NewInvitationLink' }),
    response: InvitationLink.extend({ token: LinkToken }).meta({ id: 'MadeInvitationLink' }),
    status: 201,
    problems: ['limit_reached', 'not_found', 'invalid_request', 'seat_limit'],
  },
  'GET /scopes/{scope}/invitation-links': {
    operation: 'list-invitation-links',
    summary: 'Links of a place that nobody has taken; without their tokens, which nobody keeps',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfScope,
    query: z.strictObject(Paging),
    response: Paged(InvitationLink),
    problems: ['not_found', 'malformed_cursor'],
  },
  'DELETE /scopes/{scope}/invitation-links/{linkId}': {
    operation: 'withdraw-invitation-link',
    summary: 'Make a link good for nothing',
    access: 'signed-in',
    who: ['owner', 'approver', 'city-admin', 'province-admin', 'operator'],
    params: OfScope.extend({ linkId: LinkId }),
    response: z.null(),
    status: 204,
    problems: ['not_found', 'invitation_not_found'],
  },
  'POST /merchants/{merchantId}/claim-link': {
    operation: 'make-claim-link',
    summary:
      'A link by which the owner of a shop that the city entered takes it, once; the one before is good for nothing',
    access: 'signed-in',
    who: ['city-admin'],
    params: z.object({ merchantId: MerchantId }),
    response: InvitationLink.extend({ token: LinkToken }).meta({ id: 'MadeClaimLink' }),
    status: 201,
    problems: ['limit_reached', 'merchant_not_found', 'already_claimed', 'seat_limit'],
  },
  'POST /merchants/{merchantId}/owners/{person}/confirm': {
    operation: 'confirm-owner',
    summary: 'The city has seen that an account which a helper called in is the owner’s',
    access: 'signed-in',
    who: ['city-admin'],
    params: z.object({ merchantId: MerchantId, person: Person }),
    response: Membership,
    problems: ['merchant_not_found', 'membership_not_found', 'own_shop'],
  },
  'POST /me/invitation-links/accept': {
    operation: 'accept-invitation-link',
    summary: 'Take the role of a link I was sent, once',
    access: 'signed-in',
    who: ['signed-in'],
    body: z.strictObject({ scope: Scope, token: LinkToken }).meta({ id: 'HeldInvitationLink' }),
    response: Membership,
    problems: ['invitation_not_found', 'seat_limit', 'not_allowed', 'erasure_asked'],
  },
  'GET /me/invitations': {
    operation: 'list-invitations',
    summary: 'Roles that wait for my consent',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject(Paging),
    response: Paged(Invitation),
    problems: ['malformed_cursor'],
  },
  'POST /me/invitations/{scope}/accept': {
    operation: 'accept-invitation',
    summary: 'Take the role I am invited to; nobody is given one without it',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfScope,
    response: Membership,
    problems: ['invitation_not_found', 'seat_limit', 'erasure_asked'],
  },
  'DELETE /me/invitations/{scope}': {
    operation: 'decline-invitation',
    summary: 'Decline a role I am invited to',
    access: 'signed-in',
    who: ['signed-in'],
    params: OfScope,
    response: z.null(),
    status: 204,
    problems: ['invitation_not_found'],
  },
} as const satisfies Routes;
