import { dayOf } from '../../shared/domain/basics/month.ts';
import { type Bank, type NewBank, requireWithinBands, schemesOf } from '../../shared/domain/capital/bank.ts';
import { type Caller, isCityAdmin, readsCity, type SeatedCaller } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { inForce } from '../../shared/rules/dated.ts';
import { kurBandsOn } from '../../shared/rules/kur-bands.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { BankRecord, banksOfCity, getBank, insertBank, replaceBank } from '../../shared/table/capital/banks.ts';
import { everyEntry } from '../../shared/table/engine/pages.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { expectCity, requireCityAdmin } from '../http/access.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { requireVersion } from '../http/request-meta.ts';
import type { World } from '../world.ts';

/** Banks of a city with the schemes that hold on a day. */
export const banksOn = async (world: World, cityCode: string, day: string) => {
  const banks = await everyEntry((after) => banksOfCity(world.table, cityCode, { limit: 100, after }));
  return banks.map((bank) => ({ ...bank, schemes: bank.schemes.filter((scheme) => inForce(scheme, day)) }));
};

/** A bank, for those whom the city lets look; to others there is none. */
const expectBank = async (world: World, caller: Caller, bankId: string, may: typeof readsCity): Promise<BankRecord> => {
  const bank = await getBank(world.table, bankId);
  if (!bank || !may(caller, bank.cityCode))
    throw new Problem('bank_not_found', 'Bank ini tidak ada. Periksa lagi tautannya.');
  return bank;
};

const written = (world: World, { cityCode, bankId }: Pick<Bank, 'cityCode' | 'bankId'>, caller: SeatedCaller) =>
  recordAct(
    world.table,
    {
      ...({ chain: cityCode, at: world.now(), by: caller.person, act: 'bank-set', person: null } as const),
      subjects: [bankId],
      details: {},
    },
    caller,
  );

const checked = (given: NewBank, day: string): NewBank => {
  requireWithinBands(given.schemes, kurBandsOn(day));
  return given;
};

export const listBanks = endpoint('GET /cities/{city}/banks', async ({ params }, world) => {
  const { cityCode, zone } = await expectCity(world, params.city);
  const today = dayOf(world.now(), zone);
  return { kur: kurBandsOn(today), banks: await banksOn(world, cityCode, today) };
});

export const addBank = endpoint('POST /cities/{city}/banks', async (ask, world) => {
  const { cityCode, zone } = await expectCity(world, ask.params.city);
  requireCityAdmin(ask.caller, cityCode);
  const { schemes, ...given } = checked(ask.body, dayOf(world.now(), zone));
  const bank: Bank = {
    ...given,
    bankId: ask.newId('bnk'),
    cityCode,
    version: 1,
    schemes: schemesOf(schemes, [], (index) => ask.newId('sch', String(index))),
  };
  const existing = await commit(world.table, [
    insertBank({ ...bank, request: ask.fingerprint() }),
    countToday('bank', cityCode, world.now()),
    ...(await written(world, bank, ask.caller)),
  ]);
  return existing ? firstResult(existing, ask, BankRecord) : bank;
});

export const readBank = endpoint('GET /banks/{bankId}', ({ params, caller }, world) =>
  expectBank(world, caller, params.bankId, readsCity),
);

export const changeBank = endpoint('PUT /banks/{bankId}', async (ask, world) => {
  const before = await expectBank(world, ask.caller, ask.params.bankId, isCityAdmin);
  requireVersion(ask, before);
  const { zone } = await expectCity(world, before.cityCode);
  const { schemes, ...given } = checked(ask.body, dayOf(world.now(), zone));
  const after = {
    ...before,
    ...given,
    version: before.version + 1,
    schemes: schemesOf(schemes, before.schemes, () => world.newId('sch')),
  };
  await commit(world.table, [replaceBank(after), ...(await written(world, after, ask.caller))]);
  return after;
});
