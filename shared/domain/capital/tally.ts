import * as z from 'zod';
import { DistrictCode } from '../places/region.ts';
import type { Application } from './application.ts';
import { BankId } from './bank.ts';

/** What became of a year's applications at one bank from one district, counted with every move. */
export const CapitalTally = z.object({
  bankId: BankId,
  bankName: z.string(),
  district: DistrictCode,
  sent: z.int(),
  accepted: z.int(),
  declined: z.int(),
});
export type CapitalTally = z.infer<typeof CapitalTally>;
type Counts = Pick<CapitalTally, 'sent' | 'accepted' | 'declined'>;

/** What a move adds. */
export const countedBy = (before: Application | undefined, after: Application): Partial<Counts> => {
  if (!before) return { sent: 1 };
  if (before.state !== 'sent' || (after.state !== 'accepted' && after.state !== 'declined')) return {};
  return after.state === 'accepted' ? { accepted: 1 } : { declined: 1 };
};

/** Fewer are told by no number: each would be somebody's. */
export const LEAST_TOLD = 5;
/** Told in steps of five, downwards, so that one look after the other tells of nobody either. */
const inSteps = (many: number): number => many - (many % LEAST_TOLD);

export const ToldCounts = z
  .object({
    sent: z.int().describe('In steps of five, downwards, at least five'),
    accepted: z.int(),
    declined: z.int(),
  })
  .meta({ id: 'CapitalCounts' });

const toldBy = <K extends string>(tallies: readonly CapitalTally[], keyOf: (tally: CapitalTally) => K) => {
  const sums = new Map<K, Counts>();
  for (const tally of tallies) {
    const known = sums.get(keyOf(tally)) ?? { sent: 0, accepted: 0, declined: 0 };
    sums.set(keyOf(tally), {
      sent: known.sent + tally.sent,
      accepted: known.accepted + tally.accepted,
      declined: known.declined + tally.declined,
    });
  }
  return (
    [...sums]
      .map(([key, { sent, accepted, declined }]) => ({
        key,
        sent: inSteps(sent),
        accepted: inSteps(accepted),
        declined: inSteps(declined),
      }))
      // A row of nothing would tell that somebody of this district applied.
      .filter(({ sent }) => sent > 0)
  );
};

/** What a city may know of its year: per bank and per district, and nobody's own answer. */
export const capitalStatistics = (tallies: readonly CapitalTally[]) => {
  const names = new Map(tallies.map(({ bankId, bankName }) => [bankId, bankName]));
  const most = (a: { sent: number }, b: { sent: number }) => b.sent - a.sent;
  return {
    banks: toldBy(tallies, ({ bankId }) => bankId)
      .map(({ key, ...counts }) => ({ bankId: key, bankName: names.get(key) ?? '', ...counts }))
      .sort(most),
    districts: toldBy(tallies, ({ district }) => district)
      .map(({ key, ...counts }) => ({ district: key, ...counts }))
      .sort(most),
  };
};
