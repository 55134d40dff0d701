import { mergeCountry, mergeProvince } from '../../../functions/equity/close/merge-places.ts';
import { followOrders } from '../../../functions/payments/follow-orders.ts';
import { countPurchases } from '../../../functions/spending/count-purchases.ts';
import type { World } from '../../../functions/world.ts';
import { worldFor } from '../../../infra/local/origin/guard.ts';
import { joins, lists } from '../../civil-servants.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles, testClock, testWorld } from '../../engine.ts';
import { hear } from '../../hear.ts';
import { asksQuestion } from '../../integrity-question.ts';
import { type Office, type Town, townOf } from '../../market.ts';

export const CITY = '35.73';
export const MONTH = '2026-10';
/** Names and words that a spreadsheet would run: what people may write of themselves and of each other. */
export const HOSTILE = ['=HYPERLINK(A1)', '+SUM(A1)', '@cmd', '-2+3', '＝1+1', '|calc'] as const;

/** A city of fourteen shops, six of them named to run in a spreadsheet, an office that bought and paid, and its closed month. */
export const exportScene = async () => {
  const clock = testClock('2026-10-05T09:00:00.000+07:00');
  const world = await testWorld({ now: clock.now });
  const town = await townOf(world);
  await town.founds(CITY, { name: 'Kota Malang' });
  const office = await town.seatsOffice(CITY, 500_000_000);
  const admin = town.as(town.adminOf(CITY));
  await admin('POST /cities/{city}/agencies', { params: { city: CITY }, body: { name: '=Dinas()', address: 'Jl. 1' } });
  const shops = [];
  for (let at = 0; at < 14; at += 1) {
    const district = `${CITY}.0${at < 7 ? 2 : 3}`;
    const shop = await town.opens(CITY, { name: HOSTILE[at] ?? `Dapur ${at}`, district, village: `${district}.1001` });
    const goods = await town.offers(shop, { amount: 100, priceRupiah: 400_000 });
    if (at > 0 && at < 13) await town.sells(shop, goods, 1 + at);
    shops.push({ ...shop, goods });
  }
  const [seller] = shops;
  if (!seller) throw new Error('no shop');
  const follows = async (orderId: string) => {
    await hear(
      followOrders(() => world),
      ['OrderMoved', { orderId }],
    );
    await hear(
      countPurchases(() => worldFor('spending/count-purchases', world)),
      ['OrderMoved', { orderId, agencyId: office.agencyId, merchantId: seller.merchantId }],
    );
  };
  for (const [at, words] of HOSTILE.entries()) {
    const agency = { ...town.purposeOf(office), purpose: words };
    const order = await town.orders(office, seller.goods, 6 + at, { agency });
    await town.moves(office.approver, 'approve', order);
    const { orderId } = order;
    await town.as(office.buyer)('POST /orders/{orderId}/papers/{kind}', { params: { orderId, kind: 'surat-pesanan' } });
    for (const move of ['accept', 'deliver'] as const) await town.moves(seller.owner, move, order);
    const { totalRupiah: rupiah } = await town.receives(office.buyer, order, { receivedBy: 'Tuti' });
    await follows(orderId);
    const withheld = [{ name: `${words} PPh Pasal 22`, rupiah: Math.floor((rupiah * 15) / 1000) }];
    const body = { kind: 'LS' as const, number: `${words}/SP2D`, on: clock.now().slice(0, 10), rupiah, withheld };
    if (at === 5) continue;
    await town.as(office.treasurer)('POST /orders/{orderId}/payment/record', { params: { orderId }, body });
    if (at === 4) continue;
    await town.as(seller.owner)('POST /orders/{orderId}/payment/confirm', { params: { orderId }, body: { rupiah } });
    await follows(orderId);
  }
  const params = { agencyId: office.agencyId };
  await town.as(office.approver)('PUT /agencies/{agencyId}/paper-settings', {
    params,
    body: { npwp: '00.012.345.6-789.0000' },
  });
  for (let at = 0; at < 6; at += 1) await lists(town, CITY, `guru-${at}`, office.agencyId);
  await joins(town, CITY, 'guru-0', office.agencyId);
  clock.set('2026-11-03T09:00:00.000+07:00');
  for (const { owner, merchantId } of shops.slice(0, 2))
    await town.as(owner)('PUT /merchants/{merchantId}/turnover/{month}', {
      params: { merchantId, month: MONTH },
      body: { outside: [{ channel: 'own-place', rupiah: 750_000 }] },
    });
  clock.set('2026-11-12T09:00:00.000+07:00');
  const [files, close] = [
    memoryFiles(),
    { month: MONTH, phase: 'final', takenAt: '2026-11-11T00:00:00.000Z' } as const,
  ];
  const closes = async (phase: 'final' | 'preliminary') => {
    await closeCity(world, files, CITY, { ...close, phase });
    await mergeProvince(world, files, '35', close);
    await mergeCountry(world, files, close);
  };
  await leavesLists(town, world, office);
  return { town, clock, office, seller, closes };
};

/** What officers work with in lists: complaints, one of them secret, questions, and lines of a plan, in hostile words. */
const leavesLists = async (town: Town, world: World, { agencyId, approver }: Office) => {
  for (const [at, words] of HOSTILE.entries()) {
    const body = { category: 'place', text: `${words} lampu pasar mati`, secret: at === 0 } as never;
    await town.as()('POST /cities/{city}/complaints', { params: { city: CITY }, body });
    await asksQuestion(world, CITY, { question: `${words} apakah dihitung?`, facts: [{ label: words, value: words }] });
  }
  const rows = HOSTILE.map((words, at) => `${at + 1};"${words} belanja mamin rapat";300000;2026-05-03;UKM`);
  await town.ask('POST /agencies/{agencyId}/plan/{year}/import', approver, {
    params: { agencyId, year: '2026' },
    query: { mode: 'all' },
    rawBody: ['kd_rup;nama_paket;pagu;tgl_awal_pemanfaatan;status_ukm', ...rows].join('\n'),
    headers: { 'content-type': 'text/csv' },
  });
};
export type ExportScene = Awaited<ReturnType<typeof exportScene>>;
