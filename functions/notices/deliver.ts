import type { PersonNotice } from '../../shared/domain/notices/notice.ts';
import {
  isNews,
  nextNotice,
  noticeIdOf,
  type Recipient,
  type Subject,
  type Told,
} from '../../shared/domain/notices/told.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPersonNotice, getPersonNotices, saveNoticeOf } from '../../shared/table/notices/notices.ts';
import { membersOf } from '../../shared/table/people/memberships.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { callPerson } from './call-person.ts';

/** Keys of one batch of reads; people told at the same time; looks at a notice that others write too. */
const BATCH = 100;
const AT_ONCE = 8;
const ATTEMPTS = 8;

const recipientsOf = async ({ table }: World, { audience }: Told): Promise<Recipient[]> => {
  if ('person' in audience) return [{ person: audience.person, scope: null, role: null }];
  const { scope, roles } = audience;
  const members = await everyEntry((after) => membersOf(table, scope, { limit: BATCH, after }));
  return members.filter(({ role }) => roles.includes(role));
};

/** Writes a person's notice and calls them, when it is news: by the run that wrote it, and by no other. */
const tell = async (
  world: World,
  { subject, told, recipient }: { subject: Subject; told: Told; recipient: Recipient },
  known: PersonNotice | undefined,
): Promise<void> => {
  const { table } = world;
  const news = await rerunOnStale(table, ATTEMPTS, async (attempt) => {
    const before = attempt === 1 ? known : await getPersonNotice(table, recipient.person, noticeIdOf(subject, told));
    const after = nextNotice(before, subject, told, recipient);
    if (!after) return undefined;
    await commit(table, [saveNoticeOf(after)]);
    return isNews(before, after) ? after : undefined;
  });
  if (news) await callPerson(world, news);
};

/** Tells every side of a thing what it now says. */
export const deliver = async (world: World, subject: Subject): Promise<void> => {
  for (const told of subject.told) {
    const recipients = await recipientsOf(world, told);
    for (let from = 0; from < recipients.length; from += BATCH) {
      const batch = recipients.slice(from, from + BATCH);
      const people = batch.map(({ person }) => person);
      const known = await getPersonNotices(world.table, people, noticeIdOf(subject, told));
      const each = batch.map((recipient, place) => ({ recipient, before: known[place] }));
      await inParallel(each, AT_ONCE, ({ recipient, before }) => tell(world, { subject, told, recipient }, before));
    }
  }
};
