import type { Paper } from '../../../shared/domain/papers/paper.ts';
import { printable } from '../../print/letters.ts';
import { bytesOf } from '../../print/pdf-paper.ts';
import { newTagged } from '../../print/tagged-page.ts';
import { drawPages, titleOf } from './draw-paper.ts';
import type { Pictures } from './page-body.ts';

/** Many papers as one file: a bookmark for each order, and beneath it one for each of its papers. */
export const drawBundle = async (
  papers: readonly Paper[],
  found: Pictures,
  site: string,
  title: string,
): Promise<Uint8Array> => {
  const page = await newTagged(title, papers.at(-1)?.issuedAt ?? '');
  let order: string | undefined;
  let bookmark = page.doc.outline;
  for (const [index, paper] of papers.entries()) {
    if (index > 0) page.doc.addPage();
    if (paper.orderId !== order) {
      order = paper.orderId;
      bookmark = page.doc.outline.addItem(printable(`${paper.content.shop.name}, ${paper.content.purpose}`));
    }
    bookmark.addItem(printable(titleOf(paper)));
    drawPages(page, paper, found, site);
  }
  page.part.end();
  return bytesOf(page.doc);
};
