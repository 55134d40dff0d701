import type { Sharp } from 'sharp';
import { type PhotoSize, photoSizes } from '../../shared/domain/photos/sizes.ts';
import { unpacked } from './unpacked.ts';

type Format = 'jpg' | 'avif';
export type DrawnSize = { readonly size: PhotoSize; readonly format: Format; readonly bytes: Uint8Array };

/** Effort 2: the default takes five times as long for a tenth of the bytes. */
const packed: Record<Format, (image: Sharp) => Sharp> = {
  avif: (image) => image.avif({ quality: 45, effort: 2 }),
  jpg: (image) => image.jpeg({ quality: 60, mozjpeg: true }),
};

/**
 * A photo in its three sizes, as the camera's owner saw it: turned upright, its colours brought to what every screen
 * shows, and redrawn, so that nothing else of the file is kept: no place, no time, no owner, no second file behind
 * its end. A photo cut short is refused. @throws Problem invalid_request with what to do
 */
export const drawSizes = async (
  bytes: Uint8Array,
  formats: readonly Format[] = ['avif', 'jpg'],
): Promise<DrawnSize[]> => {
  const { info, pixels } = await unpacked(bytes);
  const sized = (size: PhotoSize): Sharp => {
    const side = photoSizes[size];
    return size === 'list'
      ? pixels().resize({ width: side, height: side, fit: 'cover' })
      : pixels().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  };
  const drawn: DrawnSize[] = [];
  for (const size of Object.keys(photoSizes) as PhotoSize[]) {
    // A photo no larger than a page shows it is the same picture once more.
    if (size === 'whole' && Math.max(info.width, info.height) <= photoSizes.page) {
      for (const { format, bytes } of drawn.filter((one) => one.size === 'page')) drawn.push({ size, format, bytes });
      break;
    }
    for (const format of formats) drawn.push({ size, format, bytes: await packed[format](sized(size)).toBuffer() });
  }
  return drawn;
};
