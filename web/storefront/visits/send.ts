import { type Heard, retried, sendAll } from '../../../shared/domain/visits/queue.ts';
import { recordText } from '../../../shared/domain/visits/record-text.ts';
import { type Call, client, Refusal } from '../../entry/client.ts';
import { currentSession, personOf } from '../../entry/session.ts';
import { hashOf } from '../../kit/files/file-hash.ts';
import { type Kept, keptAs, keptBy, pictureOf, stageOf, writeSent } from './phone-store.ts';

/** No line, a market that is down or busy, a session that is over: to be tried again by itself. Anything else was decided. */
const isPassing = (status: number, code?: string): boolean =>
  status === 0 || status === 401 || status >= 500 || code === 'changed_meanwhile';
/** A queue of weeks is sent faster than people click: the market lets so many through, and then some each second. */
const TOO_FAST = 429;
const PAUSE_MS = 5000;
const pause = () => new Promise<void>((done) => setTimeout(done, PAUSE_MS));

const heardOf = (error: unknown): Heard => {
  if (!(error instanceof Refusal)) throw error;
  if (error.status === TOO_FAST) return { heard: 'too-fast' };
  return isPassing(error.status, error.code) ? { heard: 'nothing' } : { heard: 'refusal', sentence: error.message };
};

const sendRecord = (call: Call, { visitId, instanceId, body }: Kept): Promise<Heard> => {
  if (!body) return Promise.resolve({ heard: 'nothing' });
  const asked = { params: { visitId }, body, headers: { 'idempotency-key': instanceId } };
  return call('POST /visits/{visitId}/record', asked).then(({ hash }) => ({ heard: 'hash', hash }) as const, heardOf);
};

const sendPicture = async (token: string, kept: Kept, hash: string): Promise<Heard> => {
  const picture = await pictureOf(kept, hash);
  if (!picture) return { heard: 'refusal', sentence: 'Foto ini sudah tidak ada di HP.' };
  const response = await fetch(`/api/visits/${kept.visitId}/photos/${hash}`, {
    method: 'POST',
    headers: { 'content-type': 'image/jpeg', authorization: `Bearer ${token}` },
    body: picture.blob,
  }).catch(() => undefined);
  const answer = (await response?.json().catch(() => undefined)) as
    | { hash?: string; title?: string; code?: string }
    | undefined;
  if (response?.status === TOO_FAST) return { heard: 'too-fast' };
  if (!response || !answer || isPassing(response.status, answer.code)) return { heard: 'nothing' };
  if (!response.ok) return { heard: 'refusal', sentence: answer.title ?? 'Foto belum diterima.' };
  return { heard: 'hash', hash: answer.hash ?? '' };
};

/** Whoever is signed in sends what they wrote, in this tab alone; with `again` also what was refused before. */
const sendOwn = async (person: string, { again = false, onStep }: Sending): Promise<void> => {
  const session = currentSession(Date.now());
  if (!session || personOf(session.token) !== person) return;
  const call = client('/api', session.token);
  const waiting = (await keptBy(person)).filter((one) => stageOf(one) === 'closed');
  await sendAll(waiting, {
    read: async (one) => {
      const now = await keptAs(one);
      if (!now?.body || stageOf(now) !== 'closed') return undefined;
      const hash = await hashOf(recordText(now.body));
      return again ? { ...now, ...retried(now), hash } : { ...now, hash };
    },
    line: (kept, step) =>
      step.send === 'record' ? sendRecord(call, kept) : sendPicture(session.token, kept, step.hash),
    write: async (kept, letGo) => {
      await writeSent(kept, letGo);
      onStep?.();
    },
    pause,
  });
};

type Sending = { readonly again?: boolean; readonly onStep?: () => void };
/**
 * Sends what waits. Of two tabs of one phone one sends, and the other goes on where that one was closed; where a browser has no
 * locks, the market knows a repeat.
 */
export const sendWaiting = (person: string, how: Sending = {}): Promise<void> =>
  navigator.locks ? navigator.locks.request('kunjungan', () => sendOwn(person, how)) : sendOwn(person, how);
