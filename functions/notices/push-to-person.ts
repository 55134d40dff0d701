import type { Zone } from '../../shared/domain/basics/month.ts';
import type { DeviceRecord } from '../../shared/domain/notices/device.ts';
import type { PersonNotice } from '../../shared/domain/notices/notice.ts';
import { type NoticeSettings, quietUntil, startingSettings } from '../../shared/domain/notices/settings.ts';
import { topics } from '../../shared/domain/notices/topics.ts';
import { Stale } from '../../shared/table/engine/retries.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { devicesOf, removeDevice } from '../../shared/table/notices/devices.ts';
import { getNoticeSettings, holdPush } from '../../shared/table/notices/notices.ts';
import { expectCity } from '../http/access.ts';
import { cachedFor } from '../reads/cached-for.ts';
import type { PushMessage } from '../web-push.ts';
import type { World } from '../world.ts';

/** Where a call leads; what it is about is read there, by who is signed in. */
export const NOTICES_PAGE = '/kabar/';

export const settingsOf = async ({ table }: World, person: string): Promise<NoticeSettings> =>
  (await getNoticeSettings(table, person)) ?? startingSettings;

/** A browser that is gone is forgotten, unless somebody else signed in there meanwhile. */
const forget = (world: World, device: DeviceRecord): Promise<unknown> =>
  commit(world.table, [removeDevice(device)]).catch((error) => {
    if (!(error instanceof Stale)) throw error;
  });

/** Calls a person on each of their browsers. One that cannot be reached now is not tried again: the list has it all. */
export const pushToDevices = async (
  world: World,
  devices: readonly DeviceRecord[],
  message: PushMessage,
): Promise<void> => {
  for (const device of devices) {
    const outcome = await world.push.send(device, message, world.now());
    if (outcome === 'gone') await forget(world, device);
    if (outcome === 'failed') world.logger.warn('a push service did not take a call', { device: device.deviceId });
  }
};

/** Most people are called nowhere; that somebody is not may be this old. */
const NOWHERE_SECONDS = 60;
/** Under which a container keeps whether a person is called nowhere: a browser that is added takes it away. */
export const nowhereKey = (person: string): string => `called nowhere ${person}`;

const isCalledNowhere = (world: World, person: string): Promise<boolean> =>
  cachedFor(
    world,
    nowhereKey(person),
    NOWHERE_SECONDS,
    async () => (await devicesOf(world.table, person)).length === 0,
  );

/** Above cities the hours are those of the capital's west. */
const zoneOf = async (world: World, cityCode: string | null): Promise<Zone> =>
  cityCode === null ? 'Asia/Jakarta' : (await expectCity(world, cityCode)).zone;

/** Calls a person for something new: where they want it, and when their quiet hours are over. */
export const pushToPerson = async (world: World, { person, topic, cityCode }: PersonNotice): Promise<void> => {
  if (topic === null || (await isCalledNowhere(world, person))) return;
  const devices = await devicesOf(world.table, person);
  const { kind, push: body } = topics[topic];
  const [{ push, quiet }, zone] = await Promise.all([settingsOf(world, person), zoneOf(world, cityCode)]);
  if (!push[kind]) return;
  const until = quietUntil(quiet, world.now(), zone);
  if (until === undefined) return pushToDevices(world, devices, { body, tag: kind, url: NOTICES_PAGE });
  await commit(world.table, [holdPush({ person, until })]);
};
