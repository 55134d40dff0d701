import { count, rupiah } from '../../basics/wording.ts';
import { byOffice, hasNews, type MonthFacts, officeName, type ShopLinks, shopName } from '../facts.ts';
import type { Finding } from '../finding.ts';
import { idsOf, packagesIn, sumOf } from '../purchase.ts';
import { listed } from '../words.ts';

const LEAST_PACKAGES = 4;
/** What more shops show is a helper's: a village office's phone, a cooperative's account. */
const MOST_OF_ONE_HOUSEHOLD = 5;

/** Evidence that says something, by shop: what half the market shows shows nothing. */
const sayingEvidence = (shops: Iterable<ShopLinks>): ReadonlySet<string> => {
  const shown = new Map<string, number>();
  for (const { evidence } of shops) for (const one of evidence) shown.set(one, (shown.get(one) ?? 0) + 1);
  return new Set([...shown].flatMap(([one, times]) => (times > MOST_OF_ONE_HOUSEHOLD ? [] : [one])));
};

/** Shops joined by anything they share, directly or through others. */
export const groupsOf = (shops: readonly ShopLinks[], saying: ReadonlySet<string>): ShopLinks[][] => {
  let groups: { marks: Set<string>; shops: ShopLinks[] }[] = [];
  for (const shop of shops) {
    const marks = new Set([`owner ${shop.ownerId}`, ...shop.evidence.filter((one) => saying.has(one))]);
    const joined = groups.filter((group) => [...marks].some((mark) => group.marks.has(mark)));
    for (const group of joined) for (const mark of group.marks) marks.add(mark);
    const together = [...joined.flatMap((group) => group.shops), shop];
    groups = [...groups.filter((group) => !joined.includes(group)), { marks, shops: together }];
  }
  return groups.map((group) => group.shops);
};

/** Several shops of what may be one owner that serve one office: a question also where lists count them as two. */
export const linkedShops = (facts: MonthFacts): Finding[] => {
  const saying = sayingEvidence(facts.shops.values());
  return [...byOffice(facts)].flatMap(([agencyId, purchases]) => {
    const merchantIds = new Set(purchases.map(({ merchantId }) => merchantId));
    const shops = [...merchantIds].sort().flatMap((id) => facts.shops.get(id) ?? []);
    return groupsOf(shops, saying).flatMap((group): Finding[] => {
      const ids = group.map(({ merchantId }) => merchantId).sort();
      const own = purchases.filter(({ merchantId }) => ids.includes(merchantId));
      if (ids.length < 2 || packagesIn(own) < LEAST_PACKAGES || !hasNews(facts, own)) return [];
      const share = sumOf(own) / Math.max(1, sumOf(purchases));
      return [
        {
          rule: 'linked-shops',
          subject: `${agencyId} ${ids[0]}`,
          agencyId,
          merchantIds: ids,
          orderIds: idsOf(own),
          question: `${listed(ids.map((id) => shopName(facts, id)))} menjual ke ${officeName(facts, agencyId)} dan mungkin satu pemilik. Apakah benar usaha yang terpisah?`,
          facts: [
            { label: 'Toko', value: count(ids.length) },
            { label: 'Pesanan', value: count(own.length) },
            { label: 'Nilai', value: rupiah(sumOf(own)) },
          ],
          weight: share,
        },
      ];
    });
  });
};
