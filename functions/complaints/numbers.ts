import { timingSafeEqual } from 'node:crypto';
import type { World } from '../world.ts';

const NUMBER_LETTERS = 10;
const SECRET_LETTERS = 12;

/** The number of a new complaint, out of the id its request derives: 50 bits, so a repeat has the same one and nobody else. */
export const numberOf = (id: string): string => id.slice(id.indexOf('_') + 1).slice(-NUMBER_LETTERS);

/** What opens a complaint to its reporter: 60 bits made of the number and the market's secret, so that nothing is stored to steal. */
export const secretOf = ({ keyedIds }: Pick<World, 'keyedIds'>, number: string): string =>
  keyedIds.derived('trk', 'complaint', number).slice(-SECRET_LETTERS);

export const isSecret = (world: World, number: string, given: string): boolean => {
  const [right, typed] = [Buffer.from(secretOf(world, number)), Buffer.from(given)];
  return right.length === typed.length && timingSafeEqual(right, typed);
};
