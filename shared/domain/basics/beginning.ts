/** Of a pair of code units that are one letter, the first without its second. */
const HALF = /[\ud800-\udbff]$/;
/** The first words of a text, for a list: whole words, and an ellipsis where more follows. */
export const beginningOf = (text: string, most: number): string => {
  const flat = text.replaceAll(/\s+/g, ' ').trim();
  if (flat.length <= most) return flat;
  const cut = flat.slice(0, most + 1).replace(/\s\S*$/, '');
  return `${cut
    .slice(0, most)
    .replace(HALF, '')
    .replace(/[\s,;:.]+$/, '')} …`;
};
