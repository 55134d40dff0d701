import { MOST_DEVICES } from '../../shared/domain/notices/device.ts';
import { startingSettings } from '../../shared/domain/notices/settings.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { devicesOf, getDevice, putDevice, removeDevice } from '../../shared/table/notices/devices.ts';
import { getNoticeSettings, saveNoticeSettings } from '../../shared/table/notices/notices.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { endpoint } from '../http/endpoint.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';
import { nowhereKey } from './push-to-person.ts';

const settingsIn = async ({ table }: World, person: string) => {
  const { push, quiet, version } = (await getNoticeSettings(table, person)) ?? { ...startingSettings, version: 0 };
  return { push, quiet, version };
};

export const readNoticeSettings = endpoint('GET /me/notice-settings', async ({ caller }, world) => ({
  ...(await settingsIn(world, caller.person)),
  publicKey: world.push.publicKey,
}));

export const setNoticeSettings = endpoint('PUT /me/notice-settings', async (ask, world) => {
  const before = await settingsIn(world, ask.caller.person);
  requireVersion(ask, before);
  const after = { ...ask.body, version: before.version + 1 };
  await commit(world.table, [saveNoticeSettings({ ...after, person: ask.caller.person })]);
  return after;
});

export const listDevices = endpoint('GET /me/devices', async ({ caller }, { table }) => ({
  items: await devicesOf(table, caller.person),
}));

/** The same browser is the same device, whoever signs in there; the oldest of too many makes room. */
export const addDevice = endpoint(
  'PUT /me/devices',
  async ({ body, caller: { person } }, { table, now, keyedIds, cache }) => {
    const { endpoint: address, keys, name = null } = body;
    const deviceId = keyedIds.derived('dvc', 'device', address);
    const own = await devicesOf(table, person);
    const others = own.filter((one) => one.deviceId !== deviceId).sort((a, b) => (a.since < b.since ? -1 : 1));
    for (const old of others.slice(0, Math.max(0, others.length + 1 - MOST_DEVICES)))
      await commit(table, [removeDevice(old)]);
    const device = { deviceId, name, since: now(), person, endpoint: address, ...keys };
    const known = await getDevice(table, deviceId);
    const isNew = known?.person !== person;
    await commit(table, [putDevice(device), ...(isNew ? [countToday('device', person, device.since)] : [])]);
    cache.delete(nowhereKey(person));
    return device;
  },
);

/** Another's device is left alone, and not told apart from one that is gone already. */
export const removeOwnDevice = endpoint(
  'DELETE /me/devices/{deviceId}',
  async ({ params: { deviceId }, caller: { person } }, { table }) => {
    const device = await getDevice(table, deviceId);
    if (device?.person === person) await commit(table, [removeDevice({ deviceId, person })]);
    return null;
  },
);
