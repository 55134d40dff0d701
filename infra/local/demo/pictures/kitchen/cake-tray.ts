import { at, fill, stamp } from '../kit/draw.ts';
import { type Drawing, leafGreen } from '../kit/palette.ts';
import { tampah } from '../kit/tableware.ts';
import { someCakes } from './cakes.ts';

export const wetCakes: Drawing = ({ chance }) => {
  const kinds = someCakes(chance, 5);
  const places = cakePlaces.map(([x, y], index) => [x, y, index] as const);
  return (
    at(100, 99, 0, 1.06, tampah(86)) +
    at(
      100,
      99,
      0,
      1.06,
      fill('M-60-28C-48-62 26-70 54-40C74-14 68 34 40 54C10 70-42 62-58 34C-68 14-68-8-60-28Z', leafGreen.base),
      fill('M-60-28C-48-62 26-70 54-40C40-30-30-14-64-6Z', leafGreen.light),
    ) +
    kinds
      .map((kind, which) =>
        stamp(
          `kue${which}`,
          kind,
          places.filter(([, , index]) => index % 5 === which).map(([x, y, index]) => [x, y, index * 23, 0.98] as const),
        ),
      )
      .join('')
  );
};

const cakePlaces = [
  [100, 98],
  ...Array.from(
    { length: 6 },
    (_, index) => [100 + 36 * Math.cos((index * Math.PI) / 3), 98 + 36 * Math.sin((index * Math.PI) / 3)] as const,
  ),
  ...Array.from(
    { length: 8 },
    (_, index) =>
      [100 + 69 * Math.cos((index * Math.PI) / 4 + 0.35), 98 + 69 * Math.sin((index * Math.PI) / 4 + 0.35)] as const,
  ),
] as const;
