import * as z from 'zod';
import { Problem } from '../../problem.ts';
import { Name } from '../basics/text.ts';
import { COUNTRY } from '../places/region.ts';
import { roleNames } from './role-names.ts';

/** What a person may be, and in which kind of place. A role means nothing without its scope. */
export const rolesOf = {
  merchant: ['owner', 'staff'],
  agency: ['buyer', 'approver', 'treasurer'],
  city: ['city-admin', 'inspectorate', 'mentor', 'field-officer'],
  district: ['district-officer'],
  bank: ['bank-officer'],
  province: ['province-admin'],
  partner: ['partner'],
  country: ['operator'],
} as const;
export type ScopeKind = keyof typeof rolesOf;
export const Role = z
  .enum([
    'owner',
    'staff',
    'buyer',
    'approver',
    'treasurer',
    'city-admin',
    'inspectorate',
    'mentor',
    'district-officer',
    'bank-officer',
    'field-officer',
    'province-admin',
    'partner',
    'operator',
  ])
  .meta({ id: 'Role' });
export type Role = z.infer<typeof Role>;

/** Where a role holds: `merchant:mrc_…`, `agency:agc_…`, `city:35.73`, `district:35.73.05`, `bank:bnk_…`, `province:35`, `partner:prt_…` or `country`. */
export const Scope = z
  .string()
  .regex(
    /^(merchant:mrc_[0-9a-z]{26}|agency:agc_[0-9a-z]{26}|city:\d{2}\.\d{2}|district:\d{2}\.\d{2}\.\d{2}|bank:bnk_[0-9a-z]{26}|province:\d{2}|partner:prt_[0-9a-z]{26}|country)$/,
    'Pilih toko, dinas, bank, kota, kecamatan, provinsi, atau mitra yang dimaksud.',
  )
  .meta({ id: 'Scope', example: 'city:35.73' });
export type Scope = string;

/** The subject of the identity provider. Kept free of the table's key separator. */
export const Person = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._|:@-]{0,127}$/, 'Tulis nomor akun seperti yang tampil di halaman Akun.')
  .meta({ id: 'Person', example: 'b7f1c9e0-7a5b-4c55-9a0e-0d9c0b9a2f11' });
export type Person = z.infer<typeof Person>;

/** An account has no name: its seat has, for who reads the seats of the place, and loses it with the seat. */
export const PersonName = Name(60)
  .describe('How colleagues call who holds it, as told by who seated them; the place’s own people read it, nobody else')
  .meta({ id: 'PersonName' });

export const Membership = z
  .object({
    person: Person,
    scope: Scope,
    role: Role,
    city: z
      .string()
      .nullable()
      .describe(
        'City of the merchant, agency, bank or district, city or province of the partner, so that its admin can be told apart',
      ),
    name: z.string().describe('What the scope is called'),
    helperName: z
      .string()
      .optional()
      .describe('Acts for an owner who has no phone, under this name: every act is on record for the owner to read'),
    unconfirmed: z
      .literal(true)
      .optional()
      .describe('An owner called in by who helps: says nothing of money until the city has seen who it is'),
    personName: PersonName.optional(),
    grantedBy: Person,
    grantedAt: z.string(),
    version: z.int(),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

/** Who somebody is to people of a place: their name, where their seat has one, and as what they are there; null without a seat. */
export const Called = z.object({ name: z.string().nullable(), role: Role.nullable() }).meta({ id: 'Called' });
export type Called = z.infer<typeof Called>;
/** By account: those of whom a page tells. */
export const People = z.record(Person, Called).describe('Who the accounts on this page are to this place');
export type People = z.infer<typeof People>;

export const kindOf = (scope: Scope): ScopeKind => scope.split(':')[0] as ScopeKind;
export const idOf = (scope: Scope): string => scope.slice(scope.indexOf(':') + 1);

type HeldSeat = Pick<Membership, 'scope' | 'role'> & {
  readonly helperName?: string | undefined;
  readonly unconfirmed?: true | undefined;
};

/** Who asks: a subject, and what the table says they are. Token claims carry no role, so revoking is at once. */
export type Caller = { readonly person: Person; readonly memberships: readonly HeldSeat[] };

/** The same with what each seat is in the table, so that what is committed can say which seats it stands on. */
export type SeatedCaller = { readonly person: Person; readonly memberships: readonly Membership[] };

export const holds = (caller: Caller, scope: Scope, roles: readonly Role[]): boolean =>
  caller.memberships.some((membership) => membership.scope === scope && roles.includes(membership.role));

/** May act for a shop: its owner or its staff. */
export const actsForMerchant = (caller: Caller, merchantId: string): boolean =>
  holds(caller, `merchant:${merchantId}`, ['owner', 'staff']);

/** The shops somebody acts for in an owner's place, and under which name. */
export const helpedShops = ({ memberships }: Caller): ReadonlyMap<string, string> =>
  new Map(
    memberships.flatMap(({ scope, helperName }) =>
      helperName !== undefined && scope.startsWith('merchant:') ? [[idOf(scope), helperName] as const] : [],
    ),
  );
/** Acts for an owner in this place, and is not one. */
export const isHelper = ({ memberships }: Caller, scope: Scope): boolean =>
  memberships.some((seat) => seat.scope === scope && seat.helperName !== undefined);
/** Was called in as the owner of this place by who helps there, and no city has seen who it is. */
export const isUnconfirmed = ({ memberships }: Caller, scope: Scope): boolean =>
  memberships.some((seat) => seat.scope === scope && seat.unconfirmed === true);
/** Whether an owner whom somebody seats is yet to be seen by the city: the word of who is not sure themselves makes nobody sure. */
export const makesUnconfirmed = (seater: Caller, { scope, role }: Pick<HeldSeat, 'scope' | 'role'>): boolean =>
  role === 'owner' && (isHelper(seater, scope) || isUnconfirmed(seater, scope));
/** Who helps gives somebody the owner's role: the owner they help, so only while there is none. */
export const isHelpersCall = (caller: Caller, { scope, role }: Pick<HeldSeat, 'scope' | 'role'>): boolean =>
  role === 'owner' && isHelper(caller, scope);

/** The shops a person acts for. */
export const shopsOf = ({ memberships }: Caller): string[] =>
  memberships.flatMap(({ scope, role }) =>
    scope.startsWith('merchant:') && (role === 'owner' || role === 'staff') ? [scope.slice('merchant:'.length)] : [],
  );

export const isCityAdmin = (caller: Caller, cityCode: string): boolean =>
  holds(caller, `city:${cityCode}`, ['city-admin']);

/** May read what the city reads: its admins and its inspectorate. */
export const readsCity = (caller: Caller, cityCode: string): boolean =>
  holds(caller, `city:${cityCode}`, ['city-admin', 'inspectorate']);

/** Trains and mentors shops for a city: what they may read and write is theirs series by series. */
export const isMentor = (caller: Caller, cityCode: string): boolean => holds(caller, `city:${cityCode}`, ['mentor']);

/** The districts of a city somebody is an officer of: there they read what a visit needs, and act on what they look after. */
export const districtsOf = ({ memberships }: Caller, cityCode: string): string[] =>
  memberships.flatMap(({ scope, role }) =>
    role === 'district-officer' && scope.startsWith(`district:${cityCode}.`) ? [idOf(scope)] : [],
  );

/** Goes to shops for a city, and sees no more of them than a visit needs. */
export const isFieldOfficer = (caller: Caller, cityCode: string): boolean =>
  holds(caller, `city:${cityCode}`, ['field-officer']);

/** Works for a city, in all of it or in a district: hands out what the city gives, and takes none of it. */
export const worksForCity = (caller: Caller, cityCode: string): boolean =>
  readsCity(caller, cityCode) || districtsOf(caller, cityCode).length > 0;

export const isOperator = (caller: Caller): boolean => holds(caller, 'country', ['operator']);

type Right = { readonly scope: Scope; readonly role: Role };
const OPERATOR: Right = { scope: 'country', role: 'operator' };

/** Each of these alone gives the right to seat people in a place: owners for their shop, approvers and the city for an office, the city for its districts and the banks it named, who agreed with a partner for its people, and so on up. */
const seaters: Record<ScopeKind, (scope: Scope, city: string | null) => readonly Right[]> = {
  merchant: (scope) => [{ scope, role: 'owner' }],
  agency: (scope, city) => [
    { scope, role: 'approver' },
    ...(city === null ? [] : [{ scope: `city:${city}`, role: 'city-admin' as const }]),
  ],
  city: (scope) => [{ scope, role: 'city-admin' }, OPERATOR],
  district: (_, city) => (city === null ? [] : [{ scope: `city:${city}`, role: 'city-admin' }]),
  bank: (_, city) => (city === null ? [] : [{ scope: `city:${city}`, role: 'city-admin' }]),
  province: (scope) => [{ scope, role: 'province-admin' }, OPERATOR],
  partner: (_, place) =>
    place === null
      ? []
      : [
          place.length === 2
            ? { scope: `province:${place}`, role: 'province-admin' }
            : { scope: `city:${place}`, role: 'city-admin' },
        ],
  country: () => [OPERATOR],
};

/** The seat by which somebody may grant and revoke in a scope, if they have one. */
export const seatingRight = <M extends Pick<Membership, 'scope' | 'role'>>(
  { memberships }: { readonly memberships: readonly M[] },
  scope: Scope,
  city: string | null,
): M | undefined => {
  const rights = seaters[kindOf(scope)](scope, city);
  return memberships.find((held) => rights.some((right) => right.scope === held.scope && right.role === held.role));
};

/** Who may grant and revoke in a scope. */
export const maySeat = (caller: Caller, scope: Scope, city: string | null): boolean =>
  seatingRight(caller, scope, city) !== undefined;

/** Refuses a role that does not exist in such a place. */
export const requireRoleFits = (scope: Scope, role: Role): void => {
  const fitting: readonly Role[] = rolesOf[kindOf(scope)];
  if (!fitting.includes(role))
    throw new Problem(
      'invalid_request',
      `Peran ${roleNames[role]} tidak ada di sini. Pilih ${fitting.map((one) => roleNames[one]).join(', ')}.`,
      [{ pointer: '/role', detail: `Harus salah satu dari: ${fitting.join(', ')}.` }],
    );
};

/**
 * Who reads what belongs to a province or the country: sums of the running month and the acts of its office, never a shop. Its
 * own admin does; the operator reads every province, and nobody of a province reads the country, another province, or more of
 * its cities than everybody. What belongs to a level is changed by that level alone: `seaters` says who seats people there.
 */
export const readsAbove = (caller: Caller, place: string): boolean =>
  isOperator(caller) || (place !== COUNTRY && holds(caller, `province:${place}`, ['province-admin']));
