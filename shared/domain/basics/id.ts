import { createHash, createHmac, type Hash, type Hmac, randomFillSync } from 'node:crypto';
import { purposeKey } from './keys/seal.ts';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** 128 bits in Crockford base 32: unguessable, case-free, safe in URLs and as part of a table key. */
const spell = (bytes: Uint8Array): string => {
  let text = '';
  let carry = 0;
  // 128 bits and two zero bits before them are 26 letters of five.
  let bits = 2;
  for (let at = 0; at < 16; at++) {
    carry = (carry << 8) | (bytes[at] as number);
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(carry >> bits) & 31];
    }
    carry &= (1 << bits) - 1;
  }
  return text;
};

export const idPattern = (prefix: string) => new RegExp(`^${prefix}_[0-9a-hjkmnp-tv-z]{26}$`);

/** Random bytes are fetched for many ids at once: fetching costs more than all the rest of an id. */
const RANDOM = new Uint8Array(16 * 64);
let used = RANDOM.length;
const random = (): Uint8Array => {
  if (used === RANDOM.length) {
    randomFillSync(RANDOM);
    used = 0;
  }
  used += 16;
  return RANDOM.subarray(used - 16, used);
};

export const randomId = (prefix: string): string => `${prefix}_${spell(random())}`;

/** The parts are length-prefixed: no two lists of parts collide by joining. */
const spellParts = (prefix: string, hash: Hash | Hmac, parts: readonly string[]): string => {
  for (const part of parts) hash.update(`${part.length}:${part}`);
  return `${prefix}_${spell(hash.digest())}`;
};

/** The same parts always make the same id, which anybody who knows the parts can work out. */
export const derivedId = (prefix: string, ...parts: readonly string[]): string =>
  spellParts(prefix, createHash('sha256'), parts);

/** Ids and fingerprints that only who has the secret can work out: nobody chooses an id by choosing a key for it. */
export type KeyedIds = {
  /**
   * A creating request with an Idempotency-Key derives its ids from (operation, subject, key), so that a repeat meets
   * the first result under a conditional put, for ever and without a second record.
   */
  readonly derived: (prefix: string, ...parts: readonly string[]) => string;
  /**
   * Tells a repeat of a request from another one under its key. Of the parsed request: spaces, the order of names, and
   * defaults written out or left out make no other request. Numbers in the content cannot be guessed from it.
   */
  readonly fingerprint: (content: unknown) => string;
};

export const keyedIds = (secret: string): KeyedIds => {
  const key = purposeKey(secret, 'ids/hash');
  return {
    derived: (prefix, ...parts) => spellParts(prefix, createHmac('sha256', key), parts),
    fingerprint: (content) => shortOf(createHmac('sha256', key), content),
  };
};

/** Tells one content from another where anybody may know it: spaces and the order of names make no difference. */
export const fingerprint = (content: unknown): string => shortOf(createHash('sha256'), content);

const shortOf = (hash: Hash | Hmac, content: unknown): string =>
  hash
    .update(JSON.stringify(inOrder(content)) ?? '')
    .digest('base64url')
    .slice(0, 22);

/** The same value whatever order its names were written in. Its depth is the contract's, so this ends. */
const inOrder = (value: unknown): unknown => {
  if (Array.isArray(value)) return ['list', ...value.map(inOrder)];
  if (typeof value !== 'object' || value === null) return value;
  const names = Object.keys(value).sort();
  return ['record', ...names.map((name) => [name, inOrder((value as Record<string, unknown>)[name])])];
};
