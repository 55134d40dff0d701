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

/**
 * Tells whether a text was there before, of at most so many, in memory that is taken once: two numbers a text instead of the text.
 * Of a million different texts two are taken for one in 1 of 30 million files.
 */
export const textSet = (most: number): { readonly add: (text: string) => boolean } => {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, most * 2)));
  let [high, low] = [new Uint32Array(0), new Uint32Array(0)];
  let [room, used] = [0, 0];
  const put = (one: number, other: number): boolean => {
    let at = (one ^ Math.imul(other, 0x9e3779b1)) & (room - 1);
    while (high[at] !== 0 || low[at] !== 0) {
      if (high[at] === one && low[at] === other) return false;
      at = (at + 1) & (room - 1);
    }
    high[at] = one;
    low[at] = other;
    used += 1;
    return true;
  };
  const grow = () => {
    const [oldHigh, oldLow] = [high, low];
    room = Math.min(size, Math.max(1024, room * 4));
    [high, low, used] = [new Uint32Array(room), new Uint32Array(room), 0];
    for (let at = 0; at < oldHigh.length; at += 1)
      if (oldHigh[at] !== 0 || oldLow[at] !== 0) put(oldHigh[at] as number, oldLow[at] as number);
  };
  return {
    add: (text) => {
      if (used * 2 >= room && room < size) grow();
      const [one, other] = marked(text);
      // Zero and zero is an empty place.
      return put(one, other || BITS);
    },
  };
};
