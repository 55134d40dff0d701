import type { RankingInput } from '../../ranking/rule/ranking.ts';
import type { Offer } from '../../ranking/rule/request.ts';
import { proposeSplit } from '../../ranking/split/propose-split.ts';
import { SplitNotPossible } from '../../ranking/split/split.ts';
import { deliver } from './deliver.ts';
import type { Scene } from './scene.ts';

/** Lots for who has least. Unless `free`, a buyer who takes no split gets one owner, and who searched that good if it can be had. */
export const serveSplit = (scene: Scene, given: RankingInput, most: number, free: boolean): void => {
  const refusing = new Set<string>();
  let quantity = given.request.quantity;
  const lots = !free && scene.request.takesSplit === false ? 1 : most;
  let input = lots === 1 && !free ? { ...given, policy: { ...given.policy, maxSuppliers: 1 } } : given;
  if (lots === 1 && !free && scene.request.good !== undefined)
    input = { ...input, offers: input.offers.filter(({ tier }) => tier === 0) };
  const sold = scene.name === 'automatic' ? undefined : scene.year.market.old?.sold(scene.category, scene.request.at);
  // A supplier who refuses or fails leaves its units to a new split among the others.
  while (quantity > 0) {
    const offers = refusing.size === 0 ? input.offers : input.offers.filter((offer) => !refusing.has(offer.ownerId));
    try {
      const proposal = proposeSplit({ ...input, offers, request: { ...input.request, quantity } }, lots, sold);
      if (refusing.size === 0) for (const { offer } of proposal.ordered.above) passed(scene, offer);
      for (const { ranked, units } of proposal.suppliers) {
        if (deliver(scene, ranked.offer, units)) quantity -= units;
        else refusing.add(ranked.offer.ownerId);
      }
    } catch (error) {
      if (!(error instanceof SplitNotPossible)) throw error;
      if (input.offers.length < given.offers.length) {
        input = { ...input, offers: given.offers };
        continue;
      }
      scene.year.unmet++;
      return;
    }
  }
};

export const passed = (scene: Scene, offer: Offer): void => {
  const stall = scene.byOffer.get(offer.offerId);
  if (stall) stall.passes++;
};
