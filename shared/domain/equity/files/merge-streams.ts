import type { AscendingSink } from '../measures/amount.ts';
import type { Batch } from './read-city-file.ts';

/** Ascending amounts in batches; numbers first, then bigints. */
export type AscendingStream = { next(): Promise<Batch | undefined> };

/**
 * Hands the amounts of all streams to `sink` in ascending order.
 *
 * A loser tree (Knuth, TAOCP 3, 5.4.1) over the streams' heads: taking the least and putting its successor in place
 * costs log₂ k comparisons on one path from leaf to root, 9 for 514 cities. Only a stream whose batch is used up is
 * awaited. Streams come to bigints only after their last number, so those are merged when no number is left.
 */
export const mergeStreams = async (streams: readonly AscendingStream[], sink: AscendingSink): Promise<void> => {
  const k = streams.length;
  const batches: Float64Array[] = streams.map(() => new Float64Array(0));
  const positions = new Int32Array(k);
  // A stream without numbers has an infinite head. The extra head below all of them fills the tree while it is built.
  const heads = new Float64Array(k + 1).fill(Number.POSITIVE_INFINITY);
  heads[k] = Number.NEGATIVE_INFINITY;
  const losers = new Int32Array(Math.max(1, k)).fill(k);
  const large: bigint[][] = streams.map(() => []);

  /** The head of one stream has changed: play its matches up to the root; losers stay, the winner goes to place 0. */
  const replay = (stream: number): void => {
    let winner = stream;
    let head = heads[winner] as number;
    for (let node = (stream + k) >>> 1; node > 0; node >>>= 1) {
      const rival = losers[node] as number;
      const rivalHead = heads[rival] as number;
      if (rivalHead < head) {
        losers[node] = winner;
        winner = rival;
        head = rivalHead;
      }
    }
    losers[0] = winner;
  };

  const refill = async (stream: number): Promise<void> => {
    const batch = await streams[stream]?.next();
    const numbers = batch instanceof Float64Array ? batch : undefined;
    if (batch !== undefined && numbers === undefined) large[stream] = batch as bigint[];
    batches[stream] = numbers ?? new Float64Array(0);
    positions[stream] = 0;
    heads[stream] = numbers?.[0] ?? Number.POSITIVE_INFINITY;
    replay(stream);
  };

  /** Hands over amounts until a stream needs a refill, and answers which; -1 when no numbers are left. */
  const drain = (): number => {
    for (;;) {
      const stream = losers[0] as number;
      const head = heads[stream] as number;
      if (head === Number.POSITIVE_INFINITY) return -1;
      sink.add(head);
      const batch = batches[stream] as Float64Array;
      const position = (positions[stream] as number) + 1;
      if (position === batch.length) return stream;
      positions[stream] = position;
      heads[stream] = batch[position] as number;
      replay(stream);
    }
  };

  for (let stream = k - 1; stream >= 0; stream -= 1) await refill(stream);
  for (let stream = k === 0 ? -1 : drain(); stream >= 0; stream = drain()) await refill(stream);
  await mergeLarge(streams, large, sink);
};

/** The same for amounts beyond 2^53 − 1, which hardly any merchant of the world has: plainly, by the least head. */
const mergeLarge = async (
  streams: readonly AscendingStream[],
  batches: bigint[][],
  sink: AscendingSink,
): Promise<void> => {
  const heads = batches.map((batch) => ({ batch, at: 0 }));
  for (;;) {
    let least = -1;
    let amount: bigint | undefined;
    heads.forEach(({ batch, at }, stream) => {
      const head = batch[at];
      if (head !== undefined && (amount === undefined || head < amount)) [least, amount] = [stream, head];
    });
    const head = heads[least];
    if (head === undefined || amount === undefined) return;
    sink.add(amount);
    head.at += 1;
    if (head.at < head.batch.length) continue;
    const batch = await streams[least]?.next();
    heads[least] = { batch: (batch as bigint[] | undefined) ?? [], at: 0 };
  }
};
