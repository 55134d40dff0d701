import { addDays, addMonths, type Month } from '../../../shared/domain/basics/month.ts';
import { chanceOf } from './chance.ts';
import { adminOf, type Scene, type Shop } from './city.ts';

const channels = ['own-place', 'market-stall', 'messaging', 'other-platform', 'reseller', 'event'] as const;

/** Puts the reports of a month that just ended on the agenda: some owners, some of them twice, all before day 11. */
export const reportMonth = (scene: Scene, month: Month): void => {
  for (const shop of scene.shops) {
    if (!shop.open || shop.since === null || shop.since > month) continue;
    const chance = chanceOf('report', shop.id, month);
    if (!chance.happens(shop.reports * 0.7)) continue;
    const first = chance.whole(2, 9);
    report(scene, shop, month, first, 1);
    if (chance.happens(0.12)) report(scene, shop, month, first + 1, 2);
  }
};

const report = (scene: Scene, shop: Shop, month: Month, dayNumber: number, times: number): void => {
  const name = `${shop.id}/report/${month}/${times}`;
  const chance = chanceOf(name);
  const day = addDays(`${addMonths(month, 1)}-01`, dayNumber - 1);
  scene.agenda.add(name, day, chance.whole(1080, 1320), shop.id, async (at) => {
    const outside = chance.some(channels, chance.whole(0, 3)).map((channel) => ({
      channel,
      rupiah: Math.round(chance.around(1_800_000, 0.9) / 1000) * 1000,
    }));
    const params = { merchantId: shop.merchantId, month };
    const note = times > 1 ? { note: 'Koreksi: nota pasar belum terhitung.' } : {};
    const body = { outside, ...note };
    await scene.market.ask('PUT /merchants/{merchantId}/turnover/{month}', shop.owner, at, { params, body });
  });
};

/** The shop whose closed month the city opens again. */
const REOPENED = '35.73/002';

/** Once, weeks after a month was final, the city opens a report again; the owner corrects it and the month is closed again. */
export const reopenReport = (scene: Scene): void => {
  const { agenda, market, plan, span, shops, corrected } = scene;
  const shop = shops.find(({ id }) => id === REOPENED);
  if (!shop) return;
  const month = addMonths(span.running, -2);
  if (month < span.first) return;
  const on = `${addMonths(span.running, -1)}-20`;
  // In a short year the shop may have come later.
  const wasThere = () => shop.since !== null && shop.since <= month;
  const of = () => ({ params: { merchantId: shop.merchantId, month } });
  agenda.add(`${shop.id}/reopen`, on, 560, shop.id, async (at) => {
    if (!wasThere()) return;
    const body = { reason: 'Nota penjualan pameran baru ditemukan pemilik.' };
    await market.ask('POST /merchants/{merchantId}/turnover/{month}/reopen', adminOf(plan), at, { ...of(), body });
  });
  agenda.add(`${shop.id}/correct`, addDays(on, 1), 1140, shop.id, async (at) => {
    if (!wasThere()) return;
    const body = { outside: [{ channel: 'event' as const, rupiah: 4_350_000 }], note: 'Penjualan pameran.' };
    await market.ask('PUT /merchants/{merchantId}/turnover/{month}', shop.owner, at, { ...of(), body });
  });
  corrected.push({ on: addDays(on, 2), month });
};
