import { Buffer } from 'node:buffer';
import { encode } from 'jpeg-js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { Sent } from '../../shared/contract.ts';
import type { Visit } from './browser.ts';
import type { Site } from './serve.ts';
import { neat, signingIn, visitingAs } from './signed-in.ts';
import { QRIS } from './storefront/buying.ts';

/* From end to end, as people walk: an office's meeting, a shop from its application on, a cart that becomes an order. */

const CITY = '35.73';
type Cash = Sent<'PUT /merchants/{merchantId}/payment-ways'>['body']['cod'];
const BUDGET = '5.1.02.01.01.0052';
const DAPUR = '/malang/konsumsi-rapat';

const photo = (width: number) => ({
  name: 'barang.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from(encode({ data: Buffer.alloc(width * 240 * 4, 170), width, height: 240 }, 70).data),
});
const inDays = (days: number) => new Date(Date.now() + days * 864e5).toISOString().slice(0, 10);

export const walkPages = (visit: Visit, site: () => Site): void => {
  const visitAs = visitingAs(visit, site);
  const signInAs = signingIn(site);
  const as = (person: string) => site().as(person);
  const brings = async (merchantId: string, feeRupiah: number, pickUp = false): Promise<void> => {
    const owner = await as(site().owners.get(merchantId) ?? '');
    await owner('PUT /merchants/{merchantId}/delivery-terms', {
      params: { merchantId },
      body: {
        courier: { feeRupiah, freeFromRupiah: null, districts: [] },
        pickUp: pickUp ? { address: 'Jl. Ijen 1', hours: '08.00–16.00' } : null,
      },
    });
  };

  test('of an office: sixty boxes from several caterers, approved, received with a photo, paid, its papers whole', async () => {
    const admin = await as(`admin-${CITY}`);
    const office = { name: 'Dinas Perdagangan', address: 'Jl. Simpang Terusan 3' };
    const { agencyId } = await admin('POST /cities/{city}/agencies', { params: { city: CITY }, body: office });
    const scope = `agency:${agencyId}`;
    const seats = { 'rapat-pemesan': 'buyer', 'rapat-ppk': 'approver', 'rapat-bendahara': 'treasurer' } as const;
    for (const [person, role] of Object.entries(seats)) {
      await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      await (await as(person))('POST /me/invitations/{scope}/accept', { params: { scope } });
    }
    for (const year of ['2026', '2027'])
      await (await as('rapat-ppk'))('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
        params: { agencyId, year, budgetCode: BUDGET },
        body: { name: 'Makanan dan minuman rapat', ceilingRupiah: 50_000_000 },
      });
    const { items } = await (await as('rapat-pemesan'))('GET /cities/{city}/products', {
      params: { city: CITY },
      query: { category: 'meeting-food', limit: 100 },
    });
    const caterers = [...new Set(items.map(({ merchantId }) => merchantId))];
    await Promise.all(caterers.map((merchantId) => brings(merchantId, 5_000)));

    await visitAs('rapat-pemesan', '/kantor/', async ({ page, complaints }) => {
      await page.locator('summary', { hasText: 'Pesan untuk rapat' }).click();
      await page.getByLabel('Acara', { exact: true }).fill('Rapat pasar murah');
      await page.getByLabel('Rekening belanja').selectOption(BUDGET);
      await page.getByLabel('Porsi atau jumlah').fill('60');
      await page.getByLabel('Gedung dan lantai').fill('Aula lantai 1');
      await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
      await page.getByLabel('Nama penerima').fill('Tuti');
      await page.getByLabel('Nomor HP (WhatsApp)').fill('081234567890');
      await page.getByLabel('Anggaran per orang (boleh kosong)').fill('1.000');
      // A dozen fields outlive a reload.
      await page.reload();
      await expect.poll(() => page.getByLabel('Acara', { exact: true }).inputValue()).toBe('Rapat pasar murah');
      await expect.poll(() => page.getByLabel('Rekening belanja').inputValue()).toBe(BUDGET);
      expect(await page.getByLabel('Gedung dan lantai').inputValue()).toBe('Aula lantai 1');
      await page.getByRole('button', { name: 'Lihat pembagian' }).click();
      await page.getByText(/^Termasuk ongkos antar Rp/).waitFor();
      await page.getByText(/ per orang, di atas anggaran Rp1\.000\./).waitFor();
      await page.getByLabel('Anggaran per orang (boleh kosong)').fill('100 ribu');
      await page.getByText(/ per orang, dari anggaran Rp100\.000\.$/).waitFor();
      await neat(page, 'jalan-rapat-360');
      await page.getByRole('button', { name: 'Kirim ke PPK' }).dblclick();
      await page.getByText(/pesanan dikirim ke PPK/).waitFor();
      await page.getByRole('heading', { name: /^Menunggu persetujuan \([1-9]\d*\)/ }).waitFor();
      expect(complaints).toEqual([]);
    });
    const placed = (await (await as('rapat-pemesan'))('GET /agencies/{agencyId}/orders', { params: { agencyId } }))
      .items;
    expect(placed.length).toBeGreaterThan(1);
    await visitAs('rapat-ppk', '/kantor/', async ({ page }) => {
      await page.getByRole('heading', { name: `Menunggu persetujuan (${placed.length})` }).waitFor();
      // What it is for and what exactly, before anybody answers.
      await expect.poll(() => page.getByText('Rapat pasar murah').count()).toBe(placed.length);
      await neat(page, 'jalan-rapat-ppk-360');
      await page.getByRole('button', { name: 'Setujui', exact: true }).first().click();
      await page.getByRole('heading', { name: `Menunggu persetujuan (${placed.length - 1})` }).waitFor();
      await page
        .getByRole('button', { name: /^Setujui/ })
        .last()
        .dblclick();
      await page.getByRole('heading', { name: 'Menunggu persetujuan (0)' }).waitFor();
    });
    for (const [at, { orderId, merchantId }] of placed.entries()) {
      const params = { orderId };
      const owner = await as(site().owners.get(merchantId) ?? '');
      await owner('POST /orders/{orderId}/accept', { params });
      await owner('POST /orders/{orderId}/deliver', { params });
      await visitAs('rapat-pemesan', `/pesanan/${orderId}`, async ({ page }) => {
        await page.getByText('Ongkos antar').waitFor();
        await page.getByLabel('Diterima oleh').fill('Tuti Handayani');
        await page.getByLabel('Foto barang (untuk SPJ)').setInputFiles(photo(260 + at));
        await page.getByRole('button', { name: 'Terima barang' }).click();
        await page.getByRole('heading', { level: 1, name: 'Selesai' }).waitFor();
      });
      if (at === 0)
        await owner('PATCH /merchants/{merchantId}', {
          params: { merchantId },
          body: { account: { bank: '114', number: '0011223344', holder: 'Katering Pertama' } },
        });
      await visitAs('rapat-bendahara', `/pesanan/${orderId}`, async ({ page }) => {
        // Whom the money goes to stands where it is recorded; who ate there, not who pays, says how it was.
        await page.getByText(at === 0 ? '0011223344' : 'belum mengisi rekeningnya').waitFor();
        expect(await page.getByRole('heading', { name: 'Bagaimana barangnya?' }).count()).toBe(0);
        await page.getByLabel('Nomor SP2D atau bukti').fill(`SP2D-10${at}/2026`);
        await page.getByLabel('Tanggal', { exact: true }).fill('2026-11-01');
        await page.getByRole('button', { name: 'Catat pembayaran' }).click();
        await page.getByText('Menunggu konfirmasi').waitFor();
      });
      const { dueRupiah } = await owner('GET /orders/{orderId}/payment', { params });
      await owner('POST /orders/{orderId}/payment/confirm', { params, body: { rupiah: dueRupiah } });
    }
    const [first] = placed;
    await visitAs('rapat-pemesan', `/pesanan/${first?.orderId}`, async ({ page }) => {
      await page.locator('#surat .badge', { hasText: 'Siap diterbitkan' }).waitFor();
      const order = await page.locator('main h2, main #bayar').allInnerTexts();
      expect(order.findIndex((text) => text.includes('Pembayaran'))).toBeLessThan(
        order.indexOf('Bagaimana barangnya?'),
      );
      await neat(page, 'jalan-rapat-surat-360');
    });
    await Promise.all(caterers.map((merchantId) => brings(merchantId, 0)));
  });

  /** From an application that is finished later to the month's report; by the owner, or by somebody for them. */
  const opensShop = async (person: string, name: string, nik: string, helperName?: string): Promise<string> => {
    await visitAs(person, '/jual/', async ({ page, complaints }) => {
      const odd = () => complaints.filter((one) => !/status of 4\d\d/.test(one));
      if (helperName) {
        await page.getByLabel('Siapa yang mengisi?').selectOption('helper');
        await page.getByLabel('Nama Anda (yang membantu)').fill(helperName);
      }
      await page.getByLabel('Kota', { exact: true }).selectOption({ label: 'Kota Malang' });
      await page.getByLabel('Nama usaha').fill(name);
      await page.getByLabel('Nama pemilik').fill('Sutini');
      // Left in the middle and opened again: what was typed is there, but no number of a person.
      await page.reload();
      await expect.poll(() => page.getByLabel('Nama usaha').inputValue()).toBe(name);
      await page.getByLabel('NIK').fill(nik);
      await page.getByLabel('Nomor HP (WhatsApp)').fill(`0812 3456 ${nik.slice(-4)}`);
      await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
      await page.locator('#village option', { hasText: 'Klojen' }).waitFor({ state: 'attached' });
      await page.getByLabel('Kelurahan').selectOption({ label: 'Klojen' });
      await page.getByLabel('Alamat').fill('Jl. Kauman 12');
      await page.getByLabel('Yang dijual').selectOption('culinary');
      expect(await page.getByLabel(/Tampilkan nomor ini/).isChecked()).toBe(false);
      await neat(page, `jalan-daftar-${helperName ? 'bantu' : 'sendiri'}-360`);
      await page.getByRole('button', { name: 'Kirim pendaftaran' }).dblclick();
      await page.getByText('Pendaftaran Anda sedang diperiksa dinas').waitFor();
      expect(odd()).toEqual([]);
    });
    const { memberships } = await (await as(person))('GET /me');
    const merchantId = memberships[0]?.scope.slice('merchant:'.length) ?? '';
    const params = { merchantId };
    const admin = await as(`admin-${CITY}`);
    // The city sends it back once; it is mended where it stands.
    const reasons = [
      { field: 'address' as const, reason: 'Tulis nomor rumahnya.' },
      { field: 'district' as const, reason: 'Kecamatannya bukan ini.' },
      { field: 'category' as const, reason: 'Rempeyek itu oleh-oleh.' },
    ];
    await admin('POST /merchants/{merchantId}/return', { params, body: { reasons } });
    await visitAs(person, '/toko-saya/', async ({ page }) => {
      await page.getByText('Tulis nomor rumahnya.').waitFor();
      await neat(page, `jalan-kembali-${helperName ? 'bantu' : 'sendiri'}-360`);
      await page.getByLabel('Alamat').fill('Jl. Kauman 12 B');
      await page.getByLabel('Kecamatan', { exact: true }).selectOption({ label: 'Lowokwaru' });
      await page.locator('#village option', { hasText: 'Lowokwaru' }).waitFor({ state: 'attached' });
      await page.getByLabel('Kelurahan', { exact: true }).selectOption({ label: 'Lowokwaru' });
      await page.getByLabel('Yang dijual').selectOption('souvenirs');
      await page.getByRole('button', { name: 'Kirim ulang' }).click();
      await page.getByText('Pendaftaran Anda sedang diperiksa dinas').waitFor();
      // While the city looks at it, the shop says how it is paid and what bringing costs: on its first day nothing is lacking.
      await page.getByText('Ubah cara bayar', { exact: true }).click();
      await page.getByLabel('Tunai saat diantar (COD)').check();
      await page.getByRole('button', { name: 'Simpan cara bayar' }).dblclick();
      await page.getByText('Sekarang: tunai sampai Rp500.000.').waitFor();
      await page.getByText('Ubah ongkos antar', { exact: true }).waitFor();
      await neat(page, `jalan-menunggu-${helperName ? 'bantu' : 'sendiri'}-360`);
      await page.reload();
      await page.getByText('Sekarang: tunai sampai Rp500.000.').waitFor();
    });
    expect(await (await as(person))('GET /merchants/{merchantId}/file', { params })).toMatchObject({
      status: 'pending',
      category: 'souvenirs',
      address: 'Jl. Kauman 12 B',
      district: '35.73.04',
    });
    await admin('POST /merchants/{merchantId}/verify', { params });

    await visitAs(person, '/toko-saya/', async ({ page, complaints }) => {
      await page.getByText('+ Tambah barang').click();
      await page.getByLabel('Foto', { exact: true }).setInputFiles(photo(300));
      await page.getByLabel('Nama barang').fill('Rempeyek kacang');
      await page.getByLabel('Harga (rupiah)').fill('12.000');
      await page.getByLabel('Satuan').fill('bungkus');
      await page.getByLabel('Jumlah ada / bisa per hari').fill('banyak');
      await page.getByRole('button', { name: 'Simpan barang' }).click();
      await page.locator('#amount-salah').waitFor();
      await page.getByLabel('Jumlah ada / bisa per hari').fill('20');
      await page.getByRole('button', { name: 'Simpan barang' }).dblclick();
      await page.locator('.goods-row', { hasText: 'Rempeyek kacang' }).waitFor();
      // The next good begins with what the shop sells, too.
      await expect.poll(() => page.locator('#name').inputValue()).toBe('');
      expect(await page.locator('#category').inputValue()).toBe('souvenirs');
      await page.getByText('Ubah cara bayar', { exact: true }).click();
      await page.getByLabel('Tunai saat diantar (COD)').check();
      await page.getByRole('button', { name: 'Simpan cara bayar' }).click();
      await page.getByText('Tersimpan.').first().waitFor();
      const account = page.locator('#rekening-toko');
      if (helperName) await account.getByText('Hanya pemilik yang bisa mengisinya').waitFor();
      else {
        await account.getByText('Isi rekening').click();
        await account.getByLabel('Bank', { exact: true }).selectOption('other');
        await account.getByLabel('Nama bank').fill('Bank Jatim');
        await account.getByLabel('Nomor rekening').fill('1111 1111');
        await account.getByLabel('Atas nama').fill('Sutini');
        await account.getByRole('button', { name: 'Simpan rekening' }).click();
        await account.locator('.flaw').first().waitFor();
        await account.getByLabel('Bank', { exact: true }).selectOption('114');
        await account.getByLabel('Nomor rekening').fill('0011-2233-44');
        await account.getByRole('button', { name: 'Simpan rekening' }).dblclick();
        await account.getByText(/Bank Jatim •+3344, atas nama Sutini\./).waitFor();
      }
      await page.getByText('Ubah ongkos antar', { exact: true }).click();
      await page.getByLabel('Ongkos sekali antar (rupiah)').fill('60.000');
      await page.getByRole('button', { name: 'Simpan ongkos antar' }).click();
      await page.locator('#antar .flaw', { hasText: 'Rp50.000' }).waitFor();
      await page.getByLabel('Ongkos sekali antar (rupiah)').fill('6.000');
      await page.getByLabel('Pembeli boleh ambil sendiri').check();
      await page.getByText('Beda ongkos per kecamatan').click();
      await page.getByLabel('Tidak diantar ke Sukun').check();
      await page.getByRole('button', { name: 'Simpan ongkos antar' }).click();
      await page.getByText(/^Diantar Rp6\.000/).waitFor();
      await neat(page, `jalan-toko-${helperName ? 'bantu' : 'sendiri'}-360`);
      await page.getByRole('button', { name: 'Tampilkan nomor ke pembeli' }).click();
      await page.getByText('Nomor Anda tampil di halaman toko.').waitFor();
      await page.getByRole('button', { name: 'Sembunyikan nomor' }).click();
      await page.getByText('Nomor Anda tidak tampil lagi.').waitFor();
      expect(complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
    });
    return merchantId;
  };

  /** The first order of a shop, from placed to its money and the month. */
  const sellsFirst = async (person: string, merchantId: string, buyer: string): Promise<void> => {
    const api = await as(buyer);
    const { items } = await api('GET /merchants/{merchantId}/products', { params: { merchantId } });
    const places = async () => {
      const { orders } = await api('POST /orders', {
        body: {
          shops: [
            {
              merchantId,
              lines: [{ productId: items[0]?.productId ?? '', quantity: 2, priceRupiah: 12_000 }],
              delivery: { way: 'courier', feeRupiah: 6_000 },
            },
          ],
          deliverOn: inDays(3),
          deliverTo: { address: 'Jl. Kawi 2', district: '35.73.03' },
          contact: { name: 'Ani', phone: '08123456789' },
        },
      });
      const params = { orderId: orders[0]?.orderId ?? '' };
      await api('PUT /orders/{orderId}/payment/way', { params, body: { way: 'cod' } });
      return params;
    };
    let params = { orderId: '' };
    await visitAs(person, '/toko-saya/', async ({ page }) => {
      await page.getByRole('heading', { name: 'Pesanan baru (0)' }).waitFor();
      await page.evaluate(() => {
        OscillatorNode.prototype.stop = () => {};
        OscillatorNode.prototype.start = () => {
          document.body.dataset['notes'] = `${document.body.dataset['notes'] ?? ''}♪`;
        };
      });
      params = await places();
      // Taken up again, the phone shows the order, and is heard.
      await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
      await page.getByRole('heading', { name: 'Pesanan baru (1)' }).waitFor();
      expect(await page.evaluate(() => document.body.dataset['notes'])).toBe('♪♪');
      await page.getByText('Rp30.000').first().waitFor();
      await page.getByRole('button', { name: 'Terima', exact: true }).click();
      await page.getByRole('heading', { name: 'Disiapkan dan diantar (1)' }).waitFor();
      await page.getByRole('button', { name: 'Sudah diantar' }).click();
      await page.getByRole('heading', { name: 'Disiapkan dan diantar (0)' }).waitFor();
      await page.goto(`/pesanan/${params.orderId}`);
      await page.getByRole('button', { name: 'Terima tunai Rp30.000' }).click();
      await page.getByText('Lunas').waitFor();
    });
    await api('POST /orders/{orderId}/receive', {
      params,
      body: {},
      headers: { 'idempotency-key': crypto.randomUUID() },
    });
    await visitAs(person, '/toko-saya/', async ({ page }) => {
      await page
        .locator('#omzet')
        .getByText(/pukul 23\.59 WIB/)
        .waitFor();
      // What bringing cost is no sale.
      await page.locator('#omzet').getByText('Rp24.000').waitFor();
      await page.getByText('Ada penjualan lain? Catat di sini').click();
      await page.getByLabel('Jumlah uang (rupiah)').fill('150,5');
      await page.getByRole('button', { name: 'Catat penjualan lain' }).click();
      await page.locator('#rupiah-salah').waitFor();
      expect(await page.getByLabel('Jumlah uang (rupiah)').inputValue()).toBe('150,5');
      await page.getByLabel('Jumlah uang (rupiah)').fill('150.000');
      await page.getByRole('button', { name: 'Catat penjualan lain' }).click();
      await page.locator('#omzet').getByText('Rp150.000').waitFor();
      // Why it stands where it stands, and how to object.
      await page.getByText('Mengapa toko saya di urutan ini?').click();
      const rank = page.locator('#urutan');
      // New goods enter the list with its next making: until then it is said.
      await rank.getByText(/Rempeyek kacang|beberapa menit lagi/).waitFor();
      await rank.getByRole('button', { name: 'Ajukan keberatan' }).click();
      await page.getByLabel('Apa yang keliru dari urutan ini?').fill('Harga saya sama dengan tetangga.');
      await page.getByRole('dialog').getByRole('button', { name: 'Ajukan keberatan' }).click();
      await page.getByText('Keberatan terkirim.').waitFor();
      // A day off, in one tap each.
      await page.getByRole('button', { name: 'Tutup hari ini' }).click();
      await page.getByText('Toko tutup hari ini.').waitFor();
      await page.getByRole('button', { name: 'Buka lagi sekarang' }).click();
      await page.getByRole('button', { name: 'Tutup hari ini' }).waitFor();
    });
  };

  test('of a merchant: from an application finished later to the first money and the month', async () => {
    const merchantId = await opensShop('bu-tini', 'Rempeyek Bu Tini', '3573034508800077');
    await sellsFirst('bu-tini', merchantId, 'pembeli-tini');
  });

  test('of a helper, for an owner without a phone: every act is there for the owner to read, who ends it', async () => {
    const merchantId = await opensShop('rina', 'Rempeyek Mbah Karso', '3573034508800088', 'Rina dari kelurahan');
    await sellsFirst('rina', merchantId, 'pembeli-karso');
    await visitAs('rina', '/toko-saya/', async ({ page }) => {
      await page.getByText('Anda membantu pemilik toko ini.').waitFor();
      await page.locator('#bantuan-toko').getByText('menambah barang').first().waitFor();
      await page.getByText('Pemilik sudah punya HP?').click();
      await page.getByLabel('Nomor akun pemilik').fill('mbah-karso');
      await page.getByRole('button', { name: 'Ajak pemilik' }).click();
      await page.getByText('Undangan terkirim.').waitFor();
      await neat(page, 'jalan-bantu-catatan-360');
    });
    const scope = `merchant:${merchantId}`;
    await (await as('mbah-karso'))('POST /me/invitations/{scope}/accept', { params: { scope } });
    await visitAs('mbah-karso', '/toko-saya/', async ({ page, complaints }) => {
      const log = page.locator('#bantuan-toko');
      for (const act of ['mendaftarkan toko', 'menerima pesanan', 'mengantar pesanan', 'melaporkan omzet'])
        await log.getByText(act).first().waitFor();
      await neat(page, 'jalan-pemilik-catatan-360');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.getByRole('button', { name: /^Akhiri bantuan Rina/ }).click();
      await page.getByText('tidak bisa lagi mengurus toko Anda').waitFor();
      expect(complaints.filter((one) => !/status of 4\d\d/.test(one))).toEqual([]);
    });
    await visitAs('rina', '/toko-saya/', async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'Jual di sini' }).waitFor();
    });
  });

  const firstGoods = async (page: Page): Promise<string> => {
    const address = (await page.locator('.card a.name').first().getAttribute('href')) ?? '';
    await page.locator('.card .quick').first().click();
    const productId = /prd_[0-9a-z]+/.exec(address)?.[0] ?? '';
    const cart = await page.evaluate(() => localStorage.getItem('keranjang') ?? '');
    expect(productId === '' || cart.includes(productId)).toBe(true);
    return (JSON.parse(cart) as { lines: { merchantId: string }[] }).lines[0]?.merchantId ?? '';
  };
  const writeAddress = async (page: Page): Promise<void> => {
    await page.getByLabel('Nama penerima').fill('Ani Lestari');
    await page.getByLabel('Nomor HP (WhatsApp)').fill('0812 3456 7890');
    await page.getByLabel('Jalan dan nomor rumah').fill('Jl. Kawi 2');
    await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
  };
  const placedBy = async (person: string) =>
    (await (await as(person))('GET /me/orders')).items.filter(({ state }) => state === 'placed');

  test('of a resident: a fee is seen before it is paid, picking up needs no address, and a list is bought again', async () => {
    let merchantId = '';
    await visitAs('bu-endah', DAPUR, async ({ page, complaints }) => {
      merchantId = await firstGoods(page);
      await brings(merchantId, 7_000, true);
      await page.goto('/keranjang/');
      await page.getByLabel('Ambil sendiri').check();
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await page.getByLabel('Tanggal diambil').waitFor();
      expect(await page.getByLabel('Jalan dan nomor rumah').count()).toBe(0);
      await neat(page, 'jalan-ambil-360');
      await page.goto('/keranjang/');
      await page.getByLabel('Diantar').check();
      await neat(page, 'jalan-keranjang-ongkos-360');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await writeAddress(page);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.locator('.sum', { hasText: 'Ongkos antar' }).getByText('Rp7.000').waitFor();
      await neat(page, 'jalan-periksa-ongkos-360');
      // Dearer meanwhile: said, shown, and asked for only when it is agreed to.
      await brings(merchantId, 9_000, true);
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByRole('heading', { name: /^Ongkos antar .* sekarang Rp9\.000/ }).waitFor();
      await page.locator('.sum', { hasText: 'Ongkos antar' }).getByText('Rp9.000').waitFor();
      await neat(page, 'jalan-ongkos-berubah-360');
      await page.getByRole('button', { name: 'Setuju, buat pesanan' }).dblclick();
      await page.getByText('Menunggu diterima penjual').first().waitFor();
      await page.locator('.sum', { hasText: 'Ongkos antar' }).getByText('Rp9.000').waitFor();
      await neat(page, 'jalan-pesanan-ongkos-360');
      expect(await placedBy('bu-endah')).toHaveLength(1);
      // Back to where it was ordered: nothing is there to order twice.
      await page.goBack();
      await page.getByText('Keranjang masih kosong').waitFor();
      await page.goForward();
      await page.getByRole('button', { name: 'Pesan lagi' }).click();
      await page.getByRole('heading', { name: '1 barang masuk keranjang' }).waitFor();
      await page.getByText('Simpan keranjang ini sebagai daftar').click();
      await page.getByLabel('Nama daftar').fill('Belanja bulanan');
      await page.getByRole('button', { name: 'Simpan daftar' }).click();
      await page.getByText('Daftar “Belanja bulanan” tersimpan.').waitFor();
      await neat(page, 'jalan-daftar-tersimpan-360');
      await page.getByRole('button', { name: 'Kosongkan' }).click();
      await page.getByRole('button', { name: 'Belanja lagi Belanja bulanan' }).click();
      await page.getByRole('heading', { name: '1 barang masuk keranjang' }).waitFor();
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).waitFor();
      page.on('dialog', (dialog) => void dialog.accept());
      await page.getByRole('button', { name: 'Hapus daftar Belanja bulanan' }).click();
      await page.getByText('Daftar “Belanja bulanan” dihapus.').waitFor();
      expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
    });
    await brings(merchantId, 0);
  });

  test('of a resident: each shop has its day and its way to pay, and the address is there the next time', async () => {
    const shops: string[] = [];
    const takes = async (merchantId: string, cod: Cash): Promise<void> => {
      await (await as(site().owners.get(merchantId) ?? ''))('PUT /merchants/{merchantId}/payment-ways', {
        params: { merchantId },
        body: { cod, qris: QRIS, transfer: false },
      });
    };
    await visitAs('bu-yuni', DAPUR, async ({ page, complaints }) => {
      shops.push(await firstGoods(page));
      await page.locator('.card .quick').nth(1).click();
      const inCart = () =>
        page.evaluate(() =>
          (JSON.parse(localStorage.getItem('keranjang') ?? '{}') as { lines: { merchantId: string }[] }).lines.map(
            ({ merchantId }) => merchantId,
          ),
        );
      await expect.poll(async () => new Set(await inCart()).size).toBe(2);
      shops.push((await inCart())[1] ?? '');
      await takes(shops[0] ?? '', { maxRupiah: 5_000_000, districts: [] });
      await takes(shops[1] ?? '', null);
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await writeAddress(page);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.getByText('Bayar di tempat (tunai)').waitFor();
      await page.getByText('Siapkan uang pas').waitFor();
      await page.getByLabel('Hari diantar').nth(1).selectOption({ index: 5 });
      await page.getByText('Menjadi 2 pesanan').waitFor();
      await neat(page, 'jalan-periksa-dua-toko-360');
      await page.getByText('Simpan alamat ini').click();
      await page.getByRole('button', { name: 'Simpan alamat' }).dblclick();
      await page.getByText('Alamat “Rumah” tersimpan.').waitFor();
      await page.setViewportSize({ width: 1280, height: 900 });
      await neat(page, 'jalan-periksa-dua-toko-1280');
      await page.getByRole('button', { name: 'Buat pesanan' }).dblclick();
      await page.waitForURL(/pesanan/);
      expect(complaints).toEqual([]);
    });
    const api = await as('bu-yuni');
    const placed = await placedBy('bu-yuni');
    expect(placed).toHaveLength(2);
    const [cash, qris] = shops.map((merchantId) => placed.find((order) => order.merchantId === merchantId));
    expect(cash?.deliverOn).not.toBe(qris?.deliverOn);
    for (const [order, way] of [
      [cash, 'cod'],
      [qris, 'qris'],
    ] as const) {
      const params = { orderId: order?.orderId ?? '' };
      expect(await api('GET /orders/{orderId}/payment', { params })).toMatchObject({ way });
    }
    // On another phone it is there to be chosen, and is thrown away where the account is.
    await visitAs('bu-yuni', DAPUR, async ({ page }) => {
      await firstGoods(page);
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await expect.poll(() => page.getByLabel('Jalan dan nomor rumah').inputValue()).toBe('Jl. Kawi 2');
      expect(await page.getByLabel('Nomor HP (WhatsApp)').inputValue()).toBe('0812-3456-7890');
      await neat(page, 'jalan-alamat-tersimpan-360');
      await page.goto('/akun/');
      page.on('dialog', (dialog) => void dialog.accept());
      await page.getByRole('heading', { name: 'Alamat saya' }).waitFor();
      await neat(page, 'jalan-akun-alamat-360');
      await page.getByRole('button', { name: 'Hapus alamat Rumah' }).click();
      await expect.poll(() => page.getByRole('heading', { name: 'Alamat saya' }).count()).toBe(0);
    });
  });

  test('of somebody whose session ended in between: nothing typed is lost, and one order is made', async () => {
    await visitAs('pak-joko', DAPUR, async (seen) => {
      const { page } = seen;
      await firstGoods(page);
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await writeAddress(page);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();
      await page.evaluate(() => {
        const kept = JSON.parse(localStorage.getItem('masuk') ?? '{}') as { token: string };
        localStorage.setItem('masuk', JSON.stringify({ ...kept, token: `${kept.token.slice(0, -6)}aaaaaa` }));
      });
      await page.reload();
      await page.getByRole('button', { name: 'Buat pesanan' }).dblclick();
      await page.getByRole('button', { name: 'Masuk untuk memesan' }).waitFor();
      await neat(page, 'jalan-sesi-habis-360');
      await signInAs(seen, 'pak-joko');
      await page.reload();
      await page.getByText('Jl. Kawi 2').waitFor();
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByText('Menunggu diterima penjual').first().waitFor();
      expect(await placedBy('pak-joko')).toHaveLength(1);
    });
  });
};
