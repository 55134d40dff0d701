import type { Output } from '../../shared/contract.ts';
import type { Call } from './client.ts';

export type Me = Output<'GET /me'>;
type Seat = Me['memberships'][number];

export const loadMe = (call: Call): Promise<Me> => call('GET /me');

const idOf = ({ scope }: Seat): string => scope.slice(scope.indexOf(':') + 1);
const seatsIn = (me: Me, kind: string): Seat[] => me.memberships.filter(({ scope }) => scope.startsWith(`${kind}:`));

export type Shop = {
  readonly merchantId: string;
  readonly name: string;
  readonly role: string;
  /** Its city's code; by it its wall clock is known. */
  readonly city: string | undefined;
  /** Under which name somebody acts in the owner's place. */
  readonly helperName?: string | undefined;
  /** Called in as the owner by who helps; the city has not seen them yet. */
  readonly unconfirmed?: true | undefined;
};
export const shopsOf = (me: Me): Shop[] =>
  seatsIn(me, 'merchant').map((seat) => ({
    merchantId: idOf(seat),
    name: seat.name,
    role: seat.role,
    helperName: seat.helperName,
    unconfirmed: seat.unconfirmed,
    city: seat.city ?? undefined,
  }));

export type OfficeSeat = { readonly agencyId: string; readonly name: string; readonly role: string };
export const officesOf = (me: Me): OfficeSeat[] =>
  seatsIn(me, 'agency').map((seat) => ({ agencyId: idOf(seat), name: seat.name, role: seat.role }));

export type PartnerSeat = { readonly partnerId: string; readonly name: string };
export const partnersOf = (me: Me): PartnerSeat[] =>
  seatsIn(me, 'partner').map((seat) => ({ partnerId: idOf(seat), name: seat.name }));

/** Where somebody's visits are: theirs to make, with a line or without. */
export const VISITS = '/kunjungan/';
/** Whether somebody may be sent to shops. */
export const goesToShops = (me: Me): boolean =>
  me.memberships.some(({ role }) => /^(city-admin|district-officer|field-officer)$/.test(role));

/** The Dasbor of a city, a district’s or a bank’s city, or a province; an operator's is that of the first province. */
export const dasborOf = ({ scope, city }: Pick<Seat, 'scope' | 'city'>): string => {
  const [kind, code = ''] = scope.split(':');
  if (kind === 'city' || kind === 'district') return `/dasbor/?kota=${code.slice(0, 5)}`;
  if (kind === 'bank') return `/dasbor/?kota=${city}`;
  return kind === 'province' ? `/dasbor/?provinsi=${code}` : '/dasbor/';
};

/** Where somebody who has signed in belongs: their shop, their office, their city or province; else where they were. */
export const homeOf = (me: Me): string | undefined => {
  if (shopsOf(me).length > 0) return '/toko-saya/';
  if (officesOf(me).length > 0) return '/kantor/';
  if (me.memberships.some(({ role }) => role === 'field-officer')) return VISITS;
  const [first] = ['city', 'district', 'bank', 'province', 'country'].flatMap((kind) => seatsIn(me, kind));
  if (first) return dasborOf(first);
  return partnersOf(me).length > 0 ? '/akun/mitra' : undefined;
};
