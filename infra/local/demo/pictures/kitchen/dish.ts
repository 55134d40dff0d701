import { at, disc, ring, type Shape, shadowColour } from '../kit/draw.ts';
import { riceHeap } from '../kit/mains.ts';
import type { Drawing, Tone, Variation } from '../kit/palette.ts';
import { bowl, clayBowl, leafPlate, plate } from '../kit/tableware.ts';

/** A dish: what it is served on, its rice if it has some, and what lies around its middle within a circle of 54. */
export type Dish = {
  readonly on: 'bowl' | 'clay' | 'plate' | 'leaf';
  readonly broth?: Tone;
  readonly rice?: Tone;
  readonly parts: Drawing;
};

const clear: Tone = { base: '#e6c77f', light: '#f4e2b0', dark: '#c9a352' };

const vessel = ({ on, broth = clear }: Dish, { accent, chance }: Variation): Shape => {
  if (on === 'bowl') return bowl(accent, broth, chance);
  if (on === 'clay') return clayBowl(broth, chance);
  return on === 'plate' ? plate(accent) : leafPlate();
};

const served = ({ rice, parts }: Dish, variation: Variation): Shape =>
  (rice ? at(-22, -20, 0, 1, riceHeap(variation.chance, 33, 29, rice)) : '') + parts(variation);

/** The dish on its plate, seen from above. */
export const onTheTable =
  (dish: Dish): Drawing =>
  (variation) =>
    at(
      100,
      99,
      variation.chance.whole(-14, 14),
      1,
      vessel(dish, variation),
      at(0, 0, 0, flat.includes(dish.on) ? 1.13 : 1, served(dish, variation)),
    );

const flat: readonly Dish['on'][] = ['plate', 'leaf'];

/** The dish as it lies in a box: with its own rice on the leaf itself, or else in a small cup beside the rice. */
export const inABox =
  (dish: Dish): Drawing =>
  (variation) => {
    if (dish.rice) return at(98, 102, 0, 1.14, served(dish, variation));
    const { broth } = dish;
    return at(
      128,
      82,
      variation.chance.whole(-20, 20),
      0.62,
      disc(4, 6, 58, shadowColour, 0.3),
      disc(0, 0, 58, '#e2d9c6'),
      disc(-1, -1, 56.5, '#fffdf6'),
      ring(0, 0, 53.5, variation.accent.base, 2, 0.8),
      disc(0, 0, 50, broth?.dark ?? '#e7dfce'),
      disc(-1, -1, 48.5, broth?.base ?? '#f4eee0'),
      at(0, 0, 0, 0.86, served(dish, variation)),
    );
  };
