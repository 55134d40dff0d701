import { client } from './client.ts';
import { currentSession } from './session.ts';

const KEY = 'kabar-jumlah';
const CHANGED = 'kabar-berubah';
/** Asked at most so often, whatever pages are opened meanwhile. */
const FRESH_MS = 60_000;
type Known = { readonly unread: number; readonly at: number };

const known = (): Known | undefined => {
  try {
    const stored = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Known | null;
    return stored && typeof stored.unread === 'number' ? stored : undefined;
  } catch {
    return undefined;
  }
};

/** What the page just heard of the number; every bar shows it. */
export const setUnread = (unread: number, at = Date.now()): void => {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ unread, at }));
  } catch {}
  dispatchEvent(new CustomEvent(CHANGED, { detail: unread }));
};

/** The number known on this device for now, without asking. */
export const unreadNow = (): number => known()?.unread ?? 0;

/** Tells of the number and of each change of it; asks the market when what is known is a minute old. */
export const onUnread = (onChange: (unread: number) => void): (() => void) => {
  const hear = (event: Event) => onChange((event as CustomEvent<number>).detail);
  const ask = async () => {
    const session = currentSession(Date.now());
    const last = known();
    if (!session || document.hidden || (last && Date.now() - last.at < FRESH_MS)) return;
    const { unread } = await client('/api', session.token)('GET /me/notices/count');
    setUnread(unread);
  };
  const look = () => void ask().catch(() => undefined);
  addEventListener(CHANGED, hear);
  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    removeEventListener(CHANGED, hear);
    document.removeEventListener('visibilitychange', look);
  };
};
