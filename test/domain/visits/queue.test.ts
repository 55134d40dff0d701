import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  afterStep,
  type Heard,
  isSent,
  nextStep,
  retried,
  type Sending,
  type Sent,
  type Step,
  sendAll,
  stateOf,
} from '../../../shared/domain/visits/queue.ts';

/** What may happen to one request: nothing, lost on the way, lost on the way back, garbled, too many, or the phone dies after it. */
const faults = ['none', 'lost', 'unanswered', 'garbled', 'too many', 'dies', 'dies after keeping'] as const;
type Fault = (typeof faults)[number];
class Died extends Error {}

const queuedOf = (at: number, pictures: number): Sent => ({
  instanceId: `uuid:${at}`,
  visitId: `vst_${at}`,
  stored: false,
  refused: null,
  hash: `record-${at}`,
  pictures: Array.from({ length: pictures }, (_, one) => ({ hash: `${at}-${one}`, refused: null })),
});

/** A market that keeps a record once and pictures by hash, behind a line that fails as it is told. */
const marketBehind = (next: () => Fault) => {
  const records = new Map<string, string>();
  const pictures = new Set<string>();
  let written = 0;
  const does = ({ visitId, instanceId, hash }: Sent, step: Step): Heard => {
    if (step.send === 'picture') {
      if (!records.has(visitId)) return { heard: 'refusal', sentence: 'Kirim catatannya dulu.' };
      if (!pictures.has(step.hash)) written += 1;
      pictures.add(step.hash);
      return { heard: 'hash', hash: step.hash };
    }
    if (records.has(visitId) && records.get(visitId) !== instanceId)
      return { heard: 'refusal', sentence: 'Sudah ada.' };
    if (!records.has(visitId)) written += 1;
    records.set(visitId, instanceId);
    return { heard: 'hash', hash };
  };
  let dying: Fault = 'none';
  const line = async (queued: Sent, step: Step): Promise<Heard> => {
    const fault = next();
    if (fault === 'lost') return { heard: 'nothing' };
    if (fault === 'too many') return { heard: 'too-fast' };
    const heard = does(queued, step);
    if (fault === 'unanswered') return { heard: 'nothing' };
    if (fault === 'garbled') return { heard: 'hash', hash: 'lain' };
    dying = fault;
    return heard;
  };
  return { records, pictures, line, writes: () => written, dying: () => dying };
};

/** A phone's store: what is written stays, whatever happens to the tab. */
const phoneWith = (queued: readonly Sent[]) => {
  const kept = new Map(queued.map((one) => [one.instanceId, one]));
  const blobs = new Set(queued.flatMap(({ pictures }) => pictures.map(({ hash }) => hash)));
  const write = (dying: () => Fault) => async (one: Sent, letGo: readonly string[]) => {
    if (dying() === 'dies') throw new Died();
    kept.set(one.instanceId, one);
    for (const hash of letGo) blobs.delete(hash);
    if (dying() === 'dies after keeping') throw new Died();
  };
  const read = async ({ instanceId }: Sent) => kept.get(instanceId);
  /** Sends over a line, and dies as it is told. */
  const by = (line: Sending<Sent>['line'], dying: () => Fault = () => 'none'): Sending<Sent> => ({
    read,
    line,
    write: write(dying),
    pause: async () => {},
  });
  return { kept, blobs, by };
};

describe('records on a phone', () => {
  test('come to the market whole and once, at whatever step line, power or tab fail', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 }),
        fc.array(fc.constantFrom(...faults), { maxLength: 60 }),
        async (sizes, told) => {
          const left = [...told];
          const queued = sizes.map((pictures, at) => queuedOf(at, pictures));
          const all = queued.flatMap(({ pictures }) => pictures.map(({ hash }) => hash));
          const market = marketBehind(() => left.shift() ?? 'none');
          const phone = phoneWith(queued);
          const run = () => {
            for (const [id, one] of phone.kept) phone.kept.set(id, { ...one, ...retried(one) });
            const waiting = [...phone.kept.values()].filter((one) => !isSent(one));
            return sendAll(waiting, phone.by(market.line, market.dying)).catch((error) => {
              if (!(error instanceof Died)) throw error;
              return false;
            });
          };
          for (let runs = 0; runs < 200; runs += 1) {
            const done = await run();
            // Nothing is ever in neither place.
            for (const hash of all) expect(phone.blobs.has(hash) || market.pictures.has(hash)).toBe(true);
            for (const one of phone.kept.values()) if (one.stored) expect(market.records.has(one.visitId)).toBe(true);
            if (done && [...phone.kept.values()].every(isSent)) break;
          }
          expect([...phone.kept.values()].map(stateOf)).toEqual(sizes.map(() => 'sent'));
          expect(phone.blobs.size).toBe(0);
          expect(market.pictures.size).toBe(all.length);
          expect(market.writes()).toBe(sizes.length + all.length);
        },
      ),
    );
  });

  test('of two hundred visits with six hundred pictures go in one run, in as many requests', async () => {
    const queued = Array.from({ length: 200 }, (_, at) => queuedOf(at, 3));
    let asked = 0;
    const market = marketBehind(() => {
      asked += 1;
      return 'none';
    });
    const phone = phoneWith(queued);
    expect(await sendAll(queued, phone.by(market.line))).toBe(true);
    expect([asked, market.records.size, market.pictures.size, phone.blobs.size]).toEqual([800, 200, 600, 0]);
  });

  test('that are refused hold up no other, say why, and are tried again when somebody wants it', async () => {
    const [first, second] = [queuedOf(1, 1), queuedOf(2, 1)];
    const market = marketBehind(() => 'none');
    market.records.set(first.visitId, 'uuid:other');
    const phone = phoneWith([first, second]);
    expect(await sendAll([first, second], phone.by(market.line))).toBe(true);
    const [refused, sent] = [...phone.kept.values()] as [Sent, Sent];
    expect([stateOf(refused), stateOf(sent)]).toEqual(['failed', 'sent']);
    expect(nextStep(refused)).toBeUndefined();
    expect(phone.blobs).toEqual(new Set(['1-0']));
    expect(nextStep({ ...refused, ...retried(refused) })).toEqual({ send: 'record', hash: first.hash });
  });

  test('go on where the market asked for patience, and end where it asks for ever', async () => {
    const queued = Array.from({ length: 40 }, (_, at) => queuedOf(at, 1));
    let [asked, pauses] = [0, 0];
    const often = marketBehind(() => (asked++ % 3 === 2 ? 'too many' : 'none'));
    const phone = phoneWith(queued);
    const pause = async () => void pauses++;
    expect(await sendAll(queued, { ...phone.by(often.line), pause })).toBe(true);
    expect([often.writes(), phone.blobs.size, pauses > 30]).toEqual([80, 0, true]);
    const never = phoneWith(queued);
    pauses = 0;
    expect(await sendAll(queued, { ...never.by(async () => ({ heard: 'too-fast' })), pause })).toBe(false);
    expect([pauses, never.blobs.size]).toEqual([12, 40]);
  });

  test('that somebody takes off the phone meanwhile are not sent any more', async () => {
    const queued = [queuedOf(1, 1), queuedOf(2, 1)];
    const market = marketBehind(() => {
      phone.kept.delete('uuid:2');
      return 'none';
    });
    const phone = phoneWith(queued);
    expect(await sendAll(queued, phone.by(market.line))).toBe(true);
    expect([[...market.records.keys()], [...phone.kept.keys()]]).toEqual([['vst_1'], ['uuid:1']]);
  });

  test('let go of a picture for its own hash alone', () => {
    const stored = { ...queuedOf(1, 2), stored: true };
    const step = { send: 'picture', hash: '1-0' } as const;
    expect(afterStep(stored, step, { heard: 'hash', hash: '1-0' }).pictures.map(({ hash }) => hash)).toEqual(['1-1']);
    for (const heard of [{ heard: 'hash', hash: '1-1' }, { heard: 'nothing' }] as const)
      expect(afterStep(stored, step, heard).pictures).toHaveLength(2);
  });

  test('let go of a record for its own hash alone: an answer about anything else leaves it on the phone', async () => {
    const closed = queuedOf(1, 0);
    const step = { send: 'record', hash: closed.hash } as const;
    expect(isSent(afterStep(closed, step, { heard: 'hash', hash: closed.hash }))).toBe(true);
    for (const hash of ['', 'record-2']) {
      const after = afterStep(closed, step, { heard: 'hash', hash });
      expect([isSent(after), stateOf(after)]).toEqual([false, 'failed']);
    }
  });
});
