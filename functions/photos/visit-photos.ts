import { createHash } from 'node:crypto';
import { withPicture } from '../../shared/domain/visits/task-moves.ts';
import { Problem } from '../../shared/problem.ts';
import { commit } from '../../shared/table/engine/writes.ts';
import { countToday } from '../../shared/table/people/daily-counts.ts';
import { saveVisitTask } from '../../shared/table/visits/tasks.ts';
import { getVisitPhoto, putVisitPhoto } from '../../shared/table/visits/visit-photos.ts';
import { endpoint } from '../http/endpoint.ts';
import { expectVisit, expectVisitTask, handlesTask, makesVisit } from '../http/visit-access.ts';
import { storePrivate } from './store-photo.ts';

const differs = () =>
  new Problem('photo_differs', 'Foto tidak sampai utuh. Kirim lagi; foto di HP belum dihapus.', [
    { pointer: '#/path/hash', detail: 'Isi yang sampai berbeda dari foto ini.' },
  ]);

/**
 * The hash is of what came, before anything is drawn: only with it does the phone know that its picture is safe. A picture
 * that came before is not drawn twice.
 */
export const addVisitPhoto = endpoint('POST /visits/{visitId}/photos/{hash}', async (ask, world) => {
  const { params, bytes, caller } = ask;
  const { visitId, record } = await expectVisit(world, caller, params.visitId, makesVisit);
  if (!record?.photos.includes(params.hash))
    throw new Problem('visit_moved_on', 'Catatan kunjungan ini tidak menyebut foto ini. Kirim catatannya dulu.');
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (hash !== params.hash) throw differs();
  if (await getVisitPhoto(world.table, visitId, hash)) return { hash };
  const photoId = await storePrivate(world, visitId, bytes, async () => {});
  await commit(world.table, [putVisitPhoto({ visitId, hash, photoId, by: caller.person, at: world.now() })]);
  return { hash };
});

/** The picture of a proof waits on its task until what was done is said. */
export const addTaskPhoto = endpoint('POST /merchants/{merchantId}/tasks/{taskId}/photo', async (ask, world) => {
  const { params, bytes, caller } = ask;
  const before = await expectVisitTask(world, caller, params, handlesTask);
  const photoId = await storePrivate(world, before.taskId, bytes, () =>
    commit(world.table, [countToday('task-photo', before.taskId, world.now())]),
  );
  const after = withPicture(before, photoId);
  if (after !== before) await commit(world.table, [saveVisitTask(after)]);
  return { photoId };
});
