import { expect, test } from 'vitest';
import { pages } from '../../../api/equity/report-files.ts';
import { axe, desk, overflow, ready, type Seen, shot, type Visit, walk } from '../../browser.ts';
import type { Site } from '../../serve.ts';

const MALANG = '/dasbor/rekap?kota=35.73';
const LIST = '/dasbor/perlu-didatangi?kota=35.73';
const measures = ['Jangkauan', 'Omzet tengah', 'Pemusatan', 'Perlu didatangi'];

/** Signs in as one of the issuer's people, from wherever the page is. */
const signInAs = async ({ page }: Seen, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Keluar' }).waitFor();
};

export const monthPages = (visit: Visit, site: () => Site): void => {
  /** A visit by somebody who is already signed in, with a token like the issuer's own. */
  const visitAs = (person: string, path: string, look: (seen: Seen) => Promise<void>, options = {}) =>
    visit(
      '/icon.svg',
      async (seen) => {
        const session = { token: await site().token(person), name: person, until: Date.now() + 600_000 };
        await seen.page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
        await seen.page.goto(path);
        await ready(seen.page);
        await look(seen);
      },
      options,
    );

  test('opens on a sentence and four measures in their order, for everybody', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await visit(
        MALANG,
        async ({ page, complaints }) => {
          const sentence = /^\d+ dari 60 usaha belum menjual apa pun pada Oktober 2026\.$/;
          await page.getByRole('heading', { level: 1, name: sentence }).waitFor();
          await expect(page.locator('.measures h2').allInnerTexts()).resolves.toEqual(measures);
          expect(await axe(page)).toEqual([]);
          await shot(page, `dasbor-umum-${colorScheme}`, true);
          await page.setViewportSize({ width: 320, height: 256 });
          expect(await overflow(page)).toBe(0);
          expect(complaints).toEqual([]);
        },
        colorScheme === 'dark' ? { ...desk, colorScheme } : {},
      );
  });

  test('shows no name to the public, in the page or on the wire', async () => {
    await visit('/icon.svg', async ({ page }) => {
      const heard: string[] = [];
      page.on('response', async (response) => heard.push(await response.text().catch(() => '')));
      await page.goto(MALANG);
      await ready(page);
      await page.waitForLoadState('networkidle');
      expect(heard.join()).not.toMatch(/mrc_|Dapur Sri/);
    });
  });

  test('leads from a row of a figure to the shops it counts', async () => {
    await visitAs('admin-35.73', MALANG, async ({ page }) => {
      const row = page.locator('svg.chart a').first();
      const to = new URLSearchParams((await row.getAttribute('href'))?.split('?')[1]);
      await row.click();
      await page.getByRole('heading', { level: 1, name: 'Perlu didatangi' }).waitFor();
      const at = new URL(page.url()).searchParams;
      expect([at.get('kecamatan'), at.get('bulan')]).toEqual([to.get('kecamatan'), '2026-10']);
      expect(at.get('kecamatan')).toMatch(/^35\.73\./);
    });
  });

  test('shows the city one dot for every shop, and leads to its list', async () => {
    for (const colorScheme of ['light', 'dark'] as const)
      await visitAs(
        'admin-35.73',
        MALANG,
        async ({ page, complaints }) => {
          expect(await page.locator('svg.chart .hollow, svg.chart circle.dot').count()).toBe(60);
          expect(await axe(page)).toEqual([]);
          await shot(page, `dasbor-petugas-${colorScheme}`, true);
          await page.setViewportSize({ width: 320, height: 256 });
          expect(await overflow(page)).toBe(0);
          await page.getByText('Tabel', { exact: true }).first().click();
          await page.getByText('Cara menghitung').first().click();
          expect(await axe(page)).toEqual([]);
          await page.getByRole('link', { name: 'Lihat daftarnya' }).click();
          await page.getByRole('heading', { level: 1, name: 'Perlu didatangi' }).waitFor();
          const rows = page.locator('.data tbody tr');
          expect(await rows.count()).toBe(20);
          await expect(rows.first().innerText()).resolves.toMatch(/\d bulan\s+0\s+Rp0$/);
          // The month goes along, the heading has the focus, and back leads to where one was.
          expect(new URL(page.url()).search).toBe('?kota=35.73&bulan=2026-10');
          expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
          await page.goBack();
          await page.getByRole('heading', { level: 1, name: /belum menjual apa pun/ }).waitFor();
          expect(await page.evaluate(() => scrollY)).toBeGreaterThan(0);
          expect(complaints).toEqual([]);
        },
        colorScheme === 'light' ? { ...desk, colorScheme } : { colorScheme },
      );
  });

  test('leads from a dot to its shop, by the mouse and by arrows, and the Tab key stops once a row', async () => {
    await visitAs(
      'admin-35.73',
      MALANG,
      async ({ page }) => {
        const strip = page.locator('svg.chart', { has: page.locator('a.one') });
        expect(await strip.locator('a.one').count()).toBe(60);
        expect(await strip.locator('a:not([tabindex])').count()).toBe(5);
        const [row, dot] = [strip.locator('a').first(), strip.locator('a.one').first()];
        const name = (await dot.getAttribute('aria-label'))?.split(', Rp')[0] ?? '';
        await row.focus();
        await page.keyboard.press('ArrowRight');
        expect(await dot.evaluate((one) => one === document.activeElement)).toBe(true);
        await page.keyboard.press('ArrowLeft');
        expect(await row.evaluate((one) => one === document.activeElement)).toBe(true);
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Enter');
        await page.getByRole('heading', { level: 1, name }).waitFor();
        expect(page.url()).toContain('/dasbor/tindak-lanjut/mrc_');
        await page.goBack();
        await strip.locator('a.one:has(.dot)').first().click();
        await page.getByRole('heading', { level: 2, name: 'Riwayat' }).waitFor();
        expect(page.url()).toContain('/dasbor/usaha/mrc_');
      },
      { ...desk, hasTouch: false },
    );
  });

  test('pages, turns and narrows the list, and says which of the three kinds of empty it is', async () => {
    const narrows = async ({ page }: Seen) => {
      const names = new Set(await page.locator('.data tbody th > a > bdi').allInnerTexts());
      for (let turned = 2; turned <= 3; turned++) {
        await page.getByRole('link', { name: 'Usaha berikutnya' }).click();
        await ready(page);
        for (const name of await page.locator('.data tbody th > a > bdi').allInnerTexts()) names.add(name);
      }
      expect(names.size).toBe(60);
      await page.getByText('Ini akhir daftar').waitFor();
      await page.getByRole('link', { name: 'Lihat yang paling banyak menjual' }).click();
      await page.getByRole('heading', { name: 'Paling banyak menjual' }).waitFor();
      await page.getByLabel('Kecamatan').selectOption('Sukun');
      await page.getByLabel('Kategori').selectOption('Batik');
      await page.getByRole('button', { name: 'Terapkan' }).click();
      await page.waitForURL(/urut=terbanyak.*kecamatan=35\.73\.05.*kategori=batik/);
      await ready(page);
      expect(await axe(page)).toEqual([]);
      await page.goto(`${LIST}&kecamatan=35.73.05&kategori=services`);
      await page.getByText('Tidak ada usaha dengan filter ini').waitFor();
      await shot(page, 'dasbor-sempit-360', true);
      expect(await axe(page)).toEqual([]);
      await page.getByRole('link', { name: 'Lihat semua usaha' }).click();
      await page.locator('.data tbody tr').first().waitFor();
      await page.route('**/standings/**', (route) =>
        route.fulfill({
          json: {
            items: [
              {
                merchantId: 'mrc_1',
                name: 'Dapur Sri',
                district: '35.73.03',
                category: 'batik',
                turnoverRupiah: 9_000,
                orders: 1,
                agencies: 0,
                monthsUnsold: 0,
              },
            ],
            next: null,
          },
        }),
      );
      await page.reload();
      await page.getByText('Semua usaha di daftar ini sudah menjual').waitFor();
      expect(await axe(page)).toEqual([]);
    };
    await visitAs('admin-35.73', LIST, narrows);
  });

  test('lets one choose city and month, and a link is a view', async () => {
    await visit(MALANG, async ({ page }) => {
      await ready(page);
      await page.locator('select[name=bulan]').selectOption('2026-09');
      await page.getByRole('button', { name: 'Tampilkan' }).click();
      await page.getByRole('heading', { level: 1, name: /September 2026/ }).waitFor();
      await page.getByText('Angka akhir Kota Malang').waitFor();
      await page.locator('select[name=kota]').selectOption('Kota Surabaya');
      await page.getByRole('button', { name: 'Tampilkan' }).click();
      await page.getByRole('link', { name: 'Dasbor Kota Surabaya' }).waitFor();
      await page.getByRole('heading', { level: 1, name: 'Belum ada bulan yang ditutup di Kota Surabaya.' }).waitFor();
      expect(await axe(page)).toEqual([]);
      await shot(page, 'dasbor-belum-360');
      await page.goto('/dasbor/rekap?kota=35.72');
      await ready(page);
      // Nobody sold: nothing to hide, and nothing to divide.
      await page.getByText('Belum ada usaha yang menjual').first().waitFor();
      expect(await axe(page)).toEqual([]);
      await shot(page, 'dasbor-kecil-360', true);
      // As it was called in former releases.
      await page.goto('/console?kota=35.73');
      await page.getByRole('heading', { level: 1, name: /Oktober 2026/ }).waitFor();
    });
  });

  test('signs in through the issuer, comes back to the very view, and signs out', async () => {
    await visit(
      `${MALANG}&bulan=2026-09`,
      async (seen) => {
        const { page, complaints } = seen;
        await ready(page);
        await signInAs(seen, 'Bu Retno');
        await ready(page);
        expect(new URL(page.url()).search).toBe('?kota=35.73&bulan=2026-09');
        expect(await page.evaluate(() => Object.keys(localStorage).sort().concat(document.cookie))).toEqual([
          'kota',
          'masuk',
          '',
        ]);
        await page.getByRole('link', { name: 'Lihat daftarnya' }).waitFor();
        await page.reload();
        await page.getByRole('link', { name: 'Lihat daftarnya' }).waitFor();
        expect(complaints).toEqual([]);
        await page.getByRole('button', { name: 'Keluar' }).click();
        await page.getByRole('button', { name: 'Ya, keluar' }).click();
        await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor();
        expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key !== 'kota'))).toEqual([]);
      },
      desk,
    );
  });

  test('tells somebody without the role what to do', async () => {
    await visitAs('pembeli', LIST, async ({ page }) => {
      await page.getByText('Minta admin kota menambahkan Anda').waitFor();
      expect(await axe(page)).toEqual([]);
      await shot(page, 'dasbor-bukan-petugas-360', true);
    });
  });

  test('refuses an answer it did not ask for, and one for another state', async () => {
    await visit('/dasbor/?code=x&state=y&iss=z', async ({ page }) => {
      await page.getByText('Anda belum masuk').waitFor();
      expect(new URL(page.url()).search).not.toMatch(/code|state|iss/);
      await ready(page);
      expect(await axe(page)).toEqual([]);
      const pending = { state: 'lain', verifier: 'v', nonce: 'n', back: '//jahat.example/' };
      await page.evaluate((kept) => sessionStorage.setItem('masuk.dimulai', kept), JSON.stringify(pending));
      await page.goto('/dasbor/?code=x&state=y');
      await page.getByText('Anda belum masuk').waitFor();
      expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
      expect(page.url()).toMatch(/\/dasbor\/rekap\?kota=[\d.]+$/);
    });
  });

  test('forgets a token that is no longer good and shows what everybody may see', async () => {
    await visit('/icon.svg', async ({ page }) => {
      const session = { token: 'bukan.token', name: 'Bu Retno', until: Date.now() + 600_000 };
      await page.evaluate((kept) => localStorage.setItem('masuk', kept), JSON.stringify(session));
      await page.goto(LIST);
      await page.getByRole('button', { name: 'Masuk sebagai petugas' }).waitFor();
      expect(await page.evaluate(() => localStorage.getItem('masuk'))).toBeNull();
    });
  });

  test('is walked with the keyboard alone', async () => {
    await visitAs(
      'admin-35.73',
      LIST,
      async ({ page }) => {
        const stops = await walk(page);
        expect(stops[0]?.name).toBe('Langsung ke isi');
        expect(stops.filter(({ seen, marked }) => !seen || !marked)).toEqual([]);
        expect(stops.map(({ name }) => name)).toEqual(
          expect.arrayContaining(['Tampilkan', 'Terapkan', 'Usaha berikutnya']),
        );
      },
      desk,
    );
  });

  test('prints on white, without what cannot be pressed on paper', async () => {
    await visitAs('admin-35.73', MALANG, async ({ page }) => {
      await page.emulateMedia({ media: 'print' });
      await expect(page.getByRole('button', { name: 'Tampilkan' }).isVisible()).resolves.toBe(false);
      // Whole figures, two or three to a sheet.
      const bytes = await page.pdf({ preferCSSPageSize: true, format: 'A4' });
      expect(pages({ bytes })).toBeLessThanOrEqual(4);
      // A figure longer than a sheet begins on the first.
      await page.goto('/dasbor/perkembangan?kota=35.73');
      await ready(page);
      expect(pages({ bytes: await page.pdf({ preferCSSPageSize: true }) })).toBeLessThanOrEqual(2);
      await page.goto(MALANG);
      await ready(page);
      await page.setViewportSize({ width: 794, height: 1123 });
      await shot(page, 'dasbor-cetak');
    });
  });
};
