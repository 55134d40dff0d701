import * as z from 'zod';
import { visibleLine } from '../visible.ts';
import { unitOf } from './units.ts';

const EXAMPLES = 'kg, liter, buah, kotak, porsi, bungkus, lembar, pasang, jam, atau "karung 5 kg"';

/** A unit of sale, stored in its one spelling. What is too long is read no further: a pack is looked for from each of its digits. */
export const Unit = z
  .string()
  .check(
    z.maxLength(40, { abort: true }),
    z.overwrite((typed) => unitOf(typed)?.text ?? visibleLine(typed)),
    z.refine((text) => unitOf(text) !== undefined, `Satuan ini belum dikenal. Pilih misalnya ${EXAMPLES}.`),
  )
  .describe('What one piece is, from a list: kotak, kg, pasang, or a pack with its content: karung 5 kg');
