import type { Paper, PaperContent } from '../../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import { printable } from '../../print/letters.ts';
import { bytesOf, LEFT } from '../../print/pdf-paper.ts';
import { newTagged, numbered, onEachPage, say, type TaggedPage, within } from '../../print/tagged-page.ts';
import { goods, type Pictures, pictures } from './page-body.ts';
import { checkFoot, signatures, signaturesHeight } from './page-foot.ts';
import { payment, taxes, taxesHeight } from './page-money.ts';
import { terms, termsBegin } from './page-terms.ts';
import { letterhead, particulars } from './page-top.ts';

export const titleOf = ({ kind, content, code }: Paper): string => `${paperKinds[kind].name} ${content.number ?? code}`;

const ABOVE_SIGNATURES = 18;

/** What a paper is about: goods, pictures or money. What follows it stands on no page alone. */
const body = (page: TaggedPage, content: PaperContent, y: number, found: Pictures): number => {
  const signed = ABOVE_SIGNATURES + signaturesHeight(page, content);
  const after = taxesHeight(page, content) + signed;
  if (content.kind === 'bukti-bayar') return payment(page, content, y, { after });
  if (content.terms) {
    const ordered = goods(page, content, y, { after: termsBegin(page, content) });
    return terms(page, content, ordered + 4, { after: signed });
  }
  const at =
    content.kind === 'foto'
      ? pictures(page, content, y, { after, found })
      : content.kind === 'pajak'
        ? y
        : goods(page, content, y, { after });
  return taxes(page, content, at, { after: signed });
};

/** One paper on pages of its own; every page of it carries the code at its foot, and which of how many it is. */
export const drawPages = (page: TaggedPage, paper: Paper, found: Pictures, site: string): void => {
  within(
    page,
    'Sect',
    (sheet) => {
      const { content, kind } = paper;
      let y = letterhead(sheet, content, found);
      y = say(sheet, paperKinds[kind].name.toUpperCase(), LEFT, y, {
        size: 17,
        strong: true,
        align: 'center',
        as: 'H1',
      });
      y = body(sheet, content, particulars(sheet, content, y + 12), found);
      signatures(sheet, content, y + ABOVE_SIGNATURES);
      onEachPage(sheet, () => checkFoot(sheet, paper, site));
    },
    titleOf(paper),
  );
  numbered(page);
};

/** An issued paper as a file; drawn of what it says alone, so the same paper is the same file for ever. */
export const drawPaper = async (paper: Paper, found: Pictures, site: string): Promise<Uint8Array> => {
  const page = await newTagged(titleOf(paper), paper.issuedAt);
  page.doc.outline.addItem(printable(titleOf(paper)));
  drawPages(page, paper, found, site);
  page.part.end();
  return bytesOf(page.doc);
};
