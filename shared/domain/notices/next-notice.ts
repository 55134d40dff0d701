import { derivedId } from '../basics/id.ts';
import type { Instant } from '../basics/month.ts';
import type { Person, Role, Scope } from '../people/caller.ts';
import { forgottenAt, isUnread, type NoticeFacts, type PersonNotice } from './notice.ts';
import { type Topic, topics } from './topics.ts';

/** Who is told: a person, or those who hold one of the roles in a place. */
export type Audience = { readonly person: Person } | { readonly scope: Scope; readonly roles: readonly Role[] };

/** What a thing, as it stands now, has to say to one of its sides. */
export type Message = {
  readonly side: string;
  readonly audience: Audience;
  /** Null: nothing any more, what waited is done. */
  readonly topic: Topic | null;
  readonly at: Instant;
  /** When it says nothing any more by itself. */
  readonly until?: Instant;
  readonly facts: NoticeFacts;
  readonly link: string;
  /** Who did it; to them it is no news. */
  readonly by: string;
  /** Somebody of this very side did it; to the others of it that is no news either. */
  readonly ownSide?: boolean;
};

/** A thing that people are told about, in the version it was read in. */
export type Subject = {
  /** What kind of thing, and which: `order ord_…`. */
  readonly id: string;
  /** Null where it is about a place above cities. */
  readonly cityCode: string | null;
  readonly version: number;
  readonly messages: readonly Message[];
};

/** Somebody of an audience, as a member of which place. */
export type Recipient = { readonly person: Person; readonly scope: Scope | null; readonly role: Role | null };

/** A side of a thing always has the same notice, in each person's own list. */
export const noticeIdOf = ({ id }: Pick<Subject, 'id'>, { side }: Pick<Message, 'side'>): string =>
  derivedId('ntf', id, side);

const says = ({ topic, at, facts }: Pick<PersonNotice, 'topic' | 'at' | 'facts'>): string =>
  JSON.stringify([topic, at, Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))]);

/**
 * The notice after its thing was read in some version; undefined when that says nothing new. A thing told again, or an
 * older version of it that comes late, changes nothing. What is new is unread, but for who did it and those beside them.
 */
export const nextNotice = (
  before: PersonNotice | undefined,
  subject: Subject,
  message: Message,
  { person, scope, role }: Recipient,
): PersonNotice | undefined => {
  const { topic, at, facts, link } = message;
  if (before ? subject.version <= before.subjectVersion : topic === null) return undefined;
  if (before && says(before) === says(message)) return undefined;
  const kind = topic === null ? before?.kind : topics[topic].kind;
  if (kind === undefined) return undefined;
  const silent = topic === null || message.ownSide === true || message.by === person;
  const same = before?.topic === topic && before.at === at;
  return {
    noticeId: noticeIdOf(subject, message),
    person,
    scope,
    role,
    kind,
    topic,
    link,
    facts,
    at,
    cityCode: subject.cityCode,
    ...(message.until === undefined ? {} : { until: message.until }),
    waits: topic !== null && topics[topic].waits,
    readAt: same ? before.readAt : silent ? at : null,
    subjectVersion: subject.version,
    version: (before?.version ?? 0) + 1,
    ttl: message.until === undefined ? forgottenAt(at) : Math.ceil(Date.parse(message.until) / 1000),
  };
};

/** Whether a person should be called for it: it is unread, and the one before it was not, or said something else. */
export const isNews = (before: PersonNotice | undefined, after: PersonNotice): boolean =>
  isUnread(after) && !(before && isUnread(before) && before.topic === after.topic && before.at === after.at);
