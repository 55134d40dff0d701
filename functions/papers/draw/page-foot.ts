import { rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Paper, PaperContent } from '../../../shared/domain/papers/paper.ts';
import { CHECK_FREE, drawCheck } from '../../print/check-foot.ts';
import { printable, UNKNOWN } from '../../print/letters.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { heightOf, ornament, roomFor, say, type TaggedPage, within } from '../../print/tagged-page.ts';

/** Kept free at the foot of every page for the code. */
export const FREE = CHECK_FREE;

/** A box for the stamp, only where the law asks for one. */
const stamp = (page: TaggedPage, { stampRupiah }: PaperContent, x: number, y: number): void => {
  if (stampRupiah === null) return;
  ornament(page, (doc) => doc.rect(x, y, 62, 44).lineWidth(0.75).strokeColor('#000000').stroke());
  say(page, `Meterai ${rupiah(stampRupiah)}`, x + 4, y + 10, { size: 7.5, width: 54, align: 'center' });
};

const MOST_IN_A_ROW = 4;
/** From the role to the name: room for a signature, a seal or a stamp. */
const SIGN = 70;

/** Who signs, up to four side by side; the seller stands last, and where a stamp is due it is theirs to sign over. */
export const signatures = (page: TaggedPage, content: PaperContent, y: number): void => {
  const seller = { role: 'Penjual', name: content.shop.owner, nip: undefined };
  const signers = [...content.signatories, seller];
  const width = WIDTH / Math.min(signers.length, MOST_IN_A_ROW);
  const look = { size: 10, width: width - 10, align: 'center' } as const;
  let top = y;
  for (let first = 0; first < signers.length; first += MOST_IN_A_ROW) {
    const row = signers.slice(first, first + MOST_IN_A_ROW);
    // Names are never cut, however long.
    const names = Math.max(...row.map(({ name }) => heightOf(page, name, { ...look, strong: true })));
    top = roomFor(page, top, SIGN + names + 16, FREE);
    for (const [index, signer] of row.entries())
      within(page, 'Div', (one) => {
        const x = LEFT + index * width;
        say(one, `${signer.role},`, x, top, { ...look, lines: 2 });
        if (signer === seller) stamp(one, content, x + width / 2 - 31, top + 22);
        const under = say(one, signer.name, x, top + SIGN, { ...look, strong: true });
        if (signer.nip) say(one, `NIP ${signer.nip}`, x, under, look);
      });
    top += SIGN + names + 30;
  }
};

const says = ({ content, code }: Paper): string =>
  printable(JSON.stringify(content)).includes(UNKNOWN)
    ? `Huruf yang tidak bisa dicetak ditulis ${UNKNOWN}; tulisan aslinya ada di alamat di atas, kode ${code}.`
    : '';

/** The code as a QR with the address of its check page, and what of its letters could not be printed. */
export const checkFoot = (page: TaggedPage, paper: Paper, site: string): void =>
  drawCheck(page, paper, site, says(paper));
