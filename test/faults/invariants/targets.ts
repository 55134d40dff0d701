import type { Sim } from '../sim.ts';
import type { Books } from './books.ts';

const counts = (books: Books): ReadonlyMap<string, number> => {
  const offices = new Map(
    books.ledger.all('CivilServant').map(({ cityCode, nipKey, agencyId }) => [`${cityCode} ${nipKey}`, agencyId]),
  );
  const found = new Map<string, number>();
  for (const { cityCode, nipKey, month } of books.ledger.all('TookPart')) {
    const key = `${offices.get(`${cityCode} ${nipKey}`)} ${month}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  return found;
};

/** How many of an office took part in a month is how many are on record for it, at every moment. */
export const officeMonths = (books: Books): void => {
  const real = counts(books);
  const known = new Set<string>();
  for (const { agencyId, month, participants } of books.ledger.all('OfficeMonth')) {
    const key = `${agencyId} ${month}`;
    known.add(key);
    if (participants !== real.get(key))
      books.violated(`${key} says ${participants} took part, on record are ${real.get(key) ?? 0}`);
  }
  for (const key of real.keys()) if (!known.has(key)) books.violated(`who took part in ${key} is in no office's month`);
};

/** A proof that was accepted counted, and nobody counts without one or a purchase that came. */
export const checkTargets = (sim: Sim): void => {
  const proofs = sim.ledger.all('PurchaseProof').filter(({ state }) => state === 'accepted');
  const of = ({ cityCode, month, nipKey }: { cityCode: string; month: string; nipKey: string }) =>
    `${cityCode} ${month} ${nipKey}`;
  const took = new Set(sim.ledger.all('TookPart').map(of));
  for (const proof of proofs)
    if (!took.has(of(proof))) sim.violated(`proof ${proof.proofId} was accepted and counts for nobody`);
  const proved = new Set(proofs.map(of));
  const people = new Map(sim.ledger.all('CivilServant').map((one) => [`${one.cityCode} ${one.nipKey}`, one.person]));
  const bought = (part: { cityCode: string; month: string; nipKey: string }) =>
    sim.ledger
      .all('Order')
      .some(
        ({ buyer, cityCode, state, handovers }) =>
          buyer === people.get(`${part.cityCode} ${part.nipKey}`) &&
          cityCode === part.cityCode &&
          state === 'received' &&
          handovers.some(({ month }) => month === part.month),
      );
  for (const part of sim.ledger.all('TookPart'))
    if (!proved.has(of(part)) && !bought(part)) sim.violated(`${of(part)} took part by nothing`);
};
