import * as z from 'zod';
import { Instant } from '../domain/basics/month-schema.ts';
import { Device, DeviceId, NewDevice } from '../domain/notices/device.ts';
import { NoticeId, PersonNotice } from '../domain/notices/notice.ts';
import { NoticeSettings } from '../domain/notices/settings.ts';
import { Paged, Paging } from './route/paging.ts';
import type { Routes } from './route/route.ts';

const ShownNotice = PersonNotice.pick({ noticeId: true, kind: true, link: true, at: true, waits: true, readAt: true })
  .extend({
    title: z.string(),
    text: z.string(),
    place: z.string().nullable().describe('Of which of one’s places'),
    send: z.string().nullable().describe('Ready for WhatsApp, where somebody has to be reached'),
  })
  .meta({ id: 'PersonNotice' });

/** What happened and what waits, for each person; and on which of their browsers they are called. */
export const notices = {
  'GET /me/notices': {
    operation: 'list-notices',
    summary: 'What I was told, newest first; or only what waits for me',
    access: 'signed-in',
    who: ['signed-in'],
    query: z.strictObject({ which: z.enum(['all', 'waiting']).default('all'), ...Paging }),
    response: Paged(ShownNotice),
    problems: ['malformed_cursor'],
  },
  'GET /me/notices/count': {
    operation: 'count-notices',
    summary: 'How many are unread and how many wait, at most 100 of each',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({ unread: z.int(), waiting: z.int() }),
  },
  'POST /me/notices/read': {
    operation: 'read-all-notices',
    summary: 'I have seen everything up to an instant',
    access: 'signed-in',
    who: ['signed-in'],
    body: z.strictObject({ until: Instant }).meta({ id: 'ReadUntil' }),
    response: z.object({ unread: z.int() }),
  },
  'POST /me/notices/{noticeId}/read': {
    operation: 'read-notice',
    summary: 'I have seen this one',
    access: 'signed-in',
    who: ['signed-in'],
    params: z.object({ noticeId: NoticeId }),
    response: z.object({ readAt: Instant }),
    problems: ['notice_not_found'],
  },
  'GET /me/notice-settings': {
    operation: 'read-notice-settings',
    summary: 'What I am called for, and when not; with the key a browser subscribes with',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({ ...NoticeSettings.shape, publicKey: z.string(), version: z.int() }),
  },
  'PUT /me/notice-settings': {
    operation: 'set-notice-settings',
    summary: 'Say what to be called for, and when not',
    access: 'signed-in',
    who: ['signed-in'],
    body: NoticeSettings,
    response: z.object({ ...NoticeSettings.shape, version: z.int() }),
    problems: ['version_mismatch'],
  },
  'GET /me/devices': {
    operation: 'list-devices',
    summary: 'The browsers I am called on',
    access: 'signed-in',
    who: ['signed-in'],
    response: z.object({ items: z.array(Device) }),
  },
  'PUT /me/devices': {
    operation: 'add-device',
    summary: 'Call me on this browser; the same browser again is the same device',
    access: 'signed-in',
    who: ['signed-in'],
    body: NewDevice,
    response: Device,
    problems: ['limit_reached'],
    rate: 10,
  },
  'DELETE /me/devices/{deviceId}': {
    operation: 'remove-device',
    summary: 'Call me on this browser no longer',
    access: 'signed-in',
    who: ['signed-in'],
    params: z.object({ deviceId: DeviceId }),
    response: z.null(),
    status: 204,
  },
} as const satisfies Routes;
