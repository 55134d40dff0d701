import { createHash } from 'node:crypto';
import { Category } from '../basics/category.ts';

/** A line of a plan with what a person said it buys; null is something no shop of the market sells. */
export type Labelled = { readonly name: string; readonly source: string; readonly category: Category | null };

/** `category;source;name` per row, under a heading. @throws ZodError at a category that is none */
export const readLabelled = (text: string): Labelled[] =>
  text
    .split('\n')
    .slice(1)
    .filter((row) => row !== '')
    .map((row) => {
      const [category = '', source = '', ...name] = row.split(';');
      return { category: category === 'none' ? null : Category.parse(category), source, name: name.join(';') };
    });

/**
 * Two halves that nobody chose: by a hash of the name, so that a line stays in its half when others are added. What was found
 * later, with the rules written, is all held back.
 */
export const splitLabelled = (
  lines: readonly Labelled[],
): { readonly built: Labelled[]; readonly held: Labelled[] } => {
  const { built = [], held = [] } = Object.groupBy(lines, ({ name, source }) =>
    source !== 'later' && (createHash('sha256').update(name).digest()[0] ?? 0) % 2 === 0 ? 'built' : 'held',
  );
  return { built, held };
};

/**
 * Over lines that a shop of the market could sell: of those named a category, how many correctly (precision); of those that
 * have one, how many were named it (recall). A line of another category counts against both.
 */
export const measured = (lines: readonly Labelled[], categoryOf: (name: string) => Category | null) => {
  const found = lines.map(({ name, category }) => ({ category, given: categoryOf(name) }));
  const named = found.filter(({ given }) => given !== null).length;
  const sold = found.filter(({ category }) => category !== null).length;
  const right = found.filter(({ given, category }) => given !== null && given === category).length;
  return { named, sold, right, precision: named === 0 ? 1 : right / named, recall: sold === 0 ? 1 : right / sold };
};
