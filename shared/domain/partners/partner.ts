import * as z from 'zod';
import { Id } from '../basics/id-schema.ts';
import { Instant } from '../basics/month-schema.ts';
import { Name } from '../basics/text.ts';
import { type Caller, holds, isCityAdmin, readsAbove, readsCity } from '../people/caller.ts';
import { CityCode } from '../places/region.ts';
import { partnerKinds } from './words.ts';

export const PartnerId = Id('prt').meta({ id: 'PartnerId' });
export const PartnerKind = z
  .enum(Object.keys(partnerKinds) as [keyof typeof partnerKinds])
  .meta({ id: 'PartnerKind', description: 'What it does for people' });

/** A company that works with a city or a province. Two places that work with one company have a partner each: neither reads what the other agreed. */
export const Partner = z
  .object({
    partnerId: PartnerId,
    place: z.string().describe('Whose partner: a city (35.72) or a province (18)'),
    legalName: Name(120).describe('As it stands in its deed'),
    brand: Name(60).describe('As people call it'),
    kind: PartnerKind,
    cities: z.array(CityCode).describe('Where it works under this partnership'),
    addedAt: Instant,
  })
  .meta({ id: 'Partner' });
export type Partner = z.infer<typeof Partner>;

/** A city's partner works in that city. */
export const NewPartner = z
  .strictObject({ legalName: Partner.shape.legalName, brand: Partner.shape.brand, kind: PartnerKind })
  .meta({ id: 'NewPartner' });
export const NewProvincePartner = NewPartner.extend({
  cities: z
    .array(CityCode)
    .min(1)
    .max(60)
    .refine((cities) => new Set(cities).size === cities.length, 'Sebut tiap kota satu kali.'),
}).meta({ id: 'NewProvincePartner' });

type Of = Pick<Partner, 'partnerId' | 'place' | 'cities'>;
const ofProvince = ({ place }: Pick<Partner, 'place'>): boolean => place.length === 2;

/** Agrees with a partner and holds it to that: the admins of the place whose partner it is. */
export const managesPartner = (caller: Caller, { place }: Pick<Partner, 'place'>): boolean =>
  ofProvince({ place }) ? holds(caller, `province:${place}`, ['province-admin']) : isCityAdmin(caller, place);

/** A person of the partner itself. */
export const isOfPartner = (caller: Caller, { partnerId }: Pick<Partner, 'partnerId'>): boolean =>
  holds(caller, `partner:${partnerId}`, ['partner']);

/** Reads what was agreed: the place's own people, those of every city it holds for, and the partner. */
export const readsPartner = (caller: Caller, partner: Of): boolean =>
  isOfPartner(caller, partner) ||
  (ofProvince(partner) && readsAbove(caller, partner.place)) ||
  partner.cities.some((city) => readsCity(caller, city));

/** Reads what it reported about one city: the partner, the province that agreed, and of the cities that one alone. */
export const readsPartnerIn = (caller: Caller, partner: Of, city: string): boolean =>
  partner.cities.includes(city) &&
  (isOfPartner(caller, partner) ||
    (ofProvince(partner) && readsAbove(caller, partner.place)) ||
    readsCity(caller, city));
