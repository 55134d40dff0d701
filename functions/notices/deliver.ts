import {
  isNews,
  type Message,
  nextNotice,
  noticeIdOf,
  type Recipient,
  type Subject,
} from '../../shared/domain/notices/next-notice.ts';
import type { PersonNotice } from '../../shared/domain/notices/notice.ts';
import type { Scope } from '../../shared/domain/people/caller.ts';
import { isErased } from '../../shared/domain/people/erased.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { readTogether } from '../../shared/table/engine/reads.ts';
import { rerunOnStale, Stale } from '../../shared/table/engine/retries.ts';
import { commit, commitEach } from '../../shared/table/engine/writes.ts';
import { getPersonNotice, noticeOf, savePersonNotice } from '../../shared/table/notices/notices.ts';
import { membersOf } from '../../shared/table/people/memberships.ts';
import type { Failed } from '../gathered.ts';
import { cachedFor } from '../reads/cached-for.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { pushToPerson } from './push-to-person.ts';
import type { Speaking } from './subjects.ts';
import type { Thing } from './things.ts';

/** Entries of one page of members; people told at the same time; looks at a notice that others write too. */
const BATCH = 100;
const AT_ONCE = 8;
const ATTEMPTS = 8;

/** Who belongs to a place may be this old: who came in sees the thing in its list, who left sees no notice. */
const MEMBER_SECONDS = 60;

const membersIn = (world: World, scope: Scope) =>
  cachedFor(world, `members ${scope}`, MEMBER_SECONDS, () =>
    everyEntry((after) => membersOf(world.table, scope, { limit: BATCH, after })),
  );

const recipientsOf = async (world: World, { audience }: Message): Promise<Recipient[]> => {
  if ('person' in audience)
    // Nobody reads what is told to a person who was erased.
    return isErased(audience.person) ? [] : [{ person: audience.person, scope: null, role: null }];
  const { scope, roles } = audience;
  return (await membersIn(world, scope)).filter(({ role }) => roles.includes(role));
};

type Telling = {
  readonly thing: Thing;
  readonly subject: Subject;
  readonly message: Message;
  readonly recipient: Recipient;
};
type News = Telling & { readonly before: PersonNotice | undefined; readonly after: PersonNotice };

/** Whom each thing has to tell what. A thing whose people cannot be found fails alone. */
const tellingsOf = async (world: World, speaking: readonly Speaking[], failed: Failed<Thing>): Promise<Telling[]> => {
  const tellings: Telling[] = [];
  await inParallel(speaking, AT_ONCE, async ({ thing, subject }) => {
    try {
      for (const message of subject.messages) {
        // What says nothing in its first version has nothing to take back either.
        if (message.topic === null && subject.version === 1) continue;
        const recipients = await recipientsOf(world, message);
        tellings.push(...recipients.map((recipient) => ({ thing, subject, message, recipient })));
      }
    } catch (error) {
      failed(thing, error);
    }
  });
  return tellings;
};

/** What is new to whom. Of a thing in its first version nobody was told, unless by a run before this one. */
const newsAmong = async ({ table }: World, tellings: readonly Telling[]): Promise<News[]> => {
  const later = tellings.filter(({ subject }) => subject.version > 1);
  const { known } = await readTogether(table, {
    known: later.map(({ subject, message, recipient }) => noticeOf(recipient.person, noticeIdOf(subject, message))),
  });
  const before = new Map(later.map((telling, index) => [telling, known[index]]));
  return tellings.flatMap((telling) => {
    const { subject, message, recipient } = telling;
    const after = nextNotice(before.get(telling), subject, message, recipient);
    return after ? [{ ...telling, before: before.get(telling), after }] : [];
  });
};

/** Tells somebody whose notice another run wrote meanwhile: from what it says now. */
const tellAgain = async (world: World, { subject, message, recipient }: Telling): Promise<void> => {
  const { table } = world;
  const written = await rerunOnStale(table, ATTEMPTS, async () => {
    const before = await getPersonNotice(table, recipient.person, noticeIdOf(subject, message));
    const after = nextNotice(before, subject, message, recipient);
    if (after) await commit(table, [savePersonNotice(after)]);
    return after && { before, after };
  });
  if (written && isNews(written.before, written.after)) await pushToPerson(world, written.after);
};

/**
 * Tells every side of things what they now say: all notices in few writes, each refused by its own version. Who has news
 * is called by the run that wrote it, and by no other. Answers the things of which anything was written.
 */
export const deliver = async (
  world: World,
  speaking: readonly Speaking[],
  failed: Failed<Thing>,
): Promise<ReadonlySet<Thing>> => {
  const news = await newsAmong(world, await tellingsOf(world, speaking, failed));
  const faults = await commitEach(
    world.table,
    news.map(({ after }) => after),
    savePersonNotice,
  );
  await inParallel(news, AT_ONCE, async (one) => {
    const fault = faults.get(one.after);
    try {
      if (fault instanceof Stale) await tellAgain(world, one);
      else if (fault) throw fault;
      else if (isNews(one.before, one.after)) await pushToPerson(world, one.after);
    } catch (error) {
      failed(one.thing, error);
    }
  });
  return new Set(news.map(({ thing }) => thing));
};
