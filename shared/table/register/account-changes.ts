import { AccountChange } from '../../domain/register/bank.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { entity, type Table } from '../engine/table.ts';
import { insert, type Write } from '../engine/writes.ts';

// | entity        | pk          | sk                 |
// | AccountChange | MERCHANT#id | ACCOUNT#0000000012 |
// Items of their own, not a list in the shop's file: who changes an account all day must not fill the file up.
const changes = entity({
  type: 'AccountChange',
  schema: AccountChange,
  key: ({ merchantId, merchantVersion }: Pick<AccountChange, 'merchantId' | 'merchantVersion'>) => ({
    pk: `MERCHANT#${merchantId}`,
    sk: `ACCOUNT#${String(merchantVersion).padStart(10, '0')}`,
  }),
});

/** What became of a shop's account, newest first. */
export const accountChangesOf = (table: Table, merchantId: string, request: Pick<PageRequest, 'limit' | 'after'>) =>
  list(table, AccountChange, undefined, {
    pk: `MERCHANT#${merchantId}`,
    prefix: 'ACCOUNT#',
    descending: true,
    ...request,
  });

export const insertAccountChange = (change: AccountChange): Write => insert(changes, change);
