import jpeg from 'jpeg-js';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawSizes } from '../../../functions/photos/draw-sizes.ts';
import { Problem } from '../../../shared/problem.ts';

type Pixels = { width: number; height: number; data: Uint8Array };

/** Four corners of four colours, so that every turn and mirror shows. */
const corners = (width = 160, height = 96): Pixels => {
  const data = new Uint8Array(width * height * 4);
  const colours = [
    [220, 30, 30],
    [30, 180, 30],
    [40, 40, 210],
    [235, 220, 60],
  ];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const colour = colours[(y < height / 2 ? 0 : 2) + (x < width / 2 ? 0 : 1)] ?? [];
      data.set([...colour, 255], (y * width + x) * 4);
    }
  return { width, height, data };
};
const encoded = (pixels = corners()) =>
  Buffer.from(jpeg.encode({ ...pixels, data: Buffer.from(pixels.data) }, 95).data);

const segment = (marker: number, content: Uint8Array) =>
  Buffer.concat([Buffer.from([0xff, marker, (content.length + 2) >> 8, (content.length + 2) & 255]), content]);
const withSegments = (plain: Uint8Array, ...segments: Buffer[]) =>
  Buffer.concat([plain.subarray(0, 2), ...segments, plain.subarray(2)]);

/** A minimal Exif block: one tag, the orientation, in either byte order (Exif 3.0, tag 0x0112). */
const exif = (orientation: number, order: 'II' | 'MM') => {
  const short = (value: number) => (order === 'II' ? [value & 255, value >> 8] : [value >> 8, value & 255]);
  const long = (value: number) => (order === 'II' ? [...short(value), 0, 0] : [0, 0, ...short(value)]);
  const head = [...Buffer.from(order), ...short(42), ...long(8), ...short(1)];
  const tag = [...short(0x0112), ...short(3), ...long(1), ...short(orientation), 0, 0];
  return segment(0xe1, Buffer.from([...Buffer.from('Exif\0\0'), ...head, ...tag, ...long(0)]));
};

const sizeOf = async (bytes: Uint8Array, size = 'page') => {
  const drawn = (await drawSizes(bytes)).find((one) => one.size === size && one.format === 'jpg');
  return Buffer.from(drawn?.bytes ?? []);
};
const decoded = async (bytes: Uint8Array): Promise<Pixels> => jpeg.decode(await sizeOf(bytes), { useTArray: true });

const colourAt = ({ width, height, data }: Pixels, right: number, down: number) => {
  const at = (Math.floor(height * down) * width + Math.floor(width * right)) * 4;
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
  if (red > 150 && green > 150) return 'yellow';
  return red > 150 ? 'red' : green > 120 ? 'green' : blue > 120 ? 'blue' : '?';
};
const seen = (pixels: Pixels) =>
  [colourAt(pixels, 0.2, 0.2), colourAt(pixels, 0.8, 0.2), colourAt(pixels, 0.2, 0.8), colourAt(pixels, 0.8, 0.8)].join(
    ' ',
  );

describe('an uploaded photo', () => {
  /* What a viewer shows of the four corners, by the Exif standard's own table of orientations. */
  test.each([
    [1, 'red green blue yellow'],
    [2, 'green red yellow blue'],
    [3, 'yellow blue green red'],
    [4, 'blue yellow red green'],
    [5, 'red blue green yellow'],
    [6, 'blue red yellow green'],
    [7, 'yellow green blue red'],
    [8, 'green yellow red blue'],
  ])('of orientation %i is shown as its camera showed it', async (orientation, corner) => {
    for (const order of ['II', 'MM'] as const) {
      const shown = await decoded(withSegments(encoded(), exif(orientation, order)));
      expect(seen(shown), order).toBe(corner);
      expect([shown.width, shown.height]).toEqual(orientation < 5 ? [160, 96] : [96, 160]);
    }
  });

  test('with a second Exif block is shown by the first', async () => {
    const shown = await decoded(withSegments(encoded(), exif(6, 'MM'), exif(3, 'II')));
    expect(seen(shown)).toBe('blue red yellow green');
  });

  test('keeps nothing of its file but the picture', async () => {
    const notes = [
      segment(0xe1, Buffer.from('Exif\0\0GPS -7.98 112.63 secret')),
      segment(0xfe, Buffer.from('secret <script>')),
      segment(0xed, Buffer.from('Photoshop 3.0 secret')),
    ];
    const polyglot = Buffer.concat([withSegments(encoded(), ...notes), Buffer.from('PK\u0003\u0004 secret zip')]);
    for (const { bytes } of await drawSizes(polyglot)) {
      expect(Buffer.from(bytes).includes('secret')).toBe(false);
      const { exif: kept, xmp, icc } = await sharp(bytes).metadata();
      expect([kept, xmp, icc]).toEqual([undefined, undefined, undefined]);
    }
  });

  test('has the colours it had, also when its camera counted them in another space', async () => {
    const colours = { create: { width: 100, height: 100, channels: 3, background: { r: 200, g: 60, b: 60 } } } as const;
    const wide = await sharp(colours).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer();
    const shown = await decoded(wide);
    const [red = 0, green = 0, blue = 0] = shown.data.subarray(4 * 5050, 4 * 5050 + 3);
    for (const [is, was] of [
      [red, 200],
      [green, 60],
      [blue, 60],
    ] as const)
      expect(Math.abs(is - was)).toBeLessThan(6);
  });

  test('comes in three sizes, never larger than it was', async () => {
    const large = await sharp({ create: { width: 3000, height: 1500, channels: 3, background: '#888888' } })
      .jpeg()
      .toBuffer();
    const sizes = await Promise.all(
      (await drawSizes(large)).map(async ({ size, bytes }) => {
        const { width, height } = await sharp(bytes).metadata();
        return `${size} ${width}×${height}`;
      }),
    );
    expect([...new Set(sizes)]).toEqual(['list 320×320', 'page 640×320', 'whole 1280×640']);
    const small = await sharp(await sizeOf(encoded(), 'whole')).metadata();
    expect([small.width, small.height]).toEqual([160, 96]);
  });

  test('may be a PNG with holes, which become white', async () => {
    const png = await sharp({
      create: { width: 100, height: 100, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
    })
      .png()
      .toBuffer();
    const { data } = await decoded(png);
    expect([...data.subarray(0, 3)].every((channel) => channel > 250)).toBe(true);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"/>')],
    ['a PDF named .jpg', Buffer.from('%PDF-1.7\n1 0 obj')],
    ['a text', Buffer.from('halo, ini bukan foto')],
    [
      'a bomb of 60,000 pixels a side',
      Buffer.concat([Buffer.from('ffd8ffc0000b08ea60ea60010111', 'hex'), Buffer.alloc(9)]),
    ],
    ['a tiny dot', encoded(corners(8, 8))],
    ['a cut picture', encoded(corners(600, 600)).subarray(0, 3000)],
    ['a picture without its last line', encoded(corners(600, 600)).subarray(0, -400)],
    ['tables without a picture', segment(0xdb, Buffer.alloc(65))],
  ])('is refused as %s, in words', async (_, bytes) => {
    const refusal = await drawSizes(bytes).catch((error) => error);
    expect(refusal).toBeInstanceOf(Problem);
    expect(refusal.flaws[0].detail).toMatch(/\.$/);
  });

  test('is refused in words as HEIC, which phones write', async () => {
    const heic = Buffer.concat([
      Buffer.from('00000018667479706865696300000000', 'hex'),
      Buffer.from('mif1heic'),
      Buffer.alloc(200),
    ]);
    expect(await drawSizes(heic).catch((error) => error)).toBeInstanceOf(Problem);
  });

  test('never fails but by a Problem, whatever byte is changed', async () => {
    const plain = encoded();
    for (let round = 0; round < 60; round++) {
      const changed = Buffer.from(plain);
      changed[(round * 7919) % changed.length] = (round * 104_729) % 256;
      const drawn = await drawSizes(changed).catch((error) => error);
      if (drawn instanceof Error) expect(drawn).toBeInstanceOf(Problem);
    }
  });
});
