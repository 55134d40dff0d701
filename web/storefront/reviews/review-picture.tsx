/** What a buyer photographed, redrawn by the market. */
export const ReviewPicture = ({ photo }: { photo: string }) => (
  <a class="picture" href={photo} target="_blank" rel="noopener noreferrer">
    <img src={photo.replace(/\.jpg$/, '-200.jpg')} alt="Foto dari pembeli" width="96" height="96" loading="lazy" />
  </a>
);
