/*
 * npm run --silent measure -- [--group <column>] [--orders <m>] < file.csv
 *
 * Any list of merchants beside the published figures: the code is the snapshot's own. Columns `id,amount` and any
 * others, comma separated, quoted as in RFC 4180, UTF-8; amounts are whole rupiah of any size, unsold merchants are 0.
 * Prints every measure as JSON; a mistake in the file is one sentence with its line on stderr, and exit status 1.
 */
import { parseArgs } from 'node:util';
import { type Amount, wholeRupiah } from '../shared/domain/equity/amount.ts';
import { measuresOf } from '../shared/domain/equity/ascending-pass.ts';
import { decompose } from '../shared/domain/equity/decompose.ts';

class Mistake extends Error {}

type Line = { number: number; fields: string[] };

/** RFC 4180 records with the line each begins on. Lines may end in LF, CRLF or CR; empty lines are passed over. */
async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<Line> {
  let [fields, field]: [string[], string] = [[], ''];
  let where: 'start' | 'plain' | 'quoted' | 'closed' = 'start';
  let [number, begins, previous] = [1, 1, ''];

  for await (const part of text) {
    for (const letter of part) {
      const isBreak = letter === '\n' || letter === '\r';
      const isSecondHalf = letter === '\n' && previous === '\r';
      previous = letter;
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
          throw new Mistake(`Baris ${number}: tanda kutip tidak pada tempatnya.`);
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
  if (where === 'quoted') throw new Mistake(`Baris ${begins}: tanda kutip tidak ditutup.`);
  if (fields.length > 0 || field !== '') yield { number: begins, fields: [...fields, field] };
}

async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError ? new Mistake('Berkas bukan teks UTF-8.') : error;
  }
}

const amountOf = (digits: string, line: number): Amount => {
  if (/^[0-9]+$/.test(digits)) return wholeRupiah(BigInt(digits));
  throw new Mistake(`Baris ${line}: amount "${digits}" bukan bilangan bulat rupiah (0, 1, 2, …).`);
};

const columnOf = (header: string[], column: string): number => {
  const place = header.indexOf(column);
  if (place >= 0) return place;
  throw new Mistake(`Baris 1: kolom "${column}" tidak ada; yang ada: ${header.join(', ')}.`);
};

/** The amounts of all, and of each group by its name. An id may stand on one line only: nobody counts twice. */
const read = async (lines: AsyncIterable<Line>, group: string | undefined) => {
  const all: Amount[] = [];
  const groups = new Map<string, Amount[]>();
  const lineOf = new Map<string, number>();
  let header: string[] | undefined;
  let [idPlace, amountPlace, groupPlace] = [0, 0, 0];

  for await (const { number, fields } of lines) {
    if (header === undefined) {
      header = fields;
      [idPlace, amountPlace] = [columnOf(header, 'id'), columnOf(header, 'amount')];
      groupPlace = group === undefined ? 0 : columnOf(header, group);
      continue;
    }
    if (fields.length !== header.length) {
      throw new Mistake(`Baris ${number}: ada ${fields.length} kolom, seharusnya ${header.length}.`);
    }
    const [id, name] = [fields[idPlace] as string, fields[groupPlace] as string];
    const earlier = lineOf.get(id);
    if (earlier !== undefined) throw new Mistake(`Baris ${number}: id "${id}" sudah ada di baris ${earlier}.`);
    lineOf.set(id, number);
    const amount = amountOf(fields[amountPlace] as string, number);
    all.push(amount);
    if (group === undefined) continue;
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [amount]);
    else members.push(amount);
  }
  if (header === undefined) throw new Mistake('Baris 1: berkas kosong; baris pertama harus id,amount.');
  return { all, groups };
};

const optionsOf = (args: string[]) => {
  try {
    const { values } = parseArgs({ args, options: { group: { type: 'string' }, orders: { type: 'string' } } });
    if (values.orders === undefined || /^[0-9]{1,15}$/.test(values.orders)) return values;
  } catch {
    // An unknown option is answered like a wrong number.
  }
  throw new Mistake(
    'Pemakaian: npm run --silent measure -- [--group <kolom>] [--orders <jumlah pesanan>] < berkas.csv',
  );
};

const report = async (args: string[]) => {
  const { group, orders } = optionsOf(args);
  const { all, groups } = await read(linesOf(textOf(process.stdin)), group);
  const measures = measuresOf(all, orders === undefined ? {} : { orders: Number(orders) });
  if (group === undefined) return measures;

  const measured = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, amounts]) => ({ name, measures: measuresOf(amounts) }));
  const { theil, ge2, groups: parts } = decompose(measured);
  const partOf = new Map(parts.map((part) => [part.name, part]));
  return {
    ...measures,
    decomposition: { column: group, theil, ge2 },
    groups: measured.map(({ name, measures }) => ({ name, ...partOf.get(name), measures })),
  };
};

try {
  process.stdout.write(`${JSON.stringify(await report(process.argv.slice(2)), null, 2)}\n`);
} catch (error) {
  if (!(error instanceof Mistake)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
