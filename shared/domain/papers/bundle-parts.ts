import type { Paper } from './paper.ts';

/*
 * A month of papers is one file, as long as one answer carries it: a Lambda answers with 6 MB, of which base64 takes a quarter.
 * Measured on papers as they are drawn: 9.0 kB each with its tags and code, 0.6 kB for each line of goods, a small photo 5 to
 * 20 kB; 360 papers are drawn in 3.0 s of CPU within 350 MB.
 */
const MOST_BYTES = 4_400_000;
const PAPER_BYTES = 9_200;
const LINE_BYTES = 650;
const PHOTO_BYTES = 25_000;

const bytesOf = (papers: readonly Paper[]): number =>
  papers.reduce(
    (sum, { content }) => sum + PAPER_BYTES + content.lines.length * LINE_BYTES + content.photos.length * PHOTO_BYTES,
    0,
  );

/**
 * The papers of a month's orders in as few files as can be sent, mostly one: orders stay whole and in their order. What is
 * heavier than a file by itself is a file of its own.
 */
export const bundleParts = (orders: readonly (readonly Paper[])[]): Paper[][] => {
  const parts: Paper[][] = [];
  let bytes = 0;
  for (const papers of orders) {
    if (papers.length === 0) continue;
    const weight = bytesOf(papers);
    if (parts.length === 0 || bytes + weight > MOST_BYTES) {
      parts.push([]);
      bytes = 0;
    }
    parts.at(-1)?.push(...papers);
    bytes += weight;
  }
  return parts;
};
