import type { Flaw } from '../../problem.ts';
import type { Tile } from './tile-layout.ts';

const repeated = (words: readonly string[]): number[] =>
  words.flatMap((word, index) => (words.indexOf(word) < index ? [index] : []));

/** What is wrong with squares as a whole: a district twice, two districts on one square, a district of another city. */
export const tileFlaws = (tiles: readonly Tile[], districts: readonly string[]): Flaw[] => {
  const at = (index: number, field: string, detail: string): Flaw => ({ pointer: `/tiles/${index}/${field}`, detail });
  return [
    ...repeated(tiles.map(({ code }) => code)).map((index) => at(index, 'code', 'Kecamatan ini sudah punya tempat.')),
    ...repeated(tiles.map(({ row, column }) => `${row} ${column}`)).map((index) =>
      at(index, 'row', 'Baris dan kolom ini sudah dipakai kecamatan lain.'),
    ),
    ...tiles.flatMap(({ code }, index) =>
      districts.includes(code) ? [] : [at(index, 'code', `Tidak ada kecamatan ${code} di kota ini.`)],
    ),
  ];
};
