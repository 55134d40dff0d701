import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { purposeKey } from './seal.ts';

/** Signs bytes as the market (Ed25519, RFC 8032). */
export type Signer = {
  /** As others write it: `z6Mk…`, multibase of the multicodec key. */
  readonly publicKey: string;
  /** 64 bytes as multibase, `z…`. */
  readonly sign: (bytes: Uint8Array) => string;
};

const letters = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const BASE = 58n;

/** Base 58 as Bitcoin writes it, behind the `z` by which multibase knows it. */
export const multibase = (bytes: Uint8Array): string => {
  const zeros = bytes.findIndex((byte) => byte !== 0);
  let left = BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);
  let text = '';
  for (; left > 0n; left /= BASE) text = letters[Number(left % BASE)] + text;
  return `z${'1'.repeat(zeros < 0 ? bytes.length : zeros)}${text}`;
};

/** Longer than a key or a signature is read no further. */
const MOST_LETTERS = 120;
/** The bytes again; undefined for what is none. */
export const fromMultibase = (text: string): Uint8Array | undefined => {
  if (!/^z[1-9A-HJ-NP-Za-km-z]+$/.test(text) || text.length > MOST_LETTERS) return undefined;
  const [ones = ''] = /^1*/.exec(text.slice(1)) ?? [];
  let value = 0n;
  for (const letter of text.slice(1)) value = value * BASE + BigInt(letters.indexOf(letter));
  const hex = value === 0n ? '' : value.toString(16);
  return Uint8Array.from([
    ...ones.split('').map(() => 0),
    ...Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex'),
  ]);
};

/** How a multicodec says that what follows is an Ed25519 key. */
const ED25519 = [0xed, 0x01];
/** What stands before the 32 bytes of a key in its DER (RFC 8410). */
const PRIVATE_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_BYTES = 32;

const signerWith = (key: KeyObject): Signer => {
  const point = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-KEY_BYTES);
  return {
    publicKey: multibase(Uint8Array.from([...ED25519, ...point])),
    sign: (bytes) => multibase(sign(null, bytes, key)),
  };
};

/** The signer of 32 bytes that nobody else knows. */
export const signerOfSeed = (seed: Uint8Array): Signer =>
  signerWith(createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, seed]), format: 'der', type: 'pkcs8' }));

/** The signer of a deployment, made of its secret: the same at every start, with no file to keep. */
export const signerOf = (secret: string): Signer => signerOfSeed(purposeKey(secret, 'signature').export());

/** Whether a signature is of these bytes and of this key; false for whatever is no key or no signature. */
export const isSigned = (bytes: Uint8Array, signature: string, publicKey: string): boolean => {
  const [key, given] = [fromMultibase(publicKey), fromMultibase(signature)];
  if (!key || !given || key.length !== KEY_BYTES + 2 || ED25519.some((byte, at) => key[at] !== byte)) return false;
  const spki = Buffer.concat([PUBLIC_HEAD, key.subarray(2)]);
  return verify(null, bytes, createPublicKey({ key: spki, format: 'der', type: 'spki' }), given);
};
