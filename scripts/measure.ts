/*
 * npm run --silent measure -- [--group <column>] [--orders <m>] < file.csv
 *
 * Any list of merchants beside the published figures: the code is the snapshot's own. Columns `id,amount` and any
 * others, comma separated, quoted as in RFC 4180, UTF-8; amounts are whole rupiah of any size, unsold merchants are 0.
 * Prints every measure as JSON, or nothing: a mistake in the file is one sentence with its line on stderr, and exit
 * status 1.
 */

import { parseArgs } from 'node:util';
import { Advice, advise } from '../infra/local/advice.ts';
import { type Amount, wholeRupiah } from '../shared/domain/equity/measures/amount.ts';
import { measuresOf } from '../shared/domain/equity/measures/ascending-pass.ts';
import { decompose } from '../shared/domain/equity/measures/decompose.ts';
import { type Line, linesOf, textOf } from './csv-lines.ts';

/** Every district of the country, and less than what one JSON text can hold. */
const MOST_GROUPS = 10_000;

/** A value as it can be shown in one line. */
const shown = (value: string): string => JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);

const amountOf = (digits: string, line: number): Amount => {
  if (!/^[0-9]+$/.test(digits)) {
    throw new Advice(
      `Baris ${line}: amount ${shown(digits)} bukan bilangan bulat rupiah; tulis angkanya saja, misalnya 1500000 atau 0.`,
    );
  }
  return wholeRupiah(BigInt(digits));
};

const columnOf = ({ number, fields }: Line, column: string): number => {
  const index = fields.indexOf(column);
  if (index < 0) {
    const there = fields.slice(0, 20).map(shown).join(', ');
    throw new Advice(
      `Baris ${number}: kolom ${shown(column)} tidak ada, yang ada: ${there}; tulis namanya persis dan pisahkan kolom dengan koma.`,
    );
  }
  // Taking the first of two would measure something nobody asked for.
  if (fields.includes(column, index + 1)) {
    throw new Advice(`Baris ${number}: kolom ${shown(column)} ada lebih dari sekali; beri nama lain pada yang kedua.`);
  }
  return index;
};

const filled = (value: string, column: string, line: number, mend: string): string => {
  if (value.trim() !== '') return value;
  throw new Advice(`Baris ${line}: kolom ${shown(column)} kosong; ${mend}.`);
};

/** The amounts of all, and of each group by its name. An id may stand on one line only: nobody counts twice. */
const read = async (lines: AsyncIterable<Line>, group: string | undefined) => {
  const all: Amount[] = [];
  const groups = new Map<string, Amount[]>();
  const lineOf = new Map<string, number>();
  let header: string[] | undefined;
  let [idPlace, amountPlace, groupPlace] = [0, 0, 0];

  for await (const line of lines) {
    const { number, fields } = line;
    if (header === undefined) {
      header = fields;
      [idPlace, amountPlace] = [columnOf(line, 'id'), columnOf(line, 'amount')];
      groupPlace = group === undefined ? 0 : columnOf(line, group);
      continue;
    }
    if (fields.length !== header.length) {
      throw new Advice(
        `Baris ${number}: ada ${fields.length} kolom, seharusnya ${header.length}; apit isi yang memuat koma dengan tanda kutip.`,
      );
    }
    const id = filled(fields[idPlace] as string, 'id', number, 'tiap UMKM perlu id agar tidak terhitung dua kali');
    const earlier = lineOf.get(id);
    if (earlier !== undefined) {
      throw new Advice(`Baris ${number}: id ${shown(id)} sudah ada di baris ${earlier}; satu UMKM satu baris.`);
    }
    lineOf.set(id, number);
    const amount = amountOf(fields[amountPlace] as string, number);
    all.push(amount);
    if (group === undefined) continue;
    const name = filled(fields[groupPlace] as string, group, number, 'isi namanya, misalnya tidak diketahui');
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [amount]);
    else members.push(amount);
    if (groups.size > MOST_GROUPS) {
      throw new Advice(
        `Baris ${number}: kolom ${shown(group)} punya lebih dari ${MOST_GROUPS} nilai; pilih kolom dengan kelompok yang lebih besar.`,
      );
    }
  }
  if (header === undefined) throw new Advice('Baris 1: berkas kosong; baris pertama harus id,amount.');
  return { all, groups };
};

const optionsOf = (args: string[]) => {
  try {
    const { values } = parseArgs({ args, options: { group: { type: 'string' }, orders: { type: 'string' } } });
    if (values.orders === undefined || /^[0-9]{1,15}$/.test(values.orders)) return values;
  } catch {
    // An unknown option is answered like a wrong number.
  }
  throw new Advice('Pemakaian: npm run --silent measure -- [--group <kolom>] [--orders <jumlah pesanan>] < berkas.csv');
};

const report = async (args: string[]) => {
  const { group, orders } = optionsOf(args);
  const { all, groups } = await read(linesOf(textOf(process.stdin)), group);
  const measures = measuresOf(all, orders === undefined ? {} : { orders: Number(orders) });
  if (group === undefined) return measures;

  const measured = [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, amounts]) => ({ name, measures: measuresOf(amounts) }));
  const { groups: parts, ...decomposition } = decompose(measured);
  const partOf = new Map(parts.map((part) => [part.name, part]));
  return {
    ...measures,
    decomposition: { column: group, ...decomposition },
    groups: measured.map(({ name, measures }) => ({ name, ...partOf.get(name), measures })),
  };
};

// Whoever reads may stop early (`| head`); that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

await advise(async () => {
  process.stdout.write(`${JSON.stringify(await report(process.argv.slice(2)), null, 2)}\n`);
});
