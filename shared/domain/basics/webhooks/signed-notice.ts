import { timingSafeEqual } from 'node:crypto';
import type * as z from 'zod';
import { Problem } from '../../../problem.ts';
import type { Instant } from '../month.ts';

/** A notice as it came in: the bytes as received, before anybody has read them. Header names in lower case. */
export type SentNotice = {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly raw: Uint8Array;
  readonly receivedAt: Instant;
};

export const notGenuine = (): Problem =>
  new Problem('notice_not_genuine', 'Tanda tangan pemberitahuan ini tidak cocok. Pemberitahuan tidak dipakai.');

/** Equal in time that does not tell where they differ. */
export const sameText = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
};

/** A notice that is signed with its time is taken so long after (or, by a wrong clock, before) it. */
const REPLAY_MS = 5 * 60_000;

/** Refuses a signed time outside the window: an old notice, recorded and sent again. */
export const requireFresh = (signedAt: string | undefined, receivedAt: Instant): void => {
  const apart = Date.parse(receivedAt) - Date.parse(signedAt ?? '');
  if (!(Math.abs(apart) <= REPLAY_MS))
    throw new Problem('notice_not_genuine', 'Waktu pemberitahuan ini terlalu jauh dari sekarang. Kirim ulang.');
};

const unreadable = (): Problem =>
  new Problem('malformed_json', 'Isi pemberitahuan tidak bisa dibaca. Pemberitahuan tidak dipakai.');

/** The bytes as JSON, only after they were verified. */
export const jsonOf = (raw: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    // Whatever is wrong with it, there is nothing to be read.
    throw unreadable();
  }
};

/** Reads the fields of interest; a provider may add others at any time. */
export const fieldsOf = <Shape extends z.ZodType>(shape: Shape, body: unknown): z.infer<Shape> => {
  const read = shape.safeParse(body);
  if (!read.success) throw unreadable();
  return read.data;
};
