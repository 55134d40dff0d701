import { rowKey } from '../../../shared/domain/register/import/register-sheet.ts';
import type { NewMerchant } from '../../../shared/domain/register/merchant.ts';
import { isAlike } from '../../../shared/domain/register/owners/alike.ts';
import type { SameAs } from '../../../shared/domain/register/owners/evidence.ts';
import { commit, type Write } from '../../../shared/table/engine/writes.ts';
import { insertMerchant, type MerchantRecord } from '../../../shared/table/register/merchants.ts';
import { namedWrites } from '../../../shared/table/register/namesakes.ts';
import { wordWrites } from '../../../shared/table/register/register-words.ts';
import { insertUnclaimed } from '../../../shared/table/register/unclaimed-shops.ts';
import type { World } from '../../world.ts';
import { enteredEvidence } from '../evidence.ts';
import { protect } from '../protect.ts';

/** The id of a row's shop: the same whenever the list is read, and nobody's to work out. */
export const idOfRow = ({ keyedIds }: World, application: NewMerchant): string =>
  keyedIds.derived('mrc', 'import', application.cityCode, rowKey(application));

/** A shop as the city's list has it: an application of nobody yet. */
const entered = (world: World, application: NewMerchant, by: string): MerchantRecord => {
  const { nik, npwp, nib, account, helperName: _helper, another: _another, ...given } = application;
  const merchantId = idOfRow(world, application);
  const [at, seals] = [world.now(), world.identitySealer(given.cityCode)];
  return {
    ...given,
    merchantId,
    ownerId: world.newId('own'),
    identityChanges: 0,
    ...protect({ nik, npwp, nib, account }, given.kind, merchantId, seals),
    status: 'pending',
    pausedUntil: null,
    reasons: [],
    imported: {},
    registeredAt: at,
    history: [{ status: 'pending', at, by }],
    version: 1,
    request: 'import',
  };
};

export type Entered = {
  readonly became: 'added' | 'known' | 'duplicate';
  readonly sameAs: readonly SameAs[];
};

/**
 * Enters one shop of a list, whole or not at all. One with the identity number of another shop of the register and a name
 * alike is that one and not entered again; another business of the same person, and what is the same only by phone or by
 * name and address, is entered and told.
 */
export const enterShop = async (
  world: World,
  application: NewMerchant,
  by: string,
  { writes, alongside }: { readonly writes: boolean; readonly alongside: readonly Write[] },
): Promise<Entered> => {
  const merchant = entered(world, application, by);
  const evidence = await enteredEvidence(world, merchant);
  if (evidence.others.some(({ name, by: kinds }) => kinds.includes('identity') && isAlike(name, merchant.name)))
    return { became: 'duplicate', sameAs: evidence.others };
  if (!writes) return { became: 'added', sameAs: evidence.others };
  const existing = await commit(world.table, [
    insertMerchant(merchant),
    insertUnclaimed(merchant),
    ...namedWrites(merchant),
    ...wordWrites(merchant),
    ...evidence.writes,
    ...alongside,
  ]);
  return existing ? { became: 'known', sameAs: [] } : { became: 'added', sameAs: evidence.others };
};
