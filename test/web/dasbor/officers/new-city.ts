import { beforeAll, expect, test } from 'vitest';
import { cityBody } from '../../../../infra/regions.ts';
import { mayOpen } from '../../../../web/dasbor/opened.ts';
import { pages } from '../../../../web/dasbor/pages.ts';
import { marketOf } from '../../../market.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { goTo, neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.76';
const ADMIN = `admin-${CITY}`;

/** What a page of a city says that has nothing yet, and that is wrong or leads nowhere there. */
const senseless = [/NaN|undefined|Infinity|\[object/, /\b0 dari 0\b/, /Kurangi filter/, /Semua .* sudah/, /^0 /m];

/** A city that was founded today: no shop, no office, no month, and one admin who has seen nothing of it before. */
export const newCity = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  beforeAll(async () => {
    const { as } = marketOf(site().world);
    await as('operator')('PUT /cities/{city}', { params: { city: CITY }, body: await cityBody(CITY) });
    const scope = `city:${CITY}` as const;
    const seat = { params: { scope, person: ADMIN }, body: { role: 'city-admin' as const } };
    await as('operator')('PUT /scopes/{scope}/members/{person}', seat);
    await as(ADMIN)('POST /me/invitations/{scope}/accept', { params: { scope } });
  });

  test('tells its admin first what to do first, each step a way', () =>
    visitAs(ADMIN, '/dasbor/', async ({ page, complaints }) => {
      const steps = page.getByRole('region', { name: 'Langkah pertama' });
      await steps.waitFor();
      await neat(page, 'kota-baru-hari-ini');
      const ways = await steps.getByRole('link').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      for (const way of ways) {
        await goTo(page, way ?? '');
        expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
      }
      expect(ways.length).toBe(5);
      expect(complaints).toEqual([]);
    }));

  test('says on no page what is not so, nor sends anybody to mend what they did not do', () =>
    visitAs(ADMIN, '/dasbor/', async ({ page, complaints }) => {
      const found: string[] = [];
      for (const { slug } of pages.filter((one) => mayOpen(one, 'city', ['anybody', 'city-admin']))) {
        for (const more of slug === 'perlu-didatangi' ? ['', '&lihat=sebab'] : ['']) {
          await goTo(page, `/dasbor/${slug}?kota=${CITY}${more}`);
          const said = await page.locator('main').innerText();
          found.push(...senseless.filter((one) => one.test(said)).map((one) => `${slug}${more} says ${one}`));
        }
      }
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
    }));

  test('shows its first office as soon as it was added', () =>
    visitAs(ADMIN, `/dasbor/dinas?kota=${CITY}`, async ({ page }) => {
      await page.getByText('Belum ada dinas').waitFor();
      await page.locator('summary', { hasText: 'Tambah dinas' }).click();
      await page.getByLabel('Nama dinas').fill('Dinas Koperasi');
      await page.getByLabel('Alamat').fill('Jl. Benteng Pancasila 23');
      await page.getByRole('button', { name: 'Tambah dinas' }).click();
      await page.getByText('Dinas Koperasi ditambahkan. Undang petugasnya').waitFor();
      await page.getByRole('row', { name: /Dinas Koperasi/ }).waitFor();
      expect(await page.getByText('Belum ada dinas').count()).toBe(0);
      await page.goto(`/dasbor/hari-ini?kota=${CITY}`);
      await page.getByText('Sudah 1 dinas.').waitFor();
    }));

  test('is a name to its province before any month is closed, not an empty page', () =>
    visitAs('admin-18', '/dasbor/provinsi?provinsi=18', async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'Belum ada bulan yang ditutup' }).waitFor();
      await page.getByRole('link', { name: 'Kota Bandar Lampung' }).waitFor();
    }));
};
