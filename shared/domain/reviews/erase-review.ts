import { ERASED_NAME } from '../people/erased.ts';
import type { Review } from './review.ts';

/** A review without its person: its stars and its place in every average stay, words and picture go. */
export const erasedReview = (
  { text: _, photo: __, ...review }: Review,
  { person, name }: { readonly person: string; readonly name: string },
): Review => ({
  ...review,
  by: name,
  author: ERASED_NAME,
  history: review.history.map((step) => (step.by === person ? { ...step, by: name } : step)),
  version: review.version + 1,
});
