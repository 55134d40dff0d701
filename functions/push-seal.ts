import { createCipheriv, createECDH, type ECDH, hkdfSync, randomBytes } from 'node:crypto';

type Keys = { readonly p256dh: string; readonly auth: string };
/** Chance, so that the standard's own example can be sealed again. */
export type SealChance = { readonly pair: ECDH; readonly salt: Uint8Array };

const fresh = (): SealChance => {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  return { pair, salt: randomBytes(16) };
};

const RECORD_BYTES = 4096;
/** Behind the text: this is the last record (RFC 8188). */
const LAST = Uint8Array.of(2);

const derive = (key: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Buffer =>
  Buffer.from(hkdfSync('sha256', key, salt, info, length));

/**
 * A message that only one browser can read: the push service in between sees its length (RFC 8291, aes128gcm). At most
 * some 4,000 bytes.
 */
export const sealedFor = (
  { p256dh, auth }: Keys,
  text: Uint8Array,
  { pair, salt }: SealChance = fresh(),
): Uint8Array<ArrayBuffer> => {
  const theirs = Buffer.from(p256dh, 'base64url');
  const ours = pair.getPublicKey();
  const shared = pair.computeSecret(theirs);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), theirs, ours]);
  const material = derive(shared, Buffer.from(auth, 'base64url'), info, 32);
  const key = derive(material, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16);
  const nonce = derive(material, salt, Buffer.from('Content-Encoding: nonce\0'), 12);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  const sealed = Buffer.concat([cipher.update(text), cipher.update(LAST), cipher.final(), cipher.getAuthTag()]);
  const head = Buffer.alloc(5);
  head.writeUInt32BE(RECORD_BYTES, 0);
  head.writeUInt8(ours.length, 4);
  return Uint8Array.from(Buffer.concat([salt, head, ours, sealed]));
};
