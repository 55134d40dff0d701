import { isStillFor, isUnread } from '../../shared/domain/notices/notice.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { devicesOf } from '../../shared/table/notices/devices.ts';
import { duePushes, openNotices, releasePush } from '../../shared/table/notices/notices.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import { webPush } from '../web-push.ts';
import { type World, workingWorld } from '../world.ts';
import { NOTICES_PAGE, pushToDevices, settingsOf } from './push-to-person.ts';

const LOOKED_AT = 100;
/** However many things happened at night, the morning brings one call. */
const MORNING = { body: 'Ada kabar baru untuk Anda', tag: 'morning', url: NOTICES_PAGE };

const isWanted = async (world: World, person: string): Promise<boolean> => {
  const [{ items }, { push }, memberships] = await Promise.all([
    openNotices(world.table, person, { limit: LOOKED_AT }),
    settingsOf(world, person),
    membershipsOf(world.table, person),
  ]);
  return items.some((notice) => isUnread(notice) && push[notice.kind] && isStillFor(notice, memberships));
};

/** Calls once who was left alone at night and has not looked since. Taken off first: a call is lost rather than made twice. */
export const sendHeldPushes = (world: () => World) => async (): Promise<void> => {
  const here = world();
  for (const call of await duePushes(here.table, here.now())) {
    try {
      await commit(here.table, [releasePush(call)]);
    } catch (error) {
      // Held again meanwhile, or taken by another run.
      if (error instanceof Stale) continue;
      throw error;
    }
    if (await isWanted(here, call.person)) await pushToDevices(here, await devicesOf(here.table, call.person), MORNING);
  }
};

export const handler = sendHeldPushes(workingWorld({ push: webPush }));
