import { createHash } from 'node:crypto';
import { canonicalJson } from '../basics/keys/canonical.ts';
import { ungrouped } from '../basics/text.ts';

/** Crockford's letters without those that are read as others. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/**
 * The short code on a paper that opens its check page: 50 bits, `K7M42-9QXAB`. Made of a keyed hash, so that no code can
 * be worked out from another; `attempt` makes another one where the first is taken already.
 */
export const checkCode = (keyed: (text: string) => string, paperId: string, attempt = 0): string => {
  const bytes = createHash('sha256')
    .update(keyed(`paper ${paperId} ${attempt}`))
    .digest();
  const text = Array.from(bytes.subarray(0, LENGTH), (byte) => letters[byte & 31]).join('');
  return `${text.slice(0, 5)}-${text.slice(5)}`;
};

/** A code as people type it: small letters, spaces, O for 0, I and L for 1. Undefined when it can be none. */
export const typedCode = (typed: string): string | undefined => {
  const text = ungrouped(typed).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(text) ? `${text.slice(0, 5)}-${text.slice(5)}` : undefined;
};

/**
 * The fingerprint of what a paper says: hex SHA-256 over its content with sorted keys. The check page shows the content
 * that was issued; a copy that says anything else has another fingerprint.
 */
export const paperHash = (content: object): string => createHash('sha256').update(canonicalJson(content)).digest('hex');

/** So much of a fingerprint stands on a paper: 64 bits, enough that nobody makes another content with the same. */
const MARK = 16;
/** What a paper carries of its fingerprint. */
export const shortHash = (hash: string): string => hash.slice(0, MARK);

/** Where a paper is checked, with what it carries of its fingerprint: the page says when that is not the issued one. */
export const checkAddress = (site: string, { code, hash }: { code: string; hash: string }): string =>
  `${site}/cek/${code}?isi=${shortHash(hash)}`;
