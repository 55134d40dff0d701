import * as oauth from 'oauth4webapi';
import { urlOf } from '../../shared/domain/basics/url.ts';

/** Where people sign in: `/config.json`, written by the site's deployment or the local server. */
type Config = { readonly issuer: string; readonly clientId: string; readonly audience?: string };
/** Between leaving for the issuer and coming back. */
type Pending = { readonly state: string; readonly verifier: string; readonly nonce: string; readonly back: string };

const PENDING = 'masuk.dimulai';
const SCOPE = 'openid profile';

const readConfig = async (): Promise<Config> => {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error('config.json is missing');
  return (await response.json()) as Config;
};

/** Plain HTTP only ever to this very machine, for the local issuer. */
const options = (issuer: string) => ({
  [oauth.allowInsecureRequests]: /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//.test(`${issuer}/`),
});

const discover = async ({ issuer }: Config): Promise<oauth.AuthorizationServer> => {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options(issuer)));
};

const clientOf = ({ clientId }: Config): oauth.Client => ({ client_id: clientId });

/** The two pages registered with the issuer: who signs in comes back to one of them, and from there to where they were. */
const receivers = ['/dasbor/', '/akun/'] as const;
const receiverOf = (page: URL): string => receivers.find((path) => page.pathname.startsWith(path)) ?? '/akun/';

/** Only a page of this very origin may be returned to, whatever is found in storage. */
export const safeBack = (back: string, page: URL): string => {
  const url = (back.startsWith('/') && urlOf(back, page)) || page;
  return url.origin === page.origin ? url.pathname + url.search + url.hash : receiverOf(page);
};

/** The page that receives the answer; it is registered with the issuer without a query. */
const redirectOf = (page: URL): string => page.origin + receiverOf(page);

/** Leaves for the issuer; code flow with PKCE, state and nonce. */
export const leaveToSignIn = async (): Promise<void> => {
  const config = await readConfig();
  const server = await discover(config);
  if (!server.authorization_endpoint) throw new Error('the issuer has no authorization endpoint');
  const page = new URL(location.href);
  const pending: Pending = {
    state: oauth.generateRandomState(),
    verifier: oauth.generateRandomCodeVerifier(),
    nonce: oauth.generateRandomNonce(),
    back: page.pathname + page.search + page.hash,
  };
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const url = new URL(server.authorization_endpoint);
  const asked = {
    client_id: config.clientId,
    response_type: 'code',
    redirect_uri: redirectOf(page),
    scope: SCOPE,
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: 'S256',
    ...(config.audience ? { resource: config.audience } : {}),
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  location.assign(url);
};

export type Answer = { readonly token: string; readonly name: string; readonly seconds: number; readonly back: string };

/**
 * Comes back from the issuer: state, issuer, nonce and PKCE are checked, the code is spent once.
 * @throws when nothing was begun here, the person refused, or anything does not match.
 */
export const returnFromSignIn = async (): Promise<Answer> => {
  const page = new URL(location.href);
  const pending = JSON.parse(sessionStorage.getItem(PENDING) ?? 'null') as Pending | null;
  sessionStorage.removeItem(PENDING);
  if (!pending) throw new Error('no sign-in was begun here');
  const config = await readConfig();
  const server = await discover(config);
  const client = clientOf(config);
  const granted = oauth.validateAuthResponse(server, client, page, pending.state);
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    granted,
    redirectOf(page),
    pending.verifier,
    options(config.issuer),
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
    expectedNonce: pending.nonce,
    requireIdToken: true,
  });
  const claims = oauth.getValidatedIdTokenClaims(tokens);
  const name = claims?.['name'];
  return {
    token: tokens.access_token,
    name: typeof name === 'string' && name ? name : (claims?.sub ?? ''),
    seconds: tokens.expires_in ?? 600,
    back: safeBack(pending.back, page),
  };
};

/** Leaves for the issuer's sign-out where it has one; without one, forgetting the token was all. */
export const leaveToSignOut = async (): Promise<void> => {
  const config = await readConfig();
  const server = await discover(config);
  const page = new URL(location.href);
  if (!server.end_session_endpoint) return location.assign(redirectOf(page));
  const url = new URL(server.end_session_endpoint);
  url.searchParams.set('client_id', config.clientId);
  url.searchParams.set('post_logout_redirect_uri', redirectOf(page));
  // Cognito's own name for it.
  url.searchParams.set('logout_uri', redirectOf(page));
  location.assign(url);
};
