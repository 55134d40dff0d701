import type { Output } from '../../shared/contract.ts';
import { isSaid, isStillFor, isUnread, type NoticeCard } from '../../shared/domain/notices/notice.ts';
import { noticeWords } from '../../shared/domain/notices/words.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { everyPage, fullPage } from '../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import {
  getPersonNotice,
  noticesOfPerson,
  openNotices,
  savePersonNotice,
  sortOfNotice,
  sortOfWaiting,
  waitingForPerson,
} from '../../shared/table/notices/notices.ts';
import { endpoint } from '../http/endpoint.ts';
import { page } from '../http/page.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';

type Shown = Output<'GET /me/notices'>['items'][number];
const shown = ({ topic, facts, noticeId, kind, link, at, waits, readAt }: NoticeCard): Shown => {
  const { title, text, send = null } = topic ? noticeWords(topic, facts) : { title: '', text: '' };
  return { noticeId, kind, link, at, waits, readAt, title, text, place: facts.place ?? null, send };
};

/** Still said, and to who belongs there still. What is forgotten may lie there for a while. */
const isFor =
  ({ memberships }: Caller, { now }: World) =>
  (notice: NoticeCard): boolean =>
    isSaid(notice, now()) && isStillFor(notice, memberships);

export const listNotices = endpoint('GET /me/notices', async ({ query, caller }, world) => {
  const { which, ...paging } = query;
  const [read, sortOf] = which === 'waiting' ? [waitingForPerson, sortOfWaiting] : [noticesOfPerson, sortOfNotice];
  const found = await page(world, `notices ${which} of ${caller.person}`, paging, (request) =>
    fullPage(request, (wider) => read(world.table, caller.person, wider), isFor(caller, world), sortOf),
  );
  return { ...found, items: found.items.map(shown) };
});

const MOST_COUNTED = 100;
const countOf = async (world: World, caller: Caller): Promise<{ unread: number; waiting: number }> => {
  const isCounted = isFor(caller, world);
  const counts = { unread: 0, waiting: 0 };
  for await (const found of everyPage((after) => openNotices(world.table, caller.person, { limit: 200, after }))) {
    const own = found.filter(isCounted);
    counts.unread += own.filter(isUnread).length;
    counts.waiting += own.filter(({ waits }) => waits).length;
    if (counts.unread >= MOST_COUNTED && counts.waiting >= MOST_COUNTED) break;
  }
  return { unread: Math.min(counts.unread, MOST_COUNTED), waiting: Math.min(counts.waiting, MOST_COUNTED) };
};

export const countNotices = endpoint('GET /me/notices/count', ({ caller }, world) => countOf(world, caller));

/** Marks a notice as seen, unless it says something newer than what was seen. */
const markRead = ({ table, now }: World, { person, noticeId, at }: NoticeCard): Promise<string | undefined> =>
  rerunOnStale(table, 8, async () => {
    const notice = await getPersonNotice(table, person, noticeId);
    if (!notice || notice.at > at) return undefined;
    if (notice.readAt !== null) return notice.readAt;
    const readAt = now();
    await commit(table, [savePersonNotice({ ...notice, readAt, version: notice.version + 1 })]);
    return readAt;
  });

export const readNotice = endpoint('POST /me/notices/{noticeId}/read', async ({ params, caller }, world) => {
  const notice = await getPersonNotice(world.table, caller.person, params.noticeId);
  const readAt = notice && (await markRead(world, notice));
  if (!readAt) throw new Problem('notice_not_found', 'Kabar ini sudah tidak ada. Muat ulang halamannya.');
  return { readAt };
});

export const readAllNotices = endpoint('POST /me/notices/read', async ({ body, caller }, world) => {
  const unread: NoticeCard[] = [];
  for await (const found of everyPage((after) => openNotices(world.table, caller.person, { limit: 200, after })))
    unread.push(...found.filter((notice) => isUnread(notice) && notice.at <= body.until));
  await inParallel(unread, 8, async (notice) => {
    await markRead(world, notice);
  });
  return { unread: (await countOf(world, caller)).unread };
});
