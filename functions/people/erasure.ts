import type { Output } from '../../shared/contract.ts';
import { askedErasure, type Erasure } from '../../shared/domain/people/erasure.ts';
import { GOES, SIGN_IN_NOTE, STAYS } from '../../shared/domain/people/erasure-words.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { allowOrders, stopOrders } from '../../shared/table/orders/open-orders.ts';
import { getErasure, removeErasure, saveErasure } from '../../shared/table/people/erasures.ts';
import { allowSeats, stopSeats } from '../../shared/table/people/seats.ts';
import { endpoint } from '../http/endpoint.ts';
import { obstaclesTo } from './erasure-obstacles.ts';

type MyErasure = Output<'GET /me/erasure'>;

const told = (person: string, erasure: Erasure | undefined, obstacles: MyErasure['obstacles']): MyErasure => ({
  person,
  state: erasure ? (erasure.begunAt === null ? 'waiting' : 'begun') : 'none',
  askedAt: erasure?.askedAt ?? null,
  dueAt: erasure?.dueAt ?? null,
  obstacles,
  goes: [...GOES],
  stays: [...STAYS],
  signIn: SIGN_IN_NOTE,
});

export const readErasure = endpoint('GET /me/erasure', async ({ caller: { person } }, world) => {
  const [erasure, obstacles] = await Promise.all([getErasure(world.table, person), obstaclesTo(world, person)]);
  return told(person, erasure, obstacles);
});

/**
 * Asked for once, however often it is sent. What stands in the way is looked at before, and what may come in between (an
 * order, a role) refuses the commit on the very items that these are counted in.
 */
export const askForErasure = endpoint('POST /me/erasure', async ({ caller: { person } }, world) => {
  const { table, now } = world;
  const known = await getErasure(table, person);
  const obstacles = await obstaclesTo(world, person);
  if (known) return told(person, known, obstacles);
  if (obstacles.length > 0)
    throw new Problem(
      'erasure_hindered',
      `Ada ${obstacles.length} hal yang harus selesai dulu. Lihat daftarnya di halaman Hapus akun saya.`,
    );
  const erasure = askedErasure(person, now());
  await commit(table, [saveErasure(erasure), stopOrders(person, erasure.askedAt), stopSeats(person, erasure.askedAt)]);
  return told(person, erasure, []);
});

export const takeBackErasure = endpoint('DELETE /me/erasure', async ({ caller: { person } }, world) => {
  const erasure = await getErasure(world.table, person);
  if (!erasure) return null;
  if (erasure.begunAt !== null)
    throw new Problem('erasure_begun', 'Penghapusan sudah berjalan, jadi tidak bisa diambil kembali.');
  await commit(world.table, [removeErasure(erasure), allowOrders(person), allowSeats(person)]);
  return null;
});
