/**
 * Records of visits that wait on a phone until there is a line. Pure: what is sent next, and what each answer means. A phone
 * may lose its line, its power or its tab after every step, and nothing is lost or stored twice: a record goes under an id of
 * its own, a picture under the hash of its bytes, and what the phone has is let go of only when the market's hash is the same.
 */

type Picture = { readonly hash: string; readonly refused: string | null };
export type Queued = {
  /** Made when the form was opened: the key under which the market knows a repeat. */
  readonly instanceId: string;
  readonly visitId: string;
  /** The market said that it has the record. */
  readonly stored: boolean;
  /** Why the market does not take it, in its words. */
  readonly refused: string | null;
  /** Those still on the phone. */
  readonly pictures: readonly Picture[];
};
/** One that is sent: with the hash of what it says. */
export type Sent = Queued & { readonly hash: string };

export type Step = { readonly send: 'record' | 'picture'; readonly hash: string };
/** What came of a step: the hash of what the market has, or it will not have it, or is asked too fast, or nobody answered. */
export type Heard =
  | { readonly heard: 'hash'; readonly hash: string }
  | { readonly heard: 'refusal'; readonly sentence: string }
  | { readonly heard: 'too-fast' }
  | { readonly heard: 'nothing' };

/** What is to be sent next; undefined where everything is there, or what is left was refused. */
export const nextStep = ({ stored, refused, hash, pictures }: Sent): Step | undefined => {
  if (!stored) return refused === null ? { send: 'record', hash } : undefined;
  const picture = pictures.find((one) => one.refused === null);
  return picture && { send: 'picture', hash: picture.hash };
};

const NOT_WHOLE = 'Foto tidak sampai utuh. Kirim lagi.';
const NOT_SAME = 'Jawaban pasar tidak cocok dengan catatan ini. Catatan tetap di HP: kirim lagi, atau unduh.';

/** The record after a step; the same value where nothing came of it. */
export const afterStep = (queued: Queued, step: Step, heard: Heard): Queued => {
  if (heard.heard === 'nothing' || heard.heard === 'too-fast') return queued;
  if (step.send === 'record') {
    if (heard.heard === 'hash' && heard.hash === step.hash) return { ...queued, stored: true };
    return { ...queued, refused: heard.heard === 'refusal' ? heard.sentence : NOT_SAME };
  }
  if (heard.heard === 'hash' && heard.hash === step.hash)
    return { ...queued, pictures: queued.pictures.filter(({ hash }) => hash !== step.hash) };
  const refused = heard.heard === 'refusal' ? heard.sentence : NOT_WHOLE;
  return { ...queued, pictures: queued.pictures.map((one) => (one.hash === step.hash ? { ...one, refused } : one)) };
};

export const isSent = ({ stored, pictures }: Queued): boolean => stored && pictures.length === 0;

/** Why something of it was not taken; null where nothing was refused. */
export const troubleOf = ({ refused, pictures }: Queued): string | null =>
  refused ?? pictures.find((one) => one.refused !== null)?.refused ?? null;

export const stateOf = (queued: Queued): 'waiting' | 'sent' | 'failed' =>
  isSent(queued) ? 'sent' : troubleOf(queued) === null ? 'waiting' : 'failed';

/** The same, to be tried once more because somebody wants it. */
export const retried = (queued: Queued): Queued => ({
  ...queued,
  refused: null,
  pictures: queued.pictures.map(({ hash }) => ({ hash, refused: null })),
});

/** What the queue is sent by. */
export type Sending<Q extends Queued> = {
  /** The record as it is on the phone now; undefined where it was taken off meanwhile. */
  readonly read: (queued: Q) => Promise<(Q & Sent) | undefined>;
  readonly line: (queued: Q, step: Step) => Promise<Heard>;
  /** Writes a record on the phone, with the pictures that are let go of: done when both are written. */
  readonly write: (queued: Q, letGo: readonly string[]) => Promise<void>;
  /** So long as the market may ask for. */
  readonly pause: () => Promise<void>;
};

/** So often in a row one step is tried that came too fast. */
const MOST_PAUSES = 12;
const tried = async <Q extends Queued>({ line, pause }: Sending<Q>, queued: Q, step: Step): Promise<Heard> => {
  let heard = await line(queued, step);
  for (let pauses = 0; heard.heard === 'too-fast' && pauses < MOST_PAUSES; pauses++) {
    await pause();
    heard = await line(queued, step);
  }
  return heard;
};

/**
 * Sends what waits, one record after the other, each step kept before the next: what was refused holds nobody else up, and
 * where nobody answers it ends, to be begun again. Answers whether everything that could be sent was.
 */
export const sendAll = async <Q extends Queued>(waiting: readonly Q[], sending: Sending<Q>): Promise<boolean> => {
  for (const one of waiting) {
    let queued = await sending.read(one);
    for (let step = queued && nextStep(queued); queued && step; step = nextStep(queued)) {
      const heard = await tried(sending, queued, step);
      if (heard.heard === 'nothing' || heard.heard === 'too-fast') return false;
      const next: Q & Sent = { ...queued, ...afterStep(queued, step, heard) };
      const left = new Set(next.pictures.map(({ hash }) => hash));
      await sending.write(
        next,
        queued.pictures.flatMap(({ hash }) => (left.has(hash) ? [] : [hash])),
      );
      queued = next;
    }
  }
  return true;
};
