import { isIn, type Totals } from './city-totals.ts';
import type { CityEntry, MonthEntry } from './entry.ts';
import { type MonthContributors, monthContributorsCounter } from './month-contributors.ts';
import { partOf, type Span } from './part.ts';
import { type CityMonth, type Passed, spanPass } from './span-pass.ts';

export type PassedCity = { readonly month: Passed; readonly year: Passed; readonly contributors: MonthContributors };
/**
 * Two ascending passes over a city: the month's list, then that of the twelve months. All that is counted beside the
 * order of turnover, of both spans, comes from the second: reports may come while a city is closed, and a list may lag,
 * but what is counted and what is kept of the input are one look. The close streams the index into it; a verification
 * streams the inputs that were kept.
 */
export const cityPass = (of: CityMonth, control: Readonly<Record<Span, Totals>>) => {
  const [month, year] = [spanPass(of, control.month), spanPass(of, control.year)];
  const contributors = monthContributorsCounter();
  return {
    month: { add: (entry: MonthEntry): void => month.amount(entry, entry.turnoverRupiah), file: month.file },
    year: {
      add: (entry: CityEntry): void => {
        year.amount(entry, entry.rollingRupiah);
        year.part(entry, partOf.year(entry));
        if (!isIn('month', entry)) return;
        month.part(entry, partOf.month(entry));
        contributors.add(entry);
      },
      file: year.file,
    },
    /** @throws EquityError ControlTotalsDiffer when a stream was not the register: discard both and stream again. */
    end: (): PassedCity => ({ month: month.end(), year: year.end(), contributors: contributors.end() }),
  };
};
export type CityPass = ReturnType<typeof cityPass>;
