import type { Chance } from '../../chance.ts';
import { at, type Shape } from '../kit/draw.ts';
import { chilli, leaf } from '../kit/garnish.ts';
import { apple, banana, pouch } from '../kit/packs.ts';
import { type Drawing, kraft, type Tone } from '../kit/palette.ts';
import { almond, appleChip, bananaChip, cracker, fruitChip, lempok, opak, tempeChip, wajik } from './chips.ts';

type Packed = {
  readonly label: readonly [string, string];
  readonly tone: Tone;
  readonly piece: (chance: Chance) => Shape;
  readonly scale?: number;
  readonly aside?: Shape;
};

const inWindow = [
  [-24, -16],
  [-2, -18],
  [21, -15],
  [-26, 5],
  [-3, 3],
  [20, 6],
  [-16, 22],
  [8, 22],
  [30, 22],
] as const;

const inPouch =
  ({ label, tone, piece, scale = 1, aside = '' }: Packed): Drawing =>
  ({ accent, chance }) => {
    const turn = () => chance.whole(0, 90);
    const pieces = ['isi', 'lagi', 'pula'].map((id) => [id, piece(chance)] as const);
    const [first] = pieces;
    const use = (index: number) => `<use href="#${(pieces[index % 3] ?? first)?.[0]}"/>`;
    const inside = inWindow.map(([x, y], index) => at(x, y, turn(), scale * 1.1, use(index))).join('');
    const spilt = [
      [152, 168],
      [172, 160],
      [166, 178],
    ];
    return (
      `<defs>${pieces.map(([id, shape]) => `<g id="${id}">${shape}</g>`).join('')}</defs>` +
      at(84, 174, 0, 1, pouch(tone, label, accent, inside)) +
      spilt.map(([x = 0, y = 0], index) => at(x, y, turn(), scale * 1.15, use(index))).join('') +
      (aside && at(164, 122, chance.whole(-20, 20), 1, aside))
    );
  };

export const pouches: Record<string, Drawing> = {
  'Keripik tempe': inPouch({
    label: ['KERIPIK', 'TEMPE'],
    tone: { base: '#8a4b14', light: '#ad6a2a', dark: '#66350c' },
    piece: tempeChip,
    aside: at(0, 0, 40, 1, leaf()),
  }),
  'Keripik buah': inPouch({
    label: ['KERIPIK', 'BUAH'],
    tone: { base: '#1e6b45', light: '#3f9167', dark: '#124a2f' },
    piece: fruitChip,
    aside: at(0, 0, 40, 1, leaf()),
  }),
  'Keripik apel': inPouch({
    label: ['KERIPIK', 'APEL'],
    tone: { base: '#a3271f', light: '#c8473a', dark: '#7c1812' },
    piece: appleChip,
    aside: apple(),
  }),
  'Keripik pisang cokelat': inPouch({
    label: ['KERIPIK', 'PISANG'],
    tone: { base: '#d9a02a', light: '#efc765', dark: '#a8761a' },
    piece: bananaChip,
    aside: at(0, 0, -20, 0.9, banana()),
  }),
  'Kerupuk ikan': inPouch({
    label: ['KERUPUK', 'IKAN'],
    tone: { base: '#1f3b73', light: '#4a6bab', dark: '#16294f' },
    piece: cracker,
    aside: at(-14, 4, -30, 0.8, chilli()),
  }),
  'Almond crispy': inPouch({
    label: ['ALMOND', 'CRISPY'],
    tone: { base: '#5a4a8a', light: '#8273b3', dark: '#3d3063' },
    piece: almond,
  }),
  'Opak gambir': inPouch({
    label: ['OPAK', 'GAMBIR'],
    tone: { base: '#b5702c', light: '#d3965a', dark: '#85501c' },
    piece: opak,
  }),
  'Wajik kletik': inPouch({ label: ['WAJIK', 'KLETIK'], tone: kraft, piece: wajik, scale: 0.9 }),
  'Lempok durian': inPouch({
    label: ['LEMPOK', 'DURIAN'],
    tone: { base: '#6f8f2f', light: '#9ab85a', dark: '#4d661d' },
    piece: lempok,
    aside: at(0, 0, 30, 0.9, leaf()),
    scale: 0.85,
  }),
};
