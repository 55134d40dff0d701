import { describe, expect, test } from 'vitest';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { PaperContent } from '../../../shared/domain/papers/paper.ts';
import { settledPapers } from '../../../shared/domain/papers/paper-defaults.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import { type PaperFacts, paperContent } from '../../../shared/domain/papers/write-paper.ts';
import { paymentOf } from '../../../shared/domain/payments/payment-of.ts';
import { officeOrderIn, shopOf } from '../examples.ts';

const handover = (at: string, but: Partial<Order['handovers'][number]> = {}): Order['handovers'][number] => ({
  handoverId: at,
  at,
  month: '2026-11',
  by: 'bayu',
  receivedBy: 'Bayu',
  condition: 'good',
  lines: [],
  rupiah: 61_000,
  ...but,
});
const order = officeOrderIn('received', {
  receivedRupiah: 61_000,
  handovers: [handover('2026-11-11T20:00:00.000Z')],
  deliverTo: { address: 'Jl. Veteran 19', district: '35.73.02', note: 'Lewat pintu samping' },
});
const facts = (but: Partial<PaperFacts> = {}): PaperFacts => ({
  order,
  payment: {
    ...paymentOf(order),
    state: 'confirmed',
    treasury: {
      kind: 'LS',
      number: '1/SP2D',
      on: '2026-12-28',
      rupiah: 61_000,
      withheld: [{ name: 'PPh 22', rupiah: 915, receiptNumber: 'NTPN1' }],
    },
  },
  agency: {
    agencyId: order.agencyId ?? '',
    cityCode: '35.73',
    name: 'Dinas Pendidikan',
    address: 'Jl. Veteran 19',
    createdAt: '2026-01-01T00:00:00.000Z',
    version: 1,
  },
  merchant: shopOf('dapur'),
  settings: {
    ...settledPapers({ letterhead: {}, signatories: [], extra: [], purchase: 'direct' }, { roles: [], terms: [] }),
  },
  sellerTaxes: undefined,
  cityName: 'Kota Malang',
  districtName: 'Klojen',
  logo: undefined,
  photos: [],
  day: '2027-01-04',
  zone: 'Asia/Jakarta',
  ...but,
});
const written = (kind: PaperKind, but: Partial<PaperFacts> = {}) => paperContent(kind, null, facts(but));

describe('what a paper says', () => {
  test('is of the shape that is kept, in each kind', () => {
    for (const kind of Object.keys(paperKinds) as PaperKind[]) {
      const content = written(kind);
      expect(PaperContent.parse(content), kind).toEqual(content);
    }
  });

  test('has its place, and the year whose budget pays, not the year it is written in', () => {
    expect(written('kuitansi')).toMatchObject({ on: '2027-01-04', place: 'Malang', budgetYear: '2026' });
    expect(written('kuitansi', { cityName: 'Kabupaten Malang' }).place).toBe('Malang');
    expect(written('kuitansi', { cityName: 'Kotabaru' }).place).toBe('Kotabaru');
  });

  test.each(['surat-pesanan', 'spk'] as const)('names in a %s the day and the place of delivery', (kind) => {
    expect(written(kind).delivery).toEqual({
      on: '2026-11-12',
      fetched: false,
      place: 'Jl. Veteran 19, Klojen',
      remarks: 'Lewat pintu samping',
    });
    const fetched = {
      ...order,
      delivery: { way: 'pick-up' as const, feeRupiah: 0, pickUp: { address: 'Sentra Klojen', hours: 'Senin 07.00' } },
    };
    expect(written(kind, { order: fetched }).delivery).toMatchObject({ fetched: true, place: 'Sentra Klojen' });
  });

  test('tells money on the papers of money alone', () => {
    const telling = (Object.keys(paperKinds) as PaperKind[]).filter((kind) => written(kind).payment !== null);
    expect(telling).toEqual(['kuitansi', 'bukti-bayar', 'pajak']);
    expect(written('bukti-bayar').payment).toMatchObject({
      rupiah: 61_000,
      withheld: [{ name: 'PPh 22', rupiah: 915, receiptNumber: 'NTPN1' }],
    });
  });

  test('is dated by the handover in the city’s zone, and no earlier remark is lost', () => {
    expect(written('bast').handover).toMatchObject({ on: '2026-11-12', condition: 'Baik' });
    const parts = [
      handover('2026-11-10T01:00:00.000Z', {
        condition: 'with-remarks',
        remarks: 'Kurang 2 kotak',
        receivedBy: 'Ratna',
      }),
      handover('2026-11-12T01:00:00.000Z'),
    ];
    expect(written('bast', { order: { ...order, handovers: parts } }).handover).toMatchObject({
      on: '2026-11-12',
      earlier: [{ on: '2026-11-10', receivedBy: 'Ratna', condition: 'Ada catatan', remarks: 'Kurang 2 kotak' }],
    });
    const photos = [
      { orderId: order.orderId, photoId: 'pht_1', side: 'buyer', at: '2026-11-11T20:00:00.000Z' },
    ] as unknown as PaperFacts['photos'];
    expect(written('foto', { photos }).photos).toMatchObject([{ on: '2026-11-12' }]);
  });

  test('refers to the order letter that was issued, and gives the office’s tax number on papers of taxes alone', () => {
    const orderPaper = { number: '7/SP/2026', on: '2026-11-10' };
    expect(written('bast', { orderPaper }).orderPaper).toEqual(orderPaper);
    expect(written('surat-pesanan', { orderPaper })).not.toHaveProperty('orderPaper');
    const settings = { ...facts().settings, npwp: '0012345678901000' };
    expect(written('pajak', { settings }).officeNpwp).toBe('0012345678901000');
    expect(written('surat-pesanan', { settings })).not.toHaveProperty('officeNpwp');
  });

  test('has a stamp above five million on a receipt and on an agreement, on nothing else', () => {
    const dear = { ...order, totalRupiah: 60_000_000, receivedRupiah: 60_000_000 };
    const stamped = (Object.keys(paperKinds) as PaperKind[]).filter(
      (kind) => written(kind, { order: dear }).stampRupiah !== null,
    );
    expect(stamped).toEqual(['kuitansi', 'spk']);
    expect(written('kuitansi', { order: { ...order, receivedRupiah: 5_000_000 } }).stampRupiah).toBeNull();
  });

  test('is signed by who signs such a paper, and by nobody named where none of them does', () => {
    const signatories = [
      { role: 'PPK', name: 'Ratna', nip: '198609262015051001' },
      { role: 'Bendahara Pengeluaran', name: 'Teguh', part: 'treasurer' as const },
    ];
    const settings = { ...facts().settings, signatories };
    const signed = (kind: PaperKind) => written(kind, { settings }).signatories.map(({ name }) => name);
    expect(signed('surat-pesanan')).toEqual(['Ratna']);
    expect(signed('kuitansi')).toEqual(['Ratna', 'Teguh']);
    expect(signed('bast')).toEqual(['Ratna']);
    expect(signed('pajak')).toEqual(['Teguh']);
    expect(signed('pemeriksaan')).toEqual([]);
    expect(PaperContent.parse(written('kuitansi', { settings })).signatories[0]).toEqual(signatories[0]);
  });

  test('orders work by terms: the city’s, and otherwise those of the rule of the day, which say whether they were read', () => {
    const { terms: own } = written('spk');
    expect(own?.lines.join(' ')).toMatch(/denda seperseribu.*berita acara|berita acara.*denda seperseribu/);
    expect(own).toMatchObject({ confirmed: false, source: expect.stringContaining('Perpres 16/2018') });
    const settings = { ...facts().settings, terms: ['Bayar 14 hari setelah BAST.'] };
    const said = { lines: settings.terms, source: 'ketentuan Kota Malang', confirmed: true };
    expect(written('spk', { settings }).terms).toEqual(said);
    for (const kind of (Object.keys(paperKinds) as PaperKind[]).filter((one) => one !== 'spk'))
      expect(written(kind), kind).not.toHaveProperty('terms');
    expect(written('spk', { day: '2018-01-01' })).not.toHaveProperty('terms');
  });
});
