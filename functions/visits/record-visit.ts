import { createHash } from 'node:crypto';
import type { Act } from '../../shared/domain/audit/act.ts';
import { stepped } from '../../shared/domain/follow-ups/follow-up.ts';
import { isOpen } from '../../shared/domain/follow-ups/state-words.ts';
import { proposed } from '../../shared/domain/stories/moves.ts';
import { MOST_STORY_PHOTOS } from '../../shared/domain/stories/story.ts';
import { noteOf, recorded, visitingSeat } from '../../shared/domain/visits/moves.ts';
import { betterPlace } from '../../shared/domain/visits/place.ts';
import { recordText } from '../../shared/domain/visits/record-text.ts';
import { tasksOf } from '../../shared/domain/visits/task-moves.ts';
import type { Visit } from '../../shared/domain/visits/visit.ts';
import type { NewVisitRecord } from '../../shared/domain/visits/visit-record.ts';
import { Problem } from '../../shared/problem.ts';
import { recordAct } from '../../shared/table/audit.ts';
import { commit, type Write } from '../../shared/table/engine/writes.ts';
import { getFollowUp, saveFollowUp } from '../../shared/table/follow-ups.ts';
import { getStory, saveStory } from '../../shared/table/stories.ts';
import { getShopPlace, saveShopPlace } from '../../shared/table/visits/shop-places.ts';
import { putShopVisit } from '../../shared/table/visits/shop-visits.ts';
import { saveVisitTask } from '../../shared/table/visits/tasks.ts';
import { putVisitedShop } from '../../shared/table/visits/visited-shops.ts';
import { StoredVisit, saveVisit } from '../../shared/table/visits/visits.ts';
import { endpoint } from '../http/endpoint.ts';
import { firstResult } from '../http/idempotency.ts';
import { expectVisit, makesVisit, seatStands } from '../http/visit-access.ts';
import { requireForeignShopOf } from '../reads/own-shop.ts';
import type { World } from '../world.ts';

/** Where the shop is, for the next route; as it was where this was measured worse. */
const placeWrites = async ({ table }: World, { merchantId, record }: Visit): Promise<Write[]> => {
  if (!record?.place) return [];
  const before = await getShopPlace(table, merchantId);
  const place = betterPlace(before?.place, record.place);
  if (place === undefined || place === before?.place) return [];
  const version = (before?.version ?? 0) + 1;
  return [saveShopPlace({ merchantId, place, measuredAt: record.receivedAt, version })];
};

/** The step of the shop’s follow-up, where its visitor still looks after it. */
const followUpWrites = async ({ table }: World, { merchantId, visitor, record }: Visit): Promise<Write[]> => {
  const before = await getFollowUp(table, merchantId);
  if (!record || before?.officer !== visitor || !isOpen(before.state)) return [];
  const state = record.met === 'nobody' ? before.state : 'visited';
  const after = stepped(before, { state, note: noteOf(record) }, visitor, record.receivedAt);
  return after === before ? [] : [saveFollowUp(after)];
};

/** The story that was written down there, for its shop’s owner to read first. */
const storyWrites = async ({ table }: World, visit: Visit): Promise<Write[]> => {
  const { record, merchantId, visitor } = visit;
  if (!record?.story || record.met === 'nobody') return [];
  const before = await getStory(table, merchantId);
  const given = { text: record.story, photos: record.photos.slice(0, MOST_STORY_PHOTOS) };
  const after = proposed(before, visit, given, { at: record.receivedAt, by: visitor });
  return after === before ? [] : [saveStory(after)];
};

/** A phone lets go of its record when this is the hash of what it has. */
const hashOf = (record: NewVisitRecord): string => createHash('sha256').update(recordText(record)).digest('hex');

/** Stored once, however often a phone that heard no answer sends it. */
export const recordVisit = endpoint('POST /visits/{visitId}/record', async (ask, world) => {
  const { params, body, caller } = ask;
  if (!ask.keyed)
    throw new Problem('idempotency_key_required', 'Kirim Idempotency-Key: nomor catatan ini di HP.', [
      { pointer: '#/header/idempotency-key', detail: 'Wajib; nomor yang sama untuk tiap pengiriman ulang.' },
    ]);
  const before = await expectVisit(world, caller, params.visitId, makesVisit);
  const recordId = ask.newId('vrc');
  // The same request, or it is refused: its hash is that of what was stored then, whatever was corrected since.
  if (before.recordId === recordId) return { ...firstResult(before, ask, StoredVisit), hash: hashOf(body) };
  // It may have become their own since it was planned.
  await requireForeignShopOf(world, caller, before.merchantId);
  const at = world.now();
  const after = recorded(before, body, at);
  const act: Act = {
    chain: after.cityCode,
    at,
    by: caller.person,
    act: 'visit-recorded',
    person: null,
    subjects: [after.merchantId],
    details: { met: body.met },
  };
  const tasks = tasksOf(after, (index) => world.keyedIds.derived('tsk', after.visitId, String(index)));
  const [places, followUps, stories, recordedAct] = await Promise.all([
    placeWrites(world, after),
    followUpWrites(world, after),
    storyWrites(world, after),
    recordAct(world.table, act, caller),
  ]);
  await commit(world.table, [
    saveVisit({ ...after, recordId, request: ask.fingerprint() }),
    putShopVisit({ merchantId: after.merchantId, day: after.day, visitId: after.visitId }),
    putVisitedShop({ cityCode: after.cityCode, merchantId: after.merchantId, met: body.met !== 'nobody' }),
    ...tasks.map(saveVisitTask),
    ...places,
    ...followUps,
    ...stories,
    ...recordedAct,
    ...seatStands(visitingSeat(caller, after)),
  ]);
  return { ...after, hash: hashOf(body) };
});
