import { checkAddress, shortHash } from '../../shared/domain/papers/check-code.ts';
import { FOOT, LEFT, PAGE, WIDTH } from './pdf-paper.ts';
import { drawQr } from './qr.ts';
import { say, type TaggedPage } from './tagged-page.ts';

const QR = 64;
/** As near to the edge as printers reach. */
const TOP = PAGE.height - 24 - QR;
/** Kept free at the foot of a page for the code. */
export const CHECK_FREE = FOOT - TOP + 8;

/** The code as a QR with the address of its check page: whoever holds a copy can see what was issued. `more` stands below. */
export const drawCheck = (
  page: TaggedPage,
  { code, hash }: { readonly code: string; readonly hash: string },
  site: string,
  more: string,
): void => {
  const address = checkAddress(site, { code, hash });
  drawQr(page, address, { x: LEFT, y: TOP, side: QR });
  const look = { size: 8.5, width: WIDTH - QR - 12 };
  const x = LEFT + QR + 12;
  let y = say(page, `Periksa keaslian: ${site}/cek/${code}`, x, TOP + 6, look);
  y = say(page, `Kode ${code} · kode pengaman ${shortHash(hash)}`, x, y, look);
  say(page, more, x, y, look);
};
