import { Refusal } from '../../entry/client.ts';
import { hashOf } from '../../kit/files/file-hash.ts';

/** So large a picture may be before it is kept: a phone of 1 GB holds six hundred of them. Bytes. */
const MOST_BYTES = 200_000;
/** Smaller and plainer until it fits: the last always does. */
const tries = [
  [1280, 0.7],
  [1024, 0.6],
  [800, 0.5],
  [640, 0.4],
] as const;
const SMALL = 112;

const unreadable = () =>
  new Refusal(415, 'unsupported_media_type', 'Foto ini tidak bisa dibuka di HP ini. Ambil lagi dengan kamera.');

const drawn = (picture: ImageBitmap, side: number): HTMLCanvasElement => {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
};
const packed = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((done) => canvas.toBlob(done, 'image/jpeg', quality));

/** A picture as it is kept and sent, its hash, and a small one to be shown. @throws Refusal where it cannot be opened */
export const smallPhoto = async (file: File): Promise<{ blob: Blob; hash: string; small: string }> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw unreadable();
  });
  try {
    for (const [side, quality] of tries) {
      const blob = await packed(drawn(picture, side), quality);
      if (!blob || blob.size > MOST_BYTES) continue;
      return { blob, hash: await hashOf(blob), small: drawn(picture, SMALL).toDataURL('image/jpeg', 0.6) };
    }
    throw unreadable();
  } finally {
    picture.close();
  }
};
