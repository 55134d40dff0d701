import { box, disc, fill, line, repeat, type Shape, shadow } from '../kit/draw.ts';
import { nila, soga, type Tone, white } from '../kit/palette.ts';

/** Shirts laid flat, seen from above. */
const shortOutline =
  'M76 32L40 46L24 88L48 98L58 86V172C84 178 118 178 144 172V86L154 98L178 88L162 46L126 32C116 42 86 42 76 32Z';

const longOutline =
  'M76 28L42 42L22 120L20 160L42 164L58 96V172C84 178 118 178 144 172V96L160 164L182 160L180 120L160 42L126 28C116 38 86 38 76 28Z';

const buttons = (x: number, from: number, to: number, colour: string): Shape =>
  repeat(
    6,
    (index) =>
      disc(x, from + ((to - from) * index) / 5, 2, colour) +
      disc(x - 0.4, from + ((to - from) * index) / 5 - 0.4, 1.2, '#fff', 0.6),
  );

/** A shirt with a collar; its cloth may be a pattern. */
export const dressShirt = (paint: string, { base, light, dark }: Tone, long = false): Shape => {
  const top = long ? -4 : 0;
  return (
    shadow(long ? longOutline : shortOutline) +
    fill(long ? longOutline : shortOutline, paint) +
    (long
      ? fill('M76 28L42 42L22 120L20 160L42 164L58 96V172C66 174 74 175 82 176C76 130 72 80 62 36Z', '#fff', 0.12) +
        fill(
          'M144 172V96L160 164L182 160L180 120L160 42L140 34C134 80 130 130 126 175.5C132 175 138 174 144 172Z',
          '#1a120a',
          0.18,
        ) +
        fill('M20 154L42 158L41 165L19.5 161ZM160 158L182 154L182.5 161L161 165Z', dark)
      : fill('M58 86V172C66 174 74 175 82 176C76 130 72 80 62 37L40 46L24 88L48 98Z', '#fff', 0.14) +
        fill('M144 86V172C138 173.5 132 175 126 175.6C130 130 134 80 140 37L162 46L178 88L154 98Z', '#1a120a', 0.16) +
        line('M27 80L51 90M151 90L175 80', dark, 1.4, 0.6)) +
    fill(`M96 ${44 + top}H106V176H96Z`, '#1a120a', 0.12) +
    line(`M101 ${46 + top}V176`, dark, 1.2, 0.7) +
    buttons(101, 62, 160, light) +
    fill(`M78 ${32 + top}C86 ${40 + top} 94 ${43 + top} 101 ${43 + top}L86 ${60 + top}L70 ${38 + top}Z`, base) +
    fill(`M124 ${32 + top}C116 ${40 + top} 108 ${43 + top} 101 ${43 + top}L116 ${60 + top}L132 ${38 + top}Z`, dark) +
    line(
      `M78 ${32 + top}C86 ${40 + top} 94 ${43 + top} 101 ${43 + top}C108 ${43 + top} 116 ${40 + top} 124 ${32 + top}`,
      light,
      1.2,
      0.8,
    ) +
    fill('M114 74H136V94L125 99L114 94Z', '#1a120a', 0.1) +
    line('M114 74H136V94L125 99L114 94Z', dark, 1.1, 0.6) +
    line('M66 70C63 96 64 120 66 150M92 104C90 120 90 140 92 160', '#1a120a', 1.6, 0.12)
  );
};

/** The khaki of the civil service: shoulder straps, two pockets, a name plate and a badge. */
export const officeUniform = ({ base, light, dark }: Tone, long: boolean): Shape =>
  dressShirt(base, { base, light: dark, dark }, long) +
  fill('M66 70H88V76L77 81L66 76ZM114 70H136V76L125 81L114 76Z', light) +
  line('M66 70H88V94H66ZM114 70H136V94H114Z', dark, 1.2, 0.8) +
  fill('M56 38L72 32L75 38L60 45ZM146 38L130 32L127 38L142 45Z', light) +
  disc(62, 40, 1.8, '#d9b23c') +
  disc(140, 40, 1.8, '#d9b23c') +
  box(115, 61, 20, 6, '#2b2a2e', 1) +
  line('M118 64H132', '#fff', 1.2) +
  box(67, 62, 20, 4, soga.base, 1) +
  disc(39, 66, 6, nila.base) +
  disc(39, 66, 3, '#f2b61b') +
  fill('M60 168C86 174 116 174 142 168V173C118 178 84 178 60 173Z', '#2b2a2e') +
  box(94, 169, 14, 7, '#d9b23c', 1);

const teeOutline = 'M74 36L38 52L20 94L46 106L56 94V174H146V94L156 106L182 94L164 52L128 36C118 48 84 48 74 36Z';

/** A sports shirt of two colours with a stripe and a number. */
export const sportShirt = ({ base, light, dark }: Tone, second: Tone, mark: Shape): Shape =>
  shadow(teeOutline) +
  fill(teeOutline, base) +
  fill('M74 36L38 52L20 94L46 106L56 94V174H82C76 130 72 84 62 41Z', light, 0.55) +
  fill('M128 36L164 52L182 94L156 106L146 94V174H126C130 130 134 84 140 41Z', dark, 0.6) +
  fill('M66 39L40 100L46 106L56 94L74 44ZM136 39L162 100L156 106L146 94L128 44Z', second.base) +
  line('M64 44L44 96M138 44L158 96', '#fff', 1.6, 0.85) +
  fill('M56 146H146V160H56Z', second.base) +
  line('M56 163.5H146', '#fff', 1.6, 0.85) +
  fill('M74 36C84 54 118 54 128 36L124 33C116 46 86 46 78 33Z', second.dark) +
  line('M79 36C88 49 114 49 123 36', white.base, 1.4, 0.9) +
  mark +
  line('M66 76C63 100 64 120 66 142M90 128C88 134 88 138 90 144', '#1a120a', 1.6, 0.12);

const vestOutline =
  'M76 28L56 36C62 58 60 74 48 84V176H154V84C142 74 140 58 146 36L126 28C122 44 112 62 101 74C90 62 80 44 76 28Z';

/** A field vest: pockets, a zip and two bands that shine. */
export const fieldVest = ({ base, light, dark }: Tone, shine: string): Shape =>
  shadow(vestOutline) +
  fill(vestOutline, base) +
  fill('M76 28L56 36C62 58 60 74 48 84V176H74C68 140 70 100 76 80C80 66 74 44 70 30Z', light, 0.5) +
  fill('M126 28L146 36C140 58 142 74 154 84V176H130C136 140 134 100 128 80C124 66 128 44 132 30Z', dark, 0.6) +
  fill('M76 28C80 44 90 62 101 74V82C86 68 72 48 70 30ZM126 28C122 44 112 62 101 74V82C116 68 130 48 132 30Z', dark) +
  box(48, 100, 106, 10, shine, 0, 0.95) +
  box(48, 103.5, 106, 3, '#fff', 0, 0.7) +
  line('M101 74V176', dark, 3) +
  line('M101 78V174', '#d9d4c6', 1, 0.9) +
  box(98.5, 84, 5, 9, '#d9d4c6', 1) +
  repeat(2, (index) => {
    const x = index ? 108 : 56;
    return (
      box(x, 118, 38, 46, dark, 2, 0.45) +
      box(x, 116, 38, 46, base, 2) +
      line(`M${x} 116h38v46h-38Z`, dark, 1.2) +
      fill(`M${x} 116h38v11l-19 5l-19-5Z`, light) +
      disc(x + 19, 127, 2, dark)
    );
  }) +
  line('M60 70C66 64 66 54 64 44M142 70C136 64 136 54 138 44', dark, 1.2, 0.6);
