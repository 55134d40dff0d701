import { addDays, addMonths, type Instant } from '../../../../shared/domain/basics/month.ts';
import { adminOf, type Office, type Scene, type Shop } from '../city.ts';
import { takeProvider } from '../payments/midtrans.ts';
import { planSheet } from './plan-sheet.ts';
import { dayAndMinute, hoursBefore } from './story.ts';

/** Who helps in the known shop, and who is asked to: the first said yes, the second has not answered. */
export const HELPER = { person: 'mira', name: 'Mira Lestari' };
export const INVITED = { person: 'tono', name: 'Tono Hidayat' };

/** Where nobody is known: a shop that was there from the first month and that hardly anybody looks for. */
const leastSought = ({ shops, span }: Scene): Shop | undefined =>
  shops
    .filter(({ decision, registersOn }) => decision === 'verified' && registersOn <= addDays(`${span.first}-01`, 20))
    .sort((a, b) => a.pull - b.pull || (a.id < b.id ? -1 : 1))[0];

/** The matters of known shops and the known office beside their orders: who helps, what waits at the city. */
export const tellMatters = (scene: Scene): void => {
  const { agenda, market, shops, offices, plan, span } = scene;
  const owned = (owner: string) => shops.find((shop) => shop.owner === owner);
  const ago = (hours: number) => dayAndMinute(scene, hoursBefore(scene, hours));
  const add = (
    name: string,
    { day, minute }: { day: string; minute: number },
    shop: Shop | undefined,
    run: (shop: Shop, at: Instant) => Promise<unknown>,
  ) =>
    shop &&
    agenda.add(`${plan.cityCode}/matter/${name}`, day, minute, shop.id, async (at) => {
      // In a short year a shop may come after its matter.
      if (shop.open) await run(shop, at);
    });
  const invite = (person: string, at: Instant, { merchantId, owner }: Shop) => {
    const params = { scope: `merchant:${merchantId}`, person };
    return market.ask('PUT /scopes/{scope}/members/{person}', owner, at, { params, body: { role: 'staff' } });
  };
  const sari = owned('sari');
  const second = `${addMonths(span.first, 1)}-05`;
  add('provider', { day: second, minute: 500 }, sari, async (shop, at) => {
    await takeProvider(scene, shop, at);
    shop.provider = 'midtrans';
  });
  add('helper', { day: second, minute: 540 }, sari, async (shop, at) => {
    await invite(HELPER.person, at, shop);
    const params = { scope: `merchant:${shop.merchantId}` };
    await market.ask('POST /me/invitations/{scope}/accept', HELPER.person, at, { params });
    shop.helper = { person: HELPER.person, since: second };
  });
  add('invitation', ago(60), sari, (shop, at) => invite(INVITED.person, at, shop));
  add('appeal', ago(31), owned('wati') ?? leastSought(scene), ({ id, merchantId, owner }, at) =>
    market.ask('POST /merchants/{merchantId}/appeals', owner, at, {
      params: { merchantId },
      body: { text: 'Toko saya buka setahun dan belum pernah menjual. Mengapa barang saya tidak pernah di atas?' },
      key: `demo/appeal/${id}`,
    }),
  );
  add('answered-appeal', { day: `${addMonths(span.running, -1)}-08`, minute: 610 }, owned('joko'), async (shop, at) => {
    const { appealId } = await market.ask('POST /merchants/{merchantId}/appeals', shop.owner, at, {
      params: { merchantId: shop.merchantId },
      body: { text: 'Bulan lalu saya di urutan depan, sekarang turun. Apa yang berubah?' },
      key: 'demo/appeal/joko',
    });
    const text = 'Anda menjual lebih banyak daripada toko lain di daftar ini, jadi giliran mereka didahulukan.';
    await market.ask('POST /appeals/{appealId}/answer', adminOf(plan), at, {
      params: { appealId },
      body: { outcome: 'explained', text },
    });
  });
  add('proposal', ago(52), owned('joko'), ({ merchantId, owner }, at) =>
    market.ask('PATCH /merchants/{merchantId}', owner, at, {
      params: { merchantId },
      body: { name: 'Batik Tulis Celaket Joko' },
    }),
  );
  add('saved-cart', ago(90), sari, (shop, at) => {
    const lines = shop.products.slice(0, 3).map(({ productId, offer }) => ({
      merchantId: shop.merchantId,
      productId,
      quantity: Math.max(offer.minQuantity ?? 1, 2),
    }));
    return market.ask('POST /me/carts', 'rina', at, { body: { name: 'Belanja mingguan', lines } });
  });
  const [largest] = offices;
  if (largest) planAhead(scene, largest, ago(44));
  const office = offices.find(({ buyer }) => buyer === 'bayu');
  if (!office) return;
  const asked = ago(21);
  agenda.add(`${plan.cityCode}/matter/link`, asked.day, asked.minute, `office/${office.agencyId}`, async (at) => {
    const params = { scope: `agency:${office.agencyId}` };
    await market.ask('POST /scopes/{scope}/invitation-links', office.approver, at, { params, body: { role: 'buyer' } });
  });
};

/** The largest office's plan of purchases, of the months to come in each of their years. */
const planAhead = (
  { agenda, market, plan, span }: Scene,
  office: Office,
  when: { day: string; minute: number },
): void =>
  agenda.add(`${plan.cityCode}/matter/plan`, when.day, when.minute, `office/${office.agencyId}`, async (at) => {
    const months = Array.from({ length: 8 }, (_, ahead) => addMonths(span.running, ahead));
    for (const year of new Set(months.map((month) => month.slice(0, 4))))
      await market.ask('POST /agencies/{agencyId}/plan/{year}/import', office.treasurer, at, {
        params: { agencyId: office.agencyId, year },
        query: { mode: 'all' },
        type: 'text/csv',
        bytes: new TextEncoder().encode(planSheet(year, months)),
      });
  });
