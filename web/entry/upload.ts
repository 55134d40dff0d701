import { Refusal } from './client.ts';

/** The longest side a photo is sent with; the market makes its own sizes of it. */
const SIDE = 1280;
const unreadable = (file: File) =>
  new Refusal(
    415,
    'unsupported_media_type',
    /heic|heif/i.test(file.type + file.name)
      ? 'Foto HEIC belum bisa dibuka di HP ini. Pilih "Paling kompatibel" di pengaturan kamera, lalu foto ulang.'
      : 'Berkas ini bukan foto yang bisa dibuka. Pilih foto lain.',
  );

/** Turned upright and shrunk on the phone, so that a slow line carries little. */
export const shrunk = async (file: File): Promise<Blob> => {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => {
    throw unreadable(file);
  });
  const scale = Math.min(1, SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', 0.8));
  if (!blob) throw unreadable(file);
  return blob;
};

/** Uploads a shop's photo; answers its address. */
export const uploadPhoto = async (token: string, merchantId: string, file: File): Promise<string> => {
  const response = await fetch(`/api/merchants/${merchantId}/photos`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${token}` },
    body: await shrunk(file),
  }).catch(() => {
    throw new Refusal(0, 'unreachable', 'Foto belum terkirim. Periksa sambungan Anda, lalu coba lagi.');
  });
  const answer = (await response.json().catch(() => ({}))) as { photo?: string; title?: string };
  if (!response.ok || !answer.photo)
    throw new Refusal(response.status, 'invalid_request', answer.title ?? 'Foto belum bisa disimpan.');
  return answer.photo;
};
