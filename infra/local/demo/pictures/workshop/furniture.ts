import { at, box, disc, fill, ground, line, repeat, type Shape, shadowColour } from '../kit/draw.ts';
import { accents, type Drawing, type Tone, wood } from '../kit/palette.ts';

/** The woods that furniture is made of; it is seen from the front. */
const timbers: readonly Tone[] = [
  wood,
  { base: '#8a5a30', light: '#b3824f', dark: '#5c3818' },
  { base: '#c28f56', light: '#deb584', dark: '#8f6434' },
];

const veins = (d: string, { dark }: Tone): Shape => line(d, dark, 1, 0.45);

export const desk: Drawing = ({ accent, chance }) => {
  const timber = chance.pick(timbers);
  const { base, light, dark } = timber;
  const bothSides = chance.happens(0.5);
  const drawers = (x: number): Shape =>
    box(x, 94, 44, 72, dark) +
    box(x, 94, 42, 72, base) +
    repeat(
      3,
      (index) =>
        box(x + 4, 98 + index * 23, 34, 19, light, 1.5) +
        box(x + 4, 100 + index * 23, 34, 17, base, 1.5) +
        disc(x + 21, 108.5 + index * 23, 2.4, '#d9b23c'),
    );
  return (
    ground(102, 176, 86, 9) +
    fill('M22 84H178V94H22Z', dark) +
    box(28, 94, 12, 80, base) +
    box(28, 94, 4, 80, light) +
    box(160, 94, 12, 80, dark) +
    (bothSides ? drawers(32) : box(40, 94, 76, 12, dark)) +
    drawers(124) +
    fill('M14 82L34 62H166L186 82Z', light) +
    veins('M26 76H172M34 70H120M140 68H162', timber) +
    fill('M14 82H186V90H14Z', base) +
    fill('M14 87H186V90H14Z', dark) +
    at(
      126,
      66,
      0,
      1,
      box(-14, 2, 28, 5, '#2b2a2e', 2),
      line('M0 4L-10-18L8-34', '#55585f', 3.4),
      fill('M2-42L26-28L14-22L-2-34Z', accent.base),
      fill('M2-42L14-35L6-28L-2-34Z', accent.light),
      disc(-10, -18, 2.6, '#2b2a2e'),
    ) +
    at(66, 70, 0, 1, fill('M-26 2L-18-10H18L24 2Z', '#fbf6e8'), line('M-12-6H12M-15-2H14', '#b9b2a2', 1.4)) +
    at(
      98,
      68,
      0,
      0.9,
      box(-7, -14, 14, 18, accent.dark, 2),
      box(-7, -14, 5, 18, accent.light, 2),
      line('M-3-14l-3-12M1-14v-14M4-14l4-11', '#c9944f', 2.2),
    )
  );
};

export const shelf: Drawing = ({ chance }) => {
  const timber = chance.pick(timbers);
  const { base, light, dark } = timber;
  const rows = 4;
  const books = (row: number): Shape => {
    let x = 50;
    const spines: Shape[] = [];
    while (x < 124) {
      const [width, height] = [chance.whole(7, 13), chance.whole(20, 29)];
      const tone = chance.pick([...accents, wood, { base: '#e9dcc0', light: '#fbf6e8', dark: '#b9a97f' }]);
      const y = 60 + row * 36 - height;
      spines.push(
        box(x, y, width, height, tone.base),
        box(x, y, width * 0.35, height, tone.light),
        line(`M${x + 2} ${y + 5}h${width - 4}`, '#f6e6b8', 1.4),
      );
      x += width + (chance.happens(0.14) ? 12 : 1);
    }
    return spines.join('');
  };
  return (
    ground(104, 184, 72, 8) +
    fill('M38 20H154L166 14V176L154 184H38Z', dark) +
    box(38, 20, 116, 164, base) +
    box(45, 28, 102, 149, dark) +
    fill('M45 28H147V36C110 40 80 40 45 46Z', shadowColour, 0.25) +
    repeat(
      rows,
      (row) =>
        books(row) +
        (chance.happens(0.5) ? at(136, 60 + row * 36, 0, 0.8, plant()) : '') +
        box(45, 60 + row * 36, 102, 7, base) +
        box(45, 60 + row * 36, 102, 2.4, light),
    ) +
    fill('M38 20L50 14H166L154 20Z', light) +
    box(38, 20, 7, 164, light) +
    veins('M41 40V170M150 40V176', timber) +
    box(38, 176, 116, 8, base) +
    box(38, 176, 116, 2.5, light)
  );
};

const plant = (): Shape =>
  fill('M-9-14H9L6 0H-6Z', '#c8744a') +
  fill('M-9-14H-3L-3 0H-6Z', '#e39a70') +
  repeat(5, (index) =>
    at(0, -13, index * 34 - 68, 1, fill('M0 0C-5-5-4-14 0-18C4-14 5-5 0 0Z', index % 2 ? '#6aa85e' : '#3f7a44')),
  );
