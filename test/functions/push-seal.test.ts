import { createDecipheriv, createECDH, createPublicKey, hkdfSync, verify } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { sealedFor } from '../../functions/push-seal.ts';
import { type Post, webPush } from '../../functions/web-push.ts';

const from64 = (text: string) => Buffer.from(text, 'base64url');

/** RFC 8291, appendix A. */
const example = {
  plain: 'When I grow up, I want to be a watermelon',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  sender: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  body: 'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

/** A browser: reads what was sealed for it, as the standard says, written apart from what seals. */
const browser = () => {
  const pair = createECDH('prime256v1');
  pair.generateKeys();
  const auth = Buffer.from('sixteen bytes!!!');
  const open = (body: Buffer): string => {
    const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body.readUInt8(20)];
    expect(size).toBeGreaterThan(body.length);
    const sender = body.subarray(21, 21 + length);
    const sealed = body.subarray(21 + length);
    const info = Buffer.concat([Buffer.from('WebPush: info\0'), pair.getPublicKey(), sender]);
    const ikm = Buffer.from(hkdfSync('sha256', pair.computeSecret(sender), auth, info, 32));
    const key = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: aes128gcm\0', 16));
    const nonce = Buffer.from(hkdfSync('sha256', ikm, salt, 'Content-Encoding: nonce\0', 12));
    const decipher = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16));
    const text = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
    expect(text.at(-1)).toBe(2);
    return text.subarray(0, -1).toString();
  };
  const keys = { p256dh: pair.getPublicKey().toString('base64url'), auth: auth.toString('base64url') };
  return { open, called: { endpoint: 'https://fcm.googleapis.com/fcm/send/abc', ...keys } };
};

describe('a sealed message', () => {
  test('is the standard’s own, byte for byte', () => {
    const pair = createECDH('prime256v1');
    pair.setPrivateKey(from64(example.sender));
    const sealed = sealedFor(example, Buffer.from(example.plain), { pair, salt: from64(example.salt) });
    expect(Buffer.from(sealed).toString('base64url')).toBe(example.body);
  });

  test('is another one every time, and read by nobody but its browser', () => {
    const [one, other] = [browser(), browser()];
    const text = Buffer.from('{"body":"Ada pesanan baru"}');
    const [first, second] = [sealedFor(one.called, text), sealedFor(one.called, text)];
    expect(Buffer.from(first).equals(Buffer.from(second))).toBe(false);
    expect(one.open(Buffer.from(first))).toBe(text.toString());
    expect(() => other.open(Buffer.from(first))).toThrow();
  });
});

describe('a call', () => {
  type Heard = { headers: Record<string, string | string[] | undefined>; body: Buffer };
  const heard: Heard[] = [];
  let status = 201;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      heard.push({ headers: request.headers, body: Buffer.concat(parts) });
      response.writeHead(status, status === 302 ? { location: 'http://169.254.169.254/' } : {}).end('ok');
    });
  });
  let port = 0;
  beforeAll(async () => {
    await new Promise<void>((up) => server.listen(0, '127.0.0.1', up));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => new Promise((down) => server.close(down)));

  /** The push service of this test stands on this machine, whatever the address says. */
  const here: Post = async (address, headers, body) => {
    const { pathname } = new URL(address);
    const answer = await fetch(`http://127.0.0.1:${port}${pathname}`, {
      method: 'POST',
      headers,
      body,
      redirect: 'manual',
    });
    await answer.text();
    return answer.status;
  };
  const secret = 'thirty-two characters at the least';
  const contact = 'https://pasar.example.go.id';
  const push = webPush({ secret, contact, post: here });
  const now = '2026-11-10T02:00:00.000Z';
  const message = { body: 'Ada pesanan baru', tag: 'orders', url: '/kabar/' };

  test('reaches a push service that can read who calls, and a browser that can read what', async () => {
    const { called, open } = browser();
    expect(await push.send(called, message, now)).toBe('sent');
    const { headers, body } = heard.at(-1) as Heard;
    expect(JSON.parse(open(body))).toEqual(message);
    expect(headers).toMatchObject({ 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
    expect(String(headers['topic'])).toMatch(/^[A-Za-z0-9_-]{1,32}$/);
    const [, token = '', key = ''] = /^vapid t=([^,]+), k=(.+)$/.exec(String(headers['authorization'])) ?? [];
    expect(key).toBe(push.publicKey);
    const [head = '', claims = '', signature = ''] = token.split('.');
    expect(JSON.parse(from64(head).toString())).toEqual({ typ: 'JWT', alg: 'ES256' });
    const said = JSON.parse(from64(claims).toString());
    expect(said).toMatchObject({ aud: 'https://fcm.googleapis.com', sub: contact });
    expect(said.exp - Date.parse(now) / 1000).toBeLessThanOrEqual(24 * 3600);
    const point = from64(key);
    const jwk = {
      kty: 'EC',
      crv: 'P-256',
      x: point.subarray(1, 33).toString('base64url'),
      y: point.subarray(33).toString('base64url'),
    };
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const signed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const;
    expect(verify('sha256', Buffer.from(`${head}.${claims}`), signed, from64(signature))).toBe(true);
  });

  test('is made with the same keys at every start, and others of another secret', () => {
    expect(webPush({ secret, contact }).publicKey).toBe(push.publicKey);
    expect(webPush({ secret: `${secret}!`, contact }).publicKey).not.toBe(push.publicKey);
  });

  test.each([
    [201, 'sent'],
    [404, 'gone'],
    [410, 'gone'],
    [429, 'failed'],
    [500, 'failed'],
    [302, 'failed'],
  ] as const)('that is answered %i is %s', async (answered, outcome) => {
    status = answered;
    expect(await push.send(browser().called, message, now)).toBe(outcome);
  });

  test.each(['http://127.0.0.1/x', 'https://169.254.169.254/latest', 'https://fcm.googleapis.com.evil.id/x'])(
    'to %s is never made, whatever the table holds',
    async (endpoint) => {
      const before = heard.length;
      expect(await push.send({ ...browser().called, endpoint }, message, now)).toBe('gone');
      expect(heard.length).toBe(before);
    },
  );

  test('that reaches nobody has failed, and throws nothing', async () => {
    const deaf = webPush({ secret, contact, post: () => Promise.reject(new Error('unreachable')) });
    expect(await deaf.send(browser().called, message, now)).toBe('failed');
  });
});
