import type { Output } from '../../../shared/contract.ts';
import { isSent, type Queued } from '../../../shared/domain/visits/queue.ts';
import type { Draft, RecordBody } from './draft.ts';

/* What the field keeps on this device: visits that were taken along, records and pictures that wait. Outlives a closed tab. */

export type Taken = Output<'GET /me/visits'>['items'][number];

/** A record from its first letter to its last picture; `body` is what is sent, frozen when the form was closed. */
export type Kept = Queued & {
  readonly person: string;
  /** What the form needs of the plan, which may be gone from the list meanwhile. */
  readonly visit: Taken;
  readonly name: string;
  readonly day: string;
  readonly openedAt: string;
  readonly draft: Draft | null;
  readonly body: RecordBody | null;
  readonly sentAt: string | null;
  /** How often its form wrote it; records of former versions have none. */
  readonly edit?: number;
};
/** Still written, closed and on its way, or sent whole. */
export const stageOf = ({ body, sentAt }: Pick<Kept, 'body' | 'sentAt'>): 'draft' | 'closed' | 'sent' =>
  sentAt !== null ? 'sent' : body === null ? 'draft' : 'closed';

export type Picture = {
  readonly instanceId: string;
  readonly hash: string;
  readonly blob: Blob;
  readonly small: string;
};

const asked = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((done, failed) => {
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
const finished = (transaction: IDBTransaction): Promise<void> =>
  new Promise((done, failed) => {
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error);
  });

let opening: Promise<IDBDatabase> | undefined;
const database = (): Promise<IDBDatabase> => {
  opening ??= new Promise((done, failed) => {
    const request = indexedDB.open('kunjungan', 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('taken', { keyPath: 'person' });
      request.result.createObjectStore('kept', { keyPath: 'instanceId' });
      request.result.createObjectStore('pictures', { keyPath: ['instanceId', 'hash'] });
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(request.error);
  });
  return opening;
};
type Stores = (store: string) => IDBObjectStore;
const read = async <T>(store: string, ask: (of: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
  asked(ask((await database()).transaction(store).objectStore(store)));
const write = async (work: (of: Stores) => void): Promise<void> => {
  const transaction = (await database()).transaction(['taken', 'kept', 'pictures'], 'readwrite');
  work((store) => transaction.objectStore(store));
  await finished(transaction);
};

/** The visits somebody took along last. */
export const takenBy = async (person: string): Promise<readonly Taken[]> =>
  (await read<{ visits?: readonly Taken[] } | undefined>('taken', (of) => of.get(person)))?.visits ?? [];
export const takeAlong = (person: string, visits: readonly Taken[]): Promise<void> =>
  write((of) => of('taken').put({ person, visits }));

/** Everything somebody wrote down here, oldest first. */
export const keptBy = async (person: string): Promise<Kept[]> =>
  (await read<Kept[]>('kept', (of) => of.getAll()))
    .filter((one) => one.person === person)
    .sort((a, b) => (a.openedAt < b.openedAt ? -1 : 1));
export const keptAs = ({ instanceId }: Pick<Kept, 'instanceId'>): Promise<Kept | undefined> =>
  read<Kept | undefined>('kept', (of) => of.get(instanceId));
const ofRecord = ({ instanceId }: Pick<Kept, 'instanceId'>) =>
  IDBKeyRange.bound([instanceId, ''], [instanceId, '\uffff']);
export const picturesOf = (kept: Pick<Kept, 'instanceId'>): Promise<Picture[]> =>
  read<Picture[]>('pictures', (of) => of.getAll(ofRecord(kept)));
export const pictureOf = ({ instanceId }: Pick<Kept, 'instanceId'>, hash: string): Promise<Picture | undefined> =>
  read<Picture | undefined>('pictures', (of) => of.get([instanceId, hash]));

/** A record, and pictures that are let go of with it: both or neither. What was sent whole keeps its name and no more. */
const put = (of: Stores, kept: Kept, letGo: readonly string[]): void => {
  const sent = kept.body !== null && isSent(kept);
  of('kept').put(sent ? { ...kept, draft: null, body: null, sentAt: kept.sentAt ?? new Date().toISOString() } : kept);
  for (const hash of letGo) of('pictures').delete([kept.instanceId, hash]);
};
/** Another tab wrote this record, closed it or took it off since this one read it: it is not this one's to write over. */
export class WrittenElsewhere extends Error {}
/** What a form has, each time one edit further, with a picture or without. @throws WrittenElsewhere */
const writeEdit = async (kept: Kept, picture?: Picture): Promise<void> => {
  let isElsewhere = false;
  await write((of) => {
    const asking: IDBRequest<Kept | undefined> = of('kept').get(kept.instanceId);
    asking.onsuccess = () => {
      const known = asking.result;
      isElsewhere = (known?.edit ?? 0) + 1 !== kept.edit || (known !== undefined && stageOf(known) !== 'draft');
      if (isElsewhere) return;
      put(of, kept, []);
      if (picture) of('pictures').put(picture);
    };
  });
  if (isElsewhere) throw new WrittenElsewhere();
};
export const writeRecord = (kept: Kept): Promise<void> => writeEdit(kept);
export const addPicture = (kept: Kept, picture: Picture): Promise<void> => writeEdit(kept, picture);
/** What came of sending: a record that was taken off this device meanwhile does not come back. */
export const writeSent = (kept: Kept, letGo: readonly string[]): Promise<void> =>
  write((of) => {
    const known = of('kept').getKey(kept.instanceId);
    known.onsuccess = () => known.result && put(of, kept, letGo);
  });
/** Takes one record off this device, sent or not. */
export const drop = (kept: Pick<Kept, 'instanceId'>): Promise<void> =>
  write((of) => {
    of('kept').delete(kept.instanceId);
    of('pictures').delete(ofRecord(kept));
  });

/** So long one still sees that a record was sent. */
const SENT_MS = 14 * 864e5;
export const forgetSent = async (): Promise<void> => {
  const since = new Date(Date.now() - SENT_MS).toISOString();
  for (const one of await read<Kept[]>('kept', (of) => of.getAll()))
    if (one.sentAt !== null && one.sentAt < since) await drop(one);
};

/** Other people's addresses and phones go with who signs out; what waits to be sent stays theirs. */
export const forgetTaken = (): Promise<void> => write((of) => of('taken').clear());
