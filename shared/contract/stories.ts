import * as z from 'zod';
import { MerchantId } from '../domain/register/merchant.ts';
import { NewStory, Story, StoryConsent, StoryRefusal, StoryText } from '../domain/stories/story.ts';
import { VisitId } from '../domain/visits/new-visit.ts';
import type { Routes } from './route/route.ts';
import { VisitPicture } from './visits/picture.ts';

const OfShop = z.object({ merchantId: MerchantId });
const Shown = StoryText.omit({ by: true }).extend({ pictures: z.array(VisitPicture) });

/** A story with its pictures, for those who have to do with it; officers without their accounts. */
const ReadStory = Story.omit({ steps: true })
  .extend({
    proposal: Shown.nullable(),
    published: Shown.nullable(),
    state: z.enum(['none', 'published', 'waiting', 'declined', 'withdrawn']),
    address: z.string().nullable().describe('Of the page that everybody reads, from the root'),
  })
  .meta({ id: 'ReadStory' });

const moves = ['merchant_not_found', 'story_moved_on', 'changed_meanwhile'] as const;

/** What is told of a maker: proposed out of a visit, told by its owner’s consent, and gone when they take it back. */
export const stories = {
  'POST /visits/{visitId}/story': {
    operation: 'propose-story',
    summary: 'Propose a story of a maker out of a visit; nobody else reads it before its owner consents',
    access: 'signed-in',
    who: ['city-admin', 'district-officer', 'field-officer'],
    params: z.object({ visitId: VisitId }),
    body: NewStory,
    response: Story.pick({ merchantId: true, version: true }),
    problems: ['visit_not_found', 'visit_moved_on', 'own_shop', 'changed_meanwhile'],
  },
  'GET /merchants/{merchantId}/story': {
    operation: 'read-story',
    summary: 'The story of a maker: what is told, and what waits for the owner',
    access: 'signed-in',
    who: ['owner', 'staff', 'city-admin', 'inspectorate', 'district-officer'],
    params: OfShop,
    response: ReadStory,
    problems: ['merchant_not_found'],
  },
  'POST /merchants/{merchantId}/story/consent': {
    operation: 'consent-to-story',
    summary: 'The owner lets everybody read the story they read',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    body: StoryConsent,
    response: Story.pick({ merchantId: true, version: true }),
    problems: [...moves, 'not_allowed', 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/story/decline': {
    operation: 'decline-story',
    summary: 'The owner does not want the proposed story, and says why; what is told stays',
    access: 'signed-in',
    who: ['owner'],
    params: OfShop,
    body: StoryRefusal,
    response: Story.pick({ merchantId: true, version: true }),
    problems: [...moves, 'version_mismatch'],
  },
  'POST /merchants/{merchantId}/story/withdraw': {
    operation: 'withdraw-story',
    summary: 'The owner, or the city, takes a story back: it is told to nobody from now on',
    access: 'signed-in',
    who: ['owner', 'city-admin'],
    params: OfShop,
    response: Story.pick({ merchantId: true, version: true }),
    problems: moves,
  },
} as const satisfies Routes;
