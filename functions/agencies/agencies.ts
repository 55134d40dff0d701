import { withCeiling } from '../../shared/domain/agencies/budget-line.ts';
import {
  AgencyRecord,
  agenciesOfCity,
  budgetLinesOf,
  getBudgetLine,
  insertAgency,
  saveBudgetLine,
} from '../../shared/table/agencies.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { noteSumsDue } from '../../shared/table/spending/office-sums.ts';
import { expectAgency, expectCity, expectReadableAgency, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { page } from '../http/page.ts';
import { requireVersion } from '../http/request-meta.ts';

export const listAgencies = endpoint('GET /cities/{city}/agencies', async ({ params, query }, world) => {
  const { cityCode } = await expectCity(world, params.city);
  return page(world, `agencies ${cityCode}`, query, (request) => agenciesOfCity(world.table, cityCode, request));
});

export const addAgency = endpoint('POST /cities/{city}/agencies', async (ask, world) => {
  const { cityCode } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const agency = { ...ask.body, agencyId: ask.newId('agc'), cityCode, createdAt: world.now(), version: 1 };
  const existing = await commit(world.table, [
    insertAgency({ ...agency, request: ask.fingerprint() }),
    countToday('agency', cityCode, agency.createdAt),
    noteSumsDue({ cityCode, year: agency.createdAt.slice(0, 4), news: world.newId('new') }),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: agency.createdAt,
        by: ask.caller.person,
        act: 'agency-added',
        person: null,
        subjects: [agency.agencyId],
        details: {},
      },
      ask.caller,
    )),
  ]);
  return existing ? firstResult(existing, ask, AgencyRecord) : agency;
});

export const readAgency = endpoint('GET /agencies/{agencyId}', ({ params }, world) =>
  expectAgency(world, params.agencyId),
);

export const listBudgetLines = endpoint(
  'GET /agencies/{agencyId}/budgets/{year}',
  async ({ params, query, caller }, world) => {
    const roles = ['buyer', 'approver', 'treasurer'] as const;
    const { agencyId } = await expectReadableAgency(world, params.agencyId, caller, roles);
    return page(world, `budget ${agencyId} ${params.year}`, query, (request) =>
      budgetLinesOf(world.table, agencyId, params.year, request),
    );
  },
);

export const setBudgetLine = endpoint('PUT /agencies/{agencyId}/budgets/{year}/{budgetCode}', async (ask, world) => {
  const { agencyId, year, budgetCode } = ask.params;
  const { name, ceilingRupiah } = ask.body;
  const { cityCode } = await expectAgency(world, agencyId, ask.caller, ['approver', 'treasurer']);
  const before = await getBudgetLine(world.table, agencyId, year, budgetCode);
  requireVersion(ask, before ?? { version: 0 });
  const after = before
    ? withCeiling(before, name, ceilingRupiah)
    : { agencyId, year, budgetCode, name, ceilingRupiah, committedRupiah: 0, leftRupiah: ceilingRupiah, version: 1 };
  await commit(world.table, [
    saveBudgetLine(after),
    ...(before ? [] : [countToday('budget-line', agencyId, world.now())]),
    ...(await recordAct(
      world.table,
      {
        chain: cityCode,
        at: world.now(),
        by: ask.caller.person,
        act: 'budget-set',
        person: null,
        subjects: [agencyId],
        details: { year, budgetCode, ceilingRupiah: String(ceilingRupiah) },
      },
      ask.caller,
    )),
  ]);
  return after;
});
