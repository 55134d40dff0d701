import { DAY_MS, later } from '../../../shared/domain/basics/month.ts';
import { erasedCod } from '../../../shared/domain/payments/cash-on-delivery/erase-cod.ts';
import { everyEntry } from '../../../shared/table/engine/pages.ts';
import { commit } from '../../../shared/table/engine/writes.ts';
import { devicesOf, removeDevice } from '../../../shared/table/notices/devices.ts';
import { getCodStanding, saveCodStanding } from '../../../shared/table/payments/payments.ts';
import { endUnder, itemsUnder, removeUnder } from '../../../shared/table/people/erasures.ts';
import { getInvitation, removeInvitation } from '../../../shared/table/people/invitations.ts';
import { countInvited } from '../../../shared/table/people/seats.ts';
import type { World } from '../../world.ts';

type Own = { readonly sk: string; readonly type: string };

/** What refuses new orders and seats goes last, in one commit with the request itself. */
const LAST: readonly string[] = ['Erasure', 'OpenOrders', 'PersonSeats'];
/** Who worked in a shop may not judge it for a year. */
export const LEFT_DAYS = 365;

const afterHash = (sk: string): string => sk.slice(sk.indexOf('#') + 1);

const dropInvitation = async ({ table }: World, person: string, { sk }: Own): Promise<void> => {
  const invitation = await getInvitation(table, person, afterHash(sk));
  if (invitation) await commit(table, [removeInvitation(invitation), countInvited(invitation.scope, -1)]);
};

const keepCod = async (world: World, person: string, { sk }: Own): Promise<void> => {
  const { table, now, newId } = world;
  const standing = await getCodStanding(table, person, afterHash(sk));
  const kept = standing && erasedCod(standing, now(), () => newId('ord'));
  if (!kept) return void (await commit(table, [removeUnder(person, sk)]));
  const { until, ...after } = kept;
  await commit(table, [saveCodStanding(after)]);
  await commit(table, [endUnder(person, sk, until)]);
};

const letEnd = async ({ table, now }: World, person: string, { sk }: Own): Promise<void> => {
  await commit(table, [endUnder(person, sk, later(now(), LEFT_DAYS * DAY_MS))]);
};

const drop = async ({ table }: World, person: string, { sk }: Own): Promise<void> => {
  await commit(table, [removeUnder(person, sk)]);
};

/** What is not simply taken away. Whatever else lies under a person goes, also what is kept there one day. */
const fates: Readonly<Record<string, typeof drop>> = {
  Invitation: dropInvitation,
  CodStanding: keepCod,
  LeftSeat: letEnd,
};

/** Takes away what lies under a person; answers whether shops they left stay known. Again changes nothing more. */
export const eraseOwn = async (world: World, person: string): Promise<{ readonly left: boolean }> => {
  for (const device of await devicesOf(world.table, person)) await commit(world.table, [removeDevice(device)]);
  const own = await everyEntry((after) => itemsUnder(world.table, person, { limit: 100, after }));
  for (const item of own) if (!LAST.includes(item.type)) await (fates[item.type] ?? drop)(world, person, item);
  return { left: own.some(({ type }) => type === 'LeftSeat') };
};
