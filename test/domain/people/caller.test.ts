import { describe, expect, test } from 'vitest';
import {
  actsForMerchant,
  type Caller,
  districtsOf,
  isCityAdmin,
  isFieldOfficer,
  isMentor,
  isOperator,
  maySeat,
  Person,
  type Role,
  Role as Roles,
  readsCity,
  requireRoleFits,
  rolesOf,
  Scope,
  worksForCity,
} from '../../../shared/domain/people/caller.ts';
import { idOf } from '../examples.ts';

const scopes = {
  merchant: [`merchant:${idOf('mrc', 'ours')}`, `merchant:${idOf('mrc', 'theirs')}`],
  agency: [`agency:${idOf('agc', 'ours')}`, `agency:${idOf('agc', 'theirs')}`],
  city: ['city:35.73', 'city:35.78'],
  district: ['district:35.73.02', 'district:35.78.02'],
  bank: [`bank:${idOf('bnk', 'ours')}`, `bank:${idOf('bnk', 'theirs')}`],
  province: ['province:35', 'province:18'],
  country: ['country', 'country'],
} as const;
type Kind = keyof typeof scopes;
const kinds = Object.keys(scopes) as Kind[];

/** Every role in every place, ours and theirs: everybody there can be. */
const everybody: { role: Role; scope: string; ours: boolean; kind: Kind }[] = kinds.flatMap((kind) =>
  ([0, 1] as const).flatMap((which) =>
    rolesOf[kind].map((role) => ({ role, scope: scopes[kind][which], ours: which === 0 || kind === 'country', kind })),
  ),
);
const as = (role: Role, scope: string): Caller => ({ person: 'somebody', memberships: [{ role, scope }] });

/** Who may seat people in our place of each kind. */
const seaters: Record<Kind, (who: { role: Role; ours: boolean }) => boolean> = {
  merchant: ({ role, ours }) => ours && role === 'owner',
  agency: ({ role, ours }) => ours && (role === 'approver' || role === 'city-admin'),
  city: ({ role, ours }) => (ours && role === 'city-admin') || role === 'operator',
  district: ({ role, ours }) => ours && role === 'city-admin',
  bank: ({ role, ours }) => ours && role === 'city-admin',
  province: ({ role, ours }) => (ours && role === 'province-admin') || role === 'operator',
  country: ({ role }) => role === 'operator',
};

describe('a role', () => {
  test.each(everybody)('$role in $scope acts only where it holds', ({ role, scope, ours, kind }) => {
    const caller = as(role, scope);
    expect(actsForMerchant(caller, idOf('mrc', 'ours'))).toBe(kind === 'merchant' && ours);
    expect(isCityAdmin(caller, '35.73')).toBe(ours && role === 'city-admin');
    expect(readsCity(caller, '35.73')).toBe(ours && (role === 'city-admin' || role === 'inspectorate'));
    expect(isOperator(caller)).toBe(role === 'operator');
    expect(districtsOf(caller, '35.73')).toEqual(ours && role === 'district-officer' ? ['35.73.02'] : []);
    const sentOut = role === 'mentor' || role === 'field-officer';
    expect(worksForCity(caller, '35.73')).toBe(ours && (kind === 'city' || kind === 'district') && !sentOut);
    expect(isMentor(caller, '35.73')).toBe(ours && role === 'mentor');
    expect(isFieldOfficer(caller, '35.73')).toBe(ours && role === 'field-officer');
  });

  test.each(everybody)('$role in $scope seats people only where it keeps the door', ({ role, scope, ours }) => {
    for (const kind of kinds) {
      const city = kind === 'province' || kind === 'country' ? null : '35.73';
      expect(maySeat(as(role, scope), scopes[kind][0], city), kind).toBe(seaters[kind]({ role, ours }));
    }
  });

  test('held in the wrong kind of place is worth nothing', () => {
    for (const role of Roles.options)
      for (const kind of kinds) {
        if ((rolesOf[kind] as readonly Role[]).includes(role)) continue;
        const odd = as(role, scopes[kind][0]);
        for (const place of kinds) expect(maySeat(odd, scopes[place][0], null), `${role} in ${kind}`).toBe(false);
        expect(() => requireRoleFits(scopes[kind][0], role)).toThrow(
          expect.objectContaining({
            code: 'invalid_request',
            message: expect.not.stringMatching(/[a-z]-[a-z]|:|_|owner|staff/),
          }),
        );
      }
  });

  test('belongs to exactly one kind of place, and every role to one', () => {
    const placed = Object.values(rolesOf).flat();
    expect(new Set(placed).size).toBe(placed.length);
    expect([...placed].sort()).toEqual([...Roles.options].sort());
  });
});

describe('a scope', () => {
  test('names one kind of place and its id, nothing else', () => {
    for (const kind of kinds) expect(Scope.safeParse(scopes[kind][0]).success).toBe(true);
  });
  test.each([
    '',
    'city',
    'city:35',
    'city:35.73#x',
    'city:3573',
    'country:ID',
    'merchant:mrc_1',
    'province:350',
    'City:35.73',
    '__proto__',
    'constructor',
  ])('is not %j', (text) => expect(Scope.safeParse(text).success).toBe(false));
});

describe('a subject', () => {
  test.each([
    'sri',
    'b7f1c9e0-7a5b-4c55-9a0e-0d9c0b9a2f11',
    'auth0|5f7c8ec7c33c6c004bbafe82',
    'a@b.id',
    'x'.repeat(128),
  ])('may be %s', (sub) => expect(Person.safeParse(sub).success).toBe(true));
  test.each([
    '',
    '#',
    'a#b',
    'a b',
    'a\nb',
    '[a]',
    '[sri ani]',
    '{a}',
    '../x',
    'a/b',
    'ａ',
    '-a',
    'x'.repeat(129),
    'a\u0000',
  ])('may not be %j, which could reach into a key or a list', (sub) =>
    expect(Person.safeParse(sub).success).toBe(false),
  );
});
