import type { Output } from '../../shared/contract.ts';
import { Refusal } from './client.ts';
import { renewed } from './session.ts';

/** The longest side a photo is sent with; the market makes its own sizes of it. */
const SIDE = 1280;
/** Told at the field the picture was chosen in. */
const atField = (status: number, code: Refusal['code'], sentence: string) =>
  new Refusal(status, code, sentence, [{ pointer: '/photo', detail: sentence }]);
const unreadableWords = (file: File): string => {
  if (file.size === 0) return 'Berkas ini kosong. Foto ulang, atau pilih foto lain.';
  return /heic|heif/i.test(file.type + file.name)
    ? 'Foto HEIC belum bisa dibuka di HP ini. Pilih "Paling kompatibel" di pengaturan kamera, lalu foto ulang.'
    : 'Berkas ini bukan foto yang bisa dibuka. Pilih foto lain.';
};
const unreadable = (file: File) => atField(415, 'unsupported_media_type', unreadableWords(file));

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

const send = async <T>(token: string, path: string, file: File): Promise<Partial<T>> => {
  const response = await fetch(`/api${path}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${renewed(token)}` },
    body: await shrunk(file),
  }).catch((error) => {
    throw error instanceof Refusal
      ? error
      : new Refusal(0, 'unreachable', 'Foto belum terkirim. Periksa sambungan Anda, lalu coba lagi.');
  });
  const answer = (await response.json().catch(() => ({}))) as Partial<T> & {
    title?: string;
    code?: Refusal['code'];
    errors?: readonly { detail: string }[];
  };
  if (!response.ok) {
    const sentence = answer.errors?.[0]?.detail ?? answer.title ?? 'Foto belum bisa disimpan.';
    throw atField(response.status, answer.code ?? 'invalid_request', sentence);
  }
  return answer;
};

/** Uploads a shop's photo; answers its address. */
export const uploadPhoto = async (token: string, merchantId: string, file: File): Promise<string> =>
  (await send<{ photo: string }>(token, `/merchants/${merchantId}/photos`, file)).photo ?? '';

type OrderPhoto = Output<'POST /orders/{orderId}/photos/{purpose}'>;
/** Uploads a picture of an order: of the goods, of a proof of payment, or for its review. */
export const uploadOrderPhoto = (
  token: string,
  orderId: string,
  purpose: OrderPhoto['purpose'],
  file: File,
): Promise<Partial<OrderPhoto>> => send<OrderPhoto>(token, `/orders/${orderId}/photos/${purpose}`, file);

/** Uploads a civil servant's picture of a receipt; answers its name. */
export const uploadProofPhoto = async (token: string, file: File): Promise<string> =>
  (await send<{ photoId: string }>(token, '/me/purchase-proof-photos', file)).photoId ?? '';

/** Uploads a picture of what was done for a maker. */
export const uploadTaskPhoto = async (
  token: string,
  { merchantId, taskId }: { readonly merchantId: string; readonly taskId: string },
  file: File,
): Promise<void> => {
  await send(token, `/merchants/${merchantId}/tasks/${taskId}/photo`, file);
};

/** The pictures chosen in a form's file field. One without a byte was chosen too, and is told; a field left alone has no name. */
export const chosenFiles = (form: HTMLFormElement, name = 'photo'): File[] =>
  new FormData(form).getAll(name).filter((given): given is File => given instanceof File && given.name !== '');
