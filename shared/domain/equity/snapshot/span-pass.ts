import { createHash } from 'node:crypto';
import { type Crossed, crossingCounter } from '../disclosure/crossing.ts';
import { cityFileWriter } from '../files/city-file.ts';
import type { ControlTotals } from '../measures/amount.ts';
import type { Cell } from './cell.ts';
import { cellCounter } from './cell-counter.ts';
import type { Grouped, Totals } from './city-totals.ts';
import type { Part } from './part.ts';
import { betweenOf } from './spread.ts';

type Named = { readonly code: string; readonly name: string };
/** Whose month it is, with the names its cells carry. */
export type CityMonth = {
  readonly cityCode: string;
  readonly month: string;
  readonly districts: readonly Named[];
  readonly categories: readonly Named[];
};

/** What a city's sorted file is known by. */
export type SortedFile = { readonly sha256: string; readonly merchants: number };
type FileBytes = SortedFile & { readonly bytes: Uint8Array };
export type Passed = {
  readonly total: Cell;
  readonly districts: (Cell & Named)[];
  readonly categories: (Cell & Named)[];
  readonly between: { districts: ReturnType<typeof betweenOf>; categories: ReturnType<typeof betweenOf> };
  readonly file: SortedFile;
  readonly control: ControlTotals;
  readonly crossing: readonly Crossed[];
};

/** One span of a city: every cell and the sorted file. Nothing grows but the file's bytes. */
export const spanPass = ({ cityCode, month, districts, categories }: CityMonth, control: Totals) => {
  const total = cellCounter(control.total);
  const groups = new Map([...control.of].map(([group, totals]) => [group, cellCounter(totals)]));
  const crossing = crossingCounter();
  const chunks: Uint8Array[] = [];
  const writer = cityFileWriter({ cityCode, month, ...control.total }, (chunk) => chunks.push(chunk));
  let file: SortedFile | undefined;
  const named = (codes: readonly Named[]) => {
    const ended = codes.flatMap(({ code, name }) => {
      const group = groups.get(code);
      return group ? [{ code, name, ...group.end() }] : [];
    });
    return {
      cells: ended.map(({ code, name, cell }) => ({ code, name, ...cell })),
      between: betweenOf(ended.map(({ code, measures }) => ({ name: code, measures }))),
    };
  };
  return {
    amount: ({ district, category }: Grouped, rupiah: number): void => {
      total.amount(rupiah);
      writer.add(rupiah);
      crossing.add(district, category, rupiah);
      groups.get(district)?.amount(rupiah);
      groups.get(category)?.amount(rupiah);
    },
    part: ({ district, category }: Grouped, part: Part): void => {
      total.part(part);
      groups.get(district)?.part(part);
      groups.get(category)?.part(part);
    },
    /** The sorted file, once, when its list has ended. @throws EquityError ControlTotalsDiffer */
    file: (): FileBytes => {
      writer.end();
      const bytes = Buffer.concat(chunks.splice(0));
      file = { sha256: createHash('sha256').update(bytes).digest('hex'), merchants: control.total.count };
      return { ...file, bytes };
    },
    end: (): Passed => {
      if (!file) throw new Error('the list has not ended');
      const { cell } = total.end();
      // A district that was struck off the list since keeps its cell: without it the others would tell it.
      const listed = new Set([...districts, ...categories].map(({ code }) => code));
      const struck = [...groups.keys()].filter((code) => !listed.has(code)).sort();
      const [byDistrict, byCategory] = [
        named([...districts, ...struck.map((code) => ({ code, name: code }))]),
        named(categories),
      ];
      return {
        total: cell,
        districts: byDistrict.cells,
        categories: byCategory.cells,
        between: { districts: byDistrict.between, categories: byCategory.between },
        file,
        control: control.total,
        crossing: crossing.end(),
      };
    },
  };
};
