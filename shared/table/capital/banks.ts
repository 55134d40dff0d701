import * as z from 'zod';
import { Bank } from '../../domain/capital/bank.ts';
import { list, type PageRequest } from '../engine/pages.ts';
import { type Freshness, get } from '../engine/reads.ts';
import { entity, namesIn, type Table } from '../engine/table.ts';
import { insert, replace, type Write } from '../engine/writes.ts';

export const BankRecord = Bank.extend({ request: z.string() });
export type BankRecord = z.infer<typeof BankRecord>;

// | entity | pk      | sk   | list 1               |
// | Bank   | BANK#id | BANK | CITY#35.73#BANK / id |
const key = (bankId: string) => ({ pk: `BANK#${bankId}`, sk: 'BANK' });
const banks = entity({
  type: 'Bank',
  schema: BankRecord,
  key: ({ bankId }: Pick<Bank, 'bankId'>) => key(bankId),
  list1: ({ cityCode, bankId }) => ({ pk: `CITY#${cityCode}#BANK`, sk: bankId }),
  card: namesIn(Bank).filter((name) => name !== 'version'),
});

export const getBank = (table: Table, bankId: string, freshness?: Freshness) =>
  get(table, banks, key(bankId), freshness);
export const banksOfCity = (table: Table, cityCode: string, request: Omit<PageRequest, 'pk'>) =>
  list(table, Bank.omit({ version: true }), 'list1', { pk: `CITY#${cityCode}#BANK`, ...request });
export const insertBank = (bank: BankRecord): Write => insert(banks, bank, true);
export const replaceBank = (bank: BankRecord): Write => replace(banks, bank);
