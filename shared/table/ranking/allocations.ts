import * as z from 'zod';
import { Allocation } from '../../domain/ranking/split/allocation.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, replace, type Write } from '../engine/writes.ts';

export const AllocationRecord = Allocation.extend({ request: z.string() });
export type AllocationRecord = z.infer<typeof AllocationRecord>;

// | entity     | pk            | sk         |
// | Allocation | ALLOCATION#id | ALLOCATION |
const key = (allocationId: string) => ({ pk: `ALLOCATION#${allocationId}`, sk: 'ALLOCATION' });
const allocations = entity({
  type: 'Allocation',
  schema: AllocationRecord,
  key: ({ allocationId }: Pick<AllocationRecord, 'allocationId'>) => key(allocationId),
});
export const allocationOf = (allocationId: string): Read<AllocationRecord> => readOf(allocations, key(allocationId));
export const getAllocation = (table: Table, allocationId: string) => get(table, allocations, key(allocationId));
export const insertAllocation = (allocation: AllocationRecord): Write => insert(allocations, allocation, true);
export const replaceAllocation = (allocation: AllocationRecord): Write => replace(allocations, allocation);
