import type { IncomingMessage, ServerResponse } from 'node:http';
import type { OidcContext, Provider } from 'oidc-provider';
import { type DemoPerson, demoPeople } from '../people.ts';
import { DAY_SECONDS, Memory } from './issuer-memory.ts';
import { escapeHtml, page, pageHeaders, signInPage, signOutPage, style } from './issuer-pages.ts';
import { API_SCOPE, AUDIENCE, accessClaims, CLIENT_ID, type Keys, TOKEN_SECONDS } from './tokens.ts';

/** The issuer's place on the one origin. */
export const MOUNT = '/masuk';
export const issuerOf = (origin: string): string => `${origin}${MOUNT}`;
/** The pages that may receive a sign-in; the same two are registered with Cognito. */
const redirectsOf = (origin: string): string[] => [`${origin}/akun/`, `${origin}/dasbor/`];

/** What the deployment writes to `/config.json`, where the pages learn who signs people in. */
export const siteConfig = (origin: string) => ({ issuer: issuerOf(origin), clientId: CLIENT_ID });

type Listener = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The two sites, one client: what it may ask, and where it may be answered. */
const siteOf = (origin: string) => ({
  client_id: CLIENT_ID,
  redirect_uris: redirectsOf(origin),
  post_logout_redirect_uris: redirectsOf(origin),
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
});

/** Picking a person is the consent; a second page would ask nothing new. */
const grantOf = async ({ oidc }: OidcContext & { oidc: { provider: Provider } }) => {
  const { accountId } = oidc.session;
  if (!accountId) return undefined;
  const id = oidc.session.grantIdFor(oidc.client.clientId);
  const known = id ? await oidc.provider.Grant.find(id) : undefined;
  const grant = known ?? new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId });
  grant.addOIDCScope('openid profile');
  grant.addResourceScope(AUDIENCE, API_SCOPE);
  await grant.save();
  return grant;
};

const tokensForTheApi = {
  enabled: true,
  defaultResource: () => AUDIENCE,
  useGrantedResource: () => true,
  getResourceServerInfo: () => ({
    scope: API_SCOPE,
    audience: AUDIENCE,
    accessTokenTTL: TOKEN_SECONDS,
    accessTokenFormat: 'jwt',
    jwt: { sign: { alg: 'RS256' } },
  }),
};

const signOut = {
  enabled: true,
  logoutSource: (context: OidcContext, form: string) => {
    context.set(pageHeaders);
    context.body = signOutPage(form);
  },
  postLogoutSuccessSource: (context: OidcContext) => {
    context.set(pageHeaders);
    context.body = page('Anda sudah keluar', '<p><a href="/">Kembali ke pasar</a></p>');
  },
};

const configuration = (origin: string, keys: Keys, personOf: (id: string) => Promise<DemoPerson | undefined>) => ({
  clients: [siteOf(origin)],
  // Nothing beyond what the two sites use.
  responseTypes: ['code'],
  clientAuthMethods: ['none'],
  adapter: Memory,
  jwks: { keys: [keys.signing] },
  cookies: { keys: [keys.cookies] },
  scopes: ['openid', 'profile'],
  claims: { openid: ['sub'], profile: ['name'] },
  conformIdTokenClaims: false,
  pkce: { required: () => true },
  ttl: {
    AccessToken: TOKEN_SECONDS,
    IdToken: TOKEN_SECONDS,
    AuthorizationCode: 60,
    Interaction: 3600,
    Session: DAY_SECONDS,
    Grant: DAY_SECONDS,
  },
  findAccount: async (_: unknown, id: string) => {
    const person = await personOf(id);
    return person && { accountId: id, claims: async () => ({ sub: id, name: person.name }) };
  },
  extraTokenClaims: (_: unknown, { accountId }: { accountId: string }) => accessClaims(accountId),
  interactions: { url: (_: unknown, { uid }: { uid: string }) => `${MOUNT}/pilih/${uid}` },
  loadExistingGrant: grantOf,
  renderError: (context: OidcContext, { error, error_description: why }: Record<string, string>) => {
    context.set(pageHeaders);
    const reason = escapeHtml([error, why].filter(Boolean).join(': '));
    context.body = page('Belum bisa masuk', `<p>${reason}</p><p><a href="/">Kembali ke pasar</a></p>`);
  },
  features: {
    devInteractions: { enabled: false },
    dPoP: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    resourceIndicators: tokensForTheApi,
    rpInitiatedLogout: signOut,
  },
});

const formOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = '';
  for await (const part of request) {
    text += String(part);
    if (text.length > 4096) break;
  }
  return new URLSearchParams(text);
};

const reply = (response: ServerResponse, status: number, html: string): void => {
  response.writeHead(status, pageHeaders);
  response.end(html);
};

/** An OIDC issuer with demo people: code and PKCE, access tokens as Cognito writes them, discovery, sign-out. */
export const localIssuer = (origin: string, keys: Keys, folder: string): Listener => {
  const people = () => demoPeople(folder);
  const personOf = async (id: string | null) => (await people()).find(({ person }) => person === id);
  // Loaded when somebody first signs in: it takes half a second and as much memory as the market's own functions.
  let made: Promise<Provider> | undefined;
  const providerOf = (): Promise<Provider> => {
    made ??= import('oidc-provider').then(
      ({ Provider }) => new Provider(issuerOf(origin), configuration(origin, keys, personOf)),
    );
    return made;
  };

  const pick: Listener = async (request, response) => {
    const provider = await providerOf();
    const { uid } = await provider.interactionDetails(request, response);
    const action = `${MOUNT}/pilih/${uid}`;
    // The cookie's interaction, not another one that a foreign page may have started.
    if (request.url !== action) return reply(response, 400, page('Mulai lagi', '<p><a href="/">Ke pasar</a></p>'));
    if (request.method !== 'POST') return reply(response, 200, signInPage(action, await people()));
    const person = await personOf((await formOf(request)).get('person'));
    if (!person) return reply(response, 400, signInPage(action, await people()));
    await provider.interactionFinished(request, response, { login: { accountId: person.person } });
  };

  return async (request, response) => {
    const [path, query] = (request.url ?? '').split('?');
    if (path === `${MOUNT}/gaya.css`) {
      response.writeHead(200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' });
      response.end(style);
    } else if (path?.startsWith(`${MOUNT}/pilih/`)) {
      await pick(request, response).catch(() =>
        reply(response, 400, page('Waktu memilih habis', '<p><a href="/">Mulai lagi dari pasar</a></p>')),
      );
    } else if (path === `${MOUNT}/auth` && !new URLSearchParams(query).get('state')) {
      // The specification only recommends it; a client of ours without it could be made to sign in as somebody else.
      reply(response, 400, page('Belum bisa masuk', '<p>invalid_request: state</p><p><a href="/">Ke pasar</a></p>'));
    } else {
      // The provider knows paths below its mount, and finds the mount again by comparing the two.
      Object.assign(request, { originalUrl: request.url });
      request.url = request.url?.slice(MOUNT.length) || '/';
      await (await providerOf()).callback()(request, response);
    }
  };
};
