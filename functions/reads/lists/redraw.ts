import type { City } from '../../../shared/domain/places/city.ts';
import { type Difference, replay } from '../../../shared/domain/ranking/list/decision.ts';
import type { Decision } from '../../../shared/domain/ranking/list/decision-record.ts';
import { type ListRequest, requestIn } from '../../../shared/domain/ranking/list/offered.ts';
import { beginsLater } from '../../../shared/domain/ranking/policy/starts.ts';
import { inRounds } from '../../../shared/domain/ranking/rule/rounds.ts';
import { getDecision } from '../../../shared/table/ranking/decisions.ts';
import type { World } from '../../world.ts';
import { cachedByContent } from '../cached-by-content.ts';
import { ledgerOfVersion, noDecision, policyOfVersion } from '../city-ledger.ts';
import { byProduct, type Drawn, inputFor, unrankedIf } from './decide.ts';
import { freeIn, shelfIn } from './goods-ahead.ts';
import { namedOn } from './shelf.ts';

export type Redrawn = Drawn & { matches: boolean; differences: readonly Difference[] };

/** What was wished for, as the record of a decision tells it. */
const wishOf = ({ request, deliverOn, similarTo: like, anyQuantity }: Decision, cityCode: string): ListRequest => {
  const { category, quantity, place, lots, text, shopsIn } = request;
  const district = shopsIn ?? (place === cityCode ? undefined : place);
  return {
    ...(category === null ? {} : { category }),
    ...(anyQuantity ? {} : { quantity }),
    ...(district === undefined ? {} : { district }),
    ...(deliverOn === null ? {} : { deliverOn }),
    ...(like === null ? {} : { similarTo: like }),
    ...(text === undefined ? {} : { text }),
    ...(lots === undefined ? {} : { lots }),
  };
};

/**
 * A past list made again from what was kept, and whether it is the one that was shown. Made once in a container: every
 * page of a list goes on in it.
 */
export const redraw = (world: World, city: City, decision: Decision): Promise<Redrawn> =>
  cachedByContent(world, `redrawn ${decision.decisionId}`, () => redrawn(world, city, decision));

const redrawn = async (world: World, city: City, decision: Decision): Promise<Redrawn> => {
  const [shelves, free, ledger, policy] = await Promise.all([
    Promise.all(decision.offerKeys.map((key) => shelfIn(world, key))),
    freeIn(world, decision.freeKey),
    ledgerOfVersion(world, city, decision.ledgerVersion),
    policyOfVersion(world, city, decision.policyVersion),
  ]);
  const wish = wishOf(decision, city.cityCode);
  const found = namedOn(shelves, wish.text);
  const dayKey = world.dayKey(city.cityCode, decision.drawnOn);
  const counted = unrankedIf(ledger, beginsLater(policy, wish, decision.drawnOn));
  const present = { ledger: counted, policy, today: decision.drawnOn, city, dayKey };
  const input = inputFor(found, wish, free, present);
  const { matches, differences, ordered } = replay({ ...decision, request: requestIn(decision) }, input);
  const ranked = inRounds(ordered);
  return { decision, ordered, ranked, rows: byProduct(found.rows), policy, ledger, input, matches, differences };
};

/** An item outlives its time for a while, in the table and in this container's memory. */
const isForgotten = ({ ttl }: Decision, now: string): boolean => ttl !== undefined && ttl < Date.parse(now) / 1000;

export const expectDecision = async (world: World, decisionId: string): Promise<Decision> => {
  const read = async () => {
    const found = await getDecision(world.table, decisionId);
    if (!found) throw noDecision();
    return found;
  };
  const known = await cachedByContent(world, `decision ${decisionId}`, read);
  if (!isForgotten(known, world.now())) return known;
  // It may have been referred to since it was remembered here.
  const now = await read();
  if (isForgotten(now, world.now())) throw noDecision();
  return now;
};
