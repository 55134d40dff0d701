import { describe, expect, test } from 'vitest';
import { drawPages } from '../../../functions/papers/draw/draw-paper.ts';
import { bytesOf } from '../../../functions/print/pdf-paper.ts';
import { newTagged } from '../../../functions/print/tagged-page.ts';
import type { Paper } from '../../../shared/domain/papers/paper.ts';
import { type PaperKind, paperKinds } from '../../../shared/domain/papers/paper-kinds.ts';
import { spkTermsOn } from '../../../shared/rules/spk-terms.ts';
import { paper as examplePaper } from './example-paper.ts';

const terms = { lines: [...(spkTermsOn('2026-11-27')?.terms ?? [])], source: 'Perpres 16/2018', confirmed: false };
const PHOTO = 'pht_00000000000000000000000001';
const paper = (kind: PaperKind, lines: number, but: Partial<Paper['content']> = {}): Paper =>
  examplePaper(kind, {
    place: 'Malang',
    delivery: { on: '2026-11-26', fetched: false, place: 'Jl. Veteran 19, Klojen' },
    shop: { name: 'Dapur Bu Sri', owner: 'Sri Wahyuni', address: 'Jl. Ijen 1' },
    rupiah: 36_000 * lines,
    payment: { kind: 'LS', number: '1/SP2D', on: '2026-11-27', rupiah: 36_000 * lines, withheld: [] },
    stampRupiah: 10_000,
    handover: { at: '2026-11-26T03:00:00.000Z', on: '2026-11-26', receivedBy: 'Bayu', condition: 'Baik' },
    lines: Array.from({ length: lines }, (_, at) => ({
      name: `Barang ${at}`,
      unit: 'kotak',
      quantity: 2000,
      received: 1998,
      priceRupiah: 18,
    })),
    photos: Array.from({ length: Math.min(lines, 8) }, () => ({
      photoId: PHOTO,
      side: 'buyer' as const,
      at: '2026-11-26T03:00:00.000Z',
    })),
    taxes: [{ name: 'PPh 22', rate: '1,5%', baseRupiah: 36_000 * lines, rupiah: 540 * lines, source: 'PMK 59/2022' }],
    signatories: [
      { role: 'Kuasa Pengguna Anggaran selaku Pejabat Pembuat Komitmen', name: 'Hendra', nip: '198609262015051001' },
      { role: 'Bendahara Pengeluaran', name: 'Teguh', nip: '198407062006042020' },
    ],
    ...(kind === 'spk' ? { terms } : {}),
    ...but,
  });

type Said = { readonly page: number; readonly text: string; readonly top: number };
type Read = { readonly said: readonly Said[]; readonly pages: number };
/** What is written on which page of each paper, in its order, without the code at the foot. */
const readAll = async (papers: readonly Paper[]): Promise<Read[]> => {
  const page = await newTagged('x', '2026-11-27T03:00:00.000Z');
  let said: Said[] = [];
  let at = 0;
  page.doc.on('pageAdded', () => at++);
  const write = page.doc.text.bind(page.doc) as (...all: unknown[]) => PDFKit.PDFDocument;
  page.doc.text = ((text: string, x: number, y: number, look: object) => {
    if (!/^(Periksa keaslian|Kode [A-Z0-9]{5}-|Halaman )/.test(text)) said.push({ page: at, text, top: y });
    return write(text, x, y, look);
  }) as typeof page.doc.text;
  const found: Read[] = [];
  for (const one of papers) {
    if (found.length > 0) page.doc.addPage();
    said = [];
    at = 0;
    drawPages(page, one, new Map(), 'https://pasar.contoh.id');
    found.push({ said, pages: at + 1 });
  }
  page.part.end();
  await bytesOf(page.doc);
  return found;
};
const read = async (one: Paper): Promise<Read> => (await readAll([one]))[0] as Read;
const cases = (Object.keys(paperKinds) as PaperKind[]).flatMap((kind) =>
  [1, 3, 6, 9, 12, 14, 16, 18, 20, 22, 24, 40].map((lines) => [kind, lines] as const),
);

describe('the pages of a paper', () => {
  test('never hold signatures alone, never part them, and say again what the columns are', async () => {
    const all = await readAll(cases.map(([kind, lines]) => paper(kind, lines)));
    for (const [index, [kind, lines]] of cases.entries()) {
      const { said, pages } = all[index] as Read;
      const named = `${kind} of ${lines}`;
      const last = said.filter(({ page }) => page === pages - 1);
      const signs = said.filter(({ text }) => /^(Hendra|Teguh|NIP |Sri Wahyuni$|Penjual,)/.test(text));
      expect(signs.length, named).toBeGreaterThanOrEqual(kind === 'nota' ? 2 : 6);
      expect(new Set(signs.map(({ page }) => page)), named).toEqual(new Set([pages - 1]));
      const first = last.findIndex(({ text }) => /^(Kuasa|Malang, |Penerima barang)/.test(text));
      expect(first, named).toBeGreaterThan(0);
      for (let page = 0; page < pages; page++) {
        const texts = said.filter((one) => one.page === page).map(({ text }) => text);
        const heads = texts.lastIndexOf('Uraian');
        // Nothing under its heads: they were left behind.
        if (heads >= 0) expect(texts.length, named).toBeGreaterThan(heads + 5);
        if (page > 0) expect(texts[0], named).not.toMatch(/^Barang/);
      }
      for (const { top, text } of said) expect(top, `${named}: ${text}`).toBeLessThan(740);
    }
  });

  test('cut no title, however long', async () => {
    const { said } = await read(paper('bast', 1));
    expect(said.map(({ text }) => text)).toContain('Kuasa Pengguna Anggaran selaku Pejabat Pembuat Komitmen,');
    expect(said.filter(({ text }) => text.endsWith('…'))).toEqual([]);
  });

  test('are signed by who took the goods, once', async () => {
    const names = async (signatories: Paper['content']['signatories']) =>
      (await read(paper('bast', 1, { signatories }))).said.filter(({ text }) => text === 'Bayu').length;
    expect(await names([])).toBe(1);
    expect(await names([{ role: 'Pengurus barang', name: 'Bayu' }])).toBe(1);
  });
});

describe('a paper that is read aloud', () => {
  test('begins with who writes it and ends with where it is checked, on each of its pages', async () => {
    const page = await newTagged('x', '2026-11-27T03:00:00.000Z');
    const said: string[] = [];
    const write = page.doc.text.bind(page.doc) as (...all: unknown[]) => PDFKit.PDFDocument;
    page.doc.text = ((text: string, ...more: unknown[]) => {
      said.push(text);
      return write(text, ...more);
    }) as typeof page.doc.text;
    drawPages(page, paper('bast', 40), new Map(), 'https://pasar.contoh.id');
    page.part.end();
    await bytesOf(page.doc);
    expect(said[0]).toBe('Pemerintah Kota Malang');
    const pages = said.filter((text) => text.startsWith('Halaman ')).length;
    expect(pages).toBeGreaterThan(1);
    expect(said.slice(-3 * pages).filter((text) => text.startsWith('Periksa keaslian'))).toHaveLength(pages);
  });
});

describe('a paper tells in its words', () => {
  const texts = async (one: Paper) => (await read(one)).said.map(({ text }) => text);

  test('the day and place of delivery where it orders, and the day of the handover where goods came', async () => {
    expect(await texts(paper('surat-pesanan', 1))).toEqual(
      expect.arrayContaining([
        'Kamis, 26 November 2026',
        'Diantar ke Jl. Veteran 19, Klojen',
        'Malang, 27 November 2026',
      ]),
    );
    expect((await texts(paper('bast', 1))).join(' ')).toContain('Pada hari Kamis, tanggal dua puluh enam November');
  });

  test('what both sides of a work order promise, numbered, with its rule and whether that was read', async () => {
    const said = await texts(paper('spk', 40));
    const at = said.indexOf('Syarat');
    expect(said.slice(at + 1, at + 3)).toEqual(['1.', terms.lines[0]]);
    for (const term of terms.lines) expect(said).toContain(term);
    expect(said).toContain('Dasar: Perpres 16/2018. Belum dicocokkan dengan naskah aturannya.');
    expect(said.join(' ')).toContain('Dinas Pendidikan memerintahkan Sri Wahyuni dari Dapur Bu Sri');
    expect(await texts(paper('surat-pesanan', 1))).not.toContain('Syarat');
  });

  test('that a nota is the shop’s, to the office, and nobody of the office signs it but who took the goods', async () => {
    const nota = await texts(paper('nota', 1));
    expect(nota[0]).toBe('Dapur Bu Sri');
    expect(nota).toEqual(expect.arrayContaining(['Kepada', 'Dinas Pendidikan, Jl. Veteran 19', 'Bayu', 'Sri Wahyuni']));
    expect(nota).not.toContain('Hendra');
    expect(nota).not.toContain('Pemerintah Kota Malang');
  });

  test('what of the goods was missing, in figures that can be read', async () => {
    expect(await texts(paper('pemeriksaan', 1))).toEqual(expect.arrayContaining(['2.000 kotak', 'Kurang 2 kotak']));
  });

  test('what was kept back of a payment, and what the shop got', async () => {
    const withheld = [{ name: 'PPh 22', rupiah: 540, receiptNumber: 'NTPN1' }];
    const payment = { kind: 'LS', number: '1', on: '2026-11-27', rupiah: 36_000, withheld };
    expect(await texts(paper('bukti-bayar', 1, { payment, taxes: [] }))).toEqual(
      expect.arrayContaining(['Dipungut: PPh 22, nomor bukti NTPN1', '−Rp540', 'Rp35.460']),
    );
  });
});
