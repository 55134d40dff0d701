import { at, box, disc, fill, ground, line, oval, repeat, type Shape, shadow, shadowColour } from '../kit/draw.ts';
import { words } from '../kit/lettering.ts';
import { flower } from '../kit/packs.ts';
import { type Drawing, inkText, kraft, kunyit, paper, type Tone } from '../kit/palette.ts';

const events = [
  ['KELURAHAN', 'MUSRENBANG'],
  ['KECAMATAN', 'KERJA BAKTI'],
  ['DINAS', 'RAPAT KERJA'],
  ['PUSKESMAS', 'POSYANDU'],
  ['PASAR', 'BAZAR UMKM'],
] as const;

const roll = ({ base, light, dark }: Tone): Shape =>
  fill('M-46-8H46V12H-46Z', shadowColour, 0.16) +
  box(-50, -11, 96, 20, dark, 10) +
  box(-50, -11, 96, 15, base, 7) +
  box(-44, -9, 84, 4, light, 2) +
  box(-8, -11, 12, 20, '#fbf6e8') +
  oval(45, -1, 5, 10, dark) +
  oval(45, -1, 2.6, 6, '#fbf6e8');

const banner: Drawing = ({ accent, other, chance }) => {
  const [who, what] = chance.pick(events);
  return (
    line('M18 46L2 18M182 46L198 18M18 116L4 136M182 116L196 136', '#a9713a', 1.6) +
    shadow('M14 42C70 48 130 48 186 42V120C130 126 70 126 14 120Z') +
    fill('M14 42C70 48 130 48 186 42V120C130 126 70 126 14 120Z', '#fbfaf4') +
    fill('M14 42C70 48 130 48 186 42V62C130 68 70 68 14 62Z', accent.base) +
    fill('M14 108C70 114 130 114 186 108V120C130 126 70 126 14 120Z', kunyit.base) +
    fill('M120 47C142 46 164 44 186 42V120C164 122.5 142 124 120 124.6C126 100 126 72 120 47Z', '#1a120a', 0.08) +
    words(who, 100, 51, 8, '#fff', { widest: 130, weight: 2 }) +
    words(what, 100, 74, 18, other.base, { widest: 146, weight: 2.3 }) +
    words(`${chance.whole(2, 28)} ${chance.pick(['NOVEMBER', 'DESEMBER', 'OKTOBER'])}`, 100, 98, 7.5, inkText, {
      widest: 110,
      weight: 1.9,
    }) +
    [
      [19, 47],
      [181, 47],
      [19, 114],
      [181, 114],
    ]
      .map(([x = 0, y = 0]) => disc(x, y, 2.6, '#c9a35c') + disc(x, y, 1.2, '#6b4a1e'))
      .join('') +
    at(70, 158, -6, 1, roll(accent)) +
    at(90, 178, 2, 0.9, roll(other))
  );
};

const report: Drawing = ({ accent, chance }) => {
  const { base, light, dark } = accent;
  const book = (year: number, turn: number): Shape =>
    at(
      0,
      0,
      turn,
      1,
      shadow('M-50-70H50V70H-50Z', 6),
      box(-48, -68, 100, 140, '#e4dccb', 2),
      line('M51-64V70M49-64V71', '#b9b2a2', 0.8),
      box(-50, -70, 98, 138, base, 2),
      box(-50, -70, 14, 138, dark, 2),
      fill('M-36-70H-8C-20-20-20 20-8 68H-36Z', light, 0.35),
      box(-26, -50, 62, 58, paper, 1.5),
      words('LAPORAN', 5, -42, 10, base, { widest: 52, weight: 2.3 }),
      line('M-16-24H26M-12-17H22', '#8c887b', 1.6),
      words(String(year), 5, -8, 9, inkText),
      at(5, 36, 0, 1.1, disc(0, 0, 12, '#f6dc8e', 0.9), flower(dark, base)),
    );
  const coil = chance.happens(0.5);
  return (
    at(120, 92, 9, 0.92, book(2025, 0)) +
    at(
      86,
      106,
      -6,
      1,
      book(2026, 0),
      coil
        ? repeat(
            12,
            (index) =>
              line(`M-54 ${-62 + index * 11.3}h10`, '#2b2a2e', 3) + disc(-43, -62 + index * 11.3, 1.6, '#17161a'),
          )
        : line('M-36-70V68', dark, 1.4),
    )
  );
};

const ream: Drawing = ({ accent, chance }) =>
  ground(102, 168, 84, 10) +
  fill('M26 96L118 68L180 92L90 124Z', '#fffefa') +
  fill('M26 96L90 124V166L26 138Z', '#ece6d8') +
  fill('M90 124L180 92V134L90 166Z', '#d5cdba') +
  line(
    repeat(7, (index) => `M26 ${101 + index * 5.4}L90 ${129 + index * 5.4}L180 ${97 + index * 5.4}`),
    '#bfb6a2',
    0.7,
  ) +
  fill('M26 108L90 136V166L26 138Z', accent.base) +
  fill('M90 136L180 104V134L90 166Z', accent.dark) +
  fill('M26 108L48 117.6V147.6L26 138Z', accent.light) +
  `<g transform="translate(58 131) skewY(23.6)">${words('A4', 2, -12, 20, '#fff', { weight: 2.1 })}</g>` +
  `<g transform="translate(136 126) skewY(-19.6)">${words(chance.pick(['70 GSM', '75 GSM', '80 GSM']), 0, -4, 12, '#fff', { widest: 64, weight: 2 })}</g>` +
  at(
    108,
    92,
    0,
    1,
    fill('M-78 0L16-30L76-6L-16 24Z', '#fffefa'),
    fill('M-72-4L22-34L70-14L-24 18Z', '#f7f3e8'),
    line('M-40-4L26-26M-34 0L36-22M-28 5L20-12', '#d9d2c2', 1.2),
  ) +
  at(
    112,
    54,
    -14,
    1,
    fill('M-50-14L40-22L48 18L-42 26Z', shadowColour, 0.12),
    fill('M-54-18L36-26L44 14L-46 22Z', '#ffffff'),
    line('M-40-8L28-14M-39 0L30-6M-37 8L12 4', '#c9c2b2', 1.6),
  );

const invitation: Drawing = ({ accent, other, chance }) => {
  const card = chance.pick<Tone>([
    { base: '#fbf4e4', light: '#ffffff', dark: '#d9ccae' },
    { base: '#f3e6e2', light: '#fbf4f2', dark: '#d2b9b2' },
    { base: '#e9efe6', light: '#f7faf5', dark: '#b9c8b4' },
  ]);
  return (
    at(
      106,
      116,
      8,
      1,
      shadow('M-74-48H74V52H-74Z'),
      box(-74, -48, 148, 100, other.base, 3),
      fill('M-74-48L0 14L74-48Z', other.dark),
      fill('M-74-48L0 8L74-48V-46L0 12L-74-46Z', other.light),
      line('M-74 50L-16 2M74 50L16 2', other.dark, 1.4),
      disc(0, 10, 11, '#a3271f'),
      disc(-1, 9, 8.6, '#c8473a'),
      at(-1, 9, 0, 0.8, flower('#f3c9a8', '#a3271f')),
    ) +
    at(
      88,
      88,
      -7,
      1,
      shadow('M-50-66H50V66H-50Z', 5),
      box(-50, -66, 100, 132, card.base, 3),
      line('M-44-60H44V60H-44Z', accent.base, 1.4),
      line('M-40-56H40V56H-40Z', kunyit.dark, 0.8),
      words('UNDANGAN', 0, -28, 11, accent.base, { widest: 70, weight: 2.1 }),
      line('M-22-8H22', kunyit.dark, 1.4),
      line('M-28 4H28M-24 12H24M-18 20H18', '#8c887b', 1.6),
      repeat(
        2,
        (index) =>
          at(index ? 30 : -30, -44, index ? 40 : -40, 0.9, flower(accent.light, kunyit.base)) +
          at(index ? 28 : -28, 42, index ? 140 : -140, 0.9, flower(accent.light, kunyit.base)),
      ),
      at(0, -46, 0, 1.25, flower(accent.base, kunyit.base)),
      at(0, 42, 0, 1.1, flower(accent.base, kunyit.base)),
    )
  );
};

const folder: Drawing = ({ accent, other, chance }) => {
  const one = ({ base, light, dark }: Tone): Shape =>
    shadow('M-62-66H58V72H-62Z', 5) +
    fill('M-62-74H-20L-10-64H58V70H-62Z', dark) +
    box(-54, -62, 106, 126, '#fffefa', 1) +
    line('M-46-52H40M-46-44H30', '#c9c2b2', 1.4) +
    fill('M-62-50H62V72H-62Z', base) +
    fill('M-62-50H-30C-42-10-42 30-34 72H-62Z', light, 0.5) +
    line('M-62-50H62', light, 1.4);
  const sealed = chance.happens(0.5);
  return (
    at(118, 82, 9, 0.9, one(other)) +
    at(98, 94, 2, 0.96, one(kraft)) +
    at(
      84,
      106,
      -6,
      1,
      one(accent),
      disc(0, -6, 21, '#fbf6e8'),
      sealed
        ? at(0, -6, 0, 1.7, flower(accent.base, kunyit.base))
        : line('M-9 2V-12L0-19L9-12V2ZM-13 3H13M-4 2V-6M4 2V-6', accent.base, 2.2),
      words('MAP DINAS', 0, 28, 11, '#fbf6e8', { widest: 84, weight: 2.1 }),
      line('M-34 48H34M-26 56H26', '#fbf6e8', 1.6, 0.7),
    )
  );
};

export const printing: Record<string, Drawing> = {
  Spanduk: banner,
  'Buku laporan jilid': report,
  'Kertas A4': ream,
  'Undangan cetak': invitation,
  'Map dinas': folder,
};
