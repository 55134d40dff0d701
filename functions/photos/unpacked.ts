import type { Sharp } from 'sharp';
import { photoSizes } from '../../shared/domain/photos/sizes.ts';
import { Problem } from '../../shared/problem.ts';

const SIDE_MIN = 64;
/** The most pixels that are unpacked: a bomb of a few bytes ends here, before it takes memory. */
const PIXELS_MAX = 40_000_000;

const refused = (detail: string) =>
  new Problem('invalid_request', 'Foto tidak bisa dibuka. Simpan ulang fotonya, lalu unggah lagi.', [
    { pointer: '/', detail },
  ]);

/** Loaded with the first photo: it is a library of native code, and on one machine most starts never see a photo. */
const load = async () => {
  const { default: sharp } = await import('sharp');
  sharp.cache(false);
  sharp.concurrency(1);
  return sharp;
};

const kinds: Readonly<Record<string, string>> = {
  heif: 'Foto HEIC dari iPhone belum bisa dibuka. Pilih "Paling kompatibel" di pengaturan kamera, atau kirim JPEG.',
  svg: 'Gambar SVG tidak diterima. Kirim foto JPEG.',
  pdf: 'Ini PDF, bukan foto. Kirim foto JPEG.',
  gif: 'Gambar GIF tidak diterima. Kirim foto JPEG.',
};

const taken: ReadonlySet<string> = new Set(['jpeg', 'png', 'webp']);

const requireTaken = async (image: Sharp): Promise<void> => {
  const {
    format,
    width = 0,
    height = 0,
  } = await image.metadata().catch(() => {
    throw refused('Berkas ini bukan foto yang utuh.');
  });
  if (!taken.has(format)) throw refused(kinds[format] ?? 'Kirim foto JPEG, PNG, atau WebP.');
  if (width < SIDE_MIN || height < SIDE_MIN)
    throw refused(`Ukuran ${width}×${height} terlalu kecil; sisi paling sedikit ${SIDE_MIN} piksel.`);
};

const PDF = [0x25, 0x50, 0x44, 0x46];

/** Turned upright, on white, in the colours of every screen: unpacked once, everything else is drawn from these pixels. */
export const unpacked = async (bytes: Uint8Array) => {
  if (bytes.length === 0) throw refused('Berkasnya kosong.');
  if (PDF.every((byte, index) => bytes[index] === byte)) throw refused(kinds['pdf'] ?? '');
  const sharp = await load();
  const options = { limitInputPixels: PIXELS_MAX, failOn: 'error', sequentialRead: true } as const;
  await requireTaken(sharp(bytes, options));
  const widest = photoSizes.whole;
  const { data, info } = await sharp(bytes, options)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .resize({ width: widest, height: widest, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw refused('Data gambar terpotong atau rusak.');
    });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  return { info, pixels: () => sharp(data, { raw }) };
};
