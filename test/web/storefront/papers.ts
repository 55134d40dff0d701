import { Buffer } from 'node:buffer';
import { encode } from 'jpeg-js';
import { beforeAll, expect, test } from 'vitest';
import { commit } from '../../../shared/table/engine/writes.ts';
import { getOrder, replaceOrder } from '../../../shared/table/orders/orders.ts';
import type { Seen, Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, visitingAs } from '../signed-in.ts';

const CITY = '35.73';
const BUDGET = '5.1.02.01.01.0052';

/** A picture of two colours, as a phone would send it. */
const picture = (width = 320) => {
  const data = Buffer.alloc(width * 240 * 4, 200);
  for (let at = 0; at < data.length / 2; at += 4) data.set([120, 80, 40, 255], at);
  return Buffer.from(encode({ data, width, height: 240 }, 70).data);
};
const photo = (name = 'barang.jpg', buffer = picture()) => ({ name, mimeType: 'image/jpeg', buffer });
const pdf = { name: 'bukti.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 bukan foto') };

type Api = Awaited<ReturnType<Site['as']>>;

/** What an office does with its papers, from the photo of the goods to the month's bundle. */
export const paperPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  /** Looked for before it is there. */
  const odd = ({ complaints }: Seen) => complaints.filter((one) => !/status of 4\d\d/.test(one));

  let agencyId = '';
  let merchantId = '';
  let owner = '';
  const seats = { 'surat-pemesan': 'buyer', 'surat-ppk': 'approver', 'surat-bendahara': 'treasurer' } as const;
  const as = (person: string): Promise<Api> => site().as(person);

  beforeAll(async () => {
    const admin = await as(`admin-${CITY}`);
    const office = { name: 'Dinas Kesehatan', address: 'Jl. Simpang Laksamana 45' };
    agencyId = (await admin('POST /cities/{city}/agencies', { params: { city: CITY }, body: office })).agencyId;
    const scope = `agency:${agencyId}`;
    for (const [person, role] of Object.entries(seats)) {
      await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      await (await as(person))('POST /me/invitations/{scope}/accept', { params: { scope } });
    }
    const ppk = await as('surat-ppk');
    for (const year of ['2026', '2027'])
      await ppk('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
        params: { agencyId, year, budgetCode: BUDGET },
        body: { name: 'Makanan dan minuman rapat', ceilingRupiah: 50_000_000 },
      });
  });

  /** An order of the office that its shop has brought. */
  const brought = async (): Promise<string> => {
    const api = await as('surat-pemesan');
    const { items } = await api('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { category: 'meeting-food' },
    });
    const good = items.find((one) => one.merchantId === merchantId) ?? items[0];
    if (!good) throw new Error('no food is offered');
    merchantId = good.merchantId;
    owner = site().owners.get(merchantId) ?? '';
    const deliverOn = new Date(Date.now() + 6 * 86_400_000).toISOString().slice(0, 10);
    const { orders } = await api('POST /orders', {
      body: {
        shops: [{ merchantId, lines: [{ productId: good.productId, quantity: 20 }] }],
        deliverOn,
        deliverTo: { address: 'Jl. Simpang Laksamana 45', district: '35.73.02' },
        contact: { name: 'Tuti', phone: '081234567890' },
        agency: { agencyId, purpose: 'Rapat gizi', eventDate: deliverOn, budgetCode: BUDGET },
      },
    });
    const orderId = orders[0]?.orderId ?? '';
    const params = { orderId };
    await (await as('surat-ppk'))('POST /orders/{orderId}/approve', { params });
    await (await as(owner))('POST /orders/{orderId}/accept', { params });
    await (await as(owner))('POST /orders/{orderId}/deliver', { params });
    return orderId;
  };

  test('stand beside the question an order raised, which its office answers there and its shop never sees', async () => {
    const orderId = await brought();
    const question = 'Jumlahnya Rp9.750.000, sedikit di bawah batas Rp10.000.000.';
    const order = await getOrder(site().world.table, orderId);
    if (!order) throw new Error('no such order');
    const asked = [{ rule: 'split-packages' as const, question }];
    await commit(site().world.table, [replaceOrder({ ...order, asked, version: order.version + 1 })]);
    await visitAs('surat-pemesan', `/pesanan/${orderId}`, async (seen) => {
      const { page } = seen;
      await page.getByText(question).waitFor();
      await neat(page, 'pesanan-pertanyaan');
      await page.getByLabel('Jawaban').fill('Rapat dua hari, satu kali pesan.');
      await page.getByRole('button', { name: 'Simpan jawaban' }).click();
      await page.getByText('Dijawab: Rapat dua hari, satu kali pesan.').waitFor();
      expect(odd(seen)).toEqual([]);
    });
    await visitAs(owner, `/pesanan/${orderId}`, async ({ page }) => {
      await page.getByText(`Nomor pesanan ${orderId}`).waitFor();
      expect(await page.getByText('Pertanyaan tentang pesanan ini').count()).toBe(0);
    });
  });

  test('keep the photos of a handover and of the proof, and say at the field what is no photo', async () => {
    const orderId = await brought();
    await visitAs('surat-pemesan', `/pesanan/${orderId}`, async (seen) => {
      const { page } = seen;
      await page.getByLabel('Diterima oleh').fill('Tuti Handayani');
      await page.getByLabel('Foto barang (untuk SPJ)').setInputFiles(pdf);
      await page.getByRole('button', { name: 'Terima barang' }).click();
      await page.locator('.flaw', { hasText: 'bukan foto' }).waitFor();
      await neat(page, 'foto-bukan-foto-360');
      await page.getByLabel('Foto barang (untuk SPJ)').setInputFiles([photo(), photo('dua.jpg', picture(300))]);
      await page.getByRole('button', { name: 'Terima barang' }).dblclick();
      await page.getByRole('heading', { level: 1, name: 'Selesai' }).waitFor();
      await expect.poll(() => page.locator('#foto img').count()).toBe(2);
      // A picture that its link opens is as wide as it was drawn.
      await expect
        .poll(() =>
          page
            .locator('#foto img')
            .first()
            .evaluate((img) => (img as HTMLImageElement).naturalWidth),
        )
        .toBe(320);
      await neat(page, 'foto-serah-terima-360');
      expect(odd(seen)).toEqual([]);
    });
    await visitAs('surat-bendahara', `/pesanan/${orderId}`, async (seen) => {
      const { page } = seen;
      await page.getByLabel('Nomor SP2D atau bukti').fill('SP2D-009/2026');
      await page.getByLabel('Tanggal', { exact: true }).fill('2026-11-01');
      await page.getByLabel('Foto bukti (boleh kosong)').setInputFiles(photo('bukti.jpg', picture(280)));
      await page.getByRole('button', { name: 'Catat pembayaran' }).click();
      await page.getByText('Menunggu konfirmasi').waitFor();
      expect(odd(seen)).toEqual([]);
    });
    await visitAs(owner, `/pesanan/${orderId}`, async (seen) => {
      const { page } = seen;
      await page.getByRole('heading', { name: 'Bukti bayar' }).waitFor();
      await page.getByRole('button', { name: /sudah masuk$/ }).click();
      await page.getByText('Lunas').waitFor();
      expect(odd(seen)).toEqual([]);
    });
    await visitAs('surat-pemesan', `/pesanan/${orderId}`, async (seen) => {
      // Nothing is missing, and nothing has a number yet.
      await seen.page.locator('#surat .badge', { hasText: 'Siap diterbitkan' }).waitFor();
      await seen.page.getByRole('button', { name: /^Terbitkan semuanya/ }).dblclick();
      await seen.page.locator('#surat .badge', { hasText: /^Lengkap$/ }).waitFor();
      expect(await seen.page.getByRole('button', { name: /^Terbitkan/ }).count()).toBe(0);
      await neat(seen.page, 'surat-lengkap-360');
    });
  });

  test('are headed, numbered and signed as the approver wrote it, and a changed copy is told', async () => {
    await visitAs('surat-ppk', '/kantor/', async (seen) => {
      const { page } = seen;
      await page.locator('summary', { hasText: 'Pengaturan surat' }).click();
      await page.getByLabel('Pola nomor surat').fill('tanpa nomor');
      await page.getByRole('button', { name: 'Simpan pengaturan surat' }).click();
      await page.locator('#kopPola-salah').waitFor();
      await page.getByLabel('Pola nomor surat').fill('{nomor}/{jenis}/DINKES/{romawi}/{tahun}');
      await page.getByLabel('Telepon, surel, situs (boleh kosong)').fill('Telepon (0341) 406878');
      const first = page.getByRole('group', { name: 'Penanda tangan 1' });
      await first.getByLabel('Jabatan').fill('Pejabat Pembuat Komitmen');
      await first.getByLabel('Nama dan gelar').fill('dr. Hendra Wijaya, M.Kes.');
      await first.getByLabel('NIP (boleh kosong)').fill('19860926 201505 1 001');
      await page.getByRole('button', { name: 'Simpan pengaturan surat' }).click();
      await page.getByText('Tersimpan. Surat yang sudah terbit tidak berubah.').waitFor();
      await neat(page, 'kantor-pengaturan-surat-360');
      expect(odd(seen)).toEqual([]);
    });
    const orderId = await brought();
    const asked = { params: { orderId, kind: 'surat-pesanan' as const } };
    const { code, hash, content } = await (await as('surat-pemesan'))('POST /orders/{orderId}/papers/{kind}', asked);
    expect(content.number).toMatch(/^\d{4}\/SP\/DINKES\//);
    await visit(`/cek/${code}?isi=${hash.slice(0, 16)}`, async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Kode pengamannya sama' }).waitFor();
      expect(complaints).toEqual([]);
    });
    await visit(`/cek/${code}?isi=0123456789abcdef`, async ({ page }) => {
      await page.getByRole('heading', { name: 'Salinan ini berbeda' }).waitFor();
      await neat(page, 'cek-surat-berbeda-360');
    });
    await visit(`/cek/${code}`, async ({ page }) => {
      await page.getByLabel('Kode pengaman di kertas').fill(
        hash
          .slice(0, 16)
          .toUpperCase()
          .replace(/(.{4})/g, '$1 '),
      );
      await page.getByRole('button', { name: 'Bandingkan' }).click();
      await page.getByRole('heading', { name: 'Kode pengamannya sama' }).waitFor();
    });
    await visitAs(owner, '/toko-saya/', async (seen) => {
      const { page } = seen;
      await page.locator('summary', { hasText: 'Data pajak toko' }).click();
      await page.getByLabel(/paling banyak Rp500 juta/).check();
      await page.getByRole('button', { name: 'Simpan data pajak' }).click();
      await page.getByText('Tersimpan.', { exact: true }).waitFor();
      await neat(page, 'toko-data-pajak-360');
      expect(odd(seen)).toEqual([]);
    });
  });

  test('begin with the budget of a file, looked at before it is kept', async () => {
    const rows = [
      'KODE SKPD;NAMA SKPD;KODE REKENING;NAMA REKENING;PAGU',
      '1.02;Dinas Kesehatan;5.1.02.01.01.0024;Alat tulis;2.500.000',
    ];
    const sheet = (...more: string[]) => ({
      name: 'anggaran.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([...rows, ...more].join('\r\n')),
    });
    await visitAs('surat-bendahara', '/kantor/', async (seen) => {
      const { page } = seen;
      const reads = async (file: ReturnType<typeof sheet>) => {
        await page.getByLabel('Berkas anggaran').setInputFiles(file);
        // The second of two clicks may fold out what came to lie below it, which has such a button too.
        await page
          .locator('details', { hasText: 'Unggah anggaran' })
          .getByRole('button', { name: 'Periksa berkas' })
          .click();
      };
      await page.locator('summary', { hasText: 'Unggah anggaran' }).click();
      await page.getByLabel('Tahun anggaran').fill('2028');
      await reads({ ...sheet(), buffer: Buffer.from('%PDF-1.7') });
      await page.locator('#berkasAnggaran-salah', { hasText: 'Ini PDF' }).waitFor();
      await reads(sheet('1.03;Dinas PU;5.1.02.01.01.0025;Kertas;1'));
      await page.getByRole('button', { name: '1.02 Dinas Kesehatan' }).click();
      await page.getByText('1 akan berubah').waitFor();
      await reads(sheet('1.02;Dinas Kesehatan;5.1.02.x;Salah;seribu'));
      await page.getByText('Baris 3, KODE REKENING').waitFor();
      await page.getByRole('button', { name: 'Simpan 1 yang benar saja' }).waitFor();
      await neat(page, 'kantor-anggaran-salah-360');
      await reads(sheet());
      await page.getByRole('button', { name: 'Simpan 1 rekening' }).dblclick();
      await page.getByText('Tersimpan: 1 baris, 1 rekening').waitFor();
      await reads(sheet());
      await page.getByText('0 akan berubah, 1 sudah sama').waitFor();
      await neat(page, 'kantor-anggaran-360');
      expect(odd(seen)).toEqual([]);
    });
  });

  test('end with the slips that a treasurer takes to Coretax', async () => {
    const settings = { params: { agencyId }, body: { npwp: '0001234567890000' } };
    await (await as('surat-ppk'))('PUT /agencies/{agencyId}/paper-settings', settings);
    await visitAs('surat-bendahara', '/kantor/', async (seen) => {
      const { page } = seen;
      await page.locator('summary', { hasText: 'Bukti potong pajak' }).click();
      await page.getByLabel('Masa pajak').fill('2026-11');
      await page.getByRole('button', { name: 'Lihat bukti potong' }).click();
      await page.getByText(/\d bukti potong/).waitFor();
      await neat(page, 'kantor-bukti-potong-360');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'XML untuk Coretax' }).click(),
      ]);
      expect(download.suggestedFilename()).toBe('coretax-2026-11-bppu.xml');
      expect(odd(seen)).toEqual([]);
    });
  });

  test('of a month are taken together', async () => {
    await visitAs('surat-bendahara', '/kantor/', async (seen) => {
      const { page } = seen;
      await page.locator('summary', { hasText: 'Surat sebulan' }).click();
      await page.getByLabel('Bulan barang diterima').fill('2026-11');
      await page.getByRole('button', { name: 'Kumpulkan surat' }).click();
      await page.getByText(/dari \d+ pesanan/).waitFor();
      await neat(page, 'kantor-surat-sebulan-360');
      expect(odd(seen)).toEqual([]);
    });
  });
};
