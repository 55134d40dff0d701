const BITS = 32;
/** FNV-1a from two beginnings: two halves of a 64-bit mark of a text. */
const marked = (text: string): readonly [number, number] => {
  let [one, other] = [0x811c9dc5, 0x01234567];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x5bd1e995) ^ (other >>> 13);
  }
  return [one >>> 0, other >>> 0];
};

/** So many places for each text that may come: a place is found after a few looks however full it gets. */
const ROOM = 1.5;

/**
 * Tells whether a text was there before, of at most so many, in memory that is taken once: two numbers a text instead of the text,
 * and the same however many come. Of a million different texts two are taken for one in 1 of 30 million files.
 */
export const textSet = (most: number): { readonly add: (text: string) => boolean } => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, most * ROOM)));
  const [high, low] = [new Uint32Array(size), new Uint32Array(size)];
  return {
    add: (text) => {
      const [one, given] = marked(text);
      // Zero and zero is an empty place.
      const other = given || BITS;
      let at = (one ^ Math.imul(other, 0x9e3779b1)) & (size - 1);
      while (high[at] !== 0 || low[at] !== 0) {
        if (high[at] === one && low[at] === other) return false;
        at = (at + 1) & (size - 1);
      }
      high[at] = one;
      low[at] = other;
      return true;
    },
  };
};
