import { serve } from '../http/serve.ts';
import { grantMembership, listMembers, readMe, revokeMembership } from './memberships.ts';

export const endpoints = [readMe, listMembers, grantMembership, revokeMembership];
export const handler = serve(endpoints);
