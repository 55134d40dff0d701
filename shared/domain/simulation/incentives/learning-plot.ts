import { escaped, text } from '../lorenz-plot.ts';
import type { LearningRow } from './learning-table.ts';

const [WIDTH, HEIGHT, LEFT, TOP, LEGEND] = [480, 260, 56, 24, 250];
const colours = ['#117a65', '#c0392b', '#2980b9', '#e67e22'];

/** Median price by month, a curve for each market and policy: means over seeds, as a standalone SVG. */
export const learningPlot = (rows: readonly LearningRow[]): string => {
  const curves = rows.map(({ market, policy, seeds }) => {
    const months = seeds[0]?.length ?? 0;
    const rises = Array.from({ length: months }, (_, month) => {
      const all = seeds.map((one) => (one[month]?.price ?? 1) - 1);
      return all.reduce((sum, rise) => sum + rise, 0) / all.length;
    });
    return { label: `${market}: ${policy.replaceAll('*', '')}`, rises: [0, ...rises] };
  });
  const all = curves.flatMap(({ rises }) => rises);
  const [low, high] = [Math.floor(20 * Math.min(0, ...all)) / 20, Math.ceil(20 * Math.max(0.05, ...all)) / 20];
  const months = Math.max(1, ...curves.map(({ rises }) => rises.length - 1));
  const x = (month: number) => LEFT + (month / months) * WIDTH;
  const y = (rise: number) => TOP + ((high - rise) / (high - low)) * HEIGHT;
  const steps = Array.from({ length: Math.round((high - low) * 20) + 1 }, (_, index) => low + index / 20);
  const width = LEFT + WIDTH + LEGEND;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${TOP + HEIGHT + 56}" role="img" font-family="sans-serif" font-size="12">`,
    `<title>${escaped('Median price of owners who learn, over the price at the start')}</title>`,
    `<rect width="${width}" height="${TOP + HEIGHT + 56}" fill="#fff"/>`,
    ...steps.flatMap((rise) => [
      `<path d="M${LEFT} ${y(rise).toFixed(1)}H${LEFT + WIDTH}" stroke="${Math.abs(rise) < 1e-9 ? '#777' : '#ddd'}"/>`,
      text(LEFT - 6, Math.round(y(rise)) + 4, `${Math.round(100 * rise)}%`, 'text-anchor="end"'),
    ]),
    ...Array.from({ length: Math.floor(months / 12) + 1 }, (_, year) =>
      text(Math.round(x(12 * year)), TOP + HEIGHT + 18, String(12 * year), 'text-anchor="middle"'),
    ),
    ...curves.map(({ rises }, index) => {
      const path = rises.map((rise, month) => `${month ? 'L' : 'M'}${x(month).toFixed(1)} ${y(rise).toFixed(1)}`);
      return `<path d="${path.join('')}" fill="none" stroke="${colours[index % colours.length]}" stroke-width="2"/>`;
    }),
    ...curves.flatMap(({ label }, index) => [
      `<path d="M${LEFT + WIDTH + 20} ${TOP + 12 + index * 22}h22" stroke="${colours[index % colours.length]}" stroke-width="3"/>`,
      text(LEFT + WIDTH + 50, TOP + 16 + index * 22, label),
    ]),
    text(LEFT + WIDTH / 2, TOP + HEIGHT + 44, 'months', 'text-anchor="middle"'),
    text(LEFT, TOP - 8, 'median price over the start', 'text-anchor="start"'),
    '</svg>',
    '',
  ].join('\n');
};
