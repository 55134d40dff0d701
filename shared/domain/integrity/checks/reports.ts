import { count, rupiah } from '../../basics/wording.ts';
import type { Finding, MonthFacts, Reported } from '../facts.ts';
import { centreOf } from '../tails.ts';
import { listed } from '../words.ts';

const about = (rule: Finding['rule'], { merchantId }: Reported) =>
  ({ rule, subject: merchantId, agencyId: null, merchantIds: [merchantId], orderIds: [] }) as const;

/** The same figure in three months running. */
export const sameReports = ({ reports }: MonthFacts): Finding[] =>
  reports.flatMap((report): Finding[] => {
    const [now, before, earlier] = report.rupiah;
    if (now === 0 || now !== before || now !== earlier) return [];
    return [
      {
        ...about('same-report', report),
        question: `${report.name} melaporkan ${rupiah(now)} tiga bulan berturut-turut. Apakah angkanya dihitung?`,
        facts: [{ label: 'Setiap bulan', value: rupiah(now) }],
        weight: now,
      },
    ];
  });

const LEAST_SHARING = 3;
/** People round: a figure of whole fifty thousands is shared by chance. */
const ROUND = 50_000;

/** One odd figure reported by several owners. */
export const sharedReports = ({ reports }: MonthFacts): Finding[] =>
  [...Map.groupBy(reports, ({ rupiah: [now] }) => now)].flatMap(([now, same]): Finding[] => {
    const owners = new Set(same.map(({ ownerId }) => ownerId)).size;
    if (now === 0 || now % ROUND === 0 || owners < LEAST_SHARING) return [];
    return [
      {
        rule: 'shared-report',
        subject: String(now),
        agencyId: null,
        orderIds: [],
        merchantIds: same.map(({ merchantId }) => merchantId),
        question: `${listed(same.map(({ name }) => name))} melaporkan angka yang persis sama, ${rupiah(now)}. Siapa yang mengisinya?`,
        facts: [{ label: 'Pemilik', value: count(owners) }],
        weight: owners,
      },
    ];
  });

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
