import { beforeAll, describe, expect, test } from 'vitest';
import { readXlsx } from '../../../functions/reads/sheets/read-xlsx.ts';
import { addDays } from '../../../shared/domain/basics/month.ts';
import type { PaperKind } from '../../../shared/domain/papers/paper-kinds.ts';
import { testClock, testWorld } from '../../engine.ts';
import { type Office, refusalOf, type Shop, type Town, townOf } from '../../market.ts';

const CITY = '35.73';
const clock = testClock();
let town: Town;
let shop: Shop;
let offered: Awaited<ReturnType<Town['offers']>>;
let office: Office;
beforeAll(async () => {
  town = await townOf(await testWorld({ now: clock.now }));
  await town.founds(CITY);
  shop = await town.opens(CITY);
  offered = await town.offers(shop, { amount: 100_000 });
  office = await town.seatsOffice(CITY, 500_000_000);
});

const approved = async (of = office, quantity = 2) => {
  const order = await town.orders(of, offered, quantity);
  await town.moves(of.approver, 'approve', order);
  return order.orderId;
};
const issues = (orderId: string, kind: PaperKind, who = office.buyer) =>
  town.as(who)('POST /orders/{orderId}/papers/{kind}', { params: { orderId, kind } });
const checklist = async (orderId: string, who = office.treasurer) =>
  town.as(who)('GET /orders/{orderId}/papers', { params: { orderId } });
const checks = (code: string) => town.as()('GET /papers/{code}', { params: { code } });

describe('papers of an order', () => {
  test('are issued as they become possible, and the list says who holds the others up', async () => {
    const orderId = await approved();
    const waiting = await checklist(orderId);
    expect(waiting.complete).toBe(false);
    expect(waiting.papers.find(({ kind }) => kind === 'bast')).toMatchObject({ state: 'missing', heldBy: 'penjual' });
    expect(await refusalOf(issues(orderId, 'bast'))).toMatchObject({ code: 'paper_not_ready' });
    await issues(orderId, 'surat-pesanan');
    await town.moves(shop.owner, 'accept', { orderId });
    await town.moves(shop.owner, 'deliver', { orderId });
    await town.receives(office.buyer, { orderId }, { receivedBy: 'Rina Kusuma' });
    const bast = await issues(orderId, 'bast');
    expect(bast.content).toMatchObject({ rupiah: 36_000, handover: { receivedBy: 'Rina Kusuma', condition: 'Baik' } });
    expect(await refusalOf(issues(orderId, 'kuitansi'))).toMatchObject({ code: 'paper_not_ready' });
    const body = { kind: 'LS' as const, number: '1/SP2D/2026', on: clock.now().slice(0, 10), rupiah: 36_000 };
    await town.as(office.treasurer)('POST /orders/{orderId}/payment/record', { params: { orderId }, body });
    const paid = { params: { orderId }, body: { rupiah: 36_000 } };
    await town.as(shop.owner)('POST /orders/{orderId}/payment/confirm', paid);
    expect((await issues(orderId, 'kuitansi')).content).toMatchObject({ payment: { number: '1/SP2D/2026' } });
    const unseen = (await checklist(orderId)).papers.find(({ kind }) => kind === 'foto');
    expect(unseen).toMatchObject({ state: 'missing', heldBy: 'penerima barang' });
    expect(await refusalOf(issues(orderId, 'foto'))).toMatchObject({ code: 'paper_not_ready' });
    await town.pictures(office.buyer, { orderId }, 'handover');
    await town.pictures(shop.owner, { orderId }, 'handover', 80);
    expect((await issues(orderId, 'foto')).content.photos.map(({ side }) => side).sort()).toEqual([
      'buyer',
      'merchant',
    ]);
    expect((await checklist(orderId)).complete).toBe(true);
  });

  test('are not made any more for an order that ended without its goods, and those it had before stay', async () => {
    const rejected = await town.orders(office, offered, 2);
    await town.moves(office.approver, 'reject', rejected);
    const [untold, told] = [await approved(), await approved()];
    await issues(told, 'surat-pesanan');
    const { code } = (await checklist(told)).papers.find(({ state }) => state === 'issued') ?? {};
    expect(await checks(code ?? '')).toMatchObject({ state: 'menunggu diterima penjual', ended: false });
    for (const orderId of [untold, told]) await town.moves(office.buyer, 'cancel', { orderId });
    expect(await checks(code ?? '')).toMatchObject({ state: 'dibatalkan', ended: true });
    for (const orderId of [rejected.orderId, untold]) {
      const { papers, complete } = await checklist(orderId);
      expect(papers.map(({ state }) => state)).toEqual(papers.map(() => 'not_needed'));
      expect(complete).toBe(true);
      for (const { kind } of papers)
        expect(await refusalOf(issues(orderId, kind))).toMatchObject({ code: 'paper_not_ready' });
    }
    const { papers } = await checklist(told);
    expect(papers.filter(({ state }) => state !== 'not_needed')).toMatchObject([
      { kind: 'surat-pesanan', state: 'issued', number: expect.any(String) },
    ]);
  });

  test('are the office’s to issue, the shop’s to read, and nobody else’s', async () => {
    const orderId = await approved();
    expect(await refusalOf(issues(orderId, 'surat-pesanan', shop.owner))).toMatchObject({ code: 'not_allowed' });
    expect((await checklist(orderId, shop.owner)).papers.length).toBeGreaterThan(4);
    expect(await refusalOf(checklist(orderId, 'orang-lewat'))).toMatchObject({ code: 'order_not_found' });
    const own = await town.buys('ani', offered);
    expect(await refusalOf(checklist(own.orderId, 'ani'))).toMatchObject({ code: 'order_not_found' });
  });

  test('are numbered without gaps or doubles by many writers at once, and asked again stay the same', async () => {
    const busy = await town.seatsOffice(CITY, 500_000_000);
    const orderIds: string[] = [];
    for (let many = 0; many < 12; many++) orderIds.push(await approved(busy, 1));
    const issuing = (orderId: string) => issues(orderId, 'surat-pesanan', busy.buyer);
    let left = [...orderIds, ...orderIds];
    // Who is told that others were busy asks again, as the page does.
    while (left.length > 0) {
      const done = await Promise.allSettled(left.map(issuing));
      left = left.filter((_, index) => done[index]?.status === 'rejected');
    }
    const numbers = await Promise.all(orderIds.map(async (orderId) => (await issuing(orderId)).content.number));
    const serials = numbers.map((number) => Number(number?.slice(-4))).sort((a, b) => a - b);
    expect(serials).toEqual(orderIds.map((_, index) => index + 1));
    await town.as(busy.approver)('PUT /agencies/{agencyId}/paper-settings', {
      params: { agencyId: busy.agencyId },
      body: { pattern: '{nomor}/{jenis}/DISDIK/{romawi}/{tahun}', signatories: [{ role: 'PPK', name: 'Hendra' }] },
    });
    expect((await issuing(orderIds[0] as string)).content.number).toBe(numbers[0]);
    const next = await issues(await approved(busy, 1), 'surat-pesanan', busy.buyer);
    expect(next.content.number).toBe('0013/SP/DISDIK/XI/2026');
  });
});

describe('a receipt', () => {
  test('is a person’s to keep once goods came, and nobody else’s; an office has papers instead', async () => {
    const takes = (orderId: string, who: string) =>
      town.as(who)('GET /orders/{orderId}/receipt', { params: { orderId } });
    const placed = await town.buys('ani', offered);
    expect(await refusalOf(takes(placed.orderId, 'ani'))).toMatchObject({ code: 'paper_not_ready' });
    const { orderId } = await town.sells(shop, offered, 2, 'ani');
    for (const who of ['ani', shop.owner]) {
      const { bytes, type } = await takes(orderId, who);
      expect([type, Buffer.from(bytes).subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);
    }
    expect(await refusalOf(takes(orderId, 'orang-lewat'))).toMatchObject({ code: 'order_not_found' });
    expect(await refusalOf(takes(await approved(), office.buyer))).toMatchObject({ code: 'order_not_found' });
  });
});

describe('the form of a purchase', () => {
  test('goes by what was ordered at once over all its shops, not by each order', async () => {
    const buying = await town.seatsOffice(CITY, 500_000_000);
    await town.as(buying.approver)('PUT /agencies/{agencyId}/paper-settings', {
      params: { agencyId: buying.agencyId },
      body: { purchase: 'direct' },
    });
    const second = await town.opens(CITY, { nik: '3573024508800099' });
    const dear = await town.offers(second, { priceRupiah: 3_000_000, amount: 100 });
    const cart = town.cart(
      [
        { product: offered, quantity: 2 },
        { product: dear, quantity: 18 },
      ],
      { agency: town.purposeOf(buying) },
    );
    const orders = await town.places(buying.buyer, cart);
    for (const { orderId } of orders) {
      const { form, papers } = await checklist(orderId, buying.buyer);
      expect(form).toMatchObject({ name: 'Surat perintah kerja (SPK)', packageRupiah: 54_036_000, confirmed: false });
      expect(papers.map(({ kind }) => kind)).toContain('spk');
    }
    const pack = (orderId: string, of: 'order' | 'package', who = buying.buyer) =>
      town.as(who)('GET /orders/{orderId}/papers/pdf', { params: { orderId }, query: { of } });
    const [one = '', other = ''] = orders.map(({ orderId }) => orderId);
    expect(await refusalOf(pack(one, 'package'))).toMatchObject({ code: 'paper_not_found' });
    for (const { orderId } of orders) await town.moves(buying.approver, 'approve', { orderId });
    for (const { orderId } of orders)
      for (const kind of ['surat-pesanan', 'spk'] as const) await issues(orderId, kind, buying.buyer);
    const pages = async (...asked: Parameters<typeof pack>) =>
      Buffer.from((await pack(...asked)).bytes)
        .toString('latin1')
        .match(/\/Type \/Page\n/g)?.length;
    expect(await Promise.all([pages(one, 'order'), pages(other, 'order'), pages(other, 'package')])).toEqual([3, 3, 6]);
    // A shop has its own papers and no other shop's.
    const owner = orders.find(({ merchantId }) => merchantId === second.merchantId)?.orderId ?? '';
    expect(await pages(owner, 'order', second.owner)).toBe(3);
    expect(await refusalOf(pack(owner, 'package', second.owner))).toMatchObject({ code: 'not_allowed' });
  });
});

describe('what a paper says', () => {
  test('is the city’s where the office says nothing, and the office’s where it does', async () => {
    const city = town.adminOf(CITY);
    const sets = (who: string, body: object, headers = {}) =>
      town.as(who)('PUT /cities/{city}/paper-defaults', { params: { city: CITY }, body: body as never, headers });
    const said = {
      pattern: '{nomor}/{jenis}/KOTA/{tahun}',
      government: 'PEMERINTAH KOTA MALANG',
      contact: 'Telepon (0341) 328789',
      roles: ['Pejabat Pembuat Komitmen'],
    };
    const { version } = await sets(city, said);
    expect(await refusalOf(sets(city, said, { 'if-match': `"${version + 1}"` }))).toMatchObject({
      code: 'version_mismatch',
    });
    const plain = await town.seatsOffice(CITY, 500_000_000);
    const first = await issues(await approved(plain), 'surat-pesanan', plain.buyer);
    expect(first.content).toMatchObject({
      number: '0001/SP/KOTA/2026',
      office: { government: 'PEMERINTAH KOTA MALANG', contact: 'Telepon (0341) 328789' },
      signatories: [{ role: 'Pejabat Pembuat Komitmen', name: '' }],
    });
    const params = { agencyId: plain.agencyId };
    const own = { letterhead: { contact: 'Telepon (0341) 1' }, signatories: [{ role: 'PPK', name: 'Hendra' }] };
    const settled = await town.as(plain.approver)('PUT /agencies/{agencyId}/paper-settings', { params, body: own });
    expect(settled).toMatchObject({ ...own, city: said });
    const second = await issues(await approved(plain), 'surat-pesanan', plain.buyer);
    expect(second.content).toMatchObject({
      number: '0002/SP/KOTA/2026',
      office: { government: 'PEMERINTAH KOTA MALANG', contact: 'Telepon (0341) 1' },
      signatories: [{ role: 'PPK', name: 'Hendra' }],
    });
    const terms = ['Denda seperseribu sehari.', 'Dibayar 14 hari setelah BAST.'];
    await sets(city, { ...said, terms });
    await town.as(plain.approver)('PUT /agencies/{agencyId}/paper-settings', {
      params,
      body: { ...own, extra: ['spk'] },
    });
    const work = await issues(await approved(plain), 'spk', plain.buyer);
    expect(work.content.terms).toMatchObject({ lines: terms, confirmed: true });
    await sets(city, {});
  });

  test('has the office’s letterhead and the shop’s own word on its taxes', async () => {
    const said = { belowLimitYear: '2026' };
    await town.as(shop.owner)('PUT /merchants/{merchantId}/taxes', { params: shop, body: said });
    const writing = await town.seatsOffice(CITY, 500_000_000);
    const letterhead = { name: 'Dinas Pendidikan dan Kebudayaan', contact: 'Telepon (0341) 560946' };
    const sets = (body: object) =>
      town.as(writing.approver)('PUT /agencies/{agencyId}/paper-settings', {
        params: { agencyId: writing.agencyId },
        body,
      });
    expect(await refusalOf(sets({ signatories: [{ role: 'PPK', name: 'Hendra', nip: '12' }] }))).toMatchObject({
      body: { errors: [{ pointer: '/signatories/0/nip', detail: 'Tulis 18 angka NIP, atau kosongkan.' }] },
    });
    await sets({ letterhead });
    const orderId = await approved(writing);
    await town.moves(shop.owner, 'accept', { orderId });
    await town.moves(shop.owner, 'deliver', { orderId });
    await town.receives(writing.buyer, { orderId }, { receivedBy: 'Rina' });
    const body = { kind: 'LS' as const, number: '1/SP2D/2026', on: clock.now().slice(0, 10), rupiah: 36_000 };
    // What to keep back is told before it is paid, and not again after.
    const expected = async () => (await checklist(orderId, writing.treasurer)).taxes.map(({ name }) => name);
    expect(await expected()).toContain('PPh final UMKM (omzet setahun sampai Rp500 juta)');
    await town.as(writing.treasurer)('POST /orders/{orderId}/payment/record', { params: { orderId }, body });
    expect(await expected()).toEqual([]);
    const { content } = await issues(orderId, 'pajak', writing.buyer);
    expect(content.office).toMatchObject({
      ...letterhead,
      address: 'Jl. Veteran 19',
      government: 'Pemerintah Kota 35.73',
    });
    expect(content.taxes.map(({ name, rupiah }) => [name, rupiah])).toContainEqual([
      'PPh final UMKM (omzet setahun sampai Rp500 juta)',
      0,
    ]);
    await town.as(shop.owner)('PUT /merchants/{merchantId}/taxes', { params: shop, body: {} });
  });
});

describe('a paper', () => {
  test('bears the city’s sign of the day it was issued, whatever the city wears later', async () => {
    const prints = async (orderId: string) => {
      const params = { orderId, kind: 'surat-pesanan' as const };
      return (await town.as(office.buyer)('GET /orders/{orderId}/papers/{kind}/pdf', { params })).bytes;
    };
    const plain = await approved();
    expect((await issues(plain, 'surat-pesanan')).content.office).not.toHaveProperty('logo');
    const logo = await town.putsLogo(CITY);
    const orderId = await approved();
    expect((await issues(orderId, 'surat-pesanan')).content.office.logo).toBe(logo);
    const first = await prints(orderId);
    expect(first.length).toBeGreaterThan((await prints(plain)).length + 500);
    await town.putsLogo(CITY, 90);
    expect(await prints(orderId)).toEqual(first);
    await town.as(town.adminOf(CITY))('PATCH /cities/{city}', { params: { city: CITY }, body: { logo: null } });
  });

  test('is checked by its code, however it is typed, and tells nothing of a person', async () => {
    const orderId = await approved();
    const { code, hash } = await issues(orderId, 'surat-pesanan');
    const told = await checks(code.toLowerCase().replace('-', ' '));
    expect(told).toMatchObject({ code, hash, rupiah: 36_000, office: 'Dinas Pendidikan', shop: 'Dapur Bu Sri' });
    expect(JSON.stringify(told)).not.toMatch(/ord_|buyer|Ijen/);
    for (const wrong of ['ZZZZZ-ZZZZZ', 'x', '..'])
      expect(await refusalOf(checks(wrong))).toMatchObject({ code: 'paper_not_found' });
  });

  test('is a page to print, the same for ever', async () => {
    const orderId = await approved();
    await issues(orderId, 'surat-pesanan');
    const prints = () =>
      town.as(office.buyer)('GET /orders/{orderId}/papers/{kind}/pdf', { params: { orderId, kind: 'surat-pesanan' } });
    const { bytes, type } = await prints();
    expect(type).toBe('application/pdf');
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-');
    clock.pass(86_400_000);
    expect(Buffer.from((await prints()).bytes).equals(Buffer.from(bytes))).toBe(true);
    clock.pass(-86_400_000);
  });
});

describe('an order’s letter', () => {
  test('says on its check page that the goods come on another day since', async () => {
    const orderId = await approved();
    const { code, content } = await issues(orderId, 'surat-pesanan');
    expect(await checks(code)).toMatchObject({ movedTo: null });
    const deliverOn = addDays(content.delivery?.on ?? '', 2);
    await town.as(office.approver)('POST /orders/{orderId}/reschedule', { params: { orderId }, body: { deliverOn } });
    expect(await checks(code)).toMatchObject({ movedTo: deliverOn, ended: false });
  });
});

describe('a proof of a payment', () => {
  test('is made of what the shop has not contradicted, and its check page says so where it was later', async () => {
    const paying = await town.seatsOffice(CITY, 500_000_000);
    const order = await town.orders(paying, offered, 1);
    const { orderId } = order;
    await town.moves(paying.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives(paying.buyer, order, { receivedBy: 'Rina' });
    const records = (number: string) =>
      town.as(paying.treasurer)('POST /orders/{orderId}/payment/record', {
        params: { orderId },
        body: { kind: 'LS', number, on: clock.now().slice(0, 10), rupiah: order.totalRupiah },
      });
    const unfound = () =>
      town.as(shop.owner)('POST /orders/{orderId}/payment/not-find', {
        params: { orderId },
        body: { reason: 'Belum' },
      });
    await records('1/SP2D');
    await unfound();
    expect(await refusalOf(issues(orderId, 'bukti-bayar', paying.treasurer))).toMatchObject({
      code: 'paper_not_ready',
    });
    await records('2/SP2D');
    const { code } = await issues(orderId, 'bukti-bayar', paying.treasurer);
    expect((await checks(code)).doubted).toBe(false);
    await unfound();
    expect((await checks(code)).doubted).toBe(true);
    await records('3/SP2D');
    expect((await checks(code)).doubted).toBe(true);
    await records('2/SP2D').catch(() => {});
    const { content } = await issues(orderId, 'bukti-bayar', paying.treasurer);
    expect(content.payment?.number).toBe('2/SP2D');
  });
});

describe('the slips for Coretax', () => {
  test('are the treasurer’s alone, whole in the file and masked on the page, and taking them is on record', async () => {
    const paying = await town.seatsOffice(CITY, 500_000_000);
    const dear = await town.offers(shop, { priceRupiah: 4_000_000, amount: 50, category: 'crafts' });
    const order = await town.orders(paying, dear, 1);
    const { orderId } = order;
    await town.moves(paying.approver, 'approve', order);
    await town.moves(shop.owner, 'accept', order);
    await town.moves(shop.owner, 'deliver', order);
    await town.receives(paying.buyer, order, { receivedBy: 'Rina' });
    const record = { kind: 'LS' as const, number: '7/SP2D/2026', on: clock.now().slice(0, 10), rupiah: 4_000_000 };
    const body = { ...record, withheld: [{ name: 'PPh Pasal 22', rupiah: 60_000 }] };
    await town.as(paying.treasurer)('POST /orders/{orderId}/payment/record', { params: { orderId }, body });
    const params = { agencyId: paying.agencyId, month: '2026-11' };
    const told = await town.as(paying.treasurer)('GET /agencies/{agencyId}/coretax/{month}', { params });
    expect(told).toMatchObject({
      npwpKnown: false,
      troubles: [],
      slips: [{ counterpart: '••••0001', rupiah: 60_000 }],
    });
    const takes = (file: 'bppu.xml' | 'bppu.csv' | 'bppu.xlsx', who = paying.treasurer) =>
      town.as(who)('GET /agencies/{agencyId}/coretax/{month}/{file}', { params: { ...params, file } });
    expect(await refusalOf(takes('bppu.xml'))).toMatchObject({ code: 'tax_number_missing' });
    await town.as(paying.approver)('PUT /agencies/{agencyId}/paper-settings', {
      params: { agencyId: paying.agencyId },
      body: { npwp: '00.012.345.6-789.0000' },
    });
    expect(await refusalOf(takes('bppu.xml', paying.buyer))).toMatchObject({ code: 'agency_not_found' });
    const xml = Buffer.from((await takes('bppu.xml')).bytes).toString();
    expect(xml).toContain('<CounterpartTin>3573024508800001</CounterpartTin>');
    expect(xml).toContain('<SP2DNumber>7/SP2D/2026</SP2DNumber>');
    expect(Buffer.from((await takes('bppu.csv')).bytes).toString()).toContain('22-910-01;4000000;1,5;PaymentProof');
    expect(Buffer.from((await takes('bppu.xlsx')).bytes.subarray(0, 2)).toString()).toBe('PK');
    const { items } = await town.as(town.adminOf(CITY))('GET /cities/{city}/audit', { params: { city: CITY } });
    expect(items.filter(({ act }) => act === 'tax-numbers-taken')).toHaveLength(3);
  });
});

describe('the papers of a month', () => {
  test('are one file with a bookmark for each, and rows of a workbook in which nothing runs', async () => {
    const busy = await town.seatsOffice(CITY, 500_000_000);
    const codes: string[] = [];
    for (let many = 0; many < 2; many++) {
      const orderId = await approved(busy, 1);
      codes.push((await issues(orderId, 'surat-pesanan', busy.buyer)).code);
      await town.moves(shop.owner, 'accept', { orderId });
      await town.moves(shop.owner, 'deliver', { orderId });
      await town.receives(busy.buyer, { orderId }, { receivedBy: '=1+1' });
      codes.push((await issues(orderId, 'bast', busy.buyer)).code);
      // The payment follows its order by events; here its treasurer's step brings it along.
      const body = { kind: 'LS' as const, number: '=2+2', on: clock.now().slice(0, 10), rupiah: 18_000 };
      await town.as(busy.treasurer)('POST /orders/{orderId}/payment/record', { params: { orderId }, body });
    }
    const params = { agencyId: busy.agencyId, month: '2026-11' };
    const asked = town.as(busy.treasurer);
    expect(await asked('GET /agencies/{agencyId}/papers/{month}', { params })).toEqual({
      orders: 2,
      papers: 4,
      parts: 1,
      unfinished: [
        { orderId: expect.any(String), merchantName: expect.any(String), left: 5 },
        { orderId: expect.any(String), merchantName: expect.any(String), left: 5 },
      ],
    });
    const takes = (file: 'surat.pdf' | 'surat.xlsx', query = {}) =>
      asked('GET /agencies/{agencyId}/papers/{month}/{file}', { params: { ...params, file }, query });
    const pdf = Buffer.from((await takes('surat.pdf')).bytes).toString('latin1');
    expect(pdf.match(/\/Title /g)?.length).toBeGreaterThan(6);
    expect(await refusalOf(takes('surat.pdf', { part: 2 }))).toMatchObject({ code: 'paper_not_found' });
    const rows = (await readXlsx((await takes('surat.xlsx')).bytes)) ?? [];
    expect(
      rows
        .slice(1)
        .map((row) => row[7])
        .sort(),
    ).toEqual([...codes].sort());
    expect(rows.slice(1).every((row) => row[6] === '18000')).toBe(true);
  });
});
