import type { World } from '../world.ts';

/** What is kept of a civil servant's number: a hash that only who has the market's secret can make, another one in each city. */
export const nipKeyOf = ({ identitySealer }: World, cityCode: string, nip: string): string =>
  identitySealer(cityCode).keyed(`nip ${nip}`).slice(0, 26);
export const phoneKeyOf = ({ identitySealer }: World, cityCode: string, phone: string): string =>
  identitySealer(cityCode).keyed(`buyer phone ${phone}`).slice(0, 26);
