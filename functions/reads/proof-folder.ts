import type { World } from '../world.ts';

/** Where the pictures of one person's proofs lie; nobody works it out from an account. */
export const proofFolder = ({ keyedIds }: World, person: string): string => keyedIds.derived('prs', person);
