import { count, rupiah } from '../../basics/wording.ts';
import type { MonthFacts } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { listed } from '../words.ts';

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
