import * as z from 'zod';
import { looksLike } from './picture-print.ts';
import { sameWriting } from './same-writing.ts';
import { Piece } from './writing.ts';

/** What is kept of how a picture looks, to know it again when it is cropped, packed again or made smaller. */
export const PictureLook = z.object({
  print: z.string().nullable().describe('Null where there is nothing to see'),
  width: z.int(),
  height: z.int(),
  writing: z.array(Piece),
});
export type PictureLook = z.infer<typeof PictureLook>;

/**
 * Whether two pictures may be of one thing. Screens of one bank look alike as a whole, so where their writing can be laid on one
 * another it decides; of other pictures, the whole. A question for who looks at both, never an answer.
 */
export const looksSame = (one: PictureLook, other: PictureLook): boolean => {
  const written = sameWriting(one, other);
  return written ?? (one.print !== null && other.print !== null && looksLike(one.print, other.print));
};
