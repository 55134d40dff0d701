import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bundleParts } from '../../../shared/domain/papers/bundle-parts.ts';
import type { Paper } from '../../../shared/domain/papers/paper.ts';

const many = (count: number) => Array.from({ length: count }, (_, at) => ({ photoId: `${at}` }));
const paper = (orderId: string, photos: number, lines = 2): Paper =>
  ({ orderId, content: { photos: many(photos), lines: many(lines) } }) as never;
const monthOf = (orders: number, papers: number, photos: number, lines = 2): Paper[][] =>
  Array.from({ length: orders }, (_, at) =>
    Array.from({ length: papers }, (_, kind) => paper(`ord_${at}`, kind === 0 ? photos : 0, lines)),
  );

describe('the papers of a month', () => {
  test('of an office as busy as most are one file, with photos too', () => {
    expect(bundleParts(monthOf(66, 6, 0))).toHaveLength(1);
    expect(bundleParts(monthOf(31, 6, 3))).toHaveLength(1);
    expect(bundleParts(monthOf(100, 6, 0)).map(({ length }) => length)).toEqual([414, 186]);
    // Long orders make long papers: a file still holds what one answer carries.
    expect(bundleParts(monthOf(60, 6, 0, 20))).toHaveLength(2);
  });

  test('are all there once and in their order, whole orders together, however they are parted', () => {
    const order = fc.tuple(fc.nat(9), fc.nat(12)).map(([papers, photos]) => ({ papers, photos }));
    fc.assert(
      fc.property(fc.array(order, { maxLength: 400 }), (all) => {
        const orders = all.map(({ papers, photos }, at) =>
          Array.from({ length: papers }, () => paper(`ord_${at}`, photos)),
        );
        const parts = bundleParts(orders);
        expect(parts.flat()).toEqual(orders.flat());
        expect(parts.every((part) => part.length > 0)).toBe(true);
        for (const [at, part] of parts.entries()) expect(parts[at + 1]?.[0]?.orderId).not.toBe(part.at(-1)?.orderId);
      }),
      { numRuns: 100 },
    );
  });
});
