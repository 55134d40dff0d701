import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';

/** Pages side by side on one sheet, each as wide as this and cut below. */
const COLUMNS = 6;
const WIDTH = 300;
const MOST = 900;
const GAP = 12;
const LABEL = 22;

const tile = async (folder: string, name: string): Promise<Buffer> => {
  const picture = sharp(join(folder, `${name}.png`)).resize({ width: WIDTH });
  const { data, info } = await picture.png().toBuffer({ resolveWithObject: true });
  const cut = sharp(data).extract({ left: 0, top: 0, width: WIDTH, height: Math.min(info.height, MOST) });
  const text = `<svg width="${WIDTH}" height="${LABEL}"><text x="2" y="15" font-family="sans-serif" font-size="13">${name}</text></svg>`;
  return cut
    .extend({ top: LABEL, bottom: Math.max(0, MOST - info.height), background: '#fff' })
    .composite([{ input: Buffer.from(text), left: 0, top: 0 }])
    .png()
    .toBuffer();
};

/** Puts the pictures whose name ends so on sheets of twelve, `lembar-360-1.png` and on. */
export const makeSheets = async (folder: string, ending: string): Promise<string[]> => {
  const names = (await readdir(folder))
    .filter((file) => file.endsWith(`${ending}.png`) && !file.startsWith('lembar-'))
    .map((file) => file.slice(0, -4))
    .sort();
  const sheets: string[] = [];
  for (let from = 0; from < names.length; from += 2 * COLUMNS) {
    const some = names.slice(from, from + 2 * COLUMNS);
    const tiles = await Promise.all(some.map((name) => tile(folder, name)));
    const rows = Math.ceil(some.length / COLUMNS);
    const sheet = join(folder, `lembar${ending}-${sheets.length + 1}.png`);
    const step = { across: WIDTH + GAP, down: MOST + LABEL + GAP };
    await sharp({
      create: { width: COLUMNS * step.across, height: rows * step.down, channels: 3, background: '#8a8a8a' },
    })
      .composite(
        tiles.map((input, at) => ({
          input,
          left: (at % COLUMNS) * step.across,
          top: Math.floor(at / COLUMNS) * step.down,
        })),
      )
      .png()
      .toFile(sheet);
    sheets.push(sheet);
  }
  return sheets;
};
