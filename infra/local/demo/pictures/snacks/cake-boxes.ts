import type { Chance } from '../../chance.ts';
import {
  at,
  box,
  disc,
  fill,
  ground,
  inBox,
  inOval,
  line,
  oval,
  type Shape,
  shadowColour,
  specks,
  stamp,
} from '../kit/draw.ts';
import { giftBox } from '../kit/packs.ts';
import { type Drawing, daun, mengkudu, type Tone, telang } from '../kit/palette.ts';

const bun = ({ base, light, dark }: Tone): Shape =>
  disc(1.6, 2.4, 20, shadowColour, 0.22) +
  disc(0, 0, 20, dark) +
  disc(-1, -1, 18.6, base) +
  oval(-5, -6, 10, 8, light) +
  disc(0, 0, 2.4, dark);

const pia = (chance: Chance): Shape =>
  disc(1.4, 2, 18, shadowColour, 0.22) +
  disc(0, 0, 18, '#b5762f') +
  disc(-0.8, -0.8, 16.8, '#e9bd76') +
  disc(-0.8, -0.8, 10, '#cf9244') +
  disc(-1.6, -1.6, 8.6, '#dca65a') +
  specks(chance, inOval(0, 0, 9, 9), 12, '#fbecc4', 1.6) +
  line('M-14-5C-12-10-8-13-4-14', '#f9e3b4', 2);

const boxOfSix =
  (label: string, piece: (chance: Chance) => Shape, tones: readonly Tone[]): Drawing =>
  ({ accent, chance }) =>
    at(
      102,
      120,
      0,
      1.12,
      giftBox(
        chance.pick([accent, ...tones]),
        label,
        stamp('kue', piece(chance), [
          [-42, -21, 0],
          [0, -22, 30],
          [42, -21, 60],
          [-42, 22, 20],
          [0, 21, 90],
          ...(chance.happens(0.5) ? [[42, 22, 50] as const] : []),
        ]),
      ),
    );

const layerCake: Drawing = ({ accent, chance }) =>
  ground(100, 168, 84, 10) +
  fill('M22 158L52 132H192L172 158Z', accent.base) +
  fill('M172 158L192 132V140L172 167Z', accent.dark) +
  box(22, 157, 150, 10, accent.dark, 2) +
  fill('M40 78L76 54H168L146 78Z', '#7d4719') +
  fill('M40 78L76 54H96L66 78Z', '#a8662a') +
  [0, 1, 2]
    .map(
      (layer) =>
        fill(`M40 ${78 + layer * 24}H146V${102 + layer * 24}H40Z`, ['#f3cf5e', '#6b3a1c', '#f3cf5e'][layer] ?? '') +
        fill(
          `M146 ${78 + layer * 24}L168 ${54 + layer * 24}V${78 + layer * 24}L146 ${102 + layer * 24}Z`,
          ['#cf9f2e', '#43220f', '#cf9f2e'][layer] ?? '',
        ),
    )
    .join('') +
  line('M40 102H146L168 78M40 126H146L168 102', '#fbf0d0', 2.4) +
  specks(chance, inBox(44, 82, 98, 16), 26, '#dfae34', 1.8) +
  specks(chance, inBox(44, 106, 98, 16), 22, '#8f5a34', 1.8) +
  specks(chance, inBox(44, 130, 98, 16), 26, '#dfae34', 1.8) +
  line('M46 82V98M46 130V146', '#fbe7a4', 2) +
  at(112, 66, 0, 1, fill('M-26 6L-8-6H24L10 6Z', '#fbf6e8', 0.9), oval(0, 0, 7, 3, '#a3271f'));

export const cakeBoxes: Record<string, Drawing> = {
  'Bakpao telo': boxOfSix('BAKPAO TELO', () => bun({ base: '#a48bc2', light: '#cdbbe2', dark: '#6f548f' }), [telang]),
  'Pia apel': boxOfSix('PIA APEL', pia, [mengkudu, daun]),
  'Spikoe lapis': layerCake,
};
