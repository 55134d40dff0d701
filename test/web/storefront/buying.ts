import { Buffer } from 'node:buffer';
import { encode } from 'jpeg-js';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axe, desk, ready, type Visit } from '../browser.ts';
import type { Site } from '../serve.ts';
import { neat, signingIn, visitingAs } from '../signed-in.ts';

/** A static QRIS as shops print it, of a made-up shop. */
const photoOf = (width: number) =>
  Buffer.from(encode({ data: Buffer.alloc(width * 240 * 4, 170), width, height: 240 }, 70).data);

export const QRIS =
  '00020101021126680016ID.CO.CONTOH.WWW011893600999000000000102150000000000000010303UMI51440014ID.CO.QRIS.WWW0215ID10200000000010303UMI5204549953033605802ID5913WARUNG CONTOH6008SURABAYA61056011162070703A0163048451';
const DAPUR = '/malang/konsumsi-rapat';

/** Fills the address as a person would: the fields the page asks for. */
const writeAddress = async (page: Page): Promise<void> => {
  await page.getByLabel('Nama penerima').fill('Ani Lestari');
  await page.getByLabel('Nomor HP (WhatsApp)').fill('0812 3456 7890');
  await page.getByLabel('Jalan dan nomor rumah').fill('Jl. Kawi 2');
  await page.getByLabel('RT').fill('3');
  await page.getByLabel('RW').fill('5');
  await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
  await page.getByLabel('Patokan (boleh kosong)').fill('Sebelah masjid');
};

export const buyingPages = (visit: Visit, site: () => Site): void => {
  const signInAs = signingIn(site);
  const visitAs = visitingAs(visit, site);
  /** The owner of the shop whose order the buyer still waits for. */
  const visitShop = async (): Promise<string> => {
    const { items } = await (await site().as('pembeli'))('GET /me/orders');
    const waiting = items.find(({ state }) => state === 'placed');
    return site().owners.get(waiting?.merchantId ?? '') ?? '';
  };

  test('leads from a card to an order, through the shop and back to a received good', async () => {
    let orderPath = '';
    await visit(DAPUR, async (seen) => {
      const { page, complaints } = seen;
      await ready(page);
      // Two hurried taps put in what one does.
      await page.locator('.card .quick').first().dblclick();
      await expect.poll(() => page.locator('.foot-bar .count').innerText()).toMatch(/^1/);
      const [line] = await page.evaluate(() => JSON.parse(localStorage.getItem('keranjang') ?? '{}').lines);
      expect(line.quantity).toBe(line.minQuantity);
      await neat(page, 'belanja-daftar-360');
      await page.getByRole('link', { name: /Keranjang/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Keranjang' }).waitFor();
      await page.getByRole('button', { name: /^Tambah / }).click();
      await neat(page, 'belanja-keranjang-360');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      // What is typed while the page still asks who this is stays typed.
      await writeAddress(page);
      // A number that is none is told here, not after the sign-in.
      await page.getByLabel('Nomor HP (WhatsApp)').fill('0341-555');
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.locator('#phone-salah').waitFor();
      await page.getByLabel('Nomor HP (WhatsApp)').fill('0812 3456 7890');
      // Nothing is cut to fit: a word where a number belongs stays, and says so.
      await page.getByLabel('RT').fill('tiga');
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      const told = (box: Element) => (box as HTMLInputElement).validationMessage;
      expect(await page.getByLabel('RT').evaluate(told)).toMatch(/^Tulis dengan angka/);
      expect(await page.getByLabel('RT').inputValue()).toBe('tiga');
      await page.getByLabel('RT').fill('3');
      await neat(page, 'belanja-alamat-360');
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.getByRole('button', { name: 'Masuk untuk memesan' }).waitFor();
      await neat(page, 'belanja-periksa-360');
      // Signing in in between loses nothing.
      await signInAs(seen, 'pembeli');
      await page.reload();
      await page.getByRole('button', { name: 'Buat pesanan' }).dblclick();
      await page.getByText('Menunggu diterima penjual').first().waitFor();
      orderPath = new URL(page.url()).pathname;
      await neat(page, 'belanja-pesanan-360');
      expect(complaints).toEqual([]);
    });
    const api = await site().as('pembeli');
    const order = await api('GET /orders/{orderId}', { params: { orderId: orderPath.split('/')[2] ?? '' } });
    expect(order).toMatchObject({
      state: 'placed',
      deliverTo: { address: 'Jl. Kawi 2, RT 3/RW 5', note: 'Sebelah masjid' },
    });
    expect((await api('GET /me/orders')).items.filter(({ state }) => state === 'placed')).toHaveLength(1);

    await visitAs(site().owners.get(order.merchantId) ?? '', '/toko-saya/', async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Pesanan baru (1)' }).waitFor();
      await neat(page, 'toko-saya-360');
      await page.getByRole('button', { name: 'Terima', exact: true }).click();
      await page.getByRole('heading', { name: 'Disiapkan dan diantar (1)' }).waitFor();
      await page.getByRole('button', { name: 'Sudah diantar' }).click();
      await page.getByRole('heading', { name: 'Disiapkan dan diantar (0)' }).waitFor();
      expect(complaints).toEqual([]);
    });

    await visitAs('pembeli', orderPath, async ({ page, complaints }) => {
      // Looked for before it is written: there is none.
      const odd = () => complaints.filter((one) => !one.includes('404'));
      await neat(page, 'belanja-terima-360');
      await page.getByRole('button', { name: 'Terima barang' }).click();
      await page.getByRole('heading', { level: 1, name: 'Selesai' }).waitFor();
      await page.getByLabel('Bintang').selectOption('4');
      await page.getByLabel('Ceritakan (boleh kosong)').fill('Enak dan rapi.');
      await page.getByRole('button', { name: 'Kirim ulasan' }).dblclick();
      await page.getByText('Terima kasih.').waitFor();
      await neat(page, 'belanja-ulasan-360');
      expect(odd()).toEqual([]);
    });
  });

  test('keeps what was typed when the network is gone, and sends one order when it is back', async () => {
    await visitAs('pembeli', DAPUR, async ({ page }) => {
      await page.locator('.card .quick').nth(1).click();
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await writeAddress(page);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.getByRole('button', { name: 'Buat pesanan' }).waitFor();
      // The answer is lost after the market took the order.
      let cut = true;
      await page.route('**/api/orders', async (route) => {
        if (!cut) return route.continue();
        cut = false;
        await route.fetch();
        await route.abort();
      });
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page.getByRole('heading', { name: 'Belum terkirim' }).waitFor();
      await neat(page, 'belanja-belum-terkirim-360');
      // Opened again, the page sends it by itself, with the key it had.
      await page.reload();
      await page.getByText('Menunggu diterima penjual').first().waitFor();
      const api = await site().as('pembeli');
      expect((await api('GET /me/orders')).items.filter(({ state }) => state === 'placed')).toHaveLength(1);
    });
  });

  test('says in words that too many orders are open, which, and keeps the cart', async () => {
    const city = '35.73';
    const admin = await site().as(`admin-${city}`);
    const limit = (most: number) =>
      admin('PATCH /cities/{city}', {
        params: { city },
        body: { policies: { newPersonOpenOrders: most, personOpenOrders: most } },
      });
    // The order of before waits for its shop.
    await limit(1);
    await visitAs('pembeli', DAPUR, async ({ page, complaints }) => {
      await page.locator('.card .quick').nth(2).click();
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).click();
      await writeAddress(page);
      await page.getByRole('button', { name: 'Periksa pesanan' }).click();
      await page.getByRole('button', { name: 'Buat pesanan' }).click();
      await page
        .getByRole('heading', { name: /^Anda punya 1 pesanan yang belum selesai: .*batalkan yang tidak jadi/ })
        .waitFor();
      await page.getByText('Isi keranjang tetap tersimpan.').waitFor();
      await neat(page, 'belanja-terlalu-banyak-360');
      await page.getByRole('link', { name: 'Lihat pesanan saya' }).click();
      await page.getByRole('tab', { name: 'Menunggu' }).waitFor();
      await page.goto('/keranjang/');
      await page.getByRole('button', { name: 'Lanjut ke alamat' }).waitFor();
      expect(complaints.filter((one) => !one.includes('409'))).toEqual([]);
    });
    await limit(100);
  });

  test('asks the buyer for another day when the day of an order that waits has passed', async () => {
    const buyer = await site().as('pembeli');
    const { items } = await buyer('GET /cities/{city}/products', { params: { city: '35.73' }, query: { limit: 1 } });
    const [product] = items;
    const { orders } = await buyer('POST /orders', {
      body: {
        shops: [
          { merchantId: product?.merchantId ?? '', lines: [{ productId: product?.productId ?? '', quantity: 1 }] },
        ],
        // The market's clock stands at the beginning of the month, the page's is today's.
        deliverOn: '2026-11-05',
        deliverTo: { address: 'Jl. Kawi 2', district: '35.73.03' },
        contact: { name: 'Ani', phone: '08123456789' },
      },
    });
    const path = `/pesanan/${orders[0]?.orderId}`;
    await visitAs(site().owners.get(product?.merchantId ?? '') ?? '', path, async ({ page }) => {
      await page.getByRole('heading', { name: 'Hari pengantaran sudah lewat' }).waitFor();
      await page.getByText('Menunggu pembeli memilih hari baru.').waitFor();
      expect(await page.getByLabel('Hari baru').count()).toBe(0);
    });
    const day = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
    await visitAs('pembeli', path, async ({ page }) => {
      await page.getByText('Pilih hari baru, atau batalkan pesanan.').waitFor();
      await neat(page, 'belanja-hari-lewat-360');
      await page.getByLabel('Hari baru').fill(day);
      await page.getByRole('button', { name: 'Simpan hari baru' }).dblclick();
      await page.getByText('Ganti hari pengantaran').waitFor();
      await page.getByText('Hari diganti menjadi').waitFor();
      await neat(page, 'belanja-hari-baru-360');
    });
    const params = { orderId: orders[0]?.orderId ?? '' };
    const moved = await buyer('GET /orders/{orderId}', { params });
    expect(moved.deliverOn).toBe(day);
    expect(moved.history).toHaveLength(2);
    await buyer('POST /orders/{orderId}/cancel', { params, body: { reason: 'Tidak jadi.' } });
  });

  test('pays by QRIS to the name it reads, and the shop confirms', async () => {
    let orderPath = '';
    const owner = await visitShop();
    await visitAs(owner, '/toko-saya/', async ({ page, complaints }) => {
      // A phone whose browser reads codes fills it in from a photo, and says so of one without a code.
      await page.addInitScript((code) => {
        let asked = 0;
        class BarcodeDetector {
          detect = async () => (asked++ === 0 ? [] : [{ rawValue: code }]);
        }
        Object.assign(globalThis, { BarcodeDetector });
      }, QRIS);
      await page.reload();
      await page.getByText('Ubah cara bayar').click();
      const sticker = { name: 'qris.jpg', mimeType: 'image/jpeg', buffer: photoOf(240) };
      await page.getByLabel('Foto atau gambar QRIS').setInputFiles(sticker);
      await page.getByText('QRIS tidak terbaca.').waitFor();
      await page.getByLabel('Foto atau gambar QRIS').setInputFiles({ ...sticker, name: 'lagi.jpg' });
      await page.getByText('QRIS terbaca.').waitFor();
      expect(await page.getByLabel('Isi QRIS toko (boleh kosong)').inputValue()).toBe(QRIS);
      await page.getByLabel('Isi QRIS toko (boleh kosong)').fill('000201bukanqris');
      await page.getByRole('button', { name: 'Simpan cara bayar' }).click();
      await page.locator('#cara-bayar .flaw').waitFor();
      expect(await axe(page)).toEqual([]);
      await page.getByLabel('Isi QRIS toko (boleh kosong)').fill(QRIS);
      await page.getByLabel('Tunai saat diantar (COD)').check();
      await page.getByRole('button', { name: 'Simpan cara bayar' }).click();
      await page.getByText('Tersimpan.').waitFor();
      // Another ceiling of cash takes no QRIS away, though nobody types it again.
      await page.getByLabel('Tunai paling banyak (rupiah)').fill('450.000');
      await page.getByRole('button', { name: 'Simpan cara bayar' }).click();
      await page.getByText(/^Sekarang: tunai sampai Rp450\.000, QRIS /).waitFor();
      await neat(page, 'toko-cara-bayar-360');
      expect(complaints.filter((one) => !one.includes('422'))).toEqual([]);
    });
    await visitAs('pembeli', '/pesanan/', async ({ page, complaints }) => {
      await page.getByRole('tab', { name: 'Menunggu' }).click();
      await page.locator('.rows .row').first().click();
      await page.getByRole('group', { name: 'Cara bayar' }).waitFor();
      orderPath = new URL(page.url()).pathname;
      await page.getByLabel('QRIS', { exact: true }).click();
      await page.getByRole('img', { name: /^QRIS / }).waitFor();
      // One phone cannot scan its own screen.
      const saved = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Simpan gambar QRIS' }).click();
      expect((await saved).suggestedFilename()).toBe('qris-warung-contoh.png');
      await page.getByText('Ketik jumlah').waitFor();
      await neat(page, 'bayar-qris-360');
      await page.getByRole('button', { name: 'Saya sudah bayar' }).dblclick();
      await page.getByText('Menunggu konfirmasi').waitFor();
      expect(complaints).toEqual([]);
    });
    await visitAs(owner, '/toko-saya/', async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Uang yang perlu dicek (1)' }).waitFor();
      await page.getByRole('link', { name: /Menunggu konfirmasi/ }).click();
      await page.getByRole('button', { name: /sudah masuk$/ }).click();
      await page.getByText('Lunas').waitFor();
      await neat(page, 'bayar-lunas-penjual-360');
      expect(complaints).toEqual([]);
    });
    expect(orderPath).toMatch(/^\/pesanan\/ord_/);
  });

  test('lets an office order a meeting, approve, receive, pay and print its papers', async () => {
    const api = (person: string) => site().as(person);
    const city = '35.73';
    const admin = await api('admin-35.73');
    const { agencyId } = await admin('POST /cities/{city}/agencies', {
      params: { city },
      body: { name: 'Dinas Pendidikan', address: 'Jl. Veteran 19' },
    });
    const scope = `agency:${agencyId}`;
    for (const [person, role] of [
      ['pemesan', 'buyer'],
      ['ppk', 'approver'],
      ['bendahara', 'treasurer'],
    ] as const) {
      await admin('PUT /scopes/{scope}/members/{person}', { params: { scope, person }, body: { role } });
      if (role !== 'buyer') await (await api(person))('POST /me/invitations/{scope}/accept', { params: { scope } });
    }
    for (const year of ['2026', '2027'])
      await (await api('ppk'))('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', {
        params: { agencyId, year, budgetCode: '5.1.02.01.01.0052' },
        body: { name: 'Makanan dan minuman rapat', ceilingRupiah: 50_000_000 },
      });

    await visitAs('pemesan', '/akun/', async ({ page }) => {
      await page.getByRole('heading', { name: 'Undangan (1)' }).waitFor();
      await neat(page, 'akun-undangan-360');
      await page.getByRole('button', { name: 'Terima peran' }).click();
      await page.getByRole('link', { name: /Dinas Pendidikan/ }).click();
      await page.getByRole('heading', { level: 1, name: 'Kantor' }).waitFor();
      await page.locator('summary', { hasText: 'Pesan untuk rapat' }).click();
      await page.getByLabel('Acara', { exact: true }).fill('Rapat kurikulum');
      await page.getByLabel('Rekening belanja').selectOption('5.1.02.01.01.0052');
      await page.getByLabel('Porsi atau jumlah').fill('60');
      await page.getByLabel('Gedung dan lantai').fill('Gedung A lantai 2');
      await page.getByLabel('Kecamatan').selectOption({ label: 'Klojen' });
      await page.getByLabel('Nama penerima').fill('Tuti');
      await page.getByLabel('Nomor HP (WhatsApp)').fill('081234567890');
      await page.getByRole('button', { name: 'Lihat pembagian' }).click();
      await page.getByRole('heading', { name: /^60 (dibagi ke|dari) \d usaha/ }).waitFor();
      await neat(page, 'kantor-rapat-360');
      await page.getByRole('button', { name: 'Kirim ke PPK' }).dblclick();
      await page.getByText(/pesanan dikirim ke PPK/).waitFor();
    });
    const placed = (await (await api('pemesan'))('GET /agencies/{agencyId}/orders', { params: { agencyId } })).items;
    const [first] = placed;
    expect(placed.every(({ state }) => state === 'awaiting_approval')).toBe(true);

    await visitAs('ppk', '/kantor/', async ({ page }) => {
      await page.getByRole('heading', { name: `Menunggu persetujuan (${placed.length})` }).waitFor();
      await neat(page, 'kantor-ppk-360');
      for (let left = placed.length; left > 0; left--) {
        await page.getByRole('button', { name: 'Setujui' }).first().click();
        await page.getByRole('heading', { name: `Menunggu persetujuan (${left - 1})` }).waitFor();
      }
    });
    const owner = await api(site().owners.get(first?.merchantId ?? '') ?? '');
    const params = { orderId: first?.orderId ?? '' };
    await owner('POST /orders/{orderId}/accept', { params });
    await owner('POST /orders/{orderId}/deliver', { params });

    await visitAs('pemesan', `/pesanan/${params.orderId}`, async ({ page }) => {
      await page.getByLabel('Diterima oleh').fill('Tuti Handayani');
      await page.getByRole('button', { name: 'Terima barang' }).click();
      await page.getByRole('heading', { level: 1, name: 'Selesai' }).waitFor();
      await page
        .getByRole('button', { name: /^Terbitkan/ })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^Cetak/ })
        .first()
        .waitFor();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page
          .getByRole('button', { name: /^Cetak/ })
          .first()
          .click(),
      ]);
      expect(download.suggestedFilename()).toMatch(/\.pdf$/);
      await neat(page, 'kantor-surat-360');
    });
    const { papers } = await (await api('pemesan'))('GET /orders/{orderId}/papers', { params });
    const issued = papers.find(({ state }) => state === 'issued');
    await visit(`/cek/${issued?.code}`, async ({ page, complaints }) => {
      await page.getByRole('heading', { name: 'Surat ini terdaftar' }).waitFor();
      await neat(page, 'cek-surat-360');
      expect(complaints).toEqual([]);
    });
    await visitAs('bendahara', `/pesanan/${params.orderId}`, async ({ page }) => {
      await page.getByLabel('Nomor SP2D atau bukti').fill('SP2D-001/2026');
      await page.getByLabel('Tanggal', { exact: true }).fill('2026-11-01');
      await page.getByLabel('Rupiah (boleh kosong)').first().fill('900');
      await page.getByLabel('Nomor bukti setor, NTPN (boleh kosong)').first().fill('NTPN-1');
      await page.getByText('Dua macam pajak').click();
      await page.getByLabel('Rupiah (boleh kosong)').last().fill('1.200');
      await page.getByRole('button', { name: 'Catat pembayaran' }).click();
      await page.getByText('Menunggu konfirmasi').waitFor();
      await neat(page, 'kantor-bendahara-360');
    });
    const { treasury } = await (await api('bendahara'))('GET /orders/{orderId}/payment', { params });
    expect(treasury?.withheld).toEqual([
      { name: 'PPh Pasal 22', rupiah: 900, receiptNumber: 'NTPN-1' },
      { name: 'PPN', rupiah: 1_200 },
    ]);
  });

  test('asks to sign in where a page is somebody’s own, and says what to do without a seat', async () => {
    for (const path of ['/pesanan/', '/toko-saya/', '/kantor/', '/jual/'])
      await visit(path, async ({ page, complaints }) => {
        await page.getByRole('button', { name: 'Masuk', exact: true }).waitFor();
        expect(await axe(page)).toEqual([]);
        expect(complaints).toEqual([]);
      });
    await visitAs('pembeli', '/kantor/', async ({ page }) => {
      await page.getByText('Anda belum terdaftar di dinas mana pun').waitFor();
      await neat(page, 'kantor-tanpa-dinas-360');
    });
    await visitAs('pembeli', '/akun/', async ({ page }) => neat(page, 'akun-360'));
    await visitAs('pembeli', '/toko-saya/', async ({ page }) => {
      await page.getByRole('heading', { level: 1, name: 'Jual di sini' }).waitFor();
      await neat(page, 'jual-360');
    });
  });

  test('shows a shop its goods, and takes one off the list in one tap', async () => {
    await visitAs(
      'pemilik-1',
      '/toko-saya/',
      async ({ page, complaints }) => {
        const gone = page.getByRole('button', { name: 'Habis' }).first();
        await gone.click();
        await expect.poll(() => gone.getAttribute('aria-pressed')).toBe('true');
        await page.getByRole('button', { name: 'Tersedia' }).first().click();
        await expect.poll(() => gone.getAttribute('aria-pressed')).toBe('false');
        await page.getByText('+ Tambah barang').click();
        await page.getByLabel('Nama barang').fill('Kue lapis legit');
        await page.getByLabel('Harga (rupiah)').fill('85.000');
        await page.getByLabel('Satuan').fill('loyang');
        await page.getByRole('button', { name: 'Simpan barang' }).click();
        await page.getByText('Kue lapis legit').first().waitFor();
        await neat(page, 'toko-saya-meja');
        expect(complaints).toEqual([]);
      },
      desk,
    );
  });

  test('lets a shop change its goods where they stand: the price, the day off, how many there are', async () => {
    await visitAs('pemilik-1', '/toko-saya/', async ({ page, complaints }) => {
      const cake = page.locator('.goods-row', { hasText: 'Kue lapis legit' });
      await cake.getByText('Ubah').click();
      await cake.getByLabel('Harga (rupiah)').fill('90rb');
      await cake.getByLabel('Pesan paling sedikit').fill('2');
      await cake.getByLabel('Minggu').check();
      await cake.getByLabel('Keterangan (boleh kosong)').fill('Tahan lima hari.');
      await cake.getByRole('button', { name: 'Simpan perubahan' }).click();
      await cake.getByText('Tersimpan.', { exact: true }).waitFor();
      await cake.getByText('Rp90.000').waitFor();
      await cake.getByLabel('Ada berapa loyang sekarang?').fill('1.000');
      await cake.getByRole('button', { name: 'Simpan jumlah' }).click();
      await cake.getByText('Tersimpan. Ada 1.000 loyang, 0 sudah dipesan, 1.000 bisa dipesan.').waitFor();
      await neat(page, 'toko-saya-ubah-360');
      // Emptied, a text is gone; what nobody touched stays.
      await cake.getByLabel('Keterangan (boleh kosong)').fill('');
      await cake.getByLabel('Nama barang').fill('');
      await cake.getByLabel('Nama barang').fill('Kue lapis legit besar');
      await cake.getByRole('button', { name: 'Simpan perubahan' }).click();
      const mended = page.locator('.goods-row', { hasText: 'Kue lapis legit besar' });
      await mended.getByText('Tersimpan.', { exact: true }).waitFor();
      expect(complaints).toEqual([]);
    });
    const mine = await site().as('pemilik-1');
    const { memberships } = await mine('GET /me');
    const merchantId = memberships.find(({ role }) => role === 'owner')?.scope.slice('merchant:'.length) ?? '';
    const { items } = await mine('GET /me/merchants/{merchantId}/products', { params: { merchantId } });
    const cake = items.find(({ name }) => name === 'Kue lapis legit besar');
    expect(cake).toMatchObject({ priceRupiah: 90_000, minQuantity: 2, closedDays: [7], unit: 'loyang' });
    expect(cake?.description).toBeUndefined();
  });

  test('keeps of two tabs that change one good what each of them changed', async () => {
    await visitAs('pemilik-1', '/toko-saya/', async ({ page }) => {
      const cake = page.locator('.goods-row', { hasText: 'Kue lapis legit besar' });
      await cake.getByText('Ubah').click();
      await cake.getByLabel('Harga (rupiah)').waitFor();
      const mine = await site().as('pemilik-1');
      const { memberships } = await mine('GET /me');
      const merchantId = memberships.find(({ role }) => role === 'owner')?.scope.slice('merchant:'.length) ?? '';
      const { items } = await mine('GET /me/merchants/{merchantId}/products', { params: { merchantId } });
      const { productId = '' } = items.find(({ name }) => name === 'Kue lapis legit besar') ?? {};
      await mine('PATCH /merchants/{merchantId}/products/{productId}', {
        params: { merchantId, productId },
        body: { priceRupiah: 95_000 },
      });
      await cake.getByLabel('Pesan berapa hari sebelumnya').fill('1');
      await cake.getByRole('button', { name: 'Simpan perubahan' }).click();
      await cake.getByRole('alert').waitFor();
      await cake.getByText('Rp95.000').waitFor();
      await cake.getByRole('button', { name: 'Simpan perubahan' }).click();
      await cake.getByText('Tersimpan.', { exact: true }).waitFor();
      const shown = { params: { merchantId, productId } };
      expect(await mine('GET /me/merchants/{merchantId}/products/{productId}', shown)).toMatchObject({
        priceRupiah: 95_000,
        leadDays: 1,
      });
    });
  });

  test('shows a shop every order it had, by the five words', async () => {
    await visitAs('pemilik-1', '/toko-saya/', async ({ page, complaints }) => {
      await page.getByRole('link', { name: 'Pesanan toko' }).click();
      await page.getByRole('heading', { level: 1, name: 'Pesanan toko' }).waitFor();
      await page.getByRole('tab', { name: 'Selesai' }).click();
      await expect.poll(() => page.getByText('Memuat pesanan').count()).toBe(0);
      await neat(page, 'toko-saya-pesanan-360');
      expect(complaints).toEqual([]);
    });
  });
};
