import * as z from 'zod';
import { idPattern } from '../basics/id.ts';
import { DAY_MS } from '../basics/month.ts';
import { Instant } from '../basics/month-schema.ts';
import { Person, Role, Scope } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { NoticeKind, Topic } from './topics.ts';

export const NoticeId = z
  .string()
  .regex(idPattern('ntf'), 'Nomor kabar tidak benar. Buka lagi halaman Kabar.')
  .meta({ id: 'NoticeId' });

/** What its sentence names besides its topic. No phone, no address, no reason: they stand with what it is about. */
export const NoticeFacts = z
  .object({
    name: z.string().describe('Of the other side: the shop, the office, the buyer'),
    place: z.string().describe('Of the own side, for who belongs to several'),
    rupiah: z.int(),
    day: z.string(),
    goods: z.string(),
  })
  .partial();
export type NoticeFacts = z.infer<typeof NoticeFacts>;

/**
 * What one person is told of one thing: an order has one notice for each of its sides, which says where the order stands
 * now. It is written again when the thing moves on, so nothing is told twice and nothing waits that is done.
 */
export const PersonNotice = z.object({
  noticeId: NoticeId,
  person: Person,
  scope: Scope.nullable().describe('As a member of which place; null for the person alone'),
  role: Role.nullable(),
  kind: NoticeKind,
  topic: Topic.nullable().describe('Null when there is nothing left to say'),
  link: z.string().describe('The page where it is done'),
  facts: NoticeFacts,
  cityCode: CityCode.nullable().describe('Null where it is about a place above cities'),
  at: Instant.describe('When it happened'),
  until: Instant.optional().describe('After this it says nothing any more; absent where it lasts'),
  waits: z.boolean().describe('This person, or another of their side, has to act'),
  readAt: Instant.nullable(),
  subjectVersion: z.int().describe('As of which version of what it is about: an older one changes nothing'),
  version: z.int(),
  ttl: z.int().describe('Seconds since 1970; half a year after the last change it is forgotten'),
});
export type PersonNotice = z.infer<typeof PersonNotice>;

/** What a list shows of it. */
export const NoticeCard = PersonNotice.omit({ subjectVersion: true, version: true, ttl: true });
export type NoticeCard = z.infer<typeof NoticeCard>;

/** A notice is of no use to anybody after this. */
const KEPT_MS = 183 * DAY_MS;
export const forgottenAt = (at: Instant): number => Math.floor((Date.parse(at) + KEPT_MS) / 1000);

/** Something that is still said, and that the person has not seen. */
export const isUnread = ({ topic, readAt }: Pick<PersonNotice, 'topic' | 'readAt'>): boolean =>
  topic !== null && readAt === null;

/** Whether it still says something: not taken back, not run out, not of half a year ago. */
export const isSaid = ({ topic, at, until }: Pick<PersonNotice, 'topic' | 'at' | 'until'>, now: Instant): boolean =>
  topic !== null && now < (until ?? new Date(forgottenAt(at) * 1000).toISOString());

type Seat = { readonly scope: Scope; readonly role: Role };
/** Who left a place, or holds another role there now, no longer sees what it was told. */
export const isStillFor = (
  { scope, role }: Pick<PersonNotice, 'scope' | 'role'>,
  memberships: readonly Seat[],
): boolean => scope === null || memberships.some((seat) => seat.scope === scope && seat.role === role);
