import { Spending } from '../../domain/equity/standing/spending.ts';
import { everyPage, list } from '../engine/pages.ts';
import { get, type Read, readOf } from '../engine/reads.ts';
import { entity, type Table } from '../engine/table.ts';
import { save, type Write } from '../engine/writes.ts';

// | entity   | pk        | sk                           |
// | Spending | AGENCY#id | SPENDING#2026-11#MERCHANT#id |
const spendings = entity({
  type: 'Spending',
  schema: Spending,
  key: ({ agencyId, month, merchantId }: Pick<Spending, 'agencyId' | 'month' | 'merchantId'>) =>
    spendingKey(agencyId, month, merchantId),
});
const spendingKey = (agencyId: string, month: string, merchantId: string) => ({
  pk: `AGENCY#${agencyId}`,
  sk: `SPENDING#${month}#MERCHANT#${merchantId}`,
});
export const spendingOf = (agencyId: string, month: string, merchantId: string): Read<Spending> =>
  readOf(spendings, spendingKey(agencyId, month, merchantId));
export const getSpending = (table: Table, agencyId: string, month: string, merchantId: string) =>
  get(table, spendings, spendingKey(agencyId, month, merchantId));
/** What an office spent at whom in the months from `first` to `last`. */
export async function* spendingsOf(
  table: Table,
  agencyId: string,
  { first, last }: { first: string; last: string },
): AsyncGenerator<Spending> {
  const request = { pk: `AGENCY#${agencyId}`, prefix: 'SPENDING#', limit: 500, consistent: true };
  const pages = everyPage((after) => list(table, Spending, undefined, { ...request, after }), `SPENDING#${first}`);
  for await (const page of pages) yield* page.filter(({ month }) => month <= last);
}
export const saveSpending = (spending: Spending): Write => save(spendings, spending);
