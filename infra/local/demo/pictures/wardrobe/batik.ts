import type { Chance } from '../../chance.ts';
import { at, box, disc, fill, ground, line, repeat, type Shape, shadow, shadowColour, within } from '../kit/draw.ts';
import type { Drawing } from '../kit/palette.ts';
import { cityTiles, type Dye, drawnTiles, stampedTiles, type Tile } from './batik-motifs.ts';
import { dressShirt } from './garments.ts';

const dyes: readonly Dye[] = [
  { ground: '#4a2a14', light: '#f1dfba', middle: '#b5702c', deep: '#2d1a0b' },
  { ground: '#1f3b73', light: '#eef1f6', middle: '#8ba6d6', deep: '#16294f' },
  { ground: '#8f2119', light: '#f8ead2', middle: '#e0955a', deep: '#5c1510' },
  { ground: '#1b5a3b', light: '#f2ecd2', middle: '#a5c46a', deep: '#0f3823' },
  { ground: '#2b2a2e', light: '#f3e2b8', middle: '#c98a14', deep: '#17161a' },
  { ground: '#f0e4c8', light: '#5a2f0b', middle: '#a3271f', deep: '#8a4b14' },
  { ground: '#4a3a78', light: '#f3e9dc', middle: '#d99a5a', deep: '#2f2450' },
];

/** Folded, with the paper band it is sold in. */
const folded = ({ deep, light }: Dye, { whole }: Chance): Shape =>
  at(
    100,
    101,
    whole(-20, -10),
    1.02,
    shadow('M-72-54H72V58H-72Z', 8),
    fill('M-72-54H72V58H-72Z', deep),
    fill('M-72-46H66V58H-72Z', 'url(#batik)'),
    fill('M-72-54L-64-62H80V50L72 58V-54Z', deep),
    fill('M-72-54H72V-46H-72Z', light, 0.9),
    line('M-72 50H72M-72 54H72', light, 1, 0.5),
    fill('M-72-46H-30C-40-10-44 24-40 58H-72Z', '#fff', 0.1),
    fill('M40-46H72V58H52C46 24 44-10 40-46Z', '#1a120a', 0.16),
    fill('M4-54L10-62H38L34-54V58H4Z', '#f3ead6'),
    fill('M28-54L38-62L34-54V58H28Z', '#d9ccae'),
    line('M8-52V56M30-52V56', deep, 1.2, 0.7),
    disc(18, 2, 11, deep),
    disc(18, 2, 9, '#f3ead6'),
    repeat(4, (index) => at(18, 2, index * 90 + 45, 1, fill('M0-1C-3-3-3-6 0-8C3-6 3-3 0-1Z', deep))),
  );

/** Hung on a rod, its border of triangles below. */
const hung = ({ deep, light, ground: dyed }: Dye, { whole }: Chance): Shape => {
  const wave = whole(-3, 3);
  const outline = `M34 34H166V${176 + wave}C144 ${182 - wave} 122 ${172 + wave} 100 178C78 ${184 - wave} 56 ${172 + wave} 34 ${177 - wave}Z`;
  return (
    ground(100, 186, 74, 6) +
    box(16, 26, 168, 8, '#8a5a2a', 4) +
    box(16, 26, 168, 3, '#c9944f', 2) +
    within(
      'kain',
      outline,
      fill(outline, 'url(#batik)'),
      box(30, 34, 140, 8, deep),
      box(30, 148, 140, 40, deep),
      repeat(10, (index) =>
        fill(
          `M${34 + index * 13.4} 182L${40.7 + index * 13.4} 156L${47.4 + index * 13.4} 182Z`,
          index % 2 ? light : dyed,
        ),
      ),
      line('M30 150H170M30 153H170', light, 1.2),
    ) +
    fill('M34 34H50C46 80 54 130 46 178C42 178 38 177 34 177Z', '#fff', 0.12) +
    fill('M66 34H78C84 80 70 130 78 180C74 181 70 180 64 178C70 130 62 80 66 34Z', '#1a120a', 0.14) +
    fill('M104 34H112C108 80 120 130 112 176L104 177C110 130 100 80 104 34Z', '#fff', 0.1) +
    fill('M140 34H166V176C158 179 150 177 142 176C150 130 138 80 140 34Z', '#1a120a', 0.16)
  );
};

/** Laid out with one corner turned, so that its back shows. */
const laid = ({ deep, light }: Dye, { whole }: Chance): Shape =>
  at(
    100,
    100,
    whole(-9, 9),
    1,
    shadow('M-74-70H74V34L34 72H-74Z', 7),
    fill('M-74-70H74V34L34 72H-74Z', deep),
    fill('M-68-64H68V32L32 66H-68Z', 'url(#batik)'),
    line('M-71-67H71V33M33 69H-71V-67', light, 1.4, 0.85),
    fill('M-68-64H-24C-34-20-30 24-40 66H-68Z', '#fff', 0.08),
    fill('M10-64H30C24-20 34 20 22 66H8C18 20 4-20 10-64Z', '#1a120a', 0.12),
    fill('M40 72L80 34V40L46 74Z', shadowColour, 0.22),
    fill('M74 34C58 30 44 26 30 28C32 44 32 58 34 72Z', '#d9c8a4'),
    fill('M74 34C58 30 44 26 30 28C40 36 56 36 74 34Z', '#f3e8cc'),
    line('M70 33C58 44 46 56 35 68', light, 1, 0.6),
  );

const cloth =
  (tiles: readonly Tile[]): Drawing =>
  ({ chance }) => {
    const dye = chance.pick(dyes);
    const form = chance.pick([folded, hung, laid]);
    return `<defs>${chance.pick(tiles)(dye, chance.whole(-8, 8))}</defs>${form(dye, chance)}`;
  };

const scarf: Drawing = ({ chance }) => {
  const dye = chance.pick(dyes);
  const panel = (x: number, top: number, foot: number, id: string): Shape => {
    const outline = `M${x} ${top}H${x + 50}L${x + 54} ${foot}C${x + 36} ${foot + 5} ${x + 16} ${foot - 4} ${x - 4} ${foot}Z`;
    return (
      line(
        repeat(11, (index) => `M${x - 2 + index * 5.4} ${foot}l${index % 2 ? 1 : -1} 10`),
        dye.light,
        1.4,
      ) +
      within(
        id,
        outline,
        fill(outline, 'url(#batik)'),
        box(x - 6, foot - 26, 64, 30, dye.deep),
        line(`M${x - 6} ${foot - 22}H${x + 58}M${x - 6} ${foot - 7}H${x + 58}`, dye.light, 1.3),
        repeat(7, (index) => fill(`M${x - 2 + index * 8.6} ${foot - 10}l4-8l4 8Z`, dye.light)),
      ) +
      fill(`M${x} ${top}h12l-4 ${foot - top}h-12Z`, '#fff', 0.14) +
      fill(`M${x + 34} ${top}h16l4 ${foot - top}h-14Z`, '#1a120a', 0.2)
    );
  };
  return (
    `<defs>${chance.pick([...stampedTiles, ...drawnTiles])(dye, 0)}</defs>` +
    ground(100, 184, 62, 6) +
    panel(98, 40, 142, 'belakang') +
    fill('M98 40H148L152 142H98Z', '#1a120a', 0.18) +
    panel(52, 34, 168, 'depan') +
    box(22, 26, 156, 9, '#8a5a2a', 4.5) +
    box(22, 26, 156, 3.5, '#c9944f', 2) +
    fill('M52 35C52 24 56 21 62 21H140C146 21 148 26 148 40C146 35 144 33 140 33H106C103 33 102 36 102 40Z', dye.deep) +
    line('M58 25H140', dye.light, 1.2, 0.7)
  );
};

const shirt: Drawing = ({ chance }) => {
  const dye = chance.pick(dyes.filter(({ ground: dyed }) => dyed !== '#f0e4c8'));
  return `<defs>${chance.pick([...stampedTiles, ...drawnTiles])(dye, chance.whole(-6, 6))}</defs>${dressShirt('url(#batik)', { base: dye.ground, light: dye.middle, dark: dye.deep }, chance.happens(0.5))}`;
};

export const batik: Record<string, Drawing> = {
  'Kain batik cap': cloth(stampedTiles),
  'Kain batik tulis': cloth(drawnTiles),
  'Kemeja batik': shirt,
  'Selendang batik': scarf,
  ...Object.fromEntries(Object.entries(cityTiles).map(([name, tile]) => [`Kain batik ${name}`, cloth([tile])])),
};
