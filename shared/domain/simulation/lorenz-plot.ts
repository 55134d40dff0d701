/** One curve of a Lorenz plot. Amounts in rupiah, any order. */
export type LorenzCurve = { label: string; amounts: readonly number[]; colour: string };

/** 101 points of the Lorenz curve, from (0, 0) to (1, 1): share of the total held by the poorest share of owners. */
export const lorenzPoints = (amounts: readonly number[], points = 101): [number, number][] => {
  const sorted = Float64Array.from(amounts).sort();
  const cumulated = [0];
  for (const amount of sorted) cumulated.push((cumulated.at(-1) as number) + amount);
  const total = cumulated.at(-1) || 1;
  return Array.from({ length: points }, (_, index) => {
    const share = index / (points - 1);
    const at = share * sorted.length;
    const below = Math.floor(at);
    const low = cumulated[below] as number;
    const high = cumulated[Math.min(below + 1, sorted.length)] as number;
    return [share, (low + (at - below) * (high - low)) / total];
  });
};

const SIZE = 440;
const LEFT = 56;
const TOP = 24;
const LEGEND = 250;

export const escaped = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;');

export const text = (x: number, y: number, words: string, more = ''): string =>
  `<text x="${x}" y="${y}" ${more}>${escaped(words)}</text>`;

/** A Lorenz plot as a standalone SVG: axes in percent, the line of equality, one path and legend line per curve. */
export const lorenzPlot = (title: string, curves: readonly LorenzCurve[]): string => {
  const x = (share: number) => (LEFT + share * SIZE).toFixed(1);
  const y = (share: number) => (TOP + (1 - share) * SIZE).toFixed(1);
  const ticks = [0, 0.25, 0.5, 0.75, 1].flatMap((tick) => [
    `<path d="M${x(tick)} ${y(0)}V${y(1)}M${x(0)} ${y(tick)}H${x(1)}" stroke="#ddd"/>`,
    text(Number(x(tick)), Number(y(0)) + 18, `${tick * 100}%`, 'text-anchor="middle"'),
    text(Number(x(0)) - 6, Number(y(tick)) + 4, `${tick * 100}%`, 'text-anchor="end"'),
  ]);
  const lines = curves.map(({ amounts, colour }) => {
    const path = lorenzPoints(amounts).map(([share, held], index) => `${index ? 'L' : 'M'}${x(share)} ${y(held)}`);
    return `<path d="${path.join('')}" fill="none" stroke="${colour}" stroke-width="2"/>`;
  });
  const legend = curves.flatMap(({ label, colour }, index) => [
    `<path d="M${LEFT + SIZE + 20} ${TOP + 12 + index * 22}h22" stroke="${colour}" stroke-width="3"/>`,
    text(LEFT + SIZE + 50, TOP + 16 + index * 22, label),
  ]);
  const width = LEFT + SIZE + LEGEND;
  const height = TOP + SIZE + 56;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...ticks,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="#777" stroke-dasharray="4 4"/>`,
    ...lines,
    ...legend,
    text(LEFT + SIZE / 2, TOP + SIZE + 44, 'owners, from the least to the most turnover', 'text-anchor="middle"'),
    text(LEFT, TOP - 8, 'share of turnover', 'text-anchor="start"'),
    '</svg>',
    '',
  ].join('\n');
};
