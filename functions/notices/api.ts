import { notices } from '../../shared/contract/notices.ts';
import { serve } from '../http/serve.ts';
import { webPush } from '../web-push.ts';
import { servingWorld } from '../world.ts';
import { countNotices } from './count-notices.ts';
import { listNotices } from './list-notices.ts';
import { readAllNotices, readNotice } from './read-notices.ts';
import { addDevice, listDevices, readNoticeSettings, removeOwnDevice, setNoticeSettings } from './settings.ts';

export const endpoints = [
  listNotices,
  countNotices,
  readAllNotices,
  readNotice,
  readNoticeSettings,
  setNoticeSettings,
  listDevices,
  addDevice,
  removeOwnDevice,
];
export const handler = serve(notices, endpoints, servingWorld({ push: webPush }));
