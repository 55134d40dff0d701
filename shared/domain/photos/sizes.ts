/** The most bytes an upload may have: a photo as an old phone takes it. The upload page sends far less. */
export const PHOTO_BYTES = 2 * 1024 * 1024;

/** Kinds an upload may call itself; what it is, its bytes decide. */
export const photoTypes = ['image/jpeg', 'image/jpg', 'image/pjpeg', 'image/png', 'image/webp'] as const;

/** The sizes made of every photo: a square for lists (two a row of a phone 360 px wide, at two pixels each), two widths for pages. Pixels. */
export const photoSizes = { list: 320, page: 640, whole: 1280 } as const;
export type PhotoSize = keyof typeof photoSizes;

/** A city's sign is drawn whole on white, for letters and for the head of pages. Pixels of a side. */
export const logoSizes = { letter: 256, page: 96 } as const;
export type LogoSize = keyof typeof logoSizes;
export const logoFile = (logo: string, size: LogoSize): string =>
  size === 'letter' ? logo : logo.replace(/\.jpg$/, `-${logoSizes[size]}.jpg`);

/** Where one size of a photo is found; a photo's own address is its middle size, as a JPEG. */
export const photoFile = (photo: string, size: PhotoSize, format: 'jpg' | 'avif'): string =>
  size === 'page' && format === 'jpg' ? photo : photo.replace(/\.jpg$/, `-${photoSizes[size]}.${format}`);
