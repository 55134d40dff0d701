import { at, box, fill, line, type Shape, shadow, shadowColour } from '../kit/draw.ts';
import type { Drawing, Tone } from '../kit/palette.ts';
import { waterCup } from '../kit/tableware.ts';
import { someCakes } from './cakes.ts';

export const snackBox: Drawing = ({ accent, chance }) => {
  const cakes = someCakes(chance, 3);
  return (
    shadow('M26 40H146V164H26Z') +
    fill('M26 40L18 22H138L146 40Z', '#fbf8f0') +
    fill('M30 34L24 26H136L140 34Z', accent.base) +
    box(26, 40, 120, 124, '#e4dbc6', 3) +
    box(31, 45, 110, 114, '#fffdf6', 2) +
    fill('M31 45H141V50H36V159H31Z', shadowColour, 0.1) +
    at(60, 76, 0, 1.5, cakes[0] ?? '') +
    at(113, 84, 0, 1.4, cakes[1] ?? '') +
    at(66, 128, 0, 1.45, cakes[2] ?? '') +
    at(115, 134, -8, 1, napkin(accent)) +
    at(168, 140, 0, 1.05, waterCup(accent))
  );
};

const napkin = (accent: Tone): Shape =>
  fill('M-14-16H16V18H-14Z', shadowColour, 0.16) +
  fill('M-16-18H14V16H-16Z', '#f7f2e6') +
  fill('M-16-18H14L-16 16Z', '#fffefa') +
  line('M-12-14H10V-2', accent.light, 1.2);
