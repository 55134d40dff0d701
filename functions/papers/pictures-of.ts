import type { Paper } from '../../shared/domain/papers/paper.ts';
import { privateFile } from '../../shared/domain/photos/private-link.ts';
import type { PhotoSize } from '../../shared/domain/photos/sizes.ts';
import type { World } from '../world.ts';
import type { Pictures } from './draw/page-body.ts';

/** What a paper shows of the handover; a file that is lost leaves its line, not the paper. */
export const picturesOf = async (
  { photos }: World,
  { orderId, content }: Paper,
  size: PhotoSize = 'page',
): Promise<Pictures> => {
  const found = await Promise.all(
    content.photos.map(
      async ({ photoId }) => [photoId, await photos.get(privateFile(orderId, photoId, size))] as const,
    ),
  );
  return new Map(found.flatMap(([photoId, bytes]) => (bytes ? [[photoId, bytes]] : [])));
};
