import type { Paper } from '../../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import { printable } from '../../print/letters.ts';
import { bytesOf, LEFT } from '../../print/pdf-paper.ts';
import { newTagged, say, type TaggedPage, within } from '../../print/tagged-page.ts';
import { goods, type Pictures, pictures, taxes } from './page-body.ts';
import { checkFoot, signatures } from './page-foot.ts';
import { letterhead, particulars } from './page-top.ts';

export const titleOf = ({ kind, content, code }: Paper): string => `${paperKinds[kind].name} ${content.number ?? code}`;

/** One paper on pages of its own; every page of it carries the code at its foot. */
export const drawPages = (page: TaggedPage, paper: Paper, found: Pictures, site: string): void =>
  within(
    page,
    'Sect',
    (sheet) => {
      const { content, kind } = paper;
      const foot = () => checkFoot(sheet, paper, site);
      sheet.doc.on('pageAdded', foot);
      foot();
      let y = letterhead(sheet, content, found);
      y = say(sheet, paperKinds[kind].name.toUpperCase(), LEFT, y, {
        size: 17,
        strong: true,
        align: 'center',
        as: 'H1',
      });
      y = particulars(sheet, content, y + 12);
      y = kind === 'foto' ? pictures(sheet, content, found, y) : goods(sheet, content, y);
      y = taxes(sheet, content, y);
      signatures(sheet, content, y + 18);
      sheet.doc.off('pageAdded', foot);
    },
    titleOf(paper),
  );

/** An issued paper as a file; drawn of what it says alone, so the same paper is the same file for ever. */
export const drawPaper = async (paper: Paper, found: Pictures, site: string): Promise<Uint8Array> => {
  const page = await newTagged(titleOf(paper), paper.issuedAt);
  page.doc.outline.addItem(printable(titleOf(paper)));
  drawPages(page, paper, found, site);
  page.part.end();
  return bytesOf(page.doc);
};
