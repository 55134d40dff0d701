import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto';

/** Seals text for one purpose: encrypted, authenticated, and openable only where it was bound to. */
export type Sealer = {
  /** AES-256-GCM under the purpose's own key; `bound` must be the same to open it. */
  readonly seal: (text: string, bound: string) => string;
  /** The text, or undefined when it was altered, made for another purpose, or bound elsewhere. */
  readonly open: (sealed: string, bound: string) => string | undefined;
  /** A keyed hash: equal texts can be found without being readable. */
  readonly keyed: (text: string) => string;
};

/**
 * One secret serves many purposes (a tenant's identity numbers, cursors, ids): each derives its own key (RFC 5869). A
 * key object, because plain bytes are prepared again for every hash, which takes seven times as long.
 */
export const purposeKey = (secret: string, purpose: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', secret, '', `pasar-rata/${purpose}`, 32)));

export const sealer = (secret: string, purpose: string): Sealer => {
  const key = purposeKey(secret, `${purpose}/seal`);
  const hashKey = purposeKey(secret, `${purpose}/hash`);
  return {
    seal: (text, bound) => {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([iv, body, cipher.getAuthTag()]).toString('base64url');
    },
    open: (sealed, bound) => {
      const bytes = Buffer.from(sealed, 'base64url');
      if (bytes.length < 28) return undefined;
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound));
        decipher.setAuthTag(bytes.subarray(-16));
        return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
      } catch {
        // The tag does not fit: whatever the reason, the text is not ours to read.
        return undefined;
      }
    },
    keyed: (text) => createHmac('sha256', hashKey).update(text).digest('base64url'),
  };
};
