import * as z from 'zod';
import { folded } from '../../basics/fold.ts';
import { Id } from '../../basics/id-schema.ts';

/** What two applications may share: an identity number, a phone, their name at one address, or the address alone. */
export const EvidenceKind = z.enum(['identity', 'phone', 'name-and-address', 'address']).meta({ id: 'EvidenceKind' });
export type EvidenceKind = z.infer<typeof EvidenceKind>;

/** One thing an application shows, by its keyed hash, so that it can be found again and not be read. */
export const Evidence = z.object({ kind: EvidenceKind, key: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** How another shop may be the same: by what it shows, or by a name alike in the same district. */
export const Likeness = z.enum([...EvidenceKind.options, 'similar-name']).meta({ id: 'Likeness' });

/** Another shop of the city that shows the same: for the officer who verifies, and nobody else. */
export const SameAs = z
  .object({ merchantId: Id('mrc'), name: z.string(), by: z.array(Likeness) })
  .meta({ id: 'SameAs' });
export type SameAs = z.infer<typeof SameAs>;

type Shown = {
  readonly name: string;
  readonly address: string;
  readonly village: string;
  readonly phone: string;
  readonly nik?: string | undefined;
  readonly npwp?: string | undefined;
  readonly nib?: string | undefined;
};

const KEY_LENGTH = 26;

/** One piece of evidence as it is found again: by the keyed hash of what it is and says. */
export const evidenceKey = (kind: EvidenceKind, text: string, keyed: (text: string) => string): Evidence => ({
  kind,
  key: keyed(`${kind} ${text}`).slice(0, KEY_LENGTH),
});

/**
 * What an application shows, numbers in full. Name and address are compared as folded words: other capitals, dots or
 * look-alike letters are the same shop. A resident's NPWP is the NIK: one number is one piece of evidence. An address alone
 * may be a market hall's: it is told to the officer, last, and proves and refuses nothing.
 */
export const evidenceOf = (
  { name, address, village, phone, ...numbers }: Shown,
  keyed: (text: string) => string,
): Evidence[] => {
  const known = new Set([numbers.nik, numbers.npwp, numbers.nib].filter((number) => number !== undefined));
  const of = (kind: EvidenceKind, text: string) => evidenceKey(kind, text, keyed);
  return [
    of('name-and-address', `${folded(name) || name} at ${folded(address) || address}`),
    of('phone', phone),
    ...[...known].map((number) => of('identity', number)),
    of('address', `${folded(address) || address} in ${village}`),
  ];
};
