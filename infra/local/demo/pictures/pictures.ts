import { type Drawing, framed, variationOf } from './kit/palette.ts';
import { kitchen } from './kitchen/kitchen.ts';
import { pantry } from './pantry/pantry.ts';
import { snacks } from './snacks/snacks.ts';
import { wardrobe } from './wardrobe/wardrobe.ts';
import { workshop } from './workshop/workshop.ts';

/** Every good of the demo by the name it is sold under. */
const drawings: ReadonlyMap<string, Drawing> = new Map(
  Object.entries({ ...pantry, ...kitchen, ...snacks, ...wardrobe, ...workshop }),
);

export const picturedGoods = (): string[] => [...drawings.keys()];

/**
 * The drawn picture of a good as one shop shows it: SVG text of 640 by 640. The same good and seed give the same
 * bytes; another seed (the shop's id) gives another cloth, other colours and details. Throws for a good that nobody
 * has drawn.
 */
export const pictureOf = (good: string, seed: string): string => {
  const drawing = drawings.get(good);
  if (!drawing) throw new Error(`There is no picture of ${good}.`);
  const variation = variationOf(good, seed);
  return framed(good, variation, drawing(variation));
};
