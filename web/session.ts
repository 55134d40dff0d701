/** Who is signed in in this tab. Kept in sessionStorage: it ends with the tab, and no other tab or site reads it. */
export type Session = { readonly token: string; readonly name: string; readonly until: number };

const KEY = 'masuk';

export const currentSession = (now: number): Session | undefined => {
  try {
    const session = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as Session | null;
    if (session && typeof session.token === 'string' && session.until > now) return session;
    sessionStorage.removeItem(KEY);
  } catch {}
  return undefined;
};

export const forgetSession = (): void => sessionStorage.removeItem(KEY);

/** True when the issuer has just sent the browser back here. */
export const isReturning = (search: string): boolean => {
  const given = new URLSearchParams(search);
  return given.has('state') && (given.has('code') || given.has('error'));
};

/** Completes a sign-in and puts the address right again; a failed one leaves nothing behind but its sentence. */
export const completeSignIn = async (now: number): Promise<string | undefined> => {
  try {
    const { returnFromSignIn } = await import('./sign-in.ts');
    const { token, name, seconds, back } = await returnFromSignIn();
    const session: Session = { token, name, until: now + seconds * 1000 };
    sessionStorage.setItem(KEY, JSON.stringify(session));
    history.replaceState(null, '', back);
    return undefined;
  } catch {
    forgetSession();
    history.replaceState(null, '', location.pathname);
    return 'Anda belum masuk. Coba sekali lagi; bila tetap gagal, hubungi admin kota.';
  }
};

export const signIn = async (): Promise<void> => (await import('./sign-in.ts')).leaveToSignIn();

export const signOut = async (): Promise<void> => {
  forgetSession();
  await (await import('./sign-in.ts')).leaveToSignOut();
};
