import type { City } from '../../shared/domain/places/city.ts';
import { boundsOf } from '../../shared/domain/ranking/ledger/rungs.ts';
import type { OwnRanking } from '../../shared/domain/ranking/list/own-ranking.ts';
import type { RankInList } from '../../shared/domain/ranking/list/rank-in-list.ts';
import { type ProductRecord, productsOfMerchant } from '../../shared/table/catalogue/products.ts';
import { type Drawn, decide } from '../reads/lists/decide.ts';
import { ranksOf } from '../reads/lists/ranks.ts';
import type { World } from '../world.ts';

const MOST_PRODUCTS = 100;

/** Where its owner steps up, of whom V may be told. */
type Offset = number | null;
type OwnProduct = OwnRanking['products'][number];

/** Where one product stands in the list of its category: first of its owner, behind it, or below the line. */
const ownProduct = (
  { productId, name, category, priceRupiah }: ProductRecord,
  { decision }: Drawn,
  here: RankInList,
  offset: Offset,
): OwnProduct => {
  const { decisionId, owners, unitRupiah } = decision;
  const { rank, above, ownerRank, reasons, medianRupiah, lineRupiah, step, sentence } = here;
  const bounds = offset === null ? null : boundsOf(step, unitRupiah, offset);
  return {
    productId,
    name,
    category,
    decisionId,
    rank: above ? rank : null,
    owners,
    above,
    behind: ownerRank !== null && ownerRank !== rank,
    reasons,
    priceRupiah,
    medianRupiah,
    lineRupiah,
    unitRupiah,
    step,
    stepFromRupiah: bounds?.from ?? null,
    stepToRupiah: bounds?.to ?? null,
    sentence,
  };
};

/** Every listed product of the shop in the lists that buyers see now. Looking does not count as being shown. */
export const ownProducts = async (
  world: World,
  city: City,
  merchantId: string,
  offset: Offset,
): Promise<OwnProduct[]> => {
  const { items } = await productsOfMerchant(world.table, merchantId, { limit: MOST_PRODUCTS });
  const listed = items.filter((product) => product.listed);
  const categories = [...new Set(listed.map(({ category }) => category))];
  const drawn = await Promise.all(categories.map((category) => decide(world, city, { category })));
  return drawn.flatMap((list) => {
    const ranks = new Map(ranksOf(list).map((here) => [here.productId, here]));
    return listed.flatMap((product) => {
      const here = ranks.get(product.productId);
      return here ? [ownProduct(product, list, here, offset)] : [];
    });
  });
};
