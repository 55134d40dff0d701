import { createHash, createHmac } from 'node:crypto';

/** What an owner is told to check a commitment to its V: made of the version's salt, so it opens no other owner's. */
export const openingOf = (salt: string, ownerId: string): string =>
  createHmac('sha256', salt).update(ownerId).digest('hex');

/** SHA-256(opening ‖ V): published beside the step, it binds the market to V and tells nothing of it without the opening. */
export const commitmentOf = (salt: string, ownerId: string, recentSalesRupiah: number): string =>
  createHash('sha256')
    .update(`${openingOf(salt, ownerId)} ${recentSalesRupiah}`)
    .digest('hex');
