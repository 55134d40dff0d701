import * as z from 'zod';
import { Instant } from '../../domain/basics/month-schema.ts';
import { AddressId } from '../../domain/deliveries/saved-address.ts';
import { CityCode } from '../../domain/places/region.ts';
import { get } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

/** Whose they are: a person's, or an office's for everybody who orders there. */
export type AddressHolder = `PERSON#${string}` | `AGENCY#${string}`;

/** All addresses of a holder are one item: how many there are is decided by the write itself. Each opens with its city's key. */
const SavedAddresses = z.object({
  holder: z.templateLiteral([z.enum(['PERSON', 'AGENCY']), '#', z.string()]),
  addresses: z.array(z.object({ addressId: AddressId, cityCode: CityCode, savedAt: Instant, sealed: z.string() })),
  version: z.int(),
});
export type SavedAddresses = z.infer<typeof SavedAddresses>;

// | entity         | pk                      | sk              |
// | SavedAddresses | PERSON#sub or AGENCY#id | SAVED-ADDRESSES |
const key = (holder: AddressHolder) => ({ pk: holder, sk: 'SAVED-ADDRESSES' });
const addresses = entity({
  type: 'SavedAddresses',
  schema: SavedAddresses,
  key: ({ holder }: Pick<SavedAddresses, 'holder'>) => key(holder),
});

export const getSavedAddresses = (table: Table, holder: AddressHolder) => get(table, addresses, key(holder));
export const saveSavedAddresses = (record: SavedAddresses): Write => save(addresses, record);
