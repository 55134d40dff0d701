import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Shop } from '../../infra/local/demo/city.ts';
import { drawOf } from '../../infra/local/demo/orders/draws.ts';

/** Drawn one after the other, as it is meant. */
const slowly = (shops: readonly Shop[], random: number, but?: Shop): Shop | undefined => {
  const others = shops.filter((shop) => shop !== but);
  let left = random * others.reduce((sum, { pull }) => sum + pull, 0);
  return others.find(({ pull }) => {
    left -= pull;
    return left < 0;
  });
};

test('draws whom a walk through all shops would find, and never the one drawn before', () => {
  // Sixteenths add up exactly, so that both ways round alike.
  const sixteenth = fc.integer({ min: 0, max: 64 }).map((part) => part / 16);
  const random = fc.integer({ min: 0, max: 1023 }).map((part) => part / 1024);
  fc.assert(
    fc.property(fc.array(sixteenth, { maxLength: 12 }), random, random, (pulls, one, two) => {
      const shops = pulls.map((pull, at) => ({ id: String(at), pull }) as Shop);
      const draw = drawOf(shops, ({ pull }) => pull);
      const first = draw(one);
      expect(first).toBe(slowly(shops, one));
      if (first) expect(draw(two, first)).toBe(slowly(shops, two, first));
      for (const but of shops) expect(draw(two, but)).toBe(slowly(shops, two, but));
    }),
  );
});
