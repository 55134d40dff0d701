import { privateFile, sealLink } from '../../shared/domain/photos/private-link.ts';
import type { VisitPhoto } from '../../shared/table/visits/visit-photos.ts';
import type { World } from '../world.ts';

/** Where a picture opens for ten minutes, whole and small. */
export const pictureLinks = ({ linkSealer, now }: World, folder: string, photoId: string) => {
  const linkTo = (size: 'list' | 'whole') =>
    `/private-photos/${sealLink(linkSealer, privateFile(folder, photoId, size), now())}`;
  return { link: linkTo('whole'), small: linkTo('list') };
};

export const picturesOf = (world: World, visitId: string, photos: readonly VisitPhoto[]) =>
  photos.map(({ hash, photoId }) => ({ hash, ...pictureLinks(world, visitId, photoId) }));
