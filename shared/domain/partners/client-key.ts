import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Id } from '../basics/id-schema.ts';
import { later } from '../basics/month.ts';
import { Instant } from '../basics/month-schema.ts';
import { Line } from '../basics/text.ts';
import { Person } from '../people/caller.ts';
import { PartnerId } from './partner.ts';

export const KeyId = Id('pky').meta({ id: 'PartnerKeyId' });
const YEAR_MS = 365 * 86_400_000;
/** One that is used, and one that takes its place: so a program changes from one to the other without a pause. */
export const MOST_LIVE = 2;
/** Of those that are over, so many are remembered. */
const MOST_KEPT = 12;

const ClientKey = z.object({
  keyId: KeyId,
  name: Line(60).describe('Whose program uses it'),
  hash: z.string().describe('SHA-256 of what only the program knows'),
  madeAt: Instant,
  madeBy: Person,
  expiresAt: Instant,
  revokedAt: Instant.nullable(),
});
/** The keys of one partner, by which its programs send feeds. What opens them is told once and not kept. */
export const ClientKeys = z.object({ partnerId: PartnerId, keys: z.array(ClientKey), version: z.int() });
export type ClientKeys = z.infer<typeof ClientKeys>;

/** What is shown of a key. */
export const ShownKey = ClientKey.omit({ hash: true, madeBy: true })
  .extend({ live: z.boolean() })
  .meta({ id: 'PartnerKey' });
export const NewKey = z.strictObject({ name: ClientKey.shape.name }).meta({ id: 'NewPartnerKey' });

type Key = ClientKeys['keys'][number];
const isLive = ({ revokedAt, expiresAt }: Key, now: Instant): boolean => revokedAt === null && now < expiresAt;
export const shownKeys = ({ keys }: Pick<ClientKeys, 'keys'>, now: Instant) =>
  keys.map((key) => ({ ...key, live: isLive(key, now) }));

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
const noKeys = (partnerId: string): ClientKeys => ({ partnerId, keys: [], version: 0 });

type New = { readonly keyId: string; readonly secret: string; readonly name: string };
/** A new key beside those there are; it lives for a year. @throws Problem limit_reached */
export const withKey = (
  before: ClientKeys | undefined,
  partnerId: string,
  { keyId, secret, name }: New,
  { at, by }: { readonly at: Instant; readonly by: Person },
): ClientKeys => {
  const { keys, version } = before ?? noKeys(partnerId);
  if (keys.filter((key) => isLive(key, at)).length >= MOST_LIVE)
    throw new Problem('limit_reached', `Sudah ada ${MOST_LIVE} kunci yang berlaku. Cabut dulu yang lama.`);
  const key = {
    keyId,
    name,
    hash: hashOf(secret),
    madeAt: at,
    madeBy: by,
    expiresAt: later(at, YEAR_MS),
    revokedAt: null,
  };
  return { partnerId, keys: [...keys, key].slice(-MOST_KEPT), version: version + 1 };
};

/** Over at once; again changes nothing. @throws Problem partner_key_not_found */
export const withoutKey = (before: ClientKeys | undefined, keyId: string, at: Instant): ClientKeys => {
  const found = before?.keys.find((key) => key.keyId === keyId);
  if (!before || !found)
    throw new Problem('partner_key_not_found', 'Kunci ini tidak ada pada mitra ini. Muat ulang halamannya.');
  if (found.revokedAt !== null) return before;
  const keys = before.keys.map((key) => (key === found ? { ...key, revokedAt: at } : key));
  return { ...before, keys, version: before.version + 1 };
};

const BEARER = /^Bearer (prt_[0-9a-hjkmnp-tv-z]{26})\.(pky_[0-9a-hjkmnp-tv-z]{26})\.(\S{1,80})$/;
/** What a program carries: whose it is, which key, and what only it knows. */
export const tokenOf = (partnerId: string, keyId: string, secret: string): string => `${partnerId}.${keyId}.${secret}`;
export const carriedIn = (authorization: string | undefined) => {
  const [, partnerId, keyId, secret] = BEARER.exec(authorization ?? '') ?? [];
  return partnerId && keyId && secret ? { partnerId, keyId, secret } : undefined;
};

/** Whether it opens: one that is over opens nothing, and comparing takes the same time wherever two differ. */
export const opens = (
  { keys }: Pick<ClientKeys, 'keys'>,
  { keyId, secret }: { readonly keyId: string; readonly secret: string },
  now: Instant,
): boolean => {
  const key = keys.find((one) => one.keyId === keyId);
  return key !== undefined && isLive(key, now) && timingSafeEqual(Buffer.from(key.hash), Buffer.from(hashOf(secret)));
};
