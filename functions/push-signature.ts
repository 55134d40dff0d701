import { createECDH, createPrivateKey, type ECDH, hkdfSync, type KeyObject, sign } from 'node:crypto';

const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551');

/**
 * The pair of keys of a deployment, made of its secret: the same at every start, with no file to keep. 48 bytes reduced by
 * the order of the curve leave no bias worth a thought (FIPS 186-5, A.2.1).
 */
export const pairOf = (secret: string): ECDH => {
  const wide = Buffer.from(hkdfSync('sha256', secret, '', 'pasar-rata/push/vapid', 48)).toString('hex');
  const scalar = (BigInt(`0x${wide}`) % (ORDER - 1n)) + 1n;
  const pair = createECDH('prime256v1');
  pair.setPrivateKey(Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex'));
  return pair;
};

export const signerOf = (pair: ECDH): KeyObject => {
  const point = pair.getPublicKey();
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
  const d = pair.getPrivateKey().toString('base64url').padStart(43, 'A');
  return createPrivateKey({ key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '', d }, format: 'jwk' });
};

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const TOKEN_SECONDS = 12 * 3600;

/** Who calls, told to the push service and to it alone (RFC 8292). */
export const authorization = (
  endpoint: string,
  now: string,
  contact: string,
  signer: KeyObject,
  publicKey: string,
): string => {
  const exp = Math.floor(Date.parse(now) / 1000) + TOKEN_SECONDS;
  const said = `${encoded({ typ: 'JWT', alg: 'ES256' })}.${encoded({ aud: new URL(endpoint).origin, exp, sub: contact })}`;
  const signature = sign('sha256', Buffer.from(said), { key: signer, dsaEncoding: 'ieee-p1363' });
  return `vapid t=${said}.${signature.toString('base64url')}, k=${publicKey}`;
};
