import { exposureAt } from '../../ranking/ledger/exposure.ts';
import type { RankingInput } from '../../ranking/rule/ranking.ts';
import type { Offer } from '../../ranking/rule/request.ts';
import { lotsFor } from '../../ranking/split/lots.ts';
import { isGated, listFor, pickOffer, SEEN, splits } from '../lists.ts';
import { deliver } from './deliver.ts';
import type { Scene } from './scene.ts';
import { passed, serveSplit } from './serve-split.ts';

/** One request: a list or a split as the policy makes it, and what its buyer gets. */
export const serve = (scene: Scene): void => {
  const { year, category, name, policy, request } = scene;
  year.requests++;
  // What could be reached at best is assigned whatever buyers would do.
  const free = name === 'automatic' && year.market.bound !== true;
  const { quantity, place = FIRST_DISTRICT } = request;
  if (!free && year.market.loyalty?.goesBack(scene, place, (offer) => deliver(scene, offer, quantity))) return;
  const valueRupiah = quantity * category.medianPrice;
  category.recentValues.push(valueRupiah);
  const input: RankingInput = {
    request: { category: String(category.index), quantity, place },
    offers: searched(scene),
    ledger: { version: request.at, owners: ledgerOf(scene) },
    policy,
    unitRupiah: category.unitRupiah,
    dayKey: request.at.slice(0, 10).replaceAll('-', ''),
  };
  const lots = lotsFor(valueRupiah, category.unitRupiah, policy.splitFromUnits, policy.maxSuppliers);
  if (splits(name) && (name === 'automatic' || (lots > 1 && request.takesSplit !== false))) {
    serveSplit(scene, input, lots, free);
    return;
  }
  const source = { stalls: category.stalls, byOffer: scene.byOffer, mix: request.mix, turn: category.turn++ };
  let list = listFor(name, input, source);
  if (isGated(name)) show(scene, list);
  for (let attempt = 0; list.length > 0; attempt++) {
    const offer = pickOffer(list, scene.byOffer, category.medianPrice, (request.pick + attempt * 0.618) % 1);
    if (!offer || deliver(scene, offer, quantity)) return;
    list = list.filter((other) => other.ownerId !== offer.ownerId);
  }
  year.unmet++;
};

const FIRST_DISTRICT = '35.73.01';

/** The category's offers; of a search those of the good first. */
const searched = ({ category, byOffer, request }: Scene): readonly Offer[] =>
  request.good === undefined
    ? category.offers
    : category.offers.map((offer) => ({
        ...offer,
        tier: byOffer.get(offer.offerId)?.owner.good === request.good ? 0 : 1,
      }));

/** What lists are made from: the figures as they are, or of an earlier morning. Who assigns by itself looks at once. */
const ledgerOf = ({ year, category, name }: Scene): RankingInput['ledger']['owners'] =>
  (name === 'automatic' ? undefined : year.market.old?.figures(category)) ?? category.figures;

/** Counts the list above the line, and the exposure of what was on the screen. */
const show = (scene: Scene, list: readonly Offer[]): void => {
  for (const [index, offer] of list.entries()) {
    passed(scene, offer);
    const figures = scene.category.figures.get(offer.ownerId);
    if (figures && index < SEEN) figures.exposure += exposureAt(index + 1);
  }
};
