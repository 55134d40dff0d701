/** The narrowest picture: a phone of 360 px without its margins. */
export const NARROWEST = 328;
/** What a letter of a chart takes at most on average: figures and plain words, and words in bold. */
const PLAIN = 8;
const BOLD = 9.4;
const APART = 10;

export const widthOf = (text: string, bold = false): number => text.length * (bold ? BOLD : PLAIN);

/** A name as far as it fits into so many pixels; the table has it whole. */
export const fitted = (name: string, pixels: number): string => {
  const letters = Math.max(3, Math.floor(pixels / BOLD));
  return name.length > letters ? `${name.slice(0, letters - 1).trim()}…` : name;
};

/** A name that stands on one line with what is written at the other end, and never runs into it. */
export const fittedBeside = (name: string, beside: string): string => fitted(name, NARROWEST - widthOf(beside) - APART);
