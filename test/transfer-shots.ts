import { encode } from 'jpeg-js';
import type { Grey } from '../shared/domain/photos/ink.ts';

/** A transfer as the app of one bank shows it: always the same frame and labels. */
export type Transfer = { readonly rupiah: string; readonly at: string; readonly number: string; readonly from: string };
/** How it is shown again: larger or smaller, and without some of its top, foot and sides (parts of the whole). */
export type Again = { readonly scale?: number; readonly top?: number; readonly foot?: number; readonly side?: number };

const [WIDE, HIGH, LETTER, LINE] = [150, 250, 6, 12];
/** Letters of our own, five dots by seven: what they say does not matter, only that each is another. */
const dotOf = (letter: string, dot: number): boolean => {
  const mixed = Math.imul((letter.charCodeAt(0) + 1) * 64 + dot, 2_654_435_761);
  return (mixed ^ (mixed >>> 15)) % 5 > 0;
};

const linesOf = ({ rupiah, at, number, from }: Transfer): string[] => [
  'TRANSFER BERHASIL',
  'Tanggal dan jam',
  at,
  'Dari rekening',
  from,
  'Ke rekening',
  'BANK JATIM 0011223344',
  'Nama penerima',
  'SRI HANDAYANI',
  'Jumlah',
  rupiah,
  'Biaya admin',
  'Rp2.500',
  'Nomor referensi',
  number,
  'Simpan bukti ini',
];

/** Every dot of the screen: whether it is inked. A space is drawn as a letter, so that a line is one piece. */
const dotsOf = (transfer: Transfer): Uint8Array => {
  const dots = new Uint8Array(WIDE * HIGH);
  for (const [row, line] of linesOf(transfer).entries())
    for (const [column, letter] of [...line].entries())
      for (let dot = 0; dot < 35; dot++)
        if (dotOf(letter, dot))
          dots[(20 + row * LINE + Math.floor(dot / 5)) * WIDE + 10 + column * LETTER + (dot % 5)] = 1;
  return dots;
};

/** The picture in grey, each spot the mean of four. */
export const transferGrey = (transfer: Transfer, { scale = 4, top = 0, foot = 0, side = 0 }: Again = {}): Grey => {
  const dots = dotsOf(transfer);
  const [width, height] = [Math.floor(WIDE * (1 - side) * scale), Math.floor(HIGH * (1 - top - foot) * scale)];
  const [left, above] = [(WIDE * side) / 2, HIGH * top];
  const values = new Uint8Array(width * height).fill(250);
  for (const below of [0.25, 0.75])
    for (const right of [0.25, 0.75])
      for (let y = 0; y < height; y++)
        for (let x = 0; x < width; x++) {
          const dot = Math.floor((y + below) / scale + above) * WIDE + Math.floor((x + right) / scale + left);
          if (dots[dot]) values[y * width + x] = (values[y * width + x] ?? 0) - 55;
        }
  return { width, height, values };
};

/** The same as a messenger sends it. */
export const transferShot = (transfer: Transfer, again: Again = {}, quality = 75) => {
  const { width, height, values } = transferGrey(transfer, again);
  const data = new Uint8Array(width * height * 4).fill(255);
  for (const [at, value] of values.entries()) data.fill(value, at * 4, at * 4 + 3);
  return {
    rawBody: Buffer.from(encode({ width, height, data }, quality).data).toString('latin1'),
    headers: { 'content-type': 'image/jpeg' },
  };
};
