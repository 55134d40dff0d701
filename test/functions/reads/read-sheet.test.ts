import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { readSheet } from '../../../functions/reads/sheets/read-sheet.ts';
import { Problem } from '../../../shared/problem.ts';

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

/** A ZIP file of these parts, packed. */
const zipped = (parts: Record<string, string | Buffer>): Buffer => {
  const files: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(parts)) {
    const packed = deflateRawSync(content);
    const front = Buffer.alloc(30);
    front.writeUInt32LE(0x04034b50);
    front.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(at, 42);
    files.push(front, Buffer.from(name), packed);
    entries.push(entry, Buffer.from(name));
    at += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, directory, end]);
};
const sheetOf = (xml: string | Buffer) => zipped({ 'xl/worksheets/sheet1.xml': xml });

describe('a spreadsheet', () => {
  test('is read as it was written, marks, blanks and long lists too', async () => {
    const rows = [
      ['KODE', 'NAMA & <tanda>', null, 'PAGU'],
      ...Array.from({ length: 2000 }, (_, at) => [`5.1.${at}`, 'é "x"', null, at]),
    ];
    const read = readSheet(await workbook(rows));
    expect(read).toHaveLength(2001);
    expect(read[0]).toEqual(['KODE', 'NAMA & <tanda>', '', 'PAGU']);
    expect(read[2000]).toEqual(['5.1.1999', 'é "x"', '', '1999']);
  });

  test('may be CSV of either separator, with quotes, a byte order mark, or of an old Windows', () => {
    const csv = (text: string, encoding: BufferEncoding = 'utf8') => readSheet(Buffer.from(text, encoding));
    expect(csv('\ufeffA;B\r\n"x;""y""\nz";2\r\n')).toEqual([
      ['A', 'B'],
      ['x;"y"\nz', '2'],
    ]);
    expect(csv('A,B\n1,"2"')).toEqual([
      ['A', 'B'],
      ['1', '2'],
    ]);
    expect(csv('Caf\u00e9;1', 'latin1')).toEqual([['Café', '1']]);
    expect(csv('"open;1')).toEqual([['open;1']]);
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
    ['too many lines', Buffer.from('a;b\n'.repeat(30_000)), /terlalu besar/],
  ])('that is %s is refused in words', (_, bytes, words) => {
    let told: unknown;
    try {
      readSheet(bytes);
    } catch (error) {
      told = error;
    }
    expect(told).toBeInstanceOf(Problem);
    expect((told as Problem).flaws[0]?.detail).toMatch(words);
  });

  test('of brackets without end is read in time that grows with its size alone', () => {
    // Quadratic reading would take minutes, and end this test by its time.
    expect(readSheet(sheetOf('<a '.repeat(330_000)))).toEqual([]);
    expect(readSheet(sheetOf(`<row r="1">${'<c r="A1" '.repeat(100_000)}`))).toEqual([[]]);
  });
});
