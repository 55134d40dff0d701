import { PRINT_GRID, printOf } from '../../shared/domain/targets/picture-print.ts';
import type { DrawnSize } from './draw-sizes.ts';

/** The print of a picture as it was drawn; null where there is nothing to see. */
export const printOfDrawn = async (drawn: readonly DrawnSize[]): Promise<string | null> => {
  const page = drawn.find(({ size }) => size === 'page');
  if (!page) return null;
  const { default: sharp } = await import('sharp');
  const grey = await sharp(page.bytes)
    .greyscale()
    .resize({ ...PRINT_GRID, fit: 'fill' })
    .raw()
    .toBuffer();
  return printOf(grey);
};
