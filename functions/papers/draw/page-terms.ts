import type { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { LEFT, WIDTH } from '../../print/pdf-paper.ts';
import { heightOf, keptWith, roomFor, say, type TaggedPage } from '../../print/tagged-page.ts';
import type { After } from './page-body.ts';
import { FREE } from './page-foot.ts';

const HEAD = { size: 10, strong: true, as: 'H2' } as const;
const NUMBER = 22;
const TERM = { size: 9.5, width: WIDTH - NUMBER } as const;
const SMALL = { size: 8.5 } as const;
const TITLE = 'Syarat';
const GAP = 3;

const linesOf = ({ terms }: PaperContent): readonly string[] => terms?.lines ?? [];
const sourceOf = ({ terms }: PaperContent): string => {
  if (!terms) return '';
  return `Dasar: ${terms.source}.${terms.confirmed ? '' : ' Belum dicocokkan dengan naskah aturannya.'}`;
};

/** How high the head of the terms is with the first of them: what the goods above it may not leave alone. */
export const termsBegin = (page: TaggedPage, content: PaperContent): number => {
  const [first] = linesOf(content);
  return first === undefined ? 0 : heightOf(page, TITLE, HEAD) + GAP + heightOf(page, first, TERM);
};

/** What both sides promise, numbered; the last of it stands with the signatures. */
export const terms = (page: TaggedPage, content: PaperContent, y: number, { after }: After): number => {
  const lines = linesOf(content);
  if (lines.length === 0) return y;
  let at = say(page, TITLE, LEFT, roomFor(page, y, termsBegin(page, content), FREE), HEAD) + GAP;
  for (const [index, line] of lines.entries()) {
    at = roomFor(page, at, heightOf(page, line, TERM), FREE);
    say(page, `${index + 1}.`, LEFT, at, { size: TERM.size, width: NUMBER });
    at = say(page, line, LEFT + NUMBER, at, TERM) + GAP;
  }
  const source = sourceOf(content);
  const height = heightOf(page, source, SMALL);
  return say(page, source, LEFT, roomFor(page, at, keptWith(height, after, FREE), FREE), SMALL) + 4;
};
