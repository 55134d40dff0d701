import * as z from 'zod';
import type { Day } from '../basics/month.ts';
import { type PaperKind, paperKinds } from './paper-kinds.ts';

const roman = 'I II III IV V VI VII VIII IX X XI XII'.split(' ');
const DIGITS = 4;

/** What may stand in an office's pattern. Every part is as long as ever, or unlike its neighbours, so numbers stay apart. */
const parts = {
  nomor: ({ serial }) => String(serial).padStart(DIGITS, '0'),
  jenis: ({ kind }) => paperKinds[kind].code,
  tahun: ({ day }) => day.slice(0, 4),
  bulan: ({ day }) => day.slice(5, 7),
  romawi: ({ day }) => roman[Number(day.slice(5, 7)) - 1] as string,
} as const satisfies Record<string, (number: PaperSerial) => string>;

/** The serial of a paper: counted from 1 for each office, year and kind, without gaps. */
export type PaperSerial = { readonly kind: PaperKind; readonly serial: number; readonly day: Day };

const PART = /\{([a-z]+)\}/g;
const isPart = (name: string): name is keyof typeof parts => Object.hasOwn(parts, name);

/**
 * How an office writes its numbers, e.g. `{nomor}/{jenis}/DISDIK/{romawi}/{tahun}`. It must hold serial, kind and year:
 * without them two papers of an office could bear one number. Parts stand apart by a sign.
 */
export const NumberPattern = z
  .string()
  .max(80)
  .regex(
    /^(?:[A-Za-z0-9 ./-]|\{[a-z]+\})+$/,
    'Nomor berisi huruf, angka, spasi, garis miring, titik dan bagian seperti {nomor}.',
  )
  .superRefine((pattern, context) => {
    const names = [...pattern.matchAll(PART)].map(([, name]) => name ?? '');
    const flaw = (message: string) => context.addIssue({ code: 'custom', message });
    for (const name of names)
      if (!isPart(name)) flaw(`Bagian {${name}} tidak dikenal. Pakai {${Object.keys(parts).join('}, {')}}.`);
    for (const name of ['nomor', 'jenis', 'tahun'])
      if (names.filter((one) => one === name).length !== 1) flaw(`Nomor harus memuat {${name}} satu kali.`);
    if (/\}[^ ./-]|[^ ./-]\{/.test(pattern))
      flaw('Pisahkan bagian-bagian dengan garis miring, titik, strip atau spasi.');
  })
  .meta({ id: 'NumberPattern', example: '{nomor}/{jenis}/DISDIK/{romawi}/{tahun}' });

export const DEFAULT_PATTERN = '{jenis}-{tahun}-{bulan}-{nomor}';

/** A paper's number as the office writes it. */
export const paperNumber = (pattern: string, number: PaperSerial): string =>
  pattern.replace(PART, (whole, name: string) => (isPart(name) ? parts[name](number) : whole));

/** A counter of one office, year and kind: `last` was given, none below it was left out. */
export type PaperSeries = {
  readonly agencyId: string;
  readonly year: string;
  readonly kind: PaperKind;
  readonly last: number;
};

/** The key of the series a paper takes its number from: an office's own, of the year the paper is issued in. */
export const seriesOf = (agencyId: string, day: Day, kind: PaperKind): Omit<PaperSeries, 'last'> => ({
  agencyId,
  year: day.slice(0, 4),
  kind,
});

/** Gives the next number. The write of what it returns is conditional on `last`, so that two writers never get the same. */
export const nextSerial = (series: PaperSeries): { series: PaperSeries; serial: number } => {
  const serial = series.last + 1;
  return { series: { ...series, last: serial }, serial };
};
