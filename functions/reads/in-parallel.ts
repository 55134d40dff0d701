/**
 * Works on what a source yields, at most `most` at a time and in no promised order. After a fault nothing new is begun,
 * and it is thrown when what was begun has ended: nothing goes on behind the caller's back.
 */
export const inParallel = async <T>(
  source: AsyncIterable<T> | Iterable<T>,
  most: number,
  work: (one: T) => Promise<void>,
): Promise<void> => {
  const waiting = Symbol.asyncIterator in source ? source[Symbol.asyncIterator]() : source[Symbol.iterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    try {
      while (!failed) {
        const { done, value } = await waiting.next();
        if (done) return;
        await work(value);
      }
    } catch (error) {
      failed = true;
      throw error;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: most }, worker));
  const fault = ended.find((one) => one.status === 'rejected');
  if (fault) throw fault.reason;
};
