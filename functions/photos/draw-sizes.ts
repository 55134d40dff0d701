import type { Sharp } from 'sharp';
import { type LogoSize, logoSizes, type PhotoSize, photoSizes } from '../../shared/domain/photos/sizes.ts';
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

type Format = 'jpg' | 'avif';
export type DrawnSize = { readonly size: PhotoSize; readonly format: Format; readonly bytes: Uint8Array };

/** Effort 2: the default takes five times as long for a tenth of the bytes. */
const packed: Record<Format, (image: Sharp) => Sharp> = {
  avif: (image) => image.avif({ quality: 45, effort: 2 }),
  jpg: (image) => image.jpeg({ quality: 60, mozjpeg: true }),
};

const PDF = [0x25, 0x50, 0x44, 0x46];

/** Turned upright, on white, in the colours of every screen: unpacked once, everything else is drawn from these pixels. */
const unpacked = async (bytes: Uint8Array) => {
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

/** A city's sign whole on a white square, in the sizes of letters and pages; nothing else of the file is kept. @throws Problem invalid_request */
export const drawLogo = async (bytes: Uint8Array): Promise<{ size: LogoSize; bytes: Uint8Array }[]> => {
  const { pixels } = await unpacked(bytes);
  return Promise.all(
    (Object.keys(logoSizes) as LogoSize[]).map(async (size) => {
      const side = logoSizes[size];
      const square = pixels().resize({ width: side, height: side, fit: 'contain', background: '#ffffff' });
      return { size, bytes: await square.jpeg({ quality: 85, mozjpeg: true }).toBuffer() };
    }),
  );
};

/**
 * A photo in its three sizes, as the camera's owner saw it: turned upright, its colours brought to what every screen
 * shows, and redrawn, so that nothing else of the file is kept: no place, no time, no owner, no second file behind
 * its end. A photo cut short is refused. @throws Problem invalid_request with what to do
 */
export const drawSizes = async (
  bytes: Uint8Array,
  formats: readonly Format[] = ['avif', 'jpg'],
): Promise<DrawnSize[]> => {
  const { info, pixels } = await unpacked(bytes);
  const sized = (size: PhotoSize): Sharp => {
    const side = photoSizes[size];
    return size === 'list'
      ? pixels().resize({ width: side, height: side, fit: 'cover' })
      : pixels().resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true });
  };
  const drawn: DrawnSize[] = [];
  for (const size of Object.keys(photoSizes) as PhotoSize[]) {
    // A photo no larger than a page shows it is the same picture once more.
    if (size === 'whole' && Math.max(info.width, info.height) <= photoSizes.page) {
      for (const { format, bytes } of drawn.filter((one) => one.size === 'page')) drawn.push({ size, format, bytes });
      break;
    }
    for (const format of formats) drawn.push({ size, format, bytes: await packed[format](sized(size)).toBuffer() });
  }
  return drawn;
};
