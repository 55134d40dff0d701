import { describe, expect, test } from 'vitest';
import { addMonths } from '../../../shared/domain/basics/month.ts';
import { drawnStarts } from '../../../shared/domain/ranking/policy/starts.ts';
import { closeCity } from '../../close-city.ts';
import { memoryFiles } from '../../engine.ts';
import { refusalOf, refusedWithoutTrace } from '../../market.ts';
import { CITY, stallsOf } from './stalls.ts';

const POLICY = '/cities/{city}/ranking-policy';
const params = { city: CITY };

describe('an official price ceiling', () => {
  const CEILINGS = '/cities/{city}/price-ceilings';
  const snack = {
    category: 'meeting-food',
    goods: 'nasi',
    unit: 'kotak',
    ceilingRupiah: 18_500,
    validFrom: '2026-11-01',
    source: 'Perwali 1/2026',
  } as const;
  const office = async () => {
    const stalls = await stallsOf([18_000, 18_000, 19_000]);
    return { ...stalls, admin: stalls.town.as(stalls.town.adminOf(CITY)) };
  };

  test('of the country is there for its zone, with its source', async () => {
    const { town } = await office();
    const { items } = await town.as()(`GET ${CEILINGS}`, { params });
    expect(items).toContainEqual(
      expect.objectContaining({ scope: 'country', goods: 'beras premium', unit: 'kg', ceilingRupiah: 14_900 }),
    );
  });

  test('entered by the city keeps dearer goods below the line until it ends, and replays', async () => {
    const { admin, list, clock, town } = await office();
    expect((await list()).items.every(({ ranking }) => ranking?.above)).toBe(true);
    const { ceilingId } = await admin(`POST ${CEILINGS}`, { params, body: snack });
    clock.pass(60_000);
    const { items, ranking } = await list();
    expect(items[2]?.ranking).toMatchObject({ above: false, lineRupiah: 18_500 });
    expect(items[2]?.ranking?.sentence).toMatch(/harganya Rp19\.000, di atas batas resmi Rp18\.500/);
    const { replay } = await town.as()('GET /rankings/{decisionId}', {
      params: { decisionId: ranking?.decisionId ?? '' },
    });
    expect(replay).toEqual({ matches: true, differences: [] });
    const ends = { params: { city: CITY, ceilingId: ceilingId ?? '' }, body: { validTo: '2026-11-10' } };
    expect(await admin(`POST ${CEILINGS}/{ceilingId}/end`, ends)).toMatchObject({ validTo: '2026-11-10' });
    clock.pass(24 * 3_600_000);
    expect((await list()).items.every(({ ranking: here }) => here?.above)).toBe(true);
  });

  test('is dodged neither by a pack that hides its content nor by another category, new or changed', async () => {
    const { town, opens, world } = await office();
    const shop = await opens({ category: 'daily-needs' });
    const rice = { name: 'Beras premium', category: 'daily-needs', unit: 'karung 5 kg', priceRupiah: 74_000 } as const;
    const refused = async (asked: () => Promise<unknown>) => {
      const { code, status, body } = await refusedWithoutTrace(world, asked);
      return [status, code, (body['errors'] as { pointer: string }[])[0]?.pointer];
    };
    const untold = [422, 'content_required', '/unit'];
    const elsewhere = [422, 'category_not_possible', '/category'];
    expect(await refused(() => town.offers(shop, { ...rice, unit: 'karung' }))).toEqual(untold);
    expect(await refused(() => town.offers(shop, { ...rice, unit: 'paket', name: 'B3ras\u00ad prémium' }))).toEqual(
      untold,
    );
    expect(await refused(() => town.offers(shop, { ...rice, category: 'souvenirs' }))).toEqual(elsewhere);
    const told = await town.offers(shop, rice);
    const changes = (body: object) => () =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: told.productId },
        body: body as never,
      });
    expect(await refused(changes({ unit: 'dus' }))).toEqual(untold);
    expect(await refused(changes({ category: 'culinary' }))).toEqual(elsewhere);
    // In two steps as well: renamed under another category, or to rice in a sack.
    const snack = await town.offers(shop, { name: 'Keripik', category: 'souvenirs', unit: 'karung' });
    const renames = () =>
      town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: snack.productId },
        body: { name: 'Beras premium' },
      });
    expect(await refused(renames)).toEqual(elsewhere);
    // What is taken out of the catalogue may be as it is, and comes back only as it must be.
    await changes({ active: false, unit: 'dus' })();
    expect(await refused(changes({ active: true }))).toEqual(untold);
    expect(await changes({ active: true, unit: 'dus 10 kg' })()).toMatchObject({ listed: true });
  });

  test('entered later counts a pack that hides its content as one unit, until it is told', async () => {
    const { admin, list, clock, town, opens } = await office();
    const shop = await opens({ category: 'daily-needs' });
    const sugar = { name: 'Gula pasir', category: 'daily-needs', unit: 'karung', priceRupiah: 80_000 } as const;
    const { productId } = await town.offers(shop, sugar);
    const cap = { ...snack, category: 'daily-needs', goods: 'gula', unit: 'kg', ceilingRupiah: 17_500 } as const;
    await admin(`POST ${CEILINGS}`, { params, body: cap });
    clock.pass(61_000);
    const shown = async () => (await list({ category: 'daily-needs' })).items[0]?.ranking;
    expect(await shown()).toMatchObject({ above: false, reasons: [{ reason: 'price_above_ceiling' }] });
    await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId: shop.merchantId, productId },
      body: { unit: 'karung 5 kg' },
    });
    clock.pass(61_000);
    expect(await shown()).toMatchObject({ above: true });
  });

  test('is the city’s alone to enter, ends today at the earliest, and names every flaw', async () => {
    const { admin, town } = await office();
    expect((await refusalOf(town.as('ani')(`POST ${CEILINGS}`, { params, body: snack }))).status).toBe(403);
    const wrong = { ...snack, goods: '!', ceilingRupiah: 0, validTo: '2026-10-01' };
    const pointers = (await refusalOf(admin(`POST ${CEILINGS}`, { params, body: wrong }))).body['errors'] as {
      pointer: string;
    }[];
    expect(pointers.map(({ pointer }) => pointer)).toEqual(expect.arrayContaining(['/goods', '/ceilingRupiah']));
    const { ceilingId } = await admin(`POST ${CEILINGS}`, { params, body: snack });
    const early = { params: { city: CITY, ceilingId: ceilingId ?? '' }, body: { validTo: '2026-11-09' } };
    expect((await refusalOf(admin(`POST ${CEILINGS}/{ceilingId}/end`, early))).code).toBe('date_not_possible');
  });
});

describe('a city’s ranking policy', () => {
  const office = async () => {
    const stalls = await stallsOf([18_000, 19_000, 20_500, 24_000]);
    const admin = stalls.town.as(stalls.town.adminOf(CITY));
    const simulates = (body: Record<string, unknown>) => admin(`POST ${POLICY}/simulations`, { params, body });
    const sets = (body: Record<string, unknown>) => admin(`PUT ${POLICY}`, { params, body } as never);
    const reads = () => stalls.town.as()(`GET ${POLICY}`, { params });
    return { ...stalls, admin, simulates, sets, reads };
  };

  test('is the standard one until the city decides otherwise', async () => {
    const { reads } = await office();
    expect(await reads()).toMatchObject({
      inForce: { version: 1, tolerancePercent: 20, maxSuppliers: 5 },
      planned: [],
      past: [],
    });
  });

  test('names every number that is out of range, before anything else', async () => {
    const { sets, simulates } = await office();
    const wrong = { tolerancePercent: 200, windowDays: 7, maxSuppliers: 0, effectiveFrom: '2026-12' };
    const { effectiveFrom: _, ...numbers } = wrong;
    for (const asks of [() => sets(wrong), () => simulates(numbers)]) {
      const refusal = await refusalOf(asks());
      expect(refusal.code).toBe('policy_out_of_range');
      const pointers = (refusal.body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer);
      expect(pointers).toEqual(expect.arrayContaining(['/tolerancePercent', '/windowDays', '/maxSuppliers']));
    }
  });

  test('is not changed without a simulation of these very numbers', async () => {
    const { sets, simulates } = await office();
    const change = { tolerancePercent: 10, effectiveFrom: '2026-12' };
    expect((await refusalOf(sets(change))).code).toBe('policy_not_simulated');
    expect((await refusalOf(sets({ ...change, simulationId: 'sim_none' }))).code).toBe('simulation_not_found');
    const { simulationId } = await simulates({ tolerancePercent: 15 });
    expect((await refusalOf(sets({ ...change, simulationId }))).code).toBe('policy_not_simulated');
  });

  test('changes on the first of a later month, and lists say which version they were made by', async () => {
    const { sets, simulates, reads, list, clock, town } = await office();
    const { simulationId } = await simulates({ tolerancePercent: 30 });
    const change = { tolerancePercent: 30, simulationId };
    expect((await refusalOf(sets({ ...change, effectiveFrom: '2026-11' }))).code).toBe('policy_too_early');
    expect(await sets({ ...change, effectiveFrom: '2026-12' })).toMatchObject({ version: 2 });
    expect((await refusalOf(sets({ ...change, effectiveFrom: '2026-12' }))).code).toBe('policy_too_early');
    expect(await reads()).toMatchObject({ inForce: { version: 1 }, planned: [{ version: 2, tolerancePercent: 30 }] });
    const before = await list();
    expect(before.ranking).toMatchObject({ policyVersion: 1, above: 3 });
    clock.set('2026-12-01T00:00:30.000+07:00');
    const after = await list();
    expect(after.ranking).toMatchObject({ policyVersion: 2, above: 4 });
    const old = await town.as()('GET /rankings/{decisionId}', {
      params: { decisionId: before.ranking?.decisionId ?? '' },
    });
    expect(old.replay.matches).toBe(true);
    expect(old.policy.version).toBe(1);
  });

  test('can begin category by category, in an order of the day’s key, drawn once; until then lists are by price', async () => {
    const { sets, simulates, reads, list, clock, town, world, sells, stall, refresh } = await office();
    const { simulationId } = await simulates({});
    const decided = await sets({ simulationId, effectiveFrom: '2026-12', stepMonths: 2 });
    const again = await refusalOf(sets({ simulationId, effectiveFrom: '2027-01', stepMonths: 1 }));
    expect([again.code, (again.body['errors'] as { pointer: string }[])[0]?.pointer]).toEqual([
      'policy_out_of_range',
      '/stepMonths',
    ]);
    const [drawnOn, begins] = ['2026-11-10', decided.starts?.months['meeting-food'] ?? ''];
    expect(decided.starts).toEqual(drawnStarts({ dayKey: world.dayKey(CITY, drawnOn), drawnOn }, '2026-12', 2));
    expect((await reads()).planned).toEqual([decided]);
    expect(begins > '2026-12').toBe(true);

    clock.set(`${addMonths(begins, -1)}-20T09:00:00.000+07:00`);
    await sells(stall(0), 500);
    await refresh('OwnersRuled');
    const firstOf = (of: Awaited<ReturnType<typeof list>>) => of.items[0]?.priceRupiah;
    const waiting = await list();
    expect(firstOf(waiting)).toBe(18_000);
    expect(waiting.ranking?.sentence).toMatch(/^Diurutkan dari harga terendah .* Mulai \w+ \d{4} kategori ini/);
    expect(waiting.items[0]?.ranking).toMatchObject({ step: 0, exposure: 0 });
    expect(waiting.items[1]?.ranking?.sentence).toMatch(/menurut harga di antara barang sejenis, Rp19\.000\.$/);
    // Lists of everything, and proposals to split, follow the rule all along.
    const everything = await town.as()('GET /cities/{city}/products', { params, query: { limit: 20 } });
    expect(everything.items[0]?.priceRupiah).toBe(19_000);

    clock.set(`${begins}-01T09:00:00.000+07:00`);
    const ranked = await list();
    expect(firstOf(ranked)).toBe(19_000);
    expect(ranked.ranking?.sentence).toMatch(/paling sedikit menerima pesanan/);
    const old = await town.as()('GET /rankings/{decisionId}', {
      params: { decisionId: waiting.ranking?.decisionId ?? '' },
    });
    expect([old.replay.matches, old.sentence]).toEqual([true, waiting.ranking?.sentence]);
  });

  test('is tried on the city’s own orders beside the present one, and says what was simulated', async () => {
    const { simulates, sells, stalls, refresh, admin } = await office();
    for (const stall of stalls) for (let time = 0; time < 3; time++) await sells(stall, 5 + time);
    await refresh('OwnersRuled');
    const receipt = await simulates({ tolerancePercent: 0 });
    expect(receipt.simulated).toMatchObject({
      requests: 12,
      owners: 4,
      categories: 1,
      leftOut: { requests: 0, owners: 0 },
    });
    expect(receipt.before.gatedOut).toBe(0.25);
    expect(receipt.after.gatedOut).toBe(0.5);
    // On or below the median, whoever is picked: the picks follow from the ids of the orders.
    expect(receipt.after.priceToMedian).toBeLessThanOrEqual(1);
    expect(receipt.sentence).toMatch(/^Dengan 12 pesanan lalu: Gini/);
    const again = await simulates({ tolerancePercent: 0 });
    expect([again.before, again.after]).toEqual([receipt.before, receipt.after]);
    const read = await admin(`GET ${POLICY}/simulations/{simulationId}`, {
      params: { ...params, simulationId: receipt.simulationId },
    });
    expect(read).toEqual(receipt);
  });

  test('that finds references from prices paid is moved by no list, and counts an order above one for more', async () => {
    const { sets, simulates, sells, stalls, stall, refresh, list, clock, town, opens, follow } = await office();
    for (const priceRupiah of [18_500, 18_800, 21_000]) {
      const shop = await opens();
      stalls.push({ shop, product: await town.offers(shop, { priceRupiah, amount: 1000 }) });
    }
    for (const [index, one] of stalls.entries()) {
      const buyer = `pembeli-${index}`;
      const order = await sells(one, 5, buyer);
      await town.moves(one.shop.owner, 'deliver', order);
      await town.receives(buyer, order);
      await follow(order.orderId);
    }
    const change = { referenceRise: 5, pricePowerAbove: 3, tolerancePercent: 30 };
    const { simulationId } = await simulates(change);
    await sets({ ...change, simulationId, effectiveFrom: '2026-12' });
    clock.set('2026-12-01T00:30:00.000+07:00');
    await refresh();
    const held = async () => {
      const { items, ranking } = await list();
      expect(ranking?.sentence).toMatch(/Pesanan di atas harga acuan dihitung lebih besar/);
      return new Set(items.map((item) => `${item.ranking?.compared} ${item.ranking?.medianRupiah}`));
    };
    expect(await held()).toEqual(new Set(['paid 19000']));
    // A ring asks more: today's lists have another median, the month's reference has not.
    for (const { shop, product } of [stall(0), stall(1), stall(2)])
      await town.as(shop.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId: shop.merchantId, productId: product.productId },
        body: { priceRupiah: 24_000 },
      });
    await refresh();
    expect(await held()).toEqual(new Set(['paid 19000']));
    await sells(stall(3), 1);
    await refresh();
    const { shop } = stall(3);
    const own = await town.as(shop.owner)('GET /merchants/{merchantId}/ranking', {
      params: { merchantId: shop.merchantId },
    });
    expect(own.recentSalesRupiah).toBe(5 * 24_000 + Math.floor(24_000 ** 3 / 19_000 ** 2));
    expect(own.sentence).toMatch(/dihitung Rp158\.293/);
    expect(own.orders[0]).toMatchObject({ valueRupiah: 24_000, countedRupiah: 38_293 });
  });

  test('that asks buyers for proof lets no stranger’s far order move a shop before its day', async () => {
    const { sets, simulates, sells, stall, refresh, clock, town, follow } = await office();
    const { simulationId } = await simulates({ provenOwners: 3 });
    await sets({ provenOwners: 3, simulationId, effectiveFrom: '2026-12' });
    clock.set('2026-12-01T09:00:00.000+07:00');
    const { shop, product } = stall(0);
    const own = () =>
      town.as(shop.owner)('GET /merchants/{merchantId}/ranking', { params: { merchantId: shop.merchantId } });
    const held = await town.buys('rival', product, 10, { deliverOn: '2027-01-20' });
    await town.moves(shop.owner, 'accept', held);
    await follow(held.orderId);
    await refresh();
    expect(await own()).toMatchObject({
      recentSalesRupiah: 0,
      orders: [{ orderId: held.orderId, valueRupiah: 180_000, countedRupiah: 0 }],
    });
    expect((await own()).sentence).toMatch(/pesanan pembeli yang belum dikenal dihitung mulai hari pengantarannya/i);
    await sells(stall(1), 1);
    clock.set('2027-01-20T09:00:00.000+07:00');
    await refresh();
    expect(await own()).toMatchObject({ recentSalesRupiah: 180_000, orders: [{ countedRupiah: 180_000 }] });
  });

  test('of a city without orders simulates nothing, and says so', async () => {
    const { simulates } = await office();
    const { simulated, before, sentence } = await simulates({ tolerancePercent: 30 });
    expect([simulated.requests, before.gini]).toEqual([0, null]);
    expect(sentence).toMatch(/belum punya pesanan/);
  });
});

describe('the support list', () => {
  /** October and November: one stall sells in both, the others never do. */
  const autumn = async () => {
    const stalls = await stallsOf([]);
    const { clock, opens, town, world, sells, refresh } = stalls;
    clock.set('2026-10-02T09:00:00.000+07:00');
    const seller = await opens();
    const fair = { shop: seller, product: await town.offers(seller, { priceRupiah: 18_000, amount: 1000 }) };
    const others = [];
    for (const priceRupiah of [18_500, 30_000]) {
      const shop = await opens();
      others.push({ shop, product: await town.offers(shop, { priceRupiah, amount: 1000 }) });
    }
    const bare = await opens();
    const idle = await opens({ category: 'batik' });
    await town.offers(idle, { category: 'batik', name: 'Batik tulis' });
    const silent = await opens();
    const silentStall = { shop: silent, product: await town.offers(silent, { amount: 1000 }) };
    const lapsing = await town.buys('ani', silentStall.product, 1);
    clock.pass(25 * 3_600_000);
    await town.runsClocks();
    await stalls.follow(lapsing.orderId);
    await sells(fair, 10);
    clock.set('2026-11-03T09:00:00.000+07:00');
    await sells(fair, 20);
    const lapsingToo = await town.buys('ani', silentStall.product, 1);
    clock.pass(25 * 3_600_000);
    await town.runsClocks();
    await stalls.follow(lapsingToo.orderId);
    const done = await town.sells(seller, fair.product, 1);
    await stalls.follow(done.orderId);
    await refresh('OwnersRuled');
    clock.set('2026-12-12T09:00:00.000+07:00');
    for (const month of ['2026-10', '2026-11'])
      await closeCity(world, memoryFiles(), CITY, { month, phase: 'final', takenAt: world.now() });
    await refresh('OwnersRuled');
    return { ...stalls, seller, others, bare, idle, silent, admin: town.as(town.adminOf(CITY)) };
  };

  test('names who did not sell for two months, why, one action, and the rupiah missed', async () => {
    const { admin, seller, others, bare, idle, silent } = await autumn();
    const { items, summary } = await admin('GET /cities/{city}/gap/{month}', {
      params: { city: CITY, month: '2026-11' },
    });
    const of = (merchantId: string | undefined) =>
      items.find(({ shops }) => shops.some((shop) => shop.merchantId === merchantId));
    expect(of(seller.merchantId)).toBeUndefined();
    expect(of(others[1]?.shop.merchantId)).toMatchObject({
      cause: 'offer',
      fix: 'price',
      monthsUnsold: 2,
      evidence: { requests: 3 },
    });
    expect(of(others[1]?.shop.merchantId)?.action).toMatch(/menurunkan harga menjadi Rp\d/);
    expect(of(others[0]?.shop.merchantId)).toMatchObject({ cause: 'never_shown' });
    expect(of(bare.merchantId)).toMatchObject({ cause: 'offer', fix: 'listing', evidence: { requests: 0 } });
    expect(of(bare.merchantId)?.fairShareRupiah).toBeGreaterThan(0);
    expect(of(idle.merchantId)).toMatchObject({ cause: 'no_demand', fairShareRupiah: 0 });
    expect(of(silent.merchantId)).toMatchObject({ cause: 'unreachable' });
    expect(of(others[0]?.shop.merchantId)?.fairShareRupiah).toBeGreaterThan(0);
    expect(summary).toMatchObject({
      owners: 5,
      neverShown: 1,
      byCause: { offer: 2, never_shown: 1, no_demand: 1, unreachable: 1 },
    });
  });

  test('is narrowed to who did not sell since a month, whether the last one is over or runs', async () => {
    const { admin } = await autumn();
    const unsold = async (month: string, unsoldSince?: string) => {
      const query = { limit: 100, ...(unsoldSince === undefined ? {} : { unsoldSince }) };
      return (await admin('GET /cities/{city}/gap/{month}', { params: { city: CITY, month }, query })).items.length;
    };
    const all = await unsold('2026-11');
    expect(all).toBeGreaterThan(0);
    expect(await Promise.all(['2026-11', '2026-10', '2026-09'].map((since) => unsold('2026-11', since)))).toEqual([
      all,
      all,
      0,
    ]);
    expect(await Promise.all(['2026-10', '2026-09'].map((since) => unsold('2026-12', since)))).toEqual([all, 0]);
  });

  test('judges owners by all they offer today, through all their shops, against what others got', async () => {
    const { clock, opens, town, world, sells, refresh, follow } = await stallsOf([]);
    clock.set('2026-10-02T09:00:00.000+07:00');
    const seller = await opens();
    const batik = { category: 'batik', name: 'Batik tulis', unit: 'lembar', amount: 1000 } as const;
    const sold = [
      { shop: seller, product: await town.offers(seller, { amount: 1000 }) },
      { shop: seller, product: await town.offers(seller, { ...batik, priceRupiah: 100_000 }) },
    ];
    // Offers batik in a shop of meeting food, too dear.
    const dear = await opens();
    await town.offers(dear, { ...batik, priceRupiah: 300_000 });
    for (const priceRupiah of [99_000, 101_000]) await town.offers(await opens(), { ...batik, priceRupiah });
    // Offers today, and not in the months that are over; the next one the other way round.
    const late = await opens({ category: 'crafts' });
    const withdrawn = await opens();
    const only = await town.offers(withdrawn);
    const who = { nik: '3573024508809999', phone: '08199999999' };
    const first = await opens(who, 'owner-of-two');
    await town.offers(first, { priceRupiah: 19_000, amount: 1000 });
    // Got an order it never handed over.
    const tardy = await opens();
    await sells({ shop: tardy, product: await town.offers(tardy, { amount: 1000 }) }, 5);
    for (const month of ['10', '11']) {
      clock.set(`2026-${month}-05T09:00:00.000+07:00`);
      for (const stall of sold) {
        await sells(stall, 4);
        await follow((await town.sells(seller, stall.product, 1)).orderId);
      }
    }
    clock.set('2026-11-20T09:00:00.000+07:00');
    const second = await opens({ ...who, name: 'Dapur dua' }, 'owner-of-two');
    clock.set('2026-12-12T09:00:00.000+07:00');
    await town.offers(late, { category: 'crafts', name: 'Kerajinan rotan' });
    await town.as(withdrawn.owner)('PATCH /merchants/{merchantId}/products/{productId}', {
      params: { merchantId: withdrawn.merchantId, productId: only.productId },
      body: { active: false },
    });
    for (const month of ['2026-10', '2026-11', '2026-12'])
      await closeCity(world, memoryFiles(), CITY, { month, phase: 'final', takenAt: world.now() });
    await refresh('OwnersRuled');
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/gap/{month}', {
      params: { city: CITY, month: '2026-11' },
    });
    const of = ({ merchantId }: { merchantId: string }) =>
      items.find(({ shops }) => shops.some((shop) => shop.merchantId === merchantId));
    expect(of(seller)).toBeUndefined();
    expect(of(late)).toMatchObject({ cause: 'no_demand', monthsUnsold: 2, fairShareRupiah: 0 });
    expect(of(dear)).toMatchObject({ cause: 'offer', fix: 'price', evidence: { requests: 4 } });
    expect(of(withdrawn)).toMatchObject({ cause: 'offer', fix: 'listing', evidence: { requests: 0 } });
    expect(of(first)).toMatchObject({ monthsUnsold: 2, evidence: { requests: 5 } });
    expect(of(first)?.shops).toContainEqual(expect.objectContaining({ merchantId: second.merchantId }));
    expect(of(tardy)).toMatchObject({ evidence: { requests: 4 } });
  });

  test('neither skips nor repeats anybody over its pages, however the market moves between them', async () => {
    const { admin, town, bare, clock, refresh } = await autumn();
    const month = { params: { city: CITY, month: '2026-11' } };
    const whole = await admin('GET /cities/{city}/gap/{month}', { ...month, query: { limit: 100 } });
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof pageOf>> = await pageOf(admin, month, cursor);
      seen.push(...page.items.map(({ ownerId }) => ownerId));
      cursor = page.next;
      // An owner who had nothing on offer offers something: another cause, and the list made again is another one.
      await town.offers(bare, { priceRupiah: 17_000 + seen.length });
      clock.pass(61_000);
      await refresh();
    } while (cursor !== null);
    expect(seen).toEqual(whole.items.map(({ ownerId }) => ownerId));
  });

  test('goes on page by page, and is the city’s alone', async () => {
    const { admin, town } = await autumn();
    const month = { params: { city: CITY, month: '2026-11' } };
    const first = await admin('GET /cities/{city}/gap/{month}', { ...month, query: { limit: 3 } });
    const second = await admin('GET /cities/{city}/gap/{month}', {
      ...month,
      query: { limit: 3, cursor: first.next ?? '' },
    });
    expect([first.items.length, second.items.length, second.next]).toEqual([3, 2, null]);
    expect((await refusalOf(town.as('stranger')('GET /cities/{city}/gap/{month}', month))).code).toBe('not_allowed');
    // A place in the city's list is none in that of who reads a district of it.
    await town.seats(`district:${CITY}.02`, 'petugas', 'district-officer', town.adminOf(CITY));
    const theirs = { ...month, query: { limit: 3, cursor: first.next ?? '' } };
    const officer = town.as('petugas')('GET /cities/{city}/gap/{month}', theirs);
    expect((await refusalOf(officer)).code).toBe('malformed_cursor');
    const future = { params: { city: CITY, month: '2027-03' } };
    expect((await refusalOf(admin('GET /cities/{city}/gap/{month}', future))).code).toBe('month_invalid');
  });
});

type Admin = ReturnType<Awaited<ReturnType<typeof stallsOf>>['town']['as']>;
const pageOf = (admin: Admin, month: { params: { city: string; month: string } }, cursor: string | null) =>
  admin('GET /cities/{city}/gap/{month}', { ...month, query: { limit: 1, ...(cursor === null ? {} : { cursor }) } });
