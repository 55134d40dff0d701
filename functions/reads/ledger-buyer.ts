import type { World } from '../world.ts';

/** Who ordered, as the ledger of a city knows them: a keyed hash of an office or a person, equal for equal buyers. */
export const ledgerBuyer = (
  { identitySealer }: Pick<World, 'identitySealer'>,
  cityCode: string,
  buyer: string,
): string => identitySealer(cityCode).keyed(`buyer ${buyer}`).slice(0, 22);
