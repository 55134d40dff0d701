import * as z from 'zod';
import { idPattern } from './id.ts';

/** An id of one kind, as it travels in addresses and answers: `Id('ord')`. */
export const Id = (prefix: string) =>
  z.string().regex(idPattern(prefix), 'Nomor ini tidak lengkap. Buka lagi dari tautannya.');
