import { describe, expect, test } from 'vitest';
import { addressOf, houseOf, networkOf } from '../../functions/http/address.ts';

const event = (chain: string | undefined, sourceIp = '192.0.2.9') =>
  ({ headers: { ...(chain ? { 'x-forwarded-for': chain } : {}) }, requestContext: { http: { sourceIp } } }) as never;

describe('the network somebody asks from', () => {
  test.each([
    ['2001:db8::1', '2001:db8::ffff:2'],
    ['2001:db8::', '2001:DB8:0:0:1:2:3:4'],
    ['2001:db8:1::7', '2001:0db8:0001:0000:a:b:c:d'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::'],
    ['2001:db8:1:2::5%eth0', '2001:db8:1:2::6'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
  ])('is one however an address of it is written: %s and %s', (one, other) => {
    expect(networkOf(one)).toBe(networkOf(other));
  });

  test.each([
    ['2001:db8::1', '2001:db8:1::1'],
    ['2001:db8:1:2::1', '2001:db8:1:3::1'],
    ['203.0.113.7', '203.0.113.8'],
    ['::1', '127.0.0.1'],
  ])('is another for another: %s and %s', (one, other) => {
    expect(networkOf(one)).not.toBe(networkOf(other));
  });

  test('is of one house among the 256 that a house may have, and of another beyond', () => {
    const house = (address: string) => houseOf(networkOf(address));
    expect(house('2001:db8:1:2a00::1')).toBe(house('2001:db8:1:2aff:5::1'));
    expect(house('2001:db8:1::1')).toBe(house('2001:db8:1:ff::1'));
    expect(house('2001:db8:1:2a00::1')).not.toBe(house('2001:db8:1:2b00::1'));
    expect(house('203.0.113.7')).toBe('203.0.113.7');
    expect(house('::ffff:203.0.113.7')).not.toBe(house('203.0.113.8'));
  });

  test('is what the distribution wrote, whatever the visitor wrote before it', () => {
    expect(addressOf(event('198.51.100.1, 2001:db8::7, 192.0.2.1'), true)).toBe(networkOf('2001:db8::9'));
    expect(addressOf(event('198.51.100.1, 203.0.113.7, 192.0.2.1'), false)).toBe('192.0.2.9');
  });
});
