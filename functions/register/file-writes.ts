import type { Write } from '../../shared/table/engine/writes.ts';
import { type MerchantRecord, replaceMerchant } from '../../shared/table/register/merchants.ts';
import { namedWrites } from '../../shared/table/register/namesakes.ts';
import { wordWrites } from '../../shared/table/register/register-words.ts';
import type { World } from '../world.ts';
import { evidenceWrites } from './evidence.ts';

/** A changed file, with all that a shop is found by: how its name looks, its words, and what it shows of its owner. */
export const fileWrites = async (world: World, before: MerchantRecord, after: MerchantRecord): Promise<Write[]> => [
  replaceMerchant(after),
  ...namedWrites(after, before),
  ...wordWrites(after, before),
  ...(await evidenceWrites(world, before, after)),
];
