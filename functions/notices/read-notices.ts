import { isUnread, type NoticeCard } from '../../shared/domain/notices/notice.ts';
import { Problem } from '../../shared/problem.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { rerunOnStale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { getPersonNotice, openNotices, savePersonNotice } from '../../shared/table/notices/notices.ts';
import { endpoint } from '../http/endpoint.ts';
import { inParallel } from '../reads/in-parallel.ts';
import type { World } from '../world.ts';
import { countOf } from './count-notices.ts';

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
