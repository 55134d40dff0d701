import {
  boundedTerms,
  type DeliveryTerms,
  type ShownTerms,
  STARTING_TERMS,
} from '../../../shared/domain/deliveries/terms.ts';
import { shownCentres } from '../../../shared/domain/deliveries/terms-words.ts';
import { centresOf } from '../../../shared/table/centres/centres.ts';
import type { MerchantRecord } from '../../../shared/table/register/merchants.ts';
import { expectCity } from '../../http/access.ts';
import type { World } from '../../world.ts';
import { cachedFor } from '../cached-for.ts';

/** Centres of the city are kept so long: a shop's terms are read with every cart. */
const CENTRE_SECONDS = 30;

type Said = DeliveryTerms & { readonly version: number };
type Shop = Pick<MerchantRecord, 'cityCode' | 'pausedUntil'>;

/**
 * What a shop says of handing over, or what holds while it said nothing, with what its centres are called and where they are; one
 * that hands nothing over now is left out. With it comes until when the shop is closed: a cart says so before anybody orders.
 */
export const shownTerms = async (world: World, shop: Shop, said: Said | undefined): Promise<ShownTerms> => {
  const { cityCode, pausedUntil } = shop;
  const { courier, pickUp, centres = [], version } = { version: 0, ...(said ?? STARTING_TERMS) };
  const { policies } = await expectCity(world, cityCode);
  const terms = boundedTerms({ courier, pickUp, centres }, policies.deliveryFeeMaxRupiah);
  const shown = { ...terms, centres: [], closedUntil: pausedUntil, version };
  if (centres.length === 0) return shown;
  const known = await cachedFor(world, `centres ${cityCode}`, CENTRE_SECONDS, () => centresOf(world.table, cityCode));
  return { ...shown, centres: shownCentres(terms, known) };
};
