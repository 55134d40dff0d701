import type { PersonNotice } from '../../shared/domain/notices/notice.ts';
import {
  isNews,
  nextNotice,
  noticeIdOf,
  type Recipient,
  type Subject,
  type Told,
} from '../../shared/domain/notices/told.ts';
import type { Scope } from '../../shared/domain/people/caller.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPersonNotice, getPersonNotices, saveNoticeOf } from '../../shared/table/notices/notices.ts';
import { membersOf } from '../../shared/table/people/memberships.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { callPerson } from './call-person.ts';

/** Keys of one batch of reads; people told at the same time; looks at a notice that others write too. */
const BATCH = 100;
const AT_ONCE = 8;
const ATTEMPTS = 8;

/** Who belongs to a place may be this old: who came in sees the thing in its list, who left sees no notice. */
const MEMBER_SECONDS = 5;

const membersIn = (world: World, scope: Scope) =>
  cachedFor(world, `members ${scope}`, MEMBER_SECONDS, () =>
    everyEntry((after) => membersOf(world.table, scope, { limit: BATCH, after })),
  );

const recipientsOf = async (world: World, { audience }: Told): Promise<Recipient[]> => {
  if ('person' in audience) return [{ person: audience.person, scope: null, role: null }];
  const { scope, roles } = audience;
  return (await membersIn(world, scope)).filter(({ role }) => roles.includes(role));
};

type Telling = { readonly subject: Subject; readonly told: Told; readonly recipient: Recipient };

/** Writes a person's notice and calls them, when it is news: by the run that wrote it, and by no other. */
const tell = async (world: World, telling: Telling, known: PersonNotice | undefined): Promise<boolean> => {
  const { table } = world;
  const { subject, told, recipient } = telling;
  const written = await rerunOnStale(table, ATTEMPTS, async (attempt) => {
    const before = attempt === 1 ? known : await getPersonNotice(table, recipient.person, noticeIdOf(subject, told));
    const after = nextNotice(before, subject, told, recipient);
    if (!after) return undefined;
    await commit(table, [saveNoticeOf(after)]);
    return { after, news: isNews(before, after) };
  });
  if (written?.news) await callPerson(world, written.after);
  return written !== undefined;
};

/** What these people were told of it. Of a thing in its first version nobody was told, unless by a run before this one. */
const knownOf = async ({ table }: World, subject: Subject, told: Told, batch: readonly Recipient[]) => {
  if (subject.version === 1) return [];
  const people = batch.map(({ person }) => person);
  return getPersonNotices(table, people, noticeIdOf(subject, told));
};

/** Tells every side of a thing what it now says. Answers whether anything was written. */
export const deliver = async (world: World, subject: Subject): Promise<boolean> => {
  let written = false;
  for (const told of subject.told) {
    // What says nothing in its first version has nothing to take back either.
    if (told.topic === null && subject.version === 1) continue;
    const recipients = await recipientsOf(world, told);
    for (let from = 0; from < recipients.length; from += BATCH) {
      const batch = recipients.slice(from, from + BATCH);
      const known = await knownOf(world, subject, told, batch);
      const each = batch.map((recipient, index) => ({ recipient, before: known[index] }));
      await inParallel(each, AT_ONCE, async ({ recipient, before }) => {
        written = (await tell(world, { subject, told, recipient }, before)) || written;
      });
    }
  }
  return written;
};
