import { urlOf } from '../basics/url.ts';

/**
 * The push services of the browsers people have. A browser names the address at which it wants to be called, and our
 * functions call it: without this list anybody could make them call anything, from inside.
 * Sources: Chromium and Edge on Android (FCM), autopush.readthedocs.io (Mozilla), Microsoft Learn "WNS", Apple "Sending web
 * push notifications in web apps and browsers"; read in November 2026.
 */
const pushServices: readonly string[] = [
  'fcm.googleapis.com',
  'jmt17.google.com',
  '*.push.services.mozilla.com',
  '*.notify.windows.com',
  '*.push.apple.com',
];

const isHost = (host: string) => (pattern: string) =>
  pattern.startsWith('*.') ? host.endsWith(pattern.slice(1)) && host.length > pattern.length - 1 : host === pattern;

/** Whether an address is one of theirs: https, its usual port, nobody's name and password in it, no other host. */
export const isPushService = (address: string, services: readonly string[] = pushServices): boolean => {
  // What parsers of addresses disagree about is nobody's address.
  const url = /[\\\s]/.test(address) ? undefined : urlOf(address);
  if (!url) return false;
  const { protocol, hostname, port, username, password } = url;
  return protocol === 'https:' && port === '' && username === '' && password === '' && services.some(isHost(hostname));
};
