import { checkAddress, shortHash } from '../../shared/domain/papers/check-code.ts';
import { FOOT, LEFT, WIDTH } from './pdf-paper.ts';
import { drawQr } from './qr.ts';
import { say, type TaggedPage } from './tagged-page.ts';

const QR = 64;
/** Kept free at the foot of a page for the code. */
export const CHECK_FREE = QR + 24;

/** The code as a QR with the address of its check page: whoever holds a copy can see what was issued. `more` stands below. */
export const drawCheck = (
  page: TaggedPage,
  { code, hash }: { readonly code: string; readonly hash: string },
  site: string,
  more: string,
): void => {
  const address = checkAddress(site, { code, hash });
  const top = FOOT - QR - 8;
  drawQr(page, address, { x: LEFT, y: top, side: QR });
  const look = { size: 8.5, width: WIDTH - QR - 12 };
  const x = LEFT + QR + 12;
  let y = say(page, `Periksa keaslian: ${site}/cek/${code}`, x, top + 8, look);
  y = say(page, `Kode ${code} · kode pengaman ${shortHash(hash)}`, x, y, look);
  say(page, more, x, y, look);
};
