/**
 * Who is signed in on this device. Kept in localStorage, so that a closed tab does not end it; no other site reads it.
 * A session that has run out is renewed by the issuer, which remembers the person longer.
 */
export type Session = { readonly token: string; readonly name: string; readonly until: number };

const KEY = 'masuk';
/** A token about to end is as good as ended: the request it goes with may be a while on its way. */
const EARLY_MS = 20_000;

export const currentSession = (now: number): Session | undefined => {
  try {
    const session = JSON.parse(localStorage.getItem(KEY) ?? 'null') as Session | null;
    if (session && typeof session.token === 'string' && session.until - EARLY_MS > now) return session;
  } catch {}
  return undefined;
};

/** Whose a token is; undefined where it is none of ours. */
export const personOf = (token: string): string | undefined => {
  try {
    const claims: unknown = JSON.parse(atob((token.split('.')[1] ?? '').replace(/-/g, '+').replace(/_/g, '/')));
    return (claims as { sub?: string }).sub;
  } catch {
    return undefined;
  }
};

/**
 * A token, or the newer one with which the same person signed in again in another tab while a page stood open. Who left
 * there, or was followed by somebody else, has none any more: what the page still shows is sent in nobody's name.
 */
export const renewed = (token: string): string => {
  if (!('localStorage' in globalThis)) return token;
  return personOf(token) === lastPerson() ? (currentSession(Date.now())?.token ?? token) : '';
};

/** Who signed in on this device last and did not leave: without a line a session may run out, and what is theirs stays theirs. */
export const lastPerson = (): string | undefined => {
  try {
    return personOf((JSON.parse(localStorage.getItem(KEY) ?? 'null') as Session | null)?.token ?? '');
  } catch {
    return undefined;
  }
};

/** What a person leaves behind on a device: session, cart, addresses. Leaving clears all of it. */
export const clearDevice = (): void => {
  try {
    localStorage.clear();
    sessionStorage.clear();
  } catch {}
};

/** True when the issuer has just sent the browser back here. */
export const isReturning = (search: string): boolean => {
  const given = new URLSearchParams(search);
  return given.has('state') && (given.has('code') || given.has('error'));
};

export type Returned = { readonly back: string } | { readonly problem: string };

/** Completes a sign-in; a failed one leaves nothing behind but its sentence. */
export const completeSignIn = async (now: number): Promise<Returned> => {
  try {
    const { returnFromSignIn } = await import('./sign-in.ts');
    const { token, name, seconds, back } = await returnFromSignIn();
    const session: Session = { token, name, until: now + seconds * 1000 };
    localStorage.setItem(KEY, JSON.stringify(session));
    history.replaceState(null, '', location.pathname);
    return { back };
  } catch {
    history.replaceState(null, '', location.pathname);
    return { problem: 'Anda belum masuk. Coba sekali lagi; bila tetap gagal, hubungi admin kota.' };
  }
};

/** Leaves for the issuer, to come back to the page one was on. */
export const signIn = async (): Promise<void> => (await import('./sign-in.ts')).leaveToSignIn();

/** Lists that were seen, and calls to this browser: both go with the person. What hangs is not waited for. */
const clearWorker = async (): Promise<void> => {
  const clear = async () => {
    const worker = await navigator.serviceWorker?.getRegistration();
    await (await worker?.pushManager?.getSubscription())?.unsubscribe();
    if (!('caches' in globalThis)) return;
    const own = (await caches.keys()).filter((name) => name.startsWith('pribadi'));
    await Promise.all(own.map((name) => caches.delete(name)));
  };
  const patience = new Promise((done) => setTimeout(done, 2_000));
  await Promise.race([clear().catch(() => undefined), patience]);
};

/** Shops that were taken along to be visited: other people's addresses and phones. */
const clearTaken = async (): Promise<void> => {
  const { forgetTaken } = await import('../storefront/visits/phone-store.ts');
  await forgetTaken().catch(() => undefined);
};

export const signOut = async (): Promise<void> => {
  clearDevice();
  await Promise.all([clearWorker(), clearTaken()]);
  await (await import('./sign-in.ts')).leaveToSignOut();
};
