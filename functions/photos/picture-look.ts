import type { PictureLook } from '../../shared/domain/photos/picture-look.ts';
import { PRINT_GRID, printOf } from '../../shared/domain/photos/picture-print.ts';
import { writingIn } from '../../shared/domain/photos/writing.ts';
import type { DrawnSize } from './draw-sizes.ts';

/** How a picture looks as it was drawn, as a whole and in what is written on it. */
export const lookOfDrawn = async (drawn: readonly DrawnSize[]): Promise<PictureLook | undefined> => {
  const whole = drawn.find(({ size }) => size === 'whole');
  if (!whole) return undefined;
  const { default: sharp } = await import('sharp');
  const { data, info } = await sharp(whole.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const small = await sharp(data, { raw: { width, height, channels: 1 } })
    .resize({ ...PRINT_GRID, fit: 'fill' })
    .greyscale()
    .raw()
    .toBuffer();
  return { print: printOf(small), width, height, writing: writingIn({ width, height, values: data }) };
};
