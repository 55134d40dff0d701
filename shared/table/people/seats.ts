import * as z from 'zod';
import { idOf, kindOf, type Membership } from '../../domain/people/caller.ts';
import { isAdmin, MOST_INVITED, MOST_MEMBERS, MOST_SEATS, needsAdmin } from '../../domain/people/seat.ts';
import { Problem } from '../../problem.ts';
import type { Read } from '../engine/reads.ts';
import { Stale } from '../engine/retries.ts';
import type { Key } from '../engine/table.ts';
import { check, remove, update, type Write } from '../engine/writes.ts';
import { recordLeft } from './left-seats.ts';
import { removeMembership, saveMembership } from './memberships.ts';

/*
 * How many seats there are, beside the seats: limits and the last admin are decided by the count in the same commit, so
 * that no list that is moments behind, and no two who act at once, can pass them.
 */

// | entity      | pk                   | sk    |
// | PersonSeats | PERSON#sub           | SEATS |   seats held, shops among them, shops left, shops of theirs that no city has verified yet
// | ScopeSeats  | SCOPE#merchant:mrc_… | SEATS |   members, admins among them, open invitations
const ofPerson = (person: string) => ({
  type: 'PersonSeats',
  key: { pk: `PERSON#${person}`, sk: 'SEATS' },
});
const ofScope = (scope: string) => ({
  type: 'ScopeSeats',
  key: { pk: `SCOPE#${scope}`, sk: 'SEATS' },
});

type Bound = { readonly name: string; readonly by: number; readonly most?: number; readonly least?: number };

/** The shop a seat is in, if it is in one, as what a person's seats tell of it. */
const shopOf = (scope: string): readonly string[] => (kindOf(scope) === 'merchant' ? [idOf(scope)] : []);

const ShopIds = z.set(z.string()).default(new Set<string>());

/** In which shops a person works or has worked: a seat can be left for an hour. Known without a look at every seat of theirs. */
export const workplacesOf = (person: string): Read<ReadonlySet<string>> => ({
  key: ofPerson(person).key,
  parse: ({ shops, leftShops }) => new Set([...ShopIds.parse(shops), ...ShopIds.parse(leftShops)]),
});

type Shops = { readonly joined?: readonly string[]; readonly left?: readonly string[] };

/** Adds to several counters of one item, each within its bound; a counter that is not there yet is nought. */
const count = (
  { type, key }: { type: string; key: Key },
  bounds: readonly Bound[],
  refused: (existing: Record<string, unknown> | undefined) => Error,
  { joined = [], left = [] }: Shops = {},
): Write => {
  const changed = bounds.filter(({ by }) => by !== 0);
  const conditions = changed.flatMap(({ name, by, most, least }) => [
    ...(most !== undefined && by > 0 ? [`(attribute_not_exists(#${name}) OR #${name} <= :${name}Most)`] : []),
    ...(least !== undefined && by < 0 ? [`#${name} >= :${name}Least`] : []),
  ]);
  const values = changed.flatMap(({ name, by, most, least }) => [
    [`:${name}`, by] as const,
    ...(most !== undefined && by > 0 ? [[`:${name}Most`, most - by] as const] : []),
    ...(least !== undefined && by < 0 ? [[`:${name}Least`, least - by] as const] : []),
  ]);
  const shops = [...joined, ...left];
  const added = changed.map(({ name }) => `#${name} :${name}`);
  const [to, from] = joined.length > 0 ? ['#shops', '#leftShops'] : ['#leftShops', '#shops'];
  const moved = shops.length > 0 ? `, ${to} :shops DELETE ${from} :shops` : '';
  return update(
    type,
    key,
    {
      UpdateExpression: `SET #type = :type ADD ${added.join(', ')}${moved}`,
      ...(conditions.length > 0 ? { ConditionExpression: conditions.join(' AND ') } : {}),
      ExpressionAttributeNames: {
        '#type': 'type',
        ...Object.fromEntries(changed.map(({ name }) => [`#${name}`, name])),
        ...(shops.length > 0 ? { '#shops': 'shops', '#leftShops': 'leftShops' } : {}),
      },
      ExpressionAttributeValues: {
        ':type': type,
        ...Object.fromEntries(values),
        ...(shops.length > 0 ? { ':shops': new Set(shops) } : {}),
      },
    },
    refused,
  );
};

const tooManySeats = () =>
  new Problem('seat_limit', `Satu orang memegang paling banyak ${MOST_SEATS} peran. Lepaskan satu peran dulu.`);
const leavingAccount = () =>
  new Problem(
    'erasure_asked',
    'Akun ini diminta dihapus. Ambil kembali permintaan itu di halaman Akun, lalu coba lagi.',
  );
const tooManyShops = (most: number) =>
  new Problem(
    'shop_limit',
    `Anda punya ${most} usaha yang belum diverifikasi. Tunggu keputusan kota sebelum mendaftarkan yang lain.`,
  );
const fullScope = () =>
  new Problem('seat_limit', `Satu tempat memuat paling banyak ${MOST_MEMBERS} orang. Cabut satu peran dulu.`);
const lastAdmin = () =>
  new Problem('last_admin', 'Ini pemegang peran terakhir di sini. Tunjuk penggantinya dulu, lalu lepaskan peran ini.');
const tooManyInvited = () =>
  new Problem('seat_limit', `Ada ${MOST_INVITED} undangan yang belum dijawab. Tarik satu undangan dulu.`);

const countScope = (scope: string, { members = 0, admins = 0, invited = 0 }): Write =>
  count(
    ofScope(scope),
    [
      { name: 'members', by: members, most: MOST_MEMBERS },
      { name: 'admins', by: admins, ...(needsAdmin(scope) ? { least: 1 } : {}) },
      { name: 'invited', by: invited, most: MOST_INVITED },
    ],
    () => (admins < 0 ? lastAdmin() : members > 0 ? fullScope() : tooManyInvited()),
  );

/**
 * Who asked to have their data erased takes no seat: what refuses it stands on the very item a seat is counted in, so that
 * either the seat is there or the erasure is.
 */
const unlessLeaving = (write: Write): Write => {
  const { UpdateExpression, ConditionExpression, ExpressionAttributeNames, ...input } = write.input;
  return {
    ...write,
    input: {
      ...input,
      // Who was erased before and comes back has seats again that do not run out.
      UpdateExpression: `${UpdateExpression} REMOVE #ttl`,
      ConditionExpression: `${ConditionExpression} AND attribute_not_exists(#leaving)`,
      ExpressionAttributeNames: { ...(ExpressionAttributeNames as object), '#leaving': 'leaving', '#ttl': 'ttl' },
    },
    refused: (existing) => (existing?.['leaving'] === undefined ? write.refused(existing) : leavingAccount()),
  };
};

/** A person takes a seat: within the limits of the person and of the place, and for as many invitations as it answers. */
export const takeSeat = (membership: Membership, { invited = 0 } = {}): Write[] => [
  saveMembership(membership),
  unlessLeaving(
    count(ofPerson(membership.person), [{ name: 'seats', by: 1, most: MOST_SEATS }], tooManySeats, {
      joined: shopOf(membership.scope),
    }),
  ),
  seatIn(membership, invited),
];

/** The seat of who applies for a shop, while they have fewer than `most` that no city has verified. */
export const takeApplicantSeat = (membership: Membership, most: number): Write[] => [
  saveMembership(membership),
  unlessLeaving(
    count(
      ofPerson(membership.person),
      [
        { name: 'seats', by: 1, most: MOST_SEATS },
        { name: 'unverified', by: 1, most },
      ],
      (existing) => (Number(existing?.['unverified'] ?? 0) >= most ? tooManyShops(most) : tooManySeats()),
      { joined: shopOf(membership.scope) },
    ),
  ),
  seatIn(membership, 0),
];

const seatIn = (membership: Membership, invited: number): Write =>
  countScope(membership.scope, { members: 1, admins: isAdmin(membership) ? 1 : 0, invited: -invited });

/** The last owner of a closed shop goes when nobody is left who could go on reading what it sold, and to whom. */
const leaveClosed = (scope: string, invited: number): Write => {
  const { type, key } = ofScope(scope);
  return update(
    type,
    key,
    {
      UpdateExpression: 'ADD #members :less, #admins :less, #invited :invited',
      ConditionExpression: '#members = :one OR #admins > :one',
      ExpressionAttributeNames: { '#members': 'members', '#admins': 'admins', '#invited': 'invited' },
      ExpressionAttributeValues: { ':less': -1, ':invited': 0 - invited, ':one': 1 },
    },
    () => new Problem('last_admin', 'Masih ada staf di toko ini. Cabut dulu peran mereka, lalu lepaskan peran Anda.'),
  );
};

/** A seat is given up or taken away, with its invitations; refused for the last admin of a place that needs one, unless `last`. */
export const leaveSeat = (membership: Membership, at: string, { invited = 0, last = false } = {}): Write[] => [
  removeMembership(membership),
  ...(kindOf(membership.scope) === 'merchant' ? [recordLeft(membership, at)] : []),
  count(ofPerson(membership.person), [{ name: 'seats', by: -1 }], tooManySeats, { left: shopOf(membership.scope) }),
  last && isAdmin(membership)
    ? leaveClosed(membership.scope, invited)
    : countScope(membership.scope, { members: -1, admins: isAdmin(membership) ? -1 : 0, invited: -invited }),
];

/** Refuses to open a shop that its last owner has left. */
export const ownerStays = (merchantId: string): Write => ({
  ...check('ScopeSeats', ofScope(`merchant:${merchantId}`).key, {
    ConditionExpression: '#admins >= :one',
    ExpressionAttributeNames: { '#admins': 'admins' },
    ExpressionAttributeValues: { ':one': 1 },
  }),
  refused: () => new Problem('merchant_moved_on', 'Usaha ini ditutup pemiliknya, dan pemiliknya sudah pergi.'),
});

/** Another role in the same place; refused for the last admin of a place that needs one. */
export const changeSeat = (before: Membership, after: Membership): Write[] => {
  const admins = Number(isAdmin(after)) - Number(isAdmin(before));
  return [saveMembership(after), ...(admins === 0 ? [] : [countScope(after.scope, { admins })])];
};

/** One invitation of a place more, or one less. */
export const countInvited = (scope: string, by: 1 | -1): Write => countScope(scope, { invited: by });

/** A shop of this applicant is verified: they may apply for another. */
export const countVerified = (applicant: string): Write =>
  count(ofPerson(applicant), [{ name: 'unverified', by: -1 }], tooManySeats);

/** From now on they take no seat; refused while they hold one. */
export const stopSeats = (person: string, at: string): Write => {
  const { type, key } = ofPerson(person);
  return update(
    type,
    key,
    {
      UpdateExpression: 'SET #type = :type, #leaving = :at',
      ConditionExpression: 'attribute_not_exists(#seats) OR #seats = :none',
      ExpressionAttributeNames: { '#type': 'type', '#leaving': 'leaving', '#seats': 'seats' },
      ExpressionAttributeValues: { ':type': type, ':at': at, ':none': 0 },
    },
    () => new Stale(type),
  );
};

/** They may take seats again. What they left stays known: it is by this that nobody serves themselves. */
export const allowSeats = (person: string): Write => {
  const { type, key } = ofPerson(person);
  const names = { '#leaving': 'leaving' };
  return update(
    type,
    key,
    { UpdateExpression: 'REMOVE #leaving', ExpressionAttributeNames: names },
    () => new Stale(type),
  );
};

/** An erased person's shops are known until then, or not at all. */
export const endSeats = (person: string, until: string | undefined): Write => {
  const { type, key } = ofPerson(person);
  if (until === undefined) return remove(type, key);
  return update(
    type,
    key,
    {
      UpdateExpression: 'SET #ttl = :ttl REMOVE #leaving',
      ExpressionAttributeNames: { '#ttl': 'ttl', '#leaving': 'leaving' },
      ExpressionAttributeValues: { ':ttl': Math.floor(Date.parse(until) / 1000) },
    },
    () => new Stale(type),
  );
};
