import { type Kept, picturesOf } from './phone-store.ts';

const dataUrl = (blob: Blob): Promise<string> =>
  new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(String(reader.result));
    reader.onerror = () => failed(reader.error);
    reader.readAsDataURL(blob);
  });

/** A record with its pictures as one file: for who cannot send it, and for a colleague who can read it. */
export const exportRecord = async (kept: Kept): Promise<void> => {
  const pictures = await picturesOf(kept);
  const file = {
    instanceId: kept.instanceId,
    visitId: kept.visitId,
    usaha: kept.name,
    hari: kept.day,
    catatan: kept.body ?? kept.draft,
    foto: await Promise.all(pictures.map(async ({ hash, blob }) => ({ hash, isi: await dataUrl(blob) }))),
  };
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `kunjungan-${kept.day}-${kept.visitId.slice(-6)}.json`;
  link.click();
  URL.revokeObjectURL(address);
};
