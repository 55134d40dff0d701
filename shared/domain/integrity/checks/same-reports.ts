import { rupiah } from '../../basics/wording.ts';
import type { MonthFacts, Reported } from '../facts.ts';
import type { Finding } from '../finding.ts';

export const about = (rule: Finding['rule'], { merchantId }: Reported) =>
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
