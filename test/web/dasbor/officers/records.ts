import { expect, test } from 'vitest';
import { commit } from '../../../../shared/table/engine/writes.ts';
import { putOwnerChange } from '../../../../shared/table/register/owners.ts';
import { marketOf } from '../../../market.ts';
import type { Seen, Visit } from '../../browser.ts';
import type { Site } from '../../serve.ts';
import { neat, visitingAs } from '../../signed-in.ts';

const CITY = '35.73';
const ADMIN = `admin-${CITY}`;
const INSPECTOR = `inspektorat-${CITY}`;

/** On a phone and on a desk. */
const neatAt = async ({ page }: Pick<Seen, 'page'>, name: string): Promise<void> => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await neat(page, `${name}-${width}`);
  }
};

/** What is on record of owners, accounts, offices and months, where whoever looks after it finds it. */
export const recordWalks = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const as = (person: string) => marketOf(site().world).as(person);

  test('name the shops that count as one owner’s since, and lead to their files', async () => {
    const { world } = site();
    const params = { city: CITY };
    const { items } = await as(ADMIN)('GET /cities/{city}/register', { params, query: { limit: 2 } });
    const shopIds = items.map(({ merchantId }) => merchantId);
    const change = {
      city: CITY,
      at: world.now(),
      change: 'merged' as const,
      ownerId: 'satu',
      others: ['dua'],
      shopIds,
    };
    await commit(world.table, [putOwnerChange(change)]);
    await visitAs(INSPECTOR, `/dasbor/pemilik?kota=${CITY}`, async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Perubahan' }).click();
      const row = page.getByRole('row', { name: new RegExp(items[0]?.name ?? 'never') }).first();
      await row.getByText('Dihitung satu pemilik').waitFor();
      await neatAt({ page }, 'pemilik-perubahan');
      await row.getByRole('link', { name: items[0]?.name ?? '' }).click();
      await page.getByRole('heading', { level: 1, name: items[0]?.name ?? '' }).waitFor();
      expect(complaints).toEqual([]);
    });
  });

  test('tell on a shop’s file who changed its account, to the city’s own people alone', async () => {
    const [merchantId = '', owner = ''] = [...site().owners][2] ?? [];
    const account = { bank: '114', number: '0012 3456 7890', holder: 'Bu Rekening' } as const;
    await as(owner)('PATCH /merchants/{merchantId}', { params: { merchantId }, body: { account } });
    await visitAs(INSPECTOR, `/dasbor/usaha/${merchantId}?kota=${CITY}`, async ({ page, complaints }) => {
      const trail = page.getByRole('region', { name: 'Riwayat rekening' });
      await trail.getByText('oleh akun yang mendaftarkan usaha ini').first().waitFor();
      expect(await trail.innerText()).not.toContain('7890');
      await neatAt({ page }, 'usaha-rekening');
      expect(complaints).toEqual([]);
    });
  });

  test('tell a province who was seated in it, and who runs the market of the whole market too', async () => {
    const params = { scope: 'province:35', person: 'pegawai-baru' };
    await as('operator')('PUT /scopes/{scope}/members/{person}', { params, body: { role: 'province-admin' } });
    await visitAs('admin-35', '/dasbor/jejak-provinsi?provinsi=35', async ({ page, complaints }) => {
      await page.getByText('akun pegawai-baru').first().waitFor();
      expect(await page.getByRole('link', { name: 'Seluruh pasar' }).count()).toBe(0);
      await neatAt({ page }, 'jejak-provinsi');
      expect(complaints).toEqual([]);
    });
    await visitAs('operator', '/dasbor/jejak-provinsi?provinsi=35', async ({ page, complaints }) => {
      await page.getByText('akun pegawai-baru').first().waitFor();
      await page.getByRole('link', { name: 'Seluruh pasar' }).click();
      await page.getByText('di seluruh pasar').first().waitFor();
      await neatAt({ page }, 'jejak-pasar');
      expect(complaints).toEqual([]);
    });
  });

  test('let a city ask for a month that is over and was not closed', () =>
    visitAs(ADMIN, `/dasbor/rekap?kota=${CITY}`, async ({ page, complaints }) => {
      // As it stands where the close of October failed.
      await page.route(/\/cities\/35\.73\/snapshots\?/, async (route) => {
        const answer = await route.fetch();
        const found = (await answer.json()) as { items: { month: string }[] };
        const items = found.items.filter(({ month }) => month < '2026-10');
        await route.fulfill({ response: answer, json: { ...found, items } });
      });
      const asked: string[] = [];
      await page.route(/\/months\/2026-10\/close/, (route) => {
        asked.push(route.request().method());
        const json = { city: CITY, month: '2026-10', phase: 'final', requestedAt: '2026-11-27T02:00:00.000Z' };
        return route.fulfill({ status: 202, json });
      });
      await page.goto(new URL(`/dasbor/rekap?kota=${CITY}&bulan=2026-10`, page.url()).href);
      await page.getByRole('heading', { name: 'Oktober 2026 sudah selesai, tetapi belum ditutup' }).waitFor();
      await neatAt({ page }, 'rekap-belum-ditutup');
      await page.getByRole('button', { name: 'Tutup Oktober 2026 sekarang' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Tutup Oktober 2026 sekarang' }).click();
      await page.getByText(/^Diminta\. Rekap Oktober 2026/).waitFor();
      expect(asked).toEqual(['POST']);
      expect(complaints).toEqual([]);
    }));
};
