import * as z from 'zod';
import { Line } from '../basics/text.ts';
import { urlOf } from '../basics/url.ts';

const isOpenAddress = (text: string): boolean => {
  const url = urlOf(text);
  if (!url) return false;
  const { protocol, username, password, hostname } = url;
  return protocol === 'https:' && username === '' && password === '' && hostname.includes('.');
};

/** Something to read or to take along, where it lies: a page or a file under https, nobody's name and password in it. */
export const ProgrammeLink = z
  .strictObject({
    title: Line(120),
    url: z.string().max(500).refine(isOpenAddress, 'Tulis alamat lengkap yang diawali https://.'),
  })
  .meta({ id: 'ProgrammeLink' });
export type ProgrammeLink = z.infer<typeof ProgrammeLink>;
