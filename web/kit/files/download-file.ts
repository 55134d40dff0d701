import { Refusal } from '../../entry/client.ts';
import { renewed } from '../../entry/session.ts';

/** Hands bytes that are here to the browser under a name. */
export const saveFile = (blob: Blob, name: string): void => {
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** A file as who is signed in, or anybody, may have it. */
export const fetchFile = async (token: string | undefined, path: string): Promise<Response> => {
  const response = await fetch(`/api${path}`, {
    headers: token === undefined ? {} : { authorization: `Bearer ${renewed(token)}` },
  }).catch(() => {
    throw new Refusal(0, 'unreachable', 'Tidak ada koneksi internet.');
  });
  if (!response.ok) {
    const { title } = (await response.json().catch(() => ({}))) as { title?: string };
    throw new Refusal(response.status, 'internal', title ?? 'Berkas ini belum bisa diambil. Coba lagi.');
  }
  return response;
};

/** Fetches a file and hands it to the browser under a name. */
export const downloadFile = async (token: string | undefined, path: string, name: string): Promise<void> => {
  const response = await fetchFile(token, path);
  saveFile(await response.blob(), name);
};
