import { expect, test } from 'vitest';
import { axe, desk, overflow, ready, shot, type Visit, walk } from '../browser.ts';
import { hostileNames } from '../seed.ts';
import type { Site } from '../serve.ts';

const MALANG = '/malang';
/** Lists that are made in the browser. */
const SEARCH = '/cari/?kota=35.73';

export const storefrontPages = (visit: Visit, site: () => Site): void => {
  /** Light and on a phone, dark and at a desk: nothing is wrong, nothing is wider than the narrowest window. */
  const sound = (name: string, path: string, says: string | RegExp) =>
    test(`is sound on a phone, at a desk, in the dark and at 400%: ${name}`, async () => {
      for (const [where, options] of [
        ['360', {}],
        ['1280', { ...desk, colorScheme: 'dark' }],
      ] as const)
        await visit(
          path,
          async ({ page, complaints }) => {
            await ready(page);
            await page.getByText(says).first().waitFor();
            await shot(page, `toko-${name}-${where}`);
            expect(await axe(page)).toEqual([]);
            // 1280 px at 400%.
            await page.setViewportSize({ width: 320, height: 256 });
            expect(await overflow(page)).toBe(0);
            expect(complaints).toEqual([]);
          },
          options,
        );
    });

  sound('daftar', MALANG, 'Pasar UMKM Kota Malang');
  sound('depan', '/', 'Pilih kota Anda');
  sound('kategori', '/malang/konsumsi-rapat', 'Nasi kotak rapat');
  sound('kecamatan', '/malang/kecamatan/klojen', 'Usaha di Kecamatan Klojen');
  sound('pemerataan', '/malang/pemerataan/2026-10', 'Pemerataan penjualan Kota Malang');
  sound('cara', '/malang/cara-menghitung', 'Cara menghitung');
  sound('kosong', '/surabaya', 'Belum ada barang di Kota Surabaya');
  sound('sempit', `${SEARCH}&cari=gudeg&kategori=batik`, 'Belum ada barang yang cocok');
  sound('cari', `${SEARCH}&cari=nasi`, '“nasi”');
  sound('jahil', '/blitar', 'Pasar UMKM Kota Blitar');

  test('shows two square cards a row at 360 px, with the maker and the kecamatan', async () => {
    await visit(MALANG, async ({ page }) => {
      await ready(page);
      const cards = await page
        .locator('.card')
        .evaluateAll((all) => all.map((card) => card.getBoundingClientRect().toJSON()));
      expect(cards[0].y).toBe(cards[1].y);
      expect(cards[2].y).toBeGreaterThan(cards[0].y);
      expect(cards[2].x).toBe(cards[0].x);
      const photos = await page
        .locator('.photo')
        .evaluateAll((all) =>
          all.map((photo) => photo.getBoundingClientRect()).map(({ width, height }) => Math.abs(width - height)),
        );
      expect(Math.max(...photos)).toBeLessThan(1);
      await expect(page.locator('.maker').first().innerText()).resolves.toMatch(
        / · (Blimbing|Kedungkandang|Klojen|Lowokwaru|Sukun)$/,
      );
      // The first pictures are what people wait for. Which cards have one depends on their ids.
      const loading = await page
        .locator('.card')
        .evaluateAll((all) => all.map((card) => card.querySelector('img.photo')?.getAttribute('loading') ?? null));
      expect(loading.some((how) => how !== null)).toBe(true);
      for (const [place, how] of loading.entries()) expect([null, place < 4 ? 'eager' : 'lazy']).toContain(how);
    });
  });

  test.each(['', '/konsumsi-rapat', '/kecamatan/kedungkandang', '/belum-banyak-terlihat'])(
    'has its first goods within the first 200 px of a phone: %s',
    async (path) => {
      await visit(`${MALANG}${path}`, async ({ page }) => {
        await ready(page);
        await page.setViewportSize({ width: 360, height: 740 });
        expect((await page.locator('.card').first().boundingBox())?.y).toBeLessThanOrEqual(200);
      });
    },
  );

  test('opens its filters over the whole width, whatever else stands in their line', async () => {
    await visit(`${MALANG}/konsumsi-rapat`, async ({ page }) => {
      await ready(page);
      for (const words of ['Semua kecamatan', 'Mengapa ini tampil?']) {
        await page.locator('summary', { hasText: words }).click();
        const { width, x } = (await page.locator('.listed details[open]').first().boundingBox()) ?? {};
        expect([x, width]).toEqual([16, 328]);
        await page.locator('summary', { hasText: words }).click();
      }
      expect(await overflow(page)).toBe(0);
    });
  });

  test('makes every target 48 px high; a card is one target', async () => {
    await visit(MALANG, async ({ page }) => {
      await ready(page);
      const small = await page
        .locator('a:not(.skip, .name, .brand a), button, input:not([type=hidden]), summary')
        .evaluateAll((all) =>
          all
            .map((one) => ({ height: one.getBoundingClientRect().height, text: one.textContent }))
            .filter(({ height }) => height > 0 && height < 47.5),
        );
      expect(small).toEqual([]);
      const [card] = await page.locator('.card').all();
      await card?.click({ position: { x: 20, y: 140 } });
      await page.waitForURL(/\/barang\//);
    });
  });

  test('goes on by link to the end, never shows a product twice, and finds the way back', async () => {
    await visit(MALANG, async ({ page }) => {
      const names: string[] = [];
      for (let pages = 0; pages < 9; pages++) {
        await ready(page);
        names.push(
          ...(await page
            .locator('.card .name')
            .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))),
        );
        const next = page.getByRole('link', { name: 'Lihat barang berikutnya' });
        if (!(await next.count())) break;
        await next.click();
      }
      expect(new Set(names).size).toBe(names.length);
      expect(names.length).toBeGreaterThan(60);
      await page.getByText('Anda sudah melihat semua barang').waitFor();
      await shot(page, 'toko-akhir-360', true);
      await page.getByRole('link', { name: 'Kembali ke awal daftar' }).click();
      await ready(page);
      await page.getByRole('link', { name: 'Lihat barang berikutnya' }).waitFor();
    });
  });

  test('narrows by word, category and kecamatan, keeps them together, and remembers the city', async () => {
    await visit(MALANG, async ({ page }) => {
      await ready(page);
      await page.getByLabel('Cari barang').fill('nasi');
      await page.keyboard.press('Enter');
      await page.waitForURL(/cari=nasi/);
      await page.getByRole('heading', { name: '“nasi”' }).waitFor();
      await page.getByRole('link', { name: 'Konsumsi rapat' }).click();
      await page.waitForURL(/cari=nasi.*kategori=meeting-food|kategori=meeting-food.*cari=nasi/);
      await ready(page);
      await page.locator('summary', { hasText: 'Semua kecamatan' }).click();
      await page.getByRole('link', { name: 'Kedungkandang' }).click();
      await page.getByRole('heading', { name: '“nasi” · Konsumsi rapat · Kecamatan Kedungkandang' }).waitFor();
      expect(await page.locator('.card').count()).toBeGreaterThan(0);
      expect(await axe(page)).toEqual([]);
      await page.goto('/');
      await page.getByRole('link', { name: 'Lanjut ke Kota Malang' }).click();
      await page.getByRole('heading', { name: 'Pasar UMKM Kota Malang' }).waitFor();
      await page.getByRole('link', { name: 'Ganti kota' }).click();
      await page.getByRole('heading', { name: 'Pilih kota Anda' }).waitFor();
    });
  });

  test('answers while somebody types, forgives spelling, and leads to the product by keyboard', async () => {
    await visit('/malang', async ({ page, complaints }) => {
      const search = page.getByLabel('Cari barang');
      await search.focus();
      await search.pressSequentially('kripik temp');
      const answers = page.locator('.suggested a');
      await answers.first().waitFor();
      expect(await answers.first().textContent()).toContain('Keripik tempe');
      expect(await axe(page)).toEqual([]);
      expect(await overflow(page)).toBe(0);
      await shot(page, 'toko-saran-360');
      await page.keyboard.press('Escape');
      await answers.first().waitFor({ state: 'detached' });
      await search.pressSequentially('e');
      await answers.first().waitFor();
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/malang\/(barang\/keripik-tempe|usaha\/)/);
      expect(complaints).toEqual([]);
    });
  });

  test('opens a product, says what can be had, and sends it on by WhatsApp', async () => {
    await visit(`${SEARCH}&cari=keripik`, async ({ page, complaints }) => {
      await ready(page);
      await page.locator('.card .name').first().click();
      await page.getByRole('heading', { level: 1, name: 'Keripik tempe 250 g' }).waitFor();
      await page.getByText('Tersedia', { exact: true }).waitFor();
      const share = await page.getByRole('link', { name: 'Bagikan lewat WhatsApp' }).getAttribute('href');
      const text = new URL(share ?? '').searchParams.get('text') ?? '';
      expect(text).toMatch(
        /^Keripik tempe 250 g, Rp15\.000 per bungkus, dari Keripik .*, Kota Malang: http:\/\/localhost:\d+\/malang\/barang\/keripik-tempe-250-g-[0-9a-z]{26}$/,
      );
      expect(await page.title()).toBe('Keripik tempe 250 g · Kota Malang');
      expect(await axe(page)).toEqual([]);
      await shot(page, 'toko-barang-360', true);
      await page.setViewportSize({ width: 320, height: 256 });
      expect(await overflow(page)).toBe(0);
      await page.setViewportSize({ width: 1280, height: 900 });
      await shot(page, 'toko-barang-1280');
      await page.goto(new URL(text.slice(text.indexOf('http'))).href);
      await page.getByRole('heading', { level: 1, name: 'Keripik tempe 250 g' }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('shows hostile names as names', async () => {
    await visit('/blitar', async ({ page, complaints }) => {
      await ready(page);
      const shown = await page.locator('.cards .name').allInnerTexts();
      // What turns the reading direction is not kept.
      expect(shown.sort()).toEqual(hostileNames.map((name) => name.replace('\u202e', '')).sort());
      for (const link of await page
        .locator('.card .name')
        .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))) {
        await page.goto(link);
        await page.getByRole('heading', { level: 1 }).waitFor();
        expect(await page.evaluate(() => 'bocor' in globalThis)).toBe(false);
        expect(await page.locator('main script:not([type]), main style, main [onerror], main [onload]').count()).toBe(
          0,
        );
      }
      expect(complaints).toEqual([]);
    });
  });

  test('takes an address as people mistype it', async () => {
    const wrong = [
      '/?kota=99.99',
      '/?kota=../..',
      `${SEARCH}&lanjut=salah`,
      `${SEARCH}&kategori=toString`,
      `${SEARCH}&kecamatan=1&cari=x`,
    ];
    for (const path of wrong)
      await visit(path, async ({ page }) => {
        await ready(page);
        await page.getByRole('heading', { name: /Pilih kota|Semua barang|Belum banyak terlihat/ }).waitFor();
      });
    await visit(
      `/?kota=35.73&barang=mrc_00000000000000000000000000.prd_00000000000000000000000000`,
      async ({ page }) => {
        await page.getByRole('alert').waitFor();
        expect(await axe(page)).toEqual([]);
        await shot(page, 'toko-hilang-360');
      },
    );
  });

  test('says so when the market cannot be reached, and tries again', async () => {
    await visit('/404', async ({ page }) => {
      await page.route('**/api/**', (route) => route.abort());
      await page.goto(`${SEARCH}&cari=nasi`);
      await page.getByText('Tidak ada koneksi internet. Periksa sambungan Anda').waitFor();
      expect(await axe(page)).toEqual([]);
      await shot(page, 'toko-putus-360');
      await page.unroute('**/api/**');
      await page.getByRole('button', { name: 'Coba lagi' }).click();
      await page.getByRole('heading', { name: '“nasi”' }).waitFor();
    });
  });

  test('is walked with the keyboard alone: skip link first, every stop in sight and marked', async () => {
    await visit(MALANG, async ({ page }) => {
      await ready(page);
      const stops = await walk(page);
      expect(stops[0]?.name).toBe('Langsung ke isi');
      expect(stops.filter(({ seen, marked }) => !seen || !marked)).toEqual([]);
      expect(stops.map(({ name }) => name)).toEqual(
        expect.arrayContaining(['Ganti kota', 'Cari barang', 'Cari', 'Sembako', 'Mengapa ini tampil?']),
      );
      await page.reload();
      await ready(page);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Sembako');
    });
  });

  test('is read whole without a script, and every shop can be asked by WhatsApp', async () => {
    await visit(
      '/',
      async ({ page }) => {
        const at = (heading: string | RegExp) => page.getByRole('heading', { level: 1, name: heading }).waitFor();
        await page.getByRole('link', { name: /^Kota Malang · 60 usaha/ }).click();
        await at('Pasar UMKM Kota Malang');
        await shot(page, 'toko-tanpa-skrip-360', true);
        // What would do nothing is not shown.
        expect(await page.locator('button:visible').count()).toBe(0);
        await page.getByRole('link', { name: 'Konsumsi rapat' }).click();
        await at('Konsumsi rapat');
        await page.getByRole('link', { name: 'Kue kotak tiga macam' }).first().click();
        await at('Kue kotak tiga macam');
        await page.getByText('Rp9.500 per kotak').waitFor();
        const ask = await page.getByRole('link', { name: 'Tanya penjual lewat WhatsApp' }).getAttribute('href');
        expect(ask).toMatch(/^https:\/\/wa\.me\/6281234567890\?text=Halo%20Dapur/);
        await shot(page, 'toko-tanpa-skrip-barang-360', true);
        await page.getByRole('link', { name: 'Semua barang dari toko ini' }).click();
        await at(/^Dapur/);
        expect(await page.getByRole('link', { name: 'Tanya penjual lewat WhatsApp' }).count()).toBe(1);
        await page.getByRole('link', { name: /^Kecamatan / }).click();
        await at(/^Kecamatan /);
        const shops = page.locator('#usaha ~ ul a');
        expect(await shops.count()).toBeGreaterThan(4);
        for (const address of await shops.evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))) {
          await page.goto(address);
          expect(await page.locator('a[href^="https://wa.me/62"]').count()).toBe(1);
        }
        await page.goto('/malang/pemerataan/2026-10');
        await at(/^Pemerataan penjualan/);
        await page.getByRole('link', { name: 'Cara menghitung' }).first().click();
        await at('Cara menghitung');
        await page.goto('/malang/barang/tidak-ada');
        await at('Halaman ini tidak ada');
      },
      { javaScriptEnabled: false },
    );
  });

  test('can be installed', async () => {
    const manifest = (await (await fetch(`${site().url}/manifest.webmanifest`)).json()) as {
      icons: { src: string; sizes: string }[];
    };
    for (const { src } of manifest.icons) {
      const icon = await fetch(site().url + src);
      expect([icon.status, (await icon.arrayBuffer()).byteLength > 100]).toEqual([200, true]);
    }
  });
};
