/** A seeded source of chance: the same seed, the same draws, for ever (sfc32, Doty-Humphrey's PractRand). */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  readonly int: (below: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** One of the choices, each as often as its weight says. */
  readonly weighted: <T>(choices: readonly (readonly [number, T])[]) => T;
  readonly shuffled: <T>(list: readonly T[]) => T[];
  readonly letters: (length: number) => string;
};

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

export const randomOf = (seed: number): Random => {
  let [a, b, c, counter] = [0x9e3779b9, 0x243f6a88, seed | 0, (seed / 0x1_0000_0000) | 1];
  const next = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 0x1_0000_0000;
  };
  for (let warm = 0; warm < 15; warm++) next();
  const int = (below: number) => Math.floor(next() * below);
  return {
    int,
    chance: (probability) => next() < probability,
    pick: <T>(list: readonly T[]) => list[int(list.length)] as T,
    weighted: <T>(choices: readonly (readonly [number, T])[]) => {
      let rest = next() * choices.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, choice] of choices) {
        rest -= weight;
        if (rest < 0) return choice;
      }
      return (choices.at(-1) as readonly [number, T])[1];
    },
    shuffled: <T>(list: readonly T[]) => {
      const copy = [...list];
      for (let at = copy.length - 1; at > 0; at--) {
        const other = int(at + 1);
        [copy[at], copy[other]] = [copy[other] as T, copy[at] as T];
      }
      return copy;
    },
    letters: (length) => Array.from({ length }, () => ALPHABET[int(32)]).join(''),
  };
};
