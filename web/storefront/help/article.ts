/** One part of a page: what it is about, sentences, and steps in their order. */
export type Part = { readonly head: string; readonly text?: readonly string[]; readonly steps?: readonly string[] };

/** A page of help. `words` are what people type when they look for it. */
export type Article = {
  readonly slug: string;
  readonly title: string;
  readonly lead: string;
  readonly words: string;
  readonly parts: readonly Part[];
};
