import { type Contributors, contributorsCounter } from '../disclosure/contributors.ts';
import type { ReportContributors } from '../disclosure/small-reports.ts';
import type { StandingEntry } from './part.ts';

/** The shops behind the sums that are not over all of them: prices paid (indicator 14) and reports (15). */
export type MonthContributors = ReportContributors & { readonly pricesPaid: Contributors };
export const monthContributorsCounter = () => {
  const [pricesPaid, reported, reporting, silent] = [
    contributorsCounter(),
    contributorsCounter(),
    contributorsCounter(),
    contributorsCounter(),
  ];
  return {
    add: (entry: StandingEntry): void => {
      if (entry.pricesPaid) pricesPaid.add(entry.pricesPaid.comparedRupiah);
      (entry.reportedRupiah === null ? silent : reporting).add(entry.turnoverRupiah);
      reported.add(entry.reportedRupiah ?? 0);
    },
    end: (): MonthContributors => ({
      pricesPaid: pricesPaid.end(),
      reported: reported.end(),
      reporting: reporting.end(),
      silent: silent.end(),
    }),
  };
};
