import type { Category } from '../../basics/category.ts';
import { categories } from '../../basics/category-labels.ts';
import type { Purchase } from '../../integrity/purchase.ts';
import { standardPolicy } from '../../ranking/policy/policy.ts';
import type { Market } from '../market.ts';
import type { Random } from '../random.ts';
import { plainBasis, type Stall } from '../stall.ts';
import type { TownOptions } from './town-options.ts';

export const ZONE = 'Asia/Jakarta';
export const policy = standardPolicy('35.73');
export const counting = { policy, basis: plainBasis };
const names = Object.keys(categories) as Category[];
export const categoryOf = (index: number): Category => names[index % names.length] as Category;

/** The town while its year runs. */
export type Running = {
  readonly options: TownOptions;
  readonly market: Market;
  readonly byCategory: readonly Stall[][];
  readonly byOffer: ReadonlyMap<string, Stall>;
  readonly random: Random;
  readonly usual: Map<string, string>;
  readonly purchases: Purchase[];
};
