import { people } from '../../shared/contract/people/people.ts';
import { serve } from '../http/serve.ts';
import { makeClaimLink } from './claim-link.ts';
import { confirmOwner } from './confirm-owner.ts';
import { askForErasure, readErasure, takeBackErasure } from './erasure.ts';
import {
  acceptInvitationLink,
  listInvitationLinks,
  makeInvitationLink,
  withdrawInvitationLink,
} from './invitation-links.ts';
import { acceptInvitation, declineInvitation, listInvitations } from './invitations.ts';
import { listDistrictOfficers, listMembers } from './list-seats.ts';
import { copyMyData } from './my-data.ts';
import { readMe } from './read-me.ts';
import {
  forgetAgencyAddress,
  forgetMyAddress,
  listAgencyAddresses,
  listMyAddresses,
  saveAgencyAddress,
  saveMyAddress,
} from './saved-addresses.ts';
import { readSavedViews, setSavedViews } from './saved-views.ts';
import { grantMembership } from './seats/grant-membership.ts';
import { revokeMembership } from './seats/revoke-membership.ts';

export const endpoints = [
  readSavedViews,
  setSavedViews,
  readMe,
  makeClaimLink,
  confirmOwner,
  copyMyData,
  readErasure,
  askForErasure,
  takeBackErasure,
  listMembers,
  listDistrictOfficers,
  grantMembership,
  revokeMembership,
  listInvitations,
  acceptInvitation,
  declineInvitation,
  makeInvitationLink,
  listInvitationLinks,
  withdrawInvitationLink,
  acceptInvitationLink,
  listMyAddresses,
  saveMyAddress,
  forgetMyAddress,
  listAgencyAddresses,
  saveAgencyAddress,
  forgetAgencyAddress,
];
export const handler = serve(people, endpoints);
