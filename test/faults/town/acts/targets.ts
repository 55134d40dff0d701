import type { World } from '../../../../functions/world.ts';
import { commit } from '../../../../shared/table/engine/writes.ts';
import { getCivilLink } from '../../../../shared/table/targets/civil-servants.ts';
import { insertProof } from '../../../../shared/table/targets/purchase-proofs.ts';
import { joins } from '../../../civil-servants.ts';
import type { Town } from '../../../market.ts';
import { oneOf, some, type Wisher } from '../wish.ts';

/** Buyers who are civil servants of an office, one account in one city. */
const servants = { '35.73': ['ani', 'budi'], '35.78': ['citra'], '91.71': ['dedi'] } as const;
/** Each shows so many receipts of a month: they count once. */
const PROOFS = 3;

/** Civil servants of a city, and receipts that wait for its officers. */
export const livesTargets = async (town: Town, world: World, city: keyof typeof servants, agencyId: string) => {
  for (const person of servants[city]) {
    await joins(town, city, person, agencyId);
    const link = await getCivilLink(world.table, person);
    for (let at = 1; at <= PROOFS; at++)
      await commit(world.table, [
        insertProof({
          proofId: world.newId('prf'),
          cityCode: city,
          agencyId,
          nipKey: link?.nipKey ?? '',
          person,
          photoId: Buffer.from(`${person}${at}`).toString('hex').padEnd(64, '0'),
          shopName: 'Warung',
          rupiah: 20_000 + at,
          boughtOn: world.now().slice(0, 10),
          month: world.now().slice(0, 7),
          state: 'waiting' as const,
          alike: false,
          likeProof: null,
          sentAt: world.now(),
          decision: null,
          version: 1,
        }),
      ]);
  }
};

/** Officers look at the receipts, several at one, and some that are decided. */
export const decideProof: Wisher = (sim, tag) => {
  const { random } = sim;
  const all = sim.ledger.all('PurchaseProof');
  const proof = some(sim, random.chance(0.9) ? all.filter(({ state }) => state === 'waiting') : all);
  if (!proof) return undefined;
  const { proofId, cityCode: city } = proof;
  return {
    person: oneOf(sim, `city:${city}`, ['city-admin']),
    key: 'POST /cities/{city}/purchase-proofs/{proofId}/decide',
    params: { city, proofId },
    city,
    needs: [{ scope: `city:${city}`, roles: ['city-admin'] }],
    body: random.chance(0.75) ? { decision: 'accept' } : { decision: 'refuse', reason: tag },
  };
};
