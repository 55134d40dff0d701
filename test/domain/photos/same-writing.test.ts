import { describe, expect, test } from 'vitest';
import { looksSame } from '../../../shared/domain/photos/picture-look.ts';
import { writingIn } from '../../../shared/domain/photos/writing.ts';
import { type Again, type Transfer, transferGrey } from '../../transfer-shots.ts';

const transfer: Transfer = {
  rupiah: 'Rp36.000',
  at: '27 Nov 2026 09:14',
  number: '20261127091455',
  from: 'SITI AMINAH 4821',
};
const again: readonly Again[] = [
  { scale: 4 },
  { scale: 2.6 },
  { scale: 3.37, top: 0.11 },
  { scale: 3, top: 0.06, foot: 0.13, side: 0.08 },
  { scale: 2.5, top: 0.2, side: 0.05 },
];
const otherwise: readonly Partial<Transfer>[] = [
  { at: '28 Nov 2026 17:40', number: '20261128174012' },
  { at: '27 Nov 2026 11:02', number: '20261127110233', rupiah: 'Rp25.000' },
  { at: '03 Des 2026 08:31', number: '20261203083155', from: 'BUDI SANTOSO 0077' },
];
const lookOf = (transfer: Transfer, shown: Again = {}) => {
  const grey = transferGrey(transfer, shown);
  return { print: null, width: grey.width, height: grey.height, writing: writingIn(grey) };
};

describe('the writing of a picture', () => {
  test.each(again)('is known again in a part of it, larger or smaller, whichever came first: %o', (shown) => {
    const [whole, part] = [lookOf(transfer), lookOf(transfer, shown)];
    expect(looksSame(part, whole)).toBe(true);
    expect(looksSame(whole, part)).toBe(true);
  });

  test.each(otherwise)('is not that of the next transfer to the same shop at the same bank: %o', (next) => {
    const known = lookOf(transfer);
    for (const shown of [{}, ...again]) expect(looksSame(lookOf({ ...transfer, ...next }, shown), known)).toBe(false);
  });

  test('is none in a blank or a noisy picture, which then is known by the whole alone', () => {
    const noise = Uint8Array.from({ length: 200 * 300 }, (_, at) => 128 + ((at * 7919) % 41));
    for (const values of [new Uint8Array(200 * 300).fill(90), noise])
      expect(writingIn({ width: 200, height: 300, values })).toEqual([]);
  });
});
