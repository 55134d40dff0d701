import { day, rupiah } from '../../../shared/domain/basics/wording.ts';
import type { Paper, PaperContent } from '../../../shared/domain/papers/paper.ts';
import { CHECK_FREE, drawCheck } from '../../print/check-foot.ts';
import { printable, UNKNOWN } from '../../print/letters.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { heightOf, ornament, roomFor, say, type TaggedPage } from '../../print/tagged-page.ts';

/** Kept free at the foot of every page for the code. */
export const FREE = CHECK_FREE;

/** As a stamp is large that is glued on paper. */
const STAMP = { width: 100, height: 64 } as const;
/** A box for the stamp, only where the law asks for one. */
const stamp = (page: TaggedPage, { stampRupiah }: PaperContent, x: number, y: number): void => {
  if (stampRupiah === null) return;
  const { width, height } = STAMP;
  ornament(page, (doc) => doc.rect(x, y, width, height).lineWidth(0.75).strokeColor('#000000').stroke());
  say(page, `Meterai ${rupiah(stampRupiah)}`, x + 4, y + 24, { size: 7.5, width: width - 8, align: 'center' });
};

type Signer = { readonly role: string; readonly name: string; readonly nip?: string | undefined };
/** Room for three numbers of eighteen digits side by side. */
const MOST_IN_A_ROW = 3;
/** From the role to the name: room for a signature and a seal. */
const SIGN = 54;
const BETWEEN = 30;

const tookGoods: ReadonlySet<PaperContent['kind']> = new Set(['bast', 'pemeriksaan', 'nota']);
/** Who signs: those the office names, who took the goods where this says so, and the seller last. A nota is the shop's. */
const signersOf = ({ kind, handover, signatories, shop }: PaperContent): readonly Signer[] => {
  const named = kind === 'nota' ? [] : signatories;
  const took = tookGoods.has(kind) && handover ? handover.receivedBy : undefined;
  const known = took === undefined || named.some(({ name }) => name === took);
  return [...named, ...(known ? [] : [{ role: 'Penerima barang', name: took }]), { role: 'Penjual', name: shop.owner }];
};

/** The place and day above who signs last; a berita acara begins with its day and has none here. */
const dateOf = ({ kind, place, on }: PaperContent): string =>
  kind === 'bast' || kind === 'pemeriksaan' ? '' : [place, day(on)].filter(Boolean).join(', ');

type Measured = {
  readonly signers: readonly Signer[];
  readonly width: number;
  readonly roles: number;
  readonly sign: number;
  readonly height: number;
};
const measured = (page: TaggedPage, signers: readonly Signer[], sign: number): Measured => {
  const width = WIDTH / signers.length;
  const look = lookOf(width);
  const roles = Math.max(...signers.map(({ role }) => heightOf(page, `${role},`, look)));
  const names = signers.map(({ name, nip }) => heightOf(page, name, { ...look, strong: true }) + (nip ? LINE : 0));
  return { signers, width, roles, sign, height: roles + sign + Math.max(...names) };
};

/** The rows of signatures, each as high as its longest title and name: neither is ever cut. */
const rowsOf = (page: TaggedPage, content: PaperContent): readonly Measured[] => {
  const signers = signersOf(content);
  const perRow = signers.length === 4 ? 2 : MOST_IN_A_ROW;
  const rows: Measured[] = [];
  for (let first = 0; first < signers.length; first += perRow) {
    const isLast = first + perRow >= signers.length;
    const sign = isLast && content.stampRupiah !== null ? STAMP.height + 8 : SIGN;
    rows.push(measured(page, signers.slice(first, first + perRow), sign));
  }
  return rows;
};
const LINE = 16;
const lookOf = (width: number) => ({ size: 10, width: width - 10, align: 'center' }) as const;

/** How high the signatures are, with the day above them. */
export const signaturesHeight = (page: TaggedPage, content: PaperContent): number =>
  rowsOf(page, content).reduce((sum, { height }) => sum + height + BETWEEN, LINE - BETWEEN);

/** Who signs, side by side and all on one page; the seller stands last, and where a stamp is due it is theirs to sign over. */
export const signatures = (page: TaggedPage, content: PaperContent, y: number): void => {
  const rows = rowsOf(page, content);
  const seller = rows.at(-1)?.signers.at(-1);
  let top = roomFor(page, y, signaturesHeight(page, content), FREE);
  const last = rows[0]?.width ?? WIDTH;
  say(page, dateOf(content), LEFT + WIDTH - last, top, lookOf(last));
  top += LINE;
  for (const { signers, width, roles, sign, height } of rows) {
    const look = lookOf(width);
    for (const [index, signer] of signers.entries()) {
      const x = LEFT + index * width;
      say(page, `${signer.role},`, x, top, look);
      if (signer === seller) stamp(page, content, x + (look.width - STAMP.width) / 2, top + roles + 4);
      const under = say(page, signer.name, x, top + roles + sign, { ...look, strong: true });
      if (signer.nip) say(page, `NIP ${signer.nip}`, x, under, look);
    }
    top += height + BETWEEN;
  }
};

const says = ({ content }: Paper): string =>
  printable(JSON.stringify(content)).includes(UNKNOWN)
    ? `Huruf yang tidak bisa dicetak ditulis ${UNKNOWN}; tulisan aslinya ada pada pesanannya di Pasar Rata.`
    : '';

/** The code as a QR with the address of its check page, and what of its letters could not be printed. */
export const checkFoot = (page: TaggedPage, paper: Paper, site: string): void =>
  drawCheck(page, paper, site, says(paper));
