import { Problem } from '../../problem.ts';

export const PHOTO_BYTES = 400 * 1024;
const SIDE_MIN = 64;
const SIDE_MAX = 2000;

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Segments a picture needs: frame (baseline or progressive), Huffman and quantisation tables, restart interval. */
const kept = new Set([0xc0, 0xc1, 0xc2, 0xc4, 0xdb, 0xdd]);
const frames = new Set([0xc0, 0xc1, 0xc2]);
/** Application data and comments: cameras write places, times and owners here. Left out. */
const isNote = (marker: number): boolean => (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
const isRestart = (marker: number): boolean => marker >= 0xd0 && marker <= 0xd7;

const broken = (detail: string) =>
  new Problem('invalid_request', 'Foto harus JPEG yang utuh. Simpan ulang fotonya, lalu unggah lagi.', [
    { pointer: '/', detail },
  ]);

/** Where the compressed data that starts at `from` ends: the next marker that is neither stuffing nor a restart. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at++) {
    if (bytes[at] !== 0xff) continue;
    const next = bytes[at + 1] as number;
    if (next !== 0 && next !== 0xff && !isRestart(next)) return at;
  }
  throw broken('Data gambar terpotong.');
};

const requireSize = (bytes: Uint8Array, frame: number): void => {
  const height = ((bytes[frame + 5] ?? 0) << 8) | (bytes[frame + 6] ?? 0);
  const width = ((bytes[frame + 7] ?? 0) << 8) | (bytes[frame + 8] ?? 0);
  if ([width, height].some((side) => side < SIDE_MIN || side > SIDE_MAX))
    throw broken(`Ukuran ${width}×${height}; sisi harus ${SIDE_MIN} sampai ${SIDE_MAX} piksel.`);
};

/**
 * A picture rebuilt from the parts a picture needs (ITU-T T.81): whatever else a file carried — place and time of the
 * camera, a second file behind the end, a script in a comment — is not in the result. Refuses what is not a JPEG.
 */
export const cleanJpeg = (bytes: Uint8Array): Uint8Array => {
  if (bytes[0] !== 0xff || bytes[1] !== SOI) throw broken('Bukan JPEG.');
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let framed = false;
  let scanned = false;
  for (let at = 2; ; ) {
    if (bytes[at] !== 0xff) throw broken('Susunan JPEG rusak.');
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === EOI) break;
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
    const end = at + 2 + length;
    if (marker === undefined || length < 2 || end > bytes.length) throw broken('Susunan JPEG terpotong.');
    if (frames.has(marker)) {
      if (framed) throw broken('Lebih dari satu gambar.');
      requireSize(bytes, at);
      framed = true;
    }
    if (marker === SOS) {
      const stop = endOfScan(bytes, end);
      parts.push(bytes.subarray(at, stop));
      scanned = true;
      at = stop;
      continue;
    }
    if (kept.has(marker)) parts.push(bytes.subarray(at, end));
    else if (!isNote(marker)) throw broken('Jenis JPEG ini tidak didukung.');
    at = end;
  }
  if (!framed || !scanned) throw broken('Tidak ada gambar di dalamnya.');
  parts.push(Uint8Array.of(0xff, EOI));
  return Buffer.concat(parts);
};
