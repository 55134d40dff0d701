import type { Output } from '../../../shared/contract.ts';
import { type Call, Refusal } from '../../entry/client.ts';
import { ifUnchanged } from '../../kit/settings.tsx';

type Kept = Output<'GET /cities/{city}/saved-views'>;
export type View = Kept['views'][number];

/** What an office keeps, and how somebody of it changes that. */
export type OfficeViews = {
  readonly views: readonly View[];
  /** Whether this person may add, rename and remove. */
  readonly acts: boolean;
  /** Writes what `change` makes of all views; over what a colleague kept meanwhile where that was faster. */
  readonly set: (change: (views: readonly View[]) => View[]) => Promise<void>;
};

/** Read once a visit: few, and the same on every page of a city. */
const read = new Map<string, Promise<Kept>>();

/** No page waits in vain for them: where they cannot be read, there are none. */
export const officeViews = async (
  call: Call,
  city: string,
  { acts, again }: { readonly acts: boolean; readonly again: () => void },
): Promise<OfficeViews | undefined> => {
  const params = { city };
  const load = () => call('GET /cities/{city}/saved-views', { params });
  const known = read.get(city) ?? load();
  read.set(city, known);
  const kept = await known.catch(() => undefined);
  if (!kept) {
    read.delete(city);
    return undefined;
  }
  const write = async (before: Kept, change: (views: readonly View[]) => View[]) => {
    const body = { views: change(before.views) };
    const headers = ifUnchanged(before.version);
    read.set(city, Promise.resolve(await call('PUT /cities/{city}/saved-views', { params, body, headers })));
  };
  return {
    views: kept.views,
    acts,
    set: async (change) => {
      try {
        await write(kept, change);
      } catch (error) {
        if (!(error instanceof Refusal) || error.status !== 412) throw error;
        await write(await load(), change);
      }
      again();
    },
  };
};
