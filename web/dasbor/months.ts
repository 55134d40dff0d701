import { addMonths, type Month, monthsBetween } from '../../shared/domain/basics/month.ts';
import { monthName } from '../../shared/domain/basics/wording.ts';
import type { Call } from '../entry/client.ts';
import type { PlaceName } from './place.ts';

/** A month of a place: closed, with its snapshot, or still running. */
export type PlaceMonth = {
  readonly month: Month;
  readonly phase: 'running' | 'preliminary' | 'final';
};
const words: Record<PlaceMonth['phase'], string> = {
  running: 'berjalan',
  preliminary: 'sementara',
  final: 'akhir',
};
/** `November 2026 (berjalan)` */
export const monthTitle = ({ month, phase }: PlaceMonth): string => `${monthName(month)} (${words[phase]})`;

/** A close that failed leaves a month open: so many are shown beside the present one. */
const MOST_OPEN = 3;
/**
 * The months that follow the last closed one, newest first, to the present one; always at least one, also where the
 * device's clock is behind the market's.
 */
export const runningMonths = (lastClosed: Month | undefined, present: Month): Month[] => {
  if (lastClosed === undefined) return [present];
  const open = Math.max(1, Math.min(MOST_OPEN, monthsBetween(lastClosed, present)));
  return Array.from({ length: open }, (_, back) => addMonths(lastClosed, open - back));
};

/** The running months and the closed ones, newest first, each once however many revisions it has. */
export const loadMonths = async (call: Call, { level, code }: PlaceName, present: Month): Promise<PlaceMonth[]> => {
  const query = { limit: 100 };
  const { items } = await (level === 'city'
    ? call('GET /cities/{city}/snapshots', { params: { city: code }, query })
    : call('GET /provinces/{province}/snapshots', { params: { province: code }, query }));
  const closed = new Map<Month, PlaceMonth>();
  for (const { month, phase } of items) if (!closed.has(month)) closed.set(month, { month, phase });
  const running = runningMonths(items[0]?.month, present);
  return [...running.map((month): PlaceMonth => ({ month, phase: 'running' })), ...closed.values()];
};

/** The month an address asks for; the last closed one where it asks for none that is there. */
export const monthAsked = (bulan: string | undefined, months: readonly PlaceMonth[]): PlaceMonth | undefined =>
  months.find(({ month }) => month === bulan) ?? months.find(({ phase }) => phase !== 'running') ?? months[0];
