import { expect, test } from 'vitest';
import { ownerIdOf } from '../../../../shared/domain/register/owners/owner-cluster.ts';
import { commit } from '../../../../shared/table/engine/writes.ts';
import { registeredShops } from '../../../../shared/table/register/merchants.ts';
import { putAwaitedVisit, removeAwaitedVisit } from '../../../../shared/table/visits/awaited-visits.ts';
import type { Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const LIST = `/dasbor/kunjungan?kota=${CITY}&lihat=menunggu`;

/** Owners whom the city has to meet first: who they are, since when, a day for one of them, and what its owner reads. */
export const awaitedWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);

  test('of whoever waits to be visited first are planned from their list', async () => {
    const { table } = site().world;
    const shops = await registeredShops(table, [...site().owners.keys()].slice(0, 100));
    const shop = shops.find((one) => one?.cityCode === CITY);
    if (!shop) throw new Error('the city has no shop');
    const { merchantId } = shop;
    // Half past midnight in the city is the day before in Greenwich.
    const since = '2026-10-04T17:30:00.000Z';
    const awaited = {
      cityCode: CITY,
      ownerId: ownerIdOf(merchantId),
      merchantId,
      name: shop.name,
      district: shop.district,
    };
    const row = { ...awaited, category: shop.category, since, newcomer: true, tried: false, notedAt: since };
    await commit(table, [putAwaitedVisit(row)]);
    try {
      await visitAs('admin-35.73', LIST, async ({ page, complaints }) => {
        await page.getByRole('checkbox', { name: shop.name }).check();
        await page.getByText('1 usaha dipilih.').waitFor();
        await neat(page, 'dasbor-kunjungan-menunggu-hp');
        await page
          .getByRole('textbox', { name: 'Hari' })
          .fill(new Date(Date.parse(site().world.now()) + 9 * 864e5).toISOString().slice(0, 10));
        await page.getByLabel('Yang datang').selectOption('lapangan-35.73');
        await page.getByLabel('Nama petugas').fill('Pak Dwi');
        await page.getByRole('button', { name: 'Jadwalkan kunjungan' }).click();
        await page.getByText('1 kunjungan dijadwalkan.').waitFor();
        expect(complaints).toEqual([]);
      });
      await visitAs(
        site().owners.get(merchantId) ?? '',
        `/toko-saya/?toko=${merchantId}`,
        async ({ page, complaints }) => {
          const told = await page.locator('.say', { hasText: 'Menunggu kunjungan petugas' }).first().innerText();
          expect(told).toContain('sejak 5 Oktober 2026');
          expect(told).toContain('sampai 4 November 2026');
          await neat(page, 'toko-saya-menunggu-kunjungan-hp');
          expect(complaints).toEqual([]);
        },
      );
    } finally {
      await commit(table, [removeAwaitedVisit(row)]);
    }
  });
};
