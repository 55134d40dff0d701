import { at, stamp } from '../kit/draw.ts';
import { bean, paperBag } from '../kit/packs.ts';
import { type Drawing, kraft, type Tone } from '../kit/palette.ts';
import { coffee, cup } from '../kit/tableware.ts';

const bagTones: readonly Tone[] = [
  { base: '#c69a63', light: '#dcb885', dark: '#a07440' },
  kraft,
  { base: '#4a3020', light: '#6f4d36', dark: '#2f1d12' },
];

/** Ground coffee in its bag, a cup beside it, beans about. */
export const coffeeBag =
  (origin: readonly string[]): Drawing =>
  ({ accent, other, chance }) =>
    at(70, 170, 0, 1, paperBag(chance.pick(bagTones), ['KOPI', chance.pick(origin)], accent, bean())) +
    at(148, 122, chance.whole(-25, 25), 0.96, cup(other, coffee)) +
    stamp('biji', bean(), [
      [126, 178, 20 + chance.whole(0, 60)],
      [142, 184, -40],
      [158, 176, 70 + chance.whole(0, 60)],
      [130, 58, 10],
      [146, 48, 50 + chance.whole(0, 90)],
      [160, 62, -20],
    ]);
