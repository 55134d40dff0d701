import * as z from 'zod';
import { idOf, kindOf, type Membership } from '../../domain/people/caller.ts';
import { MOST_INVITED } from '../../domain/people/invitation.ts';
import { isAdmin, MOST_MEMBERS, MOST_SEATS, needsAdmin } from '../../domain/people/seat.ts';
import { Problem } from '../../problem.ts';
import { above, anyOf, atLeast, atMost, counted, is, isAbsent } from '../engine/fields.ts';
import type { Read } from '../engine/reads.ts';
import type { Item } from '../engine/table.ts';
import { check, remove, update, upsert, type Write } from '../engine/writes.ts';
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

const ShopIds = z.set(z.string()).default(new Set<string>());

/** In which shops a person works or has worked: a seat can be left for an hour. Known without a look at every seat of theirs. */
export const workplacesOf = (person: string): Read<ReadonlySet<string>> => ({
  key: ofPerson(person).key,
  parse: ({ shops, leftShops }) => new Set([...ShopIds.parse(shops), ...ShopIds.parse(leftShops)]),
});

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

const ownerIsThere = () =>
  new Problem('not_allowed', 'Toko ini sudah punya pemilik. Hanya pemilik yang memberi peran pemilik.');

/** `alone`: whoever helps there is the only one who owns it. Of two they called in, one would put the other out for them. */
const countScope = (scope: string, { members = 0, admins = 0, invited = 0, alone = false }): Write => {
  const { type, key } = ofScope(scope);
  const counters = {
    members: { by: members, most: MOST_MEMBERS },
    admins: { by: admins, least: needsAdmin(scope) ? 1 : undefined },
    invited: { by: invited, most: MOST_INVITED },
  };
  const { add, when } = counted(counters);
  return upsert(type, key, { add, when: [...when, ...(alone ? [atMost('admins', 1)] : [])] }, (existing) => {
    if (alone && Number(existing?.['admins']) > 1) return ownerIsThere();
    return admins < 0 ? lastAdmin() : members > 0 ? fullScope() : tooManyInvited();
  });
};

/** A seat in a shop moves the shop's id from one of its holder's sets to the other; any other seat moves nothing. */
const moveShop = (scope: string, to: 'shops' | 'leftShops', from: 'shops' | 'leftShops') => {
  if (kindOf(scope) !== 'merchant') return { add: {}, takeOut: {} };
  const id = new Set([idOf(scope)]);
  return { add: { [to]: id }, takeOut: { [from]: id } };
};

/**
 * One more seat of a person, with what else is counted of them. Who asked to have their data erased takes none: what refuses
 * it stands on the very item a seat is counted in, so that either the seat is there or the erasure is.
 */
const countSeat = (
  { person, scope }: Membership,
  more: Parameters<typeof counted>[0],
  refused: (existing: Item | undefined) => Error,
): Write => {
  const { type, key } = ofPerson(person);
  const { add, when } = counted({ seats: { by: 1, most: MOST_SEATS }, ...more });
  const shop = moveShop(scope, 'shops', 'leftShops');
  return upsert(
    type,
    key,
    {
      add: { ...add, ...shop.add },
      takeOut: shop.takeOut,
      // Who was erased before and comes back has seats again that do not run out.
      clear: ['ttl'],
      when: [...when, isAbsent('leaving')],
    },
    (existing) => (existing?.['leaving'] === undefined ? refused(existing) : leavingAccount()),
  );
};
/** One seat less; the shop it was in stays known as one that was left. */
const uncountSeat = ({ person, scope }: Membership): Write => {
  const { type, key } = ofPerson(person);
  const shop = moveShop(scope, 'leftShops', 'shops');
  return upsert(type, key, { add: { seats: -1, ...shop.add }, takeOut: shop.takeOut });
};

/** A person takes a seat: within the limits of the person and of the place, and for as many invitations as it answers. */
export const takeSeat = (membership: Membership, { invited = 0, alone = false } = {}): Write[] => [
  saveMembership(membership),
  countSeat(membership, {}, tooManySeats),
  seatIn(membership, invited, alone),
];

/** The seat of who applies for a shop, while they have fewer than `most` that no city has verified. */
export const takeApplicantSeat = (membership: Membership, most: number): Write[] => [
  saveMembership(membership),
  countSeat(membership, { unverified: { by: 1, most } }, (existing) =>
    Number(existing?.['unverified'] ?? 0) >= most ? tooManyShops(most) : tooManySeats(),
  ),
  seatIn(membership, 0),
];

const seatIn = (membership: Membership, invited: number, alone = false): Write =>
  countScope(membership.scope, { members: 1, admins: isAdmin(membership) ? 1 : 0, invited: -invited, alone });

/** The last owner of a closed shop goes when nobody is left who could go on reading what it sold, and to whom. */
const leaveClosed = (scope: string, invited: number): Write => {
  const { type, key } = ofScope(scope);
  return update(
    type,
    key,
    { add: { members: -1, admins: -1, invited: 0 - invited }, when: [anyOf(is('members', 1), above('admins', 1))] },
    () => new Problem('last_admin', 'Masih ada staf di toko ini. Cabut dulu peran mereka, lalu lepaskan peran Anda.'),
  );
};

/** A seat is given up or taken away, with its invitations; refused for the last admin of a place that needs one, unless `last`. */
export const leaveSeat = (membership: Membership, at: string, { invited = 0, last = false } = {}): Write[] => [
  removeMembership(membership),
  ...(kindOf(membership.scope) === 'merchant' ? [recordLeft(membership, at)] : []),
  uncountSeat(membership),
  last && isAdmin(membership)
    ? leaveClosed(membership.scope, invited)
    : countScope(membership.scope, { members: -1, admins: isAdmin(membership) ? -1 : 0, invited: -invited }),
];

/** Refuses to open a shop that its last owner has left. */
export const ownerStays = (merchantId: string): Write => ({
  ...check('ScopeSeats', ofScope(`merchant:${merchantId}`).key, atLeast('admins', 1)),
  refused: () => new Problem('merchant_moved_on', 'Usaha ini ditutup pemiliknya, dan pemiliknya sudah pergi.'),
});

/** Another role in the same place; refused for the last admin of a place that needs one. */
export const changeSeat = (before: Membership, after: Membership, { alone = false } = {}): Write[] => {
  const admins = Number(isAdmin(after)) - Number(isAdmin(before));
  return [saveMembership(after), ...(admins === 0 ? [] : [countScope(after.scope, { admins, alone })])];
};

/** One invitation of a place more, or one less; none where one that was made is made again. */
export const countInvited = (scope: string, by: 1 | 0 | -1, alone = false): Write =>
  countScope(scope, { invited: by, alone });

/** A shop of this applicant is verified: they may apply for another. */
export const countVerified = (applicant: string): Write => {
  const { type, key } = ofPerson(applicant);
  return upsert(type, key, { add: { unverified: -1 } });
};

/** From now on they take no seat; refused while they hold one. */
export const stopSeats = (person: string, at: string): Write => {
  const { type, key } = ofPerson(person);
  return upsert(type, key, { set: { leaving: at }, when: [anyOf(isAbsent('seats'), is('seats', 0))] });
};

/** They may take seats again. What they left stays known: it is by this that nobody serves themselves. */
export const allowSeats = (person: string): Write => {
  const { type, key } = ofPerson(person);
  return update(type, key, { clear: ['leaving'] });
};

/** An erased person's shops are known until then, or not at all. */
export const endSeats = (person: string, until: string | undefined): Write => {
  const { type, key } = ofPerson(person);
  if (until === undefined) return remove(type, key);
  return update(type, key, { set: { ttl: Math.floor(Date.parse(until) / 1000) }, clear: ['leaving'] });
};
