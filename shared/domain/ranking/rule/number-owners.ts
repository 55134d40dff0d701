import type { Offer } from './request.ts';

/** Owners of a call's offers, numbered from 0 in the order they are met: `owner[i]` is that of `offers[i]`. */
export type Numbered = { owner: Uint32Array; owners: number };

/** A slot for a name, spread evenly. Owner ids are ours, so nobody can choose names that meet in one slot. */
const slotFor = (name: string, slots: number): number => {
  let sum = 0;
  for (let at = 0; at < name.length; at++) sum = (Math.imul(sum, 31) + name.charCodeAt(at)) | 0;
  return (Math.imul(sum, 0x9e3779b1) >>> 8) & (slots - 1);
};

/**
 * Numbers owners by a table of slots, each empty or with the number of an owner; a name whose slot is taken looks on
 * in the next ones. What `new Map()` does, in half the time: the table is made once, as large as it may have to be.
 */
export const numberOwners = (offers: readonly Pick<Offer, 'ownerId'>[]): Numbered => {
  const slots = 2 ** Math.ceil(Math.log2(2 * offers.length + 1));
  const numberIn = new Int32Array(slots).fill(-1);
  const firstOffer = new Uint32Array(offers.length);
  const owner = new Uint32Array(offers.length);
  let owners = 0;
  for (let index = 0; index < offers.length; index++) {
    const name = offers[index]?.ownerId as string;
    let slot = slotFor(name, slots);
    let number = numberIn[slot] as number;
    while (number >= 0 && offers[firstOffer[number] as number]?.ownerId !== name) {
      slot = (slot + 1) & (slots - 1);
      number = numberIn[slot] as number;
    }
    if (number < 0) {
      number = owners++;
      numberIn[slot] = number;
      firstOffer[number] = index;
    }
    owner[index] = number;
  }
  return { owner, owners };
};
