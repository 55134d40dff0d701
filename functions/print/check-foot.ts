import { encode } from 'uqr';
import { checkAddress, shortHash } from '../../shared/domain/papers/check-code.ts';
import { FOOT, LEFT, WIDTH } from './pdf-paper.ts';
import { figure, say, type TaggedPage } from './tagged-page.ts';

const QR = 64;
/** Kept free at the foot of a page for the code. */
export const CHECK_FREE = QR + 24;

/** Where a row is dark: from one cell to before another. */
const runs = (cells: readonly boolean[]): [from: number, to: number][] => {
  const found: [number, number][] = [];
  for (const [x, dark] of cells.entries()) {
    const last = found.at(-1);
    if (dark && last?.[1] === x) last[1] = x + 1;
    else if (dark) found.push([x, x + 1]);
  }
  return found;
};

/** The code as a QR with the address of its check page: whoever holds a copy can see what was issued. `more` stands below. */
export const drawCheck = (
  page: TaggedPage,
  { code, hash }: { readonly code: string; readonly hash: string },
  site: string,
  more: string,
): void => {
  const address = checkAddress(site, { code, hash });
  const { data, size } = encode(address, { border: 4 });
  const cell = QR / size;
  const top = FOOT - QR - 8;
  figure(page, `Kode QR ke ${address}`, (doc) => {
    // Dark cells beside each other are one bar: half the file of a paper would be squares.
    for (const [y, cells] of data.entries())
      for (const [from, to] of runs(cells))
        doc.rect(LEFT + from * cell, top + y * cell, (to - from) * cell + 0.05, cell + 0.05);
    doc.fill('#000000');
  });
  const look = { size: 8.5, width: WIDTH - QR - 12 };
  const x = LEFT + QR + 12;
  let y = say(page, `Periksa keaslian: ${site}/cek/${code}`, x, top + 8, look);
  y = say(page, `Kode ${code} · kode pengaman ${shortHash(hash)}`, x, y, look);
  say(page, more, x, y, look);
};
