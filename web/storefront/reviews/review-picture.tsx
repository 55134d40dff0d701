import { photoFile } from '../../../shared/domain/photos/sizes.ts';

/** What a buyer photographed, redrawn by the market. */
export const ReviewPicture = ({ photo }: { photo: string }) => (
  <a class="picture" href={photo} target="_blank" rel="noopener noreferrer">
    <img src={photoFile(photo, 'list', 'jpg')} alt="Foto dari pembeli" width="96" height="96" loading="lazy" />
  </a>
);
