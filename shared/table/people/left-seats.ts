import * as z from 'zod';
import { type Membership, Person, Scope } from '../../domain/people/caller.ts';
import { everyEntry, list } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { put, type Write } from '../engine/writes.ts';

/** That a person belonged to a place until then: who left a shop yesterday does not judge it today. */
const LeftSeat = z.object({ person: Person, scope: Scope, leftAt: z.string() });

// | entity   | pk         | sk                   |
// | LeftSeat | PERSON#sub | LEFT#merchant:mrc_…  |
const left = entity({
  type: 'LeftSeat',
  schema: LeftSeat,
  key: ({ person, scope }: Pick<z.infer<typeof LeftSeat>, 'person' | 'scope'>) => ({
    pk: `PERSON#${person}`,
    sk: `LEFT#${scope}`,
  }),
});

/** The shops a person belonged to and left, whenever that was; read consistently, for what is decided by it. */
export const shopsLeft = (table: Table, person: string) =>
  everyEntry((after) =>
    list(table, LeftSeat, undefined, {
      pk: `PERSON#${person}`,
      prefix: 'LEFT#merchant:',
      limit: 200,
      consistent: true,
      after,
    }),
  );

/** The last time counts: whoever comes back and leaves again has left again. */
export const recordLeft = ({ person, scope }: Pick<Membership, 'person' | 'scope'>, leftAt: string): Write =>
  put(left, { person, scope, leftAt });
