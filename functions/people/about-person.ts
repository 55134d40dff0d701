import type { Output } from '../../shared/contract.ts';
import { startingSettings } from '../../shared/domain/notices/settings.ts';
import { type Caller, idOf, kindOf } from '../../shared/domain/people/caller.ts';
import { actsAbout, actsBy } from '../../shared/table/audit.ts';
import { goodsReportsOf } from '../../shared/table/catalogue/goods-cases.ts';
import { everyEntry, type Page } from '../../shared/table/engine/pages.ts';
import { devicesOf } from '../../shared/table/notices/devices.ts';
import { getNoticeSettings, noticesOfPerson } from '../../shared/table/notices/notices.ts';
import { getSavedCarts } from '../../shared/table/orders/saved-carts.ts';
import { codStandingsOf } from '../../shared/table/payments/payments.ts';
import { invitationsOf } from '../../shared/table/people/invitations.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { getCivilLink } from '../../shared/table/targets/civil-servants.ts';
import { proofsOfPerson } from '../../shared/table/targets/purchase-proofs.ts';
import { savedAddressesOf } from '../reads/buyers/saved-addresses.ts';
import type { World } from '../world.ts';

type MyData = Output<'GET /me/data'>;
type About = NonNullable<MyData['about']>;

const every = <T>(read: (request: { limit: number; after: string | undefined }) => Promise<Page<T>>): Promise<T[]> =>
  everyEntry((after) => read({ limit: 100, after }));

const shopsOwned = async ({ table }: World, memberships: About['memberships']): Promise<About['shops']> => {
  const owned = memberships.filter(({ scope, role }) => kindOf(scope) === 'merchant' && role === 'owner');
  const found = await getMerchants(
    table,
    owned.slice(0, 100).map(({ scope }) => idOf(scope)),
  );
  return found.filter((shop) => shop !== undefined);
};

/** Everything but orders. Seats are read again: a copy holds what is, not what a cache remembers. */
export const aboutOf = async (world: World, { person }: Caller): Promise<About> => {
  const { table } = world;
  const memberships = await membershipsOf(table, person);
  const [
    invitations,
    shops,
    notices,
    settings,
    devices,
    cashOnDelivery,
    saved,
    kept,
    byMe,
    aboutMe,
    link,
    proofs,
    goods,
  ] = await Promise.all([
    every((request) => invitationsOf(table, person, request)),
    shopsOwned(world, memberships),
    every((request) => noticesOfPerson(table, person, request)),
    getNoticeSettings(table, person),
    devicesOf(table, person),
    codStandingsOf(table, person),
    getSavedCarts(table, person),
    savedAddressesOf(world, `PERSON#${person}`),
    every((request) => actsBy(table, person, request)),
    every((request) => actsAbout(table, person, request)),
    getCivilLink(table, person),
    every((request) => proofsOfPerson(table, person, request)),
    every((request) => goodsReportsOf(table, person, request)),
  ]);
  const { push, quiet } = settings ?? startingSettings;
  const noticeSettings = { push, quiet };
  return {
    memberships,
    invitations,
    shops,
    notices,
    noticeSettings,
    devices,
    cashOnDelivery,
    savedCarts: saved?.carts ?? [],
    savedAddresses: kept.addresses,
    acts: { byMe, aboutMe },
    civilServant: link ?? null,
    purchaseProofs: proofs,
    goodsReports: goods,
  };
};
