import type { Output } from '../../shared/contract.ts';
import { later } from '../../shared/domain/basics/month.ts';
import { startingSettings } from '../../shared/domain/notices/settings.ts';
import { type Caller, idOf, kindOf } from '../../shared/domain/people/caller.ts';
import { Problem } from '../../shared/problem.ts';
import { actsAbout, actsBy } from '../../shared/table/audit.ts';
import { goodsReportsOf } from '../../shared/table/catalogue/goods-cases.ts';
import { everyEntry, type Page } from '../../shared/table/engine/pages.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { devicesOf } from '../../shared/table/notices/devices.ts';
import { getNoticeSettings, noticesOfPerson } from '../../shared/table/notices/notices.ts';
import { getSavedCarts } from '../../shared/table/orders/saved-carts.ts';
import { codStandingsOf } from '../../shared/table/payments/payments.ts';
import { getDataCopy, saveDataCopy } from '../../shared/table/people/copies.ts';
import { invitationsOf } from '../../shared/table/people/invitations.ts';
import { membershipsOf } from '../../shared/table/people/memberships.ts';
import { getMerchants } from '../../shared/table/register/merchants.ts';
import { getCivilLink } from '../../shared/table/targets/civil-servants.ts';
import { proofsOfPerson } from '../../shared/table/targets/purchase-proofs.ts';
import { endpoint } from '../http/endpoint.ts';
import { savedAddressesOf } from '../reads/buyers/saved-addresses.ts';
import type { World } from '../world.ts';
import { ordersIn } from './copied-orders.ts';

type MyData = Output<'GET /me/data'>;
type About = NonNullable<MyData['about']>;
/** A copy takes some hundred reads: who wants another waits a minute. */
const BETWEEN_MS = 60_000;

const beginCopy = async ({ table, now }: World, person: string): Promise<void> => {
  const [last, at] = [await getDataCopy(table, person), now()];
  const wait = last ? Date.parse(later(last.at, BETWEEN_MS)) - Date.parse(at) : 0;
  const seconds = Math.ceil(wait / 1000);
  if (seconds > 0)
    throw new Problem('too_many_requests', `Salinan baru saja dibuat. Coba lagi ${seconds} detik lagi.`, [], seconds);
  await commit(table, [saveDataCopy({ person, at, version: (last?.version ?? 0) + 1 })]);
};

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
const aboutOf = async (world: World, { person }: Caller): Promise<About> => {
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

/** The copy that the law gives everybody of what is kept of them (UU 27/2022, pasal 7). */
export const copyMyData = endpoint('GET /me/data', async ({ query: { cursor }, caller }, world) => {
  const { person } = caller;
  if (cursor === undefined) await beginCopy(world, person);
  const [about, orders] = await Promise.all([
    cursor === undefined ? aboutOf(world, caller) : null,
    ordersIn(world, person, cursor),
  ]);
  return { madeAt: world.now(), person, about, ...orders };
});
