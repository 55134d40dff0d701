import { Category } from '../../basics/category.ts';
import { categories } from '../../basics/category-labels.ts';
import { countOf, isMoreThan, type Row } from './cells.ts';
import { districtFinder, type Gathering, placedIn, type Reading } from './row-reader.ts';
import { textSet } from './row-set.ts';
import { type Asked, added, topTerms } from './top-terms.ts';

const codes = new Map<string, Category>(
  Category.options.flatMap((code): [string, Category][] => [
    [code, code],
    [categories[code].toLowerCase(), code],
  ]),
);
/** A category of the market, null where it is left out; undefined when nobody knows it. */
const categoryOf = (row: Row): Category | null | undefined => {
  const typed = row.text('category').toLowerCase();
  if (typed === '') return null;
  return (
    codes.get(typed) ??
    row.flaw('category', `Kategori tidak dikenal. Pakai kode pasar, misalnya ${Category.options[0]}.`)
  );
};
const HOUR = /^([01]?\d|2[0-3])(:00)?$/;
const hourOf = (row: Row): number | null | undefined => {
  const typed = row.text('hour');
  if (typed === '') return null;
  const found = HOUR.exec(typed)?.[1];
  return found === undefined ? row.flaw('hour', 'Tulis jam 0 sampai 23.') : Number(found);
};
/** Numbers of phones and houses are no goods: what looks like one, however it is grouped, is counted and not kept as a word. */
const PERSONAL = /(?:\p{Nd} ?){5}|@|\b(jl|jalan|rt|rw|no)\b/u;
const MOST_LETTERS = 40;
/** Almost every word is of these alone, and then there is nothing to look for. */
const PLAIN = /^[a-z]{3,}( [a-z]{3,})*$/;
const termOf = (row: Row): string => {
  const typed = row.text('term').toLowerCase();
  if (typed.length <= MOST_LETTERS && PLAIN.test(typed) && !PERSONAL.test(typed)) return typed;
  const term = typed
    .replaceAll(/[^\p{L}\p{N}@ ]+/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
  return term.length > MOST_LETTERS || PERSONAL.test(term) ? '' : term;
};

/** What people looked for, and how often nobody had it, by kecamatan, category and hour. */
export const demandOf = (reading: Reading & { readonly mostRows: number }): Gathering => {
  const find = districtFinder(reading.districts);
  const cells = new Map<string, Asked & { district: string; category: Category | null }>();
  const [seen, terms, hours] = [textSet(reading.mostRows), topTerms(), new Array<number>(24).fill(0)];
  let hidden = 0;
  const count = (district: string, category: Category | null, row: Row, asked: Asked, hour: number | null) => {
    const key = `${district} ${category ?? ''}`;
    const cell = cells.get(key) ?? { district, category, requests: 0, unserved: null };
    cells.set(key, cell);
    cell.requests += asked.requests;
    cell.unserved = added(cell.unserved, asked.unserved);
    if (hour !== null) hours[hour] = (hours[hour] ?? 0) + asked.requests;
    const term = termOf(row);
    if (term !== '') terms.add(key, term, asked);
  };
  return {
    take: (row) => {
      const district = placedIn(row, reading, find);
      const [category, hour] = [categoryOf(row), hourOf(row)];
      const [requests, unserved] = [countOf(row, 'requests'), countOf(row, 'unserved')];
      if (requests === null) row.flaw('requests', 'Jumlah dicari wajib diisi; tulis -1 bila di bawah 10.');
      if (isMoreThan(unserved, requests))
        row.flaw('unserved', 'Yang tidak terlayani lebih banyak daripada yang dicari.');
      if (!district || category === undefined || hour === undefined || requests == null || unserved === undefined)
        return;
      if (!seen.add(`${district}|${category}|${row.text('term').toLowerCase()}|${hour}`)) {
        row.flaw('term', 'Kecamatan, kategori, kata, dan jam ini sudah ada di baris lain. Sisakan satu baris.');
        return;
      }
      if (requests < 0) hidden += 1;
      else
        count(
          district,
          category,
          row,
          { requests, unserved: unserved !== null && unserved < 0 ? null : unserved },
          hour,
        );
    },
    figures: () => ({
      kind: 'demand',
      hours,
      hidden,
      cells: [...cells].map(([key, cell]) => ({ ...cell, terms: terms.of(key) })),
    }),
  };
};
