import type { Page } from 'playwright-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { addDays } from '../../../shared/domain/basics/month.ts';
import { day } from '../../../shared/domain/basics/wording.ts';
import { longDay } from '../../../web/kit/days.ts';
import { today } from '../../../web/kit/today.ts';
import { ready, type Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, signingIn, visitingAs } from '../signed-in.ts';

/* What changes between the last look at a cart and its order: said at its place, mended with a button, nothing lost. */

const CITY = '35.73';
const DAPUR = '/malang/konsumsi-rapat';
const BUDGETS = ['5.1.02.01.01.0052', '5.1.02.01.01.0053'] as const;
const OFFICE = { name: 'Dinas Sosial', address: 'Jl. Sulfat 12' };

type Line = { readonly merchantId: string; readonly productId: string; readonly name: string };

/** A split that the city's rule leaves with one shop says so; one tap shares it out, and the form says into how many. */
const sharesOut = async (page: Page): Promise<void> => {
  const split = page.getByRole('button', { name: /^(Hitung lagi|Lihat pembagian)$/ });
  const asked: unknown[] = [];
  await page.route('**/allocations', async (route) => {
    const { lots } = route.request().postDataJSON();
    asked.push(lots);
    const answer = await (await route.fetch()).json();
    const suppliers = lots === undefined ? answer.suppliers.slice(0, 1) : answer.suppliers;
    return route.fulfill({ status: 201, json: { ...answer, suppliers } });
  });
  await split.click();
  await page.getByRole('button', { name: 'Bagi menjadi 3 bagian' }).click();
  await expect.poll(() => asked).toEqual([undefined, 3]);
  const lots = page.getByLabel('Dibagi menjadi (boleh kosong)');
  expect(await lots.inputValue()).toBe('3');
  await page.getByText(/^Cadangan: /).waitFor();
  expect(await page.getByRole('button', { name: 'Bagi menjadi 3 bagian' }).count()).toBe(0);
  await page.unroute('**/allocations');
  await lots.selectOption('');
  await split.click();
  await page.getByText(/^Cadangan: /).waitFor();
};

export const changedMeanwhile = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const signInAs = signingIn(site);
  const as = (person: string) => site().as(person);
  const ownerOf = (merchantId: string) => as(site().owners.get(merchantId) ?? '');
  const placedBy = async (person: string) =>
    (await (await as(person))('GET /me/orders')).items.filter(({ state }) => state === 'placed');
  const inCart = (page: Page): Promise<readonly Line[]> =>
    page.evaluate(() => (JSON.parse(localStorage.getItem('keranjang') ?? '{}') as { lines?: Line[] }).lines ?? []);

  /** Goods of the first shops of the list. */
  const takes = async (page: Page, shops: number): Promise<readonly Line[]> => {
    for (let at = 0; ; at++) {
      const lines = await inCart(page);
      if (new Set(lines.map(({ merchantId }) => merchantId)).size === shops) return lines;
      await page.locator('.card .quick').nth(at).click();
      await expect.poll(async () => (await inCart(page)).length).toBe(at + 1);
    }
  };
  const writesAddress = async (page: Page): Promise<void> => {
    await page.getByLabel('Nama penerima').fill('Ani Lestari');
    await page.getByLabel('Nomor HP (WhatsApp)').fill('0812 3456 7890');
    await page.getByLabel(/^Jalan dan nomor rumah|^Gedung dan lantai/).fill('Jl. Kawi 2');
    await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
    // One word without an end makes no page wider, wherever it is read again.
    await page.getByLabel(/^Patokan/).fill('pagarhijau'.repeat(11));
  };
  const looksAgain = async (page: Page): Promise<void> => {
    await page.goto('/keranjang/');
    await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
    await writesAddress(page);
    await page.getByRole('button', { name: 'Periksa pesanan' }).click();
    await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();
  };
  /** Sends the order, and finds what was refused where the eyes and the reader are led. */
  const isRefused = async (page: Page, sentence: RegExp): Promise<void> => {
    await page.getByRole('button', { name: /^(Buat pesanan|Kirim lagi)$/ }).click();
    await page.getByRole('heading', { name: sentence }).waitFor();
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert');
  };

  let agencyId = '';
  const seats = { 'sosial-pemesan': 'buyer', 'sosial-ppk': 'approver' } as const;
  const holds = async (budgetCode: string, ceilingRupiah: number): Promise<void> => {
    for (const year of ['2026', '2027'])
      await (await as('sosial-ppk'))('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
        params: { agencyId, year, budgetCode },
        body: { name: `Makan minum ${budgetCode.at(-1)}`, ceilingRupiah },
      });
  };
  beforeAll(async () => {
    const admin = await as(`admin-${CITY}`);
    agencyId = (await admin('POST /cities/{city}/agencies', { params: { city: CITY }, body: OFFICE })).agencyId;
    const scope = `agency:${agencyId}`;
    for (const [person, role] of Object.entries(seats)) {
      await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      await (await as(person))('POST /me/invitations/{scope}/accept', { params: { scope } });
    }
    for (const budgetCode of BUDGETS) await holds(budgetCode, 20_000_000);
  });

  /** Puts the market back as it was for whoever comes next. */
  let afterwards: () => Promise<unknown> = async () => {};
  afterEach(() => afterwards());

  test('a price, the shelf, the shop: each is mended where it stands, and the rest is ordered as it was', async () => {
    await visitAs('bu-lastri', DAPUR, async ({ page, complaints }) => {
      const lines = await takes(page, 2);
      const [dear, scarce] = [lines[0], lines.at(-1)] as [Line, Line];
      await looksAgain(page);
      const params = { merchantId: dear.merchantId, productId: dear.productId };
      const shelf = { merchantId: scarce.merchantId, productId: scarce.productId };
      const owner = await ownerOf(dear.merchantId);
      const other = await ownerOf(scarce.merchantId);
      const { priceRupiah } = await owner('GET /merchants/{merchantId}/products/{productId}', { params });
      afterwards = async () => {
        await owner('PATCH /merchants/{merchantId}/products/{productId}', { params, body: { priceRupiah } });
        await other('PATCH /merchants/{merchantId}', {
          params: { merchantId: scarce.merchantId },
          body: { pausedUntil: null },
        });
      };

      await owner('PATCH /merchants/{merchantId}/products/{productId}', { params, body: { priceRupiah: 19_250 } });
      await isRefused(page, /sekarang Rp19\.250/);
      await page.getByText('sekarang Rp19.250.', { exact: false }).last().waitFor();
      expect(await page.getByRole('button', { name: /^(Buat pesanan|Kirim lagi|Setuju, )/ }).count()).toBe(0);
      await neat(page, 'sela-harga-360');
      await page.getByRole('button', { name: 'Setujui harga' }).click();
      await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();
      await expect.poll(() => page.getByRole('alert').count()).toBe(0);
      // Who mended by keyboard is still where the line stands.
      await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SECTION');

      await other('PUT /merchants/{merchantId}/products/{productId}/stock', { params: shelf, body: { amount: 0 } });
      await isRefused(page, /^Sisa .* tinggal 0/);
      await page.getByText('Barang ini habis.').waitFor();
      await neat(page, 'sela-habis-360');
      await other('PUT /merchants/{merchantId}/products/{productId}/stock', { params: shelf, body: { amount: 5_000 } });
      // Looked at again, it is there again.
      await page.reload();
      await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();

      const until = addDays(today(CITY), 20);
      await other('PATCH /merchants/{merchantId}', {
        params: { merchantId: scarce.merchantId },
        body: { pausedUntil: until },
      });
      await isRefused(page, new RegExp(`sedang tutup sampai ${day(until)}`));
      await neat(page, 'sela-tutup-360');
      // Whoever opens the cart is told before anything is filled in, with nothing to tap that would be refused.
      await page.goto('/keranjang/');
      await page
        .getByText(`Toko ini tutup sampai ${longDay(until)}. Bisa dipesan lagi ${longDay(addDays(until, 1))}.`)
        .waitFor();
      await page.getByText('Perbaiki toko yang ditandai dulu.').waitFor();
      expect(await page.getByRole('button', { name: 'Lanjut ke alamat' }).count()).toBe(0);
      await neat(page, 'keranjang-tutup-360');
      await page.goto('/keranjang/#periksa');
      await page.getByText(/^Toko ini tutup sampai/).waitFor();
      await page.getByRole('button', { name: 'Hapus barang toko ini' }).click();
      await page.getByText('Jl. Kawi 2').waitFor();
      await page.getByRole('button', { name: 'Buat pesanan' }).dblclick();
      await page.getByText('Menunggu diterima penjual').first().waitFor();
      expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
    });
    const placed = await placedBy('bu-lastri');
    expect(placed).toHaveLength(1);
    expect(placed[0]?.totalRupiah).toBe(19_250);
  });

  test('fewer are left than were wanted: one tap takes what there is', async () => {
    await visitAs('bu-parti', DAPUR, async ({ page }) => {
      const [line] = (await takes(page, 1)) as [Line];
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: /^Tambah / }).click();
      await page.getByRole('button', { name: /^Tambah / }).click();
      await looksAgain(page);
      const params = { merchantId: line.merchantId, productId: line.productId };
      const owner = await ownerOf(line.merchantId);
      const counts = (amount: number) =>
        owner('PUT /merchants/{merchantId}/products/{productId}/stock', { params, body: { amount } });
      afterwards = () => counts(5_000);
      // What is promised to others is not for this one.
      const { promised } = await counts(5_000);
      await counts(promised + 2);
      await isRefused(page, /^Sisa .* tinggal 2/);
      await page.getByText('Anda memesan 3.').waitFor();
      await neat(page, 'sela-sisa-360');
      await page.getByRole('button', { name: /^Kurangi jadi 2 / }).click();
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByText('Menunggu diterima penjual').first().waitFor();
    });
    expect(await placedBy('bu-parti')).toHaveLength(1);
  });

  test('the other tab was first: two taps in two tabs are one order', async () => {
    await visitAs('bu-siti', DAPUR, async ({ page, complaints }) => {
      await takes(page, 1);
      await looksAgain(page);
      const other = await page.context().newPage();
      await other.goto('/keranjang/#periksa');
      await other.getByRole('button', { name: 'Buat pesanan' }).waitFor();
      // By hand in both at once: a tab whose order is made empties the other, and no second tap would find its button.
      const taps = (button: HTMLElement) => [button.click(), button.click()];
      await Promise.all([page, other].map((tab) => tab.getByRole('button', { name: 'Buat pesanan' }).evaluate(taps)));
      for (const tab of [page, other])
        await tab
          .getByText(/Menunggu diterima penjual|Keranjang masih kosong/)
          .first()
          .waitFor();
      expect(complaints).toEqual([]);
    });
    expect(await placedBy('bu-siti')).toHaveLength(1);
  });

  test('the budget is spent: another account is chosen where it was written; signed out, the office order waits', async () => {
    await visitAs('sosial-pemesan', DAPUR, async (seen) => {
      const { page, complaints } = seen;
      await takes(page, 1);
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await page.getByLabel('Pesanan ini untuk').selectOption({ label: OFFICE.name });
      await page.getByLabel('Acara', { exact: true }).fill('Rapat bantuan sosial');
      await page.getByLabel('Rekening belanja').selectOption(BUDGETS[0]);
      await writesAddress(page);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();
      await holds(BUDGETS[0], 1_000);
      await isRefused(page, /^Sisa anggaran .* tinggal Rp1\.000/);
      await page.locator('.flaw', { hasText: 'Paling banyak Rp1.000.' }).waitFor();
      expect(await page.getByLabel('Acara', { exact: true }).inputValue()).toBe('Rapat bantuan sosial');
      await neat(page, 'sela-anggaran-360');
      await page.getByLabel('Rekening belanja').selectOption(BUDGETS[1]);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      // The session ends while the page stands open.
      await page.route('**/api/orders', (route) =>
        route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' }),
      );
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByRole('button', { name: 'Masuk untuk memesan' }).waitFor();
      await page.unroute('**/api/orders');
      await signInAs(seen, 'sosial-pemesan');
      await page.reload();
      await page.getByText(`Rapat bantuan sosial · rekening ${BUDGETS[1]}`).waitFor();
      await page.getByRole('button', { name: 'Buat pesanan' }).dblclick();
      await page
        .getByText(/Menunggu persetujuan/i)
        .first()
        .waitFor();
      expect(complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
    });
    const asked = { params: { agencyId } };
    const { items } = await (await as('sosial-pemesan'))('GET /agencies/{agencyId}/orders', asked);
    expect(items.map(({ state }) => state)).toEqual(['awaiting_approval']);
  });

  test('a caterer of a meeting says no: another takes its share, in the same words, to the same approver', async () => {
    await visitAs('sosial-pemesan', '/kantor/', async (seen) => {
      const { page } = seen;
      await page.locator('summary', { hasText: 'Pesan untuk rapat' }).click();
      await page.getByLabel('Acara', { exact: true }).fill('Rapat penyaluran');
      await page.getByLabel('Rekening belanja').selectOption(BUDGETS[1]);
      await page.getByLabel('Barang sejenis (boleh kosong)').selectOption({ index: 0 });
      await page.getByLabel('Porsi atau jumlah').fill('24,5');
      await page.getByLabel('Gedung dan lantai').fill('Aula lantai 2');
      await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
      await page.getByLabel('Nama penerima').fill('Tuti');
      await page.getByLabel('Nomor HP (WhatsApp)').fill('081234567890');
      const split = page.getByRole('button', { name: 'Lihat pembagian' });
      await split.click();
      // Never read as 245.
      await page.locator('#quantity-salah').waitFor();
      await page.getByLabel('Porsi atau jumlah').fill('24 kotak');
      // The session ends while the form stands open: signed in again in another tab, it goes on as it was typed.
      const ended = await page.evaluate(() => JSON.parse(localStorage.getItem('masuk') ?? '{}').token as string);
      await page.route('**/api/**', (route) =>
        route.request().headers()['authorization'] === `Bearer ${ended}`
          ? route.fulfill({ status: 401, contentType: 'application/json', body: '{"message":"Unauthorized"}' })
          : route.continue(),
      );
      await split.click();
      await page.getByRole('link', { name: 'Masuk di tab baru' }).waitFor();
      await neat(page, 'sela-rapat-sesi-habis-360');
      await signInAs(seen, 'sosial-pemesan');
      // An answer is lost on its way: tapped again, the same split is asked for.
      const keys: (string | undefined)[] = [];
      await page.route('**/allocations', async (route) => {
        if (keys.push(route.request().headers()['idempotency-key']) > 1) return route.continue();
        await route.fetch();
        return route.abort();
      });
      await split.click();
      await page.getByText(/^Tidak ada koneksi internet/).waitFor();
      await split.click();
      await page.getByText(/^Cadangan: /).waitFor();
      expect(keys).toEqual([expect.any(String), keys[0]]);
      await sharesOut(page);
      await page.getByRole('button', { name: 'Kirim ke PPK' }).dblclick();
      await page.getByText(/pesanan dikirim ke PPK/).waitFor();
    });
    const buyer = await as('sosial-pemesan');
    const ofMeeting = async () => {
      const { items } = await buyer('GET /agencies/{agencyId}/orders', { params: { agencyId } });
      const orders = items.map(({ orderId }) => buyer('GET /orders/{orderId}', { params: { orderId } }));
      return (await Promise.all(orders)).filter(({ agency }) => agency?.purpose === 'Rapat penyaluran');
    };
    const placed = await ofMeeting();
    const [refused] = placed.toSorted((a, b) => b.totalRupiah - a.totalRupiah);
    const params = { orderId: refused?.orderId ?? '' };
    await (await as('sosial-ppk'))('POST /orders/{orderId}/approve', { params });
    const owner = await ownerOf(refused?.merchantId ?? '');
    await owner('POST /orders/{orderId}/decline', { params, body: { reason: 'Dapur sedang diperbaiki.' } });
    await visitAs('sosial-pemesan', `/pesanan/${params.orderId}`, async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Cari pengganti' }).waitFor();
      await page.getByText(/^Cadangan: /).waitFor();
      await neat(page, 'sela-pengganti-360');
      await page.getByRole('button', { name: /^Ganti dengan / }).dblclick();
      // A spare that cannot take so few or so many any more is told, with who can: that is agreed to by another tap.
      const another = page.getByRole('button', { name: /^Pesan · / });
      const moved = () => page.url().includes('/pesanan/ord_') && !page.url().includes(params.orderId);
      await expect.poll(async () => moved() || (await another.isVisible())).toBe(true);
      if (!moved()) await another.click();
      await expect.poll(moved).toBe(true);
      await ready(page);
      await page
        .getByText(/Menunggu persetujuan/i)
        .first()
        .waitFor();
      expect(complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
    });
    const after = await ofMeeting();
    expect(after).toHaveLength(placed.length + 1);
    const before = new Set(placed.map(({ orderId }) => orderId));
    const spare = after.find(({ orderId }) => !before.has(orderId));
    expect(spare?.merchantId).not.toBe(refused?.merchantId);
    expect(spare).toMatchObject({
      state: 'awaiting_approval',
      deliverTo: refused?.deliverTo,
      agency: { purpose: 'Rapat penyaluran', budgetCode: BUDGETS[1] },
    });
    const units = (order = refused) => order?.lines.reduce((sum, { quantity }) => sum + quantity, 0);
    expect(units(spare)).toBe(units());
  });
};
