import { DeviceRecord } from '../../domain/notices/device.ts';
import { is } from '../engine/fields.ts';
import { list } from '../engine/pages.ts';
import { get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { put, remove, type Write } from '../engine/writes.ts';

// | entity | pk        | sk     | list 2                  |
// | Device | DEVICE#id | DEVICE | PERSON#sub / DEVICE#id  |
// Its id is made of the browser's address, so a browser calls one person: who signed in there last.
const key = (deviceId: string) => ({ pk: `DEVICE#${deviceId}`, sk: 'DEVICE' });
const devices = entity({
  type: 'Device',
  schema: DeviceRecord,
  key: ({ deviceId }: Pick<DeviceRecord, 'deviceId'>) => key(deviceId),
  list2: ({ person, deviceId }) => ({ pk: `PERSON#${person}`, sk: `DEVICE#${deviceId}` }),
  card: namesIn(DeviceRecord),
});

export const getDevice = (table: Table, deviceId: string) => get(table, devices, key(deviceId));
/** The browsers a person is called on. */
export const devicesOf = async (table: Table, person: string): Promise<DeviceRecord[]> =>
  (await list(table, DeviceRecord, 'list2', { pk: `PERSON#${person}`, prefix: 'DEVICE#', limit: 100 })).items;

export const putDevice = (device: DeviceRecord): Write => put(devices, device);
/** Taken away as long as it is still this person's. */
export const removeDevice = ({ deviceId, person }: Pick<DeviceRecord, 'deviceId' | 'person'>): Write =>
  remove('Device', key(deviceId), is('card.person', person));
