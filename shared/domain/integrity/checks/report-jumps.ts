import { count, rupiah } from '../../basics/wording.ts';
import type { MonthFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { centreOf } from '../tails.ts';
import { about } from './same-reports.ts';

const LEAST_COMPARED = 10;
const MOST_DEVIATIONS = 5;
/** What the median deviation of a normal is multiplied by to be its standard deviation. */
const NORMAL = 1.4826;

/** Reports that moved far more than their category did. Where most report as before, nobody is judged by that alone. */
export const reportJumps = ({ reports }: MonthFacts): Finding[] =>
  [...Map.groupBy(reports, ({ category }) => category).values()].flatMap((ofCategory) => {
    const moved = ofCategory.flatMap((report) => {
      const [now, before] = report.rupiah;
      return now > 0 && before !== null && before > 0 ? [{ report, now, before, log: Math.log(now / before) }] : [];
    });
    if (moved.length < LEAST_COMPARED) return [];
    const { median, mad } = centreOf(moved.map(({ log }) => log));
    return moved.flatMap(({ report, now, before, log }): Finding[] => {
      const deviations = Math.abs(log - median) / (NORMAL * mad);
      if (mad === 0 || deviations <= MOST_DEVIATIONS) return [];
      return [
        {
          ...about('report-jump', report),
          question: `Laporan ${report.name} berubah dari ${rupiah(before)} menjadi ${rupiah(now)}, jauh lebih besar daripada perubahan usaha sejenis. Apa yang terjadi?`,
          facts: [
            { label: 'Bulan lalu', value: rupiah(before) },
            { label: 'Bulan ini', value: rupiah(now) },
            { label: 'Dibandingkan', value: `${count(moved.length)} usaha sejenis` },
          ],
          weight: deviations,
        },
      ];
    });
  });
