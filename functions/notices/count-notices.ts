import { isSaid, isStillFor, isUnread, type NoticeCard } from '../../shared/domain/notices/notice.ts';
import type { Caller } from '../../shared/domain/people/caller.ts';
import { everyPage } from '../../shared/table/engine/pages.ts';
import { openNotices } from '../../shared/table/notices/notices.ts';
import { endpoint } from '../http/endpoint.ts';
import type { World } from '../world.ts';

/** Still said, and to who belongs there still. What is forgotten may lie there for a while. */
export const isFor =
  ({ memberships }: Caller, { now }: World) =>
  (notice: NoticeCard): boolean =>
    isSaid(notice, now()) && isStillFor(notice, memberships);

const MOST_COUNTED = 100;
export const countOf = async (world: World, caller: Caller): Promise<{ unread: number; waiting: number }> => {
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
