import { paperHash } from '../../../shared/domain/papers/check-code.ts';
import type { Paper } from '../../../shared/domain/papers/paper.ts';
import { paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import type { Observer } from '../sim.ts';
import type { Books } from './books.ts';

type Series = { agencyId: string; year: string; kind: string; last: number; version: number };
const before = ['surat-pesanan', 'spk'];

/** What a paper says of money is the sum of what it says of goods and of bringing them, and its fingerprint is of what it says. */
const paper = ({ kind, content, hash }: Paper): string | undefined => {
  const sum = content.lines.reduce(
    (total, { quantity, received, priceRupiah }) => total + priceRupiah * (before.includes(kind) ? quantity : received),
    content.feeRupiah ?? 0,
  );
  if (sum !== content.rupiah) return `it is about ${content.rupiah}, its lines are ${sum}`;
  if (hash !== paperHash(content)) return 'its fingerprint is of something else';
  return (content.number !== null) === paperKinds[kind].numbered ? undefined : `its number is ${content.number}`;
};

/** After every commit: a paper is issued once and for ever, with its code, and with its number if it bears one. */
export const keepsPapers: Observer = (sim, changes) => {
  const kinds = new Set(changes.map(({ before: was, after }) => (after ?? was)?.['type']));
  for (const { key, before: was, after } of changes) {
    const type = (after ?? was)?.['type'];
    if (type === 'PaperSeries') {
      const [from, to] = [was as Series | undefined, after as Series | undefined];
      if (to?.last !== (from?.last ?? 0) + 1) sim.violated(`PaperSeries ${key}: ${to?.last} follows ${from?.last}`);
      if (!kinds.has('Paper')) sim.violated(`PaperSeries ${key}: a number was given to no paper`);
    }
    if (type !== 'Paper' && type !== 'PaperCode') continue;
    if (was) sim.violated(`${type} ${key} was ${after ? 'rewritten' : 'removed'}`);
    if (type === 'PaperCode') continue;
    const wrong = paper(after as Paper);
    if (wrong) sim.violated(`Paper ${key}: ${wrong}`);
    if (!kinds.has('PaperCode')) sim.violated(`Paper ${key} cannot be checked by its code`);
    const numbered = (after as Paper | undefined)?.content.number !== null;
    if (numbered && !kinds.has('PaperSeries')) sim.violated(`Paper ${key} bears a number that nobody counted`);
  }
};

/** The serial stands last in every pattern of the town. */
const serialOf = (number: string): number => Number(/(\d+)$/.exec(number)?.[1]);

/** When the dust has settled: numbers of an office, year and kind are 1, 2, 3 …, each once. */
export const checkPapers = (sim: Books): void => {
  const papers = sim.ledger.all('Paper').filter(({ content }) => content.number !== null);
  const numbers = Map.groupBy(papers, ({ agencyId, content }) => `${agencyId} ${content.number}`);
  for (const [number, bearing] of numbers)
    if (bearing.length > 1) sim.violated(`${bearing.length} papers bear ${number}`);
  const series = Map.groupBy(papers, ({ agencyId, kind, content }) => `${agencyId} ${content.on.slice(0, 4)} ${kind}`);
  for (const [name, issued] of series) {
    const serials = issued.map(({ content }) => serialOf(content.number ?? '')).sort((a, b) => a - b);
    if (serials.some((serial, index) => serial !== index + 1)) sim.violated(`papers of ${name} are ${serials}`);
  }
  for (const { agencyId, year, kind, last } of sim.ledger.all('PaperSeries')) {
    const issued = series.get(`${agencyId} ${year} ${kind}`)?.length ?? 0;
    if (issued !== last) sim.violated(`${last} numbers of ${kind} were given in ${year}, there are ${issued} papers`);
  }
};
