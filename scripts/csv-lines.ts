import { Advice } from '../infra/local/advice.ts';

export type Line = { number: number; fields: string[] };

/** RFC 4180 records with the line each begins on. Lines may end in LF, CRLF or CR; empty lines are passed over. */
export async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let [fields, field]: [string[], string] = [[], ''];
  let where: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let [number, begins, previous] = [1, 1, ''];

  for await (const part of text) {
    for (const letter of part) {
      const isBreak = letter === '\n' || letter === '\r';
      const isSecondHalf = letter === '\n' && previous === '\r';
      previous = letter;
      // U+FFFD is what the decoder writes for bytes that are no UTF-8; a zero byte is UTF-16 or no text at all.
      if (letter === '\uFFFD' || letter === '\0')
        throw new Advice(`Baris ${number}: ada huruf yang bukan UTF-8; simpan ulang berkas sebagai CSV UTF-8.`);
      if (where === 'quoted') {
        if (letter === '"') where = 'closed';
        else field += letter;
      } else if (letter === '"' && where !== 'plain') {
        if (where === 'closed') field += letter;
        where = 'quoted';
      } else if (letter === ',' || (isBreak && !isSecondHalf)) {
        fields.push(field);
        [field, where] = ['', 'start'];
      } else if (!isBreak) {
        if (where === 'closed' || letter === '"')
          throw new Advice(
            `Baris ${number}: tanda kutip tidak pada tempatnya; apit seluruh isi kolom dan tulis "" di dalamnya.`,
          );
        field += letter;
        where = 'plain';
      }
      if (!isBreak || isSecondHalf) continue;
      number += 1;
      if (where === 'quoted') continue;
      if (fields.length > 1 || fields[0] !== '') yield { number: begins, fields };
      [fields, begins] = [[], number];
    }
  }
  if (where === 'quoted')
    throw new Advice(`Baris ${begins}: tanda kutip tidak ditutup; tambahkan " di akhir isi kolom.`);
  if (fields.length > 0 || field !== '') yield { number: begins, fields: [...fields, field] };
}

/** The text of bytes, without a byte order mark. */
export async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8');
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
  } catch (error) {
    throw new Advice(`Berkas tidak dapat dibaca (${(error as Error).message}); periksa nama dan izinnya.`);
  }
  yield decoder.decode();
}
