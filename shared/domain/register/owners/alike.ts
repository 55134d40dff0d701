import { folded } from '../../basics/fold.ts';
import { skeletonOf } from '../../basics/words/skeleton.ts';

/** Words that many shops have in their names: two that share no more than these are two. */
const common: ReadonlySet<string> = new Set([
  'toko',
  'warung',
  'kedai',
  'depot',
  'dapur',
  'rumah',
  'makan',
  'usaha',
  'ud',
  'cv',
  'pt',
  'kios',
  'gerai',
  'umkm',
  'bu',
  'ibu',
  'pak',
  'bapak',
  'mbak',
  'mas',
  'haji',
  'hj',
  'h',
  'bunda',
  'mak',
  'emak',
  'mama',
  'kue',
  'catering',
  'katering',
  'batik',
  'jaya',
  'makmur',
  'berkah',
  'barokah',
  'sejahtera',
  'mandiri',
  'the',
  'dan',
  'by',
]);

/** The words by which a shop is told from others; all of them where it has no other. */
export const tellingWords = (name: string): string[] => {
  const words = folded(name)
    .split(' ')
    .filter((word) => word !== '');
  const telling = words.filter((word) => !common.has(word));
  return telling.length > 0 ? telling : words;
};

const pairsOf = (text: string): string[] =>
  Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));

/** How much of two words' pairs of letters is common: 1 for equal ones (Dice 1945). */
const likeness = (one: string, other: string): number => {
  if (one === other) return 1;
  const left = pairsOf(other);
  const all = pairsOf(one).length + left.length;
  let shared = 0;
  for (const pair of pairsOf(one)) {
    const at = left.indexOf(pair);
    if (at < 0) continue;
    left.splice(at, 1);
    shared += 1;
  }
  return all === 0 ? 0 : (2 * shared) / all;
};

/** From here on a reader takes two names for one that was written down twice. */
const ALIKE = 0.75;

/**
 * Whether two names may be one shop's, written down twice: `Dapur Bu Sari` and `Dapur Ibu Sarie`, `Toko Sumber Rejeki` and
 * `TK. Sumber Rezeki`. A question for anyone who decides, never a refusal by itself.
 */
export const isAlike = (one: string, other: string): boolean => {
  if (skeletonOf(one) === skeletonOf(other)) return true;
  return likeness(tellingWords(one).join(''), tellingWords(other).join('')) >= ALIKE;
};
