import type { Paper } from '../../shared/domain/papers/paper.ts';
import { privateFile } from '../../shared/domain/photos/private-link.ts';
import { logoFile, type PhotoSize } from '../../shared/domain/photos/sizes.ts';
import type { World } from '../world.ts';
import type { Pictures } from './draw/page-body.ts';

/** What a paper shows: the city's sign and the goods at the handover. A file that is lost leaves its line, not the paper. */
export const picturesOf = async (
  { photos }: World,
  { orderId, content }: Paper,
  size: PhotoSize = 'page',
): Promise<Pictures> => {
  const { logo } = content.office;
  const files = [
    ...content.photos.map(({ photoId }) => [photoId, privateFile(orderId, photoId, size)] as const),
    ...(logo === undefined ? [] : [[logo, logoFile(logo, 'letter').slice(1)] as const]),
  ];
  const found = await Promise.all(files.map(async ([name, file]) => [name, await photos.get(file)] as const));
  return new Map(found.flatMap(([photoId, bytes]) => (bytes ? [[photoId, bytes]] : [])));
};
