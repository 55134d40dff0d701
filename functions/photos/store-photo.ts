import { createHash } from 'node:crypto';
import { privateFile } from '../../shared/domain/photos/private-link.ts';
import { photoFile } from '../../shared/domain/photos/sizes.ts';
import type { World } from '../world.ts';
import { type DrawnSize, drawSizes } from './draw-sizes.ts';

const types = { jpg: 'image/jpeg', avif: 'image/avif' } as const;

/** The same picture has the same name. */
export const nameOf = (drawn: readonly { readonly bytes: Uint8Array }[]): string => {
  const named = createHash('sha256');
  for (const { bytes } of drawn) named.update(bytes);
  return named.digest('hex');
};

type Counted = (photo: string, drawn: readonly DrawnSize[]) => Promise<unknown>;

/** Redraws a picture in all sizes where everybody may see it; answers its address. `counted` may refuse it before it is stored. */
export const storePublic = async ({ photos }: World, bytes: Uint8Array, counted: Counted): Promise<string> => {
  const drawn = await drawSizes(bytes);
  const photo = `/photos/${nameOf(drawn)}.jpg`;
  await counted(photo, drawn);
  await Promise.all(
    drawn.map(({ size, format, bytes: part }) =>
      photos.put(photoFile(photo, size, format).slice(1), part, types[format]),
    ),
  );
  return photo;
};

/** Redraws a picture where only links lead; answers its name in that folder, an order’s or a person’s. Papers are printed of it, so JPEG. */
export const storePrivate = async (
  { photos }: World,
  folder: string,
  bytes: Uint8Array,
  counted: Counted,
): Promise<string> => {
  const drawn = await drawSizes(bytes, ['jpg']);
  const photoId = nameOf(drawn);
  await counted(photoId, drawn);
  await Promise.all(
    drawn.map(({ size, bytes: part }) => photos.put(privateFile(folder, photoId, size), part, types.jpg)),
  );
  return photoId;
};
