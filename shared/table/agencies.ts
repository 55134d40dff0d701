import * as z from 'zod';
import { Agency } from '../domain/agencies/agency.ts';
import { BudgetLine } from '../domain/agencies/budget-line.ts';
import { rupiah } from '../domain/basics/wording.ts';
import { Problem } from '../problem.ts';
import { atLeast } from './engine/fields.ts';
import { list, type PageRequest } from './engine/pages.ts';
import { type Freshness, get, getMany, type Read, readOf } from './engine/reads.ts';
import { entity, namesIn, type Table } from './engine/table.ts';
import { insert, save, update, type Write } from './engine/writes.ts';

export const AgencyRecord = Agency.extend({ request: z.string() });
export type AgencyRecord = z.infer<typeof AgencyRecord>;

const AgencyEntry = Agency.pick({ agencyId: true, name: true });

// | entity     | pk        | sk                            | list 1                    |
// | Agency     | AGENCY#id | AGENCY                        | CITY#35.73#AGENCY / id    |
// | BudgetLine | AGENCY#id | BUDGET#2026#5.1.02.01.01.0052 |                           |
const agencyKey = (agencyId: string) => ({ pk: `AGENCY#${agencyId}`, sk: 'AGENCY' });
const agencies = entity({
  type: 'Agency',
  schema: AgencyRecord,
  key: ({ agencyId }: Pick<AgencyRecord, 'agencyId'>) => agencyKey(agencyId),
  list1: ({ cityCode, agencyId }) => ({ pk: `CITY#${cityCode}#AGENCY`, sk: agencyId }),
  card: namesIn(AgencyEntry),
});
const budgetKey = (agencyId: string, year: string, budgetCode: string) => ({
  pk: `AGENCY#${agencyId}`,
  sk: `BUDGET#${year}#${budgetCode}`,
});
const budgetLines = entity({
  type: 'BudgetLine',
  schema: BudgetLine,
  key: ({ agencyId, year, budgetCode }: Pick<BudgetLine, 'agencyId' | 'year' | 'budgetCode'>) =>
    budgetKey(agencyId, year, budgetCode),
});

export const agencyOf = (agencyId: string): Read<AgencyRecord> => readOf(agencies, agencyKey(agencyId));
export const getAgency = (table: Table, agencyId: string, freshness?: Freshness) =>
  get(table, agencies, agencyKey(agencyId), freshness);
/** Many at once, in the order asked. At most 100. */
export const agenciesAt = (table: Table, agencyIds: readonly string[]) =>
  getMany(table, agencies, agencyIds.map(agencyKey));
export const agenciesOfCity = (table: Table, cityCode: string, request: Omit<PageRequest, 'pk'>) =>
  list(table, AgencyEntry, 'list1', { pk: `CITY#${cityCode}#AGENCY`, ...request });
export const insertAgency = (agency: AgencyRecord): Write => insert(agencies, agency, true);

export const getBudgetLine = (table: Table, agencyId: string, year: string, budgetCode: string) =>
  get(table, budgetLines, budgetKey(agencyId, year, budgetCode));
export const budgetLinesOf = (
  table: Table,
  agencyId: string,
  year: string,
  request: Omit<PageRequest, 'pk' | 'prefix'>,
) => list(table, BudgetLine, undefined, { pk: `AGENCY#${agencyId}`, prefix: `BUDGET#${year}#`, ...request });
export const saveBudgetLine = (line: BudgetLine): Write => save(budgetLines, line);

/** Commits money of a budget line to an order; refused when less is left, or the line does not exist. */
export const commitBudget = (agencyId: string, year: string, budgetCode: string, amount: number): Write =>
  update(
    'BudgetLine',
    budgetKey(agencyId, year, budgetCode),
    {
      add: { leftRupiah: -amount, committedRupiah: amount, version: 1 },
      when: [atLeast('leftRupiah', amount)],
    },
    (existing) =>
      existing
        ? new Problem(
            'budget_too_little',
            `Sisa anggaran ${budgetCode} tinggal ${rupiah(Number(existing.leftRupiah))}.`,
            [{ pointer: '/agency/budgetCode', detail: `Paling banyak ${rupiah(Number(existing.leftRupiah))}.` }],
          )
        : new Problem(
            'budget_line_not_found',
            `Rekening ${budgetCode} tahun ${year} belum ada. Tambahkan dulu pagunya.`,
            [{ pointer: '/agency/budgetCode', detail: 'Belum ada.' }],
          ),
  );

/** Gives money back that an order committed and did not spend. */
export const releaseBudget = (agencyId: string, year: string, budgetCode: string, rupiah: number): Write =>
  update(
    'BudgetLine',
    budgetKey(agencyId, year, budgetCode),
    {
      add: { leftRupiah: rupiah, committedRupiah: -rupiah, version: 1 },
      when: [atLeast('committedRupiah', rupiah)],
    },
    () => new Error(`budget line ${budgetCode} of ${agencyId} cannot release ${rupiah}: it was never committed`),
  );
