import { expect, test } from 'vitest';
import { asksQuestion } from '../../integrity-question.ts';
import type { Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const PAGE = '/dasbor/integritas?kota=35.73';

export const integrityPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const asks = (question: string) =>
    asksQuestion(site().world, '35.73', {
      rule: 'repeated-pair',
      question,
      facts: [
        { label: 'Pesanan di usaha ini', value: '9 dari 12 keranjang' },
        { label: 'Peluang bila bergilir merata', value: '1 banding 3.400.000' },
      ],
    });

  test('are answered where they stand: the outcome needs a reason, and then the rule has earned or lost', async () => {
    const question = 'Dinas Pendidikan memesan di Dapur Bu Sari 9 kali dari 12. Apa alasannya?';
    await asks(question);
    await visitAs('admin-35.73', PAGE, async ({ page, complaints }) => {
      const asked = page.getByRole('article', { name: question });
      await asked.getByText('1 banding 3.400.000').waitFor();
      await neat(page, 'integritas-terbuka');
      await asked.getByText('Tutup pertanyaan').click();
      await asked.getByLabel('Hasilnya').selectOption('corrected');
      await asked.getByLabel('Apa yang ditemukan').fill('Langganan lama; mulai Desember bergilir.');
      await asked.getByRole('button', { name: 'Simpan hasil' }).click();
      await asked.waitFor({ state: 'detached' });
      await page.getByRole('link', { name: 'Ditutup' }).click();
      const closed = page.getByRole('article', { name: question });
      await closed.getByText('Sudah diperbaiki.').waitFor();
      await page.getByRole('link', { name: 'Aturan dan hasilnya' }).click();
      const row = page.getByRole('row', { name: /Satu dinas berulang pada satu pemilik/ });
      await row.getByText('100%').waitFor();
      await neat(page, 'integritas-aturan');
      expect(complaints).toEqual([]);
    });
  });

  test('are the inspectorate’s to read, and not to close', async () => {
    await asks('Apakah ini terbaca inspektorat?');
    await visitAs('inspektorat-35.73', `${PAGE}&aturan=repeated-pair`, async ({ page }) => {
      await page.getByRole('article', { name: 'Apakah ini terbaca inspektorat?' }).waitFor();
      expect(await page.getByText('Tutup pertanyaan').count()).toBe(0);
    });
  });
};
