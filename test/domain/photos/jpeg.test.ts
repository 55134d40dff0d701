import fc from 'fast-check';
import jpeg from 'jpeg-js';
import { describe, expect, test } from 'vitest';
import { cleanJpeg } from '../../../shared/domain/photos/jpeg.ts';
import { Problem } from '../../../shared/problem.ts';

const picture = (width = 120, height = 90): Buffer => {
  const data = Buffer.alloc(width * height * 4);
  for (let at = 0; at < data.length; at++) data[at] = (at * 7) % 256;
  return Buffer.from(jpeg.encode({ data, width, height }, 80).data);
};
const segment = (marker: number, content: string) => {
  const bytes = Buffer.from(content);
  return Buffer.concat([Buffer.from([0xff, marker, (bytes.length + 2) >> 8, (bytes.length + 2) & 255]), bytes]);
};
const withSegment = (marker: number, content: string) => {
  const plain = picture();
  return Buffer.concat([plain.subarray(0, 2), segment(marker, content), plain.subarray(2)]);
};

describe('a cleaned photo', () => {
  test('shows the same picture', () => {
    const before = jpeg.decode(picture());
    const after = jpeg.decode(cleanJpeg(picture()));
    expect([after.width, after.height]).toEqual([before.width, before.height]);
    expect(Buffer.compare(Buffer.from(after.data), Buffer.from(before.data))).toBe(0);
  });

  test.each([
    ['Exif', 0xe1],
    ['comment', 0xfe],
    ['ICC profile', 0xe2],
  ])('has lost its %s', (_, marker) => {
    expect(Buffer.from(cleanJpeg(withSegment(marker, 'GPS -7.98 112.63 <script>'))).includes('script')).toBe(false);
  });

  test('has lost a second file behind its end', () => {
    const polyglot = Buffer.concat([picture(), Buffer.from('PK\u0003\u0004 evil zip')]);
    expect(Buffer.from(cleanJpeg(polyglot)).includes('evil')).toBe(false);
  });

  test('is its own cleaned photo', () => {
    const once = cleanJpeg(withSegment(0xe1, 'x'));
    expect(Buffer.compare(Buffer.from(cleanJpeg(once)), Buffer.from(once))).toBe(0);
  });

  test.each([
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex')],
    ['nothing', Buffer.alloc(0)],
    ['a script', Buffer.from('<svg onload=alert(1)>')],
    [
      'a bomb of 60,000 pixels a side',
      Buffer.concat([Buffer.from('ffd8ffc0000b08ea60ea60010111', 'hex'), Buffer.alloc(9)]),
    ],
    ['a tiny dot', picture(8, 8)],
    ['a cut picture', picture().subarray(0, 400)],
  ])('refuses %s with a Problem', (_, bytes) => {
    expect(() => cleanJpeg(bytes)).toThrow(Problem);
  });

  test('never fails but by a Problem, whatever byte is changed', () => {
    const plain = picture();
    fc.assert(
      fc.property(fc.nat(plain.length - 1), fc.nat(255), (at, value) => {
        const changed = Buffer.from(plain);
        changed[at] = value;
        try {
          cleanJpeg(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(Problem);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
