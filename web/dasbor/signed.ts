import { client, Refusal } from '../entry/client.ts';
import { loadMe, type Me } from '../entry/me.ts';
import { clearDevice, currentSession, type Session } from '../entry/session.ts';

/** Who is signed in, and their seats; nobody where both are absent. */
export type Signed = { readonly session: Session | undefined; readonly me: Me | undefined };
const nobody: Signed = { session: undefined, me: undefined };

let last: Signed = nobody;
/** Asked once a session, so that going from page to page asks for no seats; a token that is no longer good is forgotten. */
export const signedNow = async (): Promise<Signed> => {
  const session = currentSession(Date.now());
  if (session?.token === last.session?.token) return last;
  last = nobody;
  if (!session) return last;
  try {
    last = { session, me: await loadMe(client('/api', session.token)) };
  } catch (error) {
    if (!isOver(error)) throw error;
    forget();
  }
  return last;
};

/** The session ended while somebody was at work. */
export const isOver = (error: unknown): boolean => error instanceof Refusal && error.status === 401;
export const forget = (): void => {
  clearDevice();
  last = nobody;
};
