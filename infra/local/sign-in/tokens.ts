import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JWK,
  type JWTPayload,
  jwtVerify,
  SignJWT,
} from 'jose';
import { readJson, writeWhole } from '../files.ts';

export const CLIENT_ID = 'pasar-rata';
export const AUDIENCE = 'urn:pasar-rata:api';
/** What an access token must carry to be let in, as deployed. ID tokens carry no scope at all. */
export const API_SCOPE = 'openid';
export const TOKEN_SECONDS = 3600;

/** What the issuer keeps, so that tokens and cookies survive a restart. */
export type Keys = { readonly signing: JWK; readonly cookies: string; readonly issuer: string };
const fileIn = (folder: string) => join(folder, 'issuer.json');

export const newKeys = async (issuer: string): Promise<Keys> => {
  // RSA, because the JWT authorizer of an HTTP API knows nothing else.
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const signing = { ...(await exportJWK(privateKey)), kid: randomUUID(), use: 'sig', alg: 'RS256' };
  return { signing, cookies: randomBytes(32).toString('base64url'), issuer };
};

export const knownKeys = (folder: string): Promise<Keys | undefined> => readJson<Keys>(fileIn(folder));

/** The keys of this machine, made at the first start; the issuer's address follows the port. */
export const keysOf = async (folder: string, issuer: string): Promise<Keys> => {
  const known = await knownKeys(folder);
  if (known?.issuer === issuer) return known;
  const keys = known ? { ...known, issuer } : await newKeys(issuer);
  await writeWhole(fileIn(folder), JSON.stringify(keys));
  return keys;
};

/** Claims beside the registered ones, as Cognito writes them into access tokens. */
export const accessClaims = (person: string) => ({ token_use: 'access', username: person });

/** An access token like the issuer's own, for curl and tests. */
export const signToken = async (keys: Keys, person: string, claims: Record<string, unknown> = {}): Promise<string> => {
  const now = Math.floor(Date.now() / 1000);
  const whole = {
    ...accessClaims(person),
    iss: keys.issuer,
    sub: person,
    aud: AUDIENCE,
    client_id: CLIENT_ID,
    scope: API_SCOPE,
    jti: randomUUID(),
    iat: now,
    exp: now + TOKEN_SECONDS,
    ...claims,
  };
  return new SignJWT(whole)
    .setProtectedHeader({ alg: 'RS256', kid: keys.signing.kid ?? '', typ: 'at+jwt' })
    .sign(await importJWK(keys.signing, 'RS256'));
};

export type Authorize = (token: string) => Promise<Record<string, unknown>>;

/** Tokens whose signature was verified, so that a page's hundred requests verify it once. */
const MOST_VERIFIED = 1_000;

/** What the JWT authorizer of an HTTP API checks: key, issuer, times, and the audience in `aud` or `client_id`. */
export const authorizer = (keys: Keys): Authorize => {
  const { kty, n, e, kid } = keys.signing;
  const known = createLocalJWKSet({ keys: [{ kty, n, e, kid, use: 'sig', alg: 'RS256' } as JWK] });
  const verified = new Map<string, JWTPayload>();
  const verify = async (token: string): Promise<JWTPayload> => {
    const { payload } = await jwtVerify(token, known, {
      issuer: keys.issuer,
      algorithms: ['RS256'],
      requiredClaims: ['exp', 'iat'],
    });
    const audiences = [payload.aud ?? payload.client_id].flat();
    if (!audiences.some((audience) => audience === AUDIENCE || audience === CLIENT_ID))
      throw new Error('the audience is another');
    if (verified.size >= MOST_VERIFIED) verified.clear();
    verified.set(token, payload);
    return payload;
  };
  return async (token) => {
    const payload = verified.get(token) ?? (await verify(token));
    const now = Date.now() / 1000;
    if ((payload.iat ?? 0) > now) throw new Error('the token is from the future');
    if ((payload.exp ?? 0) <= now || (payload.nbf ?? 0) > now) throw new Error('the token is not of this time');
    return payload;
  };
};
