import type { Output } from '../../../shared/contract.ts';
import { type Call, Refusal } from '../../entry/client.ts';

type Device = Output<'PUT /me/devices'>;

/** Whether this browser can call: it can; the person closed it; it does not know how. */
export const callable = (): 'yes' | 'blocked' | 'missing' => {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis))
    return 'missing';
  return Notification.permission === 'denied' ? 'blocked' : 'yes';
};

const names = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const;
/** What a person would call this browser; nothing finer is told. */
const nameOf = (agent: string): string => {
  const browser = names.find(([pattern]) => pattern.test(agent))?.[1] ?? 'Browser';
  return `${browser} di ${/Android|iPhone|Mobile/.test(agent) ? 'HP' : 'komputer'}`;
};

const found = async (): Promise<PushSubscription | null> => {
  if (callable() === 'missing') return null;
  const worker = await navigator.serviceWorker.getRegistration();
  return (await worker?.pushManager.getSubscription()) ?? null;
};

const register = (call: Call, subscription: PushSubscription): Promise<Device> => {
  const { endpoint = '', keys = {} } = subscription.toJSON();
  const body = {
    endpoint,
    keys: { p256dh: keys['p256dh'] ?? '', auth: keys['auth'] ?? '' },
    name: nameOf(navigator.userAgent),
  };
  return call('PUT /me/devices', { body });
};

const bytesOf = (base64url: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64url.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

/** Asks the person, then the browser, then tells the market where to call. */
export const subscribe = async (call: Call, publicKey: string): Promise<Device> => {
  if ((await Notification.requestPermission()) !== 'granted')
    throw new Refusal(1, 'invalid_request', 'Anda belum mengizinkan pemberitahuan di HP ini.');
  const worker = await navigator.serviceWorker.ready;
  const subscription = await worker.pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey: bytesOf(publicKey) })
    .catch(() => {
      throw new Refusal(1, 'internal', 'HP ini belum bisa dihubungi. Coba lagi nanti, atau pakai Chrome.');
    });
  return register(call, subscription);
};

/** Which of my devices this browser is. Told again, so that an address the browser changed is known. */
export const subscribedHere = async (call: Call, devices: readonly Device[]): Promise<string | undefined> => {
  const subscription = await found();
  if (!subscription || devices.length === 0) return undefined;
  return (await register(call, subscription)).deviceId;
};

export const unsubscribe = async (): Promise<void> => {
  await (await found())?.unsubscribe();
};
