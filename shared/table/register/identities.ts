import * as z from 'zod';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

/** Whose an identity is in a city: found by its keyed hash, which is in no answer and in no event. */
const Identity = z.object({ cityCode: z.string(), identityKey: z.string(), ownerId: z.string() });
type Identity = z.infer<typeof Identity>;

// | entity   | pk                               | sk       |
// | Identity | CITY#35.73#IDENTITY#<keyed hash> | IDENTITY |
const key = ({ cityCode, identityKey }: Pick<Identity, 'cityCode' | 'identityKey'>) => ({
  pk: `CITY#${cityCode}#IDENTITY#${identityKey}`,
  sk: 'IDENTITY',
});
const identities = entity({
  type: 'Identity',
  schema: Identity,
  key,
});

export const getIdentity = (table: Table, cityCode: string, identityKey: string) =>
  get(table, identities, key({ cityCode, identityKey }));
/** Two shops of one identity that are verified at once get one owner: the second is decided again. */
export const insertIdentity = (identity: Identity): Write => insert(identities, identity);
