import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSheet } from '../../../functions/reads/sheets/read-sheet.ts';
import { Problem } from '../../../shared/problem.ts';
import { zipped } from './zipped.ts';

const workbook = (rows: (string | number | null)[][]) =>
  writeExcelFile(
    [
      {
        sheet: 'A',
        data: rows.map((row) =>
          row.map((value) => (value === null ? null : { value, type: typeof value === 'number' ? Number : String })),
        ) as never,
      },
    ],
    {},
  ).toBuffer();

const sheetOf = (xml: string | Buffer) => zipped({ 'xl/worksheets/sheet1.xml': xml });

const book = (sheet: string, texts: string) =>
  zipped({ 'xl/worksheets/sheet1.xml': sheet, 'xl/sharedStrings.xml': texts });
/** Letters that do not pack well. */
const words = (letters: number): string =>
  Array.from({ length: Math.ceil(letters / 8) }, (_, at) =>
    ((at * 2_654_435_761) % 2 ** 32).toString(36).padStart(8, 'x'),
  ).join('');
/** One text of thirty thousand letters, and so many cells that say it. */
const namedBy = (cells: number) =>
  book(
    Array.from({ length: cells }, (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`).join(''),
    `<si><t>${words(30_000)}</t></si>`,
  );
/** A word that stands for ten of the next, nine times over. */
const laughs = `<!DOCTYPE x [<!ENTITY lol "lol">${Array.from({ length: 9 }, (_, at) => `<!ENTITY lol${at + 1} "${`&lol${at || ''};`.repeat(10)}">`).join('')}]>`;
/** A file whose directory says that its sheet begins there. */
const pointing = (at: number): Buffer => {
  const file = sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>');
  file.writeUInt32LE(at, file.readUInt32LE(file.length - 6) + 42);
  return file;
};

describe('a spreadsheet', () => {
  test('is read as it was written, marks, blanks and long lists too', async () => {
    const rows = [
      ['KODE', 'NAMA & <tanda>', null, 'PAGU'],
      ...Array.from({ length: 2000 }, (_, at) => [`5.1.${at}`, 'é "x"', null, at]),
    ];
    const read = await readSheet(await workbook(rows));
    expect(read).toHaveLength(2001);
    expect(read[0]).toEqual(['KODE', 'NAMA & <tanda>', '', 'PAGU']);
    expect(read[2000]).toEqual(['5.1.1999', 'é "x"', '', '1999']);
  });

  test('may be CSV of either separator, with quotes, a byte order mark, or of an old Windows', async () => {
    const csv = (text: string, encoding: BufferEncoding = 'utf8') => readSheet(Buffer.from(text, encoding));
    expect(await csv('\ufeffA;B\r\n"x;""y""\nz";2\r\n')).toEqual([
      ['A', 'B'],
      ['x;"y"\nz', '2'],
    ]);
    expect(await csv('A,B\n1,"2"')).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
    expect(await csv('Caf\u00e9;1', 'latin1')).toEqual([['Café', '1']]);
    expect(await csv('"open;1')).toEqual([['open;1']]);
  });

  test.each([
    ['nothing', Buffer.alloc(0), /kosong/],
    ['a PDF', Buffer.from('%PDF-1.7'), /PDF/],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /XLS lama/],
    ['a ZIP of something else', zipped({ 'a.txt': 'x' }), /bukan lembar/],
    ['a cut file', sheetOf('<row r="1"><c r="A1"><v>1</v></c></row>').subarray(0, 40), /bukan lembar|rusak/],
    [
      'a cell at the end of the world',
      sheetOf('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
      /terlalu besar/,
    ],
    ['a bomb', sheetOf(Buffer.alloc(200 * 1024 * 1024, 32)), /terlalu besar/],
    ['a smaller bomb, by how often it repeats', sheetOf(Buffer.alloc(8 * 1024 * 1024, 32)), /terlalu besar/],
    [
      'a book of too many texts',
      zipped({
        'xl/worksheets/sheet1.xml': '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        'xl/sharedStrings.xml': Array.from({ length: 210_000 }, (_, at) => `<si><t>${at}</t></si>`).join(''),
      }),
      /terlalu besar/,
    ],
    [
      'too many parts',
      zipped(Object.fromEntries(Array.from({ length: 2_100 }, (_, at) => [`xl/${at}.xml`, 'x']))),
      /terlalu besar/,
    ],
    ['a cell without an end', sheetOf(`<row r="1"><c r="A1"><v>${words(40_000)}</v></c></row>`), /terlalu besar/],
    [
      'a cell of pieces without an end',
      sheetOf(`<row r="1"><c r="A1">${'<v>ab</v>'.repeat(99_000)}</c></row>`),
      /terlalu besar/,
    ],
    ['a text that every cell names', namedBy(900), /terlalu besar/],
    [
      'a text without an end',
      book('<row r="1"/>', `<si><t>${words(20_000)}</t><t>${words(20_000)}</t></si>`),
      /terlalu besar/,
    ],
    ['words that grow', sheetOf(`${laughs}<row r="1"><c r="A1"><v>&lol9;</v></c></row>`), /rusak/],
    ['texts that grow', book('<row r="1"/>', `${laughs}<si><t>&lol9;</t></si>`), /rusak/],
    ['a book in a book', zipped({ 'xl/worksheets/sheet1.xml.zip': sheetOf('<row r="1"/>') }), /bukan lembar/],
    ['a sheet that lies elsewhere', pointing(0xffff_fff0), /rusak/],
    ['a sheet that is its own directory', pointing(200), /rusak/],
    ['a sheet under a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), /kata sandi/],
    ['too many lines', Buffer.from('a;b\n'.repeat(30_000)), /terlalu besar/],
  ])('that is %s is refused in words', async (_, bytes, words) => {
    let told: unknown;
    try {
      await readSheet(bytes);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(Problem);
    expect((told as Problem).flaws[0]?.detail).toMatch(words);
  });

  test('is what its cells say, wherever it says that it ends', async () => {
    const xml = '<dimension ref="A1:XFD1048576"/><sheetData><row r="2"><c r="B2"><v>7</v></c></row></sheetData>';
    expect(await readSheet(sheetOf(xml))).toEqual([[], ['', '7']]);
    const texts = '<si><t>a&amp;b</t><rPh><t>x</t></rPh></si><si/>';
    const cells = '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>99</v></c></row>';
    expect(await readSheet(book(cells, texts))).toEqual([['a&b', '', '']]);
    expect(await readSheet(namedBy(500))).toHaveLength(500);
  });

  test('reads the same in whatever pieces it is unpacked', async () => {
    const rows = Array.from({ length: 3000 }, (_, at) => [`Kopi "é€" ${words(at % 50)}`, String(at)]);
    const xml = rows.map(([name, at]) => `<row><c t="str"><v>${name}</v></c><c><v>${at}</v></c></row>`).join('');
    expect(await readSheet(sheetOf(xml))).toEqual(rows);
  });

  test('of brackets without end is read in time that grows with its size alone', async () => {
    // Quadratic reading would take minutes, and end this test by its time.
    expect(await readSheet(sheetOf('<a '.repeat(330_000)))).toEqual([]);
    expect(await readSheet(sheetOf(`<row r="1">${'<c r="A1" '.repeat(100_000)}`))).toEqual([[]]);
  });
});
