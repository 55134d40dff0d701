import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulatedKeys } from '../../../infra/local/courier/keys.ts';
import { noticeOf, type SimulatedJob, type Wired } from '../../../infra/local/courier/wire.ts';
import { CourierSecret, receiveDeliveryNotice } from '../../../shared/domain/deliveries/couriers/adapters.ts';
import { gojekWords } from '../../../shared/domain/deliveries/couriers/gojek.ts';
import { grabWords } from '../../../shared/domain/deliveries/couriers/grab.ts';
import { lalamoveWords } from '../../../shared/domain/deliveries/couriers/lalamove.ts';
import { rawMember } from '../../../shared/domain/deliveries/couriers/raw-member.ts';
import { CourierPartner } from '../../../shared/domain/deliveries/delivery.ts';
import { idOf } from '../examples.ts';

const NOW = '2026-11-10T02:00:00.000Z';
const words = { grab: grabWords, gojek: gojekWords, lalamove: lalamoveWords };
const partners = CourierPartner.options;
const shop = idOf('mrc', 'a');
const jobOf = (partner: SimulatedJob['partner']): SimulatedJob => ({
  partner,
  merchantId: shop,
  jobId: '9123456789012345678',
  reference: 'ord_1.1',
});
const secretOf = (partner: SimulatedJob['partner'], merchantId = shop): CourierSecret =>
  CourierSecret.parse({ partner, ...simulatedKeys(merchantId, partner) });
const sent = ({ path, headers, body }: Wired, receivedAt = NOW) => ({
  method: 'POST',
  path,
  headers,
  raw: Buffer.from(body),
  receivedAt,
});
const code = (name: string) => expect.objectContaining({ code: name });

describe.each(partners)('a notice of %s', (partner) => {
  test('says each of its words in ours; one we do not know leads to the partner, and none breaks anything', () => {
    for (const [word, state] of Object.entries(words[partner])) {
      const said = receiveDeliveryNotice(sent(noticeOf(jobOf(partner), word, NOW)), secretOf(partner));
      expect(said).toMatchObject({
        partnerId: '9123456789012345678',
        notice: { state, at: NOW, word, courier: 'Slamet', trackingUrl: expect.stringContaining('https://') },
      });
    }
    for (const word of ['BARU', 'constructor', '__proto__'])
      expect(receiveDeliveryNotice(sent(noticeOf(jobOf(partner), word, NOW)), secretOf(partner)).notice.state).toBe(
        'see-partner',
      );
  });

  test('sent again is the same notice, and another time or word is another', () => {
    const [word = '', other = ''] = Object.keys(words[partner]);
    const id = (wired: Wired, at = NOW) => receiveDeliveryNotice(sent(wired, at), secretOf(partner)).notice.noticeId;
    const first = id(noticeOf(jobOf(partner), word, NOW));
    const later = '2026-11-10T02:01:00.000Z';
    expect(id(noticeOf(jobOf(partner), word, NOW, later), later)).toBe(first);
    expect(id(noticeOf(jobOf(partner), word, later), later)).not.toBe(first);
    expect(id(noticeOf(jobOf(partner), other, NOW))).not.toBe(first);
  });

  test('of another shop’s account, unsigned or signed by a stranger is not even read', () => {
    const wired = noticeOf(jobOf(partner), Object.keys(words[partner])[0] ?? '', NOW);
    const refuses = (wire: Wired, secret = secretOf(partner)) =>
      expect(() => receiveDeliveryNotice(sent(wire), secret)).toThrow(code('notice_not_genuine'));
    refuses(wired, secretOf(partner, idOf('mrc', 'b')));
    if (partner !== 'lalamove')
      for (const headers of [{}, { authorization: '', 'x-callback-token': '' }]) refuses({ ...wired, headers });
  });

  test('from the future is refused: it would stand against everything that happens until then', () => {
    const future = noticeOf(jobOf(partner), Object.keys(words[partner])[0] ?? '', '2026-11-10T02:06:00.000Z', NOW);
    expect(() => receiveDeliveryNotice(sent(future), secretOf(partner))).toThrow(code('notice_not_genuine'));
  });

  test('of a time that no calendar has is told so', () => {
    const { body, ...others } = noticeOf(jobOf(partner), Object.keys(words[partner])[0] ?? '', NOW);
    for (const time of ['9007199254740991', '1e300', '"+999999-01-01T00:00:00Z"', 'null'])
      for (const name of ['timestamp', 'event_date', 'updatedAt']) {
        const told = { ...others, body: body.replace(new RegExp(`"${name}":("[^"]*"|\\d+)`), `"${name}":${time}`) };
        if (told.body === body) continue;
        expect(() => receiveDeliveryNotice(sent(told), secretOf(partner)), told.body).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^(malformed_json|notice_not_genuine)$/) }),
        );
      }
  });

  test('that is no notice is told so, whatever it is', () => {
    fc.assert(
      fc.property(fc.json(), (body) => {
        const { path, headers } = noticeOf(jobOf(partner), 'X', NOW);
        expect(() => receiveDeliveryNotice(sent({ path, headers, body }), secretOf(partner))).toThrow(
          expect.objectContaining({ code: expect.stringMatching(/^(malformed_json|notice_not_genuine)$/) }),
        );
      }),
    );
  });
});

describe('a notice that signs itself inside', () => {
  const wired = noticeOf(jobOf('lalamove'), 'COMPLETED', NOW);
  test('is refused for any changed byte of what it tells, and when it is old', () => {
    const from = wired.body.indexOf('"data":') + 8;
    for (let index = from; index < wired.body.length - 2; index += 5) {
      const raw = Buffer.from(wired.body);
      raw[index] = (raw[index] as number) ^ 1;
      expect(() => receiveDeliveryNotice({ ...sent(wired), raw }, secretOf('lalamove'))).toThrow();
    }
    const late = sent(wired, '2026-11-10T02:05:01.000Z');
    expect(() => receiveDeliveryNotice(late, secretOf('lalamove'))).toThrow(code('notice_not_genuine'));
  });

  test('is not what somebody writes beside it under the same name, however that is spelt', () => {
    const forged = wired.body.slice(wired.body.indexOf('"data":') + 7, -1).replace('COMPLETED', 'CANCELED');
    for (const name of ['data', 'd\\u0061ta', '\\u0064\\u0061\\u0074\\u0061'])
      for (const raw of [
        `${wired.body.slice(0, -1)},"${name}":${forged}}`,
        `{"${name}":${forged},${wired.body.slice(1)}`,
      ])
        expect(() => receiveDeliveryNotice({ ...sent(wired), raw: Buffer.from(raw) }, secretOf('lalamove'))).toThrow(
          code('notice_not_genuine'),
        );
  });

  test('is found in its bytes exactly as JSON holds them, wherever it stands', () => {
    const named = fc.dictionary(fc.constantFrom('a', 'data', 'b"', 'd\\ata'), fc.jsonValue(), { maxKeys: 4 });
    fc.assert(
      fc.property(named, fc.constantFrom(0, 1, 3), (object, space) => {
        const found = rawMember(Buffer.from(JSON.stringify(object, null, space)), 'data');
        if (!Object.hasOwn(object, 'data')) expect(found).toBeUndefined();
        else
          expect(JSON.parse(Buffer.from(found ?? []).toString('utf8'))).toEqual(
            JSON.parse(JSON.stringify(object['data'])),
          );
      }),
    );
    expect(rawMember(Buffer.from('{"data":1,"data":2}'), 'data')).toBeUndefined();
    expect(
      Buffer.from(rawMember(Buffer.from('{"x":{"data":1}, "data" : {"é":1.00 } }'), 'data') ?? []).toString(),
    ).toBe('{"é":1.00 }');
  });
});
