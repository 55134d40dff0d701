import { at, box, disc, fill, ground, line, oval, repeat, ring, type Shape, shadowColour } from '../kit/draw.ts';
import { type Drawing, ink, kunyit, steel, type Tone, white } from '../kit/palette.ts';

/** Work that is ordered is shown by its tools and by what they leave. */
const spanner = ({ base, light, dark }: Tone): Shape =>
  fill('M-5-14H5V46C5 52-5 52-5 46Z', base) +
  fill('M-5-14H-1V50C-4 50-5 48-5 46Z', light) +
  fill('M-14-34C-14-26-10-18-5-14H5C10-18 14-26 14-34L6-28V-22H-6V-28Z', base) +
  line('M-13-32C-12-26-9-20-5-16', light, 1.6) +
  disc(0, 43, 2.4, dark);

const driver = (grip: Tone): Shape =>
  box(-2, -44, 4, 44, steel.base) +
  box(-2, -44, 1.6, 44, steel.light) +
  fill('M-2-44L-3.5-50H3.5L2-44Z', steel.dark) +
  box(-6, -2, 12, 36, grip.base, 5) +
  box(-6, -2, 5, 36, grip.light, 4) +
  line('M2 4V28', grip.dark, 1.6);

const airConditioner: Drawing = ({ accent, chance }) =>
  fill('M18 40H190V98H18Z', shadowColour, 0.15) +
  box(14, 32, 172, 60, white.dark, 9) +
  box(14, 32, 172, 55, white.base, 9) +
  box(14, 32, 172, 22, '#ffffff', 9) +
  box(24, 70, 152, 12, '#4a4d55', 4) +
  line('M28 74H172M28 78H172', '#7d818a', 1.2) +
  box(146, 44, 28, 11, '#2b3a4a', 2) +
  line('M152 49.5h4M160 49.5h6', '#8fe0c0', 2.4) +
  disc(28, 50, 2.6, accent.base) +
  line('M34 50H58', '#b9b2a2', 1.6) +
  line(
    'M42 102c-4 8 4 12 0 20M70 102c-4 10 4 16 0 26M100 102c-4 10 4 16 0 26M130 102c-4 10 4 16 0 26',
    '#8ba6d6',
    3.2,
    0.85,
  ) +
  (chance.happens(0.5) ? line('M158 102c-4 10 4 16 0 26', '#8ba6d6', 3.2, 0.85) : '') +
  ground(104, 182, 66, 7) +
  fill('M66 140H142V178C142 182 66 182 66 178Z', accent.base) +
  fill('M66 140H82V181C72 180.5 66 179.5 66 178Z', accent.light) +
  fill('M128 140H142V178C142 179.5 136 180.5 128 181Z', accent.dark) +
  at(84, 132, -12, 0.8, spanner(steel)) +
  at(106, 130, 3, 0.9, driver(kunyit)) +
  at(126, 132, 14, 0.86, driver({ base: '#a3271f', light: '#c8473a', dark: '#7c1812' })) +
  fill('M66 150H142V178C142 182 66 182 66 178Z', accent.base) +
  fill('M66 150H82V181C72 180.5 66 179.5 66 178Z', accent.light) +
  fill('M128 150H142V178C142 179.5 136 180.5 128 181Z', accent.dark) +
  box(62, 144, 84, 9, accent.dark, 3) +
  box(96, 160, 18, 10, '#d9b23c', 2);

const bubbles = (places: readonly (readonly [number, number, number])[]): Shape =>
  places
    .map(
      ([x, y, radius]) =>
        disc(x, y, radius, '#ffffff', 0.55) +
        ring(x, y, radius, '#8ba6d6', 1, 0.8) +
        disc(x - radius * 0.35, y - radius * 0.35, radius * 0.25, '#fff'),
    )
    .join('');

const cleaning: Drawing = ({ accent, other, chance }) =>
  ground(104, 178, 80, 9) +
  line('M148 14L120 122', '#a9713a', 6) +
  line('M147 14L119 120', '#d8ad6a', 2.4) +
  at(
    116,
    134,
    14,
    1,
    box(-18, -8, 36, 12, other.base, 3),
    fill('M-18 4H18L28 44C20 40 16 46 10 42C4 48-2 42-8 46C-14 42-18 46-28 42Z', '#f6efdd'),
    line('M-12 6L-18 40M-4 6L-6 42M4 6L4 42M12 6L18 40', '#cfc3a4', 1.8),
  ) +
  fill('M28 104H112L104 172C98 178 42 178 36 172Z', accent.base) +
  fill('M28 104H48L52 176C44 175.5 38 174.5 36 172Z', accent.light) +
  fill('M96 104H112L104 172C102 174 98 175 92 175.8Z', accent.dark) +
  fill('M30 118H110L109 126H31Z', '#fff', 0.25) +
  oval(70, 104, 42, 10, accent.dark) +
  oval(70, 104, 38, 8, '#cfe3ee') +
  bubbles([
    [48, 98, 9],
    [62, 94, 11],
    [80, 96, 10],
    [94, 100, 7],
    [72, 86, 6],
    [54, 84, 4],
    [88, 82, 4],
  ]) +
  line('M30 104C30 58 110 58 110 104', steel.dark, 3) +
  at(
    164,
    142,
    0,
    1,
    fill(
      'M-16-18C-16-26-8-30-8-36H8C8-30 16-26 16-18V32C16 36-16 36-16 32Z',
      chance.happens(0.5) ? '#6aa5c8' : '#7fb35a',
    ),
    fill('M-16-18C-16-26-8-30-8-36H-3C-4-28-9-24-8-16V35C-13 34.6-16 34-16 32Z', '#fff', 0.4),
    box(-16, -8, 32, 24, '#fbf6e8'),
    at(0, 4, 0, 0.9, fill('M0-10C6-3 8 0 8 4A8 8 0 0 1-8 4C-8 0-6-3 0-10Z', accent.base)),
    box(-6, -46, 12, 11, other.base, 2),
    fill('M-6-46L-22-54V-60H10L8-46Z', other.base),
    fill('M-22-54L-27-52V-60H-22Z', other.dark),
    line('M-8-50C-14-44-12-40-14-36', other.dark, 3),
  );

const tent: Drawing = ({ accent, chance }) => {
  const { base, light, dark } = accent;
  const striped = chance.happens(0.6);
  return (
    fill('M20 174L44 160H180L166 178H30Z', shadowColour, 0.15) +
    line('M34 84V172M166 84V172M60 92V160M142 92V160', steel.dark, 4) +
    line('M33 84V172M165 84V172', steel.light, 1.6) +
    fill(
      'M46 92H156V116C150 140 150 150 152 160H138C140 140 134 120 132 104H70C68 120 62 140 64 160H48C52 150 52 140 46 116Z',
      '#f6efdd',
    ) +
    fill('M46 92H70C68 120 62 140 64 160H48C52 150 52 140 46 116Z', '#fffaf0') +
    fill('M22 84C54 72 86 46 100 18C114 46 146 72 178 84Z', base) +
    fill('M22 84C54 72 86 46 100 18C94 46 78 72 66 84Z', light) +
    fill('M178 84C146 72 114 46 100 18C106 46 122 72 134 84Z', dark) +
    (striped
      ? fill(
          'M66 84C78 72 94 46 100 18C99 46 92 72 86 84ZM134 84C122 72 106 46 100 18C101 46 108 72 114 84Z',
          '#fbf6e8',
        )
      : '') +
    repeat(12, (index) => fill(`M${22 + index * 13} 84h13v9c0 9-13 9-13 0Z`, index % 2 ? '#fbf6e8' : base)) +
    fill('M22 82H178V86H22Z', dark) +
    line('M100 18V6', steel.dark, 2.4) +
    fill('M100 6C106 4 110 10 118 7V14C110 17 106 11 100 13Z', kunyit.base) +
    [
      [78, 168],
      [100, 172],
      [122, 168],
    ]
      .map(([x = 0, y = 0]) => at(x, y, 0, 1, chair(accent)))
      .join('')
  );
};

const chair = ({ light, dark }: Tone): Shape =>
  box(-8, -34, 16, 18, light, 3) +
  line('M-4-31V-20M0-31V-20M4-31V-20', dark, 1.4) +
  fill('M-9-16H9L11-10H-11Z', dark) +
  line('M-9-10L-10 4M9-10L10 4', dark, 2.4);

const curtainWash: Drawing = ({ accent, other, chance }) => {
  const { base, light, dark } = accent;
  const fold = (x: number): Shape =>
    fill(
      `M${x} 32H${x + 24}C${x + 22} 70 ${x + 26} 110 ${x + 25} 150H${x + 1}C${x + 2} 110 ${x - 2} 70 ${x} 32Z`,
      base,
    ) +
    fill(`M${x} 32H${x + 8}C${x + 5} 70 ${x + 9} 110 ${x + 8} 150H${x + 1}C${x + 2} 110 ${x - 2} 70 ${x} 32Z`, light) +
    fill(
      `M${x + 17} 32H${x + 24}C${x + 22} 70 ${x + 26} 110 ${x + 25} 150H${x + 18}C${x + 20} 110 ${x + 15} 70 ${x + 17} 32Z`,
      dark,
    );
  return (
    fill('M26 36H125V155H26Z', shadowColour, 0.16) +
    repeat(4, (index) => fold(22 + index * 24)) +
    box(10, 22, 180, 7, '#8a5a2a', 3.5) +
    box(10, 22, 180, 2.6, '#c9944f', 1.3) +
    repeat(8, (index) => ring(28 + index * 12.4, 30, 4, kunyit.dark, 2)) +
    line('M22 142H118', '#fbf6e8', 2, 0.8) +
    (chance.happens(0.5) ? repeat(4, (index) => disc(34 + index * 24, 136, 2.6, '#fbf6e8', 0.8)) : '') +
    ground(138, 180, 50, 8) +
    fill('M92 126H184L176 176C170 182 106 182 100 176Z', other.base) +
    fill('M92 126H110L114 180C106 179.5 101 178.5 100 176Z', other.light) +
    fill('M168 126H184L176 176C174 178 170 179 164 179.8Z', other.dark) +
    repeat(3, (row) =>
      line(
        repeat(6, (index) => `M${107 + index * 12.4} ${138 + row * 12}v5`),
        other.dark,
        3.4,
      ),
    ) +
    fill('M98 126C100 104 122 100 130 108C138 94 164 98 166 112C176 112 180 120 180 126Z', base) +
    fill('M98 126C100 104 122 100 130 108C124 112 116 118 112 126Z', light) +
    fill('M150 126C150 112 158 106 166 112C176 112 180 120 180 126Z', dark) +
    box(88, 122, 100, 9, other.dark, 4.5) +
    bubbles([
      [150, 78, 9],
      [168, 66, 6],
      [160, 92, 5],
      [178, 84, 4],
      [144, 60, 4],
    ])
  );
};

const speaker = (accent: Tone): Shape =>
  ground(2, 84, 36, 7) +
  box(-32, -84, 64, 168, ink.dark, 5) +
  box(-32, -84, 60, 166, ink.base, 5) +
  box(-32, -84, 10, 166, ink.light, 5) +
  disc(0, -46, 20, '#0f0e11') +
  disc(0, -46, 16, '#3d3d45') +
  disc(-1, -47, 9, accent.dark) +
  disc(-2, -48, 6, accent.light) +
  disc(0, 26, 27, '#0f0e11') +
  ring(0, 26, 24, '#6a6a74', 1.6) +
  disc(0, 26, 22, '#3d3d45') +
  ring(0, 26, 15, '#56565f', 1.4) +
  disc(-1, 25, 10, accent.base) +
  disc(-4, 22, 4, accent.light) +
  box(-14, 64, 28, 8, '#6a6a74', 2) +
  line('M-10 68H2', '#d9d4c6', 1.6) +
  disc(9, 68, 1.8, '#8fe0a0');

const sound: Drawing = ({ accent, chance }) =>
  at(50, 94, 0, 0.98, speaker(accent)) +
  at(156, 102, 0, 0.86, speaker(accent)) +
  ground(106, 182, 30, 5) +
  line('M104 62V178', steel.dark, 4) +
  line('M103 62V178', steel.light, 1.4) +
  line('M104 176L86 182M104 176L122 182', steel.dark, 4) +
  line('M104 64L94 50', steel.dark, 4) +
  at(
    88,
    40,
    -38,
    1,
    box(-6, 4, 12, 30, ink.base, 4),
    box(-6, 4, 4, 30, ink.light, 3),
    box(-9, -14, 18, 20, steel.dark, 9),
    box(-9, -14, 15, 18, steel.base, 8),
    line('M-7-8H7M-8-4H8M-7 0H7M-3-12V4M3-12V4', steel.dark, 0.9),
    box(-7, 4, 14, 4, accent.base, 1),
  ) +
  (chance.happens(0.5)
    ? line('M118 26c6 4 6 14 0 18M126 20c10 8 10 22 0 30', accent.base, 3)
    : fill(
        'M126 20V42C126 48 116 49 116 43C116 38 122 37 123 39V26L138 22V38C138 44 128 45 128 39C128 34 134 33 135 35V26Z',
        accent.base,
      ));

export const hiredWork: Record<string, Drawing> = {
  'Servis AC': airConditioner,
  'Kebersihan ruang': cleaning,
  'Sewa tenda': tent,
  'Laundry gorden': curtainWash,
  'Sewa sound system': sound,
};
