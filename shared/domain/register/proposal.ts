import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Instant } from '../basics/month-schema.ts';
import { Name } from '../basics/text.ts';
import { DistrictCode, VillageCode } from '../places/region.ts';

/** What a verified shop may propose to be called or where to be; the rest of who it is stays as the city saw it. */
export const Proposable = z.object({ name: Name(80), district: DistrictCode, village: VillageCode }).partial();
export type Proposable = z.infer<typeof Proposable>;

/** The shop's last proposal. Until the city confirms it, the shop is called and stands where it did. */
export const Proposal = Proposable.extend({
  state: z.enum(['open', 'confirmed', 'refused', 'withdrawn']),
  by: z.string(),
  at: Instant,
  decidedBy: z.string().optional(),
  decidedAt: Instant.optional(),
  reason: z.string().optional().describe('Why the city refused it'),
}).meta({ id: 'MerchantProposal' });
export type Proposal = z.infer<typeof Proposal>;

type Shop = Required<Proposable> & { readonly proposed?: Proposal | undefined };
const names = ['name', 'district', 'village'] as const;

/** A proposal of what differs from the shop, or undefined when nothing does. One waits for the city at a time. */
export const propose = (shop: Shop, wanted: Proposable, by: string, at: Instant): Proposal | undefined => {
  const other = names.filter((name) => wanted[name] !== undefined && wanted[name] !== shop[name]);
  if (other.length === 0) return undefined;
  const { proposed } = shop;
  if (proposed?.state !== 'open') return { ...pick(wanted, other), state: 'open', by, at };
  if (other.every((name) => proposed[name] === wanted[name])) return proposed;
  throw new Problem(
    'proposal_open',
    'Usulan perubahan sebelumnya belum diputuskan kota. Tunggu keputusannya dulu.',
    other.map((name) => ({ pointer: `/${name}`, detail: 'Masih ada usulan yang menunggu.' })),
  );
};

export const pick = (from: Proposable, wanted: readonly (typeof names)[number][] = names): Proposable =>
  Object.fromEntries(wanted.flatMap((name) => (from[name] === undefined ? [] : [[name, from[name]]])));
